"""Turns mentions into events, and keeps the ids of events that were there before."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from core.merge.clustering import Group, cluster
from core.merge.copies import Copies
from core.merge.fusion import fuse
from core.model import Article, Event, Mention


def merge(
    articles: Sequence[Article],
    mentions: Sequence[Mention],
    previous: Sequence[Event] = (),
    read: Iterable[str] | None = None,
) -> list[Event]:
    """Return the events that the mentions tell of, in order of time.

    The result does not depend on the order of the input. Mentions that stand unchanged in a previous event
    stay grouped as they were, and new ones join them or make events of their own: adding articles reshuffles
    nothing. Mentions that have changed (another publication date, for instance) are grouped afresh.

    Args:
        articles: the articles of the mentions, for their publication days and to find near-copies.
        mentions: all mentions, old and new.
        previous: the events of an earlier call, whose ids are kept.
        read: ids of the articles read since then; an event none of them tells of, and that no mention has
            joined or left, is returned as it was. None: all may have been read.
    """
    told = list({mention.id: mention for mention in mentions}.values())
    before = {mention.id: (event.id, mention) for event in previous for mention in event.mentions}
    settled = {m.id: before[m.id][0] for m in told if m.id in before and before[m.id][1] == m}
    copies = Copies(articles)
    groups = cluster(articles, told, settled, copies)
    names = _names(groups, {identifier: event for identifier, (event, _) in before.items()})
    days = {article.id: article.published.edtf for article in articles}
    counted = {event.id: event for event in previous}

    def sources(name: str, group: Group) -> int:
        known = counted.get(name)
        if known and known.mentions == group.mentions:
            return known.sources
        return copies.independent([*{mention.article for mention in group.mentions}])

    stale = frozenset(days if read is None else read)

    def event(name: str, group: Group) -> Event:
        known = counted.get(name)
        if known and known.mentions == group.mentions and not stale.intersection(known.articles):
            return known
        return fuse(name, group.mentions, days, sources(name, group))

    return sorted((event(name, group) for name, group in zip(names, groups, strict=True)), key=_time)


def _time(event: Event) -> tuple[str, str, str]:
    first, last = event.first or event.last, event.last or event.first
    return (first.isoformat() if first else "~", last.isoformat() if last else "~", event.id)


def _names(groups: Sequence[tuple[str, Sequence[Mention]]], before: Mapping[str, str]) -> list[str]:
    """Return an id for each group: the settled one, else one its mentions had, else one made of a mention."""
    used = {name for name, _ in groups if name}
    names = []
    for name, group in groups:
        chosen = name or next(id_ for id_ in _candidates(group, before) if id_ not in used)
        used.add(chosen)
        names.append(chosen)
    return names


def _candidates(group: Sequence[Mention], before: Mapping[str, str]) -> Iterable[str]:
    had = Counter(before[mention.id] for mention in group if mention.id in before)
    yield from sorted(had, key=lambda name: (-had[name], name))
    for mention in group:
        yield _digest(mention.id)
    for number in range(len(before) + 1):  # all of them were given to other events: say which one this is
        yield _digest(f"{group[0].id} {number}")


def _digest(text: str) -> str:
    return f"e{hashlib.sha256(text.encode()).hexdigest()[:12]}"
