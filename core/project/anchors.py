"""Keeps decisions on their events and mentions when articles are read anew and the machine's ids change.

A decision knows its event or mention by the name it had then. An anchor says which one that is now, or, where
the machine no longer finds it, keeps it as it was last seen.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from core.codec import decode
from core.model import Event, Mention
from core.project.machine import to_json

T = TypeVar("T", Event, Mention)


@dataclass(frozen=True, slots=True)
class Anchor(Generic[T]):
    """The machine's present id or key; or, where it finds none, what was last seen."""

    current: str | None = None
    kept: T | None = None


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchors that differ from identity, by the name decisions use."""

    events: Mapping[str, Anchor[Event]] = field(default_factory=dict)
    mentions: Mapping[str, Anchor[Mention]] = field(default_factory=dict)


def load(db: sqlite3.Connection) -> Anchors:
    """Read the anchors."""
    rows = list(db.execute("SELECT kind, subject, current, kept FROM anchor"))
    return Anchors(
        {name: _anchor(Event, *rest) for kind, name, *rest in rows if kind == "event"},
        {name: _anchor(Mention, *rest) for kind, name, *rest in rows if kind == "mention"},
    )


def save(db: sqlite3.Connection, anchors: Anchors) -> None:
    """Replace the anchors."""
    db.execute("DELETE FROM anchor")
    for kind, group in (("event", anchors.events), ("mention", anchors.mentions)):
        db.executemany(
            "INSERT INTO anchor (kind, subject, current, kept) VALUES (?, ?, ?, ?)",
            (
                (kind, name, a.current, None if a.kept is None else to_json(a.kept))
                for name, a in group.items()
            ),
        )


def _anchor(cls: type[T], current: str | None, kept: str | None) -> Anchor[T]:
    return Anchor(current, None if kept is None else decode(cls, json.loads(kept)))
