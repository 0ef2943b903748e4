"""Tells by which means an attack was made, from the weapons named near its trigger."""

from collections.abc import Iterable
from functools import cache

from core.events.lexicon import load, words
from core.events.syntax import Tree

AIR = "aerial"
FLYING = ("drone", AIR)


@cache
def _modes() -> dict[str, str]:
    return {word: mode for mode, text in load("weapons.toml")["modes"].items() for word in words(text)}


def mode(tree: Tree, near: Iterable[int]) -> str:
    """Return the PLOVER mode of the first weapon among the tokens ``near`` (best first), or nothing."""
    modes = _modes()
    for i in near:
        token = tree.tokens[i]
        found = modes.get(token.lemma) or modes.get(token.text.lower())
        if found:
            return found
    return ""
