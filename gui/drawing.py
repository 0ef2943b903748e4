"""Has the chart's renderer draw the picture that the canvas shows, the very one that an export would hold.

matplotlib is imported with the first picture, so that the window stands before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage

from core.model import Link
from core.scene import Frame, HitMap, Scene, View
from core.timeline import EventTable, build_scene, fit, reach
from gui.span import Span

if TYPE_CHECKING:
    from core.chart import Theme

_DPI = 100.0  # any value gives the same picture
_ONE_AT_A_TIME = Lock()  # matplotlib's fonts are not for two threads at once


@dataclass(frozen=True)
class Drawn:
    """A picture of the chart: the time it spans, the part of it that moves with time, and what is where."""

    image: QImage
    span: Span
    plot: QRectF
    hits: HitMap
    scene: Scene

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


def fitting_span(events: EventTable) -> Span | None:
    """Return the time that shows all events but far outliers; None where none has a date."""
    return Span(*fit(events, cut=True)) if len(events) else None


def whole_span(events: EventTable) -> Span | None:
    """Return the time that shows all events; None where none has a date."""
    return Span(*reach(events)) if len(events) else None


def draw_chart(
    events: EventTable,
    links: Sequence[Link],
    span: Span,
    size: QSizeF,
    ratio: float,
    *,
    theme: str,
    legend: bool,
    previous: Scene | None,
) -> Drawn:
    """Draw the events of a span of time; ``size`` is in the widget's px, each ``ratio`` px of the screen.

    Where the time has only moved since the ``previous`` scene, what stays in view keeps its place.
    """
    from core.chart import FontMeasure, themes

    view = View(
        first=span.start,
        last=span.end,
        width=size.width(),
        height=size.height(),
        frame=Frame.BARE,
        legend=legend,
    )
    scene = build_scene(events, links, view, FontMeasure(), previous)
    image, hits = painted(scene, ratio, themes()[theme])
    left, top, right, bottom = scene.panels[0].box
    return Drawn(image, span, QRectF(QPointF(left, top), QPointF(right, bottom)), hits, scene)


def painted(scene: Scene, ratio: float, theme: "Theme") -> tuple[QImage, HitMap]:
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
