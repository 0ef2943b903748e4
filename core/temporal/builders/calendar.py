"""Dates of the calendar, full or with parts missing."""

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import replace

from core.temporal import locales, numbers
from core.temporal.builders.draft import Draft, whole
from core.temporal.forms import Calendar, Clock, Reference
from core.temporal.lexicon import ENGLISH
from core.temporal.shapes import Hit

MONTHS = "MONTHNAME MONTHWORD MONTHABBR"
_WEEKDAYS = "WEEKDAYNAME WEEKDAYABBR"
_PREPOSITIONS = ("following", "preceding", "past")  # "following Wednesday's vote" is after it
_BESIDE = ("previous", "preceding", "following")  # these count from what was told, "next" from now
_MOST_WEEKS = 5  # that a month may have
_PLAIN_YEAR = 2001  # no leap year
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def real_day(year: int | None, month: int | None, day: int | None) -> bool:
    """Say whether the calendar has such a day; a missing part may be anything."""
    if day is None:
        return True
    if month is None or year is None or not 1 <= year <= 9999:
        return 1 <= day <= (_MONTH_DAYS[month - 1] if month else 31)
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def calendar(hit: Hit) -> Iterable[Draft]:
    """Build any date told in calendar words; impossible days give nothing."""
    bc = hit.has("bc", "bc2", "untold")
    year = hit.group("year", "year2", "bcyear", "untold")
    form = Calendar(
        year=numbers.ordinal(year) if bc else numbers.year(year),  # "31 BC" is no 1931
        month=hit.number(MONTHS, "month", "month2", "month3", "month4"),
        day=numbers.ordinal(hit.group("day")),
        weekday=hit.number(_WEEKDAYS, "weekday"),
        part=hit.code("SEASON", "season", "season2", "season3", "season4"),
        step=hit.number("STEP", "step", "step2"),
        year_step=hit.number("STEP CONTEXTSTEP", "yearstep", "contextstep"),
        context=hit.has("that", "that2", "contextstep"),
        bc=bc,
    )
    if not real_day(form.year, form.month, form.day):
        return []
    word = (hit.group("step", "step2") or [""])[0]
    if not (form.month or form.part) or word not in {*_PREPOSITIONS, *_BESIDE}:
        return whole(hit, form)
    if word in _PREPOSITIONS and not _is_determined(hit):
        return [
            Draft(hit.first + 1, hit.last, replace(form, step=None))
        ]  # "following April's raids": after it
    return whole(hit, replace(form, context=True))


def _is_determined(hit: Hit) -> bool:
    """Say whether "the" stands at or right before the first word: "the following May"."""
    return "the" in (hit.words.norm(hit.first), hit.words.norm(hit.first - 1) if hit.first else "")


def weekday(hit: Hit) -> Iterable[Draft]:
    """Build "Monday" and "last Monday"; "the previous Friday" counts from the day told last."""
    named, word = hit.number(_WEEKDAYS, "weekday", "weekday2"), (hit.group("step", "step2") or [""])[0]
    if hit.has("far"):  # "the Tuesday before last"
        return whole(hit, Calendar(weekday=named, step=-2 if hit.group("far")[0] == "before" else 2))
    if hit.has("beside"):  # "the Friday before": that before the day told last
        beside = -1 if hit.group("beside") == ["before"] else 1
        return whole(hit, Calendar(weekday=named, step=beside, context=True))
    determined = hit.words.norm(hit.first) in ("the", "this")
    if word in _PREPOSITIONS and not determined:
        return [Draft(hit.last - 1, hit.last, Calendar(weekday=named))]
    step = hit.number("STEP", "step", "step2")
    if word == "next" and not determined:
        return whole(hit, Calendar(weekday=named, week_step=step))
    beside = word == "next" or word in _BESIDE
    return whole(hit, Calendar(weekday=named, step=step, context=beside))


def weekdays_ago(hit: Hit) -> Iterable[Draft]:
    """Build "three Sundays ago"."""
    count = numbers.number(hit.group("count"))
    weekday = hit.number("WEEKDAYS", "weekday")
    return whole(hit, Calendar(weekday=weekday, step=-int(count))) if count and count >= 1 else []


def some_weekday(hit: Hit) -> Iterable[Draft]:
    """Build "on a Monday": one that is not told."""
    return whole(hit, Reference(f"XXXX-WXX-{(hit.number(_WEEKDAYS, 'weekday') or 0) + 1}"))


def iso(hit: Hit) -> Iterable[Draft]:
    """Build "2025-06-02", with or without a time."""
    text = hit.words.word(hit.first)
    parts = [int(part) for part in re.findall(r"\d+", text)]
    year, month, day = parts[:3]
    if not (year >= 1 and 1 <= month <= 12 and real_day(year, month, day)):
        return []
    date = Calendar(year, month, day)
    return whole(hit, Clock(parts[3], parts[4], day=date) if len(parts) > 4 and parts[3] < 24 else date)


def numeric(hit: Hit) -> Iterable[Draft]:
    """Build "2/6/2025": the day is the part over 12; else the month comes first, with dots the day."""
    text = hit.words.word(hit.first)
    first, second = (int(part) for part in re.split(r"[/.]", text)[:2])
    year = numbers.year([re.split(r"[/.]", text)[2]])
    day_first = "." in text or first > 12
    day, month = (first, second) if day_first else (second, first)
    if not (1 <= month <= 12 and real_day(year, month, day)):
        return []
    return whole(hit, Calendar(year, month, day))


