"""Finds the time expressions of a text, with no date known but those the text names."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal import cues, holidays
from core.temporal.afternoons import afternoons
from core.temporal.builders import build
from core.temporal.builders.draft import Draft
from core.temporal.filters import is_time
from core.temporal.forms import Calendar, Clock, Duration, Expression, date_of
from core.temporal.lexicon import ENGLISH
from core.temporal.refiners import refine
from core.temporal.shapes import find
from core.temporal.words import Words

_BOUNDS = frozenset(
    {"by", "until", "till", "since", "within", "before", "after", "from", "through", "in", "for", "every"}
)
_RECORDS = frozenset({"first", "only", "most", "worst", "least", "last", "than", "never", "record"})
_RECORD_REACH = 6
_AFTER_HEADING = frozenset({":", "-", "–", "—", ","})
_RANGE = frozenset({"to", "until", "till", "through", "-", "–", "—"})
_YEAR_WORDS = frozenset({"year", "р", "г", "."})  # "24 лютого 2022 року до 1 травня"
_DETERMINERS = frozenset({"the", "a", "an", "about", "around", "roughly", "at", "least"})


def recognise(text: str, language: str = ENGLISH) -> list[Expression]:
    """Return the time expressions of a text in order, none overlapping another."""
    words, hits = find(text, language)
    drafts = [draft for hit in hits for draft in build(hit) if is_time(words, draft)]
    drafts = refine(words, _with_holidays(words, drafts))
    ranges = _ranges(words, drafts)
    expressions = [_expression(words, draft, ranges.get(place)) for place, draft in enumerate(drafts)]
    told = _agree(expressions)
    return afternoons(text, told) if language == ENGLISH else told


def _agree(expressions: Sequence[Expression]) -> list[Expression]:
    """Let both ends of a range point the way that the surer of them does."""
    out = []
    for item in expressions:
        other = item if item.range_with is None else expressions[item.range_with]
        if other.confidence > item.confidence:
            out.append(replace(item, direction=other.direction, cue=other.cue, confidence=other.confidence))
        else:
            out.append(item)
    return out


def _with_holidays(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Put the named days among the drafts; a name takes the place of the date words in it ("Good Friday")."""
    named = list(holidays.find(words))
    inside = {place for draft in named for place in range(draft.first, draft.last)}
    kept = [draft for draft in drafts if inside.isdisjoint(range(draft.first, draft.last))]
    return sorted([*kept, *named], key=lambda draft: draft.first)


def _expression(words: Words, draft: Draft, range_with: int | None) -> Expression:
    start, end = words.starts[draft.first], words.ends[draft.last - 1]
    form = date_of(draft.form)
    day = isinstance(form, Calendar) and (form.day is not None or form.weekday is not None)
    cue = cues.find(words, draft.first, draft.last, day=day)
    return Expression(
        start,
        end,
        words.text[start:end],
        draft.form,
        draft.mod,
        cue.direction,
        cue.words,
        cue.confidence,
        _bound(words, draft),
        range_with,
        cue.planned,
    )


def _bound(words: Words, draft: Draft) -> str:
    """Return the word before the expression that makes a window of it."""
    place = draft.first - 1
    while place >= 0 and draft.first - place < 4 and words.norm(place) in _DETERMINERS:
        place -= 1
    word = words.norm(place) if place >= 0 else ""
    if place < 0 or word.isspace():  # a heading: "2005: elections"
        return "in" if draft.last < len(words.codes) and words.word(draft.last) in _AFTER_HEADING else ""
    if word == "in" and isinstance(draft.form, Duration) and _is_record(words, place):
        return ""
    return word if word in _BOUNDS else ""


def _is_record(words: Words, place: int) -> bool:
    """Say whether "in" tells how long something is the most or the first: "the worst in two years"."""
    before = [words.norm(index) for index in range(max(0, place - _RECORD_REACH), place)]
    return any(word in _RECORDS or (word.endswith("est") and len(word) > 4) for word in before)


def _ranges(words: Words, drafts: Sequence[Draft]) -> dict[int, int]:
    """Pair the two ends of "from 3 March to 5 May", "between 2 and 5 June", "27-28 April"."""
    pairs: dict[int, int] = {}
    for place, (left, right) in enumerate(pairwise(drafts)):
        if type(left.form) is not type(right.form) or not isinstance(left.form, Calendar | Clock):
            continue
        gap = (words.norm(index) for index in range(left.last, min(right.first, left.last + 3)))
        between = [word for word in gap if word not in _YEAR_WORDS]
        before = words.norm(left.first - 1) if left.first else ""
        joined = (between[:1] and between[0] in _RANGE and len(between) == 1) or (
            between == ["and"] and before == "between"
        )
        if joined and not cues.dates_act(words, left.first, left.last):  # "adjourned Wednesday until Monday"
            pairs |= {place: place + 1, place + 1: place}
    return pairs
