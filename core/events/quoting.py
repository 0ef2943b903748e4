"""Cuts the shortest stretch of a sentence that states the event: trigger, who, where, when."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from core.events.syntax import Tree

_LEAVE = frozenset(
    ("advcl", "parataxis", "ccomp", "conj", "relcl", "acl", "cc", "mark", "punct", "intj", "meta", "dep")
)
_CARRIERS = ("dobj", "nsubj", "nsubjpass", "attr", "conj")
_EDGE = frozenset(",;:.–—-?!)]\"'”’")


def clause(
    tree: Tree, head: int, keep: tuple[int, ...], *, verb: bool, harmed: Sequence[int] = ()
) -> tuple[int, int]:
    """Return the token span (first, last) of the clause of a trigger, grown to hold all tokens ``keep``.

    A noun takes in the verb it is subject or object of ("held talks on Monday"); clauses hung on the verb are
    left out, but for those of the verbs ``harmed`` that tell what an attack did.
    """
    top = head if verb else _carrier(tree, head)
    span = _trimmed(tree, top).union(*(_trimmed(tree, i) for i in harmed))
    if not verb:
        span.update(_noun_phrase(tree, head))
    elif tree.tokens[head].dep == "relcl":
        span.add(tree.tokens[head].head)
    if min(keep) < min(span) and (above := tree.verb_above(top)) is not None:
        span.update(i for s in tree.children(above, "nsubj", "nsubjpass") for i in tree.subtree(s))
    span.update(keep)
    first, last = min(span), max(span)
    while last > max(keep) and tree.tokens[last].text in _EDGE:
        last -= 1
    while first < min(keep) and tree.tokens[first].text in _EDGE:
        first += 1
    return first, _closed(tree, first, last)


def up_to(day: AbstractSet[int], trigger: AbstractSet[int], first: int, last: int) -> tuple[int, int]:
    """Return the span cut at the day told, where the event is told of several: each has its own quote."""
    if min(day) > max(trigger):
        return first, max(day)
    return (min(day), last) if max(day) < min(trigger) else (first, last)


def _closed(tree: Tree, first: int, last: int) -> int:
    """Take in the bracket or quotation mark that closes one opened inside, if it follows directly."""
    inside = [token.text for token in tree.tokens[first : last + 1]]
    after = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    opened = after == ")" and inside.count("(") > inside.count(")")
    return last + 1 if opened or (after == '"' and inside.count('"') % 2) else last


def _carrier(tree: Tree, noun: int) -> int:
    """The verb that a noun is an immediate argument of, else the noun itself."""
    token = tree.tokens[noun]
    above = tree.tokens[token.head]
    if token.dep in _CARRIERS and above.pos == "VERB":
        return token.head
    if token.dep == "pobj":
        over = tree.tokens[above.head]
        if (
            above.text.lower() in ("in", "by", "after", "with", "during", "for", "following")
            and over.pos == "VERB"
        ):
            return above.head
    return noun


def _trimmed(tree: Tree, top: int) -> set[int]:
    """The tokens under ``top`` without the clauses hung on it."""
    span, todo = {top}, [top]
    while todo:
        current = todo.pop()
        for c in tree.children(current):
            if tree.tokens[c].dep in _LEAVE and (
                current == top or tree.tokens[c].dep in ("relcl", "parataxis")
            ):
                continue
            span.add(c)
            todo.append(c)
    return span


def _noun_phrase(tree: Tree, head: int) -> list[int]:
    return [
        i
        for i in tree.subtree(head)
        if not any(
            tree.tokens[a].dep in ("relcl", "parataxis") and tree.dominates(head, a) and a != head
            for a in (i, *tree.ancestors(i))
            if a != head and tree.dominates(head, a)
        )
    ]
