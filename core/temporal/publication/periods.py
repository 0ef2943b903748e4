"""Clues from the months and years a text names: news speaks mostly of times near its own."""

import calendar
import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np

from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights
from core.temporal.publication.named import Named


def period_clues(named: Sequence[Named]) -> Iterator[Clue]:
    """Yield a clue for each different month and year named."""
    told: set[tuple[int | None, int | None, str]] = set()
    for item in named:
        key = (item.month, item.year, item.direction)
        if item.day or key in told:
            continue
        told.add(key)
        if item.month:
            yield _month_and_year(item, item.month, item.year) if item.year else _month(item, item.month)
        elif item.year:
            yield _year(item, item.year)


def _month_and_year(item: Named, month: int, year: int) -> Clue:
    lag = grid.MONTH_COUNT - (year - 1970) * 12 - month + 1
    weights = _by_unit(lag, lags.linear("month_and_year", item.direction))
    return Clue("month", item.text, weights, lambda _: f"it names {calendar.month_name[month]} {year}")


def _month(item: Named, month: int) -> Clue:
    weights: Weights = lags.cyclic("month", item.direction)[(grid.MONTH - month) % 12]
    name = calendar.month_name[month]
    return Clue("month", item.text, weights, lambda at: f"“{item.text}”: {name} {_nearby(month, at)}")


def _year(item: Named, year: int) -> Clue:
    weights = _by_unit(grid.YEAR - year, lags.linear("year", item.direction))
    return Clue("year", item.text, weights, lambda _: f"it names the year {year}")


def _by_unit(lag: "np.ndarray[tuple[int, ...], np.dtype[np.int64]]", table: lags.LagTable) -> Weights:
    return np.asarray(table.values[np.clip(lag - table.earliest, 0, len(table.values) - 1)])


def _nearby(month: int, day: dt.date) -> str:
    back = (day.month - month) % 12
    if back == 0:
        return "is that month"
    return (
        f"is {back} month{'s' if back > 1 else ''} back"
        if back <= 6
        else f"is {12 - back} month{'s' if back < 11 else ''} ahead"
    )
