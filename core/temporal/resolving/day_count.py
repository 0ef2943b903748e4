"""Resolves day counts of events: "day 151 of the invasion", "the second day of talks"."""

import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from core import edtf, facts
from core.model import Basis, TimeExpression
from core.temporal import spans
from core.temporal.forms import DayCount, Expression, Unit
from core.temporal.resolving.context import Context
from core.temporal.resolving.outcome import Outcome, date, unknown
from core.temporal.resolving.sentences import sentences_ended

_OPEN = {Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX", Unit.YEAR: "XXXX"}
_COUNT_SLACK = 4  # days by which newsrooms differ in counting a war's days
_APPOSED = re.compile(
    r"\s{0,3}(?:,|[–—-]|\(|,? ?(?:is|was|(?:will|would) be|marks|marked|will mark)) ?\s{0,2}(?:[Oo]n )?"
)
_TODAY = re.compile(r"\b(?:[Ii]t|[Tt]his) ?(?:['’]s|is) (?:now )?\Z")
_COUNTED, _NEAR = re.compile(r"day \w+|the \w+ day"), 4  # "day four", and how many such are looked past
_LONG = 5  # days of what goes on from which its number tells of the day at hand
_AT_HAND = re.compile(r"(?:\b[Oo]n|\b(?:is|enters|entered|begins|began|begun|of)|^|\n|[–—-]) ?\Z")
_COUNTING = ("day ", "its ", "their ")
_LEAD = 16  # letters looked at before a day count


def resolve(
    form: DayCount, text: str, item: Expression, told: Sequence[TimeExpression], context: Context
) -> Outcome:
    """Resolve a day count by the day beside it, or by a known war; ``told``: the expressions before it."""
    if not form.event:
        return _from_told(form, text, item, told)
    explained = _explained(text, item, told, context.now) if form.unit is Unit.DAY else None
    counted = _from_wars(form, text, context.dct) or _of_first_days(form, text, context.dct)
    return explained or counted or _of_publication(form, text, item, context.now)


def _from_told(form: DayCount, text: str, item: Expression, told: Sequence[TimeExpression]) -> Outcome:
    """Resolve "on day four": the day told in the sentence before, past others so counted, is the first."""
    counted = len(list(takewhile(lambda one: _COUNTED.fullmatch(one.text), reversed(told[-_NEAR:]))))
    last = told[-1 - counted] if len(told) > counted else None
    begun = last.day if last else None
    near = last and sentences_ended(text, last.end, item.start) <= 1 + counted
    day = spans.moved(begun, Unit.DAY, form.number - 1) if begun and near else None
    if begun is None or day is None:
        return unknown("XXXX-XX-XX", "the day it is counted from is not known")
    return date(spans.day(day), Basis.NARRATIVE, f"counted from {edtf.words(begun.isoformat())}")


def _of_publication(form: DayCount, text: str, item: Expression, now: dt.date | None) -> Outcome:
    """Resolve a day count with nothing to count from: "On day 47 of the blockade" is the day at hand."""
    told = item.text.lower().startswith(_COUNTING) and _AT_HAND.search(
        text[max(0, item.start - _LEAD) : item.start]
    )
    numbered = form.unit is Unit.DAY and form.number >= _LONG and told
    if now and numbered and not any(form.event in war.name.lower() for war in _wars_of(text)):
        return date(
            spans.day(now), Basis.RELATIVE, f"the publication day, day {form.number} of the {form.event}"
        )
    return unknown(_OPEN.get(form.unit, "XXXX-XX-XX"), f"counted from the start of the {form.event}")


@lru_cache(maxsize=4)  # the text at hand, for each of its day counts
def _wars_of(text: str) -> tuple[facts.War, ...]:
    """Return the wars of which a text names a place."""
    return tuple(war for war in facts.known().wars if any(place in text for place in war.places))


@lru_cache(maxsize=4)
def _lower(text: str) -> str:
    return text.lower()


def _explained(
    text: str, item: Expression, told: Sequence[TimeExpression], now: dt.date | None
) -> Outcome | None:
    """Return the day that a day count explains: "Monday, the 100th day of the war", "it's the third day"."""
    if now and _TODAY.search(text[max(0, item.start - _LEAD) : item.start]):
        return date(spans.day(now), Basis.RELATIVE, "the publication day, as the text says")
    last = told[-1] if told else None
    if last and last.day and _APPOSED.fullmatch(text, last.end, item.start):
        return date(
            spans.day(last.day),
            Basis.NARRATIVE,
            f"the day it explains, {edtf.words(last.day.isoformat())}",
        )
    return None


def _of_first_days(form: DayCount, text: str, dct: dt.date | None) -> Outcome | None:
    """Resolve "першого дня вторгнення", told in a war: that of the only one so named that goes on."""
    if dct is None or form.unit is not Unit.DAY or form.event in _lower(text):
        return None
    named = [war for war in facts.known().wars if form.event in war.name.lower().split()]
    going_on = [war for war in named if war.start <= dct and war.end is None]
    day = spans.moved(going_on[0].start, Unit.DAY, form.number - 1) if len(going_on) == 1 else None
    if day is None or day > dct:
        return None
    reason = f"counted from {edtf.words(going_on[0].start.isoformat())}, {going_on[0].name}"
    return date(spans.day(day), Basis.RELATIVE, reason)


def _from_wars(form: DayCount, text: str, dct: dt.date | None) -> Outcome | None:
    """Resolve a day count where a war that the text speaks of fits the publication day, else to None."""
    for war in facts.known().wars if dct and form.unit is Unit.DAY else ():
        day = spans.moved(war.start, Unit.DAY, form.number - 1)
        if day is None or dct is None or abs((day - dct).days) > _COUNT_SLACK:
            continue
        foreign = form.event not in _lower(text)  # the places' English names are not to be found there
        if foreign or war in _wars_of(text):
            reason = f"counted from {edtf.words(war.start.isoformat())}, {war.name}"
            return date(spans.day(min(day, dct)), Basis.RELATIVE, reason)
    return None
