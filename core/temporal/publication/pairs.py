"""Clues from expressions that explain each other: "a meeting on Monday" and "the 2 June meeting"."""

import datetime as dt
import math
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import product

from core.edtf import words
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights
from core.temporal.publication.named import Named

_CONTEXT = 70
_MOST = 100  # dates and weekdays of a text that are paired, the first of them
_STEM = re.compile(r"\b[^\W\d_]{4}")
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_BEFORE_EVENT = re.compile(
    r"\s{0,9}(?:(?:more|left|remain\w{0,4}|to go)\s{1,9})?(?:before|until|till|ahead of|left)\b"
)
_LEFT = re.compile(r"\b(?:more|left|remain\w{0,4}|to go|only|just)\b", re.IGNORECASE)

# How often a weekday is that of a date named near it: where the words around both agree, and where not
_ALIKE, _UNLIKE = 0.55, 0.26
_CHANCE = 1 / 7
# ln-likelihood of a day by how far the days left to an event are off the number named
_OFF_COUNT = (0.0, -1.0, -2.5, -4.0)


def pair_clues(text: str, named: Sequence[Named]) -> Iterator[Clue]:
    """Yield a clue for each weekday and date that may be one, and for "four more days before" a date."""
    dates = [item for item in named if item.day and item.month and not item.year and item.weekday is None]
    weekdays = [item for item in named if item.weekday is not None and not item.day]
    pairs: dict[tuple[int, int], list[tuple[Named, Named]]] = defaultdict(list)
    for date, weekday in product(dates[:_MOST], weekdays[:_MOST]):
        points = date.direction != "open" or weekday.direction != "open"
        if points and not _share_sentence(text, date, weekday):
            pairs[date.month or 0, date.day or 0].append((date, weekday))
    for same in pairs.values():
        yield _same_day(text, same)
    ahead = [item for item in named if item.day and item.month and item.direction == "future"]
    for item in named:
        if ahead and item.shift and item.shift[0] == "day" and _is_left(text, item):
            most = Counter((a.month or 0, a.day or 0) for a in ahead).most_common(1)[0][0]
            yield _days_left(item, *most)


def _is_left(text: str, item: Named) -> bool:
    after = _BEFORE_EVENT.match(text, item.end)
    return after is not None and bool(_LEFT.search(item.text + after[0]))


def _share_sentence(text: str, date: Named, weekday: Named) -> bool:
    """Say whether both stand in one sentence, which then speaks of two days."""
    low, high = min(date.end, weekday.end), max(date.start, weekday.start)
    return _SENTENCE_END.search(text, low, high) is None


def _same_day(text: str, pairs: Sequence[tuple[Named, Named]]) -> Clue:
    """Weigh the days near a date by whether it falls on a weekday named; far from it nothing is told."""
    date = pairs[0][0]
    shares: dict[int | None, float] = defaultdict(float)
    for one, weekday in pairs:
        alike = bool(_stems(text, one) & _stems(text, weekday))
        shares[weekday.weekday] = max(shares[weekday.weekday], _ALIKE if alike else _UNLIKE)
    future = any("future" in (one.direction, weekday.direction) for one, weekday in pairs)
    weights = grid.flat()
    for day in grid.occurrences(date.month or 1, date.day or 1):
        place = grid.index(day)
        low, high = (place - 7, place) if future else (place, place + 7)
        meets = shares.get(day.weekday())
        odds = meets / _CHANCE if meets else (1 - max(shares.values())) / (1 - _CHANCE)
        weights[max(low, 0) : max(high, 0)] = math.log(odds)
    texts = {weekday.weekday: weekday.text for _, weekday in pairs}
    return Clue("pair", date.text, weights, _say(date, texts))


def _say(date: Named, weekdays: Mapping[int | None, str]) -> Callable[[dt.date], str]:
    def say(day: dt.date) -> str:
        near = min(grid.occurrences(date.month or 1, date.day or 1), key=lambda at: abs((at - day).days))
        return f"“{date.text}” falls on the day of “{weekdays.get(near.weekday(), '')}”"

    return say


def _stems(text: str, item: Named) -> set[str]:
    around = (
        text[max(0, item.start - _CONTEXT) : item.start] + " " + text[item.end : item.end + _CONTEXT // 2]
    )
    return {match[0].lower() for match in _STEM.finditer(around)} - _frequent()


@cache
def _frequent() -> frozenset[str]:
    """Return the first letters of words too frequent to tell that two sentences speak of one thing."""
    data = tomllib.loads(files(__package__).joinpath("pairs.toml").read_text(encoding="utf-8"))
    return frozenset(data["frequent"])


def _days_left(item: Named, month: int, day: int) -> Clue:
    assert item.shift
    weights: Weights = grid.flat(_OFF_COUNT[-1])
    for event in grid.occurrences(month, day):
        for off, weight in enumerate(_OFF_COUNT):
            for place in (
                grid.index(event) - round(abs(item.shift[1])) - off,
                grid.index(event) - round(abs(item.shift[1])) + off,
            ):
                if 0 <= place < grid.DAYS:
                    weights[place] = max(weights[place], weight)
    event_words = words(f"2000-{month:02}-{day:02}", year=False)
    return Clue("pair", item.text, weights, lambda _: f"“{item.text}” are left before {event_words}")
