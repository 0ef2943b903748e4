"""The events as the user sees them: the machine's output with the decisions laid over it.

Only what a decision touches is worked out again, so that an edit costs the same in a large project.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from core import edtf
from core.model import Basis, Event, Link, Mention, Status
from core.project.anchors import Anchors
from core.project.decisions import ADDED, BELONGS, FIELDS, INTO, MARKS, Decisions, Step
from core.project.machine import Machine
from core.project.naming import Named, selected
from core.project.regroup import from_mentions, with_mentions


@dataclass(frozen=True, slots=True)
class EventsChange:
    """Ids of the events that appeared, changed and went."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


class Overlay:
    """The events as shown, by name, kept in step with the decisions."""

    def __init__(self, machine: Machine, decisions: Decisions, anchors: Anchors) -> None:
        self.decisions = decisions
        self.named = Named(machine, anchors, decisions.of(ADDED))
        self._parts: dict[str, list[str]] = {}  # events that were merged into another, by that one
        self._arrived: dict[str, list[str]] = {}  # mentions that were moved, by where they are now
        self._index()
        self.events: dict[str, Event] = dict(self.named.events)
        decided = decisions.event_subjects()
        decided |= {self.named.event_of.get(mention, "") for mention in decisions.of(BELONGS)}
        self._work_out(decided | {self._root(name) for name in decided})

    def apply(self, steps: Iterable[Step]) -> EventsChange:
        """Take the steps over into the decisions, and say which events differ for it."""
        steps = list(steps)
        touched = {name for step in steps for name in self._touched(step)}
        for step in steps:
            self.decisions.put(step.address, step.after)
            if step.address[0] == ADDED:
                self.named.put_added(step.address[1], step.after)
        if any(step.address[0] in (INTO, BELONGS, ADDED) for step in steps):
            self._index()
        touched |= {name for step in steps for name in self._touched(step)}
        return self._work_out(touched)

    def own_mentions(self, name: str) -> list[Mention]:
        """Return an event's mentions before decisions; those moved elsewhere only if no other is left."""
        event, moved = self.named.event(name), self.decisions.of(BELONGS)
        if event is None or name in self.decisions.of(ADDED):
            return []
        names = self.named.own.get(name, ())
        left = [self.named.mentions[own] for own in names if own not in moved]
        return left or list(event.mentions)

    def selected(self) -> Iterator[tuple[str, Mention]]:
        """Yield the names and mentions of events made by hand, as they were selected."""
        for name, decision in self.decisions.of(ADDED).items():
            event, names = selected(name, decision)
            yield from zip(names, event.mentions, strict=True)

    def user_made(self) -> Iterator[str]:
        """Yield the names of events made by hand, imported, or split off."""
        yield from self.decisions.of(ADDED)
        yield from (decision.value for decision in self.decisions.of(BELONGS).values())

    def links(self, links: Iterable[Link]) -> list[Link]:
        """Return machine links between the events as shown; those that have become one lose theirs."""
        moved = (
            replace(link, later=self._shown(link.later), earlier=self._shown(link.earlier)) for link in links
        )
        return [
            link
            for link in dict.fromkeys(moved)
            if link.later != link.earlier and link.later in self.events and link.earlier in self.events
        ]

    def _shown(self, machine_id: str) -> str:
        return self._root(self.named.event_name(machine_id))

    def _index(self) -> None:
        """Work out which events are parts of others, and which mentions were moved where."""
        self._parts.clear()
        for name in self.decisions.of(INTO):
            self._parts.setdefault(self._root(name), []).append(name)
        self._arrived.clear()
        for name, decision in self.decisions.of(BELONGS).items():
            if name in self.named.mentions:
                self._arrived.setdefault(self._root(decision.value), []).append(name)

    def _root(self, name: str) -> str:
        """Follow an event to the one it is part of."""
        into, seen = self.decisions.of(INTO), {name}
        while (decision := into.get(name)) is not None and decision.value not in seen:
            name = decision.value
            seen.add(name)
        return name

    def _touched(self, step: Step) -> Iterator[str]:
        """Yield the events that a decision at this address bears on, as things are indexed now."""
        kind, subject = step.address
        if kind == BELONGS:
            yield self._root(self.named.event_of.get(subject, ""))
            decision = self.decisions.get(step.address)
            if decision is not None:
                yield self._root(decision.value)
        elif kind in (INTO, ADDED, *FIELDS, *MARKS):
            yield subject
            yield self._root(subject)

    def _work_out(self, names: Iterable[str]) -> EventsChange:
        added: set[str] = set()
        changed: set[str] = set()
        removed: set[str] = set()
        for name in names:
            before, after = self.events.get(name), self._event(name)
            if after is None:
                if self.events.pop(name, None) is not None:
                    removed.add(name)
            elif after != before:
                self.events[name] = after
                (added if before is None else changed).add(name)
        return EventsChange(frozenset(added), frozenset(changed), frozenset(removed))

    def _event(self, name: str) -> Event | None:
        grouped = None if name != self._root(name) else self._grouped(name)
        return None if grouped is None else decorate(grouped, self.decisions)

    def _grouped(self, name: str) -> Event | None:
        """Return the event with the mentions it has after all moves, None if nothing is left of it."""
        event = self.named.events.get(name)
        parts = [self.named.events[part] for part in self._parts.get(name, ()) if part in self.named.events]
        own, members = self.named.own.get(name, ()), self._members(name)
        if event is not None and not parts and members == own:
            return event
        mentions = [self.named.mentions[member] for member in members]
        if not mentions and all(part.mentions for part in (*parts, *filter(None, [event]))):
            return None
        if event is None or (own and not any(mention.edtf == event.edtf for mention in mentions)):
            event = from_mentions(name, mentions) if mentions else replace(parts[0], id=name)
        return with_mentions(event, mentions, parts)

    def _members(self, name: str) -> tuple[str, ...]:
        """Return the names of an event's mentions after all moves."""
        moved = self.decisions.of(BELONGS)
        events = (name, *self._parts.get(name, ()))
        stayed = (own for event in events for own in self.named.own.get(event, ()) if own not in moved)
        return (*stayed, *self._arrived.get(name, ()))


def decorate(event: Event, decisions: Decisions) -> Event:
    """Return the event with the fields and marks the user has set on it."""
    fields = _decided(FIELDS, event.id, decisions)
    if "edtf" in fields:
        first, last = edtf.bounds(fields["edtf"]) if fields["edtf"] else (None, None)
        fields |= {"first": first, "last": last, "basis": Basis.USER}
    if "status" in fields:
        fields["status"] = Status(fields["status"])
    marks = _decided(MARKS, event.id, decisions)
    if marks:
        fields["marks"] = replace(event.marks, **marks)
    return replace(event, **fields) if fields else event


def _decided(kinds: Iterable[str], name: str, decisions: Decisions) -> dict[str, Any]:
    values = {kind: decisions.get((kind, name)) for kind in kinds}
    return {
        kind: tuple(decision.value) if isinstance(decision.value, list) else decision.value
        for kind, decision in values.items()
        if decision is not None
    }
