"""Finds the day of an hour told without one: that told last, its verb's, the next, that of publication."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import Basis, TimeExpression, TimexType
from core.temporal import spans
from core.temporal.forms import Anchor, Calendar, Clock, Direction, Expression, Shift, Unit
from core.temporal.resolving.asides import day_of_story
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome, date
from core.temporal.resolving.phrases import phrases
from core.temporal.resolving.sentences import is_apart, sentences_ended
from core.temporal.spans import Span

_INTO = re.compile(rf"(?:\b(?:{phrases('into')})|[–—-])\s{{0,3}}\Z")
_NIGHT_OF_TWO = re.compile(rf"(?:{phrases('night_of_two')})\b", re.IGNORECASE)
_WHOLE_NIGHT = re.compile(phrases("whole_night"), re.IGNORECASE)  # one told by its evening
_BY = re.compile(rf"\b(?:{phrases('by')})\s\Z")
_AT_NIGHT = re.compile(rf"\b(?:{phrases('at_night')})\Z")  # after an hour of the evening it is past midnight
_NEAR = 8  # expressions before an hour, among which the night that it is of is sought
_TURNS = re.compile(r"\b(?:after|before|since|following)\b")  # to another time
_POSSESSIVE = ("'s ", "’s ")
_HOUR = re.compile(r"T(?:(\d\d):\d\d|(EV|NI))$")
_EXACT = re.compile(r"\d{4}-\d\d-\d\dT(\d\d):(\d\d)")
_HOURS, _DAY = {Unit.HOUR: 1.0, Unit.MINUTE: 1 / 60}, 24
_PARTS = {"EV": 18, "NI": 21}
_NOON = 12
_LEAD = 4  # letters before an hour in which the word stands that ends a stretch with it
_EVENING = 16  # the hour from which on one told next may be past midnight
_FAR = 7  # days ahead from which on a day told before is not that of what is told next
_EARLIER_DAYS = 12  # expressions before, among which the day of a heading or a verb is sought


def day_of_hour(text: str, item: Expression, told: Sequence[TimeExpression], context: Context) -> Span | None:
    """Return the day told that an hour or part of the day is of, None for the publication day.

    Of anything else, the day told last.
    """
    day = context.day
    if context.now is None or not told or not _is_of_a_day_told(item):
        return day
    apart = is_apart(text, told[-1].end, item.start)
    day = context.rest if context.rest and apart else day
    if not isinstance(item.form, Clock) or item.form.hour is None:
        ahead = day is not None and day.first > context.now and apart
        if ahead and item.direction is Direction.PAST:
            return None
        return day_of_story(text, item, told, day, context.now) if day else day
    next_day = (
        (_evening_of_night(item, told, day) if day else None)
        or _past_midnight(text, item, told[-1], context.now)
        or _morning_after(text, item, told[-1], context.now)
    )
    if next_day:
        return next_day
    if day is None or _is_left(text, item, told, day, context.now):
        return None
    return _of_verb(text, told) or day_of_story(text, item, told, day, context.now)


def hours_later(text: str, item: Expression, told: Sequence[TimeExpression]) -> Outcome | None:
    """Return the hour of "two hours later" where the one it is counted from was just told; None where not."""
    form, last = item.form, told[-1] if told else None
    counted = isinstance(form, Shift) and form.anchor is Anchor.CONTEXT and form.unit in _HOURS
    if not isinstance(form, Shift) or not counted or not form.count or last is None or last.first is None:
        return None
    begun, hours = _EXACT.fullmatch(last.value), form.count * _HOURS[form.unit]
    apart = sentences_ended(text, last.end, item.start)
    if not begun or apart > 1 or abs(hours) > _DAY:
        return None
    midnight = dt.datetime.combine(last.first, dt.time())
    hour = midnight + dt.timedelta(hours=int(begun[1]) + hours, minutes=int(begun[2]))
    found = date(spans.day(hour.date()), Basis.NARRATIVE, f"counted from {last.text}")
    return replace(found, type=TimexType.TIME, value=hour.isoformat(timespec="minutes"))


def _is_of_a_day_told(item: Expression) -> bool:
    """Say whether a time is of a day told before: "at 9 a.m.", "in the evening", "that morning"."""
    form = item.form
    day = form.day if isinstance(form, Clock) else None
    same = isinstance(day, Shift) and day.anchor is Anchor.CONTEXT and not day.count
    return isinstance(form, Clock) and (day is None or same)


def evening_before(item: Expression, ends: Expression | None, context: Context) -> Span | None:
    """Return the evening on which a stretch began that is told as over: "тривала з 22:05 до 5:25".

    What ended in the morning of publication began on the day before; else None.
    """
    begun, ended, now = item.form, ends.form if ends else None, context.now
    if now is None or not (isinstance(begun, Clock) and isinstance(ended, Clock)) or begun.day or ended.day:
        return None
    late = (begun.hour or 0) >= _EVENING and ended.hour is not None and ended.hour < _NOON
    today = context.day is None or context.day.first == now
    over = late and today and item.direction is Direction.PAST
    return spans.day(now - dt.timedelta(1)) if over else None


def _evening_of_night(item: Expression, told: Sequence[TimeExpression], day: Span) -> Span | None:
    """Return the day on whose evening a night told before began, for a late hour: "у ніч на 16 січня"."""
    form = item.form
    if not isinstance(form, Clock) or (form.hour or 0) < _EVENING or item.direction is Direction.FUTURE:
        return None
    nights = (night for night in reversed(told[-_NEAR:]) if _NIGHT_OF_TWO.match(night.text))
    begun = next((night.first for night in nights if night.last == day.first), None)
    return spans.day(begun) if begun else None


def morning_of(item: Expression, span: Span) -> Span:
    """Return the day that hours go on from after a night told by two days, the second: "с 7 на 8 декабря"."""
    form = item.form
    two_days = isinstance(form, Clock) and form.joins > 0 and isinstance(form.day, Calendar) and form.day.day
    return spans.day(span.first + dt.timedelta(1)) if two_days else span


def _is_day(item: TimeExpression) -> bool:
    return item.day is not None and "T" not in item.value


def _past_midnight(text: str, item: Expression, last: TimeExpression, now: dt.date) -> Span | None:
    """Return the day after that of the hour a stretch began at: "from 10 p.m. on Friday until 5 a.m."."""
    begun, form = _HOUR.search(last.value), item.form
    if not begun or not isinstance(form, Clock) or form.hour is None or last.first is None:
        return None
    if is_apart(text, last.end, item.start):
        return None
    between = text[last.end : item.start]
    late = (_PARTS.get(begun[2]) or int(begun[1] or 0)) >= _EVENING and form.hour < _NOON
    day = last.first + dt.timedelta(1)
    over = day > now and item.direction is Direction.PAST
    joined = _INTO.search(between) and not _TURNS.search(between)
    return spans.day(day) if late and joined and not over else None


def _morning_after(text: str, item: Expression, last: TimeExpression, now: dt.date) -> Span | None:
    """Return the day after an evening just told, for an hour of the morning; none that is yet to come."""
    form, begun = item.form, _HOUR.search(last.value)
    late = begun is not None and begun[1] is not None and int(begun[1]) >= _EVENING
    ended = late and (
        _BY.search(text[max(0, item.start - _LEAD) : item.start]) or _AT_NIGHT.search(item.text)
    )
    evening = last.value.endswith("TEV") or _WHOLE_NIGHT.match(last.text) or ended
    morning = isinstance(form, Clock) and form.hour is not None and form.hour < _NOON
    over = evening and morning and last.last is not None and last.last < now
    return spans.day(last.last + dt.timedelta(1)) if over and last.last else None


def _of_verb(text: str, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day told before one that only names an event: "resumed on Monday after Sunday's talks"."""
    aside = told[-1]
    if not (_is_day(aside) and text.startswith(_POSSESSIVE, aside.end)):
        return None
    for one in reversed(told[-_EARLIER_DAYS:-1]):
        if is_apart(text, one.end, aside.start):
            return None
        if _is_day(one) and one.first and not text.startswith(_POSSESSIVE, one.end):
            return spans.day(one.first)
    return None


def _is_left(text: str, item: Expression, told: Sequence[TimeExpression], day: Span, now: dt.date) -> bool:
    """Say whether the text has left a day: what is over is of no day to come, what is to come of none over.

    A far day ahead is that of the next sentence at most.
    """
    if not is_apart(text, told[-1].end, item.start):
        return False
    if day.first <= now:
        return day.first < now and item.direction is Direction.FUTURE
    far = (day.first - now).days > _FAR and _sentences_since(text, item, told, day) > 1
    return item.direction is Direction.PAST or far


def _sentences_since(text: str, item: Expression, told: Sequence[TimeExpression], day: Span) -> int:
    """Return how many sentences have ended since a day was told."""
    since = next((one.end for one in reversed(told) if one.day == day.first), 0)
    return sentences_ended(text, since, item.start)
