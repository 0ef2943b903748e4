"""Keeps war and diplomacy out of other news: where a text is not about war, its words mean something else."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from core.events.lexicon import Lexicon, load, words
from core.events.matching import Hit
from core.events.parties.names import Kind, fold, names
from core.events.syntax import Tree
from core.events.wordclasses import in_class

AT_WAR = 0.35  # of `setting`: a word of war in every ninth sentence
_SURE = 3
_ENOUGH = 2  # hints
_SIDES = (Kind.COUNTRY, Kind.PEOPLE, Kind.SEAT, Kind.GROUP)


def setting(sentence_words: Sequence[set[str]]) -> float:
    """Return how much an article is about conflict, from -1 to 1.

    It is thrice the share of warlike sentences less those that are plainly about something else: sport,
    business, the arts, crime, disease, the weather.
    """
    if not sentence_words:
        return 0.0
    told = sum(is_warlike(found) - is_of_peace(found) for found in sentence_words)
    return max(-1.0, min(3 * told / len(sentence_words), 1.0))


def is_warlike(found: set[str]) -> bool:
    """Say whether the words of a sentence are those of war, and not outweighed by those of other news."""
    return _balance(found) > 0


def is_of_peace(found: set[str]) -> bool:
    """Say whether the words of a sentence are those of other news than war."""
    return _balance(found) < 0


def _balance(found: set[str]) -> int:
    """Return how many more words, pairs of words and pairs of hints are of war than of other news."""
    pairs = sum(found.issuperset(pair.split()) for pair in _listed("pairs"))
    hints = len(_listed("hints") & found) // _ENOUGH
    return len(_listed("war") & found) + pairs + hints - len(_listed("peace") & found)


def is_about_war(tree: Tree, found: set[str], about: float) -> bool:
    """Say whether a sentence of these words tells of war; ``about`` is the setting of its article.

    In an article about other things it must name one of the sides too: "rebels" alone may sit in parliament.
    """
    if about >= AT_WAR:
        return True
    return is_warlike(found) and (about >= 0 or _names_a_side(tree))


def admits(tree: Tree, hit: Hit, lexicon: Lexicon, about: float) -> bool:
    """Say whether a trigger names an event in a sentence that speaks of no war otherwise.

    "Air strike" does; "storm" and "arrest" do where a country is named or troops do it; what only tells of
    harm does where the troops of a side do it. In an article ``about`` other things nothing of the
    battlefield does, and talks do where a side is named.
    """
    if hit.entry.track != "battlefield":
        return about >= 0 or _names_a_side(tree)
    if about < 0:
        return False
    if not hit.entry.verb:
        return not hit.entry.harm and (hit.entry.strength == _SURE or _names_a_side(tree))
    doer = tree.subject(hit.head)
    by_troops = doer is not None and in_class(tree, doer, ("troops",), lexicon)
    if hit.entry.harm:
        return by_troops and _names_a_side(tree)
    return by_troops or _names_a_side(tree)


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
