"""Keeps the battlefield out of other news: where a text is not about war, its words mean something else."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from core.events.frames import in_class
from core.events.lexicon import Lexicon, load, words
from core.events.matching import Hit
from core.events.parties.names import Kind, fold, names
from core.events.syntax import Tree

AT_WAR = 0.35  # of `setting`: a word of war in every ninth sentence
_SURE = 3
_ENOUGH = 2  # hints
_SIDES = (Kind.COUNTRY, Kind.PEOPLE, Kind.SEAT, Kind.GROUP)


def setting(sentence_words: Sequence[set[str]]) -> float:
    """Return how much an article is about conflict: thrice the share of warlike sentences, at most 1."""
    if not sentence_words:
        return 0.0
    return min(3 * sum(is_warlike(found) for found in sentence_words) / len(sentence_words), 1.0)


def is_warlike(found: set[str]) -> bool:
    """Say whether the words of a sentence are those of war."""
    return not _listed("war").isdisjoint(found) or len(_listed("hints") & found) >= _ENOUGH


def admits(tree: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether a trigger names an event in a sentence that speaks of no war otherwise.

    "Air strike" does; "storm" and "arrest" do where a country is named or troops do it; what only tells of
    harm does not.
    """
    if hit.entry.track != "battlefield":
        return True
    if hit.entry.harm:
        return False
    if not hit.entry.verb:
        return hit.entry.strength == _SURE or _names_a_side(tree)
    doer = tree.subject(hit.head)
    return (doer is not None and in_class(tree, doer, ("troops",), lexicon)) or _names_a_side(tree)


def _names_a_side(tree: Tree) -> bool:
    texts = [token.text for token in tree.tokens]
    pairs = [f"{one} {other}" for one, other in pairwise(texts)]
    return any(_is_side(text) for text in (*texts, *pairs) if text[:1].isupper())


def _is_side(text: str) -> bool:
    name = names().get(fold(text))
    return name is not None and name.kind in _SIDES and name.exact in ("", text)


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(words(load("setting.toml")[table]))
