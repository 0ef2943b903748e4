"""Has the chart's renderer draw the picture that the canvas shows, the very one that an export would hold.

What lays out and draws the chart is imported with the first events, so that the window stands before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage

from core.model import Event, Link
from gui.span import Span

if TYPE_CHECKING:
    from core.chart import Theme
    from core.scene import HitMap, Scene
    from core.timeline import EventTable

_DPI = 100.0  # any value gives the same picture
_ONE_AT_A_TIME = Lock()  # matplotlib's fonts are not for two threads at once


@dataclass(frozen=True)
class Drawn:
    """A picture of the chart: the time it spans, the part of it that moves with time, and what is where."""

    image: QImage
    span: Span
    plot: QRectF
    hits: "HitMap"
    scene: "Scene"

    @property
    def description(self) -> str:
        """What the picture shows, in words."""
        return self.scene.description

    def event_at(self, at: QPointF) -> str:
        """Return the id of the event drawn at a point; empty where there is none."""
        return self.hits.at(at.x(), at.y())

    def place_of(self, identifier: str) -> QRectF | None:
        """Return where an event's mark is; None where it has none in view."""
        box = self.hits.place(identifier)
        return None if box is None else QRectF(QPointF(*box[:2]), QPointF(*box[2:]))


@dataclass(frozen=True)
class Content:
    """What there is to draw, and the time it takes: all of it, and all but far outliers."""

    events: "EventTable"
    links: tuple[Link, ...]
    whole: Span | None
    fitting: Span | None


def laid_out(events: Sequence[Event], links: Sequence[Link]) -> Content:
    """Return the events with what the chart needs to know of them all; a span is None without any date."""
    from core.timeline import fit, prepare, reach

    table = prepare(events)
    whole, fitting = (Span(*reach(table)), Span(*fit(table, cut=True))) if len(table) else (None, None)
    return Content(table, tuple(links), whole, fitting)


def draw_chart(
    content: Content,
    span: Span,
    size: QSizeF,
    ratio: float,
    *,
    theme: str,
    legend: bool,
    previous: "Scene | None",
) -> Drawn:
    """Draw the events of a span of time; ``size`` is in the widget's px, each ``ratio`` px of the screen.

    Where the time has only moved since the ``previous`` scene, what stays in view keeps its place.
    """
    from core.chart import FontMeasure, themes
    from core.scene import Frame, View
    from core.timeline import build_scene

    view = View(
        first=span.start,
        last=span.end,
        width=size.width(),
        height=size.height(),
        frame=Frame.BARE,
        legend=legend,
    )
    scene = build_scene(content.events, content.links, view, FontMeasure(), previous)
    image, hits = painted(scene, ratio, themes()[theme])
    left, top, right, bottom = scene.panels[0].box
    return Drawn(image, span, QRectF(QPointF(left, top), QPointF(right, bottom)), hits, scene)


def painted(scene: "Scene", ratio: float, theme: "Theme") -> "tuple[QImage, HitMap]":
    """Return the picture of a scene, ``ratio`` px for each of its own, and where its events are."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    from core.chart import draw

    with _ONE_AT_A_TIME:
        figure = Figure(figsize=(scene.width / _DPI, scene.height / _DPI), dpi=_DPI * ratio)
        canvas = FigureCanvasAgg(figure)
        hits = draw(figure, scene, theme)
        canvas.draw()  # type: ignore[no-untyped-call]
        width, height = canvas.get_width_height()
        pixels = canvas.buffer_rgba()  # type: ignore[no-untyped-call]
        image = QImage(pixels, width, height, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    return image, hits
