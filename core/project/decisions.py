"""The user's decisions, kept apart from what the machine found, and the log that undoes and redoes them.

A decision is a value at an address (kind, subject): the track of an event, the event a mention belongs to,
the publication date of an article. A command is a set of such values; undo puts the former ones back.
"""

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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

    def event_subjects(self) -> set[str]:
        """Return the ids of all events that carry a decision, that were merged, or that take a part in."""
        found = {subject for kind in (*FIELDS, *MARKS, INTO) for subject in self.of(kind)}
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
                "INSERT OR REPLACE INTO decision (kind, subject, value, at) VALUES (?, ?, ?, ?)",
                (*step.address, _json(step.after.value), step.after.at.isoformat()),
            )


def append(db: sqlite3.Connection, at: dt.datetime, label: str, steps: Iterable[Step]) -> None:
    """Write a command to the log; what had been undone can no longer be redone."""
    db.execute("DELETE FROM log WHERE undone")
    changes = [[*step.address, _pair(step.before), _pair(step.after)] for step in steps]
    db.execute(
        "INSERT INTO log (at, label, changes) VALUES (?, ?, ?)", (at.isoformat(), label, _json(changes))
    )


def logged(db: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """Return the names of all events and of all mentions that commands in the log speak of."""
    rows = db.execute(
        "SELECT DISTINCT step.value ->> 0, step.value ->> 1, step.value ->> '$[2][0]', "
        "step.value ->> '$[3][0]' FROM log, json_each(log.changes) AS step"
    )
    events, mentions = set(), set()
    for kind, subject, before, after in rows:
        if kind == BELONGS:
            mentions.add(subject)
        elif kind != PUBLISHED:
            events.add(subject)
        if kind in (BELONGS, INTO):
            events |= {name for name in (before, after) if name is not None}
    return events, mentions


def label(db: sqlite3.Connection, *, undone: bool) -> str:
    """Return the words for the command to undo next, or to redo next; empty where there is none."""
    row = db.execute(_NEXT[undone]).fetchone()
    return "" if row is None else str(row[1])


def turn(db: sqlite3.Connection, *, undone: bool) -> list[Step]:
    """Mark the next command undone, or with ``undone`` done again, and return its steps in that direction."""
    row = db.execute(_NEXT[undone]).fetchone()
    if row is None:
        return []
    db.execute("UPDATE log SET undone = ? WHERE n = ?", (not undone, row[0]))
    steps = [
        Step((kind, subject), _unpair(before), _unpair(after))
        for kind, subject, before, after in json.loads(row[2])
    ]
    return steps if undone else [step.reversed() for step in reversed(steps)]


_NEXT = {
    False: "SELECT n, label, changes FROM log WHERE NOT undone ORDER BY n DESC LIMIT 1",
    True: "SELECT n, label, changes FROM log WHERE undone ORDER BY n LIMIT 1",
}


def _decision(value: Any, at: str) -> Decision:
    return Decision(value, dt.datetime.fromisoformat(at))


def _pair(decision: Decision | None) -> list[Any] | None:
    return None if decision is None else [decision.value, decision.at.isoformat()]


def _unpair(pair: list[Any] | None) -> Decision | None:
    return None if pair is None else _decision(*pair)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
