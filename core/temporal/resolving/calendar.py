"""Resolves dates of the calendar: what is missing comes from direction, context and neighbours."""

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import replace

from core.edtf import words
from core.model import Basis
from core.temporal import holidays, spans
from core.temporal.builders.calendar import real_day
from core.temporal.forms import Calendar, Direction, Expression, Holiday, Unit
from core.temporal.resolving import weekday
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome, date, told_words, unknown, why
from core.temporal.resolving.weekday import NAMES
from core.temporal.spans import Span

_DAY_AGAINST = 5.0, 15.0  # how much farther a day against the cue seems: at least, and where the cue is sure
_MONTH_AGAINST = 12.0, 40.0  # and a month or season: these are named without a year from farther off
_SURELY_PAST = 0.72  # the verb right beside: what is told with it is over or has begun
_ENDING = frozenset(
    {"until", "till", "by", "through"}
)  # "was closed until 5 May" is told on either side of it
_SLIP = 7  # days ahead that may be told as past: the text was dated too early, or a feast is at hand
_SURELY_AHEAD = 0.55  # a cue that takes "the 12th" out of a month told before
_SEASON_AGO = 100  # days for which a season told as past is still called this one
_JUST_OVER = 14  # days after a fast or the like in which it is not called the last one
_MONTHS_ON = 4  # months among which each day of the month is found after publication
_NO_CUE_AHEAD = 2.0  # and a date ahead that no cue points to
_OPEN_DAY = unknown("XXXX-XX-XX", "neither the year nor the publication day is known")
_NEXT_ENTRY = 4  # months from one date of a chronology to the next across the turn of a year
_RECENT = 31  # days from publication within which a date without a year is of these days
_ASIDE = 2  # years from where a history is within which a day told in full takes the next ones along
_LAST = -1  # day or week of a month
_POINTING = ("last ", "this ")
_TURN = 8  # a history that goes back so many months has gone on to the next year
_TOLD_TURN = 3  # ... so many, where the next year it tells is that one


def resolve(form: Calendar, item: Expression, context: Context) -> Outcome:
    """Resolve a calendar date."""
    if form.bc:
        return _before_christ(form)
    if form.year is not None:
        return _with_year(form, form.year, Basis.EXPLICIT, "the text names it")
    if form.month is None and form.weekday is not None and form.day is None:
        return weekday.resolve(form, item, context)
    if form.month is None and not form.part:
        return _day_of_month(form, item, context)
    return _without_year(form, item, context)


def _before_christ(form: Calendar) -> Outcome:
    if (form.year or 0) < 1:
        return unknown(_open_value(form), "it lies past the years before our era")
    month = f"-{form.month:02d}" if form.month else ""
    part = f"-{form.part}" if form.part else ""
    day = f"-{form.day:02d}" if form.day else ""
    return unknown(f"BC{form.year or 0:04d}{month}{day}{part}", "a year before our era")


def _with_year(form: Calendar, year: int, basis: Basis, reason: str, *, approximate: bool = False) -> Outcome:
    span = span_of(form, year)
    if span is None:
        return unknown(_open_value(form), "the calendar has no such day")
    if form.weekday is not None and form.day and span.first.weekday() != form.weekday:
        reason += f"; it was no {NAMES[form.weekday]}, though the text says so"
    return date(span, basis, reason, approximate=approximate)


def span_of(form: Calendar, year: int) -> Span | None:
    """Return the span a form names in a year; None where there is no such day."""
    if not spans.FIRST_YEAR <= year <= spans.LAST_YEAR:
        return None
    if form.part:
        return spans.part(year, form.part)
    if form.month is None:
        return spans.year(year)
    if form.day is None:
        return _by_week(year, form.month, form.week, form.weekday)
    if not real_day(year, form.month, form.day):
        return None
    holder = spans.day if form.week is None else spans.week  # "the week of 4 May"
    return holder(dt.date(year, form.month, form.day))


def _by_week(year: int, month: int, week: int | None, weekday: int | None) -> Span | None:
    if week is None:
        return spans.month(year, month)
    if weekday is None:
        return spans.week_of_month(year, month, week)
    return spans.nth_weekday(year, month, weekday, week)


def _open_value(form: Calendar) -> str:
    if form.part:
        return f"XXXX-{form.part}"
    if form.month is None:
        return f"XXXX-XX-{form.day or 0:02d}"
    return f"XXXX-{form.month:02d}" + (f"-{form.day:02d}" if form.day else "")


