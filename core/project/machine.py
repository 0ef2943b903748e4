"""The machine's output as the project holds it: mentions and events under names that stay, read and written.

A mention's name is its key, at first its id (with ``#2`` where one clause reports several events); an event's
is its id. Decisions speak of them by these names, so :mod:`core.project.intake` keeps them in new readings.
"""

import gc
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from core.codec import from_json, to_json
from core.model import Article, Event, Link, Mention


@dataclass(frozen=True, slots=True)
class Findings:
    """Mentions by key, events by id, and the keys of each event's mentions in their order."""

    mentions: Mapping[str, Mention] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def event_of(self) -> dict[str, str]:
        """Return which event each mention belongs to, by key."""
        return {key: event for event, keys in self.keys.items() for key in keys}

    def by_article(self) -> dict[str, list[str]]:
        """Return the keys of each article's mentions."""
        found: dict[str, list[str]] = {}
        for key, mention in self.mentions.items():
            found.setdefault(mention.article, []).append(key)
        return found


@dataclass(frozen=True, slots=True)
class Machine:
    """What the machine finds in the articles now, and what waits: decisions speak of it, but it is not found.

    An event that waits may hold mentions that are found, but in another event.
    """

    found: Findings = field(default_factory=Findings)
    waiting: Findings = field(default_factory=Findings)
    articles: frozenset[str] = frozenset()

    def mention(self, key: str) -> Mention | None:
        """Return the mention of a key, as found or as last seen."""
        return self.found.mentions.get(key) or self.waiting.mentions.get(key)


def load(db: sqlite3.Connection) -> Machine:
    """Read mentions and events."""
    with _collector_paused():
        articles = frozenset(identifier for (identifier,) in db.execute("SELECT id FROM article"))
        found = _findings(db, {}, found=True)
        return Machine(found, _findings(db, found.mentions, found=False), articles)


def _findings(db: sqlite3.Connection, others: Mapping[str, Mention], *, found: bool) -> Findings:
    """Read all rows of a kind at once: ten thousands of small calls would take longer than the reading."""
    packed = db.execute("SELECT mentions FROM reading WHERE found = ? ORDER BY n", (found,))
    bodies = (zlib.decompress(mentions)[1:-1] for (mentions,) in packed)
    mentions = from_json(dict[str, Mention], b"{" + b",".join(body for body in bodies if body) + b"}")
    rows = db.execute("SELECT id, mentions, data FROM event WHERE found = ? ORDER BY n", (found,)).fetchall()
    identifiers = [row[0] for row in rows]
    all_keys = json.loads(f"[{','.join(row[1] for row in rows)}]")
    events = from_json(list[Event], f"[{','.join(row[2] for row in rows)}]")
    keys = {}
    for identifier, own, event in zip(identifiers, all_keys, events, strict=True):
        here = {key: mention for key in own if (mention := mentions.get(key) or others.get(key))}
        keys[identifier] = tuple(here)
        _complete(event, identifier, tuple(here.values()))
    return Findings(mentions, dict(zip(identifiers, events, strict=True)), keys)


def _complete(event: Event, identifier: str, mentions: tuple[Mention, ...]) -> None:
    """Set what is stored beside an event's other fields. It was just read: nobody else holds it yet."""
    object.__setattr__(event, "id", identifier)
    object.__setattr__(event, "mentions", mentions)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for garbage among ten thousands of new objects that all stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def save(db: sqlite3.Connection, old: Machine, new: Machine) -> None:
    """Write what differs between two outputs."""
    for found, before, after in ((True, old.found, new.found), (False, old.waiting, new.waiting)):
        _save_mentions(db, before.mentions, after.mentions, found=found)
        gone = [(identifier, found) for identifier in before.events if identifier not in after.events]
        db.executemany("DELETE FROM event WHERE id = ? AND found = ?", gone)
    for found, before, after in ((True, old.found, new.found), (False, old.waiting, new.waiting)):
        changed = (
            (identifier, found, json.dumps(after.keys[identifier], ensure_ascii=False), _event_json(event))
            for identifier, event in after.events.items()
            if differs(before.events.get(identifier), event)
            or before.keys[identifier] != after.keys[identifier]
        )
        db.executemany(
            "INSERT INTO event (id, found, mentions, data) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
            "SET found = excluded.found, mentions = excluded.mentions, data = excluded.data",
            changed,
        )


def differs(before: object, after: object) -> bool:
    """Say whether two values differ, without looking into what is one and the same object."""
    return before is not after and before != after


def _save_mentions(
    db: sqlite3.Connection, before: Mapping[str, Mention], after: Mapping[str, Mention], *, found: bool
) -> None:
    """Write the mentions of those articles where any differs."""
    touched = {mention.article for key, mention in before.items() if differs(mention, after.get(key))}
    touched |= {mention.article for key, mention in after.items() if key not in before}
    now: dict[str, dict[str, Mention]] = {article: {} for article in touched}
    for key, mention in after.items():
        if mention.article in touched:
            now[mention.article][key] = mention
    for article, mentions in now.items():
        if mentions:
            db.execute(
                "INSERT INTO reading (article, found, mentions) VALUES (?, ?, ?) "
                "ON CONFLICT (article, found) DO UPDATE SET mentions = excluded.mentions",
                (article, found, zlib.compress(to_json(mentions, dict[str, Mention]).encode())),
            )
        else:
            db.execute("DELETE FROM reading WHERE article = ? AND found = ?", (article, found))


def _event_json(event: Event) -> str:
    """Return the event without what has columns of its own."""
    return to_json(replace(event, id="", mentions=()))


def read_articles(db: sqlite3.Connection, identifier: str | None = None) -> list[Article]:
    """Read one article or all, as the machine knows them, in the order they came."""
    query = "SELECT id, title, text, data FROM article"
    rows = (
        db.execute(f"{query} ORDER BY n")
        if identifier is None
        else db.execute(f"{query} WHERE id = ?", (identifier,))
    )
    return [
        replace(from_json(Article, data), id=key, title=title, text=text) for key, title, text, data in rows
    ]


def write_article(db: sqlite3.Connection, article: Article) -> None:
    """Add an article, or replace the one of the same id."""
    db.execute(
        "INSERT INTO article (id, title, text, data) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET title = excluded.title, text = excluded.text, data = excluded.data",
        (article.id, article.title, article.text, to_json(replace(article, id="", title="", text=""))),
    )


def text_of(db: sqlite3.Connection, article: str) -> str | None:
    """Read an article's text, None where it is not in the project."""
    row = db.execute("SELECT text FROM article WHERE id = ?", (article,)).fetchone()
    return None if row is None else str(row[0])


def delete_articles(db: sqlite3.Connection, identifiers: Iterable[str]) -> None:
    """Remove articles."""
    db.executemany("DELETE FROM article WHERE id = ?", ((identifier,) for identifier in identifiers))


def read_links(db: sqlite3.Connection) -> list[Link]:
    """Read the links between machine events."""
    return [from_json(Link, data) for (data,) in db.execute("SELECT data FROM link ORDER BY n")]


def write_links(db: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Replace all links."""
    db.execute("DELETE FROM link")
    db.executemany("INSERT INTO link (data) VALUES (?)", ((to_json(link),) for link in links))
