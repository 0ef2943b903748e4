"""Links events: a plan to what became of it, a deadline to its re-issue, an answer to what it answers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from core.merge.wording import settings, stems, telling
from core.model import Event, Link, Mention, Status

_AHEAD = (Status.PLANNED, Status.PROPOSED)
_DEADLINE = "THREATEN"
_TALKS = "CONSULT"


def find_links(events: Sequence[Event]) -> list[Link]:
    """Return the links between events, from the later to the earlier, in an order that only they decide."""
    dated = sorted((event for event in events if event.first or event.last), key=lambda e: (_start(e), e.id))
    links = {*_plans(dated), *_deadlines(dated), *_answers(dated)}
    return sorted(links, key=lambda link: (link.later, link.earlier, link.kind))


def _plans(events: Sequence[Event]) -> Iterator[Link]:
    """Link what happened, was called off or put to another day to the plan for it."""
    of_type: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        of_type[event.track, event.type].append(event)
    for same in of_type.values():
        plans = [event for event in same if event.status in _AHEAD]
        for plan in plans:
            outcome = next((event for event in same if event is not plan and _outcome(event, plan)), None)
            if outcome:
                yield Link(_outcome(outcome, plan), outcome.id, plan.id, _shared(outcome, plan))


def _outcome(event: Event, plan: Event) -> str:
    """Return what the event is to the plan: fulfils, cancels, moves, or nothing."""
    if not _same_sides(event, plan) or not _alike(event, plan):
        return ""
    if event.status is Status.OCCURRED and _start(plan) <= _start(event) <= _due(plan):
        return "fulfils"
    gap = abs((_start(event) - _start(plan)).days)
    near = gap <= settings()["links"]["moved_within"]
    if event.status is Status.CANCELLED and near:
        return "cancels"
    moved = _says(event.mentions, "moved") and event.status in _AHEAD and gap > 0
    return "moves" if moved and near else ""


def _deadlines(events: Sequence[Event]) -> Iterator[Link]:
    """Chain each deadline to the one before it from the same side to the same side."""
    last: dict[tuple[str, ...], Event] = {}
    for event in events:
        if event.type != _DEADLINE or not event.first or not event.last or event.first == event.last:
            continue
        key = ("|".join(sorted(event.source)), "|".join(sorted(event.target)))
        before = last.get(key)
        reach = dt.timedelta(settings()["links"]["reissued_within"])
        if before and before.last and before.first != event.first and event.first - before.last <= reach:
            yield Link("reissues", event.id, before.id, "the same side sets the same side a new deadline")
        last[key] = event


def _answers(events: Sequence[Event]) -> Iterator[Link]:
    """Link an event told as an answer to the last thing the other side did before it in that article."""
    told: dict[str, list[tuple[Mention, Event]]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            told[mention.article].append((mention, event))
    for pairs in told.values():
        pairs.sort(key=lambda pair: (pair[0].start, pair[0].trigger.start, pair[1].id))
        for at, (mention, event) in enumerate(pairs):
            if _says([mention], "answer"):
                cause = next((e for _, e in reversed(pairs[:at]) if _provokes(e, event)), None)
                if cause:
                    yield Link("responds", event.id, cause.id, f"“{mention.quote}”")


def _provokes(cause: Event, answer: Event) -> bool:
    """Say whether the cause came from the side that the answer is aimed at, and not long before."""
    if cause.id == answer.id or not cause.source or not set(cause.source) & set(answer.target):
        return False
    # The day's news has no order of its own: within a day either may be dated first.
    gap = (_start(answer) - _start(cause)).days
    return -1 <= gap <= settings()["links"]["answered_within"] and cause.status is Status.OCCURRED


def _same_sides(a: Event, b: Event) -> bool:
    if a.type == _TALKS:
        return len({*a.source, *a.target} & {*b.source, *b.target}) > 1
    aims_differ = a.target and b.target and not set(a.target) & set(b.target)
    return bool(set(a.source) & set(b.source)) and not aims_differ


def _alike(a: Event, b: Event) -> bool:
    """Say whether two events share a place; away from the battlefield a few telling words will do."""
    if (a.place and b.place) or a.track == "battlefield":
        return bool(stems(a.place) & stems(b.place))
    sides = stems(" ".join((*a.source, *a.target, *b.source, *b.target)))
    shared = _words(a) & _words(b) - sides
    least: int = settings()["links"]["shared_words"]
    return len(shared) >= least


def _words(event: Event) -> frozenset[str]:
    return frozenset().union(*(telling(f"{mention.quote} {mention.title}") for mention in event.mentions))


def _shared(a: Event, b: Event) -> str:
    sides = ", ".join(sorted({*a.source, *a.target} & {*b.source, *b.target}))
    return f"same kind of event, same sides ({sides}), within the planned time"


def _says(mentions: Iterable[Mention], cue: str) -> bool:
    phrases: list[str] = settings()["cues"][cue]
    return any(phrase in mention.quote.lower() for mention in mentions for phrase in phrases)


def _start(event: Event) -> dt.date:
    return event.first or event.last or dt.date.max


def _due(plan: Event) -> dt.date:
    """Return the last day on which the plan can have come about."""
    days: dict[str, int] = settings()["links"]
    if plan.last:
        return plan.last + dt.timedelta(days["late"])
    return _start(plan) + dt.timedelta(days["moved_within"])
