"""Finds the day from which a plan told as past counts: "extended the truce on Saturday until Sunday"."""

import datetime as dt
from collections.abc import Iterator, Sequence

from core.model import TimeExpression
from core.temporal.forms import Calendar, Direction, Expression, date_of
from core.temporal.resolving.sentences import is_apart

_NEAR = 4  # expressions on either side among which the dated act is sought
_WEEK, _LONGEST = 7, 400  # days from an act to the weekday, to the month or day, that it sets
_ROUGHLY = 31  # days at most over which an act may be told to stretch
_ENDING = frozenset({"until", "till", "through"})


def start_of_plan(
    text: str, expressions: Sequence[Expression], told: Sequence[TimeExpression], now: dt.date | None
) -> dt.date | None:
    """Return the first day on which the next expression, a plan, may fall: that of an act in its sentence."""
    place = len(told)
    item = expressions[place]
    form = date_of(item.form)
    if not item.planned or now is None or not isinstance(form, Calendar) or form.year:
        return None
    weekly = form.weekday is not None and not form.day
    after = _told_after(text, expressions, place, now) if weekly else None
    act = _told_before(text, expressions[:place], told, item.start) or after
    if act is None or not 0 <= (now - act).days <= (_WEEK if weekly else _LONGEST):
        return None
    return act + dt.timedelta(item.bound in _ENDING)


def _told_before(
    text: str, before: Sequence[Expression], told: Sequence[TimeExpression], start: int
) -> dt.date | None:
    """Return the day, or the first of the month, told last as past in the same sentence."""
    for item, found in zip(before[: -_NEAR - 1 : -1], told[: -_NEAR - 1 : -1], strict=True):
        if is_apart(text, item.end, start):
            return None
        dated = found.first and found.last and (found.last - found.first).days <= _ROUGHLY
        if dated and item.direction is Direction.PAST and not item.planned:
            return found.first
    return None


def _told_after(text: str, expressions: Sequence[Expression], place: int, now: dt.date) -> dt.date | None:
    """Return the weekday told next as past in the same sentence: "cancelled on Sunday"."""
    days = list(_weekdays(text, expressions[place + 1 : place + 1 + _NEAR], expressions[place].end))
    return now - dt.timedelta((now.weekday() - days[0]) % _WEEK) if days else None


def _weekdays(text: str, after: Sequence[Expression], end: int) -> Iterator[int]:
    for item in after:
        form = date_of(item.form)
        if is_apart(text, end, item.start):
            return
        if not isinstance(form, Calendar) or form.weekday is None or form != Calendar(weekday=form.weekday):
            continue
        if item.direction is Direction.PAST and not item.planned:
            yield form.weekday
