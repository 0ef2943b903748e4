"""Reads how long a deadline runs, so that it can be drawn from the day it was set to the day it runs out."""

import re
from collections.abc import Iterable
from itertools import pairwise

from core.events.syntax import Tree
from core.model import TimeExpression, TimexType

_DEADLINES = frozenset(("deadline", "ultimatum"))
_UNIT = {"day": 1.0, "week": 7.0, "month": 30.0, "hour": 1 / 24}
_LONGEST = 4  # digits of a number of days, weeks or months
_NUMBERS = {
    name: count
    for count, name in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
        start=1,
    )
}
_LENGTH = re.compile(r"P(?:(\d{1,3})([DWM])|T(\d{1,3})H)")
_DAYS = {"D": 1, "W": 7, "M": 30}
_REACH = 6  # words before the noun


def run_out(tree: Tree, tokens: Iterable[int]) -> int:
    """Return how many days the deadline among the tokens gives ("a two-week deadline"), or 0 for none."""
    head = next((i for i in tokens if tree.tokens[i].lemma in _DEADLINES), None)
    if head is None:
        return 0
    before = [t.text.lower() for t in tree.tokens[max(head - _REACH, 0) : head] if t.text != "-"]
    for word, unit in pairwise(before):
        days = _UNIT.get(unit.rstrip("s"))
        count = number(word)
        if days and count:
            return max(round(count * days), 1)
    return 0


def number(word: str) -> int:
    """Return the number that a word or digits stand for, or 0."""
    return _NUMBERS.get(word, int(word) if word.isdecimal() and len(word) <= _LONGEST else 0)


def length(timex: TimeExpression) -> int:
    """Return how many days a duration like "two weeks" lasts, or 0 for any other expression."""
    found = _LENGTH.fullmatch(timex.value) if timex.type is TimexType.DURATION else None
    if found is None:
        return 0
    return -(-int(found[3]) // 24) if found[3] else int(found[1]) * _DAYS[found[2]]
