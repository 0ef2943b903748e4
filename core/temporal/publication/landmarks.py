"""Clues from landmark events and the words of an era: a text that speaks of them was written after them."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import numpy as np

from core.edtf import words
from core.facts import Era, Facts, Landmark
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights

_SENTENCE = re.compile(r"[^.!?\n]{3,1200}(?:[.!?](?!\s+[A-Z“\"\n]|\s*$)[^.!?\n]{0,400}){0,8}")

_TOO_EARLY = -3.0  # log-likelihood that the words mean something earlier
_FADING = 0.6  # how fast an event fades from the news: density ~ (lag + 20 days) ** -fading
_OUT_OF_ERA = -2.0


def sentences(text: str) -> list[tuple[int, int]]:
    """Return rough sentence spans, good enough to see which words stand together."""
    return [match.span() for match in _SENTENCE.finditer(text)]


def landmark_clues(text: str, spans: Sequence[tuple[int, int]], facts: Facts) -> Iterator[Clue]:
    """Yield a clue for each landmark event and each era's words the text holds."""
    for landmark, _ in landmarks_in(text, spans, facts):
        yield Clue("landmark", landmark.event, _after(landmark.date), _speaks_of(landmark))
    for era in facts.eras:
        found = next((group for group in era.words if all(word in text for word in group)), None)
        if found:
            yield Clue(
                "era", found[0], grid.between(era.first, era.last, _OUT_OF_ERA), _in_use(found[0], era)
            )


def landmarks_in(
    text: str, spans: Sequence[tuple[int, int]], facts: Facts
) -> Iterator[tuple[Landmark, tuple[tuple[int, int], ...]]]:
    """Yield each landmark the text speaks of, with the sentences that do."""
    for landmark in facts.landmarks:
        hits = tuple(
            (start, end)
            for group in landmark.words
            if all(word in text for word in group)
            for start, end in spans
            if all(text.find(word, start, end) >= 0 for word in group)
        )
        if hits:
            yield landmark, hits


@lru_cache(maxsize=512)
def _after(day: dt.date) -> Weights:
    lag = np.arange(grid.DAYS) - grid.index(day)
    late = -_FADING * np.log((np.maximum(lag, 0) + 20.0) / 20.0)
    return np.where(lag >= -1, late, _TOO_EARLY + late.min() / 2)


def _speaks_of(landmark: Landmark) -> Callable[[dt.date], str]:
    text = f"it speaks of: {landmark.event} ({words(landmark.date.isoformat())})"
    return lambda _: text


def _in_use(word: str, era: Era) -> Callable[[dt.date], str]:
    text = f"the word “{word}” is in use from {words(era.first.isoformat())}" if era.first else f"“{word}”"
    return lambda _: text
