"""The event selected: its title, date, track, type and status to correct, and the evidence for them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.model import Article, Event, Status
from core.project import Command, SetStatus, SetTitle, SetTrack, SetType
from gui import wording
from gui.evidence_text import Related, evidence
from gui.icons import icon
from gui.look import Look
from gui.title_edit import TitleEdit

Make = Callable[[], Command]
_EVIDENCE_LINES = 6  # that a low window leaves: who, where, how often told, and the first quote


class EventPane(QFrame):
    """Shows and edits one event.

    Signals:
        decided(callable): makes the command the user has asked for.
        mention_chosen(int): the user wants to see this mention in its article.
        event_chosen(str): the user wants to see this event, which is linked to the one shown.
    """

    decided = Signal(object)
    mention_chosen = Signal(int)
    event_chosen = Signal(str)

    def __init__(self, look: Look, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._look = look
        self._event: Event | None = None
        self._title = TitleEdit(self)
        self._title.setObjectName("title")
        self._title.setAccessibleName("Title of the event")
        self._title.setToolTip("Click to change the title")
        self._title.edited.connect(self._retitle)
        head = self._head(actions)  # made here, as Tab goes in the order in which the parts are made
        self._date = QPushButton(self)
        self._date.setObjectName("field")
        self._date.setIcon(icon("calendar"))
        self._date.setToolTip(actions["change_date"].toolTip())
        self._date.clicked.connect(actions["change_date"].trigger)
        self._status = self._choice("Status", wording.STATUSES, self._restate)
        self._track = self._choice("Track", wording.TRACKS, self._retrack)
        self._type = self._choice("Type", wording.TYPES, self._retype)
        self._evidence = QTextBrowser(self)
        self._evidence.setOpenLinks(False)
        self._evidence.setFrameShape(QFrame.Shape.NoFrame)
        self._evidence.setAccessibleName("Evidence")
        self._evidence.document().setDocumentMargin(0)
        self._evidence.setMinimumHeight(_EVIDENCE_LINES * self._evidence.fontMetrics().lineSpacing())
        self._evidence.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 12, 0)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addLayout(self._fields())
        layout.addWidget(self._evidence, 1)

    def show_event(
        self, event: Event, articles: Mapping[str, Article], related: Sequence[Related], mention: int
    ) -> None:
        """Show an event, with the reasons of one of its mentions."""
        same = self._event is not None and self._event.id == event.id
        self._event = event
        if not (same and self._title.hasFocus()):
            self._title.show_title(event.title)
        self._date.setText(wording.date(event.edtf))
        self._date.setAccessibleName(f"Date: {wording.date(event.edtf)}. Change")
        for box, value in (
            (self._track, event.track),
            (self._status, event.status),
            (self._type, event.type),
        ):
            with QSignalBlocker(box):
                box.setCurrentIndex(box.findData(value))
        self._show_type(event)
        scrolled = self._evidence.verticalScrollBar().value() if same else 0
        self._evidence.setHtml(evidence(event, articles, related, mention, self._look))
        self._evidence.verticalScrollBar().setValue(scrolled)

    def restyle(self, look: Look) -> None:
        """Take on other colours; the evidence is drawn anew when next shown."""
        self._look = look
        self._date.setIcon(icon("calendar"))

    # --- its parts

    def _head(self, actions: Mapping[str, QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        for name in ("confirm", "reject"):
            button = QToolButton(self)
            button.setDefaultAction(actions[name])
            button.setAutoRaise(True)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        grid.addWidget(self._date, 0, 0, 1, 3)
        for column, field in enumerate((self._status, self._track, self._type)):
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _choice(self, name: str, words: Mapping[Any, str], chosen: Callable[[Any], None]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(f"{name}: click to change")
        box.setMinimumContentsLength(7)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, text in words.items():
            box.addItem(text, value)
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.activated.connect(lambda index: chosen(box.itemData(index)))
        return box

    # --- what the user does

    def _decide(self, make: Callable[[Event], Command]) -> None:
        if self._event is not None:
            event = self._event
            self.decided.emit(lambda: make(event))

    def _retitle(self, words: str) -> None:
        self._decide(lambda event: SetTitle((event.id,), words))

    def _retrack(self, value: str) -> None:
        self._decide(lambda event: SetTrack((event.id,), value))

    def _restate(self, value: str) -> None:
        self._decide(lambda event: SetStatus((event.id,), Status(value)))

    def _retype(self, value: tuple[str, str]) -> None:
        self._decide(lambda event: SetType((event.id,), *value))

    def _show_type(self, event: Event) -> None:
        """Choose the event's type in the box; one the taxonomy does not list is added to it."""
        known = next(
            (row for row, value in enumerate(wording.TYPES) if value == (event.type, event.mode)), None
        )
        with QSignalBlocker(self._type):
            while self._type.count() > len(wording.TYPES):
                self._type.removeItem(self._type.count() - 1)
            if known is None:
                self._type.addItem(wording.kind(event), (event.type, event.mode))
                known = self._type.count() - 1
            self._type.setCurrentIndex(known)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "mention":
            self.mention_chosen.emit(int(link.path()))
        elif link.scheme() == "event":
            self.event_chosen.emit(link.path())