def _without_year(form: Calendar, item: Expression, context: Context) -> Outcome:
    if context.year is not None:
        return _with_year(
            form, context.year, Basis.NARRATIVE, f"the year that the text tells for it, {context.year}"
        )
    told = _told_before(form, context) or context.explicit
    ancient = context.ancient_year
    if ancient is not None and told is None:
        return _before_christ(replace(form, year=ancient - (form.step or form.year_step or 0)))
    if form.year_step is not None:
        carried = told if context.narrative or form.context else None
        counted = carried or (spans.day(context.dct) if context.dct else None)
        if counted is None:
            return unknown(_open_value(form), "the publication day is not known")
        reason = f"the year counted from {told_words(counted)}"
        return _with_year(form, counted.first.year + form.year_step, Basis.PARTIAL, reason)
    if (form.context or context.narrative) and told and not _is_of_publication(form, item, context.dct):
        reason = f"the year goes on from {told_words(told)}"
        return _with_year(form, _story_year(form, item, told, context), Basis.NARRATIVE, reason)
    return _in_news(form, item, context)


def _in_news(form: Calendar, item: Expression, context: Context) -> Outcome:
    """Resolve a date of news, whose year is told before in some way, or is that nearest to publication."""
    if context.dct is None:
        return unknown(_open_value(form), "neither the year nor the publication day is known")
    planned = _planned(form, context.start) if context.start and form.step is None else None
    episode = _of_episode(form, item, context.dct, context.episode)
    chronicled = _chronicled(form, context.chronicle, context) if context.chronicle else None
    return planned or episode or chronicled or _nearest_year(form, item, context.dct)


def _planned(form: Calendar, start: dt.date) -> Outcome | None:
    """Resolve the month or day that a plan told as past was for: the first from the day of the act on."""
    found = (span_of(form, year) for year in (start.year, start.year + 1))
    first = next((span for span in found if span and span.first >= start), None)
    reason = f"planned on {words(start.isoformat())} or before"
    return date(first, Basis.PARTIAL, reason) if first else None


def _is_of_publication(form: Calendar, item: Expression, dct: dt.date | None) -> bool:
    """Say whether even a history counts from its publication: "Last autumn he fell ill", "out this June"."""
    pointing = item.text.lower().startswith(_POINTING) and form.step is not None and not form.context
    return pointing and dct is not None


def _told_before(form: Calendar, context: Context) -> Span | None:
    """Return the date that the year is carried from: where a history has got to, else the one told last."""
    if form.context or not context.narrative:
        return context.last
    return context.rival if _goes_on_aside(form, context) else context.story


def _goes_on_aside(form: Calendar, context: Context) -> bool:
    """Say whether a date goes on from a day of another year: "On 28 May 1775 they left ... on 2 July"."""
    rival, story = context.rival, context.story
    if rival is None or story is None or rival is not context.last or rival.unit is not Unit.DAY:
        return False
    near = abs(rival.first.year - story.first.year) <= _ASIDE
    return near and (form.month or 0, form.day or 32) > (rival.first.month, rival.first.day)


def _of_episode(form: Calendar, item: Expression, dct: dt.date, told: Span | None) -> Outcome | None:
    """Resolve a day soon after one told in full before, a date of the year or month that the sentence is of.

    None where the day may be of these days.
    """
    if told and told.unit in (Unit.YEAR, Unit.MONTH):
        return _with_year(
            form, told.first.year, Basis.NARRATIVE, f"the year is told before, {told.first.year}"
        )
    found = span_of(form, told.first.year) if told and item.direction is not Direction.FUTURE else None
    near = span_of(form, dct.year)
    recent = near is not None and 0 <= (dct - near.last).days <= _RECENT
    if told is None or found is None or recent or not 0 <= (found.first - told.first).days <= _RECENT:
        return None
    return date(found, Basis.NARRATIVE, f"the year goes on from {told_words(told)}")


def _chronicled(form: Calendar, told: Span, context: Context) -> Outcome | None:
    """Resolve a date that follows one of another year in a chronology; None where it is of these days.

    Of the entries of a list each follows the last, as long as that is over.
    """
    dct = context.dct
    on = (form.month or 0) - told.first.month
    found = span_of(form, told.first.year + (on < 0))
    if dct is None or found is None or form.month is None or (on < 0 and on + 12 > _NEXT_ENTRY):
        return None
    near = [span for span in (span_of(form, dct.year), span_of(form, dct.year - 1)) if span]
    recent = any(abs((span.last - dct).days) <= _RECENT for span in near)
    if recent and not (context.entry and found.last < dct):
        return None
    return date(found, Basis.NARRATIVE, f"the year goes on from {told_words(told)}")


