"""Finds the time a chart shows: all events, but for far outliers that would squash the rest."""

import numpy as np
import numpy.typing as npt

from core.scene import View
from core.timeline.table import EventTable, Indices

Times = np.ndarray[tuple[int], np.dtype[np.float64]]
_NO_TIME = (730120.0, 730150.0)  # shown where there is no event: January 2000
_LEAST = 6.0  # days shown at least
_AIR = 0.04  # share of the time left free at each side
_FAR = 4.0  # a gap this many times the rest cuts outliers off
_FOLDED, _FOLDED_SHARE = 300.0, 0.12  # days, and share of the time, from which an empty stretch is folded
_CUT = 1.5  # where nothing folds, an empty stretch this many times the rest cuts outliers off
_FOLDS = 4
_KEPT = 60.0  # days kept free beside a fold at most
_FEW = 0.15  # outliers are at most this share of the events
_SHARP, _WEEK = 31.0, 7.0  # days
_SMALL = 7  # of fewer events, one is left out only behind a stretch that would be folded


def fit(table: EventTable, *, fold: bool = False, cut: bool = False) -> tuple[float, float]:
    """Return the first and last time to show. Few and far outliers are left to the notes at the edges.

    ``cut`` is for a view that cannot fold: few events behind a stretch that would be folded are left out too.
    """
    if not len(table):
        return _NO_TIME
    middle = (table.start + table.end) / 2
    low, high = _core(middle, table.span | (table.end - table.start <= _SHARP), cut=cut)
    kept = (middle >= low) & (middle <= high)
    precise = kept & (table.span | (table.end - table.start <= max(_SHARP, (high - low) / 4)))
    chosen = precise if precise.any() else kept
    first = min(float(table.start[chosen].min()), low - 0.5)
    last = max(float(table.end[chosen].max()), high + 0.5)
    torn = folds(table, np.arange(len(table)), first, last) if fold else ()
    return _aired(first, last, sum(end - start for start, end in torn))


def reach(table: EventTable) -> tuple[float, float]:
    """Return the first and last time that any event may lie in."""
    if not len(table):
        return _NO_TIME
    return _aired(float(table.start.min()), float(table.end.max()))


def window(table: EventTable, view: View) -> tuple[float, float]:
    """Return the time a view shows; what it leaves open is fitted to the events."""
    first, last = fit(table, fold=view.fold)
    first = first if view.first is None else view.first
    last = last if view.last is None else view.last
    return first, max(last, first + 0.02)


def folds(
    table: EventTable, wanted: Indices, first: float, last: float, most: int = _FOLDS
) -> tuple[tuple[float, float], ...]:
    """Return the longest stretches without any event, a little kept free at both ends, at most so many."""
    inside = wanted[(table.at[wanted] >= first) & (table.at[wanted] <= last)]
    lasting = wanted[table.span[wanted] & (table.start[wanted] < last) & (table.end[wanted] > first)]
    starts = np.concatenate([table.at[inside], table.start[lasting]])
    ends = np.concatenate([table.at[inside], table.end[lasting]])
    if len(starts) < 2:
        return ()
    order = np.argsort(starts)
    reached = np.maximum.accumulate(ends[order])
    gaps = starts[order][1:] - reached[:-1]
    long = np.flatnonzero((gaps >= _FOLDED) & (gaps >= _FOLDED_SHARE * (last - first)))
    long = np.sort(long[np.argsort(-gaps[long], kind="stable")][:most])
    rest = (last - first) - float(gaps[long].sum())
    keep = min(_KEPT, max(1.0, 0.06 * rest))
    return tuple((float(reached[n]) + keep, float(starts[order][n + 1]) - keep) for n in long)


def _aired(first: float, last: float, torn: float = 0.0) -> tuple[float, float]:
    """Return a time with air at its ends, long enough to be shown; ``torn`` days of it are folded."""
    lack = max(0.0, _LEAST - (last - first)) / 2
    air = max(0.5, (last - first - torn) * _AIR)
    return first - lack - air, last + lack + air


def _core(middle: Times, sharp: npt.NDArray[np.bool_], *, cut: bool) -> tuple[float, float]:
    """Return the first and last middle of the events to show; those of vague date count only where near."""
    low, high = _dense(np.sort(middle[sharp] if sharp.any() else middle), cut=cut)
    near = _FAR * max(high - low, _WEEK)
    vague = middle[(middle > low - near) & (middle < high + near) & ~sharp]
    return min(low, float(vague.min(initial=low))), max(high, float(vague.max(initial=high)))


def _dense(times: Times, *, cut: bool) -> tuple[float, float]:
    """Cut off few events behind a gap that is long against the rest, from whichever side is worse."""
    low, high = 0, len(times) - 1
    allowed = max(1, int(len(times) * _FEW)) if len(times) > 2 else 0
    least = _FOLDED if len(times) < _SMALL else 0.0
    while high - low >= 2 and low + (len(times) - 1 - high) < allowed:
        edge = max(10, allowed)
        left = _cut(times[low : high + 1], edge, least, cut=cut)
        right = _cut(-times[low : high + 1][::-1], edge, least, cut=cut)
        if not left and not right:
            break
        low, high = low + left, high - right
    return float(times[low]), float(times[high])


def _cut(times: Times, edge: int, least: float, *, cut: bool) -> int:
    """Return how many of the first times lie behind a far gap, of ``least`` days or more."""
    numbers = np.arange(1, min(edge, len(times) - 2, max(1, int(len(times) * _FEW))) + 1)
    gaps, rests = times[numbers] - times[numbers - 1], times[-1] - times[numbers]
    far = (gaps >= least) & (gaps > _FAR * np.maximum(rests, _WEEK))
    if cut:
        far |= (gaps >= _FOLDED) & (gaps > _CUT * rests)
    return int(numbers[far][-1]) if far.any() else 0
