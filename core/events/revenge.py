"""Finds what is paid back: an attack told as the reason for another, "in retaliation for the strikes".

It came before the answer to it, and its victim is who answers.
"""

from core.events.lexicon import word_set
from core.events.syntax import Tree


def is_paid_back(tree: Tree, noun: int) -> bool:
    """Say whether a noun is what revenge is taken for."""
    token = tree.tokens[noun]
    over = tree.tokens[tree.tokens[token.head].head]
    return token.dep == "pobj" and tree.tokens[token.head].dep == "prep" and over.lemma in word_set("revenge")
