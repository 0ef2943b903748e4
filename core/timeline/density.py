"""Draws the rhythm behind single events: the reports of a lane in bins of whole days, weeks or months."""

from collections.abc import Sequence

import numpy as np

from core.scene import Floats, Panel
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import Sheet
from core.timeline.skyline import Skyline
from core.timeline.table import EventTable, Indices

_BINS = ((1, "day"), (7, "week"), (30, "30 days"), (91, "quarter"), (365, "year"), (3650, "ten years"))
_LEAST = 5.0  # px of a bin at least
_FEW = 8  # events up to which there is no rhythm to speak of


def bin_days(panel: Panel) -> tuple[int, str]:
    """Return the length of a bin in days and its name, wide enough to be seen."""
    return next(((days, name) for days, name in _BINS if days * panel.density >= _LEAST), _BINS[-1])


def counts(table: EventTable, chosen: Indices, panel: Panel, days: int) -> tuple[Floats, Floats]:
    """Return the starts of the bins and the reports in each: events weighed by their sources.

    Weeks begin on Mondays. Events known less well than a bin (a year told for a day) are left out.
    """
    anchor = 1 if days == 7 else 0
    low = np.floor((panel.first - anchor) / days) * days + anchor
    number = max(1, int(np.ceil((panel.last - low) / days)))
    sharp = chosen[table.span[chosen] | (table.end[chosen] - table.start[chosen] <= max(2, days))]
    bins = ((table.at[sharp] - low) // days).astype(np.int64)
    inside = (bins >= 0) & (bins < number)
    heights = np.bincount(bins[inside], weights=table.sources[sharp][inside], minlength=number)
    return low + days * np.arange(number, dtype=float), heights.astype(float)


def tallest(table: EventTable, lanes: Sequence[Indices], panel: Panel) -> float:
    """Return the greatest number of reports in a bin of any lane."""
    days, _ = bin_days(panel)
    return max((float(counts(table, inside, panel, days)[1].max()) for inside in lanes), default=0.0)


def bars(lane: Lane, setting: Setting, inside: Indices, unit: float) -> Floats:
    """Return the boxes (n, 4) of the bars, ``unit`` px high for a report; none where there is no rhythm."""
    if not setting.view.density or not unit or not (lane.crowded or len(inside) > _FEW):
        return np.zeros((0, 4))
    days, _ = bin_days(lane.panel)
    starts, heights = counts(setting.table, inside, lane.panel, days)
    starts, heights = starts[heights > 0], heights[heights > 0]
    pitch = days * lane.panel.density
    left = np.clip(lane.panel.xs(starts), lane.left, lane.right)
    right = np.clip(left + pitch - min(1.5, pitch * 0.15), lane.left, lane.right)
    high = np.maximum(1.0, heights * unit)
    top = lane.foot - high if lane.up else np.full_like(high, lane.foot)
    bottom = np.full_like(high, lane.foot) if lane.up else lane.foot + high
    return np.column_stack([left, top, right, bottom])


def draw(sheet: Sheet, lane: Lane, boxes: Floats) -> None:
    """Draw the bars: strong in a crowd, else pale behind single marks."""
    if len(boxes):
        role = lane.track.colour + ("-strong" if lane.crowded else "-pale")
        sheet.density.setdefault(role, []).append(boxes)
        sheet.note("density")


def fill(lane: Lane, boxes: Floats, ground: Skyline) -> None:
    """Fill the ground with the bars."""
    for left, top, right, bottom in boxes.tolist():
        ground.fill(left - lane.left, right - lane.left, bottom - top + 2)
