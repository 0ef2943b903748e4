"""Reads how many were killed and injured, and other counts, from the words around an event."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.events.lexicon import load, words
from core.events.syntax import Tree
from core.model import Sentence


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers as told; None where nothing is said. ``other`` holds (what, how many)."""

    killed: int | None = None
    injured: int | None = None
    other: tuple[tuple[str, int], ...] = ()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words(load("numbers.toml")[name]))


@cache
def _values() -> dict[str, int]:
    return {str(name): int(value) for name, value in load("numbers.toml")["values"].items()}


def casualties(sentence: Sentence, clause: tuple[int, int]) -> Numbers:
    """Return the numbers told within a clause (character offsets of the article)."""
    tree = Tree(sentence)
    inside = [i for i, t in enumerate(tree.tokens) if clause[0] <= t.start < clause[1]]
    killed = [n for i in inside for n in _harmed(tree, i, "killed")]
    injured = [n for i in inside for n in _harmed(tree, i, "injured")]
    other = tuple(
        (tree.tokens[i].lemma, n)
        for i in inside
        if tree.tokens[i].lemma in _words("things") and (n := _count(tree, i)) is not None
    )
    return Numbers(sum(killed) if killed else None, sum(injured) if injured else None, other)


def _harmed(tree: Tree, i: int, kind: str) -> Iterator[int]:
    """Yield how many a word like "killed" or "dead" speaks of."""
    token = tree.tokens[i]
    if token.lemma not in _words(kind) and token.text.lower() not in _words(kind):
        return
    if token.pos in ("VERB", "AUX"):
        who = tree.object(i) if token.lemma not in ("die", "perish") else tree.subject(i)
    else:
        who = i
    if who is None and token.dep == "conj":
        who = next(iter(tree.children(i, "nsubj", "nsubjpass", "nummod")), None)
    if who is None:
        return
    for noun in (who, *tree.children(who, "conj")):
        if (number := _count(tree, noun)) is not None:
            yield number


def _count(tree: Tree, i: int) -> int | None:
    """Return the number of a noun phrase: "at least 14 people", "three", "a woman"."""
    if (own := _value(tree.tokens[i].text)) is not None and tree.tokens[i].pos in ("NUM", "NOUN", "PRON"):
        return own
    for c in tree.children(i, "nummod"):
        if (value := _value(tree.tokens[c].text)) is not None:
            return value
    articles = {tree.tokens[c].text.lower() for c in tree.children(i, "det")}
    single = tree.tokens[i].lemma in _words("persons") and tree.tokens[i].tag == "NN"
    return 1 if single and articles & {"a", "an", "another"} else None


def _value(text: str) -> int | None:
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _values().get(plain)
