"""The events as the user sees them: the machine's output with the decisions laid over it.

Only what a decision touches is worked out again, so that an edit costs the same in a large project.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from core import edtf
from core.codec import decode
from core.model import Basis, Event, Link, Mention, Status
from core.project.anchors import Anchors
from core.project.decisions import ADDED, BELONGS, FIELDS, INTO, MARKS, Decision, Decisions, Step
from core.project.machine import Machine
from core.project.regroup import from_mentions, with_mentions


@dataclass(frozen=True, slots=True)
class EventsChange:
    """Ids of the events that appeared, changed and went."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


class Overlay:
    """The events as shown, kept in step with the decisions.

    Every event and mention has a name, by which decisions know it: its id or key in the machine's output,
    unless an anchor says otherwise.
    """

    def __init__(self, machine: Machine, decisions: Decisions, anchors: Anchors) -> None:
        self.machine = machine
        self.decisions = decisions
        self.anchors = anchors
        self.events: dict[str, Event] = {}
        self._names = _event_names(machine, anchors)
        self._mention_names = {a.current: name for name, a in anchors.mentions.items() if a.current}
        self._bases: dict[str, Event] = {}         # events before any decision, by name
        self._own: dict[str, tuple[str, ...]] = {}  # the names of their mentions
        self._mentions: dict[str, Mention] = {}
        self._base_of: dict[str, str] = {}
        self._gather()
        self._index()
        self.events.update(self._bases)
        decided = decisions.event_subjects() | {self._base_of.get(key, "") for key in decisions.of(BELONGS)}
        self._work_out(decided | {self._root(name) for name in decided})

    def apply(self, steps: Iterable[Step]) -> EventsChange:
        """Take the steps over into the decisions, and say which events differ for it."""
        steps = list(steps)
        touched = {name for step in steps for name in self._touched(step)}
        for step in steps:
            self.decisions.put(step.address, step.after)
            if step.address[0] == ADDED:
                self._gather_added(step.address[1], step.after)
        if any(step.address[0] in (INTO, BELONGS, ADDED) for step in steps):
            self._index()
        touched |= {name for step in steps for name in self._touched(step)}
        return self._work_out(touched)

    def name_of(self, mention: Mention) -> str | None:
        """Return the name of a mention that is shown."""
        key = self.machine.key_of(mention)
        if key is not None:
            return self._mention_names.get(key, key)
        return next((name for name, shown in self._mentions.items() if shown == mention), None)

    def user_made(self) -> Iterator[str]:
        """Yield the ids of events made by hand, imported, or split off."""
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
        return self._root(self._names.get(machine_id, machine_id))

    def _gather(self) -> None:
        """Name the machine's events and mentions, and those kept by hand or by an anchor."""
        for identifier, event in self.machine.events.items():
            name = self._names[identifier]
            base = event if name == identifier else replace(event, id=name)
            keys = self.machine.keys[identifier]
            self._put_base(base, [self._mention_names.get(key, key) for key in keys])
        for name, anchor in self.anchors.events.items():
            if anchor.kept is not None and anchor.shown:
                self._put_base(anchor.kept, _numbered(f"kept:{name}", anchor.kept))
        for name, decision in self.decisions.of(ADDED).items():
            self._gather_added(name, decision)
        for name, loose in self.anchors.mentions.items():
            if loose.kept is not None and loose.shown:
                self._mentions[name] = loose.kept
                self._base_of.setdefault(name, "")

    def _gather_added(self, name: str, decision: Decision | None) -> None:
        for mention in self._own.pop(name, ()):
            del self._mentions[mention], self._base_of[mention]
        self._bases.pop(name, None)
        if decision is not None:
            event = decode(Event, decision.value)
            self._put_base(event, _numbered(f"added:{name}", event))

    def _put_base(self, event: Event, names: Iterable[str]) -> None:
        self._bases[event.id] = event
        self._own[event.id] = tuple(names)
        for name, mention in zip(self._own[event.id], event.mentions, strict=True):
            self._mentions[name] = mention
            self._base_of[name] = event.id

    def _index(self) -> None:
        """Work out which events are parts of others, and which mentions were moved where."""
        self._parts: dict[str, list[str]] = {}
        for name in self.decisions.of(INTO):
            self._parts.setdefault(self._root(name), []).append(name)
        self._arrived: dict[str, list[str]] = {}
        for name, decision in self.decisions.of(BELONGS).items():
            if name in self._mentions:
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
            yield self._root(self._base_of.get(subject, ""))
            decision = self.decisions.get(step.address)
            if decision is not None:
                yield self._root(decision.value)
        elif kind in (INTO, ADDED, *FIELDS, *MARKS):
            yield subject
            yield self._root(subject)

    def _members(self, name: str) -> list[str]:
        """Return the names of an event's mentions after all moves."""
        moved = self.decisions.of(BELONGS)
        bases = (name, *self._parts.get(name, ()))
        stayed = [own for base in bases for own in self._own.get(base, ()) if own not in moved]
        return stayed + self._arrived.get(name, [])

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
        base = self._bases.get(name)
        own, members = self._own.get(name, ()), self._members(name)
        parts = [self._bases[part] for part in self._parts.get(name, ()) if part in self._bases]
        if base is not None and not parts and tuple(members) == own:
            return base
        mentions = [self._mentions[member] for member in members]
        if not mentions and not any(not part.mentions for part in (*parts, *([base] if base else []))):
            return None
        if base is None or (own and not any(m.edtf == base.edtf for m in mentions)):
            base = from_mentions(name, mentions) if mentions else replace(parts[0], id=name)
        return with_mentions(base, mentions, parts)


def _event_names(machine: Machine, anchors: Anchors) -> dict[str, str]:
    """Return the name of each machine event: the one that decisions know it by, or its id if that is free."""
    anchored = {anchor.current: name for name, anchor in anchors.events.items() if anchor.current is not None}
    names = {}
    for identifier in machine.events:
        name = anchored.get(identifier, identifier)
        while identifier not in anchored and name in anchors.events:
            name += "+"
        names[identifier] = name
    return names


def _numbered(prefix: str, event: Event) -> list[str]:
    return [f"{prefix}:{number}" for number in range(len(event.mentions))]


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
    values: Mapping[str, Any] = {kind: decisions.get((kind, name)) for kind in kinds}
    return {
        kind: tuple(decision.value) if isinstance(decision.value, list) else decision.value
        for kind, decision in values.items()
        if decision is not None
    }
