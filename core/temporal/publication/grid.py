"""The candidate days of a publication date, as arrays, and the steps a clue takes over them.

A clue weighs every candidate day at once: its weight is an array of log-likelihoods, one per day of
the grid. Lag means days (months, years) from the thing named to the candidate day: positive is past.
"""

import datetime as dt
from functools import cache

import numpy as np
from numpy.typing import NDArray

Weights = NDArray[np.float64]

FIRST = dt.date(1985, 1, 1)
LAST = dt.date(2039, 12, 31)
DAYS = (LAST - FIRST).days + 1

_dates = np.arange(np.datetime64(FIRST, "D"), np.datetime64(LAST, "D") + 1)
_months = _dates.astype("datetime64[M]").astype(np.int64)
WEEKDAY: NDArray[np.int64] = (np.arange(DAYS, dtype=np.int64) + FIRST.weekday()) % 7
MONTH: NDArray[np.int64] = _months % 12 + 1
MONTH_COUNT: NDArray[np.int64] = _months
YEAR: NDArray[np.int64] = _months // 12 + 1970


def index(day: dt.date) -> int:
    """Return the day's place in the grid; below 0 or from ``DAYS`` on it lies outside."""
    return (day - FIRST).days


def day_at(place: int) -> dt.date:
    """Return the day at a place of the grid."""
    return FIRST + dt.timedelta(days=place)


def flat(value: float = 0.0) -> Weights:
    """Return the same weight for every day."""
    return np.full(DAYS, value)


def by_lag(day: dt.date, table: Weights, earliest: int) -> Weights:
    """Weigh each day by its lag from ``day``; ``table[0]`` is the weight of lag ``earliest``."""
    lags = np.arange(DAYS) - index(day) - earliest
    return np.asarray(table[np.clip(lags, 0, len(table) - 1)])


def between(first: dt.date | None, last: dt.date | None, outside: float) -> Weights:
    """Weigh days from ``first`` to ``last`` 0, all others ``outside``."""
    weights = flat(outside)
    low = 0 if first is None else max(index(first), 0)
    high = DAYS if last is None else max(index(last) + 1, 0)
    weights[low:high] = 0.0
    return weights


@cache
def occurrences(month: int, day: int) -> tuple[dt.date, ...]:
    """Return every such day of the grid's years, a year more at either end."""
    found = []
    for year in range(FIRST.year - 1, LAST.year + 2):
        try:
            found.append(dt.date(year, month, day))
        except ValueError:
            continue
    return tuple(found)
