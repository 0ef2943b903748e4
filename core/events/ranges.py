"""Joins the two ends of a stretch of days, so that an event has one date: "killed between 1 and 12 April"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.edtf import interval
from core.model import TimeExpression, TimexType

_LAST_WORD = re.compile(r"(\w+)\W*\Z")
_LEAD = 24  # letters before the first end in which "from" stands
_OPENING = {"to": "from", "until": "from", "till": "from", "through": "from", "and": "between"}
_LINES = frozenset("-–—")


def joined(text: str, timexes: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return a sentence's time expressions, those that are the two ends of a stretch of days as one."""
    out = list(timexes[:1])
    for left, right in pairwise(timexes):
        if out and out[-1] is left and _are_ends(text, left, right):
            out[-1] = _stretch(left, right)
        else:
            out.append(right)
    return out


def together(timexes: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return days that follow each other as one stretch: a meeting "on 8 and 9 May" is one."""
    firsts = [timex.day for timex in timexes if timex.day]
    steps = {(later - earlier).days for earlier, later in pairwise(firsts)}
    return (
        [_stretch(timexes[0], timexes[-1])] if len(firsts) == len(timexes) and steps == {1} else list(timexes)
    )


def _are_ends(text: str, left: TimeExpression, right: TimeExpression) -> bool:
    dates = left.type is TimexType.DATE is right.type
    if not dates or left.first is None or right.last is None or not left.first < right.last:
        return False
    gap = text[left.end : right.start].strip().lower()
    found = _LAST_WORD.search(text[max(0, left.start - _LEAD) : left.start])
    before = found[1].lower() if found else ""
    return gap in _LINES or (gap in _OPENING and before == _OPENING[gap])


def _stretch(left: TimeExpression, right: TimeExpression) -> TimeExpression:
    first, last = left.first, right.last
    assert first is not None
    assert last is not None
    return replace(
        right,
        start=left.start,
        text=f"{left.text} – {right.text}",
        value=f"{left.value}/{right.value}",
        edtf=interval(first, last),
        first=first,
        last=last,
    )
