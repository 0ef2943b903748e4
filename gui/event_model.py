"""The events as a table: one row an event, one column a field, in the words the user reads."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QIcon
from typing_extensions import override

from core.model import Event
from gui import wording
from gui.look import Look

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
EVENT = Role.UserRole  # the event of a row
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the words of a cell, what it sorts by, and its width in characters."""

    heading: str
    text: Callable[[Event], str]
    key: Callable[[Event], Any]
    width: int


def _text_key(text: Callable[[Event], str]) -> Callable[[Event], Any]:
    return lambda event: text(event).casefold()


def _by_date(event: Event) -> tuple[dt.date, dt.date]:
    first = event.first or event.last or dt.date.max
    return first, event.last or dt.date.max


def _worded(heading: str, text: Callable[[Event], str], width: int) -> Column:
    return Column(heading, text, _text_key(text), width)


COLUMNS: Sequence[Column] = (
    Column("Date", lambda event: wording.date(event.edtf), _by_date, 17),
    _worded("Event", lambda event: event.title, 38),
    _worded("Track", lambda event: wording.TRACKS.get(event.track, event.track.capitalize()), 10),
    _worded("Type", wording.kind, 17),
    _worded("Status", lambda event: wording.STATUSES[event.status], 9),
    _worded("Parties", wording.parties, 20),
    _worded("Place", wording.place, 16),
    Column("Sources", lambda event: str(event.sources), lambda event: event.sources, 8),
)
_TITLE, _TRACK = 1, 2


class EventModel(QAbstractTableModel):
    """The table of events; rows can be changed one by one without a reset."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._events: list[Event] = []
        self._order = (0, Qt.SortOrder.AscendingOrder)
        self._rows: dict[str, int] = {}
        self._words: dict[str, str] = {}
        self._answers: dict[int, Callable[[Event, int], Any]] = {
            Role.DisplayRole: lambda event, column: COLUMNS[column].text(event),
            Role.ToolTipRole: lambda event, column: _tip(event, COLUMNS[column]),
            Role.AccessibleTextRole: lambda event, column: _spoken(event, COLUMNS[column]),
            Role.ForegroundRole: self._ink,
            Role.FontRole: _font,
            Role.DecorationRole: self._sign,
            EVENT: lambda event, _column: event,
        }

    def show(self, events: Iterable[Event]) -> None:
        """Show these events in place of the former; where only fields changed, only those rows are told."""
        new = self._sorted(events)
        self._words.clear()
        if [event.id for event in new] == [event.id for event in self._events]:
            self._update(new)
            return
        self.beginResetModel()
        self._take(new)
        self.endResetModel()

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self._look = look
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._events) - 1, len(COLUMNS) - 1))

    def row_of(self, identifier: str) -> int:
        """Return the row of an event, -1 if it is not in the table."""
        return self._rows.get(identifier, -1)

    def event_at(self, row: int) -> Event:
        """Return the event in a row."""
        return self._events[row]

    def events(self) -> list[Event]:
        """Return all events, in the order of the rows."""
        return list(self._events)

    def words_of(self, event: Event) -> str:
        """Return all that can be searched for in an event: its row and its quotes, in lower case."""
        found = self._words.get(event.id)
        if found is None:
            row = [column.text(event) for column in COLUMNS]
            found = " ".join([*row, *(mention.quote for mention in event.mentions)]).casefold()
            self._words[event.id] = found
        return found

    def _update(self, new: list[Event]) -> None:
        old, self._events = self._events, new
        for row, (before, after) in enumerate(zip(old, new, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))

    def _take(self, events: list[Event]) -> None:
        self._events = events
        self._rows = {event.id: row for row, event in enumerate(events)}

    def _sorted(self, events: Iterable[Event]) -> list[Event]:
        column, order = self._order
        return sorted(events, key=COLUMNS[column].key, reverse=order is Qt.SortOrder.DescendingOrder)

    # --- what Qt asks

    @override
    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        events = [self._events[index.row()].id for index in kept]
        self._take(self._sorted(self._events))
        moved = [self.index(self._rows[e], i.column()) for e, i in zip(events, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._events)

    @override
    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return COLUMNS[section].heading
        return None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        answer = self._answers.get(role)
        return None if answer is None else answer(self._events[index.row()], index.column())

    def _ink(self, event: Event, column: int) -> QBrush | None:
        if event.marks.confirmed is False:
            return QBrush(QColor(self._look.faint))
        return QBrush(QColor(self._look.track(event.track))) if column == _TRACK else None

    def _sign(self, event: Event, column: int) -> QIcon | None:
        return self._look.sign("confirm") if column == _TITLE and event.marks.confirmed else None


def _font(event: Event, _column: int) -> QFont | None:
    if event.marks.confirmed is not False:
        return None
    font = QFont()
    font.setStrikeOut(True)
    return font


def _tip(event: Event, column: Column) -> str:
    if column is not COLUMNS[_TITLE]:
        return column.text(event)
    quotes = sorted({mention.quote for mention in event.mentions}, key=len)
    return "\n".join([event.title, *(f"“{quote}”" for quote in quotes[:2])])


def _spoken(event: Event, column: Column) -> str:
    return f"{column.heading}: {column.text(event)}"
