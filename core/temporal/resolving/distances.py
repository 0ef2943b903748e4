"""Reads lengths as distances from what the text has told: "a week after the battle", "three months on"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.model import Basis, TimeExpression
from core.temporal import spans
from core.temporal.forms import Anchor, Duration, Expression, Shift, Unit
from core.temporal.lexicon import data
from core.temporal.resolving.told import LOOKED_AT, day_told_of, sentence
from core.temporal.spans import Span

_EVENT = re.compile(
    r"\s{1,3}(after|before|into)\s(?:the|that|this|his|her|their|its|[A-Z]\w+['’]s)\s(?:[\w’'-]+\s){0,2}?([a-z]{4,20}|war)\b"
)
_CLOSES = re.compile(r"(?: (?:began|started|ended|broke out))?(?=\s*(?:[.,;:!?)–—]|$|\n))")
_BESIDE = re.compile(r"\s{1,3}(after|before)\s([^.!?;,\n]{3,60})")
_WORDS = re.compile(r"[a-z]{4,20}")
_APPOSED = re.compile(r",\s(?:(?:almost|nearly|just|only|exactly|some|about) ){0,2}")
_SETS = re.compile(r"\s{1,3}(after|before|into)\s")
_THAT = re.compile(r"\s(?:after|before|into) that [a-z]")
_ON = re.compile(r"\son(?=[,.;:)]|\s(?:the|he|she|they|it)\s|\s[A-Z]|\sfor\s)")
_CLAUSE = re.compile(r"(?:^|[.,;!?]\s|\n\s*|\band )(?:(?:almost|nearly|just|only|exactly|some) )?\Z")
_LEAD = 14
_BELOW_DAY = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)


@dataclass(frozen=True, slots=True)
class Distance:
    """A distance with the date it is counted from, None for that told last; ``end``: of all its words."""

    form: Shift
    anchor: Span | None
    end: int


def apposed(
    text: str, item: Expression, told: Sequence[TimeExpression], *, narrative: bool
) -> Distance | None:
    """Return what explains the day right before it: "on 6 August 1996, three days before the vote".

    In news such a day must be told in full: "on Monday, two days after the vote" tells how long it took.
    """
    last, form = told[-1] if told else None, item.form
    if last is None or not isinstance(form, Duration) or not form.count or form.unit in _BELOW_DAY:
        return None
    event, closed = _EVENT.match(text, item.end), _event(text, item)
    exact = last.day is not None
    fits = event if narrative else closed and last.basis is Basis.EXPLICIT and "T" not in last.value
    if last.first is None or not (exact and fits and _APPOSED.fullmatch(text, last.end, item.start)):
        return None
    end = closed[1] if closed else item.end
    return Distance(Shift(Unit.DAY, 0.0, Anchor.EVENT), spans.day(last.first), end)


def from_told(text: str, item: Expression, told: Sequence[TimeExpression]) -> Distance | None:
    """Return a length in a history as a distance: "two weeks into the war", "four years on"."""
    form = item.form
    if not isinstance(form, Duration) or form.count is None or form.side or form.more:
        return None
    on = _ON.match(text, item.end)
    opens = _CLAUSE.search(text[max(0, item.start - _LEAD) : item.start])
    if on and (opens or text.startswith(" for ", on.end())):
        return Distance(Shift(form.unit, form.count, Anchor.CONTEXT, sign=1), None, on.end())
    return _after_event(text, item, form, told)


def points_back(text: str, item: Expression) -> bool:
    """Say whether even news counts from what it has just told: "five days into that battle"."""
    return bool(_THAT.match(text, item.end))


def _after_event(
    text: str, item: Expression, form: Duration, told: Sequence[TimeExpression]
) -> Distance | None:
    """Return the distance from the day told of the event that a length is set beside."""
    set_beside, (event, end) = _SETS.match(text, item.end), _named(text, item)
    if set_beside is None or not event or form.count is None:
        return None
    start = sentence(text, item)[1]
    before = [other for other in told[-LOOKED_AT:] if other.end <= start]
    days = [other.day for other in before if other.day]
    latest = spans.day(days[-1]) if days else None
    untold = event in data("lexicon.toml")["fights"]  # is told of without its name
    anchor = latest if untold else day_told_of(event, text, before)
    sign = -1 if set_beside[1] == "before" else 1
    if anchor is None or (told[-1].last and anchor.first > told[-1].last):
        return None  # the text is at an earlier time
    return Distance(Shift(form.unit, sign * form.count, Anchor.EVENT), anchor, end)


def _named(text: str, item: Expression) -> tuple[str, int]:
    """Return the event that a length is set beside and where its words end; "" where none is."""
    beside, event = _BESIDE.match(text, item.end), _event(text, item)
    events = data("lexicon.toml")["events"]
    known = next((word for word in _WORDS.findall(beside[2]) if word in events), "") if beside else ""
    return event if event and known in ("", event[0]) else (known, item.end)


def _event(text: str, item: Expression) -> tuple[str, int] | None:
    """Return the event that closes the clause after a length, and where it ends: "after the war began"."""
    event = _EVENT.match(text, item.end)
    closes = _CLOSES.match(text, event.end()) if event else None
    return (event[2], closes.end()) if event and closes else None
