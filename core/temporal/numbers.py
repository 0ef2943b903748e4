"""Reads numbers as news writes them: "21", "2,000", "2.5", "2 1/2", "twenty-four", "a hundred", "'98"."""

import re
from collections.abc import Sequence

from core.temporal.shapes import lookup

_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_PIVOT = 36  # "'35" is 2035, "'36" is 1936


def number(words: Sequence[str]) -> float | None:
    """Return the number the lower-case words say; None where they say none ("several")."""
    total: float | None = None
    in_figures = False
    for word in words:
        value = _one(word)
        if value is None:
            if total is not None and (word in ("to", "or", "–", "—") or (word == "-" and in_figures)):
                break  # "6 to 8", "6-8": the lower counts; but "twenty-four"
            continue
        total = value if total is None else _join(total, value)
        in_figures = word[:1].isdigit()
    if total is not None and "half" in words:
        total = total + 0.5 if "and" in words else total
    return total


def _one(word: str) -> float | None:
    fraction = _FRACTION.fullmatch(word)
    if fraction:
        return int(fraction[1]) / int(fraction[2]) if int(fraction[2]) else None
    plain = word.replace(",", "")
    if plain[:1].isdigit():
        try:
            return float(plain)
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
