"""Collects what is to be drawn while a chart is laid out, and the settings all its parts share."""

from dataclasses import dataclass, field

from core.model import Event, Status
from core.scene import Align, Bar, Box, Floats, Label, Line, Mark, Measure
from core.timeline.texts import fitted

TITLE, DATE, SMALL = 12.5, 10.5, 10.0  # font sizes in px
RADIUS = 7.0  # of a mark
STYLES = {
    Status.OCCURRED: "filled",
    Status.PLANNED: "hollow",
    Status.PROPOSED: "dashed",
    Status.HYPOTHETICAL: "dashed",
    Status.DENIED: "struck",
    Status.CANCELLED: "struck",
}


@dataclass
class Sheet:
    """The growing picture."""

    measure: Measure
    marks: list[Mark] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    labels: list[Label] = field(default_factory=list)
    density: dict[str, list[Floats]] = field(default_factory=dict)
    named: list[str] = field(default_factory=list)
    symbols: dict[str, int] = field(default_factory=dict)
    hidden: int = 0
    unreadable: int = 0

    def note(self, symbol: str) -> None:
        """Remember that a symbol occurs, so that the legend explains it."""
        self.symbols[symbol] = self.symbols.get(symbol, 0) + 1

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        align: Align = "left",
        event: str = "",
        paper: bool = False,
    ) -> Label:
        """Add a line of text, ``y`` being its baseline; return it with its bounds."""
        width = self.measure.width(text, size, bold=bold)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        box: Box = (left, y - size * 0.95, left + width, y + size * 0.27)
        label = Label(x, y, text, size, colour, bold, align, box, event, paper)
        self.labels.append(label)
        return label

    def fitted(self, text: str, size: float, most: float, *, bold: bool = False, lines: int = 1) -> list[str]:
        """Return the text as shown, in lines of at most ``most`` px, cut between words."""
        return fitted(self.measure, text, size, most, bold=bold, lines=lines)

    def short(self, text: str, size: float, most: float, *, bold: bool = False) -> str:
        """Return the text as shown in one line, cut between words where it is wider than ``most`` px."""
        return "".join(self.fitted(text, size, most, bold=bold))


def style(event: Event) -> str:
    """Return how an event's status is drawn."""
    return STYLES[event.status]
