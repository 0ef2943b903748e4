"""Puts a chart into words: its title and subtitle, dates for labels, the source line, the description."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import numpy as np

from core import edtf
from core.model import Basis, Event, Status
from core.scene import SourceFacts, View
from core.timeline.table import EventTable, Indices
from core.wording import count

_SHARP = 32.0  # days within which a date tells when the events begin and end
_STATUS = {Status.HYPOTHETICAL: "possible"}


def status(value: Status) -> str:
    """Return a status as the chart words it."""
    return _STATUS.get(value, value.value)


def date(event: Event, *, year: bool) -> str:
    """Return an event's date as its label words it: "2 June", "about 29 May, as reported"."""
    told = edtf.words(event.edtf, year=year)
    return f"{told}, as reported" if event.basis is Basis.DCT and told.startswith("about") else told


def remarks(event: Event) -> list[str]:
    """Return what else a label tells: the status, unless the title does, and how many sources report it."""
    told = []
    if event.status is not Status.OCCURRED and not event.title.endswith(")"):
        told.append(status(event.status))
    if event.sources > 1:
        told.append(count(event.sources, "source"))
    return told


def period(first: dt.date, last: dt.date) -> str:
    """Return "27 April to 11 June 2025"."""
    return edtf.words(edtf.interval(first, last))


def parties(events: Sequence[Event], most: int = 2) -> list[str]:
    """Return the parties named most often, the first two unless a third is near them."""
    named = Counter(name for event in events for name in {*event.source, *event.target})
    return [name for name, _ in sorted(named.items(), key=lambda item: (-item[1], item[0]))[:most]]


def shown_period(table: EventTable, seen: Indices, first: float, last: float) -> str:
    """Return the days from the first to the last event told within the time shown, in words."""
    sharp = seen[table.span[seen] | (table.end[seen] - table.start[seen] <= _SHARP)]
    told = sharp if len(sharp) else seen
    days = np.concatenate([table.start[told], table.end[told] - 1])
    inside = days[(first <= days + 0.5) & (days + 0.5 <= last)]
    low, high = (inside.min(), inside.max()) if len(inside) else (int(first), max(int(first), int(last)))
    return period(dt.date.fromordinal(int(low)), dt.date.fromordinal(int(high)))


def length(days: float) -> str:
    """Return how long a stretch of time is: "14 months", "3 years"."""
    months = round(days / 30.44)
    if months < 24:
        return count(months, "month")
    return count(round(days / 365.25), "year")


def title(view: View, events: Sequence[Event], span: str) -> str:
    """Return the title asked for, or one of the parties and the time."""
    if view.title is not None:
        return view.title
    names = " and ".join(parties(events))
    return f"{names}, {span}" if names else span[:1].upper() + span[1:]


def subtitle(view: View, lanes: Sequence[tuple[str, int]], facts: SourceFacts, span: str) -> str:
    """Return the subtitle asked for, or how many events of each lane are told by how many articles."""
    if view.subtitle is not None:
        return view.subtitle
    tellers = [count(facts.articles, "article")] if facts.articles else []
    tellers += [name for name, _ in facts.tables]
    told = f", as told by {' and '.join(tellers)}" if tellers else ""
    when = f" · {span}" if view.title is not None else ""
    return f"{_numbers(lanes)}{told}{when}"


def _numbers(lanes: Sequence[tuple[str, int]]) -> str:
    """Return "17 diplomatic and 23 battlefield events", "1 diplomatic event, no battlefield events"."""
    names = [(number, name.lower()) for name, number in lanes]
    if any(number < 2 for number, _ in names):
        told = [count(number, f"{name} event") if number else f"no {name} events" for number, name in names]
        return ", ".join(told)
    *others, last = [f"{number:,} {name}" for number, name in names]
    return f"{', '.join(others)} and {last} events" if others else f"{last} events"


def source_line(view: View, facts: SourceFacts, *, about: bool, unreadable: int) -> str:
    """Return where it all comes from, and how its dates are to be read."""
    parts = []
    if facts.articles:
        outlets = f" from {count(facts.outlets, 'outlet')}" if facts.outlets else ""
        parts.append(count(facts.articles, "article") + outlets + _published(facts))
    parts += [f"{count(number, 'event')} from {name}" for name, number in facts.tables]
    if about:
        parts.append("“About” marks dates told loosely or not at all")
    if unreadable:
        parts.append(f"{count(unreadable, 'title')} in letters that no font here has, given by type instead")
    if view.note:
        parts.append(view.note.rstrip("."))
    return ". ".join(parts) + ("." if parts else "")


def _published(facts: SourceFacts) -> str:
    if not facts.first:
        return ""
    when = edtf.words(facts.first if facts.first == facts.last else f"{facts.first}/{facts.last}")
    how = ""
    if facts.inferred:
        alone = facts.inferred == facts.articles
        how = (
            " (date inferred from the text)"
            if alone
            else f" ({count(facts.inferred, 'date')} inferred from the text)"
        )
    return f", published {when}{how}"


def description(
    lanes: Sequence[tuple[str, int]], most_frequent: str, chief: Sequence[Event], span: str
) -> str:
    """Return two true sentences for those who do not see the chart; ``chief`` are the weightiest events."""
    numbers = " above ".join(f"{count(number, name.lower() + ' event')}" for name, number in lanes[:2])
    extra = "".join(f", and {count(number, name.lower() + ' event')} below" for name, number in lanes[2:])
    names = " and ".join(parties(chief))
    about = f" about {names}" if names else ""
    opening = f"Parallel timelines{about}, {span}: {numbers}{extra}."
    if not chief:
        return opening + " No event falls into the time shown."
    told = "; ".join(f"{event.title} ({_brief(event)})" for event in chief[:3])
    if len(chief) == 1:
        return f"{opening} It is: {told}."
    return f"{opening} Most frequent is {most_frequent}; most prominent: {told}."


def _brief(event: Event) -> str:
    state = "" if event.status is Status.OCCURRED else f", {status(event.status)}"
    return edtf.words(event.edtf) + state


def is_about(event: Event) -> bool:
    """Say whether a label words the event's date as "about"."""
    return edtf.is_approximate(event.edtf)
