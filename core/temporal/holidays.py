"""Named days ("Victory Day", "Easter Monday", "Ramadan"): found by name, dated by rules kept as data."""

import calendar
import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # type: ignore[import-untyped]

from core.temporal.builders.draft import Draft
from core.temporal.forms import Holiday, Unit
from core.temporal.lexicon import ENGLISH, data
from core.temporal.numbers import year as read_year
from core.temporal.shapes import lookup
from core.temporal.spans import Span, holding
from core.temporal.words import Words

_HIJRI_EPOCH = dt.date(622, 7, 19).toordinal()
_MONTH_STARTS = (0, 30, 59, 89, 118, 148, 177, 207, 236, 266, 295, 325)
_CLOSING = ("DOT", "COMMA", "CLOSE", "END", "BREAK", "DASH", "AFTERDAY")
_LISTS = ("words", "uk", "ru")
_AFTER_ALONE = frozenset(
    {"and", "or", "but", "in", "at", "when", "as", "with", "to", "for", "if", "he", "she", "they"}
)
_WESTERN = re.compile(r"\b(?:Western|Catholics?|Protestants?|Gregorian)\b")
_YEARS = range(1600, 2200)
_PLACING = frozenset({"on", "by", "until", "before", "after"})
_APOSTROPHES = ("'", "’", "ʼ")
_YEAR_SIZE = 4  # figures of a year
_AROUND = {"weekend": Unit.WEEKEND, "week": Unit.WEEK}
_EARLY_IN_WEEK = 1  # the weekend of a Monday or Tuesday is the one before it


@dataclass(frozen=True, slots=True)
class _Rule:
    month: int = 0
    day: int = 0
    year: int = 0
    weekday: int = -1
    nth: int = 0
    later: int = 0
    easter: int | None = None
    orthodox: int | None = None
    hijri: Sequence[int] = ()
    country: str = ""
    named: str = ""
    category: str = "public"
    length: int = 1
    either: Sequence[str] = ()
    surname: bool = False
    alone: bool = False
    eastern: str = ""
    after: Sequence[str] = ()
    years: Sequence[int] = ()
    placed: bool = False


@cache
def _rules() -> dict[str, _Rule]:
    """Return the rules by key."""
    rows = data("holidays.toml").items()
    return {
        key: _Rule(**{name: value for name, value in row.items() if name not in _LISTS}) for key, row in rows
    }


