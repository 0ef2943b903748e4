"""The chart of the project: gives the canvas the events in view, and the words for what the pointer is on."""

import datetime as dt
from collections.abc import Sequence
from html import escape
from math import ceil

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from core.model import Event, Link
from core.wording import count
from gui import wording
from gui.canvas import Canvas
from gui.drawing import Content, Drawn, draw_chart, laid_out
from gui.look import Look
from gui.span import Span


class ChartPane(QFrame):
    """Draws events as the two timelines.

    Signals:
        chosen(str): the user clicked an event's mark; empty for none.
        stepped(int): the user wants the event so many further on.
    """

    chosen = Signal(str)
    stepped = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._content: Content | None = None
        self._by_id: dict[str, Event] = {}
        self._legend = True
        self._known = False
        self.canvas = Canvas(self._drawn, self._tip, look, self)
        self.canvas.chosen.connect(self.chosen)
        self.canvas.stepped.connect(self.stepped)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)

    def show_events(self, events: Sequence[Event], links: Sequence[Link], selected: str) -> None:
        """Show these events; the time in view stays, except for a project shown for the first time."""
        before = self._content.fitting if self._content else None
        shown = [event for event in events if event.marks.confirmed is not False]
        self._content = content = laid_out(shown, links)
        self._by_id = {event.id: event for event in shown}
        fitted = before is not None and self.canvas.span == before
        keep = self._known and not fitted
        self.canvas.show_time(content.fitting, content.whole, keep=keep, nothing=_nothing(len(shown)))
        self._known = self._known or content.whole is not None
        self.select(selected)

    def forget(self) -> None:
        """Begin with another project: the next events are shown in full."""
        self._known = False

    def select(self, identifier: str) -> None:
        """Ring an event's mark and bring it into view."""
        event = self._by_id.get(identifier)
        self.canvas.select(identifier, _middle(event) if event else None)

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self._look = look
        self.canvas.restyle(look)

    def show_legend(self, shown: bool) -> None:
        """Show or hide the legend."""
        self._legend = shown
        self.canvas.restyle(self._look)

    def days_in_view(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and last day in view, None where there is no chart."""
        span = self.canvas.span
        if span is None:
            return None
        return dt.date.fromordinal(int(span.start)), dt.date.fromordinal(
            max(int(span.start), ceil(span.end) - 1)
        )

    @property
    def quiet(self) -> bool:
        """Whether the chart is drawn in full."""
        return self.canvas.quiet

    def _drawn(self, span: Span, size: QSizeF, ratio: float) -> Drawn:
        assert self._content is not None  # there is a span, so there are events
        look = self._look.name
        before = self.canvas.drawn.scene if self.canvas.drawn else None
        return draw_chart(self._content, span, size, ratio, theme=look, legend=self._legend, previous=before)

    def _tip(self, identifier: str) -> str:
        event = self._by_id.get(identifier)
        return "" if event is None else tip(event)


def tip(event: Event) -> str:
    """Return what hovering over an event tells: title, date in words, status, who and where, sources."""
    facts = [wording.parties(event), wording.place(event), wording.toll(event)]
    lines = [
        f"{wording.date(event.edtf)} · {wording.STATUSES[event.status].lower()}",
        " · ".join(fact for fact in facts if fact),
        count(event.sources, "source") + f", {count(len(event.mentions), 'mention')}",
    ]
    return f"<b>{escape(event.title)}</b><br>" + "<br>".join(escape(line) for line in lines if line)


def _nothing(events: int) -> str:
    """Return why there is no chart, and what helps."""
    if not events:
        return "No events to show."
    return (
        f"{count(events, 'event')} found, but none has a known date yet.\n"
        "Set the publication date above the article to place them in time."
    )


def _middle(event: Event) -> float | None:
    days = [day.toordinal() for day in (event.first, event.last) if day is not None]
    return sum(days) / len(days) + 0.5 if days else None
