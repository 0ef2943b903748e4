"""Gives expressions their dates: TIMEX3 value, EDTF, first and last possible day, the reason in words."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from core import edtf
from core.model import Basis, TimeExpression, TimexType
from core.temporal import spans
from core.temporal.builders.lengths import length_value
from core.temporal.forms import (
    Anchor,
    Calendar,
    Clock,
    DayCount,
    Direction,
    Duration,
    Era,
    Expression,
    Form,
    Holiday,
    Reference,
    Repetition,
    SamePeriod,
    Shift,
    Unit,
    date_of,
)
from core.temporal.resolving import calendar, day_count, distances, relative, same_period, windows
from core.temporal.resolving.asides import day_ago, day_of_last_hour
from core.temporal.resolving.clock import day_of_hour, evening_before, hours_later, morning_of
from core.temporal.resolving.context import Context
from core.temporal.resolving.entries import entry_of, historic, under
from core.temporal.resolving.headings import headings
from core.temporal.resolving.lines import ENTRY, opens_line, years_of_lines
from core.temporal.resolving.narrative import is_narrative
from core.temporal.resolving.outcome import Outcome, date, unknown
from core.temporal.resolving.plans import start_of_plan
from core.temporal.resolving.sequel import as_told, same_sentence, sequel
from core.temporal.resolving.story import advance, aside_of, begin, chronicle, stay, years_to_come
from core.temporal.resolving.thread import year_in_words, year_of_thread
from core.temporal.resolving.told import (
    day_of_event,
    episode,
    is_of_another_time,
    month_before,
    within_the_day,
)
from core.temporal.spans import Span

_JOINING = ("and", "or", "to", "through", "-", "–", "")
_ADJOINING, _GAP_WORDS = 30, 3
_OPENING = re.compile(r"(?:^|[.!?”\"]\s+|\n\s*)(?:In|On|By|From|Since|Until|Then,? (?:in|on))?\s*(?:the )?\Z")
_LEAD = 24  # letters before an expression in which a sentence that it opens begins
_ANCIENT = re.compile(r"BC\d{4}")
_AT_HAND = Shift(Unit.DAY, 0.0)
_TERMS = ("until", "till")
_LONG_OVER = 31  # days after which "the first day of the war" is no day of the news
_STAMPS = 3  # hours of one day told as past, by which a live page has reached it
_LONGER = (6, 9)  # months for which companies tell results beside the quarter's


@dataclass(frozen=True, slots=True)
class _Page:
    """A text with its expressions: those in headings, the years told after each, those of their lines."""

    text: str
    expressions: Sequence[Expression]
    heads: frozenset[int]
    coming: Sequence[tuple[int, ...]]
    lines: Mapping[int, int]


def resolve(text: str, expressions: Sequence[Expression], dct: dt.date | None) -> list[TimeExpression]:
    """Return the expressions with their dates; ``dct`` is the publication day, None where it is not known."""
    if dct and not spans.FIRST_YEAR < dct.year < spans.LAST_YEAR:
        dct = None
    lines = years_of_lines(text, expressions, dct)
    page = _Page(text, expressions, headings(text, expressions), years_to_come(expressions), lines)
    narrative = is_narrative(expressions, dct, page.heads)
    context = Context(dct, narrative, _named(expressions, dct), reached=_reached(expressions, dct))
    out: list[TimeExpression] = []
    opens = lists = listed = heads = False
    for place, item in enumerate(expressions):
        in_range = item.range_with == place - 1
        opens = _opens(text, item) or (opens and in_range)
        lists = bool(ENTRY.match(text, item.end)) or (lists and in_range)
        context = context.but(line=_line(page, place, context))
        aside = aside_of(context) if same_sentence(text, item, out) else None
        here = context.but(
            chronicle=context.chronicle if opens else None,
            entry=lists and listed,
            story=aside or context.story,
            year=page.lines.get(place),
        )
        outcome = _read(page, place, out, here)
        out.append(_finish(text, item, outcome, context.now))
        heads = opens_line(text, item) or (heads and in_range)
        if lists and heads and isinstance(item.form, Calendar) and item.form.month:
            context = context.but(line=context.line or outcome.span)
        headed = place in page.heads and (narrative or context.ancient)
        if headed and (outcome.span or in_range):
            context = begin(context, item, outcome, ranged=in_range)
        else:
            after, rest = (
                _after(item, outcome, context, page.coming[place]),
                _rest(text, item, outcome, context),
            )
            after = after if rest == after.rest else after.but(rest=rest)
            context = stay(after, context.story, outcome) if aside else after
        context = chronicle(context, item, outcome) if opens else context
        listed = lists if opens else listed
    return out


def _line(page: _Page, place: int, context: Context) -> Span | None:
    """Return the date that opened the line of an expression as an entry of a list."""
    before = page.expressions[place - 1].end if place else 0
    return None if "\n" in page.text[before : page.expressions[place].start] else context.line


def _opens(text: str, item: Expression) -> bool:
    """Say whether an expression opens a sentence or a line."""
    return bool(_OPENING.search(text[max(0, item.start - _LEAD) : item.start]))


def _read(page: _Page, place: int, out: Sequence[TimeExpression], context: Context) -> Outcome:
    """Resolve an expression in the light of the text and of those before it, which are ``out``."""
    text, item, narrative = page.text, page.expressions[place], context.narrative
    form = item.form
    if isinstance(form, DayCount):
        return day_count.resolve(form, text, item, out, context)
    counted = date_of(form)
    if isinstance(counted, Shift) and counted.anchor is Anchor.EVENT:
        following = [one for one in page.expressions[place + 1 : place + 2] if _adjoins(text, item, one)]
        found = relative.beside(counted, [_outcome(one.form, one, context) for one in following])
        return _at(form, found) if isinstance(form, Clock) else found
    if isinstance(form, Shift) and form.anchor is Anchor.DAY:
        told_day = context.day if narrative else day_of_last_hour(out)
        return relative.within_the_day(form, within_the_day(text, item, out) or told_day, context)
    start = start_of_plan(text, page.expressions, out, context.now)
    year = context.year or year_in_words(text, item, out)
    told = context.but(start=start, beside=_joined_day(page, place, context), year=year)
    known = hours_later(text, item, out) or _away(text, item, out, told)
    if known:
        return known
    if narrative:
        return _outcome(form, item, told.but(coming=page.coming[place]))
    entry = entry_of(text, item, out, context.now)
    item = historic(item) if entry else as_told(text, item, out, context.now)
    ends = page.expressions[place + 1] if item.range_with == place + 1 else None
    news = _in_news(text, item, out, told)
    news = news.but(day=evening_before(item, ends, told) or news.day)
    return _outcome(item.form, item, under(entry, item, news) if entry else news)


def _away(text: str, item: Expression, out: Sequence[TimeExpression], context: Context) -> Outcome | None:
    """Resolve a length that tells how far from an event told before something was; None for any other."""
    narrative = context.narrative
    away = distances.apposed(text, item, out, narrative=narrative)
    if away is None and (narrative or context.line or distances.points_back(text, item)):
        away = distances.from_told(text, item, out)
    if away is None:
        return None
    shift, anchor = away.form, away.anchor
    found = relative.from_event(shift, anchor) if anchor else relative.resolve(shift, item, context)
    return replace(found, end=away.end)


def _joined_day(page: _Page, place: int, context: Context) -> Span | None:
    """Return the day that a weekday or the end of a range is joined to: "on Monday or Tuesday"."""
    item = page.expressions[place]
    joined = place > 0 and (
        _is_joined(page.text, page.expressions[place - 1], item) or item.range_with == place - 1
    )
    return context.last if joined and context.last and context.last.unit is Unit.DAY else None


def _in_news(text: str, item: Expression, out: Sequence[TimeExpression], context: Context) -> Context:
    """Return the context with what the text has told that news takes a date's missing parts from."""
    event = day_of_event(text, item, out) or day_ago(text, item, out)
    told = context.but(last=event, day=event) if event else context
    return told.but(
        day=day_of_hour(text, item, out, told),
        last=month_before(text, item, out) or told.last,
        episode=episode(text, item, out)
        or year_of_thread(text, item, out, context.dct)
        or sequel(text, item, out, told.last),
    )


