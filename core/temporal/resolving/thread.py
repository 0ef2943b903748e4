"""Finds the year of a date where a text looks back: from the sentence before, from years counted in words."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from core.model import Basis, TimeExpression, TimexType
from core.temporal import spans
from core.temporal.forms import Calendar, Direction, Expression, date_of
from core.temporal.resolving.narrative import is_near
from core.temporal.resolving.phrases import phrases
from core.temporal.resolving.sentences import is_apart, opens_sentence, sentences_ended, turns
from core.temporal.spans import Span

_NEAR = 4  # expressions before, among which the date that a thread goes on from is sought
_LEAD = 160  # letters before a date in which its clause begins
_SOON = 4  # months to the next date of a thread, across the turn of a year and near publication
_ON = 8  # ... near publication where the thread has gone on already
_LATELY = 21  # days up to publication that no date told in full takes along
_MONTH = re.compile(r"\d{4}-\d\d")
_ASIDE = re.compile(  # the words before a date that is told by the way
    rf"\b(?:{phrases('asides')})\b[^,;]*\Z|,\s(?:\w+ly )?\w+(?:{phrases('participles')}) [^,;]*\Z"
)
_CLAUSE = re.compile(r"[.!?;:][\"”’)]*\s|\n")
_MOVED = re.compile(rf"\b(?:{phrases('moved')}) (?:\w+ ){{0,3}}(?:to|until|till) \Z")
_COUNTED = re.compile(r"\byears? (?:later|afterwards|earlier|before|after)\Z")
_THAT_YEAR = re.compile(
    r"(?:in |by )?(?:the (?:very )?same|that(?: same)?|the (?:following|next)) year\Z", re.IGNORECASE
)
_BESIDE = re.compile(r",? (?:in|on|by)? ?(?:the )?")
_OPENING = re.compile(r"[.!?][\"”’)]*\s(?:In |By |Then,? in )?(?:the )?\Z")


def year_of_thread(
    text: str, item: Expression, told: Sequence[TimeExpression], dct: dt.date | None
) -> Span | None:
    """Return the year of a date that goes on from one of an earlier year, told in the sentence before."""
    form = _date_without_year(item)
    if form is None or dct is None:
        return None
    for other in _told_lately(text, item, told):
        if other.basis not in (Basis.EXPLICIT, Basis.NARRATIVE) or item.direction is Direction.FUTURE:
            return None
        on = other.basis is Basis.NARRATIVE
        if _MONTH.match(other.value) and (on or _begins(text, form, item, other)):
            lately = not on and _is_lately(form, dct)
            return (
                _year_after(form, other.first, dct, _ON if on else _SOON)
                if other.first and not lately
                else None
            )
    return None


def year_in_words(text: str, item: Expression, told: Sequence[TimeExpression]) -> int | None:
    """Return the year that words right before tell: "three years later, in August", "the same year, in May".

    What is "moved to 3 May" from a day comes next after that.
    """
    form, other = _date_without_year(item), told[-1] if told else None
    if other is None or other.first is None or form is None:
        return None
    gap = text[other.end : item.start]
    apart = is_apart(text, other.end, item.start)
    if _MOVED.search(gap) and not apart:
        return _next(form, other.first)
    if _COUNTED.search(other.text) and _BESIDE.fullmatch(gap):
        return other.first.year
    goes_on = opens_sentence(text, other.start) and not apart and not turns(text, other.end, item.start)
    return other.first.year if goes_on and _THAT_YEAR.match(other.text) else None


def _date_without_year(item: Expression) -> Calendar | None:
    form = date_of(item.form)
    if not isinstance(form, Calendar) or form.year or not form.month or form.context:
        return None
    return form if form.step is None and form.year_step is None else None


def _told_lately(text: str, item: Expression, told: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Yield the dates before, from the nearest on, of the same sentence and the one before."""
    for other in reversed(told[-_NEAR:]):
        if "\n" in text[other.end : item.start] or sentences_ended(text, other.end, item.start) > 1:
            return
        if other.first and other.type not in (TimexType.DURATION, TimexType.SET):
            yield other


def _begins(text: str, form: Calendar, item: Expression, date: TimeExpression) -> bool:
    """Say whether a date told in full begins a thread: that of the sentence before, not told by the way.

    A month goes on from it only where it opens its sentence.
    """
    gap, lead = text[date.end : item.start], text[max(0, date.start - _LEAD) : date.start]
    opens = form.day or _OPENING.search(gap)
    past = item.direction is Direction.PAST and is_apart(text, date.end, item.start)
    return bool(opens and past) and not _ASIDE.search(_CLAUSE.split(lead)[-1])


def _next(form: Calendar, told: dt.date) -> int:
    """Return the year in which a day and month next come after a date."""
    return told.year + ((form.month or 0, form.day or 31) <= (told.month, told.day))


def _year_after(form: Calendar, told: dt.date, dct: dt.date, soon: int) -> Span | None:
    """Return the year of the date that follows one of an earlier year, None where it may be of these days.

    Of these weeks it is none within ``soon`` months.
    """
    on = (form.month or 0) - told.month
    year = told.year + (on < 0)
    back = not on and form.day and form.day < told.day
    if told.year >= dct.year or back or (on < 0 and on + 12 > _SOON) or _is_ahead(form, year, dct):
        return None
    recent = is_near(form, dct) and on % 12 > soon
    return None if recent else spans.year(year)


def _is_lately(form: Calendar, dct: dt.date) -> bool:
    """Say whether a day may be one of these weeks, which news tells after the first day of a long war too."""
    days = (dt.date(year, form.month or 1, 1) for year in (dct.year, dct.year - 1))
    return bool(form.day) and any(0 <= (dct - first).days - (form.day or 0) + 1 <= _LATELY for first in days)


def _is_ahead(form: Calendar, year: int, dct: dt.date) -> bool:
    return (year, form.month or 0, form.day or 0) > (dct.year, dct.month, dct.day)
