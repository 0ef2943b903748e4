"""Finds days told before: that of an event named again ("the day before the talks"), one in the sentence."""

import re
from collections.abc import Sequence

from core.model import Basis, TimeExpression
from core.temporal import spans
from core.temporal.forms import Calendar, Clock, Expression, Shift, Unit
from core.temporal.lexicon import data
from core.temporal.spans import Span

_NAMED = re.compile(r"\s{1,3}(?:the|his|her|their|its|this|that|these|those)\s{1,3}([a-z]{4,20})\b")
_ENDS = ".!?\n"
_REACH = 300  # letters looked at on either side of a date for the end of its sentence
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)]*\s|\n")
_YEAR = re.compile(r"\d{4}")
_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)(?:In |During )?\Z")
_TURNS = re.compile(r"\b(?:but|while|whereas|this|now)\b|;")  # to a time that the year does not hold for
_LEAD = 12  # letters before a year in which a sentence that it opens begins
_NEAR = 4  # expressions before, among which a day told in the same sentence is sought
_LOOKED_AT = 30  # dates told before, the last of them
_LEAST = 4  # letters of a word that must be the same: "strike" is told by "striking"


def day_of_event(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day told last beside the word for what ``item`` counts from; None where there is none."""
    form = item.form
    beside = isinstance(form, Shift) and form.whole and form.unit is Unit.DAY and bool(form.count)
    named = _NAMED.match(text, item.end) if beside else None
    if named is None or named[1] not in data("lexicon.toml")["events"]:
        return None
    word = re.compile(rf"\b{named[1][: max(_LEAST, len(named[1]) - 1)]}", re.IGNORECASE)
    for other in reversed(told[-_LOOKED_AT:]):
        if other.first and other.first == other.last and word.search(*_sentence(text, other)):
            return spans.day(other.first)
    return None


def day_of_sentence(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day told in full before a day and month in the same sentence; None where none is."""
    form = item.form.day if isinstance(item.form, Clock) else item.form
    if not isinstance(form, Calendar) or form.year or not (form.month and form.day):
        return None
    for other in reversed(told[-_NEAR:]):
        if _SENTENCE_ENDS.search(text, other.end, item.start):
            return None
        if other.basis is Basis.EXPLICIT and other.first and other.first == other.last:
            return spans.day(other.first)
    return None


def year_of_sentence(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the year that opens the sentence of a month: "In 2011 they met twice, in March and in May"."""
    form = item.form
    if not isinstance(form, Calendar) or form != Calendar(month=form.month) or not form.month:
        return None
    for other in reversed(told[-_NEAR:]):
        if _SENTENCE_ENDS.search(text, other.end, item.start):
            return None
        if _YEAR.fullmatch(other.value):
            opens = _OPENS.search(text[max(0, other.start - _LEAD) : other.start])
            turns = _TURNS.search(text, other.end, item.start)
            return spans.year(int(other.value)) if opens and not turns else None
    return None


def _sentence(text: str, item: TimeExpression) -> tuple[str, int, int]:
    """Return the text with first and last place of the sentence that an expression stands in."""
    first, last = max(0, item.start - _REACH), item.end + _REACH
    start = max(text.rfind(mark, first, item.start) for mark in _ENDS) + 1
    ends = [place for mark in _ENDS if (place := text.find(mark, item.end, last)) >= 0]
    return text, max(start, first), min(ends, default=last)
