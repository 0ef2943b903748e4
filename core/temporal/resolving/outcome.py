"""What resolving an expression gives."""

from dataclasses import dataclass

from core.model import Basis, TimexType
from core.temporal.spans import Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """TIMEX3 type and value, the stretch of days meant, where it is known, and why.

    ``approximate`` marks a date told roughly.
    """

    type: TimexType
    value: str
    span: Span | None = None
    basis: Basis = Basis.PARTIAL
    reason: str = ""
    approximate: bool = False


def date(span: Span, basis: Basis, reason: str, *, approximate: bool = False) -> Outcome:
    """Return the outcome of a date."""
    return Outcome(TimexType.DATE, span.value, span, basis, reason, approximate)


def unknown(value: str, reason: str) -> Outcome:
    """Return the outcome of a date of which too little is known."""
    return Outcome(TimexType.DATE, value, None, Basis.PARTIAL, reason)
