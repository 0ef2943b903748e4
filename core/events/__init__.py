"""Finds the event mentions of an article: triggers, status, parties, place, numbers, date, and why.

``build_lexicon`` makes a lexicon with triggers of the user's own, to be given to both functions.
"""

from core.events.extraction import candidates, extract
from core.events.lexicon import Lexicon
from core.events.lexicon import build as build_lexicon

__all__ = ["Lexicon", "build_lexicon", "candidates", "extract"]
