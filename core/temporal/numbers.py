"""Reads numbers as news writes them: "21", "2,000", "2.5", "2 1/2", "twenty-four", "a hundred", "'98"."""

import re
from collections.abc import Sequence

from core.temporal.shapes import lookup

_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")  # "6,5", but "2,000"
_HUNDRED = 100
_TENS = 20  # the least number that joins with a hyphen: "twenty-four"
_LONGEST = 12  # characters of a figure that counts anything
_HALF_MORE = frozenset({"and", "since"})  # "two and a half", "шесть с половиной"
_PIVOT = 36  # "'35" is 2035, "'36" is 1936


def number(words: Sequence[str]) -> float | None:
    """Return the number the lower-case words say; None where they say none ("several")."""
    total: float | None = None
    in_figures = hyphened = False
    for word in words:
        value = _one(word)
        if value is None:
            hyphened = hyphened or word == "-"
            if total is not None and (word in ("to", "or", "–", "—") or (word == "-" and in_figures)):
                break  # "6 to 8", "6-8": the lower counts; but "twenty-four"
            continue
        if total is not None and hyphened and not _is_compound(total, value, word):
            break  # "два-три": the lower counts
        total = value if total is None else _join(total, value)
        in_figures, hyphened = word[:1].isdigit(), False
    if total is not None and "half" in words:
        total = total + 0.5 if _HALF_MORE.intersection(words) else total
    return total


def _is_compound(total: float, value: float, word: str) -> bool:
    """Say whether a hyphen makes one number of two: "twenty-four", "two-hundred", but not "two-three"."""
    unit_of_tens = total >= _TENS and total % 10 == 0 and value < 10
    return unit_of_tens or value >= _HUNDRED > total or word == "dozen"


def _one(word: str) -> float | None:
    fraction = _FRACTION.fullmatch(word)
    if fraction:
        return int(fraction[1]) / int(fraction[2]) if int(fraction[2]) else None
    plain = word.replace(",", "." if _COMMA_DECIMAL.fullmatch(word) else "")
    if plain[:1].isdigit():
        try:
            return float(plain) if len(plain) <= _LONGEST else None
        except ValueError:
            return None
    value = lookup("NUMWORD ORDINALWORD", word)
    return float(value) if isinstance(value, int) else None


def _join(total: float, value: float) -> float:
    """Join number words: 20 and 4 are 24, 2 and 100 are 200."""
    return total * value if value >= 100 or value == 12 else total + value


def last_numeral(words: Sequence[str]) -> int:
    """Return where the last number begins: at 1 in "two four", at 0 in "twenty - four"."""
    start, total = 0, 0.0
    for place, word in enumerate(words):
        value = _one(word)
        if value is None:
            continue
        joins = value >= 100 or value == 12 or (total >= 20 and total % 10 == 0 and value < total)
        start, total = (start, _join(total, value)) if total and joins else (place, value)
    return start


def ordinal(words: Sequence[str]) -> int | None:
    """Return the whole number of "2nd", "second" or "2"."""
    for word in words:
        digits = re.match(r"\d{1,4}", word.replace(",", ""))
        if digits:
            return int(digits[0])
        value = lookup("ORDINALWORD NUMWORD", word)
        if isinstance(value, int):
            return value
    return None


def year(words: Sequence[str]) -> int | None:
    """Return the year of "1998", "'98" or "98"."""
    for word in words:
        digits = word.strip("'’")
        if digits.isdigit():
            value = int(digits[:4])
            return value if len(digits) > 2 else value + (2000 if value < _PIVOT else 1900)
    return None
