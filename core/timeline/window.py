"""Finds the time a chart shows: all events, but for far outliers that would squash the rest."""

import numpy as np

from core.scene import View
from core.timeline.table import EventTable

_LEAST = 6.0  # days shown at least
_AIR = 0.04  # share of the time left free at each side
_FAR = 4.0  # a gap this many times the rest cuts outliers off
_FEW = 0.15  # outliers are at most this share of the events


def fit(table: EventTable) -> tuple[float, float]:
    """Return the first and last time to show. Far outliers are left to the notes at the edges."""
    if not len(table):
        return 0.0 + 730120, 730150.0
    low, high = _core(np.sort((table.start + table.end) / 2))
    middle = (table.start + table.end) / 2
    kept = (middle >= low) & (middle <= high)
    precise = kept & (table.span | (table.end - table.start <= max(31.0, (high - low) / 4)))
    chosen = precise if precise.any() else kept
    first = min(float(table.start[chosen].min()), low - 0.5)
    last = max(float(table.end[chosen].max()), high + 0.5)
    lack = max(0.0, _LEAST - (last - first)) / 2
    air = max(0.5, (last - first) * _AIR)
    return first - lack - air, last + lack + air


def window(table: EventTable, view: View) -> tuple[float, float]:
    """Return the time a view shows; what it leaves open is fitted to the events."""
    first, last = fit(table)
    first = first if view.first is None else view.first
    last = last if view.last is None else view.last
    return first, max(last, first + 0.02)


def _core(times: np.ndarray[tuple[int], np.dtype[np.float64]]) -> tuple[float, float]:
    """Cut off few events behind a gap that is long against the rest, from whichever side is worse."""
    low, high = 0, len(times) - 1
    allowed = max(1, int(len(times) * _FEW)) if len(times) > 2 else 0
    while high - low >= 2 and low + (len(times) - 1 - high) < allowed:
        edge = max(10, allowed)
        left = _cut(times[low : high + 1], edge)
        right = _cut(-times[low : high + 1][::-1], edge)
        if not left and not right:
            break
        low, high = low + left, high - right
    return float(times[low]), float(times[high])


def _cut(times: np.ndarray[tuple[int], np.dtype[np.float64]], edge: int) -> int:
    """Return how many of the first times lie behind a far gap."""
    for count in range(min(edge, len(times) - 2), 0, -1):
        gap, rest = times[count] - times[count - 1], times[-1] - times[count]
        if gap > _FAR * max(rest, 7.0) and count <= max(1, len(times) * _FEW):
            return count
    return 0
