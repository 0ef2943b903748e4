"""Finds who asserts an event, where the sentence says so: "officials said", "X accused Y of"."""

import re
from functools import cache

from core.events.lexicon import load, word_set, words
from core.events.parties import is_known
from core.events.parties.references import saying
from core.events.syntax import Tree

_APART = frozenset(("after", "before", "following", "during", "since", "as", "while"))
_BEFORE = ("compound", "amod", "poss", "nmod")
_LONGEST = 9  # words of a speaker
_FIRST_NAMES = 2
_FULL = r"\b((?:[A-Z][\w’'-]+ ){1,2})%s\b"


def find(text: str, tree: Tree, head: int, clause: tuple[int, int]) -> str:
    """Return the speaker, as written, of what is said of an event; a person by the full name; empty if none.

    ``head`` is the trigger, ``clause`` its clause (character offsets).
    """
    inside = {i for i, t in enumerate(tree.tokens) if clause[0] <= t.start < clause[1]}
    for i in _speakers(tree, head, inside):
        if name := _name(text, tree, i):
            return name
    return ""


def _speakers(tree: Tree, head: int, inside: set[int]) -> list[int]:
    """Return the tokens that may stand for who says it, the surest first."""
    found = []
    for i, token in enumerate(tree.tokens):
        if token.text.lower() == "according" and (source := tree.prep_object(i, "to")) is not None:
            found.append(source)
        elif token.lemma in saying() and i != head and _is_over(tree, i, head, inside):
            found += tree.children(i, "nsubj")[:1]
    for above in tree.ancestors(head):
        if tree.tokens[above].text.lower() in _APART:
            break
        if tree.tokens[above].lemma in _claims():  # "Kyiv accuses Moscow of shelling", "claimed the attack"
            found += tree.children(above, "nsubj")[:1]
    return found


def _is_over(tree: Tree, verb: int, head: int, inside: set[int]) -> bool:
    """Say whether a verb of saying has the event in what is said."""
    spoken = tree.children(verb, "ccomp", "parataxis")
    return any(tree.dominates(clause, head) for clause in spoken) and verb not in inside


def _name(text: str, tree: Tree, i: int) -> str:
    """Return how a speaker is named: by the person, else by office or body."""
    if tree.tokens[i].pos == "PRON":
        return ""
    for candidate in (i, *tree.children(i, "appos")):
        run = _proper(tree, candidate)
        written = text[tree.tokens[run[0]].start : tree.tokens[run[-1]].end] if run else ""
        if written and not is_known(written):
            return _in_full(text, written)
    return _phrase(text, tree, i)


def _proper(tree: Tree, i: int) -> list[int]:
    """Return the tokens of a proper name without its titles; nothing for a common noun."""
    if tree.tokens[i].pos != "PROPN" or not tree.tokens[i].text[:1].isupper():
        return []
    run = [i]
    while run[0] > 0 and tree.tokens[run[0] - 1].pos == "PROPN" and tree.tokens[run[0] - 1].head in run:
        run.insert(0, run[0] - 1)
    while len(run) > 1 and (_is_title(tree.tokens[run[0]].text) or tree.tokens[run[0]].lemma in _small()):
        run.pop(0)
    return run


def _is_title(word: str) -> bool:
    known = load("roles.toml")["persons"]
    return word.lower().rstrip(".") in (*words(known["titles"]), *words(known["offices"]))


def _in_full(text: str, written: str) -> str:
    """Return a person told by the last name with the first name that the article gives elsewhere."""
    if " " in written:
        return written
    for match in re.finditer(_FULL % re.escape(written), text):
        first = match[1].split()
        while first and (_is_title(first[0]) or is_known(first[0]) or first[0].lower() in _small()):
            first.pop(0)
        if first:
            return " ".join((*first[-_FIRST_NAMES:], written))
    return written


def _phrase(text: str, tree: Tree, i: int) -> str:
    """Return an office or body with what belongs to it: "Kharkiv's regional military administration"."""
    parts = [i, *tree.children(i, *_BEFORE)]
    for c in tree.children(i, *_BEFORE):
        parts += [k for k in tree.subtree(c) if tree.tokens[k].pos != "DET"]
    for p in tree.children(i, "prep"):
        if tree.tokens[p].text.lower() in ("of", "for"):
            parts += [k for c in tree.children(p, "pobj") for k in (c, *tree.children(c, *_BEFORE))]
    first, last = min(parts), max(parts)
    if last - first >= _LONGEST:
        first, last = min([i, *tree.children(i, "compound", "amod")]), i
    return text[tree.tokens[first].start : tree.tokens[last].end].strip(" '’\"“”‘")


@cache
def _claims() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["carriers"]["claiming"]))


@cache
def _small() -> frozenset[str]:
    return (
        word_set("calendar") | word_set("settings") | {"the", "but", "and", "a", "an", "as", "when", "while"}
    )
