"""Reads how many a noun phrase speaks of: "at least 14 people", "two dozen", "half a dozen", "a woman"."""

from functools import cache

from core.events.lexicon import load, words
from core.events.parties import is_known
from core.events.syntax import Tree

_COUNTED = (12, 100, 1000)  # a dozen, a hundred, a thousand: counted themselves
_ONE = ("a", "an", "another")


def count(tree: Tree, i: int) -> int | None:
    """Return the number of a noun phrase; None where none is told or it is vague ("several hundred")."""
    token = tree.tokens[i]
    own = _value(token.text)
    if _is_vague(tree, i):
        return None
    for c in tree.children(i, "nummod", "det", "compound"):  # "Thirteen Marines" may be read as one name
        if token.lemma == "number" and c > i:
            return 1  # "their number two"
        if (value := _number(tree, c)) is not None:
            return value * own if own in _COUNTED else value  # "two dozen"; "no one" is none
    if own is not None:
        return _number(tree, i)
    of = tree.prep_object(i, "of") if token.lemma in words_of("groups") else None  # "a family of five"
    return _number(tree, of) if of is not None else int(_is_one(tree, i)) or None


@cache
def words_of(name: str) -> frozenset[str]:
    """Return one of the lists of ``data/numbers.toml``."""
    return frozenset(words(load("numbers.toml")[name]))


def _is_one(tree: Tree, i: int) -> bool:
    """Say whether a noun phrase is of one person: "a woman", "Alfonso Cano", "an American", "a fourth"."""
    token = tree.tokens[i]
    singled = any(tree.tokens[c].text.lower() in _ONE for c in tree.children(i, "det"))
    ordinals = [i, *tree.children(i, "amod")]
    if singled and any(tree.tokens[j].lemma in words_of("ordinals") for j in ordinals):
        return True
    named = any(tree.tokens[c].pos == "PROPN" for c in tree.children(i, "appos"))
    if token.lemma in words_of("persons") or (named and token.pos == "NOUN"):
        return token.tag == "NN"  # "a teacher", "the movement's founder, Velupillai Prabhakaran"
    owned = any(tree.tokens[c].tag == "PRP$" for c in tree.children(i, "poss"))
    if token.tag == "NN" and (singled or owned):
        return token.lemma not in words_of("many") | words_of("occasions")  # "a shepherd", "his interpreter"
    if token.tag != "NNP" or token.pos != "PROPN":
        return False
    return singled or (not is_known(token.text) and token.dep in ("nsubjpass", "nsubj", "dobj", "conj"))


def _is_vague(tree: Tree, i: int) -> bool:
    """Say whether what counts is vague: "several hundred"."""
    counting = tree.children(i, "amod", "quantmod", "nummod", "advmod")
    return any(tree.tokens[c].text.lower() in words_of("vague") for c in counting)


def _number(tree: Tree, i: int) -> int | None:
    """Return the value of a number word with what multiplies it: "two dozen", "half a dozen"."""
    value = _value(tree.tokens[i].text)
    if value is None or _is_vague(tree, i):
        return None
    for c in tree.children(i):
        if tree.tokens[c].lemma == "half" and value in _COUNTED:
            return value // 2
        factor = _value(tree.tokens[c].text)
        if factor and (value in _COUNTED or factor in _COUNTED):
            value *= factor
    return value


def _value(text: str) -> int | None:
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _values().get(plain)


@cache
def _values() -> dict[str, int]:
    return {str(name): int(value) for name, value in load("numbers.toml")["values"].items()}
