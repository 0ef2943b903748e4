"""What an event is once the user, or a new reading, has changed which mentions belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.model import Event, Mention

_TOLD = ("edtf", "title", "status", "type", "mode", "place", "country")


def from_mentions(identifier: str, mentions: Sequence[Mention]) -> Event:
    """Return the event that a group of mentions tells of; the surest mention gives the fields."""
    best = min(mentions, key=lambda m: (-m.confidence, m.article, m.start, m.id))
    event = Event(
        id=identifier,
        title=best.title,
        track=best.track,
        type=best.type,
        mode=best.mode,
        status=best.status,
        edtf=best.edtf,
        first=best.first,
        last=best.last,
        basis=best.basis,
        source=best.source,
        target=best.target,
        place=best.place,
        country=best.country,
        killed=None,
        injured=None,
        attribution=(),
        confidence=best.confidence,
        mentions=(),
        articles=(),
        sources=0,
    )
    return with_mentions(event, mentions)


def regrouped(event: Event, mentions: Sequence[Mention], parts: Sequence[Event] = ()) -> Event:
    """Return the event with these mentions; retold from those left if a field was told by others alone."""
    lost = [mention for mention in event.mentions if mention not in mentions]
    untold = (_tells_alone(lost, mentions, event, name) for name in _TOLD)
    base = from_mentions(event.id, mentions) if mentions and any(untold) else event
    return with_mentions(base, mentions, (event, *parts))


def _tells_alone(lost: Sequence[Mention], left: Sequence[Mention], event: Event, name: str) -> bool:
    value = getattr(event, name)
    return any(getattr(m, name) == value for m in lost) and all(getattr(m, name) != value for m in left)


def with_mentions(event: Event, mentions: Sequence[Mention], parts: Sequence[Event] = ()) -> Event:
    """Return the event with these mentions, and with what the parts without mentions bring.

    An event that names no party takes those of the first mention or part that does.
    """
    bare = [part for part in parts if not part.mentions]
    told: list[Event | Mention] = [event, *mentions, *bare]
    naming = next((one for one in told if one.source or one.target), event)
    articles = _unique([*(m.article for m in mentions), *(a for part in bare for a in part.articles)])
    known = {article for part in parts for article in part.articles}
    independent = sum(part.sources for part in parts) + len(set(articles) - known)
    return replace(
        event,
        source=naming.source,
        target=naming.target,
        mentions=tuple(mentions),
        articles=articles,
        sources=min(independent, len(articles)) if mentions else independent,
        killed=_range([m.killed for m in mentions], [part.killed for part in bare]),
        injured=_range([m.injured for m in mentions], [part.injured for part in bare]),
        attribution=_unique(
            [
                *(m.attribution for m in mentions if m.attribution),
                *(speaker for part in bare for speaker in part.attribution),
            ]
        ),
    )


def _range(numbers: Iterable[int | None], ranges: Iterable[tuple[int, int] | None]) -> tuple[int, int] | None:
    known = [number for number in numbers if number is not None]
    known += [number for pair in ranges if pair is not None for number in pair]
    return (min(known), max(known)) if known else None


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
