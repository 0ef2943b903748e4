"""Reads the dead and the hurt told in the sentence after an attack's: "Nine people died."

Such a sentence names no other event; its numbers are the attack's if only one attack was told before.
"""

from collections.abc import Sequence
from itertools import pairwise

from core.events.counting import words_of
from core.events.numbers import NONE_TOLD, Numbers, told_alone
from core.events.proposing import Found
from core.events.syntax import Tree
from core.model import Document, Status, TimeExpression

_ATTACK = "ASSAULT"


def may_follow(sentence_words: set[str]) -> bool:
    """Say whether a sentence of these words can tell the dead of an event named before it."""
    return not sentence_words.isdisjoint(words_of("telling"))


def told_next(
    document: Document, found: Sequence[Found], timexes: Sequence[TimeExpression]
) -> dict[int, Numbers]:
    """Return for the index of an attack's sentence the numbers that the next one tells.

    Only within a paragraph, and only where the next sentence names no act, no day and no other cause.
    """
    told = {one.index for one in found if not one.hit.entry.harm}
    numbers: dict[int, Numbers] = {}
    for (index, sentence), (_, following) in pairwise(enumerate(document.sentences)):
        attacks = [one for one in found if one.index == index and one.hit.entry.type == _ATTACK]
        close = sentence.paragraph == following.paragraph and following.tokens and index + 1 not in told
        if len(attacks) != 1 or attacks[0].verdict.status is not Status.OCCURRED or not close:
            continue
        dated = any(following.start <= timex.start < following.end for timex in timexes)
        tree = Tree(following)
        if not dated and (counted := told_alone(tree)) != NONE_TOLD:
            numbers[index] = counted
    return numbers
