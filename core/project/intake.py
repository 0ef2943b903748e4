"""Takes a new machine output into a project, so that decisions keep knowing their events and mentions.

What decisions speak of keeps its name. What the machine no longer finds, or now counts to another event,
waits as it was last seen and is shown as long as a decision is on it: so a corrected event stays corrected,
and a rejected one rejected, when its article comes again.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.model import Event, Link, Mention
from core.project.decisions import Spoken
from core.project.machine import Findings, Machine
from core.project.matching import pair, relocate
from core.project.regroup import regrouped


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be taken in, and what must be found again in it.

    ``readings`` are the mentions of the articles read; ``gone`` the articles removed; ``events`` all events
    the machine makes of what is there now. ``spoken`` says what decisions speak of. ``texts`` are (before,
    now) of the articles whose text has changed.
    """

    readings: Mapping[str, Sequence[Mention]]
    gone: frozenset[str]
    events: Sequence[Event]
    spoken: Spoken
    texts: Mapping[str, tuple[str, str]]


def take_in(old: Machine, new: Intake) -> tuple[Machine, dict[str, str]]:
    """Return the project's new machine output, and the names of events that go by another than their id.

    Raises:
        ValueError: an event holds a mention that is not among the mentions.
    """
    articles = (old.articles | new.readings.keys()) - new.gone
    known = {**old.waiting.keys, **old.found.keys}
    held = {name: known[name] for name in sorted(new.spoken.events) if name in known}
    followed = _followed(old, {*new.spoken.mentions, *(key for keys in held.values() for key in keys)})
    mentions = _named_mentions(old, new, followed, articles)
    events, keys = _keyed_events(old.found, mentions, new)
    names = _homes(held, old.found.keys, keys)
    found = Findings(mentions, *_renamed(events, keys, names))
    return Machine(found, _waiting(old, found, held, followed, new), articles), names


def relink(links: Iterable[Link], names: Mapping[str, str]) -> list[Link]:
    """Return the links between events under the names these have in the project."""
    return [
        replace(link, later=names.get(link.later, link.later), earlier=names.get(link.earlier, link.earlier))
        for link in links
    ]


def _followed(old: Machine, keys: set[str]) -> dict[str, Mention]:
    """Return the mentions that must be found again, by key."""
    known = ((key, old.mention(key)) for key in sorted(keys))
    return {key: mention for key, mention in known if mention is not None}


def _named_mentions(
    old: Machine, new: Intake, followed: Mapping[str, Mention], articles: frozenset[str]
) -> dict[str, Mention]:
    """Return all mentions found now by key: those read again under the key decisions know them by."""
    replaced = new.readings.keys() | new.gone
    mentions = {key: m for key, m in old.found.mentions.items() if m.article not in replaced}
    by_article: dict[str, dict[str, Mention]] = {}
    homeless: dict[str, dict[str, Mention]] = {}  # by quote: their own article is not in the project
    for key, mention in followed.items():
        by_article.setdefault(mention.article, {})[key] = mention
        if mention.article not in articles:
            homeless.setdefault(mention.quote, {})[key] = mention
    taken = set(mentions) | set(followed)
    for article, read in new.readings.items():
        unique = list(dict.fromkeys(read))
        known = by_article.get(article, {})
        strays = {
            k: m for found in unique for k, m in homeless.get(found.quote, {}).items() if k not in mentions
        }
        pairs = pair(known | strays, unique)
        for position, mention in enumerate(unique):
            key = pairs.get(position) or _free(mention.id, taken)
            taken.add(key)
            mentions[key] = mention
    return mentions


def _free(name: str, taken: set[str]) -> str:
    """Return the name, numbered where it is taken."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}#{number}"
    return free


def _keyed_events(
    old: Findings, mentions: Mapping[str, Mention], new: Intake
) -> tuple[dict[str, Event], dict[str, tuple[str, ...]]]:
    """Return the machine's events by its ids, and the keys of their mentions."""
    events = {event.id: event for event in new.events}
    keys_of: dict[str, list[str]] = {}
    keys: dict[str, tuple[str, ...]] = {}
    for identifier, event in events.items():
        if old.events.get(identifier) is event and all(key in mentions for key in old.keys[identifier]):
            keys[identifier] = old.keys[identifier]  # the machine left it as it was
            continue
        if not keys_of:
            for key, mention in mentions.items():
                keys_of.setdefault(mention.id, []).append(key)
        keys[identifier] = tuple(_key(mention, keys_of, mentions, event) for mention in event.mentions)
    return events, keys


def _key(
    mention: Mention, keys_of: Mapping[str, list[str]], mentions: Mapping[str, Mention], event: Event
) -> str:
    for key in keys_of.get(mention.id, ()):
        if mentions[key] == mention:
            return key
    raise ValueError(f"event {event.id} holds a mention that was not stored with its article")


def _homes(
    held: Mapping[str, tuple[str, ...]],
    before: Mapping[str, tuple[str, ...]],
    keys: Mapping[str, tuple[str, ...]],
) -> dict[str, str]:
    """Return the names of machine events that are not their ids.

    A name goes to the event that holds most of its mentions, unless that is itself an event known before and
    has more of its own, or as many: a large event does not take on the decisions of a small one it swallows.
    """
    event_of = {key: event for event, own in keys.items() for key in own}
    claims = {
        (event, event): (-_shared(own, before[event]), False)
        for event, own in keys.items()
        if event in before
    }
    for name, known in held.items():
        votes = Counter(event_of[key] for key in known if key in event_of)
        for event, count in votes.items():
            claims.setdefault((name, event), (-count, name != event))
    home: dict[str, str] = {}
    names: dict[str, str] = {}
    for (count, _), (name, event) in sorted((weight, claim) for claim, weight in claims.items()):
        if count and event not in names and name not in home:
            names[event], home[name] = name, event
    taken = {*keys, *held}
    for event in keys:
        if event not in names and event in held:
            names[event] = _free(event, taken)
            taken.add(names[event])
    return {event: name for event, name in names.items() if event != name}


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return len(one) if one is other else len(set(one).intersection(other))


def _renamed(
    events: Mapping[str, Event], keys: Mapping[str, tuple[str, ...]], names: Mapping[str, str]
) -> tuple[dict[str, Event], dict[str, tuple[str, ...]]]:
    if not names:
        return dict(events), dict(keys)
    renamed = {
        names.get(identifier, identifier): replace(event, id=names[identifier])
        if identifier in names
        else event
        for identifier, event in events.items()
    }
    return renamed, {names.get(identifier, identifier): own for identifier, own in keys.items()}


def _waiting(
    old: Machine,
    found: Findings,
    held: Mapping[str, tuple[str, ...]],
    followed: Mapping[str, Mention],
    new: Intake,
) -> Findings:
    """Return what is no longer found, and what the user selected, at its place in the texts now."""

    def now(mention: Mention) -> Mention:
        return relocate(mention, *new.texts[mention.article]) if mention.article in new.texts else mention

    mentions = {key: now(mention) for key, mention in followed.items() if key not in found.mentions}
    for key, selected in new.spoken.selected.items():
        here = now(old.waiting.mentions.get(key, selected))
        if here != selected:
            mentions[key] = here
    events, keys = {}, {}
    for name, known in held.items():
        if name not in found.events:
            last_seen = old.found.events.get(name) or old.waiting.events[name]
            own = {key: mention for key in known if (mention := found.mentions.get(key) or mentions.get(key))}
            events[name], keys[name] = regrouped(last_seen, list(own.values())), tuple(own)
    return Findings(mentions, events, keys)
