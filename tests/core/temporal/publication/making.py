"""Facts of our own, and how likely they make the days of a text."""

import datetime as dt

from core import temporal
from core.facts import Era, Facts, Landmark, Term, War
from core.temporal.publication import clues, grid
from core.temporal.publication.solver import solve

FLOOD = Landmark(dt.date(2031, 3, 11), "The dam at Orlo breaks", (("Orlo", "dam"),))  # a Tuesday
WAR = War("Invasion of Orland", ("Orland",), dt.date(2030, 1, 10), None)
TERMS = (
    Term("Ada Brandt", "president", "Orland", dt.date(2028, 5, 1), dt.date(2031, 4, 30)),
    Term("Ola Quist", "president", "Orland", dt.date(2031, 5, 1), None),
)
TITLES = (("president", ("president",)),)
ALL = Facts(TERMS, (WAR,), (FLOOD,), (Era((("hoverbus",),), dt.date(2029, 1, 1), None),), TITLES)


def likely(text: str, first: str, last: str, title: str = "", known: Facts = ALL) -> float:
    """Return how likely the text was published from the first to the last day."""
    whole = f"{title}\n\n{text}" if title else text
    mass = solve(clues(whole, temporal.recognise(whole), known, len(whole) - len(text))).mass
    low, high = (grid.index(dt.date.fromisoformat(day)) for day in (first, last))
    return float(mass[low : high + 1].sum())


def likeliest(text: str, known: Facts = ALL) -> str:
    place = solve(clues(text, temporal.recognise(text), known)).best(1)[0]
    return grid.day_at(place).isoformat()


def kinds_of(text: str, known: Facts = ALL) -> list[str]:
    return [clue.kind for clue in clues(text, temporal.recognise(text), known)]
