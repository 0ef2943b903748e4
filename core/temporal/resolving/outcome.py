"""What resolving an expression gives, and the reasons in words."""

import datetime as dt
from dataclasses import dataclass

from core.edtf import words
from core.model import Basis, TimexType
from core.temporal.forms import Direction, Expression, Unit
from core.temporal.spans import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """TIMEX3 type and value, the stretch of days meant, where it is known, and why.

    ``approximate`` marks a date told roughly; ``end`` is where its words end where more are of it.
    """

    type: TimexType
    value: str
    span: Span | None = None
    basis: Basis = Basis.PARTIAL
    reason: str = ""
    approximate: bool = False
    end: int | None = None


def date(span: Span, basis: Basis, reason: str, *, approximate: bool = False) -> Outcome:
    """Return the outcome of a date."""
    return Outcome(TimexType.DATE, span.value, span, basis, reason, approximate)


def unknown(value: str, reason: str) -> Outcome:
    """Return the outcome of a date of which too little is known."""
    return Outcome(TimexType.DATE, value, None, Basis.PARTIAL, reason)


def told_words(span: Span) -> str:
    """Return a span in words where it is a day, month or year, else its value."""
    return words(span.value) if span.unit in (Unit.DAY, Unit.MONTH, Unit.YEAR) else span.value


def why(span: Span, item: Expression, dct: dt.date) -> str:
    """Say in words why this date: the cue, or that it is nearest."""
    told, published = told_words(span), words(dct.isoformat())
    if span.first == span.last == dct:
        return "the publication day itself"
    if span.first <= dct <= span.last:
        return f"{told} holds the publication day, {published}"
    ahead = span.first > dct
    side = f"the next after {published}" if ahead else f"the last before {published}"
    if not item.cue or item.direction is not (Direction.FUTURE if ahead else Direction.PAST):
        return f"{side}, the nearest"
    return f"{side}, for “{item.cue}” points {'ahead' if ahead else 'back'}"
