"""Finds the years that lines are of: those below a line that is only a year, those of a list newest first."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal.forms import Calendar, Direction, Expression, Form, Holiday, date_of

ENTRY = re.compile(r" ?[:–—]| ?- ")  # after a date that opens an entry of a chronology
_OPENING = re.compile(r"\n[\s*•·–—-]*(?:(?:On|In|By|From|Since|Until|Late on|Early on) )?(?:the )?\Z")
_LEAD = 24  # letters before an expression in which a line that it opens begins
_TITLE = re.compile(r"\s?(?::|[–—-]\s)|\sin (?:review|brief|dates)\b")
_ALONE = " \t:.*#=–—-"  # what may stand beside a year that has its line to itself
_FEWEST = 4  # entries that make a list
_SURE = 0.6
_TURN = 8  # a line that goes back so many months has gone on to the next year


def years_of_lines(text: str, expressions: Sequence[Expression], dct: dt.date | None) -> dict[int, int]:
    """Return the years of the dates without one, by place, that a heading or the order of a list tells."""
    return dict(_below_years(text, expressions)) or _newest_first(text, expressions, dct)


def opens_line(text: str, item: Expression) -> bool:
    """Say whether an expression opens a line."""
    return bool(_OPENING.search("\n" + text[: item.start] if item.start < _LEAD else _before(text, item)))


def _before(text: str, item: Expression) -> str:
    return text[item.start - _LEAD : item.start]


def _below_years(text: str, expressions: Sequence[Expression]) -> Iterator[tuple[int, int]]:
    """Yield place and year of the dates below years that have a line to themselves, or open the title.

    Below a title these are the dates that open lines. A line that tells another year, or goes back from
    December to January, goes on from there; where another year opens a line, the text has left the heading.
    """
    heads = {place for place, item in enumerate(expressions) if _has_line(text, item)}
    titled = bool(expressions) and _opens_title(text, expressions[0])
    if not titled and not _are_headings(text, expressions, heads):
        return
    year = _year(expressions[0].form) if titled else None
    strayed = taken = False
    month = 0
    for place, item in enumerate(expressions):
        form, opens = date_of(item.form), opens_line(text, item)
        if opens:
            strayed, month = False, 0
        if place in heads:
            year, titled = _year(form), False
        elif year and _takes_year(form):
            strayed = strayed or month - (_month(form) or month) >= _TURN
            month = _month(form) or month
            taken = opens or (taken and item.range_with == place - 1) or not (strayed or titled)
            if taken:
                yield place, year
        elif year and place and _year(form) not in (None, year):
            year, strayed = (None if opens else year), True


def _has_line(text: str, item: Expression) -> bool:
    """Say whether a year stands in a line of its own."""
    if not isinstance(item.form, Calendar) or item.form != Calendar(item.form.year):
        return False
    first = text.rfind("\n", max(0, item.start - _LEAD), item.start)
    last = text.find("\n", item.end, item.end + _LEAD)
    begins = first >= 0 or item.start < _LEAD
    return begins and last >= 0 and text[max(first, 0) : last].strip(_ALONE + "\n") == item.text


def _opens_title(text: str, item: Expression) -> bool:
    """Say whether a year opens the title: "2025: how the year went"."""
    alone = isinstance(item.form, Calendar) and item.form == Calendar(item.form.year)
    return alone and not text[: item.start].strip() and bool(_TITLE.match(text, item.end))


def _are_headings(text: str, expressions: Sequence[Expression], heads: set[int]) -> bool:
    """Say whether years in lines of their own are headings: there are several, or a date opens a line."""
    below = (expressions[place + 1] for place in heads if place + 1 < len(expressions))
    return len(heads) > 1 or any(_takes_year(date_of(item.form)) and opens_line(text, item) for item in below)


def _newest_first(text: str, expressions: Sequence[Expression], dct: dt.date | None) -> dict[int, int]:
    """Return the years of the entries of a list told newest first: where the months go up, one year less."""
    entries = [
        (place, item.form)
        for place, item in enumerate(expressions)
        if isinstance(item.form, Calendar) and item.form.month and _opens_entry(text, item)
    ]
    if dct is None or len(entries) < _FEWEST or not _goes_back([form for _, form in entries]):
        return {}
    years: dict[int, int] = {}
    later = Calendar(dct.year, dct.month, dct.day)
    for place, form in entries:
        item = expressions[place]
        coming = not years and item.direction is Direction.FUTURE and item.confidence >= _SURE
        up = not coming and _compare(form, replace(later, year=form.year)) > 0
        years[place] = form.year or (later.year or 0) - up
        later = Calendar(years[place], form.month, form.day)
    return {place: years[place] for place, form in entries if not form.year}


def _opens_entry(text: str, item: Expression) -> bool:
    return opens_line(text, item) and bool(ENTRY.match(text, item.end))


def _goes_back(forms: Sequence[Calendar]) -> bool:
    """Say whether most dates of a list come before those above them."""
    steps = [_compare(right, left) for left, right in pairwise(forms)]
    return sum(step < 0 for step in steps) > 2 * sum(step > 0 for step in steps)


def _compare(left: Calendar, right: Calendar) -> int:
    """Return 1 where the left date is later than the right, -1 where earlier; 0 where they do not tell."""
    if bool(left.year) is not bool(right.year):
        return 0
    pairs = ((left.year, right.year), (left.month, right.month), (left.day, right.day))
    return next((1 if one > other else -1 for one, other in pairs if one and other and one != other), 0)


def _year(form: Form | None) -> int | None:
    return form.year if isinstance(form, Calendar | Holiday) else None


def _month(form: Form | None) -> int | None:
    return form.month if isinstance(form, Calendar) else None


def _takes_year(form: Form | None) -> bool:
    """Say whether a date names only month, day or season, or a feast."""
    if isinstance(form, Holiday):
        return form == Holiday(form.name, unit=form.unit)
    stepped = isinstance(form, Calendar) and (form.step is not None or form.year_step is not None)
    named = isinstance(form, Calendar) and bool(form.month or form.part)
    return isinstance(form, Calendar) and named and not (form.year or form.context or stepped)
