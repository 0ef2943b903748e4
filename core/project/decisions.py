"""The user's decisions, kept apart from what the machine found, and the log that undoes and redoes them.

A decision is a value at an address (kind, subject): the track of an event, the event a mention belongs to,
the publication date of an article. A command is a set of such values; undo puts the former ones back.
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.codec import decode
from core.model import Event, Mention

Address = tuple[str, str]

# What a decision can set on an event, beside its fields of the same name in the model.
FIELDS = ("edtf", "track", "type", "mode", "status", "title", "source", "target", "place", "country")
MARKS = ("confirmed", "pinned", "note", "tags", "colour")
ADDED = "added"  # subject: event id; value: an Event made by hand or imported
INTO = "into"  # subject: event id; value: the event it is part of
BELONGS = "belongs"  # subject: mention key; value: the event it was moved to
PUBLISHED = "published"  # subject: article id; value: EDTF date


@dataclass(frozen=True, slots=True)
class Decision:
    """A value the user has set, as plain JSON data, and when."""

    value: Any
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Step:
    """One address before and after a command; None where nothing is decided."""

    address: Address
    before: Decision | None
    after: Decision | None

    def reversed(self) -> "Step":
        """Return the step that takes this one back."""
        return Step(self.address, self.after, self.before)


class Decisions:
    """All decisions that hold now, by kind and subject."""

    def __init__(self, decided: Iterable[tuple[Address, Decision]] = ()) -> None:
        self._by_kind: dict[str, dict[str, Decision]] = {}
        for address, decision in decided:
            self.put(address, decision)

    def of(self, kind: str) -> Mapping[str, Decision]:
        """Return the decisions of one kind by subject."""
        return self._by_kind.get(kind, {})

    def get(self, address: Address) -> Decision | None:
        """Return the decision at an address."""
        return self.of(address[0]).get(address[1])

    def value(self, kind: str, subject: str) -> Any:
        """Return the value at an address, None where nothing is decided."""
        decision = self.of(kind).get(subject)
        return None if decision is None else decision.value

    def put(self, address: Address, decision: Decision | None) -> None:
        """Set or clear the decision at an address."""
        kind, subject = address
        if decision is None:
            self._by_kind.get(kind, {}).pop(subject, None)
        else:
            self._by_kind.setdefault(kind, {})[subject] = decision

    def events(self) -> set[str]:
        """Return the names of all events that a decision is on, or puts something into."""
        found = {subject for kind in (*FIELDS, *MARKS, INTO, ADDED) for subject in self.of(kind)}
        return found | {decision.value for kind in (INTO, BELONGS) for decision in self.of(kind).values()}


def load(db: sqlite3.Connection) -> Decisions:
    """Read the decisions that hold."""
    rows = db.execute("SELECT kind, subject, value, at FROM decision")
    return Decisions(((kind, subject), _decision(json.loads(value), at)) for kind, subject, value, at in rows)


def write(db: sqlite3.Connection, steps: Iterable[Step]) -> None:
    """Write the decisions after the steps."""
    for step in steps:
        if step.after is None:
            db.execute("DELETE FROM decision WHERE kind = ? AND subject = ?", step.address)
        else:
            db.execute(
                "INSERT INTO decision (kind, subject, value, at) VALUES (?, ?, ?, ?) "
                "ON CONFLICT (kind, subject) DO UPDATE SET value = excluded.value, at = excluded.at",
                (*step.address, _json(step.after.value), step.after.at.isoformat()),
            )


def append(db: sqlite3.Connection, at: dt.datetime, label: str, steps: Iterable[Step]) -> None:
    """Write a command to the log; what had been undone can no longer be redone."""
    db.execute("DELETE FROM log WHERE undone")
    changes = [[*step.address, _pair(step.before), _pair(step.after)] for step in steps]
    db.execute(
        "INSERT INTO log (at, label, changes) VALUES (?, ?, ?)", (at.isoformat(), label, _json(changes))
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """What commands in the log speak of: names of events and mentions, and the mentions the user selected."""

    events: frozenset[str] = frozenset()
    mentions: frozenset[str] = frozenset()
    selected: Mapping[str, Mention] = field(default_factory=dict)


def made(name: str, decision: Decision) -> tuple[Event, tuple[str, ...]]:
    """Return an event made by hand as it was made, and the keys of its mentions."""
    event = decode(Event, decision.value)
    return event, tuple(f"added:{name}:{number}" for number in range(len(event.mentions)))


def spoken(db: sqlite3.Connection) -> Spoken:
    """Return what the commands in the log speak of, also those undone."""
    rows = db.execute(
        "SELECT DISTINCT step.value ->> 0, step.value ->> 1, step.value -> 2, step.value -> 3 "
        "FROM log, json_each(log.changes) AS step"
    )
    events: set[str] = set()
    mentions: set[str] = set()
    selected: dict[str, Mention] = {}
    for kind, subject, *sides in rows:
        values = [decision for side in sides if (decision := _unpair(json.loads(side)))]
        if kind == BELONGS:
            mentions.add(subject)
        elif kind == ADDED:
            for decision in values:
                event, keys = made(subject, decision)
                selected |= zip(keys, event.mentions, strict=True)
        elif kind != PUBLISHED:
            events.add(subject)
        if kind in (BELONGS, INTO):
            events |= {decision.value for decision in values}
    return Spoken(frozenset(events), frozenset(mentions), selected)


def history(db: sqlite3.Connection, names: Iterable[str]) -> list[tuple[dt.datetime, str, Step, bool]]:
    """Return the steps of all commands at addresses with these subjects: when, words, step, if undone."""
    rows = db.execute(
        "SELECT log.at, log.label, step.value, log.undone FROM log, json_each(log.changes) AS step "
        "WHERE step.value ->> 1 IN (SELECT value FROM json_each(?)) ORDER BY log.n, step.key",
        (_json(sorted(names)),),
    )
    return [
        (dt.datetime.fromisoformat(at), words, _step(*json.loads(step)), bool(undone))
        for at, words, step, undone in rows
    ]


def label(db: sqlite3.Connection, *, undone: bool) -> str:
    """Return the words for the command to undo next, or to redo next; empty where there is none."""
    row = db.execute(f"SELECT label {_NEXT[undone]}").fetchone()
    return "" if row is None else str(row[0])


def turn(db: sqlite3.Connection, *, undone: bool) -> list[Step]:
    """Mark the next command undone, or with ``undone`` done again, and return its steps in that direction."""
    row = db.execute(f"SELECT n, changes {_NEXT[undone]}").fetchone()
    if row is None:
        return []
    db.execute("UPDATE log SET undone = ? WHERE n = ?", (not undone, row[0]))
    steps = [_step(*change) for change in json.loads(row[1])]
    return steps if undone else [step.reversed() for step in reversed(steps)]


_NEXT = {
    False: "FROM log WHERE NOT undone ORDER BY n DESC LIMIT 1",
    True: "FROM log WHERE undone ORDER BY n LIMIT 1",
}


def _step(kind: str, subject: str, before: list[Any] | None, after: list[Any] | None) -> Step:
    return Step((kind, subject), _unpair(before), _unpair(after))


def _decision(value: Any, at: str) -> Decision:
    return Decision(value, dt.datetime.fromisoformat(at))


def _pair(decision: Decision | None) -> list[Any] | None:
    return None if decision is None else [decision.value, decision.at.isoformat()]


def _unpair(pair: list[Any] | None) -> Decision | None:
    return None if pair is None else _decision(*pair)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
