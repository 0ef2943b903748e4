"""Messages at the foot of the window that do not stop the user: how far an import is, what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from gui.icons import icon

Offer = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """One message with buttons for what can be done about it; it stays until closed or replaced."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._offers: list[QPushButton] = []
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setAccessibleName("Close the message")
        self._close.clicked.connect(self.hide)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 6, 8, 6)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._close)
        self.hide()

    def say(self, words: str, offers: Sequence[Offer] = ()) -> None:
        """Show a message in place of the former one; an empty one hides it."""
        for button in self._offers:
            button.deleteLater()
        self._offers = [self._button(*offer) for offer in offers]
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @property
    def words(self) -> str:
        """The message shown; empty where there is none."""
        return "" if self.isHidden() else self._words.text()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)

        def press(_checked: bool) -> None:
            self.hide()
            act()

        button.clicked.connect(press)
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button


class Progress(QFrame):
    """How far an import is, with the file in work and a button to stop it.

    Signals:
        cancelled: the user wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progress")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._bar.setAccessibleName("Progress of reading")
        self._stop = QPushButton("Cancel", self)
        self._stop.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 10, 6)
        layout.setSpacing(14)
        layout.addWidget(self._bar)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._stop)
        self.hide()

    def start(self) -> None:
        """Show that work begins."""
        self._bar.setRange(0, 0)
        self._words.setText("Getting ready to read …")
        self._stop.setEnabled(True)
        self.show()

    def advance(self, done: int, total: int, name: str) -> None:
        """Show how many are done, and which one is in work; no name once all are read."""
        self._bar.setRange(0, total if name else 0)
        self._bar.setValue(done)
        self._words.setText(
            f"Reading {done + 1} of {total}: {name}" if name else "Bringing the events together …"
        )
        self._stop.setEnabled(bool(name) and self._stop.isEnabled())

    def _cancel(self) -> None:
        self._stop.setEnabled(False)
        self._words.setText("Stopping; what has been read is kept …")
        self.cancelled.emit()
