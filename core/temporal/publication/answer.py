"""Turns the weighed days into an answer: as exact as is likely right, with the runners-up and the reasons."""

from collections.abc import Sequence

from core.model import DateCandidate, PublicationBasis, PublicationDate
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.solver import Solution, solve

_CANDIDATES = 5
_REASONS = 7
_LEAST_LIKELY = 0.01

# How sure the day (to within one), the month and the year must be to be given as the answer
_DAY, _MONTH, _YEAR = 0.75, 0.85, 0.85


def answer(clues: Sequence[Clue]) -> PublicationDate:
    """Return the publication date that the clues tell, open where they do not tell it."""
    if not clues:
        return PublicationDate()
    solution = solve(clues)
    candidates = _candidates(solution)
    edtf, confidence = _answer(solution)
    if not edtf:
        return PublicationDate(candidates=candidates)
    why = candidates[0].reasons if candidates else ()
    return PublicationDate(edtf, PublicationBasis.INFERRED, confidence, why, candidates)


def _answer(solution: Solution) -> tuple[str, float]:
    place = solution.best(1)[0]
    day = solution.around(place)
    if day >= _DAY:
        return grid.day_at(place).isoformat(), day
    for (period, probability), least in ((solution.month(), _MONTH), (solution.year(), _YEAR)):
        if probability >= least:
            return period, probability
    return "", 0.0


def _candidates(solution: Solution) -> tuple[DateCandidate, ...]:
    found = []
    for place in solution.best(_CANDIDATES):
        score = float(solution.mass[place])
        if score >= _LEAST_LIKELY:
            day = grid.day_at(place)
            found.append(DateCandidate(day.isoformat(), score, solution.reasons(day, _REASONS)))
    return tuple(found)
