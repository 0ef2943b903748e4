"""Draws the links between events: arrows along the axis from a plan or deadline to what came of it."""

from collections.abc import Sequence

from core.model import Link
from core.scene import Line
from core.timeline.setting import Lane
from core.timeline.sheet import RADIUS, Sheet
from core.timeline.table import EventTable, Indices

_HEIGHT = 9.0  # over the foot
_LEAST = 26.0  # px from event to event
_MOST = 200
_UNDRAWN = ("responds",)  # said in the table; drawn, they would tie everything to everything


def draw(
    sheet: Sheet, table: EventTable, links: Sequence[Link], lanes: Sequence[Lane], seen: Indices
) -> None:
    """Draw an arrow from each event to the later one that holds, moves, cancels or renews it."""
    drawn = [link for link in links if link.kind not in _UNDRAWN][:_MOST]
    if not drawn:
        return
    places = {table.events[i].id: int(i) for i in seen}
    for link in drawn:
        early, late = places.get(link.earlier), places.get(link.later)
        if early is None or late is None:
            continue
        lane = next(lane for lane in lanes if lane.track.name == table.events[late].track)
        start, end = (min(max(lane.x(float(table.at[i])), lane.left), lane.right) for i in (early, late))
        if abs(end - start) < _LEAST:
            continue
        y, towards = lane.y(_HEIGHT), RADIUS - 1 if end > start else 1 - RADIUS
        ends = ((start + towards, y), (end - towards, y))
        sheet.lines.append(Line(ends, lane.track.colour, 1.2, True, True, 3))
        sheet.note("link")
