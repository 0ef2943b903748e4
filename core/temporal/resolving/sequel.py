"""Finds what a date goes on from where no word says so: a list, a heading, the day just told, a chronicle."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import Basis, TimeExpression
from core.temporal import holidays, spans
from core.temporal.forms import Calendar, Direction, Expression, Holiday, Shift, Unit, date_of
from core.temporal.resolving.phrases import phrases
from core.temporal.resolving.sentences import is_apart, opens_sentence, turns
from core.temporal.spans import Span

_DATED, _YEAR = re.compile(r"\d{4}-\d\d"), re.compile(r"\d{4}")
_HEADING = re.compile(
    rf"(?:{phrases('year')})?[.:]\s{{1,3}}"
)  # from what heads a part of a chronology to its entry
_BESIDE = 12  # letters between a date and the name of its day: "24 серпня 2014 року, у День Незалежності"
_PRESENT = 0.5  # how sure a verb in the present is of a day to come
_LONG_OVER = 31  # days after which the present beside a day is that of a chronicle


def sequel(text: str, item: Expression, told: Sequence[TimeExpression], last: Span | None) -> Span | None:
    """Return the day, month or year told before that a date without a year goes on from; else None."""
    form, other = date_of(item.form), told[-1] if told else None
    first = other.first if other else None
    if isinstance(form, Holiday) and other and first:
        return _year_of_feast(text, form, item, other, first)
    if not isinstance(form, Calendar) or form.year or not form.month:
        return None
    beside = _beside_told(text, form, item, other, first) if other and first else None
    return beside or _day_gone_on_from(form, item, last)


def _beside_told(
    text: str, form: Calendar, item: Expression, other: TimeExpression, first: dt.date
) -> Span | None:
    """Return what a date goes on from where the expression right before it tells."""
    listed = _year_of_list(text, form, item, other, first)
    return listed or _of_heading(text, form, item, other, first)


def same_sentence(text: str, item: Expression, told: Sequence[TimeExpression]) -> bool:
    """Say whether the expression before stands in the same sentence."""
    return bool(told) and not is_apart(text, told[-1].end, item.start)


def as_told(text: str, item: Expression, told: Sequence[TimeExpression], now: dt.date | None) -> Expression:
    """Return "через тиждень" as past where the present beside it tells of days that are long over."""
    form, other = item.form, told[-1] if told else None
    ahead = isinstance(form, Shift) and form.sign > 0 and not form.whole
    present = item.direction is Direction.FUTURE and item.confidence <= _PRESENT
    if not (ahead and present and now and other and other.first) or other.first != other.last:
        return item
    over = (now - other.first).days > _LONG_OVER and same_sentence(text, item, told)
    return replace(item, direction=Direction.PAST) if over else item


def _year_of_feast(
    text: str, form: Holiday, item: Expression, other: TimeExpression, first: dt.date
) -> Span | None:
    """Return the year of a feast: that its sentence opens with, or that of the date it stands beside."""
    if is_apart(text, other.end, item.start) or form.step is not None:
        return None
    if _YEAR.fullmatch(other.value):
        holds = opens_sentence(text, other.start) and not turns(text, other.end, item.start)
        return spans.year(first.year) if holds else None
    day = holidays.span(form.name, first.year)
    beside = day is not None and day.first <= first == other.last and first <= day.last
    return spans.year(first.year) if beside and item.start - other.end <= _BESIDE else None


def _year_of_list(
    text: str, form: Calendar, item: Expression, other: TimeExpression, first: dt.date
) -> Span | None:
    """Return the year of a date that a later month of its sentence goes on from: "May 1919 ..., in June"."""
    goes_on = form == Calendar(month=form.month, day=form.day) and (form.month or 0) > first.month
    dated = other.basis in (Basis.EXPLICIT, Basis.NARRATIVE) and _DATED.match(other.value)
    if not (goes_on and dated) or item.direction is Direction.FUTURE:
        return None
    apart = is_apart(text, other.end, item.start) or turns(text, other.end, item.start)
    return None if apart else spans.year(first.year)


def _of_heading(
    text: str, form: Calendar, item: Expression, other: TimeExpression, first: dt.date
) -> Span | None:
    """Return the month or year that heads a part of a chronology: "Січень. 6 січня", "2014 рік. Лютий"."""
    if not _HEADING.fullmatch(text, other.end, item.start):
        return None
    if _YEAR.fullmatch(other.value):
        return spans.year(first.year) if opens_sentence(text, other.start) else None
    same = _DATED.fullmatch(other.value) and form.day and form.month == first.month
    return spans.month(first.year, first.month) if same else None


def _day_gone_on_from(form: Calendar, item: Expression, last: Span | None) -> Span | None:
    """Return the day told last, of which a past day soon after may be the sequel."""
    past = form.day and item.direction is Direction.PAST
    return last if past and last and last.unit is Unit.DAY else None
