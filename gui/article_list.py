"""The list of articles with their publication dates; those without one are flagged."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from core.model import Article, Event
from core.wording import count
from gui import wording
from gui.look import Look

_ID = Qt.ItemDataRole.UserRole


class ArticleList(QListView):
    """The articles of the project.

    Signals:
        chosen(str): the user has selected this article.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setAccessibleName("Articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self._menu(actions, at))
        self.selectionModel().currentChanged.connect(self._choose)

    def show_articles(self, articles: Sequence[Article], events: Sequence[Event]) -> None:
        """Show these articles; the selection stays where it can."""
        selected = self.currentIndex().data(_ID)
        told = Counter(mention.article for event in events for mention in event.mentions)
        self.selectionModel().blockSignals(True)
        self._items.clear()
        for article in articles:
            self._items.appendRow(self._item(article, told[article.id]))
        self.selectionModel().blockSignals(False)
        self.select_article(selected or "")

    def select_article(self, identifier: str) -> None:
        """Select an article without telling anyone."""
        self.selectionModel().blockSignals(True)
        found = self._items.match(self._items.index(0, 0), _ID, identifier, 1, Qt.MatchFlag.MatchExactly)
        if found and identifier:
            self.setCurrentIndex(found[0])
        else:
            self.clearSelection()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def restyle(self, look: Look) -> None:
        """Take on other colours for what is shown from now on."""
        self._look = look

    def _item(self, article: Article, mentions: int) -> QStandardItem:
        facts = [article.outlet, wording.publication(article), count(mentions, "mention")]
        item = QStandardItem(f"{wording.name_of(article)}\n{' · '.join(fact for fact in facts if fact)}")
        item.setData(article.id, _ID)
        item.setToolTip(article.url or article.source)
        if not article.published.edtf:
            item.setIcon(self._look.sign("calendar"))
        return item

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(_ID))

    def _menu(self, actions: Sequence[QAction], at: QPoint) -> None:
        menu = QMenu(self)
        menu.addActions(list(actions))
        menu.popup(self.viewport().mapToGlobal(at))
        menu.aboutToHide.connect(menu.deleteLater)
