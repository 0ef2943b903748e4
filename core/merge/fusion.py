"""Fuses the mentions of one event into its fields; where they differ, the mentions keep what each says."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import prod

from core.edtf import is_approximate
from core.merge.wording import stems
from core.model import Basis, Event, Mention, Status

_TRUST = {
    Basis.USER: 10.0,
    Basis.EXPLICIT: 4.0,
    Basis.PARTIAL: 3.5,
    Basis.RELATIVE: 2.5,
    Basis.NARRATIVE: 1.5,
    Basis.DCT: 0.5,
}
# An article that looks back may still call held talks "proposed"; only these undo what has occurred.
_UNDOES = (Status.OCCURRED, Status.DENIED, Status.CANCELLED)
_ELSEWHERE = 0.5  # what a date counts for that goes with another status
_PROGRESS = (
    Status.HYPOTHETICAL,
    Status.PROPOSED,
    Status.PLANNED,
    Status.DENIED,
    Status.OCCURRED,
    Status.CANCELLED,
)
_MINORITY = 1 / 3  # parties named by fewer of the reports are left to the mentions


def fuse(identifier: str, mentions: Sequence[Mention], days: Mapping[str, str], sources: int) -> Event:
    """Return the event that the mentions tell of.

    Args:
        identifier: the event's id.
        mentions: at least one, in an order that does not depend on the input's.
        days: publication dates (EDTF) by article id.
        sources: how many independent articles report it.
    """
    status = _status(mentions, days)
    telling = [mention for mention in mentions if mention.status is status]
    dated = _dated(mentions, telling)
    type_ = _most(mentions, lambda m: m.type)
    kind = [mention for mention in mentions if mention.type == type_]
    naming = [m for m in kind if m.source or m.target] or mentions
    source = _parties([mention.source for mention in naming])
    place = _most(mentions, lambda m: m.place)
    return Event(
        id=identifier,
        title=_title(telling, place),
        track=mentions[0].track,
        type=type_,
        mode=_most(kind, lambda m: m.mode),
        status=status,
        edtf=dated.edtf,
        first=dated.first,
        last=dated.last,
        basis=dated.basis,
        source=source,
        target=tuple(p for p in _parties([mention.target for mention in naming]) if p not in source),
        place=place,
        country=_most(mentions, lambda m: m.country),
        killed=_range(mention.killed for mention in mentions),
        injured=_range(mention.injured for mention in mentions),
        attribution=tuple(dict.fromkeys(m.attribution for m in mentions if m.attribution)),
        confidence=_confidence(mentions),
        mentions=tuple(mentions),
        articles=tuple(sorted({mention.article for mention in mentions})),
        sources=sources,
    )


def _status(mentions: Sequence[Mention], days: Mapping[str, str]) -> Status:
    """Return the status as of the latest report; within one day, what has got furthest.

    Of what lies ahead, what most say: an article that tells of an offer may call it a meeting in passing.

    What articles report as done is undone by as many others that deny it, not by a single denial.
    """
    done = {mention.article for mention in mentions if mention.status is Status.OCCURRED}
    denied = {mention.article for mention in mentions if mention.status is Status.DENIED} - done
    undoes = _UNDOES if len(denied) >= len(done) else (Status.OCCURRED, Status.CANCELLED)
    eligible = [mention for mention in mentions if not done or mention.status in undoes]
    latest = max(days.get(mention.article, "") for mention in eligible)
    reported = Counter(mention.status for mention in eligible if days.get(mention.article, "") == latest)
    furthest = max(reported, key=_PROGRESS.index)
    if furthest in _UNDOES:
        return furthest
    return max(reported, key=lambda status: (reported[status], _PROGRESS.index(status)))


def _dated(mentions: Sequence[Mention], telling: Sequence[Mention]) -> Mention:
    """Return the mention whose date the sources bear out best: told outright, to the day, by many.

    A plan's date counts for what came of it only where the reports of that leave it possible.
    """
    weight: dict[str, float] = defaultdict(float)
    best: dict[tuple[str, str], float] = {}
    possible = [m for m in mentions if m in telling or any(_within(m, other) for other in telling)]
    for mention in possible:  # an article that says it five times is one voice
        key = (mention.edtf, mention.article)
        trust = _trust(mention) * (1.0 if mention in telling else _ELSEWHERE)
        best[key] = max(best.get(key, 0.0), trust)
    for (edtf, _), trust in best.items():
        weight[edtf] += trust
    return max(possible, key=lambda m: (weight[m.edtf], m in telling, _trust(m), m.edtf))


def _within(one: Mention, other: Mention) -> bool:
    """Say whether one date lies in the other, give or take a day."""
    if not (one.first and one.last and other.first and other.last):
        return False
    day = dt.timedelta(1)
    return other.first - day <= one.first and one.last <= other.last + day


def _trust(mention: Mention) -> float:
    if not mention.edtf:
        return 0.0
    vague = is_approximate(mention.edtf) or mention.first is None or mention.first != mention.last
    return _TRUST[mention.basis] * (0.4 if vague else 1.0)


def _title(mentions: Sequence[Mention], place: str) -> str:
    """Return the title that says most of what the other titles say, and where it was."""
    said = Counter(word for mention in mentions for word in stems(mention.title))
    said |= Counter(dict.fromkeys(stems(place), len(mentions)))

    def shared(mention: Mention) -> float:
        words = stems(mention.title)
        return sum(said[word] - 1 for word in words) / len(words) ** 0.5 if words else -1.0

    return max(mentions, key=lambda m: (shared(m), m.confidence, len(m.title), m.title)).title


def _most(mentions: Sequence[Mention], value: Callable[[Mention], str]) -> str:
    """Return the value that most articles give, then most mentions; of equals the fuller."""
    votes: dict[str, set[str]] = defaultdict(set)
    count: dict[str, int] = defaultdict(int)
    for mention in mentions:
        if value(mention):
            votes[value(mention)].add(mention.article)
            count[value(mention)] += 1
    return max(votes, key=lambda v: (len(votes[v]), count[v], len(v), v), default="")


def _parties(named: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the parties that enough reports name; where no two agree, those of the report nearest to all."""
    lists = [parties for parties in named if parties]
    count: dict[str, int] = defaultdict(int)
    for party in (party for parties in lists for party in parties):
        count[party] += 1
    kept = [party for party in count if count[party] >= _MINORITY * len(lists)]
    if not kept and lists:
        return max(lists, key=lambda parties: sum(count[party] for party in parties))
    return tuple(sorted(kept, key=lambda party: -count[party]))


def _range(numbers: Iterable[int | None]) -> tuple[int, int] | None:
    known = [number for number in numbers if number is not None]
    return (min(known), max(known)) if known else None


def _confidence(mentions: Sequence[Mention]) -> float:
    """Return the chance that at least one article is right, each by its surest mention."""
    surest: dict[str, float] = {}
    for mention in mentions:
        surest[mention.article] = max(surest.get(mention.article, 0.0), mention.confidence)
    return min(1 - prod(1 - value for value in surest.values()), 0.99)
