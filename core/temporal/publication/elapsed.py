"""Clues from the age of a war: "day 151 of the invasion", "the war he started three years ago"."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from core.edtf import words
from core.facts import Facts, War
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights

_CARDINALS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = (
    *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    *("nineteenth", "twentieth"),
)
_NUMBERS = (
    {word: number for number, word in enumerate(_CARDINALS, 1)}
    | {word: number for number, word in enumerate(_ORDINALS, 2)}
    | {"a": 1, "an": 1}
)
_COUNT = rf"(?P<count>\d{{1,4}}|an?|{'|'.join(_CARDINALS)})"
_NTH = rf"(?P<nth>\d{{1,4}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"
_UNIT = r"(?P<unit>day|week|month|year)"
_WAR = (
    r"(?P<war>war|invasion|conflict|fighting|bombardment|uprising|insurgency|genocide|siege|offensive|revolt)"
)
_BEGUN = rf"{_WAR[:-1]}|invaded|attacked)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # day 151 of the invasion
        rf"\b{_UNIT} (?P<nth>\d{{1,4}}|\d,\d{{3}}) of [^.\n]{{0,30}}\b{_WAR}",
        # the fifth month of the war, its 100th day
        rf"\b{_NTH}[ -]{_UNIT} of [^.\n]{{0,30}}\b{_WAR}",
        # the fourth anniversary of the invasion
        rf"\b{_NTH}(?P<marks>[ -](?:{_UNIT} )?anniversary) of [^.\n]{{0,40}}\b{_WAR}",
        # Kyiv marked three years of war
        rf"\b(?P<marks>mark(?:s|ed|ing)?) {_COUNT} {_UNIT}s? (?:of|since) [^.\n]{{0,40}}\b{_BEGUN}",
        # the war enters its fifth month
        rf"\b{_WAR}\b[^.\n]{{0,30}}\b(?P<enters>enter\w{{0,3}}|into) its {_NTH} {_UNIT}\b(?! of)",
        # the war is in its fifth month
        rf"\b{_WAR}\b[^.\n]{{0,40}}\bits {_NTH} {_UNIT}\b(?! of)",
        # five months into the war, two weeks since the invasion
        rf"\b{_COUNT}[ -]{_UNIT}s? (?:into|since) [^.\n]{{0,30}}\b{_BEGUN}",
        # after three years of war, but not what is over: "three years of war followed"
        rf"\b(?!an? ){_COUNT}[ -]{_UNIT}s? of (?:\w{{2,12}} ){{0,2}}{_WAR}\b(?! (?:followed|ended))",
        # the five-month-old war, the five-month war; but "the six-day war" is over
        rf"\b{_COUNT}-(?P<unit>day(?=-old)|week|month|year)(?:-old|-long| long)? {_WAR}\b",
        # four years ago today, four years to the day since the invasion
        (
            rf"\b{_COUNT} (?P<unit>year)s? (?P<exact>ago today|to the day)\b"
            rf"(?: (?:since|after) [^.\n]{{0,30}}\b{_WAR})?"
        ),
        # the war he started three years ago
        rf"\b{_BEGUN}\b[^.\n]{{0,60}} {_COUNT} {_UNIT}s? ago",
    )
)
_YEAR = 365.2425
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
# How far off a count may be, as shares of the unit: below and above
_SLACK = {"day": (1.0, 1.0), "week": (0.5, 0.9), "month": (0.6, 0.9), "year": (0.25, 0.9)}
_JUST_BEGUN = (0.1, 0.4)  # and how far off the start of a unit that a war enters
_AROUND = (4.0, 2.0)  # days before and after an anniversary on which it is spoken of
_LOOKING_BACK = 5  # "the third day of the war" tells how it began
_NEARLY = re.compile(
    r"\b(?:nearly|almost|about|around|some|roughly|approaching|close to)\s{1,9}$", re.IGNORECASE
)
# ln-likelihood that another war is meant, and that lost per unit beyond the window
_OTHER_WAR = {
    "day": -11.0,
    "to the day": -7.0,
    "ordinal": -8.0,
    "anniversary": -7.0,
    "week": -6.0,
    "month": -6.0,
    "year": -5.0,
}
_EPISODE = -4.0  # ... or that part of one: "four days of fighting"
_FALL = {
    "day": 1.0,
    "to the day": 1.2,
    "ordinal": 1.0,
    "anniversary": 0.35,
    "week": 3.0,
    "month": 3.0,
    "year": 3.0,
}


@dataclass(frozen=True, slots=True)
class _Age:
    """From ``low`` to ``high`` days since the start of a war."""

    low: float
    high: float
    unit: str


def elapsed_clues(text: str, facts: Facts) -> Iterator[Clue]:
    """Yield a clue for each age of a war the text names."""
    found: dict[_Age, re.Match[str]] = {}
    for shape in _SHAPES:
        for match in shape.finditer(text):
            age = _age(match)
            if age and not any(_overlap(match, other) for other in found.values()):
                found.setdefault(age, match)
    wars = wars_near(text, facts) if found else []
    for age, match in found.items() if wars else ():
        yield _clue(match, age, wars)


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def wars_of(text: str, facts: Facts) -> list[War]:
    """Return the wars of the places the text names most: those with at least half the most mentions."""
    return _most_named({war: sum(text.count(place) for place in war.places) for war in facts.wars})


def wars_near(text: str, facts: Facts) -> list[War]:
    """Return the wars with a place among those the text names most; a day or a count must tell which."""
    return _most_named({war: max(text.count(place) for place in war.places) for war in facts.wars})


def _most_named(counts: Mapping[War, int]) -> list[War]:
    most = max(counts.values(), default=0)
    return [war for war, count in counts.items() if count and count * 2 >= most]


def _age(match: re.Match[str]) -> _Age | None:
    groups = match.groupdict()
    unit = (match["unit"] or "year").lower()
    size = _DAYS_IN[unit]
    told = (groups.get("nth") or groups.get("count") or "").lower()
    count = _number(told)
    if not count:
        return None
    if groups.get("exact"):
        return _Age(round(count * _YEAR), round(count * _YEAR), "to the day")
    if groups.get("marks"):
        before, after = _AROUND
        return _Age(count * size - before, count * size + after, "anniversary")
    if groups.get("nth"):
        return _nth(count, unit, entered=bool(groups.get("enters")), in_words=told in _ORDINALS)
    below, above = _SLACK[unit]
    if _NEARLY.search(match.string, max(0, match.start() - 20), match.start()):
        below, above = below + 0.2, 0.2
    return _Age((count - below) * size, (count + above) * size, unit)


def _nth(count: int, unit: str, *, entered: bool, in_words: bool) -> _Age | None:
    size = _DAYS_IN[unit]
    if unit == "day" and in_words:
        return _Age(count - 1.0, count - 1.0, "ordinal") if count >= _LOOKING_BACK else None
    if unit == "day":
        return _Age(count - 1.0, count - 1.0, unit)
    begun = (count - 1) * size
    if entered:
        before, after = _JUST_BEGUN
        return _Age(begun - before * size, begun + after * size, unit)
    return _Age(begun, begun + size, unit)


def _number(text: str) -> int:
    digits = re.match(r"\d+", text.replace(",", ""))
    return int(digits[0]) if digits else _NUMBERS.get(text.lower(), 0)


def _clue(match: re.Match[str], age: _Age, wars: Sequence[War]) -> Clue:
    kind = (match.groupdict()["war"] or "war").lower()
    other = _OTHER_WAR[age.unit]
    if kind != "war":  # any may be called that
        named = [war for war in wars if kind in war.name.lower()]
        if age.unit == "day" and not named:
            other = _EPISODE
        wars = named or wars
    weights = grid.flat(other)
    for war in wars:
        weights = np.maximum(weights, _window(war, age))

    def say(day: dt.date) -> str:
        war = min(wars, key=lambda war: abs((day - war.start).days - (age.low + age.high) / 2))
        return f"“{' '.join(match[0].split())}”: {war.name} began on {words(war.start.isoformat())}"

    told = "anniversary" if age.unit in ("anniversary", "to the day") else "age of a war"
    return Clue(told, match[0], weights, say)


def _window(war: War, age: _Age) -> Weights:
    lag = np.arange(grid.DAYS) - grid.index(war.start)
    off = np.maximum(np.maximum(age.low - lag, lag - age.high), 0) / _DAYS_IN.get(age.unit, 1.0)
    return np.asarray(-_FALL[age.unit] * off)