def odd(hit: Hit) -> Iterable[Draft]:
    """Build "02-Jun-25" and its like, as dateparser reads them."""
    found = locales.read(hit.words.word(hit.first), ENGLISH)
    return whole(hit, found) if isinstance(found, Calendar) else []


def days(hit: Hit) -> Iterable[Draft]:
    """Build "27 and 28 April": one draft for each day, the month told once."""
    month = hit.number(MONTHS, "month")
    year = numbers.year(hit.group("year"))
    places = [place for place in hit.indices("days") if hit.words.word(place)[0].isdigit()]
    named = [numbers.ordinal([hit.words.norm(place)]) for place in places]
    if any(not real_day(year, month, day) for day in named):
        return
    month_first = hit.indices("month").start < places[0]
    for place, day in zip(places, named, strict=True):
        first = hit.first if place == places[0] else place
        alone = place != (places[0] if month_first else places[-1])
        last = place + 1 if alone or month_first else hit.last
        if month_first and place == places[-1]:
            last = hit.last
        yield Draft(first, last, Calendar(year, month, day))


def years(hit: Hit) -> Iterable[Draft]:
    """Build "1914-18" and "1939-1945"."""
    first = numbers.year(hit.group("year", "year3"))
    end = hit.group("year2", "year4")[0]
    if first is None:
        return
    last = int(end) if len(end) > 2 else first // 100 * 100 + int(end)
    if not first < last <= first + 400:
        return
    yield Draft(hit.first, hit.first + 1, Calendar(first))
    yield Draft(hit.last - 1, hit.last, Calendar(last))


def years_bc(hit: Hit) -> Iterable[Draft]:
    """Build "499-493 BC"."""
    first, last = numbers.ordinal(hit.group("year")), numbers.ordinal(hit.group("year2"))
    if first is None or last is None or not first > last:
        return
    yield Draft(hit.first, hit.first + 1, Calendar(first, bc=True))
    yield Draft(hit.indices("year2").start, hit.last, Calendar(last, bc=True))


def year_words(hit: Hit) -> Iterable[Draft]:
    """Build "nineteen ninety-six" and "two thousand"."""
    words = [word for word in hit.group("words", "words2") if word != "-"]
    rest = numbers.number(words[1:]) or 0
    century = numbers.number(words[:1]) or 0
    year = int(century * 1000 if words[1] == "thousand" else century * 100 + rest)
    plausible = words[1] == "thousand" or 10 <= rest <= 99
    if not (plausible and 1700 <= year <= 2100):
        return []
    return whole(hit, Calendar(year, hit.number(MONTHS, "month"), part=hit.code("SEASON", "season")))


def monthday(hit: Hit) -> Iterable[Draft]:
    """Build "on the 12th" and "Friday the 12th": a day of the month told before."""
    day, named = numbers.ordinal(hit.group("day")), hit.number(_WEEKDAYS, "weekday")
    return whole(hit, Calendar(day=day, weekday=named, context=True)) if real_day(None, None, day) else []


def day_of(hit: Hit) -> Iterable[Draft]:
    """Build "the last day of August 1422", and "the first day of the month" told before."""
    last = hit.code("SPANEDGE", "number") == "END"
    number = numbers.ordinal(hit.group("number"))
    month, year = hit.number(MONTHS, "month"), numbers.year(hit.group("year", "year2"))
    if hit.has("year2"):
        month = 12 if last else 1
    if month is None:
        day, week = (31, -1) if last else (number, None)
        return whole(hit, Calendar(day=day, week=week, context=True)) if real_day(None, None, day) else []
    day = monthrange(year or _PLAIN_YEAR, month)[1] if last else number
    return (
        [Draft(hit.first, hit.last, Calendar(year, month, day))] if day and real_day(year, month, day) else []
    )


def week_of(hit: Hit) -> Iterable[Draft]:
    """Build "the second week of March": the weeks of a month begin on its 1st, 8th, 15th, 22nd and 29th."""
    words = hit.group("number")
    number = -1 if hit.code("SPANEDGE", "number") == "END" else numbers.ordinal(words)
    if number is None or number > _MOST_WEEKS:
        return []
    month, year = hit.number(MONTHS, "month"), numbers.year(hit.group("year"))
    return whole(hit, Calendar(year, month, week=number))


def nth_weekday(hit: Hit) -> Iterable[Draft]:
    """Build "the first Monday in May", "the last Friday of June 2025"."""
    number = -1 if hit.code("SPANEDGE", "number") == "END" else numbers.ordinal(hit.group("number"))
    if number is None or number > _MOST_WEEKS:
        return []
    weekday, month = hit.number(_WEEKDAYS, "weekday"), hit.number(MONTHS, "month")
    return whole(hit, Calendar(numbers.year(hit.group("year")), month, weekday=weekday, week=number))


def weekday_of(hit: Hit) -> Iterable[Draft]:
    """Build "Monday of last week"."""
    weekday, step = hit.number(_WEEKDAYS, "weekday"), hit.number("STEP", "step")
    if hit.group("unit") != ["week"]:
        return [Draft(hit.first, hit.first + 1, Calendar(weekday=weekday))]
    return whole(hit, Calendar(weekday=weekday, week_step=step))


BUILDERS = {
    "calendar": calendar,
    "iso": iso,
    "numeric": numeric,
    "odd": odd,
    "days": days,
    "weekday": weekday,
    "weekdays_ago": weekdays_ago,
    "some_weekday": some_weekday,
    "years": years,
    "years_bc": years_bc,
    "year_words": year_words,
    "monthday": monthday,
    "day_of": day_of,
    "week_of": week_of,
    "weekday_of": weekday_of,
    "nth_weekday": nth_weekday,
}
