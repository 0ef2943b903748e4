"""Clues from the age of a war: "day 151 of the invasion", "the war he started three years ago"."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from core.edtf import words
from core.facts import Facts, War
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights

_NUMBERS = {
    word: place
    for place, names in enumerate(
        [
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
            "eleven eleventh",
            "twelve twelfth",
        ],
        start=1,
    )
    for word in names.split()
} | {"a": 1, "an": 1}
_NUMBER = rf"(?P<number>\d{{1,4}}(?:st|nd|rd|th)?|{'|'.join(_NUMBERS)})"
_UNIT = r"(?P<unit>day|week|month|year)"
_WAR = (
    r"(?:war|invasion|conflict|fighting|offensive|bombardment|uprising|insurgency|bloodshed|campaign"
    r"|genocide|siege)"
)
_SHAPES = (
    # day 151 of the invasion
    re.compile(rf"\b(?P<unit>day) (?P<number>\d{{1,4}}) of [^.\n]{{0,30}}{_WAR}", re.IGNORECASE),
    # the fifth month of the war, its 100th day
    re.compile(rf"\b(?P<nth>{_NUMBER})[ -]{_UNIT} of [^.\n]{{0,30}}\b{_WAR}", re.IGNORECASE),
    re.compile(rf"\b{_WAR}\b[^.\n]{{0,30}}\b(?P<nth>{_NUMBER}) {_UNIT}\b(?! (?:ago|of))", re.IGNORECASE),
    # five months into the war, after three years of war, two weeks since the invasion
    re.compile(rf"\b{_NUMBER}[ -]{_UNIT}s? (?:into|after|since|of) [^.\n]{{0,30}}\b{_WAR}", re.IGNORECASE),
    # the war he started three years ago
    re.compile(rf"\b(?:{_WAR}|invaded|attacked)\b[^.\n]{{0,60}} {_NUMBER} {_UNIT}s? ago", re.IGNORECASE),
)
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
# How far off the count may be, as shares of the unit: below and above
_SLACK = {"day": (1.0, 1.0), "week": (0.5, 0.9), "month": (0.6, 0.9), "year": (0.25, 0.9)}
_NEARLY = re.compile(r"\b(?:nearly|almost|about|around|some|roughly|approaching|close to)\s*$", re.IGNORECASE)
_OFF = {"day": -7.0, "week": -3.5, "month": -3.0, "year": -3.0}  # ln-likelihood that another war is meant
_FALL = 3.0  # ln-likelihood lost per slack beyond the window


def elapsed_clues(text: str, facts: Facts) -> Iterator[Clue]:
    """Yield a clue for each age of a war the text names."""
    wars = _wars_of(text, facts)
    told = set()
    for shape in _SHAPES:
        for match in shape.finditer(text):
            count = _count(match["number"])
            if not count or (match["unit"], count) in told or not wars:
                continue
            told.add((match["unit"], count))
            yield _age(match, count, wars)


def _count(text: str) -> int:
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _NUMBERS.get(text.lower(), 0)


def _wars_of(text: str, facts: Facts) -> list[War]:
    """Return the wars of the places the text names most: those with at least half the most mentions."""
    counts = {war: sum(text.count(place) for place in war.places) for war in facts.wars}
    most = max(counts.values(), default=0)
    return [war for war, count in counts.items() if count and count * 2 >= most]


def _age(match: re.Match[str], count: int, wars: Sequence[War]) -> Clue:
    unit = match["unit"].lower()
    size = _DAYS_IN[unit]
    below, above = _SLACK[unit]
    ordinal = "nth" in match.groupdict() or match.re is _SHAPES[0]
    if ordinal and unit != "day":
        low, high = (count - 1) * size, count * size
    elif ordinal:
        low, high = count - 2.0, float(count)
    elif _NEARLY.search(match.string, max(0, match.start() - 20), match.start()):
        low, high = (count - below - 0.2) * size, (count + 0.2) * size
    else:
        low, high = (count - below) * size, (count + above) * size
    weights = grid.flat(_OFF[unit])
    for war in wars:
        weights = np.maximum(weights, _window(war, low, high, size, _OFF[unit]))

    def say(day: object) -> str:
        war = min(wars, key=lambda w: abs((day - w.start).days - (low + high) / 2))  # type: ignore[operator]
        return f"“{' '.join(match[0].split())}”: {war.name} began on {words(war.start.isoformat())}"

    return Clue("age of a war", match[0], weights, say)


def _window(war: War, low: float, high: float, size: float, least: float) -> Weights:
    lag = np.arange(grid.DAYS) - grid.index(war.start)
    off = np.maximum(np.maximum(low - lag, lag - high), 0) / size
    return np.asarray(np.maximum(-_FALL * off, least))
