"""What an event is once the user has changed which mentions belong to it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.model import Event, Mention


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
    return with_mentions(event, mentions, ())


def with_mentions(event: Event, mentions: Sequence[Mention], parts: Sequence[Event]) -> Event:
    """Return the event with these mentions, and with what the parts without mentions bring."""
    bare = [part for part in (event, *parts) if not part.mentions]
    articles = _unique([*(m.article for m in mentions), *(a for part in bare for a in part.articles)])
    known = sum(part.sources for part in (event, *parts))
    return replace(
        event,
        mentions=tuple(mentions),
        articles=articles,
        sources=max(min(known, len(articles)), 1) if known or mentions else 0,
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
