"""Clues from datelines that leave out the year: "KARSK, May 5 (Agency) -", "Karsk, Thursday 19 March —".

Such a day is that of publication or the one before; only the year must be found.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from core.temporal.publication import grid
from core.temporal.publication.clue import Clue, distance
from core.temporal.publication.named import Named

_HEAD = 300  # letters of the body in which its dateline begins
_PLACE = r"[A-Z][\w.’'-]+(?:[ /][A-Z][\w.’'-]*){0,4}(?:, [A-Z][\w .’'-]{1,30})?"
_BEFORE = re.compile(rf"(?:^|\n)[ \t]{{0,9}}(?P<place>{_PLACE}), \(?\Z")
_AFTER = re.compile(r"\)?,?(?: ?\([^()\n]{2,40}\))? ?(?P<mark>[–—]|-{1,2} |[:.] )")
_LEAD = 100  # letters before a date in which its place stands
# ln-likelihood of a day by how far it is after that of the dateline, on any other, and on another weekday
_BY_LAG = {-1: -5.5, 0: -0.3, 1: -1.5, 2: -3.5}
_ELSEWHERE, _WRONG_WEEKDAY = -9.0, -5.0


def dateline_of(text: str, named: Sequence[Named], body: int) -> Named | None:
    """Return the day and month of a text's dateline that tells no year; None where there is none."""
    heads = (item for item in named if item.day and item.month and body <= item.start < body + _HEAD)
    return next((item for item in heads if not item.year and _is_dateline(text, item)), None)


def dateline_clues(item: Named | None) -> Iterator[Clue]:
    """Yield the clue of a dateline."""
    if item is None:
        return
    weights = grid.flat(_ELSEWHERE)
    days = grid.occurrences(item.month or 0, item.day or 0)
    for day in days:
        off = 0.0 if item.weekday in (None, day.weekday()) else _WRONG_WEEKDAY
        for lag, weight in _BY_LAG.items():
            place = grid.index(day) + lag
            if 0 <= place < grid.DAYS:
                weights[place] = weight + off

    def say(at: dt.date) -> str:
        lag = min(((at - day).days for day in days), key=abs)
        return f"“{item.text}” in the dateline {distance(lag)}"

    yield Clue("dateline", item.text, weights, say)


def _is_dateline(text: str, item: Named) -> bool:
    before = _BEFORE.search(text[max(0, item.start - _LEAD) : item.start])
    after = _AFTER.match(text, item.end)
    return bool(before and after and (after["mark"][0] not in ":." or before["place"].isupper()))