def _is_joined(text: str, before: Expression, item: Expression) -> bool:
    """Say whether two weekdays stand side by side: "on Monday or Tuesday"."""
    forms = (before.form, item.form)
    weekdays = all(isinstance(form, Calendar) and form.weekday is not None for form in forms)
    return weekdays and text[before.end : item.start].strip(" ,") in _JOINING


def _adjoins(text: str, item: Expression, beside: Expression) -> bool:
    """Say whether one expression stands right after another: "the day before the 9 May parade"."""
    return beside.start - item.end < _ADJOINING and len(text[item.end : beside.start].split()) <= _GAP_WORDS


def _named(expressions: Sequence[Expression], dct: dt.date | None) -> frozenset[dt.date]:
    """Return the days named by day and month, in the year told or in any near that of publication."""
    forms = [item.form for item in expressions if isinstance(item.form, Calendar)]
    near = [dct.year - 1, dct.year, dct.year + 1] if dct else []
    full = [
        calendar.span_of(form, year)
        for form in forms
        if form.day and form.month and not form.bc
        for year in ([form.year] if form.year else near)
    ]
    return frozenset(span.first for span in full if span)


def _reached(expressions: Sequence[Expression], dct: dt.date | None) -> frozenset[dt.date]:
    """Return the days after publication whose hours are told as past: a live page goes on into them."""
    stamps = [
        item.form.day
        for item in expressions
        if isinstance(item.form, Clock)
        and item.form.hour is not None
        and item.direction is not Direction.FUTURE
    ]
    told = Counter(day.weekday for day in stamps if isinstance(day, Calendar))
    days = [dct + dt.timedelta(ahead) for ahead in (1, 2)] if dct else []
    return frozenset(takewhile(lambda day: told[day.weekday()] >= _STAMPS, days))


