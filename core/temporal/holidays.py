"""Named days ("Victory Day", "Easter Monday", "Ramadan"): found by name, dated by rules kept as data."""

import calendar
import datetime as dt
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter  # type: ignore[import-untyped]

from core.temporal.builders.draft import Draft
from core.temporal.forms import Holiday, Unit
from core.temporal.numbers import year as read_year
from core.temporal.shapes import lookup
from core.temporal.spans import Span
from core.temporal.words import Words

_HIJRI_EPOCH = dt.date(622, 7, 19).toordinal()
_MONTH_STARTS = (0, 30, 59, 89, 118, 148, 177, 207, 236, 266, 295, 325)
_YEARS = range(1600, 2200)


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
    length: int = 1


@cache
def _rules() -> tuple[dict[str, _Rule], dict[str, str], re.Pattern[str]]:
    data = tomllib.loads(files(__package__).joinpath("holidays.toml").read_text(encoding="utf-8"))
    names = {word: key for key, row in data.items() for word in row.pop("words")}
    rules = {key: _Rule(**row) for key, row in data.items()}
    every = "|".join(re.escape(word) for word in sorted(names, key=len, reverse=True))
    return rules, names, re.compile(rf"(?<![\w/-])(?:{every})(?![\w/-])")


def find(words: Words) -> Iterator[Draft]:
    """Yield the named days of a text, with "last", "next" or a year where they stand beside the name."""
    _, names, pattern = _rules()
    for match in pattern.finditer(words.text):
        first = bisect_left(words.starts, match.start())
        last = bisect_left(words.starts, match.end())
        if not first < last or (words.starts[first], words.ends[last - 1]) != match.span():
            continue
        step = lookup("STEP", words.norm(first - 1)) if first else None
        year = (
            read_year([words.word(last)]) if last < len(words.codes) and len(words.word(last)) == 4 else None
        )
        form = Holiday(names[match.group()], year, step if isinstance(step, int) else None)
        yield Draft(first - (form.step is not None), last + (year is not None), form)


def span(name: str, year: int) -> Span | None:
    """Return the days of a named day in a year; None where the rule gives none."""
    rule = _rules()[0][name]
    if year not in _YEARS or (rule.year and rule.year != year):
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
    return _rules()[0][name].year or None


def is_moonlit(name: str) -> bool:
    """Say whether the day hangs on the sighting of the moon, so that it may be a day off."""
    return bool(_rules()[0][name].hijri)


def _first(rule: _Rule, year: int) -> dt.date | None:
    sunday: dt.date
    if rule.easter is not None:
        sunday = easter(year, EASTER_WESTERN)
        return sunday + dt.timedelta(rule.easter)
    if rule.orthodox is not None:
        sunday = easter(year, EASTER_ORTHODOX)
        return sunday + dt.timedelta(rule.orthodox)
    if rule.hijri:
        return _hijri(rule.hijri, year)
    if rule.nth:
        return _nth_weekday(year, rule)
    return dt.date(year, rule.month, rule.day)


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
