"""Counts the reports of a lane in bins of whole days, weeks or months: the rhythm behind single events."""

import numpy as np

from core.scene import Floats
from core.timeline.table import EventTable

_BINS = ((1, "day"), (7, "week"), (30, "30 days"), (91, "quarter"), (365, "year"), (3650, "ten years"))
_LEAST = 5.0  # px of a bin at least


def bin_days(first: float, last: float, width: float) -> tuple[int, str]:
    """Return the length of a bin in days and its name, wide enough to be seen."""
    for days, name in _BINS:
        if days / (last - first) * width >= _LEAST:
            return days, name
    return _BINS[-1]


def counts(
    table: EventTable, chosen: np.ndarray, first: float, last: float, days: int
) -> tuple[Floats, Floats]:
    """Return the starts of the bins and the reports in each: events weighed by their sources.

    Weeks begin on Mondays. Events known less well than a bin (a year told for a day) are left out.
    """
    anchor = 1 if days == 7 else 0
    low = np.floor((first - anchor) / days) * days + anchor
    number = max(1, int(np.ceil((last - low) / days)))
    sharp = chosen & (table.span | (table.end - table.start <= max(2, days)))
    bins = ((table.at[sharp] - low) // days).astype(np.int64)
    inside = (bins >= 0) & (bins < number)
    heights = np.bincount(bins[inside], weights=table.sources[sharp][inside], minlength=number)
    return low + days * np.arange(number, dtype=float), heights.astype(float)
