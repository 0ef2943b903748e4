"""Which events are in view: by words, by track, and whether rejected ones show."""

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt, Signal
from typing_extensions import override

from core.model import Event
from gui.event_model import EVENT, EventModel, Index


class EventFilter(QSortFilterProxyModel):
    """Filters the event table; what passes is also what the chart draws.

    Signals:
        passed: other events pass than before.
    """

    passed = Signal()

    def __init__(self, model: EventModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: tuple[str, ...] = ()
        self._track = ""
        self._rejected = False
        self.setSourceModel(model)

    def narrow(
        self, *, words: str | None = None, track: str | None = None, rejected: bool | None = None
    ) -> None:
        """Change what passes; None leaves as it is.

        Args:
            words: all of them must be somewhere in the event's row or quotes.
            track: the only track to show; empty for both.
            rejected: whether events the user has rejected are shown.
        """
        if words is not None:
            self._words = tuple(words.casefold().split())
        if track is not None:
            self._track = track
        if rejected is not None:
            self._rejected = rejected
        self.invalidate()
        self.passed.emit()

    def events(self) -> list[Event]:
        """Return the events that pass, in the order of the table."""
        return list(filter(self.admits, self._model.events()))

    def event_at(self, row: int) -> Event:
        """Return the event in a row of the table as shown."""
        event: Event = self.index(row, 0).data(EVENT)
        return event

    def row_of(self, identifier: str) -> int:
        """Return the row of an event as shown, -1 where it does not pass."""
        return self.mapFromSource(self._model.index(self._model.row_of(identifier), 0)).row()

    def admits(self, event: Event) -> bool:
        """Say whether an event passes."""
        if event.marks.confirmed is False and not self._rejected:
            return False
        if self._track and event.track != self._track:
            return False
        if not self._words:
            return True
        text = self._model.words_of(event)
        return all(word in text for word in self._words)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self.admits(self._model.event_at(source_row))

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        # the model sorts a hundred thousand rows in one go; Qt would ask for every comparison
        self._model.sort(column, order)
