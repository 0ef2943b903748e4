"""The machine's output as the project holds it: articles, mentions and events, read and written as rows.

Mentions are known by a key: their id, with ``#2`` and so on where one clause reports several events.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from core.codec import decode, encode
from core.model import Article, Event, Link, Mention

_IN_COLUMNS = ("id", "title", "text")


@dataclass(frozen=True, slots=True)
class Machine:
    """Everything the machine found. ``keys`` gives each event's mention keys, ``event_of`` the way back."""

    mentions: Mapping[str, Mention] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    event_of: Mapping[str, str] = field(default_factory=dict)
    by_article: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()

    def key_of(self, mention: Mention) -> str | None:
        """Return the key of a mention, None if it is not the machine's."""
        return next((key for key in _keys(mention.id, self.mentions) if self.mentions[key] == mention), None)


def _keys(identifier: str, mentions: Mapping[str, Mention]) -> Iterator[str]:
    """Yield the keys in use for one mention id."""
    key, number = identifier, 1
    while key in mentions:
        yield key
        number += 1
        key = f"{identifier}#{number}"


def build(articles: frozenset[str], mentions: Mapping[str, Mention], events: Iterable[Event]) -> Machine:
    """Return the machine's output with its indexes.

    Raises:
        ValueError: an event holds a mention that is not among the mentions.
    """
    by_id = {event.id: event for event in events}
    bare = Machine(mentions)
    keys = {}
    for event in by_id.values():
        found = [bare.key_of(mention) for mention in event.mentions]
        if None in found:
            raise ValueError(f"event {event.id} holds a mention that was not stored with its article")
        keys[event.id] = tuple(key for key in found if key is not None)
    return _indexed(articles, mentions, by_id, keys)


def _indexed(
    articles: frozenset[str],
    mentions: Mapping[str, Mention],
    events: Mapping[str, Event],
    keys: Mapping[str, tuple[str, ...]],
) -> Machine:
    by_article: dict[str, list[str]] = {}
    for key, mention in mentions.items():
        by_article.setdefault(mention.article, []).append(key)
    return Machine(
        mentions,
        events,
        keys,
        {key: event for event, own in keys.items() for key in own},
        {article: tuple(own) for article, own in by_article.items()},
        articles,
    )


def replaced(
    machine: Machine,
    gone: frozenset[str],
    added: frozenset[str],
    by_article: Mapping[str, Sequence[Mention]],
    events: Iterable[Event],
) -> Machine:
    """Return the output with the mentions of some articles taken out or replaced, and with new events."""
    mentions = dict(machine.mentions)
    for article in (*gone, *by_article):
        for key in machine.by_article.get(article, ()):
            del mentions[key]
    for found in by_article.values():
        for mention in found:
            key, number = mention.id, 1
            while key in mentions:
                number += 1
                key = f"{mention.id}#{number}"
            mentions[key] = mention
    return build((machine.articles - gone) | added, mentions, events)


def load(db: sqlite3.Connection) -> Machine:
    """Read mentions and events."""
    mentions = {
        key: decode(Mention, json.loads(data)) for key, data in db.execute("SELECT key, data FROM mention")
    }
    events, keys = {}, {}
    for identifier, own, data in db.execute("SELECT id, mentions, data FROM event"):
        keys[identifier] = tuple(json.loads(own))
        event = decode(Event, {**json.loads(data), "id": identifier, "mentions": []})
        events[identifier] = replace(event, mentions=tuple(mentions[key] for key in keys[identifier]))
    articles = frozenset(identifier for (identifier,) in db.execute("SELECT id FROM article"))
    return _indexed(articles, mentions, events, keys)


def save(db: sqlite3.Connection, old: Machine, new: Machine) -> None:
    """Write what differs between two outputs."""
    db.executemany("DELETE FROM mention WHERE key = ?", ((k,) for k in old.mentions if k not in new.mentions))
    db.executemany("DELETE FROM event WHERE id = ?", ((i,) for i in old.events if i not in new.events))
    db.executemany(
        "INSERT OR REPLACE INTO mention (key, data) VALUES (?, ?)",
        ((k, to_json(m)) for k, m in new.mentions.items() if old.mentions.get(k) != m),
    )
    db.executemany(
        "INSERT OR REPLACE INTO event (id, mentions, data) VALUES (?, ?, ?)",
        (
            (identifier, _compact(new.keys[identifier]), _event_json(event))
            for identifier, event in new.events.items()
            if old.events.get(identifier) != event or old.keys[identifier] != new.keys[identifier]
        ),
    )


def to_json(value: Any) -> str:
    """Return a dataclass of the model as compact JSON, defaults left out."""
    return _compact(encode(value, sparse=True))


def _compact(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _event_json(event: Event) -> str:
    data = encode(replace(event, mentions=()), sparse=True)
    del data["id"], data["mentions"]
    return _compact(data)


def read_articles(db: sqlite3.Connection, identifier: str | None = None) -> list[Article]:
    """Read one article or all, as the machine knows them, in the order they came."""
    query = "SELECT id, title, text, data FROM article"
    rows = (
        db.execute(f"{query} ORDER BY n")
        if identifier is None
        else db.execute(f"{query} WHERE id = ?", (identifier,))
    )
    return [
        decode(Article, {**json.loads(data), "id": key, "title": title, "text": text})
        for key, title, text, data in rows
    ]


def write_article(db: sqlite3.Connection, article: Article) -> None:
    """Add an article, or replace the one of the same id."""
    data = encode(article, sparse=True)
    for name in _IN_COLUMNS:
        data.pop(name, None)
    db.execute(
        "INSERT INTO article (id, title, text, data) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET title = excluded.title, text = excluded.text, data = excluded.data",
        (article.id, article.title, article.text, _compact(data)),
    )


def delete_articles(db: sqlite3.Connection, identifiers: Iterable[str]) -> None:
    """Remove articles."""
    db.executemany("DELETE FROM article WHERE id = ?", ((identifier,) for identifier in identifiers))


def read_links(db: sqlite3.Connection) -> list[Link]:
    """Read the links between machine events."""
    return [decode(Link, json.loads(data)) for (data,) in db.execute("SELECT data FROM link ORDER BY n")]


def write_links(db: sqlite3.Connection, links: Iterable[Link]) -> None:
    """Replace all links."""
    db.execute("DELETE FROM link")
    db.executemany("INSERT INTO link (data) VALUES (?)", ((to_json(link),) for link in links))
