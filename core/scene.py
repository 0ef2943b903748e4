"""What a chart shows, in numbers: the view asked for, and the scene laid out for it. No drawing, no window.

Units: lengths are px of the scene, x to the right, y DOWN from the top left corner; a drawing may be larger
(a figure of twice the px draws the same scene at double resolution). Times are days: ``date.toordinal()``
plus a fraction, so that noon of a day is ``day.toordinal() + 0.5``.

How a window uses it:

- ``events = prepare(events)`` once per list of events (``core.timeline``), then for each full draw
  ``scene = build_scene(events, links, View(first=, last=, width=, height=, frame=Frame.BARE), measure)`` and
  ``hits = draw(figure, scene, theme)`` (``core.chart``) on a figure of ``width * ratio`` by
  ``height * ratio`` px; any dpi gives the same layout.
- Zoom and pan: another ``first`` and ``last``; ``scene.time(x)`` and ``scene.x(time)`` convert on the plot.
  Give ``build_scene`` the ``previous`` scene, and what stays in view while panning keeps its place.
- Hit test: ``hits.at(x, y)`` is the id of the event under a point in px of the scene, or "".
- Selection: ring ``hits.place(id)`` over the finished picture; nothing is drawn anew.
- Light or dark: the theme's name is given to ``draw`` alone; a scene names only colour roles.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Align = Literal["left", "center", "right"]
FOLD = 64.0
"""Width of a folded stretch of time, in px."""


class Measure(Protocol):
    """Knows the fonts; injected, so that layout needs no drawing library."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a line of text in px, for a font size in px."""
        ...

    def shown(self, text: str) -> str:
        """Return the text as drawn (shaped, in visual order); "" where no font has its letters."""
        ...