def _story_year(form: Calendar, item: Expression, told: Span, context: Context) -> int:
    """Return the year of a date in a history: that told last, or the next where the months turn round."""
    month = form.month or (spans.part(2001, form.part).first.month if form.part else 1)
    year = told.first.year
    if form.step and not form.day:
        return _stepped_year(form.step, month, told)
    if form.context or told.unit not in (Unit.DAY, Unit.MONTH):
        return year
    toward = context.coming[:1] in ((year + 1,), ()) and item.cue != "had"
    return year + 1 if told.first.month - month >= (_TOLD_TURN if toward else _TURN) else year


def _stepped_year(step: int, month: int, told: Span) -> int:
    """Return the year of "the next spring", "the previous May"."""
    if step > 0:
        return told.last.year + (month <= told.last.month)
    return told.first.year - (month >= told.first.month)


def _nearest_year(form: Calendar, item: Expression, dct: dt.date) -> Outcome:
    found = [span for span in (span_of(form, dct.year + step) for step in range(-4, 5)) if span]
    if not found:
        return unknown(_open_value(form), "the calendar has no such day near the publication day")
    if form.step is not None:
        if item.text.lower().startswith("last"):
            found = [span for span in found if not _is_month_just_over(span, dct)]
        return _stepped(form, found, item, dct)
    if form.weekday is not None and form.day:
        fitting = [span for span in found if span.first.weekday() == form.weekday]
        found = fitting or found
    best = min(found, key=lambda span: _cost(span, item, dct))
    return date(best, Basis.PARTIAL, why(best, item, dct))


def _cost(span: Span, item: Expression, dct: dt.date) -> float:
    """Return how far a date is from the publication day, farther where the cue points the other way."""
    ahead, back = (span.first - dct).days, (dct - span.last).days
    side = Direction.FUTURE if ahead > 0 else Direction.PAST
    sure = 0.0 if item.direction is Direction.OPEN else item.confidence
    if item.direction is side:
        slightly = 1 + (_NO_CUE_AHEAD - 1) * (1 - sure) if ahead > 0 else 1.0
    elif (
        sure >= _SURELY_PAST
        and item.bound not in _ENDING
        and ahead > (_SLIP if span.unit in (Unit.DAY, Unit.WEEK) else 0)
    ):
        return math.inf  # "In June the town fell", told in May; "on 10 June it fell"
    else:
        least, most = _DAY_AGAINST if span.unit is Unit.DAY else _MONTH_AGAINST
        against = max(least, most * sure**2)
        slightly = (_NO_CUE_AHEAD if ahead > 0 else 1.0) + against * sure**2
    return max(ahead, back, 0) * slightly


def _stepped(form: Calendar, found: list[Span], item: Expression, dct: dt.date) -> Outcome:
    step = form.step or 0
    before = [span for span in found if span.last < dct]
    after = [span for span in found if span.first > dct]
    within = [span for span in found if span.first <= dct <= span.last]
    choice = before[step:][:1] if step < 0 else after[:1] if step > 0 else within or after[:1]
    if step == 0 and not within and before and after and _is_just_over(before[-1], item, dct):
        choice = before[-1:]
    elif step == 0 and not within and before and after:
        same_year = [span for span in found if span.first.year == dct.year]
        choice = same_year[:1] or choice
    if not choice:
        return unknown(_open_value(form), "no such date near the publication day")
    return date(choice[0], Basis.RELATIVE, f"counted from {words(dct.isoformat())}")


def _is_just_over(span: Span, item: Expression, dct: dt.date) -> bool:
    """Say whether "this winter" is the one over, of which the text tells as past."""
    over = (dct - span.last).days <= _SEASON_AGO
    return span.unit is Unit.QUARTER and over and item.direction is Direction.PAST


def _is_month_just_over(span: Span, dct: dt.date) -> bool:
    """Say whether a month is the one just over, which no text of the next calls "last March"."""
    return span.unit is Unit.MONTH and (span.first.year, span.first.month + 1) == (dct.year, dct.month)


