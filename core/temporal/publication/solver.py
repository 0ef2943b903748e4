"""Weigh all clues together: a probability for every day, and the days and periods worth naming."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights

_SHARED = 0.45  # clues of one kind repeat each other: each of n weighs n ** -shared
_TRUST = 0.8  # clues of different kinds do too, a little


@dataclass(frozen=True, slots=True)
class Solution:
    """The probability of each day of the grid."""

    mass: Weights

    def around(self, place: int) -> float:
        """Return the probability that the day is right to within one day."""
        return float(self.mass[max(place - 1, 0) : place + 2].sum())

    def best(self, count: int) -> list[int]:
        """Return the likeliest days' places, best first."""
        return [int(place) for place in np.argsort(-self.mass, kind="stable")[:count]]

    def month(self) -> tuple[str, float]:
        """Return the likeliest month, with its probability."""
        return self._period(grid.MONTH_COUNT, lambda key: f"{key // 12 + 1970:04}-{key % 12 + 1:02}")

    def year(self) -> tuple[str, float]:
        """Return the likeliest year, with its probability."""
        return self._period(grid.YEAR, str)

    def _period(self, keys, name) -> tuple[str, float]:  # type: ignore[no-untyped-def]
        sums = np.bincount(keys, weights=self.mass)
        key = int(sums.argmax())
        return name(key), float(sums[key])


def solve(clues: Sequence[Clue]) -> Solution:
    """Return the probability of each day, given all clues."""
    counts = Counter(clue.kind for clue in clues)
    total = grid.flat()
    for clue in clues:
        total = total + clue.weights * counts[clue.kind] ** -_SHARED
    total = _TRUST * (total - total.max())
    mass = np.exp(total)
    return Solution(mass / mass.sum())


def reasons(clues: Sequence[Clue], day: dt.date, most: int) -> tuple[str, ...]:
    """Return in words the clues that speak most for the day, best first."""
    place = grid.index(day)
    gains = sorted(
        ((clue.weights[place] - _average(clue.weights), clue) for clue in clues), key=lambda gain: -gain[0]
    )
    found = dict.fromkeys(clue.say(day) for gain, clue in gains if gain > 0.1)
    return tuple(found)[:most]


def _average(weights: Weights) -> float:
    top = float(weights.max())
    return top + float(np.log(np.exp(weights - top).mean()))
