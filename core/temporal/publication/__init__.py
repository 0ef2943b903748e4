"""Infers a publication date that is not stated, by weighing every day against all clues of the text.

Time expressions, ages of wars, terms of office and landmark events each weigh the days; the answer is as
exact as their sum is likely right.
"""

from collections.abc import Sequence

from core.facts import Facts
from core.temporal.forms import Expression
from core.temporal.publication.anchored import anchored_clues
from core.temporal.publication.answer import answer
from core.temporal.publication.clue import Clue
from core.temporal.publication.counted import counted
from core.temporal.publication.days import day_clues
from core.temporal.publication.elapsed import elapsed_clues
from core.temporal.publication.holders import holder_clues
from core.temporal.publication.landmarks import (
    era_clues,
    event_days,
    horizon_clue,
    known_weekdays,
    landmark_clues,
    landmarks_in,
)
from core.temporal.publication.naming import named
from core.temporal.publication.pairs import pair_clues
from core.temporal.publication.periods import period_clues
from core.temporal.publication.phrases import Phrases
from core.temporal.publication.wartime import (
    beginnings,
    start_clues,
    wars_begun,
    wartime_clues,
    without_starts,
)
from core.temporal.publication.weekdays import weekday_clues
from core.temporal.publication.wires import dateline_clues, dateline_of

__all__ = ["answer", "clues"]


def clues(text: str, expressions: Sequence[Expression], facts: Facts, body: int = 0) -> list[Clue]:
    """Return all that tells of the publication day of a text; its body begins at ``body``, a title before."""
    phrases = Phrases(text)
    hits = landmarks_in(phrases, facts)
    known = event_days(hits)
    every = named(text, expressions)
    wars = wars_begun(text, every, facts)
    dateline = dateline_of(text, every, body)
    names = without_starts(every, wars, hits)
    days = [item for item in names if item is not dateline]
    found = [
        *dateline_clues(dateline),
        *day_clues([*days, *counted(text, expressions)], known),
        *period_clues(names),
        *weekday_clues(names, known_weekdays(hits, expressions), body),
        *pair_clues(text, names),
        *elapsed_clues(text, facts),
        *holder_clues(text, facts),
        *landmark_clues(hits, expressions, body),
        *start_clues(wars, known),
        *wartime_clues(text, facts),
        *anchored_clues(text, [*hits, *beginnings(text, phrases, facts)], expressions),
        *era_clues(phrases, facts),
    ]
    return [*found, horizon_clue(facts)] if found else []
