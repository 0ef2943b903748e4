"""Clues from the dates and weekdays a text names: news speaks mostly of days near its own."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from core.edtf import words
from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights
from core.temporal.publication.named import Named

_WRONG_WEEKDAY = -4.0
_HALF_YEAR = 182


def calendar_clues(named: Sequence[Named]) -> Iterator[Clue]:
    """Yield a clue for each different date, weekday, month and year named."""
    told: set[tuple[object, ...]] = set()
    for item in named:
        key = (item.weekday, item.day, item.month, item.year, item.direction)
        if key in told or item.shift:
            continue
        told.add(key)
        clue = _clue(item)
        if clue:
            yield clue


def _clue(item: Named) -> Clue | None:
    make = _MAKERS.get((item.year is not None, item.month is not None, item.day is not None))
    if make:
        return make(item)
    return _weekday(item) if item.weekday is not None and item.day is None else None


def _weekday(item: Named) -> Clue:
    assert item.weekday is not None
    lag = (grid.WEEKDAY - item.weekday) % 7
    weights = lags.cyclic("weekday", item.direction)[lag]
    return Clue("weekday", item.text, weights, _say_weekday(item))


def _full_date(item: Named) -> Clue | None:
    assert item.year
    assert item.month
    assert item.day
    try:
        day = dt.date(item.year, item.month, item.day)
    except ValueError:
        return None
    table = lags.linear("full_date", item.direction)
    weights = grid.by_lag(day, table.values, table.earliest)
    return Clue("full date", item.text, weights, lambda at: _say_distance(item.text, day, at))


def _day_of_year(item: Named) -> Clue:
    assert item.month
    assert item.day
    table = lags.linear("day_of_year", item.direction)
    weights = grid.flat(float(table.values.min()))
    for day in grid.occurrences(item.month, item.day):
        fits = item.weekday is None or day.weekday() == item.weekday
        first = grid.index(day) - _HALF_YEAR
        low, high = max(first, 0), min(first + 2 * _HALF_YEAR + 1, grid.DAYS)
        if low >= high:
            continue
        part = table.values[-_HALF_YEAR - table.earliest :][low - first : high - first]
        weights[low : low + len(part)] = part + (0.0 if fits else _WRONG_WEEKDAY)
    return Clue("date", item.text, weights, _say_day_of_year(item))


def _month_and_year(item: Named) -> Clue:
    assert item.year
    assert item.month
    middle = dt.date(item.year, item.month, 15)
    table = lags.linear("month_and_year", item.direction)
    weights = _by_unit(grid.MONTH_COUNT - (item.year - 1970) * 12 - item.month + 1, table)
    return Clue("month", item.text, weights, lambda at: _say_distance(item.text, middle, at))


def _month(item: Named) -> Clue:
    assert item.month
    weights = lags.cyclic("month", item.direction)[(grid.MONTH - item.month) % 12]
    name = calendar.month_name[item.month]
    return Clue(
        "month", item.text, weights, lambda at: f"“{item.text}”: {name} {_nearby(item.month or 1, at)}"
    )


def _year(item: Named) -> Clue:
    assert item.year
    weights = _by_unit(grid.YEAR - item.year, lags.linear("year", item.direction))
    return Clue("year", item.text, weights, lambda _: f"it names the year {item.year}")


_MAKERS: Mapping[tuple[bool, bool, bool], Callable[[Named], Clue | None]] = {
    (True, True, True): _full_date,
    (False, True, True): _day_of_year,
    (True, True, False): _month_and_year,
    (False, True, False): _month,
    (True, False, False): _year,
}
"""What to weigh, by which of year, month and day are named."""


def _by_unit(lag: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", table: lags.LagTable) -> Weights:
    return np.asarray(table.values[np.clip(lag - table.earliest, 0, len(table.values) - 1)])


def _say_weekday(item: Named) -> Callable[[dt.date], str]:
    def say(day: dt.date) -> str:
        lag = (day.weekday() - (item.weekday or 0)) % 7
        if item.direction == "future" and lag:
            lag -= 7
        return f"“{item.text}” {_distance(lag)}"

    return say


def _say_day_of_year(item: Named) -> Callable[[dt.date], str]:
    def say(day: dt.date) -> str:
        nearest = min(
            grid.occurrences(item.month or 1, item.day or 1), key=lambda other: abs((other - day).days)
        )
        return _say_distance(item.text, nearest, day)

    return say


def _say_distance(text: str, named: dt.date, day: dt.date) -> str:
    lag = (day - named).days
    return f"“{text}” {_distance(lag)}" if abs(lag) <= 60 else f"it names {words(named.isoformat())}"


def _distance(lag: int) -> str:
    if lag == 0:
        return "is that day"
    if abs(lag) == 1:
        return "is the day before" if lag > 0 else "is the day after"
    return f"is {abs(lag)} days {'earlier' if lag > 0 else 'ahead'}"


def _nearby(month: int, day: dt.date) -> str:
    back = (day.month - month) % 12
    if back == 0:
        return "is that month"
    return f"is {back} month{'s' if back > 1 else ''} back" if back <= 6 else f"is {12 - back} months ahead"
