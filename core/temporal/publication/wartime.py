"""Clues from the wars of which a text speaks: it was mostly written during one of them.

The first day of a war is named for years ("since 15 April"), so that it says nothing of the day of
publication; but "the war that began last week" does.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterator, Sequence

import numpy as np

from core.edtf import words
from core.facts import Facts, Landmark, War
from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue
from core.temporal.publication.elapsed import wars_near, wars_of
from core.temporal.publication.grid import Weights
from core.temporal.publication.landmarks import Hit
from core.temporal.publication.named import Named
from core.temporal.publication.phrases import Phrases

_FIGHTING = re.compile(
    r"\b(?:war|fighting|troops|rebels?|shell(?:s|ed|ing)|cease-?fire|truce|air ?strikes?|offensive)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\b(?:war|fighting|invasion|conflict|offensive|hostilities)\b[^.\n]{0,40}"
    r"\b(?:began|begun|broke out|erupted|started|launched)\b",
    re.IGNORECASE,
)
_OFTEN = 2  # mentions of a war's places
# ln-likelihood right after a war, lost by the year from then on, and before it
_JUST_AFTER, _PER_YEAR, _BEFORE = -0.7, -0.15, -2.0


def wartime_clues(text: str, facts: Facts) -> Iterator[Clue]:
    """Yield a clue if the text speaks of fighting in places of wars."""
    wars = wars_of(text, facts) if _FIGHTING.search(text) else []
    if any(sum(text.count(place) for place in war.places) >= _OFTEN for war in wars):
        yield Clue("war", wars[0].name, np.maximum.reduce([_during(war) for war in wars]), _fought(wars))


def beginnings(text: str, phrases: Phrases, facts: Facts) -> list[Hit]:
    """Return the first days of the text's wars as landmarks, with the sentences that tell how a war began."""
    spans = phrases.holding(_BEGINS)
    return [Hit(_first_day(war), spans) for war in wars_of(text, facts)] if spans else []


def wars_begun(text: str, named: Sequence[Named], facts: Facts) -> list[War]:
    """Return the wars of which the text speaks and whose first day it names as past, the year left out."""
    days = {(item.month, item.day) for item in named if item.day and not item.year and _is_behind(item)}
    fitting = [war for war in facts.wars if (war.start.month, war.start.day) in days]
    return [war for war in wars_near(text, facts) if war in fitting] if fitting else []


def without_starts(named: Sequence[Named], wars: Sequence[War], hits: Sequence[Hit]) -> list[Named]:
    """Leave out the first days of wars, and the days of landmarks that are named for years as well."""
    lasting = [hit.landmark.date for hit in hits if hit.landmark.fame == "lasting"]
    days = {(day.month, day.day) for day in (*lasting, *(war.start for war in wars))}
    return [item for item in named if item.year or (item.month, item.day) not in days or not _is_behind(item)]


def start_clues(wars: Sequence[War], known: Collection[dt.date]) -> Iterator[Clue]:
    """Yield a clue for each war whose first day is named; ``known``: days that other clues tell of."""
    table = lags.rates("landmark", "since")
    for war in wars:
        if war.start not in known:
            yield Clue("landmark", war.name, grid.by_lag(war.start, table.values, table.earliest), _say(war))


def _is_behind(item: Named) -> bool:
    return item.direction != "future"


def _first_day(war: War) -> Landmark:
    return Landmark(war.start, f"first day of {war.name}", (), "lasting")


def _during(war: War) -> Weights:
    places = np.arange(grid.DAYS)
    after = np.maximum(places - grid.index(war.end), 0) / 365.25 if war.end else np.zeros(grid.DAYS)
    weights = np.where(after > 0, np.maximum(_JUST_AFTER + _PER_YEAR * after, _BEFORE), 0.0)
    weights[: max(grid.index(war.start), 0)] = _BEFORE
    return weights


def _fought(wars: Sequence[War]) -> Callable[[dt.date], str]:
    def say(day: dt.date) -> str:
        war = next((w for w in wars if w.start <= day and (w.end is None or day <= w.end)), wars[-1])
        until = f" to {words(war.end.isoformat())}" if war.end else ""
        return f"{war.name}: fought from {words(war.start.isoformat())}{until}"

    return say


def _say(war: War) -> Callable[[dt.date], str]:
    reason = f"it names the first day of: {war.name} ({words(war.start.isoformat())})"
    return lambda _: reason
