"""A clue: something in the text that makes some publication days likelier than others."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from core.temporal.publication.grid import Weights


@dataclass(frozen=True, slots=True)
class Clue:
    """One piece of evidence. ``weights`` are log-likelihoods over the grid's days.

    ``kind`` groups clues that say much the same; ``say`` puts into words what the clue means for a day.
    """

    kind: str
    quote: str
    weights: Weights
    say: Callable[[dt.date], str]


def distance(lag: int) -> str:
    """Say how far a day named lies from the publication day, ``lag`` days after it."""
    if lag == 0:
        return "is that day"
    if abs(lag) == 1:
        return "is the day before" if lag > 0 else "is the day after"
    return f"is {abs(lag)} days {'earlier' if lag > 0 else 'ahead'}"
