"""What the window shows while there is nothing in the project: what to do first."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.icons import program_icon

_HINT = (
    "Twotrack reads news articles about a war and its negotiations, finds the dated events,\n"
    "and draws the diplomatic and the battlefield timeline in parallel."
)
_DROP = (
    "You can also drop articles, event tables, folders, projects or exported charts here, "
    "or paste a copied article."
)
_RECENT = 4


class Welcome(QFrame):
    """The empty state.

    Signals:
        recent_chosen(str): the user wants to open this project again.
    """

    recent_chosen = Signal(str)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        picture = QLabel(self)
        picture.setPixmap(program_icon().pixmap(72, 72))
        layout.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(_line("Two timelines from the news", "welcome", self))
        layout.addWidget(_line(_HINT, "quiet", self))
        layout.addSpacing(10)
        layout.addLayout(self._buttons(actions))
        layout.addSpacing(6)
        layout.addWidget(_line(_DROP, "quiet", self))
        layout.addSpacing(10)
        layout.addLayout(self._recent)
        layout.addStretch(3)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the projects opened last."""
        while item := self._recent.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        if paths:
            self._recent.addWidget(_line("Recent", "quiet", self))
        for path in paths[:_RECENT]:
            self._recent.addWidget(self._recent_button(path), 0, Qt.AlignmentFlag.AlignHCenter)

    def _recent_button(self, path: str) -> QPushButton:
        button = QPushButton(Path(path).stem, self)
        button.setObjectName("link")
        button.setToolTip(path)
        button.clicked.connect(lambda: self.recent_chosen.emit(path))
        return button

    def _buttons(self, actions: Mapping[str, QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for name, words in (
            ("open", "Open articles"),
            ("sample", "Open the sample project"),
            ("paste", "Paste article"),
        ):
            button = QPushButton(words, self)
            button.setToolTip(actions[name].toolTip())
            button.clicked.connect(actions[name].trigger)
            if name == "open":
                button.setObjectName("primary")
            row.addWidget(button)
        row.addStretch(1)
        return row


def _line(words: str, name: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setWordWrap(True)
    return label
