"""The reading pane: which article, when it was published, its text, and the steps from mention to mention."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.model import Article, Event, Mention, PublicationBasis
from gui import wording
from gui.article_view import ArticleView, Span
from gui.elided import ElidedLabel
from gui.icons import icon
from gui.look import Look


class Reader(QFrame):
    """Shows the article an event is told in.

    Signals:
        event_clicked(str): the user clicked a stretch that tells of this event.
        date_wanted: the user wants to set the publication date of the article shown.
        date_accepted(str, str): the user accepts this EDTF date as the article's publication date.
        mention_wanted(int): the user wants the mention so many further on.
    """

    event_clicked = Signal(str)
    date_wanted = Signal()
    date_accepted = Signal(str, str)
    mention_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article: Article | None = None
        self._source = ElidedLabel(self)
        self._source.setObjectName("source")
        self._published = QPushButton(self)
        self._published.setObjectName("link")
        self._published.setCursor(Qt.CursorShape.PointingHandCursor)
        self._published.clicked.connect(self._want_date)
        self._accept = QPushButton("Accept", self)
        self._accept.setObjectName("link")
        self._accept.setToolTip("Take this date as the publication date")
        self._accept.setCursor(Qt.CursorShape.PointingHandCursor)
        self._accept.clicked.connect(self._accept_date)
        self._place = QLabel(self)
        self._place.setObjectName("quiet")
        self._steps = [self._step_button("previous", -1), self._step_button("next", +1)]
        self.text = ArticleView(look, self)
        self.text.event_clicked.connect(self.event_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._bar = self._head()
        layout.addWidget(self._bar)
        layout.addWidget(self.text, 1)
        self.show_article(None)

    def show_article(self, article: Article | None) -> None:
        """Show an article without any event selected."""
        self.article = article
        self.text.show_article(article)
        outlet = article.outlet if article else ""
        self._source.setText(outlet or (wording.name_of(article) if article else ""))
        self._source.setToolTip(
            f"{wording.name_of(article)}\n{article.url or article.source}" if article else ""
        )
        self._published.setText(wording.publication(article) if article else "")
        self._published.setToolTip(_why_dated(article))
        self._published.setAccessibleName("Publication date: change")
        inferred = article is not None and article.published.basis is PublicationBasis.INFERRED
        self._accept.setVisible(inferred)
        self._bar.setVisible(article is not None)
        self._show_place(0, 0)

    def show_mentions(self, told: Sequence[tuple[str, Mention]], selected: Mention | None) -> None:
        """Mark the mentions told in this article, each with its event's id, and the selected one strongly."""
        spans = {mention: _span(event, mention) for event, mention in told}
        self.text.mark(tuple(spans.values()), spans.get(selected) if selected else None)

    def show_event_place(self, event: Event, position: int) -> None:
        """Say which of the event's mentions is shown."""
        self._show_place(position + 1, len(event.mentions))

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self.text.restyle(look)
        for button, name in zip(self._steps, ("previous", "next"), strict=True):
            button.setIcon(icon(name))

    def _show_place(self, number: int, of: int) -> None:
        several = of > 1
        self._place.setText(f"{number} of {of}" if several else "")
        self._place.setToolTip(f"Mention {number} of {of} of this event" if several else "")
        for button in self._steps:
            button.setVisible(several)

    def _head(self) -> QWidget:
        head = QFrame(self)
        head.setObjectName("bar")
        named = QHBoxLayout()
        named.setSpacing(4)
        named.addWidget(self._source, 1)
        named.addWidget(self._place)
        for button in self._steps:
            named.addWidget(button)
        dated = QHBoxLayout()
        dated.setSpacing(6)
        dated.addWidget(self._published)
        dated.addWidget(self._accept)
        dated.addStretch(1)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(15, 5, 10, 7)
        layout.setSpacing(0)
        layout.addLayout(named)
        layout.addLayout(dated)
        return head

    def _step_button(self, name: str, by: int) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setAccessibleName(f"{name.capitalize()} mention")
        button.setToolTip(f"{name.capitalize()} place where this event is told")
        button.clicked.connect(lambda: self.mention_wanted.emit(by))
        return button

    def _want_date(self) -> None:
        self.date_wanted.emit()

    def _accept_date(self) -> None:
        if self.article is not None:
            self.date_accepted.emit(self.article.id, self.article.published.edtf)


def _span(event: str, mention: Mention) -> Span:
    return Span(event, mention.start, mention.end, (mention.trigger.start, mention.trigger.end))


def _why_dated(article: Article | None) -> str:
    if article is None:
        return ""
    lines = [f"• {reason}" for reason in article.published.reasons]
    return "\n".join(["Click to see the evidence and set the date.", *lines])
