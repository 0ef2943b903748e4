"""Turns a resolved span into the days meant: modifiers cut it, "by" and "since" open or close it."""

import datetime as dt
import math
from dataclasses import dataclass, replace

from core import edtf
from core.model import Basis, TimexType
from core.temporal import spans
from core.temporal.forms import Clock, Direction, Duration, Expression, Reference, Shift, Unit
from core.temporal.resolving.outcome import Outcome
from core.temporal.spans import Span

_CUT = frozenset({"START", "MID", "END"})
_ROUGHLY = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"})
_ENDING = frozenset({"by", "until", "till", "before", "through"})
_WITHIN_A_DAY = frozenset({"by", "before"})  # "before dawn on Monday", "by noon" is still that day
_AHEAD = frozenset({"within", "in"})
_HOURS = {Unit.HOUR: 24, Unit.MINUTE: 24 * 60, Unit.SECOND: 24 * 3600}


@dataclass(frozen=True, slots=True)
class Window:
    """First and last possible day, None where open or unknown, and the EDTF date."""

    first: dt.date | None = None
    last: dt.date | None = None
    edtf: str = ""


def duration(
    form: Duration, value: str, item: Expression, dct: dt.date | None, told: dt.date | None
) -> Outcome:
    """Resolve a length; "the past two weeks" and "within two weeks" are also stretches of days.

    What happened "over the next two weeks" is counted from the day told last.
    """
    outcome = Outcome(TimexType.DURATION, value, basis=Basis.RELATIVE, reason="a length of time")
    side = form.side
    if not side and item.bound in _AHEAD and item.direction is Direction.FUTURE:
        side = 1
    on = side > 0 and item.direction is Direction.PAST
    base = told if on else dct
    if not side or base is None or form.count is None:
        return outcome
    unit, count = (
        (Unit.DAY, math.ceil(form.count / _HOURS[form.unit]))
        if form.unit in _HOURS
        else (form.unit, form.count)
    )
    other = spans.moved(base, unit, side * count)
    if other is None or other == base:
        return outcome
    first, last = sorted((base, other))
    named = "the day told before" if on else "the publication day"
    reason = f"{'up to' if side < 0 else 'from'} {named}, {edtf.words(base.isoformat())}"
    return replace(outcome, span=Span(value, Unit.WEEK, first, last), reason=reason)


def days(item: Expression, outcome: Outcome, dct: dt.date | None) -> Window:
    """Return the days an expression means, with modifiers and the word before it taken in."""
    span = outcome.span
    if span is None:
        return _open(item, dct)
    first, last = _cut(item, span, dct)
    if outcome.type is not TimexType.DURATION:
        if item.bound == "within" and dct and dct <= last:
            return Window(dct, last, edtf.interval(dct, last))
        hour_of_a_day = isinstance(item.form, Clock) and item.bound in _WITHIN_A_DAY
        if item.bound in _ENDING and not hour_of_a_day:
            return Window(None, last, f"../{last.isoformat()}")
        if item.bound == "since" and item.range_with is None:
            end = dct if dct and dct >= first else None
            return Window(first, end, f"{first.isoformat()}/{end.isoformat() if end else '..'}")
    whole = (first, last) == (span.first, span.last)
    written = span.edtf if whole else edtf.interval(first, last)
    approximate = (outcome.approximate or item.mod in _ROUGHLY) and "/" not in written
    return Window(first, last, written + ("~" if approximate else ""))


def _open(item: Expression, dct: dt.date | None) -> Window:
    """Return the open window of "recent weeks", "recently", "the coming days": one side of the DCT."""
    if dct is None:
        return Window()
    side = item.form.side if isinstance(item.form, Duration) else 0
    if side < 0 or item.form == Reference("PAST_REF"):
        return Window(None, dct, f"../{dct.isoformat()}")
    if item.direction is Direction.PAST:
        return Window()  # "over the following nights shells fell": from when is not known
    return Window(dct, None, f"{dct.isoformat()}/..") if side > 0 else Window()


def _cut(item: Expression, span: Span, dct: dt.date | None) -> tuple[dt.date, dt.date]:
    """Cut a span by its modifier, and by the publication day where the words look back or ahead from it."""
    words = item.text.lower()
    if isinstance(item.form, Clock) and item.form.joins:
        return _two_days(item.form, span)
    if span.unit is Unit.DAY:
        return span.first, span.last
    inside = dct is not None and span.first <= dct <= span.last
    if inside and dct and (words.startswith("earlier") or _this_week(item, Direction.PAST)):
        return span.first, dct
    if inside and dct and (words.startswith("later") or _this_week(item, Direction.FUTURE)):
        return dct, span.last
    return spans.cut(span, item.mod) if item.mod in _CUT else (span.first, span.last)


def _two_days(form: Clock, span: Span) -> tuple[dt.date, dt.date]:
    """Return the two days a night joins: "overnight" ends on its day, "last night" begins on it."""
    day = dt.timedelta(1)
    try:
        return (span.first - day, span.last) if form.joins < 0 else (span.first, span.last + day)
    except OverflowError:
        return span.first, span.last


def _this_week(item: Expression, direction: Direction) -> bool:
    """Say whether "this week" looks the given way; where nothing tells, it looks back."""
    form = item.form
    if (
        not (isinstance(form, Shift) and form.unit is Unit.WEEK and form.whole and form.count == 0)
        or item.mod
    ):
        return False
    return (item.direction is Direction.FUTURE) == (direction is Direction.FUTURE)
