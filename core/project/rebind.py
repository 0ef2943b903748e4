"""Finds the events and mentions that decisions speak of again in a new machine output."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from core.model import Event, Mention
from core.project.anchors import Anchor, Anchors
from core.project.machine import Machine
from core.project.matching import best_match, relocate
from core.project.overlay import Overlay

Texts = Callable[[str], str | None]


def rebind(
    old: Overlay, new: Machine, events: Iterable[str], mentions: Iterable[str], texts: Texts
) -> Anchors:
    """Return where the named events and mentions are in the new output.

    Args:
        old: the events as shown before.
        new: the machine's new output.
        events: names of the events that decisions speak of, now or after undo or redo.
        mentions: the same for mentions.
        texts: gives the present text of an article, None where it is not in the project.
    """
    search = _Search(new)
    return Anchors(
        dict(_event_anchors(old, new, sorted(events), search, texts)),
        dict(_mention_anchors(old, sorted(mentions), search, texts)) | dict(_moved_by_hand(old, texts)),
    )


class _Search:
    """Looks up mentions in a machine output: in their own article, or by their words where that has gone."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._by_words: dict[tuple[str, str], list[str]] | None = None

    def find(self, mention: Mention) -> str | None:
        """Return the key of the mention in the new output, None where it is not found."""
        key = self._machine.key_of(mention)
        if key is not None:
            return key
        keys = (
            self._machine.by_article.get(mention.article, ())
            if mention.article in self._machine.articles
            else self._same_words(mention)
        )
        return best_match(mention, ((key, self._machine.mentions[key]) for key in keys))

    def _same_words(self, mention: Mention) -> list[str]:
        if self._by_words is None:
            self._by_words = {}
            for key, other in self._machine.mentions.items():
                self._by_words.setdefault((other.quote, other.trigger.text), []).append(key)
        return self._by_words.get((mention.quote, mention.trigger.text), [])


def _mention_anchors(
    old: Overlay, names: Iterable[str], search: _Search, texts: Texts
) -> Iterator[tuple[str, Anchor[Mention]]]:
    taken: set[str] = set()
    for name in names:
        mention = old.named.mention(name)
        if mention is None:
            continue
        key = search.find(mention)
        if key is None or key in taken:
            yield name, Anchor(kept=_relocated(mention, texts))
            continue
        taken.add(key)
        if key != name:
            yield name, Anchor(key)


def _event_anchors(
    old: Overlay, new: Machine, names: Iterable[str], search: _Search, texts: Texts
) -> Iterator[tuple[str, Anchor[Event]]]:
    owned = {name: old.own_mentions(name) for name in names}
    found = {name: [search.find(mention) for mention in own] for name, own in owned.items() if own}
    homes = _homes(found, new)
    for name, keys in found.items():
        event = old.named.event(name)
        assert event is not None
        if name not in homes:
            again = [new.mentions[key] for key in keys if key is not None]
            kept = again or [_relocated(mention, texts) for mention in owned[name]]
            yield name, Anchor(kept=replace(event, mentions=tuple(dict.fromkeys(kept))))
        elif homes[name] != name:
            yield name, Anchor(homes[name])


def _homes(found: Mapping[str, list[str | None]], new: Machine) -> dict[str, str]:
    """Give each named event the machine event that holds most of its mentions; none is given twice."""
    claims = []
    for name, keys in found.items():
        votes = Counter(new.event_of[key] for key in keys if key is not None and key in new.event_of)
        claims += [(-count, name != event, name, event) for event, count in votes.items()]
    homes: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, name, event in sorted(claims):
        if name not in homes and event not in taken:
            homes[name] = event
            taken.add(event)
    return homes


def _moved_by_hand(old: Overlay, texts: Texts) -> Iterator[tuple[str, Anchor[Mention]]]:
    """Yield the mentions the user selected, where the text around them has changed."""
    for name, mention in old.selected():
        now = _relocated(mention, texts)
        if now is not mention:
            yield name, Anchor(kept=now)


def _relocated(mention: Mention, texts: Texts) -> Mention:
    text = texts(mention.article)
    return mention if text is None else relocate(mention, text)
