"""Clues from the days a text names: news speaks mostly of days near its own, and the latest tells most."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from core.edtf import words
from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue, distance
from core.temporal.publication.grid import Weights
from core.temporal.publication.named import Named

_HALF_YEAR = 182
_APART = 90  # days after which another date belongs to another story
_SOON = 60  # days within which the next day named is one of the same story
_WRONG_WEEKDAY = -4.0
_TOLD_AS_PAST = -2.0  # ln-likelihood of days before one that is told as past


def day_clues(named: Sequence[Named], events: Collection[dt.date]) -> Iterator[Clue]:
    """Yield a clue for each different day named, with or without its year.

    Where the last days are told by their weekdays, one on which something was done is not one of them.

    ``events``: days of events that the text speaks of. Full dates of theirs within sentences tell nothing.
    """
    days = [item for item in named if item.day and item.month]
    yearless = [item for item in days if not item.year]
    weekdays = any(item.weekday is not None and not item.day for item in named)
    full = [replace(item, deed=item.deed and weekdays) for item in days if item.year]
    yield from _full_dates(full, yearless, events)
    yield from _days_of_year(yearless)


def _full_dates(
    items: Sequence[Named], yearless: Sequence[Named], events: Collection[dt.date]
) -> Iterator[Clue]:
    alone = {day: item for item in reversed(items) if item.alone and (day := _date(item))}
    latest = max((day for day, item in alone.items() if item.direction != "future"), default=None)
    if latest and any(_follows(item, latest) for item in yearless):
        latest = None  # a post or a picture from before what the text tells last
    if latest:
        yield _full_date("date alone", alone[latest], latest, "alone")
    for day, item in {day: item for item in reversed(items) if (day := _date(item))}.items():
        if day != latest and day not in events:
            yield _full_date("full date", item, day, "told")


def _follows(item: Named, day: dt.date) -> bool:
    """Say whether a day without its year is told as past and comes some days or weeks after another."""
    return item.direction != "future" and 0 < _days_on((day.month, day.day), _key(item)) <= _SOON


def _date(item: Named) -> dt.date | None:
    try:
        return dt.date(item.year or 0, item.month or 0, item.day or 0)
    except ValueError:
        return None


def _full_date(kind: str, item: Named, day: dt.date, table: str) -> Clue:
    way = "deed" if item.deed else item.direction
    lag = lags.linear("full_date", way if table == "told" else table)
    weights = grid.by_lag(day, lag.values, lag.earliest)
    if item.direction == "past" and not item.alone:
        weights[: max(grid.index(day) - 1, 0)] += _TOLD_AS_PAST
    return Clue(kind, item.text, weights, lambda at: _say(item.text, day, at))


def _days_of_year(items: Sequence[Named]) -> Iterator[Clue]:
    votes = Counter((_key(item), item.direction == "future") for item in items)
    first = {_key(item): item for item in reversed(items)}
    ahead = {
        key: item for key, item in first.items() if votes[key, True] and votes[key, True] >= votes[key, False]
    }
    behind = {key: item for key, item in first.items() if key not in ahead}
    for key, item in behind.items():
        gap = min((_days_on(key, other) for other in behind if other != key), default=None)
        if item.weekday is not None:
            yield _day_of_year("date with weekday", item, "weekday")
        elif gap is None or gap > _APART:
            yield _day_of_year("latest date", item, "only" if gap is None else "latest")
        else:
            yield _day_of_year("earlier date", item, "earlier")
    for item in ahead.values():
        yield _day_of_year("date ahead", item, "future")


def _key(item: Named) -> tuple[int, int]:
    return item.month or 0, item.day or 0


def _days_on(start: tuple[int, int], end: tuple[int, int]) -> int:
    """Return the days from one day of the year to the next such other, about."""
    return ((end[0] - start[0]) * 61 // 2 + end[1] - start[1]) % 366


def _day_of_year(kind: str, item: Named, name: str) -> Clue:
    table = lags.linear("day_of_year", name)
    weights = grid.flat(float(table.values.min()))
    for day in grid.occurrences(item.month or 0, item.day or 0):
        fits = item.weekday is None or day.weekday() == item.weekday
        _lay(weights, day, table, 0.0 if fits else _WRONG_WEEKDAY)
    return Clue(kind, item.text, weights, lambda at: _say(item.text, _nearest(item, at), at))


def _lay(weights: Weights, day: dt.date, table: lags.LagTable, off: float) -> None:
    """Write the table's weights for half a year around the day."""
    first = grid.index(day) - _HALF_YEAR
    low, high = max(first, 0), min(first + 2 * _HALF_YEAR + 1, grid.DAYS)
    if low < high:
        part = table.values[-_HALF_YEAR - table.earliest :][low - first : high - first]
        weights[low : low + len(part)] = part + off


def _nearest(item: Named, day: dt.date) -> dt.date:
    return min(grid.occurrences(item.month or 0, item.day or 0), key=lambda at: abs((at - day).days))


def _say(text: str, named: dt.date, day: dt.date) -> str:
    lag = (day - named).days
    return f"“{text}” {distance(lag)}" if abs(lag) <= 60 else f"it names {words(named.isoformat())}"
