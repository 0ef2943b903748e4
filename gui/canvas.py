"""The chart as a widget: the drawn picture, moved and stretched while the hand moves, drawn anew at rest."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGesture, QGestureEvent, QPinchGesture, QToolTip, QWidget
from typing_extensions import override

from gui.drawing import Drawn
from gui.look import Look
from gui.span import Span

REST = 120  # ms after the last movement until the chart is drawn in full
_STEP = 1.25  # zoom of one key press
_NOTCH = 1.0016  # zoom of one unit of a wheel's angle; a notch has 120
_PAN = 0.1  # share of the view that an arrow key moves by
_DRAG = 4  # px a press must move to count as a drag

Draw = Callable[[Span, QSizeF, float], Drawn]


class Canvas(QWidget):
    """Shows what ``draw`` draws, for the span in view.

    Signals:
        chosen(str): the user clicked the mark of this event; empty for a click beside all marks.
        stepped(int): the user wants the event so many further on.
    """

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(
        self, draw: Draw, tip: Callable[[str], str], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draw = draw
        self._tip = tip
        self._look = look
        self._drawn: Drawn | None = None
        self._fitting: Span | None = None
        self._whole: Span | None = None
        self._span: Span | None = None
        self._selected_at: float | None = None
        self._selected = self._hovered = self._nothing = ""
        self._press: QPointF | None = None
        self._dragged_from: Span | None = None
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._draw_now)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Timeline chart")
        self.setMinimumSize(300, 180)

    # --- what is shown

    def show_time(self, fitting: Span | None, whole: Span | None, *, keep: bool, nothing: str = "") -> None:
        """Show other events: all lie in ``whole``, and all but far outliers in ``fitting``.

        With ``keep`` the time in view stays; ``nothing`` are the words shown where there is no time to show.
        """
        self._fitting, self._whole = fitting, whole
        self._nothing = nothing
        if whole is None or self._span is None or not keep:
            self._span = fitting
        self._draw_soon(0)

    def select(self, identifier: str, time: float | None) -> None:
        """Ring the mark of an event, and bring its time into view."""
        self._selected, self._selected_at = identifier, time
        self._show(time)
        self.update()

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self._look = look
        self._draw_soon(0)

    @property
    def quiet(self) -> bool:
        """Whether the picture is the full one."""
        return not self._rest.isActive()

    @property
    def span(self) -> Span | None:
        """The time in view."""
        return self._span

    @property
    def drawn(self) -> Drawn | None:
        """What was drawn last."""
        return self._drawn

    # --- moving about

    def zoom(self, factor: float, share: float = 0.5) -> None:
        """Show a time ``factor`` times as long; the time at ``share`` of the view stays in its place."""
        if self._span is not None:
            self._go(self._span.zoomed(factor, share))

    def zoom_in(self) -> None:
        """Zoom in by a step."""
        self.zoom(1 / _STEP)

    def zoom_out(self) -> None:
        """Zoom out by a step."""
        self.zoom(_STEP)

    def pan(self, share: float) -> None:
        """Move by a share of the time in view; positive is later."""
        if self._span is not None:
            self._go(self._span.moved(share))

    def fit(self) -> None:
        """Show all events but far outliers; where these are shown already, the outliers too."""
        if self._fitting is not None and self._whole is not None:
            self._go(self._whole if self._span == self._fitting else self._fitting, 0)

    def _show(self, time: float | None) -> None:
        """Move so far that a time is in view."""
        if time is not None and self._span is not None:
            self._go(self._span.showing(time), 0)

    def _go(self, span: Span, wait: int = REST) -> None:
        if self._whole is not None:
            span = span.within(self._whole)
        if span != self._span:
            self._span = span
            self._draw_soon(wait)
            self.update()

    # --- drawing

    def _draw_soon(self, wait: int) -> None:
        self._rest.start(wait)

    def _draw_now(self) -> None:
        if self._span is None or not self.isVisible():
            self._drawn = None
            self.setAccessibleDescription(self._nothing)
        else:
            self._drawn = self._draw(self._span, QSizeF(self.size()), self.devicePixelRatioF())
            self.setAccessibleDescription(self._drawn.description)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.paper))
        if self._drawn is None or self._span is None:
            painter.setPen(QColor(self._look.faint))
            middle = self.rect().adjusted(40, 0, -40, 0)
            painter.drawText(middle, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._nothing)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QPointF(0, 0), self._drawn.image)
        if self._span != self._drawn.span:
            self._paint_moved(painter, self._drawn, self._span)
        else:
            self._paint_rings(painter, self._drawn)

    def _paint_moved(self, painter: QPainter, drawn: Drawn, span: Span) -> None:
        """Paint the part that moves with time where it will be; the names of the lanes stay."""
        plot, ratio = drawn.plot, drawn.image.devicePixelRatio()
        left = plot.left() + span.share(drawn.span.start) * plot.width()
        target = QRectF(left, plot.top(), drawn.span.days / span.days * plot.width(), plot.height())
        source = QRectF(plot.topLeft() * ratio, plot.size() * ratio)
        painter.setClipRect(plot)
        painter.fillRect(plot, QColor(self._look.paper))
        painter.drawImage(target, drawn.image, source)

    def _paint_rings(self, painter: QPainter, drawn: Drawn) -> None:
        for identifier, width in ((self._hovered, 1.2), (self._selected, 2.2)):
            place = drawn.place_of(identifier)
            if place is not None:
                painter.setPen(QPen(QColor(self._look.ink), width))
                painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), 6, 6)
        if self._selected_at is not None and drawn.place_of(self._selected) is None:
            self._paint_time(painter, drawn, self._selected_at)

    def _paint_time(self, painter: QPainter, drawn: Drawn, time: float) -> None:
        """Paint a line at the time of the event selected, where it has no mark of its own."""
        x = drawn.plot.left() + drawn.span.share(time) * drawn.plot.width()
        painter.setPen(QPen(QColor(self._look.ink), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, drawn.plot.top()), QPointF(x, drawn.plot.bottom()))

    # --- the hand

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        angle = event.angleDelta()
        sideways = angle.x() if abs(angle.x()) > abs(angle.y()) else 0
        if not sideways and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = angle.y()
        if sideways:
            self.pan(-sideways / 120 * _PAN)
        else:
            self.zoom(_NOTCH ** -angle.y(), self._share(event.position()))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press, self._dragged_from = event.position(), None

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self._hover(event.position())
            return
        moved = event.position() - self._press
        if self._dragged_from is None and moved.manhattanLength() >= _DRAG:
            self._dragged_from = self._span
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged_from is not None and self._drawn is not None:
            self._go(self._dragged_from.moved(-moved.x() / self._drawn.plot.width()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._press is not None and self._dragged_from is None:
            self.chosen.emit(self._event_at(event.position()))
        self._press = self._dragged_from = None
        self._hover(event.position())

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self._event_at(event.position()):
            self.fit()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = ""
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key
        whole = self._whole
        acts: dict[int, Callable[[], object]] = {
            key.Key_Plus: self.zoom_in,
            key.Key_Equal: self.zoom_in,
            key.Key_Minus: self.zoom_out,
            key.Key_0: self.fit,
            key.Key_Left: lambda: self.pan(-_PAN),
            key.Key_Right: lambda: self.pan(_PAN),
            key.Key_PageUp: lambda: self.pan(-0.9),
            key.Key_PageDown: lambda: self.pan(0.9),
            key.Key_Home: partial(self._show, whole.start if whole else None),
            key.Key_End: partial(self._show, whole.end if whole else None),
            key.Key_Up: lambda: self.stepped.emit(-1),
            key.Key_Down: lambda: self.stepped.emit(1),
        }
        act = acts.get(event.key())
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 / max(0.2, 1 + event.value()), self._share(event.position()))
                return True
        elif isinstance(event, QGestureEvent):
            return self._pinch(event.gesture(Qt.GestureType.PinchGesture))
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(self._event_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def _pinch(self, gesture: QGesture | None) -> bool:
        if not isinstance(gesture, QPinchGesture):
            return False
        centre = self.mapFromGlobal(gesture.centerPoint())
        self.zoom(1 / max(0.2, gesture.scaleFactor()), self._share(centre))
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_soon(REST if self._drawn else 0)

    def _share(self, at: QPointF) -> float:
        """Return where a point is on the time axis, as a share of the time in view."""
        if self._drawn is None:
            return 0.5
        plot = self._drawn.plot
        return min(1.0, max(0.0, (at.x() - plot.left()) / plot.width()))

    def _event_at(self, at: QPointF) -> str:
        if self._drawn is None or self._span != self._drawn.span:
            return ""
        return self._drawn.event_at(at)

    def _hover(self, at: QPointF) -> None:
        found = self._event_at(at)
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found != self._hovered:
            self._hovered = found
            QToolTip.hideText()
            self.update()
