"""Time: finds date expressions, resolves them as a news reader would, infers a missing publication date."""

import datetime as dt

from core.model import TimeExpression
from core.temporal.recognition import recognise
from core.temporal.resolution import resolve

__all__ = ["recognise", "resolve", "tag"]


def tag(text: str, dct: dt.date | None, *, language: str = "en") -> list[TimeExpression]:
    """Return the time expressions of a text, sorted and not overlapping.

    ``dct`` is the day of publication; with None, dates that need it stay open and say so.
    """
    return resolve(text, recognise(text), dct)
