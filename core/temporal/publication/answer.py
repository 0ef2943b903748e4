"""Turns the weighed days into an answer: as exact as is likely right, with the runners-up and the reasons."""

import math
from collections.abc import Sequence

from core.model import DateCandidate, PublicationBasis, PublicationDate
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.solver import Solution, solve

_CANDIDATES = 5
_REASONS = 7
_LEAST_LIKELY = 0.01  # of a candidate

# Offset and slope by which the log-odds of a day (to within one), month and year must be corrected to be the
# share found right on dated news, and how sure the answer must then be to be given
_DAY, _MONTH, _YEAR = (0.2, 0.9), (0.6, 0.5), (0.0, 0.85)
_SURE_OF_DAY, _SURE_OF_MONTH, _SURE_OF_YEAR = 0.66, 0.87, 0.93


def answer(clues: Sequence[Clue]) -> PublicationDate:
    """Return the publication date that the clues tell, open where they do not tell it."""
    if not clues:
        return PublicationDate()
    solution = solve(clues)
    candidates = _candidates(solution)
    edtf, confidence = _answer(solution)
    if not edtf:
        return PublicationDate(candidates=candidates)
    why = next((c.reasons for c in candidates if c.date.startswith(edtf)), ())
    return PublicationDate(edtf, PublicationBasis.INFERRED, confidence, why, candidates)


def _answer(solution: Solution) -> tuple[str, float]:
    """Return the most exact date that is sure enough, with its confidence; empty where none is."""
    place = solution.best(1)[0]
    month, year = solution.month(), solution.year()
    for date, confidence, least in (
        (grid.day_at(place).isoformat(), _found_right(solution.around(place), _DAY), _SURE_OF_DAY),
        (month[0], _found_right(month[1], _MONTH), _SURE_OF_MONTH),
        (year[0], _found_right(year[1], _YEAR), _SURE_OF_YEAR),
    ):
        if confidence >= least:
            return date, confidence
    return "", 0.0


def _found_right(probability: float, correction: tuple[float, float]) -> float:
    """Return the share of answers found right where the solver gives such a probability."""
    offset, slope = correction
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-offset - slope * math.log(kept / (1 - kept))))


def _candidates(solution: Solution) -> tuple[DateCandidate, ...]:
    found = []
    for place in solution.best(_CANDIDATES):
        score = float(solution.mass[place])
        if score >= _LEAST_LIKELY:
            day = grid.day_at(place)
            found.append(DateCandidate(day.isoformat(), score, solution.reasons(day, _REASONS)))
    return tuple(found)
