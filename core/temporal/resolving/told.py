"""Finds days told before: that of an event named again ("the day before the talks"), one in the sentence."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from core.model import Basis, TimeExpression
from core.temporal import spans
from core.temporal.forms import Anchor, Calendar, Expression, Holiday, Shift, Unit, date_of
from core.temporal.lexicon import data
from core.temporal.resolving.phrases import phrases
from core.temporal.resolving.sentences import is_apart, opens_sentence, turns
from core.temporal.spans import Span

_NAMED = re.compile(r"\s{1,3}(?:the|his|her|their|its|this|that|these|those)\s{1,3}([a-z]{4,20})\b")
_ENDS = ".!?\n"
_REACH = 300  # letters looked at on either side of a date for the end of its sentence
_YEAR, _MONTH = re.compile(r"\d{4}"), re.compile(r"\d{4}-\d\d")
_OWNED = re.compile(r"['’]s(?: [\w-]+){0,3} ")  # between "last year" and the feast of what it owns
_NEAR = 4  # expressions before, among which a day told in the same sentence is sought
LOOKED_AT = 30  # dates told before, the last of them
_CLAUSE = 80  # letters before a date in which its clause begins
_CLAUSE_ENDS = re.compile(r"[.;:!?\n]")
_ANOTHER_ROUND = re.compile(rf"\b(?:{phrases('rounds')})\b", re.IGNORECASE)
_LEAST = 4  # letters of a word that must be the same: "strike" is told by "striking"


def day_of_event(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day told last beside the word for what ``item`` counts from; None where there is none."""
    form = date_of(item.form)
    beside = isinstance(form, Shift) and form.whole and form.unit is Unit.DAY and bool(form.count)
    named = _NAMED.match(text, item.end) if beside else None
    if named is None or named[1] not in data("lexicon.toml")["events"]:
        return None
    return day_told_of(named[1], text, told)


def day_told_of(event: str, text: str, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day told last in a sentence that has the word for an event."""
    stem = event.removesuffix("s").removesuffix("ing")  # "the landing" is told by "they landed"
    end = "" if len(stem) >= _LEAST else r"\b"
    word = re.compile(rf"\b{stem[: max(_LEAST, len(stem) - 1)]}{end}", re.IGNORECASE)
    for other in reversed(told[-LOOKED_AT:]):
        if other.day and word.search(*sentence(text, other)):
            return spans.day(other.day)
    return None


def is_of_another_time(text: str, item: Expression) -> bool:
    """Say whether the clause of a date tells of an earlier round: "попередній обмін відбувся 8 лютого"."""
    clause = _CLAUSE_ENDS.split(text[max(0, item.start - _CLAUSE) : item.start])[-1]
    return bool(_ANOTHER_ROUND.search(clause))


def within_the_day(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day that "later in the day" is of, where its sentence tells one before; else None."""
    start = sentence(text, item)[1]
    days = [other.day for other in told[-_NEAR:] if other.start >= start and other.day]
    return spans.day(days[-1]) if days else None


def month_before(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the month or day told before "the month after" in its sentence, past a year that is but named.

    "It was signed in May 2025, and the 2015 accord lapsed the month after."
    """
    form = item.form
    counts = isinstance(form, Shift) and form.unit is Unit.MONTH and form.anchor is Anchor.CONTEXT
    if not (counts and told and _YEAR.fullmatch(told[-1].value)):
        return None
    for other in _in_sentence(text, item, told):
        if _MONTH.match(other.value) and other.first:
            return spans.holding(other.first, Unit.MONTH)
    return None


def episode(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return what tells the year of a date without one: a day told in full, a month or year; None if none."""
    form = date_of(item.form)
    if isinstance(form, Holiday):
        return _year_of_feast(text, item, told)
    if not isinstance(form, Calendar) or form.year or not form.month:
        return None
    if form.day:
        in_full = _last_month(text, form, item, told) or _day_in_full(text, form, item, told)
        return in_full or _year_of_sentence(text, form, item, told)
    return _year_of_sentence(text, form, item, told)


def _in_sentence(text: str, item: Expression, told: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the last expressions told before in the same sentence, from the nearest on."""
    for other in reversed(told[-_NEAR:]):
        if is_apart(text, other.end, item.start):
            return
        yield other


def _day_in_full(text: str, form: Calendar, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day told in full before a day and month: in the same sentence, or that very one before."""
    days = (one for one in _in_sentence(text, item, told) if _is_full(one))
    same = (
        one
        for one in reversed(told[-LOOKED_AT:])
        if one.first and _is_full(one) and (one.first.month, one.first.day) == (form.month, form.day)
    )
    return next((spans.day(one.first) for one in chain(days, same) if one.first), None)


def _is_full(item: TimeExpression) -> bool:
    return item.basis is Basis.EXPLICIT and item.day is not None


def _last_month(text: str, form: Calendar, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the month of a day in it: "In the war last June, shells fell on 13 June"."""
    for other in _in_sentence(text, item, told):
        if other.text.lower().startswith("last ") and _MONTH.fullmatch(other.value) and other.first:
            return spans.holding(other.first, Unit.MONTH) if other.first.month == form.month else None
    return None


def _year_of_sentence(
    text: str, form: Calendar, item: Expression, told: Sequence[TimeExpression]
) -> Span | None:
    """Return the year that opens the sentence of a date: "In 2011 they met twice, in March and on 5 May"."""
    if form != Calendar(month=form.month, day=form.day):
        return None
    for other in _in_sentence(text, item, told):
        if _YEAR.fullmatch(other.value):
            holds = opens_sentence(text, other.start) and not turns(text, other.end, item.start)
            return spans.year(int(other.value)) if holds else None
    return None


def _year_of_feast(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the year beside a feast: "last year's 30-hour Easter truce"."""
    for other in _in_sentence(text, item, told):
        if _YEAR.fullmatch(other.value):
            return spans.year(int(other.value)) if _OWNED.fullmatch(text, other.end, item.start) else None
    return None


def sentence(text: str, item: Expression | TimeExpression) -> tuple[str, int, int]:
    """Return the text with first and last place of the sentence that an expression stands in."""
    first, last = max(0, item.start - _REACH), item.end + _REACH
    start = max(text.rfind(mark, first, item.start) for mark in _ENDS) + 1
    ends = [place for mark in _ENDS if (place := text.find(mark, item.end, last)) >= 0]
    return text, max(start, first), min(ends, default=last)
