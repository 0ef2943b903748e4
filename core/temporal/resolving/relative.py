"""Resolves distances: from the publication day, or from the date told last."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from core.edtf import words
from core.model import Basis, TimexType
from core.temporal import spans
from core.temporal.builders.lengths import period
from core.temporal.forms import Anchor, Direction, Expression, Shift, Unit
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome, date, unknown
from core.temporal.spans import Span

_ORDER = list(Unit)
_BELOW_DAY = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_PER_DAY = {Unit.HOUR: 24, Unit.MINUTE: 24 * 60, Unit.SECOND: 24 * 3600}
_IN_WORDS = (Unit.DAY, Unit.MONTH, Unit.YEAR)
_TOLD_IN = {Unit.WEEK: Unit.DAY, Unit.DECADE: Unit.YEAR, Unit.CENTURY: Unit.YEAR}  # "two weeks ago" is a day
_POINTING = ("that ", "the same ")
_MIDWEEK, _SATURDAY = 3, 5
_UNSURE, _TRUSTED = 0.55, 0.5  # cues less sure than these tell of no weekend over, of none to come
_OF_THESE_DAYS = 7  # a day so long over is not of these days
_ANCIENT_DAY, _ANCIENT_MONTH = re.compile(r"BC\d{4}-\d\d-\d\d"), 9  # and the length of its month
_PRESENT, _PAST, _FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"


def resolve(form: Shift, item: Expression, context: Context) -> Outcome:
    """Resolve a distance in time."""
    if form.anchor is Anchor.DCT and context.results and _is_year_ago(form):
        return _moved(form, context.results, Basis.RELATIVE)
    if form.anchor is Anchor.DCT and not _goes_on(form, item, context):
        if form.unit is Unit.WEEKEND and form.count == 0:
            return _weekend(item, context)
        return _from_publication(form, item, context)
    return _from_told(form, item, context)


def _goes_on(form: Shift, item: Expression, context: Context) -> bool:
    """Say whether "next month" or "через два дні" counts from the date told last: it does in a history."""
    if form.whole and form.unit is Unit.DAY and context.now and context.last:  # "Накануне" opens a sentence
        return (context.now - context.last.last).days > _OF_THESE_DAYS
    if form.whole:
        return context.narrative or _follows(form, item, context)
    return form.sign > 0 and (context.narrative or item.direction is Direction.PAST)


def _follows(form: Shift, item: Expression, context: Context) -> bool:
    """Say whether "наступного місяця" with a past verb comes after the date told last.

    In English it may count from the day of what was said ("he said he would go next month").
    """
    told, past = context.last, item.direction is Direction.PAST and not item.cue.isascii()
    if told is None or context.dct is None or not past or (form.count or 0) <= 0:
        return False
    end = spans.moved(told.last, form.unit, form.count or 0)
    return _finer(told.unit, form.unit) and end is not None and end <= context.dct


def _is_year_ago(form: Shift) -> bool:
    """Say whether results of a quarter are set beside those "a year ago"."""
    return form.unit is Unit.YEAR and form.count == -1 and not form.whole


def beside(form: Shift, anchors: Sequence[Outcome]) -> Outcome:
    """Resolve a distance from the date named after it, where one is: "two days before 9 May".

    "The quarter ended 31 July" is that of the calendar which shares most of its days.
    """
    for anchor in anchors:
        if anchor.span is not None:
            span, ended = anchor.span, form.unit is Unit.QUARTER and not form.count
            middle = spans.moved(span.first, Unit.MONTH, -1) if ended else None
            return _moved(form, spans.day(middle) if middle else span, anchor.basis)
    return unknown("XXXX-XX-XX", "the date it is counted from is not known")


def within_the_day(form: Shift, day: Span | None, context: Context) -> Outcome:
    """Resolve "later in the day": the day told in the sentence, in news else that of publication."""
    told = day or (spans.day(context.now) if context.now else None)
    return _moved(form, told, Basis.RELATIVE) if told else _undated(form)


def from_event(form: Shift, event: Span) -> Outcome:
    """Resolve a distance from the day of an event told before: "two days after the battle"."""
    return _moved(form, event, Basis.NARRATIVE)


def _from_publication(form: Shift, item: Expression, context: Context) -> Outcome:
    if context.dct is None or (context.narrative and form.unit is Unit.DAY and form.count == 0):
        return _undated(form)
    if form.count is None and form.unit not in _BELOW_DAY:
        return unknown(_PAST if form.sign < 0 else _FUTURE, "how long is not told")
    if form.turn and (context.dct.month == 1 or item.direction is Direction.PAST):
        form = replace(form, count=0.0)
    over = form.whole and form.count == 0 and item.mod == "END" and item.bound == "since"  # "since year-end"
    return _moved(replace(form, count=-1.0) if over else form, spans.day(context.dct), Basis.RELATIVE)


def _weekend(item: Expression, context: Context) -> Outcome:
    """Resolve "the weekend": the one just over in the first days of a week, unless the words point ahead."""
    if context.dct is None:
        return unknown("XXXX-WXX-WE", "the publication day is not known")
    this = item.text.lower().startswith("this")
    sure = item.confidence > _UNSURE
    ahead = item.direction is Direction.FUTURE and (item.confidence > _TRUSTED or this)
    behind = item.direction is Direction.PAST and sure and not this
    day = context.dct.weekday()
    back = 7 if day < _SATURDAY and (behind or (day <= _MIDWEEK and not ahead)) else 0
    span = spans.weekend(context.dct - dt.timedelta(back))
    return date(span, Basis.RELATIVE, f"the weekend nearest to {words(context.dct.isoformat())}")


def _undated(form: Shift) -> Outcome:
    if form.unit is Unit.DAY and form.count == 0 and not (form.whole and form.anchor is Anchor.CONTEXT):
        return unknown(_PRESENT, "the time of writing")
    length = {Unit.DAY: "XXXX-XX-XX", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX"}.get(form.unit, "XXXX")
    return unknown(length, "the day it is counted from is not known")


def _from_told(form: Shift, item: Expression, context: Context) -> Outcome:
    if context.ancient and context.last is None:
        return _before_christ(form, context.ancient)
    told = _anchor(form, item, context)
    late = _is_later(form) and item.direction is Direction.PAST and context.last is None
    then = form.count == 0 and not form.whole  # names the time told itself
    if told is None or late or (not then and _is_ahead(told, item, context)):
        return _undated(form)  # "two days later he died" says nothing where no day was told before
    if form.count is None and form.unit not in _BELOW_DAY:
        return unknown(_PAST if form.sign < 0 else _FUTURE, "how long is not told")
    if not context.narrative and _is_too_coarse(form, told.unit):
        return _undated(form)
    if form.unit is Unit.WEEKEND and (form.count or 0) > 0 and told.last.weekday() < _SATURDAY:
        form = replace(form, count=(form.count or 0) - 1)  # "the weekend after" a Monday is that of its week
    found = _moved(form, told, Basis.NARRATIVE if told is context.last else Basis.RELATIVE)
    return _undated(form) if _is_beyond(told, found, item, context) else found


def _is_too_coarse(form: Shift, told: Unit) -> bool:
    """Say whether a date told roughly tells nothing: a year of "the month after", a month of "that day"."""
    if form.unit is Unit.MONTH:
        return form.whole and bool(form.count) and not _finer(told, Unit.QUARTER)
    longest = Unit.MONTH if form.count else Unit.WEEK
    counts = bool(form.count) or form.whole  # but "then" is any time
    return form.unit in (Unit.DAY, Unit.WEEK) and counts and not _finer(told, longest)


def _is_ahead(told: Span, item: Expression, context: Context) -> bool:
    """Say whether what is over would count from a day to come: "will meet on Monday. Hours later ..."."""
    ahead = context.now is not None and told.first > context.now
    return ahead and item.direction is Direction.PAST


def _is_beyond(told: Span, found: Outcome, item: Expression, context: Context) -> bool:
    """Say whether news would tell of a day yet to come, after one over, without any word that looks ahead."""
    if context.narrative or context.dct is None or found.span is None:
        return False
    turns = told.last <= context.dct < found.span.first
    return turns and item.direction is not Direction.FUTURE


def _is_later(form: Shift) -> bool:
    """Say whether a distance leads to a later time: "two days later", "the next day"."""
    return form.sign > 0 or (form.count or 0) > 0


def _before_christ(form: Shift, told: str) -> Outcome:
    """Resolve what counts from a date before our era: in years, or that very day or month."""
    length = {Unit.DAY: len(told), Unit.MONTH: _ANCIENT_MONTH}.get(form.unit, 0)
    if not form.count and form.whole and length and _ANCIENT_DAY.fullmatch(told):
        return unknown(told[:length], "told before, before our era")
    size = {Unit.YEAR: 1, Unit.DECADE: 10}.get(form.unit, 0)
    target = int(told[2:6]) - round((form.count or 0) * size)
    return unknown(f"BC{target:04d}" if size and target > 0 else "XXXX", "counted from a year before our era")


def _anchor(form: Shift, item: Expression, context: Context) -> Span | None:
    """Return the date a distance is counted from: that told last, for "the week" in news the publication."""
    now = spans.day(context.now) if context.now else None
    if context.results and form.unit is Unit.YEAR and form.count == -1:
        return context.results
    if context.quarter and form.unit is Unit.QUARTER:
        return context.quarter
    if form.unit is Unit.QUARTER and form.count == 0 and context.dct:
        before = spans.moved(context.dct, Unit.QUARTER, -1)  # results are told of the quarter just over
        return spans.holding(before, Unit.QUARTER) if before else now
    if form.whole and form.count == 0 and not context.narrative and form.unit is not Unit.DAY:
        over = item.mod == "END" and item.direction is Direction.PAST  # "the end of the month" is over
        pointed = over or item.text.lower().startswith(_POINTING)
        told = context.last if pointed else context.explicit
        spoken_of = told and told is context.last and _finer(told.unit, form.unit)
        ahead = told and context.now and told.first > context.now  # "by 1992" makes no other year "the year"
        return told if spoken_of and not ahead else now
    aside = context.story is context.day and context.last is not context.day  # the story still is at that day
    near = context.day and (aside or _near(context.day, context.last))
    if near and form.unit in (Unit.DAY, Unit.WEEK, *_BELOW_DAY):
        return context.day
    vague = form.unit is Unit.DAY and context.last and context.last.unit in (Unit.WEEK, Unit.WEEKEND)
    return now if vague and now else context.last or now  # "the previous day" is not that before "last week"


def _near(day: Span, last: Span | None) -> bool:
    """Say whether the day told last still is where the text has got to."""
    if last is None or last.unit is Unit.DAY:
        return True
    moved_on = last.first > day.last and last.unit is Unit.MONTH
    return abs(day.first.year - last.first.year) <= 1 and not moved_on


def _finer(unit: Unit, other: Unit) -> bool:
    return _ORDER.index(unit) <= _ORDER.index(other)


def _moved(form: Shift, base: Span, basis: Basis) -> Outcome:
    """Return the span at the distance, as coarse as the coarser of unit and anchor."""
    count = form.count or 0.0
    if form.unit in _BELOW_DAY:
        return _hours_from(form, base, basis)
    target = spans.moved(base.first, form.unit, count)
    if target is None:
        return unknown("XXXX", "beyond the calendar")
    reason = _reason(form, count, words(base.value) if base.unit in _IN_WORDS else base.value)
    told_in = form.grain or (form.unit if form.whole and form.unit is not Unit.DAY else None)
    if told_in:
        return date(spans.holding(target, told_in), basis, reason)
    if not _finer(base.unit, Unit.WEEK if form.unit is Unit.DAY else form.unit):
        return date(spans.holding(target, base.unit), basis, reason, approximate=True)
    if form.unit is Unit.YEAR and base.unit is Unit.QUARTER:
        return date(spans.part(target.year, base.value[5:]), basis, reason)
    span = spans.holding(target, _TOLD_IN.get(form.unit, form.unit))
    return date(span, basis, reason, approximate=form.unit is Unit.WEEK)


def _hours_from(form: Shift, base: Span, basis: Basis) -> Outcome:
    """Return the day that hours or minutes lead to: that they are counted from, or days on for 48 hours."""
    if base.unit is not Unit.DAY:
        return unknown(_PAST if (form.count or form.sign) < 0 else _FUTURE, "within the day")
    days = int((form.count or 0.0) / _PER_DAY[form.unit])
    day = spans.moved(base.first, Unit.DAY, days) or base.first
    told = f"{form.unit.value}s from {words(base.value)}"
    outcome = date(spans.day(day), basis, told, approximate=True)
    if days:
        return outcome
    if form.anchor is Anchor.DCT or form.count is None:
        return replace(outcome, type=TimexType.TIME, value=f"{outcome.value}TXX")
    return replace(outcome, type=TimexType.DURATION, value=period(form.unit, abs(form.count)))


def _reason(form: Shift, count: float, told: str) -> str:
    if count == 0:
        return f"the {form.unit.value} of {told}"
    plural = "" if abs(count) == 1 else "s"
    return f"{abs(count):g} {form.unit.value}{plural} {'before' if count < 0 else 'after'} {told}"
