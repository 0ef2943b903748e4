"""Tells whose day an hour is of: that of the story, not one told in an aside or with a verb of saying."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.model import TimeExpression
from core.temporal import spans
from core.temporal.cue_lexicon import cue_lexicon
from core.temporal.forms import Anchor, Direction, Expression, Shift, Unit, date_of
from core.temporal.lexicon import ENGLISH
from core.temporal.resolving.sentences import is_apart
from core.temporal.spans import Span

_NEAR = 6  # expressions before, among which the days of the story are sought
_HOURS = 2  # ... the last hour
_RECENT = 7  # days: one told longer ago, even in a clause of its own, is what the text goes on to tell of
_LEAD = 160  # letters before a day in which the clause that it stands in begins
_RELATIVE = re.compile(r",\s(?:who|which|whose|where|when)\b(?:[^,.;:!?]|[.,](?=\d))*\Z")
_LEFT = re.compile(r"[,.;:!?)]\s|\n|[—–]")  # the end of a clause
_GOES_ON = re.compile(r"\b(?:until|till|through|since|from|to)\s(?:the\s)?\Z")
_AGO = " ago"


@cache
def _saying() -> re.Pattern[str]:
    """Return a pattern of verbs of saying right before a day: "officials said on", "told reporters late"."""
    verbs = "|".join(sorted(cue_lexicon(ENGLISH).reporting))
    return re.compile(rf"\b(?:{verbs}|told\s[\w-]+)\s(?:(?:late|early|earlier)\s)?(?:on\s)?\Z")


def day_of_story(
    text: str, item: Expression, told: Sequence[TimeExpression], day: Span, now: dt.date
) -> Span | None:
    """Return the day told that an hour is of, None for that of publication, where ``day`` was told last.

    That of "Shells fell on Monday, officials said Tuesday. The first, at 9 a.m., ..." is Monday.
    """
    last = next((one for one in reversed(told[-_NEAR:]) if one.day == day.first), None)
    if last is None:
        return day
    if _is_date(last) and _RELATIVE.search(_before(text, last)):
        left = _LEFT.search(text, last.end, item.start)
        today = None if 0 <= (now - day.first).days <= _RECENT else day
        return next(_days_beside(text, last, told), today) if left else day
    apart = item.direction is not Direction.FUTURE and is_apart(text, last.end, item.start)
    if apart and _saying().search(_before(text, last)):
        return next(_days_beside(text, last, told), day)
    return day


def _is_date(one: TimeExpression) -> bool:
    return "T" not in one.value


def _before(text: str, one: TimeExpression) -> str:
    return text[max(0, one.start - _LEAD) : one.start]


def _days_beside(text: str, last: TimeExpression, told: Sequence[TimeExpression]) -> Iterator[Span]:
    """Yield the days that the sentence of an aside told before it, from the nearest on."""
    for one in reversed([one for one in told[-2 * _NEAR :] if one.end <= last.start]):
        if is_apart(text, one.end, last.start):
            return
        lead = _before(text, one)
        aside = _RELATIVE.search(lead) or _saying().search(lead) or _GOES_ON.search(lead)
        if one.day and not aside:
            yield spans.day(one.day)


def day_of_last_hour(told: Sequence[TimeExpression]) -> Span | None:
    """Return the day whose hours were just told, for "earlier in the day"; None where none were."""
    last = next((one for one in reversed(told[-_HOURS:]) if one.day), None)
    return spans.day(last.day) if last and last.day and not _is_date(last) else None


def day_ago(text: str, item: Expression, told: Sequence[TimeExpression]) -> Span | None:
    """Return the day of "a fortnight ago" for "the same evening", "the next day" in its sentence."""
    form = date_of(item.form)
    counts = isinstance(form, Shift) and form.unit is Unit.DAY and form.anchor is Anchor.CONTEXT
    last = next((one for one in reversed(told[-_NEAR:]) if one.day), None) if counts else None
    if last is None or last.day is None or is_apart(text, last.end, item.start):
        return None
    return spans.day(last.day) if last.text.endswith(_AGO) else None