class Frame(StrEnum):
    """How much stands around the plot."""

    FULL = "full"  # title, subtitle, legend, source line: a chart to be published
    BARE = "bare"  # legend at most: the window has its own title


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What the source line tells. ``first`` and ``last`` publication are EDTF days or empty.

    ``outlets`` is 0 where not every article names its own. ``tables`` are those that events were imported
    from, each with the number of its events that no article tells.
    """

    articles: int = 0
    outlets: int = 0
    first: str = ""
    last: str = ""
    inferred: int = 0
    tables: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """What is asked of a chart. None stands for what is made from the events; an empty text for none.

    ``width`` and ``height`` are px of the scene. ``tracks`` and ``statuses`` filter; empty means all.
    ``today`` and ``published`` are times of markers. ``count_from`` is the time
    from which events are numbered, where it is not the first shown. ``rows`` stacks the time in so many rows.
    ``fold`` shortens long empty stretches of time.
    """

    first: float | None = None
    last: float | None = None
    width: float = 1600.0
    height: float = 900.0
    frame: Frame = Frame.FULL
    title: str | None = None
    subtitle: str | None = None
    note: str = ""
    tracks: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    confidence: float = 0.0
    legend: bool = True
    labels: bool = True
    links: bool = True
    density: bool = True
    numbered: bool = False
    count_from: float | None = None
    rows: int = 1
    fold: bool = False
    today: float | None = None
    published: tuple[float, ...] = ()
    sources: SourceFacts = field(default_factory=SourceFacts)


@dataclass(frozen=True, slots=True)
class Mark:
    """A glyph at a point. ``style`` is filled, hollow, dashed or struck; ``event`` is "" in the legend."""

    x: float
    y: float
    radius: float
    glyph: str
    colour: str
    style: str = "filled"
    event: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A stroke of one or more points; ``arrow`` puts a head on its last one. Low ``layer`` is drawn first."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0
    dashed: bool = False
    arrow: bool = False
    layer: int = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle; ``outline`` names the role of its edge, dashed or not, where it has one."""

    box: Box
    colour: str
    outline: str = ""
    dashed: bool = False
    layer: int = 1
    event: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text. ``x`` is its ``align`` edge, ``y`` its baseline; ``box`` bounds what is drawn."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    bold: bool = False
    align: Align = "left"
    box: Box = (0.0, 0.0, 0.0, 0.0)
    event: str = ""
    paper: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """A plot: its box, and the time it spans. ``folds`` are stretches of time drawn ``FOLD`` px wide each."""

    box: Box
    first: float
    last: float
    folds: tuple[tuple[float, float], ...] = ()

    @property
    def density(self) -> float:
        """The px of a day, outside of folds."""
        days = self.last - self.first - sum(end - start for start, end in self.folds)
        return (self.box[2] - self.box[0] - FOLD * len(self.folds)) / days

    def stretches(self) -> list[tuple[float, float, float]]:
        """Return (start, end, x of the start) of the time between folds, in order."""
        x, start, found = self.box[0], self.first, []
        for fold in (*self.folds, (self.last, self.last)):
            found.append((start, fold[0], x))
            x, start = x + (fold[0] - start) * self.density + FOLD, fold[1]
        return found

    def xs(self, times: Floats) -> Floats:
        """Return where times are, in px; times beyond the ends lie on beyond the plot."""
        folded = np.zeros_like(times)
        for start, end in self.folds:
            folded += np.clip((times - start) / (end - start), 0, 1) * (end - start - FOLD / self.density)
        return self.box[0] + (times - self.first - folded) * self.density

    def x(self, time: float) -> float:
        """Return where a time is, in px."""
        density, shown = self.density, time - self.first
        for start, end in self.folds:
            shown -= min(1.0, max(0.0, (time - start) / (end - start))) * (end - start - FOLD / density)
        return self.box[0] + shown * density

    def time(self, x: float) -> float:
        """Return the time at a place."""
        parts = self.stretches()
        start, _, left = next((part for part in reversed(parts) if x >= part[2]), parts[0])
        return start + (x - left) / self.density


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """How a lane was laid out: its height, the form of its labels, and the heights (px over the foot) in it.

    ``rows`` are by event id; ``flags`` by the ids of the events told together, as (side, height).
    """

    height: float
    form: str
    rows: Mapping[str, float]
    flags: Mapping[frozenset[str], tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Layout:
    """What the next scene keeps to where the view has only moved. ``lanes`` are by track; px throughout."""

    view: View
    legend: float
    unit: float
    lanes: Mapping[str, LaneLayout]


@dataclass(frozen=True)
class Scene:
    """Everything to be drawn. ``bars_*`` hold the density as boxes (n, 4) for each colour role.

    ``named`` are the ids of the events that have a label, ``numbers`` the number each event has in the key.
    ``hidden`` counts events in view that have no mark of their own. ``layout`` is for the next scene.
    """

    width: float
    height: float
    panels: tuple[Panel, ...]
    marks: tuple[Mark, ...]
    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    density: Mapping[str, Floats]
    title: str
    description: str
    named: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    hidden: int = 0
    layout: Layout | None = None

    def x(self, time: float) -> float:
        """Return where a time is on the first panel, in px."""
        return self.panels[0].x(time)

    def time(self, x: float) -> float:
        """Return the time at a place on the first panel."""
        return self.panels[0].time(x)


@dataclass(frozen=True)
class HitMap:
    """Where events were drawn. ``boxes`` (n, 4) belong to ``events``; what is drawn last is hit first."""

    boxes: Floats
    events: tuple[str, ...]
    marks: Mapping[str, Box]

    def at(self, x: float, y: float) -> str:
        """Return the id of the event at a point in px of the scene, or ""."""
        if not len(self.events):
            return ""
        left, top, right, bottom = self.boxes.T
        found = np.flatnonzero((left <= x) & (x <= right) & (top <= y) & (y <= bottom))
        return self.events[found[-1]] if len(found) else ""

    def place(self, event: str) -> Box | None:
        """Return the box of an event's mark, or None where it has none in view."""
        return self.marks.get(event)
