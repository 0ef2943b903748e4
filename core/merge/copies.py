"""Counts independent sources: articles that carry one wire text nearly word for word count once.

Near-copies share at least half of the shorter text's shingles, runs of eight words (Broder 1997).
"""

import re
from collections.abc import Iterable, Sequence

from core.model import Article

_WORD = re.compile(r"\w+")
_RUN = 8
_SHARED = 0.5


class Copies:
    """Knows the articles' texts, and reads a text only when first asked about it."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._texts = {article.id: article.text for article in articles}
        self._shingles: dict[str, frozenset[int]] = {}
        self._pairs: dict[tuple[str, str], bool] = {}

    def independent(self, identifiers: Sequence[str]) -> int:
        """Return how many of the articles are no near-copy of another one."""
        originals: list[str] = []
        for one in sorted(identifiers):
            if not any(self.same_text(one, other) for other in originals):
                originals.append(one)
        return len(originals)

    def same_text(self, one: str, other: str) -> bool:
        """Say whether two articles are near-copies."""
        key = (one, other) if one < other else (other, one)
        if key not in self._pairs:
            a, b = self._read(one), self._read(other)
            least = min(len(a), len(b))
            self._pairs[key] = least > 0 and len(a & b) / least >= _SHARED
        return self._pairs[key]

    def _read(self, identifier: str) -> frozenset[int]:
        if identifier not in self._shingles:
            words = _WORD.findall(self._texts.get(identifier, "").lower())
            runs = (tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
            self._shingles[identifier] = frozenset(hash(run) for run in runs)
        return self._shingles[identifier]
