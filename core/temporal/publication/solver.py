"""Weighs all clues together: a probability for every day, and the days and periods worth naming."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights

_SEASON = 90  # days
_TELLING = 0.2  # gain in log-likelihood from which a clue is worth telling


@dataclass(frozen=True, slots=True)
class Period:
    """A month or year as EDTF, its probability, and the place of its likeliest day."""

    date: str
    probability: float
    place: int


@dataclass(frozen=True, slots=True)
class Solution:
    """The probability of each day of the grid, and what each clue added to it, in log-likelihood."""

    mass: Weights
    clues: tuple[Clue, ...]
    gains: tuple[Weights, ...]

    def around(self, place: int) -> float:
        """Return the probability that the day is right to within one day."""
        return float(self.mass[max(place - 1, 0) : place + 2].sum())

    def best(self, count: int) -> list[int]:
        """Return the likeliest days' places, best first."""
        return [int(place) for place in np.argsort(-self.mass, kind="stable")[:count]]

    def months(self, count: int) -> list[Period]:
        """Return the likeliest months, best first."""
        return self._periods(grid.MONTH_COUNT, count, lambda key: f"{key // 12 + 1970:04}-{key % 12 + 1:02}")

    def years(self, count: int) -> list[Period]:
        """Return the likeliest years, best first."""
        return self._periods(grid.YEAR, count, lambda key: f"{key:04}")

    def _periods(self, keys: NDArray[np.int64], count: int, name: Callable[[int], str]) -> list[Period]:
        sums = np.bincount(keys, weights=self.mass)
        best = [int(key) for key in np.argsort(-sums, kind="stable")[:count]]
        return [
            Period(name(key), float(sums[key]), int(np.where(keys == key, self.mass, -1.0).argmax()))
            for key in best
        ]

    def reasons(self, place: int, most: int, *, season: bool = True) -> tuple[str, ...]:
        """Return in words the clues that speak most for a day.

        With ``season``, those that pick it from the days around come first; else those that do are left out.
        """
        day = grid.day_at(place)
        nearby = slice(max(place - _SEASON, 0), place + _SEASON)
        both = list(zip(self.clues, self.gains, strict=True))
        sharp = _told(day, [(float(gain[place]) - _average(gain[nearby]), clue) for clue, gain in both])
        broad = _told(day, [(_average(gain[nearby]) - _average(gain), clue) for clue, gain in both])
        return tuple(dict.fromkeys([*sharp[: most * 2 // 3 if season else 0], *broad]))[:most]


def solve(clues: Sequence[Clue]) -> Solution:
    """Return the probability of each day, given all clues."""
    counts = Counter(clue.kind for clue in clues)
    gains = [clue.weights * _weight(clue.kind, counts[clue.kind]) for clue in clues]
    total = np.sum(gains, axis=0) if gains else grid.flat()
    mass = np.exp(total - total.max())
    return Solution(mass / mass.sum(), tuple(clues), tuple(gains))


def _told(day: dt.date, gains: Sequence[tuple[float, Clue]]) -> list[str]:
    """Return in words the clues with a gain worth telling, best first, each but once."""
    best = sorted(gains, key=lambda pair: -pair[0])
    return list(dict.fromkeys(clue.say(day) for gain, clue in best if gain > _TELLING))


def _weight(kind: str, count: int) -> float:
    trust = _trust()[kind]
    return float(trust["weight"] * count ** -trust["repeats"])


@cache
def _trust() -> Mapping[str, Mapping[str, float]]:
    return tomllib.loads(files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))


def _average(weights: Weights) -> float:
    top = float(weights.max())
    return top + float(np.log(np.exp(weights - top).mean()))