@cache
def _names(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the keys by name, as a language writes them, and a pattern of the names."""
    table = "words" if language == ENGLISH else language
    told = {word: key for key, row in data("holidays.toml").items() for word in row.get(table, ())}
    names = {word.replace("'", mark): key for word, key in told.items() for mark in _APOSTROPHES}
    every = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"(?<![\w/-])(?:{every})(?![\w/-])")


def find(words: Words) -> Iterator[Draft]:
    """Yield the named days of a text, with "last", "next" or a year where they stand beside the name."""
    names, pattern = _names(words.language)
    orthodox = _is_orthodox(words.text)
    for match in pattern.finditer(words.text):
        first = bisect_left(words.starts, match.start())
        last = bisect_left(words.starts, match.end())
        if not first < last or (words.starts[first], words.ends[last - 1]) != match.span():
            continue
        if last < len(words.codes) and words.norm(last) in data("lexicon.toml")["after_feast"]:
            continue  # "the Good Friday Agreement"
        name = names[match.group()]
        name = (orthodox and _rules()[name].eastern) or name
        if _rules()[name].surname and _beside_name(words, first, last):
            continue  # "Mr Eid"
        after = words.norm(last) if last < len(words.codes) else ""
        if _rules()[name].alone and after.isalpha() and after not in _AFTER_ALONE:
            continue  # "New Year's greetings"
        if _rules()[name].after and not _is_day(words, first, last, _rules()[name].after):
            continue  # "a Happy New Year"
        if _rules()[name].placed and (words.norm(first - 1) if first else "") not in _PLACING:
            continue  # "Троицу задержали"
        step = lookup("STEP", words.norm(first - 1)) if first else None
        unit = _AROUND.get(after, Unit.DAY)
        last += unit is not Unit.DAY
        year, last = _year_after(words, last)
        form = Holiday(name, year, step if isinstance(step, int) else None, unit)
        yield Draft(first - (form.step is not None), last, form)


def _is_orthodox(text: str) -> bool:
    """Say whether a text keeps the Orthodox feasts: it names their Easter, and no church of the West."""
    return "Orthodox Easter" in text and not _WESTERN.search(text)


def _beside_name(words: Words, first: int, last: int) -> bool:
    return words.is_a(first - 1, "NAME") or words.is_a(last, "NAME")


def _is_day(words: Words, first: int, last: int, after: Sequence[str]) -> bool:
    """Say whether a name stands where a day does: after one of some words, with nothing more of a name."""
    closes = last >= len(words.codes) or any(words.is_a(last, kind) for kind in _CLOSING)
    return closes and first > 0 and words.norm(first - 1) in after


def _year_after(words: Words, place: int) -> tuple[int | None, int]:
    """Return the year told after a name ("Easter 2022", "Easter week of 2022") and where the whole ends."""
    of = place + 1 < len(words.codes) and words.norm(place) == "of"
    at = place + of
    if at >= len(words.codes) or len(words.word(at)) != _YEAR_SIZE:
        return None, place
    year = read_year([words.word(at)])
    return year, place if year is None else at + 1


def around(day: Span, unit: Unit) -> Span:
    """Return the week or weekend around a named day: "Easter week", "Memorial Day weekend"."""
    if unit is Unit.DAY:
        return day
    early = unit is Unit.WEEKEND and day.first.weekday() <= _EARLY_IN_WEEK
    return holding(day.first - dt.timedelta(7 * early), unit)


def span(name: str, year: int) -> Span | None:
    """Return the days of a named day in a year; None where the rule gives none."""
    rule = _rules()[name]
    if rule.either:
        return next((found for one in rule.either if (found := span(one, year))), None)
    kept = not rule.years or rule.years[0] <= year <= rule.years[1]
    if year not in _YEARS or (rule.year and rule.year != year) or not kept:
        return None
    first = _first(rule, year)
    if first is None:
        return None
    last = first + dt.timedelta(rule.length - 1)
    if rule.length == 1:
        return Span(first.isoformat(), Unit.DAY, first, last)
    return Span(f"{first:%Y-%m}", Unit.WEEK, first, last)


def only_year(name: str) -> int | None:
    """Return the year of a day that was but once."""
    return _rules()[name].year or None


def is_moonlit(name: str) -> bool:
    """Say whether the day hangs on the sighting of the moon, so that it may be a day off."""
    return any(_rules()[one].hijri for one in meant_by(name))


def meant_by(name: str) -> Sequence[str]:
    """Return the named days that a name may mean: "Eid" is one of two."""
    return _rules()[name].either or (name,)


def _first(rule: _Rule, year: int) -> dt.date | None:
    sunday: dt.date
    if rule.easter is not None:
        sunday = easter(year, EASTER_WESTERN)
        return sunday + dt.timedelta(rule.easter)
    if rule.orthodox is not None:
        sunday = easter(year, EASTER_ORTHODOX)
        return sunday + dt.timedelta(rule.orthodox)
    if rule.country:
        found = _observed(rule.country, rule.named, rule.category, year)
        if found or not (rule.hijri or rule.month):
            return found
    if rule.hijri:
        return _hijri(rule.hijri, year)
    if rule.nth:
        return _nth_weekday(year, rule)
    return dt.date(year, rule.month, rule.day)


@cache
def _observed(country: str, named: str, category: str, year: int) -> dt.date | None:
    """Return the first day of that name in a country's calendar of holidays."""
    import holidays  # imported late: few texts name such a day

    years = (year - 1, year)  # a feast may run from one year into the next
    kept = holidays.country_holidays(country, years=years, language="en_US", categories=category)
    days = {day for day, names in kept.items() if any(n.startswith(named) for n in names.split("; "))}
    begins = [day for day in days if day.year == year and day - dt.timedelta(1) not in days]
    return min(begins, default=None)


def _nth_weekday(year: int, rule: _Rule) -> dt.date:
    days = [
        dt.date(year, rule.month, day)
        for day in range(1, calendar.monthrange(year, rule.month)[1] + 1)
        if dt.date(year, rule.month, day).weekday() == rule.weekday
    ]
    return days[rule.nth - 1 if rule.nth > 0 else rule.nth] + dt.timedelta(rule.later)


def _hijri(at: Sequence[int], year: int) -> dt.date | None:
    """Return the first such day of the tabular Islamic calendar in a year of ours."""
    month, day = at
    start = int((year - 622) * 33 / 32)
    for lunar in range(start - 1, start + 3):
        days = (lunar - 1) * 354 + (3 + 11 * lunar) // 30 + _MONTH_STARTS[month - 1] + day - 1
        found = dt.date.fromordinal(_HIJRI_EPOCH + days)
        if found.year == year:
            return found
    return None
