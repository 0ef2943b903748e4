"""Times of day: hours and parts of a day."""

import re
from collections.abc import Iterable
from dataclasses import replace

from core.temporal import numbers
from core.temporal.builders.calendar import MONTHS, real_day
from core.temporal.builders.draft import Draft, whole
from core.temporal.builders.relative import day_beside
from core.temporal.forms import Anchor, Calendar, Clock, DayForm, Holiday, Reference, Shift, Unit
from core.temporal.shapes import Hit

_WRITTEN = ("clock", "clock2", "clock3")
_HOURS = ("hour", "hour2", "hour3", "hour4", "hour5", "hour6")
_NOON = 12
_NIGHTFALL = 6  # the hour from which an hour of the night is one before midnight
_FORENOON = 8  # the hour up to which an hour "of the day" is one after noon
_HALF, _QUARTER = 30, 15
_FRACTIONS = {"half": _HALF, "quarter": _QUARTER}


def clock(hit: Hit) -> Iterable[Draft]:
    """Build "10:30 a.m. GMT", "5 p.m.", "noon"."""
    noon = hit.number("NOON", "noon")
    if noon:
        beside = _beside_noon(hit, noon)
        return whole(hit, beside) if beside else []
    written = (hit.group(*_WRITTEN, *_HOURS) or [""])[0]
    for digits in hit.group("military"):
        written = f"{digits[:2]}:{digits[2:]}"
    parts = [int(part) for part in re.findall(r"\d+", written)]
    hour = parts[0] if parts else numbers.ordinal(hit.group(*_HOURS)) or int(hit.has("onehour"))
    minute = parts[1] if len(parts) > 1 else numbers.ordinal(hit.group("minutes"))
    half = (hit.group("ampm", "ampm2") or [""])[0][0:1] or _half(hit, hour)
    if hit.has("fraction", "fraction2", "fraction3"):
        hour, minute = _spoken(hit, hour)
    if (hour, minute or 0) > (24, 0) or (minute or 0) > 59 or (half in ("a", "p") and not 1 <= hour <= 12):
        return []
    if hit.has("clock2", "clock3") and not written.partition(".")[2][1:]:
        return []  # "в 2.5 раза"
    hour = _of_24(hour, half)
    day = Shift(Unit.DAY, 0.0, Anchor.CONTEXT) if hit.has("that") else None
    return whole(
        hit,
        Clock(hour, minute, day=day, zone=" ".join(hit.group("zone", "zone2", "zone3")).strip("() ").upper()),
    )


def _beside_noon(hit: Hit, noon: int) -> Clock | None:
    """Return the hour of "noon", "one minute past midnight", "ten minutes to noon"."""
    minutes = _minutes(hit.group("fraction4")) if hit.has("fraction4") else 0
    if not 0 < minutes < 60:
        return Clock(noon, 0) if not minutes else None
    return Clock(noon - 1, 60 - minutes) if hit.has("side") else Clock(noon % 24, minutes)


def _half(hit: Hit, hour: int) -> str:
    """Return "a" or "p" for the part of the day an hour stands in: "three of the day" is past noon."""
    part = hit.code("DAYPART", "part", "part2", "part3")
    if part == "NI" and 1 <= hour <= _NOON:
        return "p" if _NIGHTFALL <= hour < _NOON else "a"
    if hit.group("part") == ["day"]:
        return "p" if hour < _FORENOON else ""
    return {"MO": "a", "AF": "p", "EV": "p"}.get(part, "")


def _of_24(hour: int, half: str) -> int:
    if half == "p" and hour < _NOON:
        return hour + _NOON
    return 0 if half == "a" and hour == _NOON else hour


def _spoken(hit: Hit, hour: int) -> tuple[int, int]:
    """Return hour and minute of "half past four", "twenty to nine"."""
    minutes = _minutes(hit.group("fraction", "fraction2", "fraction3"))
    return ((hour - 1) or 12, 60 - minutes) if hit.group("side") == ["to"] else (hour, minutes)


