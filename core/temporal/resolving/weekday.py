"""Resolves weekdays: in news within a week of the publication day, in histories from the date told on."""

import datetime as dt

from core.edtf import words
from core.model import Basis
from core.temporal import spans
from core.temporal.forms import Calendar, Clock, Direction, Expression, Unit
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome, date, unknown, why
from core.temporal.spans import Span

_UNSURE = 0.55  # a cue less sure than this yields to a day the text names
_YESTERDAY = 0.75  # news tells so often of the day before that only a sure cue turns its name ahead
_TRUSTED = 0.4  # a cue less sure than this turns no weekday ahead
_HINTED = 0.25  # ... but that of tomorrow, by whose name news seldom calls the day six days ago
_TOMORROW = 6  # days since the weekday that comes tomorrow
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve(form: Calendar, item: Expression, context: Context) -> Outcome:
    """Resolve a weekday without a date."""
    weekday = form.weekday or 0
    base = context.base
    if base is None:
        return unknown(
            f"XXXX-WXX-{weekday + 1}", f"the publication day is not known, so {NAMES[weekday]} stays open"
        )
    if form.context and form.step and context.day:
        over = item.direction is Direction.PAST and context.now is not None
        ahead_of_now = over and context.day.first > base  # what is over counts from no day to come
        return _beside_told(weekday, form.step, spans.day(base) if ahead_of_now else context.day)
    if form.week_step is not None:
        day = spans.moved(base, Unit.DAY, 7 * form.week_step + weekday - base.weekday())
        if day is None:
            return unknown(f"XXXX-WXX-{weekday + 1}", "no week lies so far off")
        return date(spans.day(day), Basis.RELATIVE, f"the week counted from {_day(base)}")
    past = base - dt.timedelta((base.weekday() - weekday) % 7)
    if context.narrative and context.story:
        ahead = base + dt.timedelta((weekday - base.weekday()) % 7)
        return date(spans.day(ahead), Basis.NARRATIVE, f"the {NAMES[weekday]} from {_day(base)} on")
    return _near_weekday(form, item, context, past)


def _beside_told(weekday: int, step: int, told: Span) -> Outcome:
    """Resolve "the previous Friday", "the following Monday": counted from the day told last."""
    days = (weekday - told.first.weekday()) % 7
    away = (days or 7) if step > 0 else days - 7
    found = told.first + dt.timedelta(away)
    side = "after" if step > 0 else "before"
    return date(spans.day(found), Basis.NARRATIVE, f"the {NAMES[weekday]} {side} {_day(told.first)}")


def _weeks_away(begun: dt.date, steps: int, base: dt.date) -> Outcome:
    """Resolve "next Monday", "three Sundays ago": so many weeks from the first such day."""
    name, day = NAMES[begun.weekday()], spans.moved(begun, Unit.DAY, 7 * steps)
    if day is None:
        return unknown(f"XXXX-WXX-{begun.weekday() + 1}", f"no {name} lies so far off")
    return date(spans.day(day), Basis.PARTIAL, f"the {name} counted from {_day(base)}")


def _near_weekday(form: Calendar, item: Expression, context: Context, past: dt.date) -> Outcome:
    base = context.dct or past
    future = past + dt.timedelta(7) if past < base else past
    name = NAMES[form.weekday or 0]
    if form.step is not None:
        begun = past if form.step or item.direction is Direction.PAST else future
        return _weeks_away(begun, form.step + (form.step < 0 and past < base), base)
    if context.start:
        chosen = context.start + dt.timedelta(((form.weekday or 0) - context.start.weekday()) % 7)
        return date(spans.day(chosen), Basis.PARTIAL, f"the {name} planned by {_day(context.start)}")
    if future in context.reached:
        return date(spans.day(future), Basis.PARTIAL, f"the text tells hours of {_day(future)}")
    if item.confidence < _UNSURE and future != past and (past in context.named) != (future in context.named):
        chosen = past if past in context.named else future
        return date(spans.day(chosen), Basis.PARTIAL, f"the text names {_day(chosen)}, a {name}")
    if context.beside:
        reached = context.beside.first
        chosen = min((past, future), key=lambda day: abs((day - reached).days))
        return date(spans.day(chosen), Basis.PARTIAL, f"the {name} beside {_day(reached)}")
    found = spans.day(future if _is_ahead(item, (base - past).days) else past)
    return date(found, Basis.PARTIAL, why(found, item, base))


def _is_ahead(item: Expression, ago: int) -> bool:
    """Say whether a weekday last seen so many days ago is the coming one.

    An hour of tomorrow's weekday is: it is past midnight where the news happens.
    """
    if isinstance(item.form, Clock) and item.form.hour is not None and ago == _TOMORROW:
        return True
    needed = {1: _YESTERDAY, _TOMORROW: _HINTED}.get(ago, _TRUSTED)
    return item.direction is Direction.FUTURE and item.confidence >= needed


def _day(day: dt.date) -> str:
    return words(day.isoformat())
