"""The events as the user sees them: the machine's output with the decisions laid over it.

Only what a decision touches is worked out again, so that an edit costs the same in a large project.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from core import edtf
from core.model import Basis, Event, Link, Mention, Status
from core.project.decisions import ADDED, BELONGS, FIELDS, INTO, MARKS, Decision, Decisions, Step, made
from core.project.machine import Machine
from core.project.regroup import from_mentions, regrouped


@dataclass(frozen=True, slots=True)
class EventsChange:
    """Ids of the events that appeared, changed and went."""

    added: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()


class Overlay:
    """The events as shown, by id, kept in step with the decisions."""

    def __init__(self, machine: Machine, decisions: Decisions) -> None:
        self.machine = machine
        self.decisions = decisions
        self._made: dict[str, Event] = {}  # by hand
        self._made_keys: dict[str, tuple[str, ...]] = {}
        self._made_mentions: dict[str, Mention] = {}
        self._parts: dict[str, list[str]] = {}  # events that were merged into another, by that one
        self._arrived: dict[str, list[str]] = {}  # keys of mentions that were moved, by where they are now
        for name, decision in decisions.of(ADDED).items():
            self._put_made(name, decision)
        self._claims = {  # mentions now found in another event, by key: the event that waits for them
            key: name
            for name, keys in machine.waiting.keys.items()
            for key in keys
            if key in machine.found.mentions
        }
        self._index()
        self.events: dict[str, Event] = dict(machine.found.events)
        moved_from = {self._home(key) for key in decisions.of(BELONGS)}
        decided = decisions.events() | moved_from | {self._event_of[key] for key in self._claims}
        self._work_out(decided | {self._root(name) for name in decided})

    def apply(self, steps: Iterable[Step]) -> EventsChange:
        """Take the steps over into the decisions, and say which events differ for it."""
        steps = list(steps)
        touched = {name for step in steps for name in self._touched(step)}
        for step in steps:
            self.decisions.put(step.address, step.after)
            if step.address[0] == ADDED:
                self._put_made(step.address[1], step.after)
        if any(step.address[0] in (INTO, BELONGS, ADDED) for step in steps):
            self._index()
        touched |= {name for step in steps for name in self._touched(step)}
        return self._work_out(touched)

    def mention(self, key: str) -> Mention | None:
        """Return a mention that can be shown: found, selected by hand, or last seen in an article here."""
        waiting = self.machine.waiting.mentions.get(key)
        if key in self._made_mentions:
            return waiting or self._made_mentions[key]
        here = waiting if waiting and waiting.article in self.machine.articles else None
        return self.machine.found.mentions.get(key) or here

    def key_of(self, mention: Mention) -> str | None:
        """Return the key of a mention that is shown, None if there is none."""
        found, waiting = self.machine.found.mentions, self.machine.waiting.mentions
        if found.get(mention.id) == mention:
            return mention.id
        known = (found, waiting, self._made_mentions)
        same = (
            key
            for group in known
            for key, m in group.items()
            if m.article == mention.article and m == mention
        )
        return next(same, None)

    def keys(self, name: str) -> tuple[str, ...]:
        """Return the keys of an event's own mentions, before the user moved any."""
        if name in self.machine.found.keys:
            own = self.machine.found.keys[name]
            if self._claims.keys().isdisjoint(own):
                return own
            return tuple(
                key for key in own if key not in self._claims or not self._decided(self._claims[key])
            )
        waiting = self.machine.waiting.keys.get(name, ()) if self._decided(name) else ()
        return tuple(key for key in self._made_keys.get(name, waiting) if self.mention(key))

    def members(self, name: str) -> tuple[str, ...]:
        """Return the keys of an event's mentions after all moves."""
        moved = self.decisions.of(BELONGS)
        events = (name, *self._parts.get(name, ()))
        stayed = (own for event in events for own in self.keys(event) if own not in moved)
        return (*stayed, *self._arrived.get(name, ()))

    def parts(self, name: str) -> tuple[str, ...]:
        """Return the ids of the events that were merged into one."""
        return tuple(self._parts.get(name, ()))

    def merged(self) -> Iterator[Event]:
        """Yield the events that were merged into others, each as it was before."""
        for name in self.decisions.of(INTO):
            if (part := self.base(name)) is not None:
                yield decorate(part, self.decisions)

    def links(self, links: Iterable[Link]) -> list[Link]:
        """Return links between the events as shown; those that have become one lose theirs."""
        moved = (
            replace(link, later=self._root(link.later), earlier=self._root(link.earlier)) for link in links
        )
        return [
            link
            for link in dict.fromkeys(moved)
            if link.later != link.earlier and link.later in self.events and link.earlier in self.events
        ]

    def base(self, name: str) -> Event | None:
        """Return an event before decisions: as found, made by hand, or last seen if decisions are on it."""
        event = self.machine.found.events.get(name) or self._made.get(name)
        if event is None and self._decided(name):
            event = self.machine.waiting.events.get(name)
        if event is None or not event.mentions:
            return event
        own = [mention for key in self.keys(name) if (mention := self.mention(key))]
        if not own or tuple(own) == event.mentions:
            return event if own else None
        return regrouped(event, own)

    @cached_property
    def _event_of(self) -> dict[str, str]:
        return self.machine.waiting.event_of() | self.machine.found.event_of()

    def _home(self, key: str) -> str:
        """Return the event a mention belongs to before the user moved it."""
        claimed = self._claims.get(key, "")
        if claimed and self._decided(claimed):
            return claimed
        made = (name for name, keys in self._made_keys.items() if key in keys)
        return self._event_of.get(key) or next(made, "")

    def _decided(self, name: str) -> bool:
        on_it = any(self.decisions.get((kind, name)) for kind in (*FIELDS, *MARKS, INTO))
        return on_it or name in self._parts or name in self._arrived

    def _put_made(self, name: str, decision: Decision | None) -> None:
        for key in self._made_keys.pop(name, ()):
            del self._made_mentions[key]
        self._made.pop(name, None)
        if decision is not None:
            self._made[name], self._made_keys[name] = made(name, decision)
            self._made_mentions |= zip(self._made_keys[name], self._made[name].mentions, strict=True)

    def _index(self) -> None:
        """Work out which events are parts of others, and which mentions were moved where."""
        self._parts.clear()
        for name in self.decisions.of(INTO):
            self._parts.setdefault(self._root(name), []).append(name)
        self._arrived.clear()
        for key, decision in self.decisions.of(BELONGS).items():
            if self.mention(key):
                self._arrived.setdefault(self._root(decision.value), []).append(key)

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
            yield self._root(self._home(subject))
            decision = self.decisions.get(step.address)
            if decision is not None:
                yield self._root(decision.value)
        elif kind in (INTO, ADDED, *FIELDS, *MARKS):
            yield subject
            yield self._root(subject)
        for name in (subject, *self._targets(step)):  # an event that waits comes back, or goes
            for key in self.machine.waiting.keys.get(name, ()):
                yield self._root(self._event_of.get(key, ""))

    def _targets(self, step: Step) -> Iterator[str]:
        """Yield the events a decision puts something into."""
        if step.address[0] in (INTO, BELONGS):
            yield from (side.value for side in (step.before, step.after) if side)

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
        event, members = self.base(name), self.members(name)
        parts = [part for own in self._parts.get(name, ()) if (part := self.base(own))]
        if event is not None and not parts and members == self.keys(name):
            return event
        mentions = [mention for key in members if (mention := self.mention(key))]
        if not mentions and all(part.mentions for part in (*parts, *filter(None, [event]))):
            return None
        if event is None:
            event = from_mentions(name, mentions) if mentions else replace(parts[0], id=name)
        return regrouped(event, mentions, parts)


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
