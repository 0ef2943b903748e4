"""W3C Web Annotation selectors: say where words stand in a text, and find them again when it has changed.

A quote with what stands around it, and a position (Web Annotation Data Model, sections 4.2.4 and 4.2.5).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_CONTEXT = 32  # characters kept on either side of a quote
_ENOUGH = 0.6  # share of a quote's words that must be left for it to be the same quote
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class TextQuoteSelector:
    """The words themselves, with what stands right before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class TextPositionSelector:
    """Offsets into the text, end exclusive."""

    start: int
    end: int


def describe(text: str, start: int, end: int) -> tuple[TextQuoteSelector, TextPositionSelector]:
    """Return the selectors of ``text[start:end]``."""
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return TextQuoteSelector(text[start:end], before, after), TextPositionSelector(start, end)


def locate(
    text: str, quote: TextQuoteSelector, position: TextPositionSelector
) -> TextPositionSelector | None:
    """Return where the quote stands in a text that may have changed, None where too little of it is left.

    Of several places the one in the same surroundings is taken, then the one nearest to where it was. Where
    the words themselves were changed, most of them must be left, in their order.
    """
    if not quote.exact.strip():
        return None
    places = list(_occurrences(text, quote.exact))
    if places:
        best = max(places, key=lambda at: (_surroundings(text, at, quote), -abs(at - position.start)))
        return TextPositionSelector(best, best + len(quote.exact))
    return _reworded(text, quote.exact)


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _surroundings(text: str, at: int, quote: TextQuoteSelector) -> int:
    """Return how many characters around a place are those around the quote."""
    end = at + len(quote.exact)
    before, after = text[max(0, at - len(quote.prefix)) : at], text[end : end + len(quote.suffix)]
    return _shared(before[::-1], quote.prefix[::-1]) + _shared(after, quote.suffix)


def _shared(a: str, b: str) -> int:
    return next(
        (i for i, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b))
    )


def _reworded(text: str, words: str) -> TextPositionSelector | None:
    """Find the words around their longest unchanged run: about as many on either side as the quote has."""
    quoted, stands = _WORD.findall(words), list(_WORD.finditer(text))
    run = _matcher([word[0] for word in stands], quoted).find_longest_match()
    room = len(quoted) // 3  # for words put in
    there = stands[max(0, run.a - run.b - room) : run.a + len(quoted) - run.b + room]
    blocks = _matcher([word[0] for word in there], quoted).get_matching_blocks()
    left = sum(block.size for block in blocks)
    if left < _ENOUGH * len(quoted):
        return None
    last = blocks[-2]  # the last one is a sentinel of no length
    return TextPositionSelector(there[blocks[0].a].start(), there[last.a + last.size - 1].end())


def _matcher(text: list[str], quote: list[str]) -> "SequenceMatcher[str]":
    return SequenceMatcher(None, text, quote, autojunk=False)
