"""The parts of the window that show a project, kept in step: chart, table, articles, event and reader."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from core.model import Article, Event, Mention
from core.project import Change
from gui.article_list import ArticleList
from gui.chart_pane import ChartPane
from gui.event_pane import EventPane
from gui.event_table import EventTable
from gui.look import Look
from gui.reader import Reader
from gui.session import Session

_ON_EVENT = ("confirm", "reject", "change_date", "merge")
_ON_ARTICLE = ("publication_date", "remove_article")


class Workbench(QWidget):
    """Shows the session's project.

    Signals:
        date_wanted: the user wants to set the publication date of the article in the reader.
    """

    date_wanted = Signal()

    def __init__(
        self, session: Session, look: Look, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._articles: dict[str, Article] = {}
        self._told: dict[str, list[tuple[str, Mention]]] = {}
        self._position = 0
        self.chart = ChartPane(look, self)
        self.table = EventTable(look, [actions[name] for name in _ON_EVENT], self)
        self.articles = ArticleList(look, [actions[name] for name in _ON_ARTICLE], self)
        self.event_pane = EventPane(look, actions, self)
        self.reader = Reader(look, self)
        self.lists = QTabWidget(self)
        self._right = _split(Qt.Orientation.Vertical, (self.event_pane, 42), (self.reader, 58))
        self._columns = self._arrange()
        self._join()

    # --- what is shown

    def show_project(self) -> None:
        """Show the session's project from the start."""
        self._position = 0
        self.chart.forget()
        self.refresh(Change())

    def refresh(self, change: Change) -> None:
        """Show what has changed."""
        articles, events = self._session.articles(), self._session.events()
        self._articles = {article.id: article for article in articles}
        self._told = _told(events)
        self.table.show_events(events, self._session.selection)
        if not change.changed or change.articles:
            self.articles.show_articles(articles, events)
        self.lists.setTabText(0, f"Events  {len(events):,}")
        self.lists.setTabText(1, f"Articles  {len(articles):,}")
        self._draw()
        self._show_selection()

    def step_event(self, by: int) -> None:
        """Select the event so many rows further down the table."""
        self.table.step(by)

    def step_mention(self, by: int) -> None:
        """Show the selected event's mention so many further on, round the end."""
        event = self._session.find(self._session.selection)
        if event and event.mentions:
            self._show_mention((self._position + by) % len(event.mentions))

    def show_article(self, identifier: str) -> None:
        """Show an article in the reader, unless an event is selected."""
        if not self._session.selection:
            self._read(identifier)

    def mention_at_hand(self) -> Mention | None:
        """Return the mention shown of the event selected."""
        event = self._session.find(self._session.selection)
        return event.mentions[self._position] if event and event.mentions else None

    def article_at_hand(self) -> Article | None:
        """Return the article in the reader."""
        return self.reader.article

    def chosen_events(self) -> tuple[str, ...]:
        """Return the ids of the events selected, the one shown first."""
        chosen = self.table.chosen_events()
        selected = self._session.selection
        if selected not in chosen:
            return (selected,) if selected else ()
        return (selected, *(event for event in chosen if event != selected))

    def restyle(self, look: Look) -> None:
        """Take on other colours."""
        self.chart.restyle(look)
        self.table.restyle(look)
        self.articles.restyle(look)
        self.event_pane.restyle(look)
        self.reader.restyle(look)
        self._show_selection()

    # --- window state

    def remember(self, settings: QSettings) -> None:
        """Write how the parts are laid out."""
        for number, splitter in enumerate(self._splitters()):
            settings.setValue(f"workbench/split{number}", splitter.saveState())
        self.table.remember(settings)

    def recall(self, settings: QSettings) -> None:
        """Lay the parts out as they were."""
        for number, splitter in enumerate(self._splitters()):
            if state := settings.value(f"workbench/split{number}"):
                splitter.restoreState(state)
        self.table.recall(settings)

    def show_reader(self, shown: bool) -> None:
        """Show or hide the column of event and article."""
        self._right.setVisible(shown)

    def show_lists(self, shown: bool) -> None:
        """Show or hide the table of events and the list of articles."""
        self.lists.setVisible(shown)

    # --- its parts

    def _arrange(self) -> QSplitter:
        self.lists.setAccessibleName("Lists")
        self.lists.setDocumentMode(True)
        self.lists.addTab(self.table, "Events")
        self.lists.addTab(self.articles, "Articles")
        left = _split(Qt.Orientation.Vertical, (self.chart, 56), (self.lists, 44))
        self._right.setMinimumWidth(300)
        left.setMinimumWidth(420)
        columns = _split(Qt.Orientation.Horizontal, (left, 66), (self._right, 34))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
        return columns

    def _splitters(self) -> list[QSplitter]:
        return [self._columns, *self._columns.findChildren(QSplitter)]

    def _join(self) -> None:
        self._session.opened.connect(self.show_project)
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._on_selected)
        self.table.chosen.connect(self._session.select)
        self.table.passed.connect(self._draw)
        self.chart.chosen.connect(self._session.select)
        self.chart.stepped.connect(self.step_event)
        self.articles.chosen.connect(self._read)
        self.event_pane.decided.connect(self._session.apply)
        self.event_pane.mention_chosen.connect(self._show_mention)
        self.event_pane.event_chosen.connect(self._session.select)
        self.reader.event_clicked.connect(self._session.select)
        self.reader.mention_wanted.connect(self.step_mention)
        self.reader.date_wanted.connect(self.date_wanted)

    # --- in step

    def _draw(self) -> None:
        events = self.table.filter.events()
        self.chart.show_events(events, self._session.links(), self._session.selection)

    def _on_selected(self, identifier: str) -> None:
        self._position = 0
        self.table.select(identifier)
        self.chart.select(identifier)
        self._show_selection()

    def _show_selection(self) -> None:
        event = self._session.find(self._session.selection)
        self.event_pane.setVisible(event is not None)
        if event is not None:
            self._show_mention(min(self._position, max(0, len(event.mentions) - 1)))
        elif self.reader.article is not None and self.reader.article.id in self._articles:
            self._read(self.reader.article.id)
        else:
            self._read(next(iter(self._articles), ""))

    def _show_mention(self, position: int) -> None:
        event = self._session.find(self._session.selection)
        if event is None:
            return
        self._position = position
        self.event_pane.show_event(event, self._articles, self._session.related(event.id), position)
        mention = event.mentions[position] if event.mentions else None
        article = self._articles.get(mention.article) if mention else None
        self.reader.show_article(article)
        self.reader.show_event_place(event, position)
        if article:
            self.reader.show_mentions(self._told.get(article.id, []), mention)
            self.articles.select_article(article.id)

    def _read(self, article: str) -> None:
        """Show an article for itself."""
        if self._session.selection and self.articles.hasFocus():
            self._session.select("")
        self.reader.show_article(self._articles.get(article))
        self.reader.show_mentions(self._told.get(article, []), None)
        self.articles.select_article(article)


def _told(events: Sequence[Event]) -> dict[str, list[tuple[str, Mention]]]:
    """Return the mentions told in each article, each with its event's id."""
    found: dict[str, list[tuple[str, Mention]]] = {}
    for event in events:
        for mention in event.mentions:
            found.setdefault(mention.article, []).append((event.id, mention))
    return found


def _split(orientation: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    """Return a splitter of widgets with their shares in per cent."""
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for number, (part, share) in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(number, share)
    splitter.setSizes([share * 10 for _, share in parts])
    return splitter
