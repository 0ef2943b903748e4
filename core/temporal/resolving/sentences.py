"""Tells how expressions stand to the sentences of a text: within one, opening one, turned to another time.

What a date without a year goes on from is found by where it stands.
"""

import re

from core.temporal.resolving.phrases import phrases

_ENDS = re.compile(r"[.!?][\"”’)]*\s|\n")
_OPENS = re.compile(rf"(?:^|[.!?:;]\s+|\n\s*)(?:{phrases('leads')})?\Z")
_TURNS = re.compile(rf"\b(?:{phrases('turns')})\b|;")
_LEAD = 12  # letters before an expression in which a sentence that it opens begins


def sentences_ended(text: str, start: int, end: int) -> int:
    """Return how many sentences, headings or paragraphs end between two places."""
    return len(_ENDS.findall(text, start, end))


def is_apart(text: str, start: int, end: int) -> bool:
    """Say whether a sentence, heading or paragraph ends between two places."""
    return _ENDS.search(text, start, end) is not None


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a sentence or line, or what follows a colon, opens at a place; "In" may stand before it."""
    return _OPENS.search(text[max(0, start - _LEAD) : start]) is not None


def turns(text: str, start: int, end: int) -> bool:
    """Say whether the words between two places turn to a time for which what was told does not hold."""
    return _TURNS.search(text, start, end) is not None
