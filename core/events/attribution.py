"""Finds who asserts an event, where the sentence says so."""

from core.events.lexicon import load, words
from core.events.syntax import Tree
from core.model import Sentence

_ACCORDING = ("according",)


def find(sentence: Sentence, clause: tuple[int, int]) -> str:
    """Return the speaker, as written, of the verb of saying over the clause; empty if there is none."""
    tree = Tree(sentence)
    said = frozenset(words(load("cues.toml")["reporting"]["words"]))
    inside = {i for i, t in enumerate(tree.tokens) if clause[0] <= t.start < clause[1]}
    for i, token in enumerate(tree.tokens):
        if token.text.lower() in _ACCORDING:
            source = tree.prep_object(i, "to")
            if source is not None:
                return _phrase(tree, source)
        if token.lemma not in said or i in inside:
            continue
        spoken = tree.children(i, "ccomp", "parataxis")
        if any(inside & set(tree.subtree(c)) for c in spoken) and (speaker := tree.children(i, "nsubj")):
            return _phrase(tree, speaker[0])
    return ""


def _phrase(tree: Tree, i: int) -> str:
    """Return the noun with what stands directly before it, without its relative clauses."""
    parts = [i, *tree.children(i, "compound", "amod", "poss", "nmod")]
    parts += [c for p in tree.children(i, "poss") for c in tree.children(p, "case", "compound")]
    first, last = min(parts), max(parts)
    text = ""
    for previous, token in zip((None, *tree.tokens[first:last]), tree.tokens[first : last + 1], strict=False):
        text += (" " if previous is not None and previous.end < token.start else "") + token.text
    return text if tree.tokens[i].pos != "PRON" else ""
