"""Gives expressions their dates: TIMEX3 value, EDTF date, first and last possible day, and the reason in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from core import edtf
from core.model import Basis, TimeExpression, TimexType
from core.temporal import spans
from core.temporal.builders.lengths import period
from core.temporal.forms import (
    Calendar, Clock, DayCount, Direction, Duration, Era, Expression, Form, Holiday, Reference, Repetition, Shift, Unit,
)
from core.temporal.resolving import calendar, relative
from core.temporal.resolving.context import Context, is_narrative
from core.temporal.resolving.outcome import Outcome, date, unknown
from core.temporal.resolving.story import advance
from core.temporal.spans import Span

_CUT = frozenset({"START", "MID", "END"})
_ENDING = frozenset({"by", "until", "till", "before", "through"})


def resolve(text: str, expressions: Sequence[Expression], dct: dt.date | None) -> list[TimeExpression]:
    """Return the expressions with their dates; ``dct`` is the publication day, None where it is not known."""
    context = Context(dct, is_narrative(expressions, dct), _named(expressions, dct))
    out: list[TimeExpression] = []
    for item in expressions:
        outcome = _outcome(item.form, item, context)
        out.append(_finish(item, outcome, context))
        context = _after(item, outcome, context)
    return out


def _named(expressions: Sequence[Expression], dct: dt.date | None) -> frozenset[dt.date]:
    """Return the days named by day and month, in the year told or in any near that of publication."""
    forms = [item.form for item in expressions if isinstance(item.form, Calendar)]
    near = [dct.year - 1, dct.year, dct.year + 1] if dct else []
    full = [
        calendar.span_of(form, year) for form in forms if form.day and form.month and not form.bc
        for year in ([form.year] if form.year else near)
    ]
    return frozenset(span.first for span in full if span)


def _outcome(form: Form, item: Expression, context: Context) -> Outcome:
    match form:
        case Calendar():
            return calendar.resolve(form, item, context)
        case Holiday():
            return calendar.holiday(form, item, context)
        case Shift():
            return relative.resolve(form, item, context)
        case Era():
            span = spans.decade(form.number) if form.unit is Unit.DECADE else spans.century(form.number)
            return date(span, Basis.EXPLICIT, "the text names it")
        case Duration():
            return _duration(form, item, context)
        case Clock():
            return _clock(form, item, context)
        case Repetition():
            return Outcome(TimexType.SET, form.value, reason="it comes again and again")
        case Reference():
            return unknown(form.value, "no date is told")
        case DayCount():
            return _day_count(form)


def _day_count(form: DayCount) -> Outcome:
    return Outcome(TimexType.DATE, "XXXX-XX-XX", reason=f"counted from the start of the {form.event}")


def _duration(form: Duration, item: Expression, context: Context) -> Outcome:
    """Resolve a length; "the past two weeks" and "within two weeks" are also stretches of days."""
    value = period(form.unit, form.count)
    side = form.side or (1 if item.bound in ("within", "in") and item.direction is Direction.FUTURE else 0)
    outcome = Outcome(TimexType.DURATION, value, basis=Basis.RELATIVE, reason="a length of time")
    if not side or context.dct is None or form.count is None:
        return outcome
    other = spans.moved(context.dct, form.unit, side * form.count)
    if other is None or other == context.dct:
        return outcome
    first, last = sorted((context.dct, other))
    reason = f"{'up to' if side < 0 else 'from'} the publication day, {edtf.words(context.dct.isoformat())}"
    return replace(outcome, span=Span(value, Unit.WEEK, first, last), reason=reason)


def _clock(form: Clock, item: Expression, context: Context) -> Outcome:
    day = _outcome(form.day, item, context) if form.day else _same_day(context)
    hour = f"{form.hour:02d}:{form.minute or 0:02d}" if form.hour is not None else form.part
    whole = day.value if len(day.value) == 10 else "XXXX-XX-XX"
    return replace(day, type=TimexType.TIME, value=f"{whole}T{hour}")


def _same_day(context: Context) -> Outcome:
    told = context.day
    if told:
        return date(told, Basis.NARRATIVE, f"on the day told before, {edtf.words(told.value)}")
    if context.dct:
        return date(spans.day(context.dct), Basis.RELATIVE, "on the publication day")
    return unknown("XXXX-XX-XX", "the day is not told")


def _after(item: Expression, outcome: Outcome, context: Context) -> Context:
    """Return the context after an expression: dates are remembered, lengths are not."""
    span = outcome.span
    if outcome.value.startswith("BC"):
        return replace(context, last=None, story=None, ancient=int(outcome.value[2:6]))
    if span is None or outcome.type in (TimexType.DURATION, TimexType.SET):
        return context
    explicit = outcome.basis is Basis.EXPLICIT
    if isinstance(item.form, Era) or (isinstance(item.form, Shift) and context.narrative and item.form.unit is Unit.CENTURY):
        return context
    context = advance(context, item, outcome, span)
    return replace(
        context, last=span, ancient=None if explicit else context.ancient, day=span if span.unit is Unit.DAY else context.day,
        quarter=span if isinstance(item.form, Calendar) and item.form.part[:1] == "Q" else context.quarter,
        explicit=span if explicit else context.explicit,
    )


def _finish(item: Expression, outcome: Outcome, context: Context) -> TimeExpression:
    first, last, written = _days(item, outcome, context)
    return TimeExpression(
        item.start, item.end, item.text, outcome.type, outcome.value, item.mod, written, first, last,
        outcome.basis, outcome.reason,
    )


def _days(item: Expression, outcome: Outcome, context: Context) -> tuple[dt.date | None, dt.date | None, str]:
    """Return first and last possible day and the EDTF date, with modifiers and bounds taken in."""
    span = outcome.span
    if span is None:
        return None, None, ""
    first, last = spans.cut(span, item.mod) if item.mod in _CUT and span.unit is not Unit.DAY else (span.first, span.last)
    if item.bound in _ENDING and outcome.type is not TimexType.DURATION:
        return None, last, f"../{last.isoformat()}"
    if item.bound == "since":
        return first, context.dct, f"{first.isoformat()}/{context.dct.isoformat() if context.dct else '..'}"
    whole = (first, last) == (span.first, span.last)
    written = span.edtf if whole else edtf.interval(first, last)
    approximate = (outcome.approximate or item.mod == "APPROX") and "/" not in written
    return first, last, written + ("~" if approximate else "")
