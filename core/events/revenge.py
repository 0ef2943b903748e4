"""Finds what is paid back: an attack told as the reason for another, "in retaliation for the strikes".

It came before the answer to it, and its victim is who answers.
"""

from core.events.lexicon import word_set
from core.events.syntax import Tree


def is_paid_back(tree: Tree, noun: int) -> bool:
    """Say whether a noun is what revenge is taken for; but not in "answered with a barrage"."""
    token = tree.tokens[noun]
    prep = tree.tokens[token.head]
    over = tree.tokens[prep.head]
    return token.dep == "pobj" and prep.text.lower() in ("for", "to") and over.lemma in word_set("revenge")


def belongs_to_paid_back(tree: Tree, head: int, at: int) -> bool:
    """Say whether what stands after an event is told of the one it pays back, wherever the parser hangs it.

    "(they called) the raid a reprisal for strikes on Goma last week": the week is that of the strikes.
    """
    answered = next((i for i in range(head + 1, at) if is_paid_back(tree, i)), None)
    return answered is not None and all(t.pos not in ("VERB", "AUX") for t in tree.tokens[answered:at])
