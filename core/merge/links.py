"""Links events: a plan to what became of it, a deadline to its re-issue and end, an answer to its cause."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from core.merge.wording import settings, stems, telling
from core.model import Event, Link, Mention, Status

_AHEAD = (Status.PLANNED, Status.PROPOSED)
_DEADLINE = "THREATEN"
_TALKS = "CONSULT"
_Told = Sequence[tuple[Mention, Event]]


def find_links(events: Sequence[Event]) -> list[Link]:
    """Return the links between events, from the later to the earlier, in an order that only they decide."""
    dated = sorted((event for event in events if event.first or event.last), key=lambda e: (_start(e), e.id))
    links = [*_plans(dated), *_reissues(dated), *_ends(dated), *_answers(dated)]
    first: dict[tuple[str, str], Link] = {}
    for link in links:  # what one step has linked needs no second link
        first.setdefault((link.later, link.earlier), link)
    return sorted(first.values(), key=lambda link: (link.later, link.earlier, link.kind))


def _plans(events: Sequence[Event]) -> Iterator[Link]:
    """Link what happened, was called off or put to another day to the plan for it."""
    of_type: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in events:
        of_type[event.track, event.type].append(event)
    for same in of_type.values():
        days = [_start(event) for event in same]
        for plan in same:
            if plan.status in _AHEAD:
                outcomes = ((event, _outcome(event, plan)) for event in _around(same, days, plan))
                found = next(((event, kind) for event, kind in outcomes if kind), None)
                if found:
                    yield Link(found[1], found[0].id, plan.id, _why(found[1], found[0], plan))


def _around(events: Sequence[Event], days: Sequence[dt.date], plan: Event) -> Sequence[Event]:
    """Return the events that lie near enough to the plan to be what became of it."""
    reach = dt.timedelta(settings()["links"]["moved_within"])
    lo, hi = (
        bisect_left(days, _start(plan) - reach),
        bisect_right(days, max(_due(plan), _start(plan) + reach)),
    )
    return [event for event in events[lo:hi] if event is not plan]


def _outcome(event: Event, plan: Event) -> str:
    """Return what the event is to the plan: fulfils, cancels, moves, or nothing."""
    if not _same_sides(event, plan) or not _alike(event, plan):
        return ""
    if event.status is Status.OCCURRED:
        return "fulfils" if _start(plan) <= _start(event) <= _due(plan) else ""
    if event.status is Status.CANCELLED:
        return "cancels"
    moved = event.status in _AHEAD and _start(event) != _start(plan) and _told_moved(event)
    return "moves" if moved else ""


def _why(kind: str, event: Event, plan: Event) -> str:
    sides = ", ".join(sorted({*event.source, *event.target} & {*plan.source, *plan.target}))
    told = {
        "fulfils": "happened within the time planned",
        "cancels": "was called off",
        "moves": "was put to another day",
    }
    return f"the same kind of event with the same sides ({sides}) {told[kind]}"


def _reissues(events: Sequence[Event]) -> Iterator[Link]:
    """Chain each deadline to the one before it from the same side to the same side."""
    last: dict[tuple[frozenset[str], frozenset[str]], Event] = {}
    reach = dt.timedelta(settings()["links"]["reissued_within"])
    for event in filter(_runs_out, events):
        key = (frozenset(event.source), frozenset(event.target))
        before = last.get(key) if any(key) else None
        if before and before.first != event.first and _start(event) - _end(before) <= reach:
            reason = f"{_named(event.source)} sets {_named(event.target)} a new deadline"
            yield Link("reissues", event.id, before.id, reason)
        last[key] = event


def _ends(events: Sequence[Event]) -> Iterator[Link]:
    """Link a deadline to what came of it: what was yielded in its time, or done when it had run out."""
    days = [_start(event) for event in events]
    rules = settings()["links"]
    late = dt.timedelta(rules["late"])
    for deadline in filter(_runs_out, events):
        end = deadline.last or _start(deadline)
        lo, hi = bisect_right(days, _start(deadline)), bisect_right(days, end + late)
        after = [event for event in events[lo:hi] if event.status is Status.OCCURRED]
        yielded = [e for e in after if e.type in rules["yielding"] and set(e.source) & set(deadline.target)]
        enforced = [
            e for e in after if e.type in rules["enforcing"] and _start(e) >= end and _same_way(e, deadline)
        ]
        if enforced:
            reason = f"{_named(deadline.source)} acts when the deadline has run out"
            yield Link("fulfils", enforced[0].id, deadline.id, reason)
        elif yielded:
            reason = f"{_named(deadline.target)} moves before the deadline runs out"
            yield Link("responds", yielded[-1].id, deadline.id, reason)


def _answers(events: Sequence[Event]) -> Iterator[Link]:
    """Link an event told as an answer to what it answers."""
    told: dict[str, list[tuple[Mention, Event]]] = defaultdict(list)
    for event in events:
        for mention in event.mentions:
            told[mention.article].append((mention, event))
    for pairs in told.values():
        pairs.sort(key=lambda pair: (pair[0].trigger.start, pair[0].id, pair[1].id))
        for at, (mention, event) in enumerate(pairs):
            cause = _named_cause(pairs, at) or _cause_before(pairs, at)
            if cause and cause.id != event.id:
                yield Link("responds", event.id, cause.id, f"“{mention.quote}”")


def _named_cause(pairs: _Told, at: int) -> Event | None:
    """Return the event that follows "in retaliation for" in the clause."""
    mention = pairs[at][0]
    quote = mention.quote.lower()
    cues: list[str] = settings()["cues"]["answer_to"]
    ends = [mention.start + quote.find(cue) + len(cue) for cue in cues if cue in quote]
    after = [end for end in ends if end > mention.trigger.end]
    reach: int = settings()["links"]["named_within"]
    for other, event in pairs[at + 1 :] if after else ():
        earlier = _start(event) <= _start(pairs[at][1]) + dt.timedelta(1)
        if earlier and after[0] <= other.trigger.start <= after[0] + reach:
            return event
    return None


def _cause_before(pairs: _Told, at: int) -> Event | None:
    """Return what the other side did last before it, where the words say that it is an answer."""
    mention, event = pairs[at]
    cues: list[str] = settings()["cues"]["answer"]
    if not any(cue in mention.quote.lower() for cue in cues):
        return None
    return next((cause for _, cause in reversed(pairs[:at]) if _provokes(cause, event)), None)


def _provokes(cause: Event, answer: Event) -> bool:
    """Say whether the cause came from the side that the answer is aimed at, and not long before."""
    if cause.id == answer.id or not set(cause.source) & set(answer.target):
        return False
    # The day's news has no order of its own: within a day either may be dated first.
    gap = (_start(answer) - _start(cause)).days
    return -1 <= gap <= settings()["links"]["answered_within"] and cause.status is Status.OCCURRED


def _same_sides(a: Event, b: Event) -> bool:
    if a.type == _TALKS:
        return len({*a.source, *a.target} & {*b.source, *b.target}) > 1
    return _same_way(a, b)


def _same_way(a: Event, b: Event) -> bool:
    """Say whether the same side acts, and not on another one."""
    aims_differ = a.target and b.target and not set(a.target) & set(b.target)
    return bool(set(a.source) & set(b.source)) and not aims_differ


def _alike(a: Event, b: Event) -> bool:
    """Say whether two events share a place; away from the battlefield a few telling words will do."""
    if (a.place and b.place) or a.track == "battlefield":
        return bool(stems(a.place) & stems(b.place))
    sides = stems(" ".join((*a.source, *a.target, *b.source, *b.target)))
    least: int = settings()["links"]["shared_words"]
    return len((_words(a.mentions) & _words(b.mentions)) - sides) >= least


def _words(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset().union(*(telling(f"{mention.quote} {mention.title}") for mention in mentions))


def _told_moved(event: Event) -> bool:
    cues: list[str] = settings()["cues"]["moved"]
    return any(cue in mention.quote.lower() for mention in event.mentions for cue in cues)


def _runs_out(event: Event) -> bool:
    return event.type == _DEADLINE and bool(event.first and event.last) and event.first != event.last


def _named(sides: Sequence[str]) -> str:
    return ", ".join(sides) or "one side"


def _start(event: Event) -> dt.date:
    return event.first or event.last or dt.date.max


def _end(deadline: Event) -> dt.date:
    return deadline.last or _start(deadline)


def _due(plan: Event) -> dt.date:
    """Return the last day on which the plan can have come about."""
    days: dict[str, int] = settings()["links"]
    if plan.last:
        return plan.last + dt.timedelta(days["late"])
    return _start(plan) + dt.timedelta(days["moved_within"])