def holiday(form: Holiday, item: Expression, context: Context) -> Outcome:
    """Resolve a named day like a day and month without a year."""
    told = context.story or context.explicit
    year = (
        form.year
        or holidays.only_year(form.name)
        or context.year
        or (context.episode.first.year if context.episode else None)
        or (context.dct.year + form.year_step if context.dct and form.year_step is not None else None)
        or (_year_of_feast(form, told) if told and context.narrative else None)
    )
    moonlit = holidays.is_moonlit(form.name)
    if year is None and context.dct:
        years = (context.dct.year + step for step in (-1, 0, 1))
        near = [holidays.span(name, year) for year in years for name in holidays.meant_by(form.name)]
        best = _nearest([holidays.around(span, form.unit) for span in near if span], form, item, context.dct)
        return (
            date(best, Basis.PARTIAL, why(best, item, context.dct), approximate=moonlit)
            if best
            else _OPEN_DAY
        )
    day = holidays.span(form.name, year) if year else None
    found = holidays.around(day, form.unit) if day else None
    basis = Basis.EXPLICIT if form.year else Basis.NARRATIVE
    return date(found, basis, f"the day of that name in {year}", approximate=moonlit) if found else _OPEN_DAY


def _year_of_feast(form: Holiday, told: Span) -> int:
    """Return the year of a feast in a history: that told last, or the next where the months turn round."""
    year, day = told.first.year, holidays.span(form.name, told.first.year)
    months = told.first.month - day.first.month if day else 0
    return year + (told.unit in (Unit.DAY, Unit.MONTH) and months >= _TURN)


def _nearest(found: list[Span], form: Holiday, item: Expression, dct: dt.date) -> Span | None:
    if form.step:
        before = [span for span in found if (dct - span.last).days > (_JUST_OVER if _is_season(span) else 0)]
        found = before if form.step < 0 else [span for span in found if span.first > dct]
    return min(found, key=lambda span: _cost(span, item, dct), default=None)


def _is_season(span: Span) -> bool:
    """Say whether a feast goes on for weeks: right after it "last Ramadan" is the one a year before."""
    return (span.last - span.first).days > _JUST_OVER


def _day_of_month(form: Calendar, item: Expression, context: Context) -> Outcome:
    """Resolve "the 12th", "Friday the 12th", "the last day of the month": of the month told last.

    What lies ahead is of the next month where the month told is over.
    """
    before = context.line or context.last
    exact = before and before.unit in (Unit.DAY, Unit.MONTH)
    told = before if exact else spans.day(context.now) if context.now else None
    day = _near_month(form, told, narrative=context.narrative) if told else None
    if told is None or day is None:
        return unknown(_open_value(form), "the month is not told")
    ahead = item.direction is Direction.FUTURE and item.confidence >= _SURELY_AHEAD and not context.line
    now = context.now if ahead else None
    if now and day < now and form.day and form.weekday is None:
        day = next(day for day in _days_on(form, now) if day >= now)
        return date(spans.day(day), Basis.PARTIAL, why(spans.day(day), item, now))
    over = spans.moved(day, Unit.MONTH, -1) if _is_of_month_before(form, item, day, context) else None
    if over and over.day == form.day:
        return date(spans.day(over), Basis.PARTIAL, why(spans.day(over), item, context.dct or over))
    return date(spans.day(day), Basis.NARRATIVE, f"the month goes on from {words(told.value)}")


def _is_of_month_before(form: Calendar, item: Expression, day: dt.date, context: Context) -> bool:
    """Say whether what is told as past on a day yet to come was on that of the month before."""
    surely = item.direction is Direction.PAST and item.confidence >= _SURELY_AHEAD
    return bool(surely and form.weekday is None and context.now and day > context.now)


def _near_month(form: Calendar, told: Span, *, narrative: bool) -> dt.date | None:
    """Return the day in the month told; with a weekday that fits there not, in one beside it."""
    near = (spans.moved(told.first.replace(day=1), Unit.MONTH, step) for step in (0, -1, 1))
    months = [(first.year, first.month) for first in near if first]
    days = [day for month in months if (day := _in_month(form, *month))]
    if form.weekday is None:
        days = [day for day in days if (day.year, day.month) == (told.first.year, told.first.month)]
    fitting = [day for day in days if form.weekday is None or day.weekday() == form.weekday]
    return next(iter(fitting or (days if narrative else [])), None)


def _days_on(form: Calendar, now: dt.date) -> Iterator[dt.date]:
    """Yield the days of that number in the months from publication on."""
    months = (now.year * 12 + now.month - 1 + step for step in range(_MONTHS_ON))
    days = (_in_month(form, month // 12, month % 12 + 1) for month in months)
    return (day for day in days if day)


def _in_month(form: Calendar, year: int, month: int) -> dt.date | None:
    """Return the day of a month that a form names by its number, or as the last one."""
    if form.week == _LAST:
        return spans.month(year, month).last
    return dt.date(year, month, form.day or 1) if real_day(year, month, form.day) else None
