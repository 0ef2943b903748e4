"""Turns the weighed days into an answer: as exact as is likely right, with the runners-up and the reasons."""

import math
from collections.abc import Sequence

from core.model import DateCandidate, PublicationBasis, PublicationDate
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.solver import Solution, solve

_CANDIDATES = 5
_REASONS = 7
_LEAST_LIKELY, _STANDS_OUT = 0.01, 0.05  # probability of a day listed, and of the first one

# Offset and slope by which the log-odds of a day (to within one), month and year must be corrected to be the
# share found right on dated news, and how sure the answer must then be to be given
_DAY, _MONTH, _YEAR = (0.1, 0.75), (0.5, 0.5), (0.0, 0.85)
_SURE_OF_DAY, _SURE_OF_MONTH, _SURE_OF_YEAR = 0.64, 0.87, 0.93


def answer(clues: Sequence[Clue]) -> PublicationDate:
    """Return the publication date that the clues tell, open where they do not tell it."""
    if not clues:
        return PublicationDate()
    solution = solve(clues)
    chosen = _chosen(solution)
    candidates = _candidates(solution, chosen)
    if chosen is None:
        return PublicationDate(candidates=candidates)
    return PublicationDate(
        chosen.date, PublicationBasis.INFERRED, chosen.score, candidates[0].reasons, candidates
    )


def _chosen(solution: Solution) -> DateCandidate | None:
    """Return the most exact date that is sure enough, scored by how often such an answer is right."""
    place = solution.best(1)[0]
    confidence = _found_right(solution.around(place), _DAY)
    if confidence >= _SURE_OF_DAY:
        return DateCandidate(grid.day_at(place).isoformat(), confidence)
    for (period,), correction, least in (
        (solution.months(1), _MONTH, _SURE_OF_MONTH),
        (solution.years(1), _YEAR, _SURE_OF_YEAR),
    ):
        confidence = _found_right(period.probability, correction)
        if confidence >= least:
            reasons = solution.reasons(period.place, _REASONS, season=False)
            return DateCandidate(period.date, confidence, reasons)
    return None


def _found_right(probability: float, correction: tuple[float, float]) -> float:
    """Return the share of answers found right where the solver gives such a probability."""
    offset, slope = correction
    kept = min(max(probability, 1e-6), 1 - 1e-6)
    return 1 / (1 + math.exp(-offset - slope * math.log(kept / (1 - kept))))


def _candidates(solution: Solution, chosen: DateCandidate | None) -> tuple[DateCandidate, ...]:
    """Return the likeliest days, or months where no day stands out; a month or year chosen comes first."""
    days = [
        DateCandidate(grid.day_at(place).isoformat(), score, solution.reasons(place, _REASONS))
        for place in solution.best(_CANDIDATES)
        if (score := float(solution.mass[place])) >= _LEAST_LIKELY
    ]
    if days and days[0].score >= _STANDS_OUT:
        found = days
    else:
        found = [
            DateCandidate(p.date, p.probability, solution.reasons(p.place, _REASONS, season=False))
            for p in solution.months(_CANDIDATES)
            if p.probability >= _STANDS_OUT
        ]
    if chosen is None or len(chosen.date) == len("2022-02-24"):
        return tuple(found)
    others = [candidate for candidate in found if candidate.date != chosen.date]
    return (chosen, *others)[:_CANDIDATES]
