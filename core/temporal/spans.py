"""Stretches of the calendar with their TIMEX3 value: from days over weeks and seasons to centuries."""

import calendar
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from core.edtf import interval
from core.temporal.forms import Unit

_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FIRST_YEAR, LAST_YEAR = 2, 9990  # a week or a season beside these is still in the calendar


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days with its TIMEX3 value and the unit it is one of."""

    value: str
    unit: Unit
    first: dt.date
    last: dt.date

    @property
    def edtf(self) -> str:
        """The EDTF date: as short as it can be told."""
        if (
            self.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR)
            and len(self.value) in (4, 7, 10)
            and self.value.isascii()
        ):
            return self.value
        return interval(self.first, self.last)


def day(date: dt.date) -> Span:
    """Return one day."""
    return Span(date.isoformat(), Unit.DAY, date, date)


def week(date: dt.date) -> Span:
    """Return the ISO week, Monday to Sunday, that holds a date."""
    year, number, _ = date.isocalendar()
    monday = date - dt.timedelta(date.weekday())
    return Span(f"{year:04d}-W{number:02d}", Unit.WEEK, monday, monday + dt.timedelta(6))


def weekend(date: dt.date) -> Span:
    """Return Saturday and Sunday of the week that holds a date."""
    whole = week(date)
    return Span(f"{whole.value}-WE", Unit.WEEKEND, whole.last - dt.timedelta(1), whole.last)


def month(year: int, number: int) -> Span:
    """Return a month of a year."""
    last = calendar.monthrange(year, number)[1]
    return Span(f"{year:04d}-{number:02d}", Unit.MONTH, dt.date(year, number, 1), dt.date(year, number, last))


def week_of_month(year: int, number: int, which: int) -> Span:
    """Return the ``which``-th seven days of a month, -1 the last; the value is an ISO week."""
    whole = month(year, number)
    first = whole.first + dt.timedelta(7 * (which - 1)) if which > 0 else whole.last - dt.timedelta(6)
    last = min(first + dt.timedelta(6), whole.last)
    return Span(week(first + dt.timedelta(3)).value, Unit.WEEK, first, last)


def nth_weekday(year: int, number: int, weekday: int, which: int) -> Span | None:
    """Return the ``which``-th such weekday of a month, -1 the last; None where the month has fewer."""
    whole = month(year, number)
    first = whole.first + dt.timedelta((weekday - whole.first.weekday()) % 7)
    last = whole.last - dt.timedelta((whole.last.weekday() - weekday) % 7)
    found = first + dt.timedelta(7 * (which - 1)) if which > 0 else last
    return day(found) if found <= whole.last else None


def part(year: int, code: str) -> Span:
    """Return a quarter (Q1), half (H2) or season (SU) of a year; winter ends in the next year."""
    size = 6 if code[0] == "H" else 3
    begin = _SEASON_MONTH[code] if code in _SEASON_MONTH else (int(code[1]) - 1) * size + 1
    end_year, end = (year, begin + size - 1) if begin + size - 1 <= 12 else (year + 1, begin + size - 13)
    return Span(f"{year:04d}-{code}", Unit.QUARTER, dt.date(year, begin, 1), month(end_year, end).last)


def year(number: int) -> Span:
    """Return a year."""
    return Span(f"{number:04d}", Unit.YEAR, dt.date(number, 1, 1), dt.date(number, 12, 31))


def decade(number: int) -> Span:
    """Return a decade: 199 is 1990 to 1999."""
    return Span(
        f"{number:03d}", Unit.DECADE, dt.date(max(number * 10, 1), 1, 1), dt.date(number * 10 + 9, 12, 31)
    )


def century(number: int) -> Span:
    """Return a century as TIMEX3 counts: 19 is 1900 to 1999."""
    return Span(
        f"{number:02d}", Unit.CENTURY, dt.date(max(number * 100, 1), 1, 1), dt.date(number * 100 + 99, 12, 31)
    )


def holding(date: dt.date, unit: Unit) -> Span:
    """Return the span of a unit that holds a date."""
    if unit is Unit.QUARTER:
        return part(date.year, f"Q{(date.month + 2) // 3}")
    makers: dict[Unit, Callable[[dt.date], Span]] = {
        Unit.WEEK: week,
        Unit.WEEKEND: weekend,
        Unit.MONTH: lambda at: month(at.year, at.month),
        Unit.YEAR: lambda at: year(at.year),
        Unit.DECADE: lambda at: decade(at.year // 10),
        Unit.CENTURY: lambda at: century(at.year // 100),
    }
    return makers.get(unit, day)(date)


def moved(date: dt.date, unit: Unit, count: float) -> dt.date | None:
    """Return the date ``count`` units away; None where no calendar goes."""
    months = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}.get(unit)
    try:
        if months is None:
            days = {Unit.WEEK: 7.0, Unit.WEEKEND: 7.0, Unit.DAY: 1.0}.get(unit, 0.0)
            return date + dt.timedelta(round(days * count))
        total = date.year * 12 + date.month - 1 + round(months * count)
        at_year, at_month = total // 12, total % 12 + 1
        if not FIRST_YEAR <= at_year <= LAST_YEAR:
            return None
        return dt.date(at_year, at_month, min(date.day, calendar.monthrange(at_year, at_month)[1]))
    except (OverflowError, ValueError):
        return None


def cut(span: Span, mod: str) -> tuple[dt.date, dt.date]:
    """Return the days of "early", "mid-" and "late": thirds of the span."""
    third = (span.last - span.first).days // 3
    step = dt.timedelta(third)
    if mod == "START":
        return span.first, span.first + step
    if mod == "END":
        return span.last - step, span.last
    if mod == "MID":
        return span.first + step, span.last - step
    return span.first, span.last
