"""What the parts of a lane's layout share: the lane's place, and what was asked of the chart."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.scene import Panel, View
from core.taxonomy import Track
from core.timeline.table import EventTable


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane's place: ``foot`` is the y of its axis side, ``up`` whether it grows upwards; px throughout.

    ``crowded`` tells that it holds more events than can be drawn one by one.
    """

    track: Track
    panel: Panel
    foot: float
    height: float
    up: bool
    crowded: bool = False

    @property
    def left(self) -> float:
        """The x where it begins."""
        return self.panel.box[0]

    @property
    def right(self) -> float:
        """The x where it ends."""
        return self.panel.box[2]

    def x(self, time: float) -> float:
        """Return the x of a time."""
        return self.panel.x(time)

    def y(self, height: float) -> float:
        """Return the y of a height over the foot."""
        return self.foot - height if self.up else self.foot + height


@dataclass(frozen=True, slots=True)
class Setting:
    """The events, the view asked for, whether labels tell the year, and the numbers of the key by event."""

    table: EventTable
    view: View
    year: bool
    numbers: Mapping[str, int]

    @property
    def number_room(self) -> float:
        """The px that a number takes beside its mark; 0 where there are none."""
        return 5.0 + 6.5 * len(str(max(self.numbers.values()))) if self.numbers else 0.0
