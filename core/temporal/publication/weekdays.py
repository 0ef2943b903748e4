"""Clues from the weekdays a text names: news comes out on the last of them, or the day after."""

import datetime as dt
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue, distance
from core.temporal.publication.grid import Weights
from core.temporal.publication.named import Named

_LEAD = 500  # characters in which a story tells what is new


def weekday_clues(named: Sequence[Named], known: AbstractSet[int], body: int) -> Iterator[Clue]:
    """Yield a clue for each different weekday, and one for the first told; the body begins at ``body``.

    Weekdays told with a date as well tell nothing more. Nor do ``known`` ones, those of events whose date is
    known, unless no other is named.
    """
    alone = [item for item in named if item.weekday is not None and item.day is None]
    ahead = [item for item in alone if item.direction == "future"]
    dated = {_weekday(item) for item in named if item.weekday is not None and item.day}
    past = [item for item in alone if item.direction != "future" and item.weekday not in dated]
    told = {_weekday(item): item for item in reversed(past)}
    if set(told) <= known:
        known = frozenset()
    for weekday, item in told.items():
        if weekday not in known:
            gap = min(((other - weekday) % 7 for other in told if other != weekday), default=0)
            yield _clue("weekday", item, f"gap_{gap}")
    if past and past[0].weekday not in known:
        place = "lead" if past[0].start < body + _LEAD else "body"
        yield _clue("first weekday", past[0], place)
    for weekday, item in {_weekday(item): item for item in reversed(ahead)}.items():
        if weekday not in told:
            yield _clue("weekday ahead", item, "future")


def _weekday(item: Named) -> int:
    assert item.weekday is not None
    return item.weekday


def _clue(kind: str, item: Named, table: str) -> Clue:
    weights: Weights = lags.cyclic("weekday", table)[(grid.WEEKDAY - _weekday(item)) % 7]

    def say(day: dt.date) -> str:
        lag = (day.weekday() - _weekday(item)) % 7
        return f"“{item.text}” {distance(lag - 7 if item.direction == 'future' and lag else lag)}"

    return Clue(kind, item.text, weights, say)
