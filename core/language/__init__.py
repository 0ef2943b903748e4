"""Cuts an article's text into sentences, and parses those that are wanted.

spaCy stays inside this folder; the other steps see ``Document``, ``Sentence`` and ``Token`` only.
"""

from core.language.parsing import parse
from core.language.segmentation import segment

__all__ = ["parse", "segment"]
