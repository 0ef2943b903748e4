"""Dated facts of the world that several steps read: terms of office, wars, landmark events, eras."""

from core.facts.loading import Era, Facts, FactsError, Landmark, Term, War, load, packaged
from core.facts.own import known, own_folder, problem

__all__ = [
    "Era",
    "Facts",
    "FactsError",
    "Landmark",
    "Term",
    "War",
    "known",
    "load",
    "own_folder",
    "packaged",
    "problem",
]
