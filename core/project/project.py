"""A project: articles, what the machine found in them and what the user decided, in one file.

Every change is in the file when the call returns; there is nothing left to save.
"""

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from core.model import Article, Event, Link, Mention, PublicationBasis, PublicationDate
from core.project import decisions, file, machine, view
from core.project.commands import Command
from core.project.decisions import PUBLISHED, Step
from core.project.editions import earlier_edition
from core.project.errors import ProjectError, in_words
from core.project.intake import Intake, relink, take_in
from core.project.overlay import EventsChange, Overlay
from core.project.provenance import Provenance, trace
from core.project.regroup import regrouped
from core.project.search import Hit, search


@dataclass(frozen=True, slots=True)
class Change:
    """What an act changed: ids of events and articles; ``reextract`` names articles to be read anew."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    reextract: frozenset[str] = frozenset()


class Project:
    """An open project file. ``opening`` makes it; use it from one thread.

    ``warnings`` are sentences for the user about what was found on reading a damaged file.
    """

    def __init__(self, path: Path, opened: file.Opened, *, untitled: bool = False) -> None:
        self.path = path
        self.untitled = untitled
        self._loaded: Overlay | None = None
        self._sorted: list[Event] | None = None
        self._seen = 0
        self._hold(opened)

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
        return list(self._overlay().machine.found.mentions.values())

    def machine_events(self) -> list[Event]:
        """Return the events as the machine merged them, without any decision."""
        return list(self._overlay().machine.found.events.values())

    def events(self) -> list[Event]:
        """Return the events as decided, by date. Those rejected are there, with ``marks.confirmed`` False."""
        overlay = self._overlay()
        if self._sorted is None:
            self._sorted = sorted(overlay.events.values(), key=_by_date)
        return list(self._sorted)

    def merged(self) -> list[Event]:
        """Return the events that the user merged into others, as they were before."""
        return list(self._overlay().merged())

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

    def search(self, words: str, limit: int = 100) -> list[Hit]:
        """Return the articles that hold all words, in title or text, best first.

        Words in double quotes must stand together; the last word may be unfinished.
        """
        with in_words(self.path):
            return search(self._db, words, limit)

    def provenance(self, identifier: str) -> Provenance:
        """Return where an event and each of its fields come from, and what was decided on it so far.

        Raises:
            ProjectError: there is none of that id.
        """
        event = self.event(identifier)
        with in_words(self.path):
            return trace(self._db, self._overlay(), event)

    # --- the machine's output

    def known_as(self, article: Article) -> str:
        """Return the id of the article, or of an earlier edition of it, in the project; else its own."""
        with in_words(self.path):
            return earlier_edition(self._db, article) or article.id

    def store(
        self,
        articles: Iterable[Article],
        mentions: Mapping[str, Sequence[Mention]],
        events: Iterable[Event],
        links: Iterable[Link],
    ) -> Change:
        """Add or replace articles and their mentions (by article id), and replace all events and links.

        What decisions speak of keeps its name and an event of its own, and is kept as last seen where the
        new events no longer hold it.
        """
        read = list(articles)
        stored = [self._with_machine_date(article) for article in read]
        readings = {article.id: mentions.get(article.id, ()) for article in read}
        with self._writing():
            texts = {a.id: (before, a.text) for a in stored if (before := machine.text_of(self._db, a.id))}
            for article in stored:
                machine.write_article(self._db, article)
            old, new = self._take_in(readings, frozenset(), list(events), links, texts)
        return self._replace(old, new, frozenset(readings), self._outdated(read))

    def remove_articles(self, identifiers: Iterable[str]) -> Change:
        """Remove articles and their mentions; decisions wait in case an article comes again."""
        gone = frozenset(identifiers)
        with self._writing():
            links = machine.read_links(self._db)
            left = [_without(event, gone) for event in self._overlay().machine.found.events.values()]
            machine.delete_articles(self._db, gone)
            old, new = self._take_in({}, gone, [event for event in left if event is not None], links, {})
        return self._replace(old, new, gone)

    # --- decisions

    def apply(self, command: Command, at: dt.datetime) -> Change:
        """Carry out a command, given the time; it is in the file when this returns.

        Raises:
            ProjectError: the command makes no sense here, or could not be written. Nothing has changed.
        """
        with self._writing():
            steps = view.steps(command, self._overlay(), at)
            if not steps:
                return Change()
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
        former, former_db, was_untitled = self.path, self._db, self.untitled
        opened = file.connect(path)
        self.path, self.untitled = path, False
        self._hold(opened)
        file.close(former_db)
        if was_untitled:
            former.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; an untitled project with nothing in it leaves none behind."""
        empty = self.untitled and self.clean
        file.close(self._db)
        if empty:
            self.path.unlink(missing_ok=True)

    # --- within

    def _hold(self, opened: file.Opened) -> None:
        """Work on this connection from now on."""
        self._db, self.read_only = opened.db, opened.read_only
        self.warnings = [opened.warning] if opened.warning else []
        self._seen = self._data_version()
        self._identity = file.identity(self.path)

    def _data_version(self) -> int:
        number: int = self._db.execute("PRAGMA data_version").fetchone()[0]
        return number

    def _overlay(self) -> Overlay:
        """Return the events as shown; read on first use, so that a search need not wait for them."""
        if self._loaded is None:
            with in_words(self.path):
                try:
                    self._loaded = Overlay(machine.load(self._db), decisions.load(self._db))
                except (ValueError, zlib.error):  # whole as a database, but not what was written
                    if self._db.in_transaction:
                        raise
                    self._db.close()
                    self._hold(file.salvaged(self.path))
                    self._loaded = Overlay(machine.load(self._db), decisions.load(self._db))
        return self._loaded

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Run the block in one transaction, on the newest state of the file."""
        if self.read_only:
            raise ProjectError(
                f"{self.path}: This project can only be read here. Use Save as to keep changes elsewhere."
            )
        if file.identity(self.path) != self._identity:
            raise ProjectError(
                f"{self.path}: The file was moved, deleted or replaced by another program while it was open. "
                "Use Save as to keep your work in a new file."
            )
        with in_words(self.path):
            file.prepare_to_write(self._db)
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
        present = dated & self._overlay().machine.articles
        return Change(change.added, change.changed, change.removed, present, present)

    def _take_in(
        self,
        readings: Mapping[str, Sequence[Mention]],
        gone: frozenset[str],
        events: Sequence[Event],
        links: Iterable[Link],
        texts: Mapping[str, tuple[str, str]],
    ) -> tuple[Overlay, machine.Machine]:
        old, spoken = self._overlay(), decisions.spoken(self._db)
        new, names = take_in(old.machine, Intake(readings, gone, events, spoken, texts))
        machine.save(self._db, old.machine, new)
        machine.write_links(self._db, relink(links, names))
        return old, new

    def _outdated(self, articles: Iterable[Article]) -> frozenset[str]:
        """Return the articles that were read with another publication date than the user has set."""
        decided = self._overlay().decisions
        dates = {article.id: decided.value(PUBLISHED, article.id) for article in articles}
        return frozenset(a.id for a in articles if dates[a.id] not in (None, a.published.edtf))

    def _replace(
        self,
        old: Overlay,
        new: machine.Machine,
        articles: frozenset[str],
        outdated: frozenset[str] = frozenset(),
    ) -> Change:
        self._loaded, self._sorted = Overlay(new, old.decisions), None
        before, after = old.events, self._loaded.events
        change = EventsChange(
            frozenset(after.keys() - before.keys()),
            frozenset(
                name for name in after.keys() & before.keys() if machine.differs(before[name], after[name])
            ),
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


def _by_date(event: Event) -> tuple[dt.date, dt.date, str]:
    first = event.first or event.last or dt.date.max
    return first, event.last or dt.date.max, event.id


def _without(event: Event, gone: frozenset[str]) -> Event | None:
    """Return a machine event without the mentions of some articles, None if none is left."""
    if gone.isdisjoint(event.articles):
        return event
    left = [mention for mention in event.mentions if mention.article not in gone]
    return regrouped(event, left) if left else None
