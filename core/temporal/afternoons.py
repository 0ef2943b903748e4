"""Tells which bare hours are after noon: "It's six o'clock. Good evening.", "we meet at 2:30"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.temporal.forms import Clock, Direction, Expression
from core.temporal.lexicon import data

_NOON = 12
_BARE = re.compile(r"(?:about |around )?(?:[1-9]|1[01])[:.]\d\d\b|[\w ]*\bo[’']?clock\b", re.IGNORECASE)
_TOLD = re.compile(r"[ap]\.?m\b|morning|afternoon|evening|night|gmt|hours|local", re.IGNORECASE)
_OF_24 = re.compile(r"\b(?:0\d|1[3-9]|2[0-3])[:.]\d\d\b")  # a text that counts the hours to 24
_LATE = re.compile(r"\b(?:(?:this|good) (?:afternoon|evening)|tonight)\b", re.IGNORECASE)
_EARLY = re.compile(r"\b(?:this|good) morning\b", re.IGNORECASE)
_WORD, _LEAD = re.compile(r"[a-z]+"), 60  # letters before an hour in which its appointment is named
_APPOINTED = range(1, 7)  # hours at which nobody meets before noon


def afternoons(text: str, expressions: Sequence[Expression]) -> list[Expression]:
    """Return the expressions, the hours that are of an afternoon or evening told by 24."""
    if not any(_is_bare(item) for item in expressions) or _OF_24.search(text):
        return list(expressions)
    return [_late(item) if _is_bare(item) and _is_late(text, item) else item for item in expressions]


def _is_bare(item: Expression) -> bool:
    """Say whether an hour before noon is told without its part of the day."""
    form = item.form
    early = isinstance(form, Clock) and form.hour is not None and 0 < form.hour < _NOON and not form.zone
    return early and bool(_BARE.match(item.text)) and not _TOLD.search(item.text)


def _is_late(text: str, item: Expression) -> bool:
    """Say whether a bare hour is after noon: its paragraph is told then, or people are to meet then."""
    hour = item.form.hour if isinstance(item.form, Clock) else None
    if item.direction is Direction.PAST:
        return False
    start, end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    paragraph = text[start : end if end >= 0 else len(text)]
    now = item.direction is Direction.OPEN and _LATE.search(paragraph) and not _EARLY.search(paragraph)
    return bool(now) or (hour in _APPOINTED and _is_appointment(text, item))


def _is_appointment(text: str, item: Expression) -> bool:
    """Say whether an hour is one at which people are to meet, but not "the truce begins at 6:00"."""
    told = set(_WORD.findall(text[max(0, item.start - _LEAD) : item.start].lower()))
    return item.direction is Direction.FUTURE and not told.isdisjoint(data("lexicon.toml")["appointments"])


def _late(item: Expression) -> Expression:
    form = item.form
    hour = form.hour if isinstance(form, Clock) else None
    return replace(item, form=replace(form, hour=hour + _NOON)) if isinstance(form, Clock) and hour else item
