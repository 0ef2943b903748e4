"""Reads chronologies: the day that opens an entry, on a line of its own or before a dash or colon, dates it.

Works on the sentences and time expressions of an article, before these are shared out to its events.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from core.edtf import bounds, interval
from core.model import Basis, BlockKind, Document, TimeExpression, TimexType

_LEAST = 2  # days that open an entry make a chronology
_NEAR = 2  # days: a time so near publication was counted from there, and means the entry's day
_BEFORE = re.compile(r"[\W_]*")
_AFTER = re.compile(r"[.,]?\s*(?:$|\n|[:–—|]|-\s)")
_TO = re.compile(r"\s?[-–—/]\s?|\s(?:to|and|until)\s")
_CALENDAR = (Basis.EXPLICIT, Basis.PARTIAL, Basis.NARRATIVE)


def headings(document: Document, timexes: Sequence[TimeExpression]) -> list[TimeExpression | None]:
    """Return for each sentence the date that opens its entry; None throughout where this is no chronology."""
    opened = dict(_opened(document, timexes))
    if len({timex.edtf for timex in opened.values()}) < _LEAST:
        return [None] * len(document.sentences)
    paragraphs = [sentence.paragraph for sentence in document.sentences]
    begun = [paragraphs[i] for i in opened]
    of_one = all(later - one == 1 for one, later in pairwise(begun)) and len(begun) > _LEAST
    found: list[TimeExpression | None] = []
    for i, paragraph in enumerate(paragraphs):
        over = of_one and paragraph > begun[-1]  # what follows entries of one paragraph each is no entry
        found.append(None if over else opened.get(i, found[-1] if found else None))
    return found


def _opened(document: Document, timexes: Sequence[TimeExpression]) -> Iterator[tuple[int, TimeExpression]]:
    """Yield the sentences that begin with a date by itself: "3 May", "3-5 May: rebels ..."."""
    text, paragraph = document.text, -1
    for i, sentence in enumerate(document.sentences):
        starts, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        opening = _BEFORE.match(text, sentence.start)
        if not starts or sentence.kind is not BlockKind.BODY or opening is None:
            continue
        run = _run(text, opening.end(), timexes)
        if run and _AFTER.match(text, run[-1].end):
            yield i, _of_entry(run)


def _run(text: str, start: int, timexes: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the date that stands at a place, and the one that ends its range: "3-5 May"."""
    dates = [t for t in timexes if t.type is TimexType.DATE and t.basis in _CALENDAR and t.first and t.last]
    run = [t for t in dates if t.start == start][:1]
    return run + [t for t in dates if run and _TO.fullmatch(text, run[0].end, t.start)][:1]


def _of_entry(run: Sequence[TimeExpression]) -> TimeExpression:
    first, last = run[0].first, run[-1].last
    edtf = interval(first, last) if len(run) > 1 and first and last else run[0].edtf
    name = "–".join(timex.text for timex in run)
    return replace(run[0], text=name, edtf=edtf, first=first, last=last, basis=Basis.NARRATIVE, reason="")


def within(timex: TimeExpression, heading: TimeExpression | None, today: dt.date | None) -> TimeExpression:
    """Return the time of day or "overnight" of an entry as of the entry's day, not of the publication day."""
    near = timex.first is not None and today is not None and abs((timex.first - today).days) <= _NEAR
    day = heading.last if heading else None
    if heading is None or day is None or today is None or not near or timex.basis in _CALENDAR[:2]:
        return timex
    if heading.first and timex.first and heading.first <= timex.first <= day:
        return timex  # counted from the entry's day already
    if timex.first is None or timex.last is None:
        return heading
    away = day - today
    edtf = interval(timex.first + away, timex.last + away)
    first, last = bounds(edtf)
    return replace(timex, edtf=edtf, first=first, last=last, reason=f"in the entry of “{heading.text}”")