def toward(hit: Hit) -> Iterable[Draft]:
    """Build "half past five", told as half on the way to six, and "a quarter to six", short of it."""
    hour = numbers.ordinal(hit.group("hour")) or 0
    if not 1 <= hour <= _NOON:
        return []
    before = hour - 1 or _NOON
    if hit.has("within"):  # "в первом часу"
        return whole(
            hit,
            Clock(
                _of_24(before, _half(hit, before) or ("a" if hour == 1 and not hit.has("part") else "")), 0
            ),
        )
    quarter = "quarter" in hit.group("toward", "toward2", "toward3", "less")
    minute = _HALF - _QUARTER * quarter if not hit.has("less") else _HALF + _QUARTER
    return whole(hit, Clock(_of_24(before, _half(hit, before)), minute))


def _minutes(words: list[str]) -> int:
    """Return how many minutes "half", "a quarter" or "twenty minutes" are."""
    told = [word for word in words if not word.startswith("minute")]
    return _FRACTIONS.get(told[-1]) or int(numbers.number(told) or 0)


def daypart(hit: Hit) -> Iterable[Draft]:
    """Build "Friday night", "this morning", "overnight"."""
    if hit.has("newyear"):
        return whole(hit, Clock(part="NI", day=Holiday("new_year"), joins=-1))
    if hit.has("tonight", "overnight"):
        joins = -1 if hit.has("overnight") else 0
        return whole(hit, Clock(part="NI", day=Shift(Unit.DAY, 0.0), joins=joins))
    noon = hit.number("NOON", "part")
    part = "MO" if hit.has("hours") else hit.code("DAYPART", "part", "part2") or "NI"
    if hit.has("half"):  # "в первой половине дня"
        part = "MO" if numbers.ordinal(hit.group("half")) == 1 else "AF"
    day = _day(hit)
    if day is None and not hit.has("the"):
        return []
    if noon:
        return whole(hit, Clock(noon, 0, day=day))
    joins = -1 if hit.has("eve") else int(part == "NI" and hit.number("STEP", "step") == -1)
    return whole(hit, Clock(part=part, day=day, joins=joins))


def at_night(hit: Hit) -> Iterable[Draft]:
    """Build "at night": any night, unless a day is told beside it."""
    return whole(hit, Reference("XXXX-XX-XXTNI"))


def night_beside(hit: Hit) -> Iterable[Draft]:
    """Build "the night before", beside the day told last, and "the night before last"."""
    if hit.has("last"):
        return (
            whole(hit, Clock(part="NI", day=Shift(Unit.DAY, -2.0))) if hit.group("ago") == ["before"] else []
        )
    return [
        replace(draft, form=Clock(part="NI", day=draft.form))
        for draft in day_beside(hit)
        if isinstance(draft.form, Shift)
    ]


def night_between(hit: Hit) -> Iterable[Draft]:
    """Build "the night from 7 to 8 May", by its first day; from one month to the next by its last."""
    first = numbers.ordinal(hit.group("day", "day2")) or 0
    second = numbers.ordinal(hit.group("second", "second2")) or 0
    turns = first > second
    year, month = numbers.year(hit.group("year")), hit.number(MONTHS, "month", "month2")
    if not (real_day(year, month, second) and real_day(None, None, first)):
        return []
    day = Calendar(year, month, second if turns else first)
    return whole(hit, Clock(part="NI", day=day, joins=-1 if turns else 1))


def _day(hit: Hit) -> DayForm | None:
    month = hit.number(MONTHS, "month")
    if month is not None:
        return Calendar(numbers.year(hit.group("year")), month)
    weekday = hit.number("WEEKDAYNAME", "weekday")
    if weekday is not None:
        return Calendar(weekday=weekday, step=hit.number("STEP", "step"))
    shift = hit.number("RELDAY", "relday")
    if shift is not None:
        return Shift(Unit.DAY, float(shift))
    if hit.has("that", "contextstep"):
        return Shift(Unit.DAY, float(hit.number("CONTEXTSTEP", "contextstep") or 0), Anchor.CONTEXT)
    step = hit.number("STEP", "step")
    return None if step is None else Shift(Unit.DAY, float(step))


BUILDERS = {
    "clock": clock,
    "toward": toward,
    "daypart": daypart,
    "at_night": at_night,
    "night_beside": night_beside,
    "night_between": night_between,
}
