"""Time: finds date expressions, resolves them as a news reader would, infers a missing publication date."""

import datetime as dt
from collections.abc import Callable

from core.model import TimeExpression
from core.temporal.forms import Expression
from core.temporal.recognition import recognise
from core.temporal.resolution import resolve

__all__ = ["recognise", "resolve", "tag"]

_RECOGNISERS: dict[str, Callable[[str], list[Expression]]] = {"en": recognise}


def tag(text: str, dct: dt.date | None, *, language: str = "en") -> list[TimeExpression]:
    """Return the time expressions of a text, sorted and not overlapping.

    ``dct`` is the day of publication; with None, dates that need it stay open and say so. A text in a
    language that has no recogniser is read as English, which finds at least its dates in figures.
    """
    find = _RECOGNISERS.get(language, recognise)
    return resolve(text, find(text), dct)
