"""Chooses the ticks of the time axis: hours, days, Mondays, firsts of months or years, as room allows."""

import calendar
import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass

_ROOM = 78.0  # px from label to label at least
_EARLIEST, _LATEST = 1.0, float(dt.date.max.toordinal())
_HOURS = (1, 3, 6, 12)
_DAYS = (1, 2)
_WEEKS = (1, 2)
_MONTHS = (1, 2, 3, 6)


@dataclass(frozen=True, slots=True)
class Tick:
    """A named time. ``centred`` tells that the label stands for a whole day, the line through its noon."""

    time: float
    label: str
    strong: bool = False


def ticks(first: float, last: float, width: float) -> list[Tick]:
    """Return the ticks of an axis of ``width`` px, at most one each 78 px.

    Days and weeks are marked at noon, where the marks of a day stand; months and years at their start.
    """
    first, last = max(first, _EARLIEST), min(last, _LATEST)
    if last <= first:
        return []
    room = _ROOM * (last - first) / width  # days between ticks at least
    for hours in _HOURS:
        if hours / 24 >= room:
            return list(_hours(first, last, hours))
    for days in _DAYS:
        if days >= room:
            return list(_days(first, last, days))
    for weeks in _WEEKS:
        if weeks * 7 >= room:
            return list(_days(first, last, weeks * 7))
    for months in _MONTHS:
        if months * 28 >= room:
            return list(_months(first, last, months))
    return list(_years(first, last, room / 365))


def _hours(first: float, last: float, step: int) -> Iterator[Tick]:
    per_day = 24 // step
    for number in range(math.ceil(first * per_day), math.floor(last * per_day) + 1):
        day, part = divmod(number, per_day)
        yield Tick(number / per_day, f"{part * step:02}:00" if part else _day(day), not part)


def _days(first: float, last: float, step: int) -> Iterator[Tick]:
    """Yield days; steps of weeks fall on Mondays (ordinal 1 was one), steps of 2 days count on from any."""
    anchor = 1 if step % 7 == 0 else 0
    number = math.ceil((first - 0.5 - anchor) / step)
    while (day := anchor + number * step) + 0.5 <= last:
        if day >= 1:
            yield Tick(day + 0.5, _day(day), dt.date.fromordinal(day).day <= (7 if step >= 7 else 1))
        number += 1


def _months(first: float, last: float, step: int) -> Iterator[Tick]:
    start = dt.date.fromordinal(int(first))
    year, month = start.year, (start.month - 1) // step * step + 1
    while year <= dt.MAXYEAR:
        time = float(dt.date(year, month, 1).toordinal())
        if time > last:
            return
        if time >= first:
            name = calendar.month_abbr[month]
            yield Tick(time, f"{name} {year}", month == 1)
        month += step
        if month > 12:
            year, month = year + 1, 1


def _years(first: float, last: float, room: float) -> Iterator[Tick]:
    magnitude = 10 ** math.floor(math.log10(max(room, 1)))
    step = next(int(factor * magnitude) for factor in (1, 2, 5, 10) if factor * magnitude >= room)
    year = math.ceil(dt.date.fromordinal(int(first)).year / step) * step
    while year <= dt.MAXYEAR and (time := float(dt.date(max(1, year), 1, 1).toordinal())) <= last:
        if time >= first:
            yield Tick(time, str(year), step < 10 and year % 10 == 0)
        year += step


def _day(ordinal: int) -> str:
    day = dt.date.fromordinal(ordinal)
    return f"{day.day} {calendar.month_abbr[day.month]}"
