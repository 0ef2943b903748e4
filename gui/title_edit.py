"""A title that can be edited in place: it wraps, grows with its words, and is told when it is done."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override


class TitleEdit(QTextEdit):
    """One paragraph of text; Return or leaving it takes the words, Escape brings the former ones back.

    Signals:
        edited(str): the user has changed the title to this.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taken = ""
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().contentsChanged.connect(self._grow)

    def show_title(self, words: str) -> None:
        """Show a title."""
        self._taken = words
        if self.toPlainText() != words:
            self.setPlainText(words)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self._height())

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._grow()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif e.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._taken)
        else:
            super().keyPressEvent(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self._take()

    def _take(self) -> None:
        words = " ".join(self.toPlainText().split())
        if not words:
            self.setPlainText(self._taken)
        elif words != self._taken:
            self._taken = words
            self.edited.emit(words)

    def _height(self) -> int:
        frame = self.height() - self.viewport().height()
        return int(self.document().size().height()) + max(0, frame)

    def _grow(self) -> None:
        self.setFixedHeight(max(self._height(), self.fontMetrics().height() + 8))
