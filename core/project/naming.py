"""Names every event and mention of a project, before any decision: the names by which decisions know them.

The name is the id or key in the machine's output, unless an anchor says that decisions knew it by another.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.codec import decode
from core.model import Event, Mention
from core.project.anchors import Anchors
from core.project.decisions import Decision
from core.project.machine import Machine
from core.project.regroup import with_mentions


class Named:
    """The machine's events, those an anchor keeps and those made by hand, with their mentions, by name."""

    def __init__(self, machine: Machine, anchors: Anchors, added: Mapping[str, Decision]) -> None:
        self.machine = machine
        self.anchors = anchors
        self.events: dict[str, Event] = {}
        self.mentions: dict[str, Mention] = {}
        self.own: dict[str, tuple[str, ...]] = {}  # names of each event's mentions
        self.event_of: dict[str, str] = {}  # the way back
        self._event_names = _event_names(machine, anchors)
        self._mention_names = _mention_names(machine, anchors)
        self._take_machine(self._take_kept())
        for name, decision in added.items():
            self.put_added(name, decision)

    def event_name(self, identifier: str) -> str:
        """Return the name of a machine event."""
        return self._event_names.get(identifier, identifier)

    def name_of(self, mention: Mention) -> str | None:
        """Return the name of a mention, None if it is not there."""
        key = self.machine.key_of(mention)
        if key is not None:
            return self._mention_names.get(key, key)
        return next((name for name, other in self.mentions.items() if other == mention), None)

    def event(self, name: str) -> Event | None:
        """Return an event before decisions, also one that waits for its article to come again."""
        waiting = self.anchors.events.get(name)
        return self.events.get(name) or (waiting.kept if waiting else None)

    def mention(self, name: str) -> Mention | None:
        """Return a mention by its name, also one that waits for its article to come again."""
        waiting = self.anchors.mentions.get(name)
        return self.mentions.get(name) or (waiting.kept if waiting else None)

    def put_added(self, name: str, decision: Decision | None) -> None:
        """Take up an event made by hand, or drop it. Its mentions stand where an anchor has found them."""
        for own in self.own.pop(name, ()):
            del self.mentions[own], self.event_of[own]
        self.events.pop(name, None)
        if decision is not None:
            event, names = selected(name, decision)
            anchors = [self.anchors.mentions.get(own) for own in names]
            now = [(a.kept if a else None) or m for a, m in zip(anchors, event.mentions, strict=True)]
            self._put(replace(event, mentions=tuple(now)), names)

    def _take_machine(self, held: set[str]) -> None:
        for identifier, event in self.machine.events.items():
            name, keys = self.event_name(identifier), self.machine.keys[identifier]
            named = event if name == identifier else replace(event, id=name)
            if not held.isdisjoint(keys):
                keys = tuple(key for key in keys if key not in held)
                named = with_mentions(named, [self.machine.mentions[key] for key in keys], ())
            if keys:
                self._put(named, keys)
        for name, anchor in self.anchors.mentions.items():
            if anchor.kept is not None and anchor.kept.article in self.machine.articles:
                self.mentions.setdefault(name, anchor.kept)

    def _take_kept(self) -> set[str]:
        """Take up the events an anchor keeps; return the keys of machine mentions that are theirs."""
        held = set()
        for name, anchor in self.anchors.events.items():
            mentions = anchor.kept.mentions if anchor.kept else ()
            here = [mention for mention in mentions if mention.article in self.machine.articles]
            if anchor.kept is not None and here:
                keys = [self.machine.key_of(mention) for mention in here]
                held |= {key for key in keys if key is not None}
                self._put(
                    with_mentions(anchor.kept, here, ()),
                    [key or f"kept:{name}:{number}" for number, key in enumerate(keys)],
                )
        return held

    def _put(self, event: Event, keys: Iterable[str]) -> None:
        names = tuple(self._mention_names.get(key, key) for key in keys)
        self.events[event.id] = event
        self.own[event.id] = names
        for name, mention in zip(names, event.mentions, strict=True):
            self.mentions[name] = mention
            self.event_of[name] = event.id


def selected(name: str, decision: Decision) -> tuple[Event, list[str]]:
    """Return an event made by hand as it was selected, and the names of its mentions."""
    event = decode(Event, decision.value)
    return event, [f"added:{name}:{number}" for number in range(len(event.mentions))]


def _event_names(machine: Machine, anchors: Anchors) -> dict[str, str]:
    """Return the names of those machine events that are not named by their id."""
    names = {a.current: name for name, a in anchors.events.items() if a.current is not None}
    for name in anchors.events:
        if name in machine.events and name not in names:
            names[name] = f"{name}+"
    return names


def _mention_names(machine: Machine, anchors: Anchors) -> dict[str, str]:
    """Return the names of those mentions that are not named by their key."""
    names = {a.current: name for name, a in anchors.mentions.items() if a.current is not None}
    for name in anchors.mentions:
        if name in machine.mentions and name not in names:
            names[name] = f"{name}+"
    return names
