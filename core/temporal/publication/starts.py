"""Clues from the first day of a war, told without its year: "since 15 April", "the invasion of Feb. 24".

Such a day is named for years, so that it says nothing of the day or weekday of publication.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence

from core.edtf import words
from core.facts import Facts, War
from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue
from core.temporal.publication.elapsed import wars_of
from core.temporal.publication.landmarks import Hit
from core.temporal.publication.named import Named


def wars_begun(text: str, named: Sequence[Named], facts: Facts) -> list[War]:
    """Return the wars of which the text speaks and whose first day it names as past, the year left out."""
    days = {(item.month, item.day) for item in named if item.day and not item.year and _is_behind(item)}
    fitting = [war for war in facts.wars if (war.start.month, war.start.day) in days]
    return [war for war in wars_of(text, facts) if war in fitting] if fitting else []


def without_starts(named: Sequence[Named], wars: Sequence[War], hits: Sequence[Hit]) -> list[Named]:
    """Leave out the first days of wars, and the days of landmarks that are named for years as well."""
    lasting = [hit.landmark.date for hit in hits if hit.landmark.fame == "lasting"]
    days = {(day.month, day.day) for day in (*lasting, *(war.start for war in wars))}
    return [item for item in named if item.year or (item.month, item.day) not in days or not _is_behind(item)]


def start_clues(wars: Sequence[War], known: Collection[dt.date]) -> Iterator[Clue]:
    """Yield a clue for each war begun; ``known``: days that other clues tell of."""
    table = lags.rates("landmark", "lasting")
    for war in wars:
        if war.start not in known:
            weights = grid.by_lag(war.start, table.values, table.earliest)
            yield Clue("landmark", war.name, weights, _say(war))


def _say(war: War) -> Callable[[dt.date], str]:
    reason = f"it names the first day of: {war.name} ({words(war.start.isoformat())})"
    return lambda _: reason


def _is_behind(item: Named) -> bool:
    return item.direction != "future"
