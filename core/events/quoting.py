"""Cuts the shortest stretch of a sentence that states the event: trigger, who, where, when."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from core.events.lexicon import word_set
from core.events.syntax import Tree

_LEAVE = frozenset(
    ("advcl", "parataxis", "ccomp", "conj", "relcl", "acl", "cc", "mark", "punct", "intj", "meta", "dep")
)
_CARRIERS = ("dobj", "nsubj", "nsubjpass", "attr", "conj")
_BESIDE = frozenset(("after", "before", "since", "until", "during", "following", "amid", "despite"))
_DASHES = frozenset("–—-")
_PLACED = ("in", "at", "near", "outside")
_EDGE = frozenset(",;:.–—-?!)]\"'”’")


def clause(
    tree: Tree,
    head: int,
    keep: tuple[int, ...],
    *,
    verb: bool,
    outcomes: Sequence[int] = (),
    others: AbstractSet[int] = frozenset(),
) -> tuple[int, int]:
    """Return the token span (first, last) of the clause of a trigger, grown to hold all tokens ``keep``.

    A noun takes in the verb it is subject or object of ("held talks on Monday"), unless that verb tells an
    event of its own, one of the triggers ``others``; clauses hung on the verb are left out, but for those of
    the verbs ``outcomes`` that tell what an attack did.
    """
    top = head if verb else _carrier(tree, head, others)
    span = _trimmed(tree, top, others).union(*(_trimmed(tree, i, others) for i in outcomes))
    if not verb:
        span.update(_noun_phrase(tree, head, others))
    elif tree.tokens[head].dep == "relcl":
        span.add(tree.tokens[head].head)
    elif tree.tokens[head].dep == "acl" and tree.tokens[head].tag == "VBG":
        span.update(_doer(tree, head, others))
    elif tree.tokens[head].dep == "acl" and tree.children(tree.tokens[head].head, "poss"):
        span.update(i for i in tree.subtree(tree.tokens[head].head) if i < head)  # "Russia's offer to meet"
    above = tree.verb_above(top)
    if min(keep) < min(span) and above is not None and above not in others:
        span.update(i for s in tree.children(above, "nsubj", "nsubjpass") for i in tree.subtree(s))
    # what follows such a phrase belongs to it, wherever the parser hangs it
    end = min(
        (i for i in tree.subtree(top) if i > max(keep) and _beside(tree, i, others)), default=len(tree.tokens)
    )
    span = {i for i in span if i < end}.union(keep)
    first, last = min(span), max(span)
    while last > max(keep) and tree.tokens[last].text in _EDGE:
        last -= 1
    while first < min(keep) and tree.tokens[first].text in _EDGE:
        first += 1
    if not verb:
        last = _where(tree, head, last, others)
    return first, _closed(tree, first, last)


def said(tree: Tree, verb: int, others: AbstractSet[int]) -> set[int]:
    """Return the tokens of what a verb of saying reports.

    Left out are clauses joined to it that have a subject of their own, or tell one of the ``others``.
    """
    found: set[int] = set()
    for clause in tree.children(verb, "ccomp")[:1]:
        beside = tree.children(clause, "conj", "advcl")
        own = (c for c in beside if c in others or tree.children(c, "nsubj", "nsubjpass"))
        found |= set(tree.subtree(clause)).difference(*(tree.subtree(c) for c in own))
    last = max((i for i in found if tree.tokens[i].text not in _EDGE), default=-1)
    return {i for i in found if i <= last}


def up_to(day: AbstractSet[int], trigger: AbstractSet[int], first: int, last: int) -> tuple[int, int]:
    """Return the span cut at the day told, where the event is told of several: each has its own quote."""
    if min(day) > max(trigger):
        return first, max(day)
    return (min(day), last) if max(day) < min(trigger) else (first, last)


def _doer(tree: Tree, participle: int, others: AbstractSet[int]) -> set[int]:
    """The noun that a participle follows, as it stands before it: "a missile hitting a house"."""
    noun = tree.tokens[participle].head
    if noun in others or any(token.text in _DASHES for token in tree.tokens[noun:participle]):
        return set()
    before = {i for i in tree.subtree(noun) if i <= noun}
    return before if others.isdisjoint(before) else set()


def _where(tree: Tree, noun: int, last: int, others: AbstractSet[int]) -> int:
    """Take in the place after an event that is set beside another: "in revenge for raids last week in Goma".

    The parser hangs it on the verb of the other one, which was told before.
    """
    after = last + 1
    if after >= len(tree.tokens) or tree.tokens[after].text.lower() not in _PLACED:
        return last
    over = tree.tokens[after].head
    set_beside = any(tree.dominates(over, i) and _beside(tree, i, {noun}) for i in tree.ancestors(noun))
    return max(tree.subtree(after)) if set_beside and others.isdisjoint(tree.subtree(after)) else last


def _closed(tree: Tree, first: int, last: int) -> int:
    """Take in the bracket or quotation mark that closes one opened inside, if it follows directly."""
    inside = [token.text for token in tree.tokens[first : last + 1]]
    after = tree.tokens[last + 1].text if last + 1 < len(tree.tokens) else ""
    opened = after == ")" and inside.count("(") > inside.count(")")
    return last + 1 if opened or (after == '"' and inside.count('"') % 2) else last


def _carrier(tree: Tree, noun: int, others: AbstractSet[int]) -> int:
    """The verb that a noun is an immediate argument of, else the noun itself."""
    token = tree.tokens[noun]
    above = tree.tokens[token.head]
    if token.dep in _CARRIERS and above.pos == "VERB":
        beside = above.dep == "prep"  # "following the offer"
        return noun if beside or token.head in others else token.head
    if token.dep == "pobj":
        over = tree.tokens[above.head]
        if (
            above.text.lower() in ("in", "by", "with", "for")
            and over.pos == "VERB"
            and above.head not in others
        ):
            return above.head
    return noun


def _trimmed(tree: Tree, top: int, others: AbstractSet[int]) -> set[int]:
    """The tokens under ``top`` without clauses hung on it and phrases that set another event beside."""
    span, todo = {top}, [top]
    while todo:
        current = todo.pop()
        for c in tree.children(current):
            if tree.tokens[c].dep in _LEAVE and (
                current == top or tree.tokens[c].dep in ("relcl", "parataxis")
            ):
                continue
            if _beside(tree, c, others):
                continue
            span.add(c)
            todo.append(c)
    return span


def _beside(tree: Tree, i: int, others: AbstractSet[int]) -> bool:
    """Say whether a phrase sets another event beside: "after the bombing", "in retaliation for the raid"."""
    token = tree.tokens[i]
    if token.dep != "prep" or others.isdisjoint(tree.subtree(i)):
        return False
    # "a reprisal for it" and "in retaliation for it", where the parser may hang "for" on the verb
    told = (token.head, i - 1, *tree.children(i, "pobj"))
    return token.text.lower() in _BESIDE or any(tree.tokens[c].lemma in word_set("answers") for c in told)


def _noun_phrase(tree: Tree, head: int, others: AbstractSet[int]) -> set[int]:
    """The tokens under a noun without relative clauses, and the phrases that set another event beside."""
    span, todo = {head}, [head]
    while todo:
        for c in tree.children(todo.pop()):
            if tree.tokens[c].dep not in ("relcl", "parataxis") and not _beside(tree, c, others):
                span.add(c)
                todo.append(c)
    return span
