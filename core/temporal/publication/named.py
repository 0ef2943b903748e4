"""The time expressions as the solver sees them: what part of a date is named, and which way it points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A time expression with the parts of a date it names; None where a part is not named.

    ``direction`` is "past", "future" or "open", as the words around it tell.
    ``alone``: no preposition makes it part of a sentence.
    ``deed``: it is the day on which something was done: "opened on 5 May 2025".
    ``shift``: (unit, count) of "two weeks ago" (negative), "in three days" (positive), "yesterday".
    """

    start: int
    end: int
    text: str
    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    direction: str = "open"
    alone: bool = True
    deed: bool = False
    shift: tuple[str, float] | None = None
