"""Reads the entries of a chronology in the historic present: "24 лютого. Опівдні десант висаджується"."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from core.model import TimeExpression
from core.temporal import spans
from core.temporal.forms import Anchor, Calendar, Clock, Direction, Expression, Shift, Unit, date_of
from core.temporal.resolving.context import Context
from core.temporal.resolving.phrases import phrases

_OPENS = re.compile(r"(?:^|[.!?…]\s+|\n\s*)\Z")
_CLOSES = re.compile(rf"(?:{phrases('year')})?(?:[.:]\s| [–—] )")  # after a date that heads an entry
_LEAD = 4  # letters before a date, in which what it opens begins
_NEAR = 8  # expressions before, among which the heading is sought
_PRESENT = 0.5  # how sure a verb in the present is of a day to come


def entry_of(
    text: str, item: Expression, told: Sequence[TimeExpression], now: dt.date | None
) -> dt.date | None:
    """Return the day, long enough over, that heads the entry in which an expression stands; else None."""
    for other in reversed(told[-_NEAR:]):
        if "\n" in text[other.end : item.start]:
            return None
        if other.day and _heads(text, other):
            return other.day if now and other.day < now else None
    return None


def _heads(text: str, item: TimeExpression) -> bool:
    """Say whether a date opens a sentence or line and is set off from what it heads."""
    opens = _OPENS.search(text[max(0, item.start - _LEAD) : item.start])
    return bool(opens and _CLOSES.match(text, item.end)) and "T" not in item.value


def historic(item: Expression) -> Expression:
    """Return an expression of such an entry as past, unless a verb surely points ahead."""
    form = item.form
    if isinstance(form, Clock) and form.day == Shift(Unit.DAY, 0.0) and form.joins < 0:
        item = replace(item, form=replace(form, day=None))  # "вночі" is the night of the entry
    counts = isinstance(form, Shift) and form.sign > 0 and not form.whole and form.anchor is Anchor.DCT
    sure = item.direction is Direction.FUTURE and item.confidence > _PRESENT
    present = item.direction is Direction.FUTURE or counts
    return replace(item, direction=Direction.PAST) if present and not sure else item


def under(entry: dt.date, item: Expression, context: Context) -> Context:
    """Return the context in which a weekday of an entry is resolved: it follows the day that heads it."""
    form = date_of(item.form)
    named = isinstance(form, Calendar) and form == Calendar(weekday=form.weekday)
    return replace(context, narrative=True, story=spans.day(entry)) if named else context
