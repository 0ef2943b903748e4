"""An article's text as it was read, with furniture paled and the mentions of events marked in it.

Offsets of the model are Python ``str`` indices; Qt counts UTF-16 units, so they are turned here only.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QHelpEvent,
    QMouseEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget
from typing_extensions import override

from core.model import Article, BlockKind
from gui.look import Look


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text that tells of an event; ``trigger`` is the word in it that names the event."""

    event: str
    start: int
    end: int
    trigger: tuple[int, int]


class ArticleView(QTextEdit):
    """Shows one article; a click on a marked stretch emits ``event_clicked`` with the event's id."""

    event_clicked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._article: Article | None = None
        self._spans: tuple[Span, ...] = ()
        self._selected: Span | None = None
        self._to_qt: Callable[[int], int] = int
        self.setReadOnly(True)
        self.setAccessibleName("Article")
        self.setPlaceholderText("No article here tells of this event.")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(18)

    # --- what is shown

    def show_article(self, article: Article | None) -> None:
        """Show an article from its start; None for an empty page."""
        if article == self._article:
            return
        self._article, self._spans, self._selected = article, (), None
        self.setPlainText(article.text if article else "")
        if article:
            self._to_qt = _utf16_positions(article.text)
            self._format_blocks(article)
        self.mark((), None)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, spans: Sequence[Span], selected: Span | None) -> None:
        """Mark all spans lightly and the selected one strongly, and bring that one into view."""
        self._spans, self._selected = tuple(spans), selected
        light = [self._selection(s.start, s.end, self._look.touched) for s in spans if s != selected]
        strong = []
        if selected:
            strong = [
                self._selection(selected.start, selected.end, self._look.marked),
                self._selection(*selected.trigger, self._look.marked, bold=True),
            ]
        self.setExtraSelections([*light, *strong])
        if selected:
            self._bring_into_view(selected)

    def marked_text(self) -> str:
        """Return the words that are strongly marked."""
        if self._selected is None:
            return ""
        return self._cursor(self._selected.start, self._selected.end).selectedText()

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self._look = look
        if self._article:
            self._format_blocks(self._article)
        self.mark(self._spans, self._selected)

    # --- within

    def _format_blocks(self, article: Article) -> None:
        undone = self.document().isUndoRedoEnabled()
        self.document().setUndoRedoEnabled(False)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(_paragraph(gap=0, height=4))
        cursor.setCharFormat(self._ink(BlockKind.BODY))
        for block in article.blocks:
            cursor = self._cursor(block.start, block.end)
            cursor.setBlockFormat(_paragraph(gap=10 if block.kind is BlockKind.TITLE else 6))
            cursor.setCharFormat(self._ink(block.kind))
        self.document().setUndoRedoEnabled(undone)

    def _ink(self, kind: BlockKind) -> QTextCharFormat:
        ink = QTextCharFormat()
        pale = kind in (BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.DATELINE)
        ink.setForeground(QColor(self._look.faint if pale else self._look.ink))
        ink.setFontPointSize(self.font().pointSizeF() * _SCALE.get(kind, 1.05))
        ink.setFontWeight(QFont.Weight.DemiBold if kind is BlockKind.TITLE else QFont.Weight.Normal)
        ink.setFontItalic(kind is BlockKind.CAPTION)
        return ink

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._to_qt(start))
        cursor.setPosition(self._to_qt(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(
        self, start: int, end: int, colour: str, *, bold: bool = False
    ) -> QTextEdit.ExtraSelection:
        found = QTextEdit.ExtraSelection()
        found.cursor = self._cursor(start, end)
        found.format.setBackground(QColor(colour))
        if bold:
            found.format.setFontWeight(QFont.Weight.Bold)
            found.format.setFontUnderline(True)
        return found

    def _bring_into_view(self, span: Span) -> None:
        start, end = (self.cursorRect(self._cursor(at, at)) for at in (span.start, span.end))
        height, bar = self.viewport().height(), self.verticalScrollBar()
        if start.top() < 0 or end.bottom() > height:
            bar.setValue(bar.value() + start.top() - height // 3)

    def _span_at(self, position: int) -> Span | None:
        hits = [s for s in self._spans if self._to_qt(s.start) <= position < self._to_qt(s.end)]
        return min(hits, key=lambda span: span.end - span.start, default=None)

    @override
    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        if e.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            span = self._span_at(self.cursorForPosition(e.position().toPoint()).position())
            if span is not None:
                self.event_clicked.emit(span.event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            text = self._why_left_out(self.cursorForPosition(event.pos()).position())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _why_left_out(self, position: int) -> str:
        for block in self._article.blocks if self._article else ():
            inside = self._to_qt(block.start) <= position <= self._to_qt(block.end)
            if inside and block.kind is BlockKind.FURNITURE:
                return f"Not read: {block.why}" if block.why else "Not read: not part of the article"
        return ""


_SCALE = {BlockKind.TITLE: 1.4, BlockKind.FURNITURE: 0.92, BlockKind.CAPTION: 0.98, BlockKind.BYLINE: 0.95}


def _paragraph(gap: int, height: int = 0) -> QTextBlockFormat:
    """Return a paragraph with space around; with a height given, one of that many pixels."""
    found = QTextBlockFormat()
    found.setTopMargin(gap)
    found.setBottomMargin(gap)
    if height:
        found.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    else:
        found.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return found


def _utf16_positions(text: str) -> Callable[[int], int]:
    """Return the function that turns ``str`` indices into UTF-16 positions."""
    wide = [index for index, character in enumerate(text) if ord(character) > 0xFFFF]
    if not wide:
        return int
    from bisect import bisect_left

    return lambda index: index + bisect_left(wide, index)
