"""A project: articles, what the machine found in them and what the user decided, in one file.

Every change is in the file when the call returns; there is nothing left to save.
"""

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from core.model import Article, Event, Link, Mention, PublicationBasis, PublicationDate
from core.project import anchors, decisions, file, machine, view
from core.project.commands import Command
from core.project.decisions import PUBLISHED, Step
from core.project.errors import ProjectError, in_words
from core.project.overlay import EventsChange, Overlay
from core.project.rebind import rebind
from core.project.regroup import with_mentions
from core.project.search import search


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed: ids of events and articles; ``reextract`` names articles to be read anew."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    reextract: frozenset[str] = frozenset()


class Project:
    """An open project file. Use :func:`open_project` or :func:`new_project`; use it from one thread."""

    def __init__(
        self, path: Path, db: sqlite3.Connection, *, read_only: bool = False, untitled: bool = False
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.untitled = untitled
        self.warnings: list[str] = []
        self._db = db
        self._seen = self._data_version()
        self._loaded: Overlay | None = None
        self._sorted: list[Event] | None = None

    # --- what is in it

    def articles(self) -> list[Article]:
        """Return all articles in the order they came, with the publication dates the user set."""
        with in_words(self.path):
            return [self._with_date(article) for article in machine.read_articles(self._db)]

    def article(self, identifier: str) -> Article:
        """Return one article.

        Raises:
            ProjectError: there is none of that id.
        """
        with in_words(self.path):
            found = machine.read_articles(self._db, identifier)
        if not found:
            raise ProjectError(f"{self.path}: There is no article {identifier!r} in this project.")
        return self._with_date(found[0])

    def mentions(self) -> list[Mention]:
        """Return all mentions the machine found."""
        return list(self._overlay().named.machine.mentions.values())

    def machine_events(self) -> list[Event]:
        """Return the events as the machine merged them, without any decision."""
        return list(self._overlay().named.machine.events.values())

    def events(self) -> list[Event]:
        """Return the events as decided, by date. Those rejected are there, with ``marks.confirmed`` False."""
        overlay = self._overlay()
        if self._sorted is None:
            self._sorted = sorted(overlay.events.values(), key=_by_date)
        return list(self._sorted)

    def event(self, identifier: str) -> Event:
        """Return one event as shown.

        Raises:
            ProjectError: there is none of that id.
        """
        return view.event_in(self._overlay(), identifier)

    def links(self) -> list[Link]:
        """Return the links between the events as shown."""
        with in_words(self.path):
            return self._overlay().links(machine.read_links(self._db))

    def search(self, words: str, limit: int = 100) -> list[tuple[str, str]]:
        """Return (article id, snippet) of the articles that hold all words, best first.

        Words in double quotes must stand together; the last word may be unfinished.
        """
        with in_words(self.path):
            return search(self._db, words, limit)

    # --- the machine's output

    def store(
        self,
        articles: Iterable[Article],
        mentions: Mapping[str, Sequence[Mention]],
        events: Iterable[Event],
        links: Iterable[Link],
    ) -> Change:
        """Add or replace articles and their mentions (by article id), and replace all events and links."""
        articles = list(articles)
        with self._writing():
            old = self._overlay()
            stored = frozenset(article.id for article in articles)
            new = machine.replaced(old.named.machine, frozenset(), stored, mentions, events)
            for article in articles:
                machine.write_article(self._db, self._with_machine_date(article))
            machine.save(self._db, old.named.machine, new)
            machine.write_links(self._db, links)
            found = self._rebind(old, new)
        return self._replace(old, new, found, stored, self._outdated(articles))

    def remove_articles(self, identifiers: Iterable[str]) -> Change:
        """Remove articles and their mentions; decisions wait in case an article comes again."""
        gone = frozenset(identifiers)
        with self._writing():
            old = self._overlay()
            left = [_without(event, gone) for event in old.named.machine.events.values()]
            new = machine.replaced(old.named.machine, gone, frozenset(), {}, filter(None, left))
            machine.delete_articles(self._db, gone)
            machine.save(self._db, old.named.machine, new)
            found = self._rebind(old, new)
        return self._replace(old, new, found, gone)

    # --- decisions

    def apply(self, command: Command, at: dt.datetime) -> Change:
        """Carry out a command, given the time; it is in the file when this returns.

        Raises:
            ProjectError: the command makes no sense here, or could not be written. Nothing has changed.
        """
        with self._writing():
            steps = view.steps(command, self._overlay(), at)
            decisions.append(self._db, at, command.label, steps)
            decisions.write(self._db, steps)
        return self._take_over(steps)

    def undo(self) -> Change:
        """Take back the last command."""
        return self._turn(undone=False)

    def redo(self) -> Change:
        """Carry out again the command taken back last."""
        return self._turn(undone=True)

    @property
    def undo_label(self) -> str:
        """The command that undo takes back, in words; empty if there is none."""
        return decisions.label(self._db, undone=False)

    @property
    def redo_label(self) -> str:
        """The command that redo carries out again, in words; empty if there is none."""
        return decisions.label(self._db, undone=True)

    @property
    def can_undo(self) -> bool:
        """Whether there is a command to take back."""
        return bool(self.undo_label)

    @property
    def can_redo(self) -> bool:
        """Whether there is a command to carry out again."""
        return bool(self.redo_label)

    # --- the file

    @property
    def clean(self) -> bool:
        """Whether the project can be closed without asking: it has a file of its own, or nothing in it."""
        return (
            not self.untitled
            or not self._db.execute(
                "SELECT EXISTS (SELECT 1 FROM article) OR EXISTS (SELECT 1 FROM log)"
            ).fetchone()[0]
        )

    def refresh(self) -> bool:
        """Take over what another window has written to the file; say whether there was anything."""
        with in_words(self.path):
            seen = self._data_version()
        if seen == self._seen:
            return False
        self._seen, self._loaded, self._sorted = seen, None, None
        return True

    def save_as(self, path: Path) -> None:
        """Copy the project to another file and go on working in that one; an untitled one moves there."""
        if path.exists() and self.path.exists() and path.samefile(self.path):
            return
        file.copy(self._db, path)
        former, was_untitled = self.path, self.untitled
        file.close(self._db)
        self._db, self.read_only = file.connect(path, create=False)
        self.path, self.untitled, self._seen = path, False, self._data_version()
        if was_untitled:
            former.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; an untitled project with nothing in it leaves none behind."""
        empty = self.untitled and self.clean
        file.close(self._db)
        if empty:
            self.path.unlink(missing_ok=True)

    # --- within

    def _data_version(self) -> int:
        number: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        return number

    def _overlay(self) -> Overlay:
        if self._loaded is None:
            with in_words(self.path):
                self._loaded = Overlay(
                    machine.load(self._db), decisions.load(self._db), anchors.load(self._db)
                )
        return self._loaded

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Run the block in one transaction, on the newest state of the file."""
        if self.read_only:
            raise ProjectError(
                f"{self.path}: This project can only be read here. Use Save as to keep changes elsewhere."
            )
        with in_words(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self.refresh()
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _turn(self, *, undone: bool) -> Change:
        with self._writing():
            self._overlay()
            steps = decisions.turn(self._db, undone=undone)
            decisions.write(self._db, steps)
        return self._take_over(steps)

    def _take_over(self, steps: list[Step]) -> Change:
        self._sorted = None
        change = self._overlay().apply(steps)
        dated = frozenset(step.address[1] for step in steps if step.address[0] == PUBLISHED)
        present = dated & self._overlay().named.machine.articles
        return Change(change.added, change.changed, change.removed, present, present)

    def _rebind(self, old: Overlay, new: machine.Machine) -> anchors.Anchors:
        found = rebind(old, new, *decisions.logged(self._db), self._text)
        if found != old.named.anchors:
            anchors.save(self._db, found)
        return found

    def _text(self, article: str) -> str | None:
        row = self._db.execute("SELECT text FROM article WHERE id = ?", (article,)).fetchone()
        return None if row is None else str(row[0])

    def _outdated(self, articles: Iterable[Article]) -> frozenset[str]:
        """Return the articles that were read with another publication date than the user has set."""
        decided = self._overlay().decisions
        dates = {article.id: decided.value(PUBLISHED, article.id) for article in articles}
        return frozenset(a.id for a in articles if dates[a.id] not in (None, a.published.edtf))

    def _replace(
        self,
        old: Overlay,
        new: machine.Machine,
        found: anchors.Anchors,
        articles: frozenset[str],
        outdated: frozenset[str] = frozenset(),
    ) -> Change:
        self._loaded, self._sorted = Overlay(new, old.decisions, found), None
        before, after = old.events, self._loaded.events
        change = EventsChange(
            frozenset(after.keys() - before.keys()),
            frozenset(name for name in after.keys() & before.keys() if after[name] != before[name]),
            frozenset(before.keys() - after.keys()),
        )
        return Change(change.added, change.changed, change.removed, articles, outdated)

    def _with_date(self, article: Article) -> Article:
        edtf = self._overlay().decisions.value(PUBLISHED, article.id)
        if edtf is None:
            return article
        found = article.published
        return replace(
            article,
            published=PublicationDate(edtf, PublicationBasis.USER, 1.0, ("set by hand",), found.candidates),
        )

    def _with_machine_date(self, article: Article) -> Article:
        """Return the article with the machine's own date, where it was read with the user's."""
        if article.published.basis is not PublicationBasis.USER:
            return article
        known = machine.read_articles(self._db, article.id)
        return replace(article, published=known[0].published) if known else article


def open_project(path: Path, *, create: bool = False) -> Project:
    """Open a project file, or create one.

    Raises:
        ProjectError: the file is missing, no project, or made by a newer version of the program.
    """
    db, read_only = file.connect(path, create=create)
    return Project(path, db, read_only=read_only)


def new_project(folder: Path) -> Project:
    """Start an untitled project in a folder for the user's data; nothing is lost before it has a name."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"untitled-{number}{file.SUFFIX}").exists():
        number += 1
    db, _ = file.connect(path, create=True)
    return Project(path, db, untitled=True)


def _by_date(event: Event) -> tuple[dt.date, dt.date, str]:
    first = event.first or event.last or dt.date.max
    return first, event.last or dt.date.max, event.id


def _without(event: Event, gone: frozenset[str]) -> Event | None:
    """Return a machine event without the mentions of some articles, None if none is left."""
    if gone.isdisjoint(event.articles):
        return event
    left = [mention for mention in event.mentions if mention.article not in gone]
    return with_mentions(event, left, ()) if left else None
