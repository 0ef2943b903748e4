"""The open project as the window's parts see it: one place to ask, to change, and to hear of changes.

Widgets never hold a project of their own; they redraw what a signal says has changed.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path
from PySide6.QtCore import QDateTime, QLockFile, QObject, Signal

from core.model import Article, Event, Link
from core.project import Change, Command, Project, ProjectError, open_project
from gui import wording
from gui.drafts import left_behind, new_draft, open_draft

if TYPE_CHECKING:
    from core.publish import ChartSpec


class Session(QObject):
    """The project at hand and what is selected in it.

    Signals:
        opened: another project is at hand.
        saved: the project has another file.
        changed(Change): the project at hand has changed.
        selected(str): the id of the event selected, empty for none.
        outdated(frozenset): ids of articles to be read anew, their publication date having been set.
        warned(str): what holds for the project just opened: read only, damaged; empty where all is well.
        failed(str): an act failed; the words to show.
        told(str): an act is done; the words to show for a moment.
    """

    opened = Signal()
    saved = Signal()
    changed = Signal(object)
    selected = Signal(str)
    outdated = Signal(object)
    warned = Signal(str)
    failed = Signal(str)
    told = Signal(str)

    def __init__(self, parent: QObject | None = None, *, drafts: Path | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts or user_data_path("twotrack", appauthor=False) / "drafts"
        self._project: Project | None = None
        self._lock: QLockFile | None = None
        self.selection = ""
        self.chart: ChartSpec | None = None  # how the chart looks that was opened or exported last

    # --- the project

    @property
    def project(self) -> Project:
        """The project at hand; an empty, untitled one is made where there is none yet."""
        if self._project is None:
            self._project, self._lock = new_draft(self._drafts)
        return self._project

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show yet."""
        return self._project is None or not (self._project.articles() or self._project.events())

    @property
    def path(self) -> Path | None:
        """The file the user gave the project, None while it is untitled."""
        return None if self._project is None or self._project.untitled else self._project.path

    @property
    def name(self) -> str:
        """The project's name for titles."""
        return self.path.stem if self.path else "Untitled"

    @property
    def clean(self) -> bool:
        """Whether the project can be left without asking where to save it."""
        return self._project is None or self._project.clean

    def open(self, path: Path) -> bool:
        """Open a project file in place of the one at hand; say whether that worked."""
        return self._attempt(lambda: self._take(open_project(path)))

    def new(self) -> None:
        """Put an empty project in place of the one at hand."""
        self.close()
        self._show(None)

    def save_as(self, path: Path) -> bool:
        """Give the project a file, or copy it to another one; say whether that worked."""
        saved = self._attempt(lambda: self.project.save_as(path))
        if saved:
            self._unlock()
            self.saved.emit()
            self.warned.emit(_warnings(self.project))
        return saved

    def left_behind(self) -> list[Path]:
        """Return the unsaved projects of windows that did not end as they should, newest first."""
        return left_behind(self._drafts)

    def open_draft(self, path: Path) -> bool:
        """Open an unsaved project that was left behind; say whether that worked."""
        return self._attempt(lambda: self._take(*open_draft(path)))

    def discard(self) -> None:
        """Leave an untitled project and remove its draft."""
        if self._project is not None and self._project.untitled:
            draft = self._project.path
            self.close()
            draft.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file."""
        if self._project is not None:
            self._project.close()
            self._project = None
        self._unlock()

    # --- what is in it

    def articles(self) -> list[Article]:
        """Return the articles in the order they came."""
        return [] if self._project is None else self._project.articles()

    def events(self) -> list[Event]:
        """Return all events, by date."""
        return [] if self._project is None else self._project.events()

    def links(self) -> list[Link]:
        """Return the links between events."""
        return [] if self._project is None else self._project.links()

    def find(self, identifier: str) -> Event | None:
        """Return an event, None where it is no longer there."""
        if self._project is None or not identifier:
            return None
        try:
            return self._project.event(identifier)
        except ProjectError:
            return None

    def related(self, identifier: str) -> list[tuple[str, Event]]:
        """Return the events linked to one, each with how in words."""
        found = []
        for link in self.links():
            forward, back = wording.LINKS.get(link.kind, (link.kind, link.kind))
            if link.later == identifier:
                found.append((forward, self.find(link.earlier)))
            elif link.earlier == identifier:
                found.append((back, self.find(link.later)))
        return [(how, event) for how, event in found if event is not None]

    def select(self, identifier: str) -> None:
        """Select an event everywhere; empty for none."""
        if identifier != self.selection:
            self.selection = identifier
            self.selected.emit(identifier)

    # --- decisions

    def apply(self, command: Callable[[], Command]) -> bool:
        """Carry out the command made by ``command``; a refusal is told by ``failed``."""
        return self._attempt(lambda: self._announce(self.project.apply(command(), now())))

    def undo(self) -> bool:
        """Take back the last decision."""
        return self._attempt(lambda: self._announce(self.project.undo()))

    def redo(self) -> bool:
        """Carry out again what was taken back."""
        return self._attempt(lambda: self._announce(self.project.redo()))

    @property
    def undo_label(self) -> str:
        """The decision that undo takes back, in words."""
        return "" if self._project is None else self._project.undo_label

    @property
    def redo_label(self) -> str:
        """The decision that redo carries out again, in words."""
        return "" if self._project is None else self._project.redo_label

    def remove_articles(self, identifiers: Iterable[str]) -> bool:
        """Take articles out of the project."""
        chosen = frozenset(identifiers)
        return self._attempt(lambda: self._announce(self.project.remove_articles(chosen)))

    def refresh(self, change: Change) -> None:
        """Take over what a worker has written to the project's file."""

        def take_over() -> None:
            if self.project.refresh():
                self._announce(change)

        self._attempt(take_over)

    def sync(self) -> None:
        """Take over what another window has written to the same file."""
        if self._project is not None:
            self.refresh(Change())

    # --- within

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except ProjectError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _take(self, project: Project, lock: QLockFile | None = None) -> None:
        self.close()
        self._lock = lock
        self._show(project)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _show(self, project: Project | None) -> None:
        self._project = project
        self.chart = None
        self.select("")
        self.opened.emit()
        self.warned.emit("" if project is None else _warnings(project))

    def _announce(self, change: Change) -> None:
        if self.find(self.selection) is None:
            self.select("")
        self.changed.emit(change)
        if change.reextract:
            self.outdated.emit(change.reextract)


def now() -> dt.datetime:
    """Return the time, as decisions are stamped with it."""
    return dt.datetime.fromtimestamp(QDateTime.currentSecsSinceEpoch(), dt.UTC)


def _warnings(project: Project) -> str:
    """Return what the user should know of a project just opened; empty where all is well."""
    words = list(project.warnings)
    if project.read_only:
        words.append(f"{project.path} can only be read here. Use Save as to keep changes in another place.")
    return " ".join(words)