def _outcome(form: Form, item: Expression, context: Context) -> Outcome:
    """Resolve any form but day counts, which need the text."""
    outcome = unknown("XXXX-XX-XX", "the day is not told")
    match form:
        case Calendar():
            outcome = calendar.resolve(form, item, context)
        case Holiday():
            outcome = calendar.holiday(form, item, context)
        case Shift():
            outcome = relative.resolve(form, item, context)
        case SamePeriod():
            outcome = same_period.resolve(form, context)
        case Era(bc=True):
            size = 3 if form.unit is Unit.DECADE else 2
            outcome = unknown(f"BC{form.number:0{size}d}", f"a {form.unit.value} before our era")
        case Era():
            span = spans.decade(form.number) if form.unit is Unit.DECADE else spans.century(form.number)
            outcome = date(span, Basis.EXPLICIT, "the text names it")
        case Duration():
            told = context.day.last if context.day else None
            outcome = windows.duration(form, length_value(form), item, context.now, told)
        case Clock():
            outcome = _clock(form, item, context)
        case Repetition():
            outcome = Outcome(TimexType.SET, form.value, reason="it comes again and again")
        case Reference():
            outcome = unknown(form.value, "no date is told")
            if form.value.startswith("XXXX-XX-XXT"):  # "at night"
                outcome = replace(outcome, type=TimexType.TIME)
    return outcome


def _clock(form: Clock, item: Expression, context: Context) -> Outcome:
    if form.day == _AT_HAND and form.joins < 0 and context.line and context.line.unit is Unit.DAY:
        form = replace(form, day=None)  # "10 May – The town fell overnight"
        context = replace(context, day=context.line)
    return _at(form, _outcome(form.day, item, context) if form.day else _same_day(context))


