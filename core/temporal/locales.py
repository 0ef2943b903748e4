"""Reads dates with dateparser: those of languages without a lexicon here, and odd forms such as 02-Jun-25.

dateparser finds no spans and tells not what it filled in. So spans are found here, by the month, day and
relative words of its locale data, and each span is read from two days far apart: what both share is told.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from core.temporal.forms import Calendar, Expression, Shift, Unit

if TYPE_CHECKING:
    from dateparser.languages.locale import Locale

_BASES = (dt.date(2001, 1, 5), dt.date(2012, 11, 17))  # no two parts of these are alike
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DISTANCES = ("0 day ago", "1 day ago", "2 day ago", "in 1 day", "in 2 day")
_PLAIN = 4  # a shorter month or day name is too often another word to stand without a number
_CACHED = 4096
_FIGURES = r"\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d|[./-]\d)|\d{4}-\d\d-\d\d(?!\d)"


@dataclass(frozen=True, slots=True)
class _Names:
    """The words of a language's dates: one pattern for dates and distances, and the weekdays' numbers."""

    pattern: re.Pattern[str]
    weekdays: dict[str, int]


@cache
def knows(language: str) -> bool:
    """Say whether dateparser has the language's names."""
    return _locale(language) is not None


@cache
def _locale(language: str) -> "Locale | None":
    from dateparser.languages.loader import default_loader

    try:
        return default_loader.get_locale(language)
    except ValueError:
        return None


@lru_cache(maxsize=_CACHED)
def read(span: str, language: str) -> Calendar | Shift | None:
    """Return the date or the distance in days that a short span says; None where it says neither."""
    import dateparser

    found = [
        dateparser.parse(
            span, languages=[language], settings={"RELATIVE_BASE": dt.datetime.combine(base, dt.time())}
        )
        for base in _BASES
    ]
    first, second = found
    if first is None or second is None:
        return None
    away = [(day.date() - base).days for day, base in zip((first, second), _BASES, strict=True)]
    if away[0] == away[1]:
        return Shift(Unit.DAY, float(away[0]))
    year = first.year if first.year == second.year else None
    month = first.month if first.month == second.month else None
    day = first.day if first.day == second.day else None
    return Calendar(year, month, day) if month else None


def recognise(text: str, language: str) -> list[Expression]:
    """Return the dates, weekdays and near days of a text in a language that dateparser knows."""
    names = _names(language)
    return [found for match in names.pattern.finditer(text) for found in _expressions(match, names, language)]


def _expressions(match: re.Match[str], names: _Names, language: str) -> Iterator[Expression]:
    span = match.group()
    weekday = names.weekdays.get(span.lower())
    form = Calendar(weekday=weekday) if weekday is not None else read(span, language)
    if form is not None:
        yield Expression(match.start(), match.end(), span, form)


@cache
def _names(language: str) -> _Names:
    locale = _locale(language)
    assert locale is not None, language
    info = locale.info
    months = _words(name for key in _MONTHS for name in info[key])
    weekdays = {
        name.lower(): number
        for number, key in enumerate(_WEEKDAYS)
        for name in info[key]
        if len(name) >= _PLAIN and name.isalpha()
    }
    distances = [name for key in _DISTANCES for name in info.get("relative-type", {}).get(key, ())]
    skipped = _words(name for name in info.get("skip", ()) if name[:1].isalpha())
    joint = rf"(?:\s{{1,3}}(?:{skipped})(?=\s))?\s{{1,3}}" if skipped else r"\s{1,3}"
    day = r"\d{1,2}(?:\.|º|er)?"
    year = r"(?:1[5-9]|20)\d\d"
    pattern = (
        rf"{_FIGURES}"
        rf"|(?<!\d){day}{joint}(?:{months})(?!\w)(?:{joint}{year}(?!\w))?"
        rf"|(?<!\w)(?:{months}){joint}{year}(?!\w)"
        rf"|(?<!\w)(?:{_words([*weekdays, *distances])})(?!\w)"
    )
    return _Names(re.compile(pattern, re.IGNORECASE), weekdays)


def _words(names: Iterable[str]) -> str:
    """Return a pattern of words, longest first."""
    return "|".join(re.escape(name) for name in sorted(set(names), key=lambda name: (-len(name), name)))
