"""The table of events with its filter bar, in step with the chart."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from core.model import Event
from core.wording import count
from gui import wording
from gui.event_filter import EventFilter
from gui.event_model import COLUMNS, EventModel, Index
from gui.icons import icon
from gui.look import Look

_TYPING_PAUSE = 150  # ms after the last key until the filter is applied


class EventTable(QFrame):
    """The events in view.

    Signals:
        chosen(str): the user has selected an event.
        passed: other events are in view than before.
    """

    chosen = Signal(str)
    passed = Signal()

    def __init__(self, look: Look, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = EventModel(look, self)
        self.filter = EventFilter(self._model, self)
        self._words = self._search_field()
        self._tracks = QButtonGroup(self)
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        self.view = self._table(actions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.view)
        for before, after in pairwise((self._words, *self._tracks.buttons(), self.view)):
            self.setTabOrder(before, after)
        self.filter.passed.connect(self._after_filter)

    # --- what the window does with it

    def show_events(self, events: Sequence[Event], selected: str) -> None:
        """Show these events, with one of them selected."""
        self.view.selectionModel().blockSignals(True)
        self._model.show(events)
        self.view.selectionModel().blockSignals(False)
        self.select(selected)
        self._recount()

    def select(self, identifier: str) -> None:
        """Select an event, if it is in view, without telling anyone."""
        selection = self.view.selectionModel()
        selection.blockSignals(True)
        row = self.filter.row_of(identifier)
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        elif self.view.currentIndex().row() != row or not selection.hasSelection():
            self.view.selectRow(row)
            self.view.scrollTo(self.filter.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)
        selection.blockSignals(False)
        self.view.viewport().update()

    def chosen_events(self) -> tuple[str, ...]:
        """Return the ids of the rows selected, from the top."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return tuple(self.filter.event_at(row).id for row in rows)

    def step(self, by: int) -> None:
        """Select the event so many rows further down."""
        count = self.filter.rowCount()
        if count:
            row = self.view.currentIndex().row()
            start = row if row >= 0 else (-1 if by > 0 else count)
            self.view.selectRow(max(0, min(count - 1, start + by)))

    def seek(self) -> None:
        """Put the cursor into the search field."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def show_rejected(self, shown: bool) -> None:
        """Show or hide the events the user has rejected."""
        self.filter.narrow(rejected=shown)

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self._model.restyle(look)

    def remember(self, settings: QSettings) -> None:
        """Write the columns' widths and order."""
        settings.setValue("table/columns", self.view.horizontalHeader().saveState())

    def recall(self, settings: QSettings) -> None:
        """Restore the columns' widths and order."""
        if state := settings.value("table/columns"):
            self.view.horizontalHeader().restoreState(state)

    # --- its parts

    def _search_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText("Filter events: words, names, places")
        field.setAccessibleName("Filter events")
        field.setClearButtonEnabled(True)
        field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        field.setMaximumWidth(340)
        pause = QTimer(field)
        pause.setSingleShot(True)
        pause.setInterval(_TYPING_PAUSE)
        pause.timeout.connect(lambda: self.filter.narrow(words=field.text()))
        field.textChanged.connect(partial(_restart, pause))
        return field

    def _bar(self) -> QWidget:
        bar = QFrame(self)
        bar.setObjectName("bar")
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 7, 12, 7)
        layout.setSpacing(8)
        layout.addWidget(self._words, 4)
        for name, words in (("", "All"), *wording.TRACKS.items()):
            layout.addWidget(self._track_button(name, words))
        layout.addStretch(1)
        layout.addWidget(self._count)
        return bar

    def _track_button(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setObjectName("choice")
        button.setCheckable(True)
        button.setChecked(not name)
        button.setAccessibleName(f"Show {words.lower()} events")
        button.clicked.connect(lambda: self.filter.narrow(track=name))
        self._tracks.addButton(button)
        return button

    def _table(self, actions: Sequence[QAction]) -> QTableView:
        view = QTableView(self)
        view.setModel(self.filter)
        view.setItemDelegate(_Rows(view))
        view.setAccessibleName("Events")
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSortingEnabled(True)
        view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        line = view.fontMetrics().height()
        view.verticalHeader().setDefaultSectionSize(line + 11)
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for column, described in enumerate(COLUMNS):
            view.setColumnWidth(column, described.width * view.fontMetrics().horizontalAdvance("n") + 20)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda at: self._menu(actions, view.viewport().mapToGlobal(at))
        )
        view.selectionModel().selectionChanged.connect(self._choose)
        return view

    def _menu(self, actions: Sequence[QAction], at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(actions))
        menu.popup(at)
        menu.aboutToHide.connect(menu.deleteLater)

    # --- what happens

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        index = self.view.currentIndex()
        if index.isValid() and self.view.selectionModel().isRowSelected(index.row(), QModelIndex()):
            self.chosen.emit(self.filter.event_at(index.row()).id)

    def _after_filter(self) -> None:
        self._recount()
        self.passed.emit()

    def _recount(self) -> None:
        shown, known = self.filter.rowCount(), self._model.rowCount()
        words = count(shown, "event")
        self._count.setText(words if shown == known else f"{shown:,} of {count(known, 'event')}")


class _Rows(QStyledItemDelegate):
    """Leaves each cell its own colour where its row is selected, and puts no frame around a single cell."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        palette = option.palette
        palette.setBrush(QPalette.ColorRole.HighlightedText, palette.brush(QPalette.ColorRole.Text))
        option.palette = palette
        option.state &= ~QStyle.StateFlag.State_HasFocus


def _restart(timer: QTimer, _text: str) -> None:
    timer.start()
