"""The user's decisions on events and articles, from asking for what is needed to the command."""

from PySide6.QtWidgets import QWidget

from core.project import Judge, Merge, SetDate, SetPublished, Split
from gui.dialogs import EventDateDialog, PublicationDialog
from gui.session import Session
from gui.workbench import Workbench


class Decisions:
    """What the menus let the user decide on the events and the article at hand."""

    def __init__(self, window: QWidget, session: Session, workbench: Workbench) -> None:
        self._window = window
        self._session = session
        self._workbench = workbench

    def confirm(self) -> None:
        """Mark the events selected as checked, or take that back."""
        self._judge(confirmed=True)

    def reject(self) -> None:
        """Take the events selected out of the chart, or bring them back."""
        self._judge(confirmed=False)

    def change_date(self) -> None:
        """Ask for the date of the event selected."""
        event = self._session.find(self._session.selection)
        if event is None:
            return
        dialog = EventDateDialog(event, self._window)
        if dialog.exec():
            self._session.apply(lambda: SetDate((event.id,), dialog.edtf))
        dialog.deleteLater()

    def merge(self) -> None:
        """Make the events selected one; the one shown keeps its title, date and the like."""
        chosen = self._workbench.chosen_events()
        if chosen:
            self._session.apply(lambda: Merge(chosen))

    def split(self) -> None:
        """Make the mention shown an event of its own."""
        mention = self._workbench.mention_at_hand()
        if mention is not None:
            self._session.apply(lambda: Split((mention,)))

    def change_publication_date(self) -> None:
        """Ask for the publication date of the article shown, with the candidates and their reasons."""
        article = self._workbench.article_at_hand()
        if article is None:
            return
        dialog = PublicationDialog(article, self._window)
        if dialog.exec():
            self.set_publication_date(article.id, dialog.edtf)
        dialog.deleteLater()

    def set_publication_date(self, article: str, edtf: str) -> None:
        """Set the publication date of an article."""
        self._session.apply(lambda: SetPublished((article,), edtf))

    def remove_article(self) -> None:
        """Take the article shown out of the project."""
        article = self._workbench.article_at_hand()
        if article is not None:
            self._session.remove_articles([article.id])

    def _judge(self, *, confirmed: bool) -> None:
        event = self._session.find(self._session.selection)
        chosen = self._workbench.chosen_events()
        if event is not None and chosen:
            judgement = None if event.marks.confirmed is confirmed else confirmed
            self._session.apply(lambda: Judge(chosen, judgement))
