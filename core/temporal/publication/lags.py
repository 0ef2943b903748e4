"""How far back or ahead news speaks: the share of mentions by their lag to the publication day.

The tables are counts over dated news (lags.toml), read once and laid out as log-densities.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from core.temporal.publication.grid import Weights

_FILE = Path(__file__).with_name("lags.toml")
_SMOOTHING = 0.5  # per cent added to every bucket: nothing is impossible in a text


@dataclass(frozen=True, slots=True)
class LagTable:
    """Log-density per unit of lag; ``values[0]`` is that of lag ``earliest``."""

    earliest: int
    values: Weights


@cache
def cyclic(name: str, direction: str) -> Weights:
    """Return the log-share of each lag of a cycle (7 weekdays, 12 months) for a direction."""
    return _log_shares(_tables()[name][direction])


@cache
def linear(name: str, direction: str) -> LagTable:
    """Return the log-density by lag for a direction, from buckets of growing width."""
    edges = _tables()[name]["edges"]
    shares = _log_shares(_tables()[name][direction])
    widths = [int(end - start) for start, end in pairwise(edges)]
    return LagTable(int(edges[0]), np.repeat(shares - np.log(widths), widths))


@cache
def rates(name: str, place: str) -> LagTable:
    """Return the log-rate by lag for a place in the text, from buckets of growing width."""
    edges = _tables()[name]["edges"]
    values = np.log(np.asarray(_tables()[name][place], dtype=np.float64))
    widths = [int(end - start) for start, end in pairwise(edges)]
    return LagTable(int(edges[0]), np.repeat(values, widths))


def _log_shares(counts: list[float]) -> Weights:
    smooth = np.asarray(counts, dtype=np.float64) + _SMOOTHING
    return np.asarray(np.log(smooth / smooth.sum()))


@cache
def _tables() -> dict[str, dict[str, list[float]]]:
    with _FILE.open("rb") as file:
        return tomllib.load(file)
