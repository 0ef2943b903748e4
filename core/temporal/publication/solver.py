"""Weighs all clues together: a probability for every day, and the days and periods worth naming."""

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
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

    def month(self) -> tuple[str, float]:
        """Return the likeliest month, with its probability."""
        count, probability = self._likeliest(grid.MONTH_COUNT)
        return f"{count // 12 + 1970:04}-{count % 12 + 1:02}", probability

    def year(self) -> tuple[str, float]:
        """Return the likeliest year, with its probability."""
        year, probability = self._likeliest(grid.YEAR)
        return f"{year:04}", probability

    def _likeliest(self, keys: NDArray[np.int64]) -> tuple[int, float]:
        sums = np.bincount(keys, weights=self.mass)
        key = int(sums.argmax())
        return key, float(sums[key])

    def reasons(self, day: dt.date, most: int) -> tuple[str, ...]:
        """Return in words the clues that speak most for the day, first those that pick it from its season."""
        place = grid.index(day)
        nearby = slice(max(place - _SEASON, 0), place + _SEASON)
        both = list(zip(self.clues, self.gains, strict=True))
        sharp = _told(day, [(float(gain[place]) - _average(gain[nearby]), clue) for clue, gain in both])
        broad = _told(day, [(float(gain[place]) - _average(gain), clue) for clue, gain in both])
        return tuple(dict.fromkeys([*sharp[: most * 2 // 3], *broad]))[:most]


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