def _at(form: Clock, day: Outcome) -> Outcome:
    hour = f"{form.hour:02d}:{form.minute or 0:02d}" if form.hour is not None else form.part
    month = day.span and day.span.unit is Unit.MONTH  # "one night in May 1980"
    whole = day.value if len(day.value) == 10 else f"{day.value}-XX" if month else "XXXX-XX-XX"
    return replace(day, type=TimexType.TIME, value=f"{whole}T{hour}")


def _same_day(context: Context) -> Outcome:
    told = context.day
    if told:
        return date(told, Basis.NARRATIVE, f"on the day told before, {edtf.words(told.value)}")
    if context.now:
        return date(spans.day(context.now), Basis.RELATIVE, "on the publication day")
    return unknown("XXXX-XX-XX", "the day is not told")


def _after(item: Expression, outcome: Outcome, context: Context, coming: Sequence[int]) -> Context:
    """Return the context after an expression: dates are remembered, lengths and rough distances are not."""
    span = outcome.span
    if _ANCIENT.match(outcome.value):
        return context.but(last=None, story=None, ancient=outcome.value)
    if context.results and _is_long(item):
        return context.but(results=spans.year(context.results.first.year))
    if span is None or not _remembered(item, outcome, context):
        return context
    explicit = outcome.basis is Basis.EXPLICIT
    context = advance(context, item, outcome, span, coming)
    return context.but(
        last=span,
        ancient="" if explicit else context.ancient,
        day=morning_of(item, span) if span.unit is Unit.DAY else context.day,
        quarter=_quarter(item, span, context),
        results=_quarter(item, span, context) if span.unit is Unit.QUARTER else context.results,
        explicit=span if explicit else context.explicit,
    )


def _quarter(item: Expression, span: Span, context: Context) -> Span | None:
    """Return the quarter whose results are told: that named last.

    One yet to end is not taken for one past, nor is one that is over ("after a weak first quarter").
    """
    if not isinstance(item.form, Calendar) or item.form.part[:1] != "Q":
        return context.quarter or (span if span.value[4:6] == "-Q" else None)
    ahead = context.quarter and context.now and span.last >= context.now > context.quarter.last
    return context.quarter if ahead or (context.quarter and item.bound == "after") else span


def _is_long(item: Expression) -> bool:
    """Say whether results of more than a quarter are told: "in the first nine months"."""
    form = item.form
    return isinstance(form, Duration) and form.unit is Unit.MONTH and form.count in _LONGER


def _rest(text: str, item: Expression, outcome: Outcome, context: Context) -> Span | None:
    """Return the day that the next sentence's hours are of, where a day is but that of an earlier round."""
    now, span = context.now, outcome.span
    if now is None or span is None or span.unit is not Unit.DAY:
        return context.rest
    long_over = isinstance(item.form, DayCount) and (now - span.last).days > _LONG_OVER
    return (
        context.rest or context.day or spans.day(now) if long_over or is_of_another_time(text, item) else None
    )


def _remembered(item: Expression, outcome: Outcome, context: Context) -> bool:
    if outcome.type in (TimexType.DURATION, TimexType.SET) or isinstance(item.form, Era | SamePeriod):
        return False  # what is set beside a period does not take the text to another
    ahead = context.now is not None and outcome.span is not None and outcome.span.first > context.now
    if item.bound in _TERMS and ahead:
        return False  # "арешт діє до 5 січня. Того ж дня ..."
    hour = isinstance(item.form, Clock) and item.form.day is None  # "с двух часов ночи до 6:45"
    if item.bound == "since" and not hour and context.last is not None and not context.narrative:
        return False
    return context.narrative or not outcome.approximate


def _finish(text: str, item: Expression, outcome: Outcome, now: dt.date | None) -> TimeExpression:
    window, end = windows.days(item, outcome, now), outcome.end or item.end
    return TimeExpression(
        item.start,
        end,
        text[item.start : end],
        outcome.type,
        outcome.value,
        item.mod,
        window.edtf,
        window.first,
        window.last,
        outcome.basis,
        outcome.reason,
    )
