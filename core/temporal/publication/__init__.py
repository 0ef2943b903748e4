"""Infers a publication date that is not stated, by weighing every day against all clues of the text.

Time expressions, ages of wars, terms of office and landmark events each weigh the days; the answer is as
exact as their sum is likely right.
"""

from collections.abc import Sequence

from core.facts import Facts
from core.temporal.forms import Expression
from core.temporal.publication.answer import answer
from core.temporal.publication.calendar_clues import calendar_clues
from core.temporal.publication.clue import Clue
from core.temporal.publication.elapsed import elapsed_clues
from core.temporal.publication.holders import holder_clues
from core.temporal.publication.landmarks import landmark_clues, sentences
from core.temporal.publication.naming import named
from core.temporal.publication.pairs import pair_clues

__all__ = ["answer", "clues"]


def clues(text: str, expressions: Sequence[Expression], facts: Facts) -> list[Clue]:
    """Return all that tells of the publication day of a text."""
    names = named(expressions)
    return [
        *calendar_clues(names),
        *pair_clues(text, names),
        *elapsed_clues(text, facts),
        *holder_clues(text, facts),
        *landmark_clues(text, sentences(text), facts),
    ]
