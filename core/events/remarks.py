"""Tells triggers that report no occasion: general remarks, halted attacks, acts not done, lives, tolls."""

import re
from functools import cache

from core.events.lexicon import Lexicon, load, word_set, words
from core.events.matching import Hit
from core.events.syntax import Tree

_NOBODY = ("nobody", "none", "neither")
_MANY = ("hundred", "thousand")
_THOUSANDS = re.compile(r"\d{1,3}(?:[, ]?\d{3})+")
_SINCE = ("since", "before", "until")
_REACH = 4  # steps up the tree
_UNDER = ("pobj", "prep", "dobj", "xcomp", "pcomp", "nsubjpass", "conj", "ccomp")


def reports_nothing(tree: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether the trigger tells of no particular act or happening."""
    return (
        _is_general(tree, hit.head)
        or _is_halted(tree, hit)
        or _is_no_act(tree, hit)
        or _is_biography(tree, hit, lexicon)
        or _is_standing(tree, hit)
        or _is_office(tree, hit, lexicon)
        or _is_compared(tree, hit)
        or _is_running_out(tree, hit)
        or (hit.entry.verb and (_is_by_nobody(tree, hit) or _is_no_verb(tree, hit)))
        or (hit.entry.harm and hit.entry.verb and (_harms_nobody(tree, hit) or _is_total(tree, hit)))
    )


def _is_biography(tree: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether it tells a person's past: "an official who had fought in the war"."""
    token = tree.tokens[hit.head]
    past = any(tree.tokens[c].text.lower() == "had" for c in tree.children(hit.head, "aux"))
    return past and token.dep == "relcl" and tree.tokens[token.head].lemma in lexicon.classes["person"]


def is_measure_of_time(tree: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether a war's outbreak only tells since when: "the most in one night since the war began"."""
    subject = tree.subject(hit.head) if hit.entry.verb else None
    if subject is None or tree.tokens[subject].lemma not in lexicon.classes["war"]:
        return False
    return any(tree.tokens[c].text.lower() in _SINCE for c in tree.children(hit.head, "mark"))


def _is_standing(tree: Tree, hit: Hit) -> bool:
    """Say whether it tells on whose side somebody stands: "militias backed by Iran"."""
    backed = hit.entry.verb and hit.entry.type == "SUPPORT" and tree.tokens[hit.head].dep == "acl"
    return backed and tree.tokens[hit.head].tag == "VBN"


def _is_office(tree: Tree, hit: Hit, lexicon: Lexicon) -> bool:
    """Say whether a noun belongs to a person's title: "the head of military operations"."""
    token = tree.tokens[hit.head]
    above = tree.tokens[token.head]
    led = token.dep == "pobj" and above.text.lower() == "of" and not tree.children(hit.head, "det")
    return not hit.entry.verb and led and tree.tokens[above.head].lemma in lexicon.classes["person"]


def _is_running_out(tree: Tree, hit: Hit) -> bool:
    """Say whether a truce or deal is only told to end by itself: it is not agreed on that day."""
    token = tree.tokens[hit.head]
    noun = not hit.entry.verb and hit.entry.type == "AGREE" and token.dep == "nsubj"
    return noun and tree.tokens[token.head].lemma in word_set("expiring")


def _is_compared(tree: Tree, hit: Hit) -> bool:
    """Say whether it is only remembered or set beside what is told: "the anniversary of X", "than X did"."""
    path = (hit.head, *tree.ancestors(hit.head))[: _REACH + 1]
    marks = {tree.tokens[c].text.lower() for i in path[:2] for c in tree.children(i, "mark")}
    words = [tree.tokens[i] for i in path[1:]]
    than = "than" in marks or any(token.text.lower() == "than" and token.dep == "prep" for token in words)
    return not hit.entry.verb and (
        than or any(token.lemma in word_set("anniversaries") for token in words[:2])
    )


def _is_by_nobody(tree: Tree, hit: Hit) -> bool:
    """Say whether nobody did it, or it is too early or late to be done: "too soon to lift the ban"."""
    subject = tree.subject(hit.head)
    nobody = subject is not None and tree.tokens[subject].text.lower() in _NOBODY
    to = next((c for c in tree.children(hit.head, "aux") if tree.tokens[c].tag == "TO"), 0)
    too = to > 1 and tree.tokens[to - 2].text.lower() == "too"
    return nobody or too


def _is_no_verb(tree: Tree, hit: Hit) -> bool:
    """Say whether a verb's form stands as a preposition: "given what we saw"."""
    return tree.tokens[hit.head].dep == "prep"


@cache
def _general() -> frozenset[str]:
    return frozenset(words(load("cues.toml")["general"]["words"]))


def _is_general(tree: Tree, head: int) -> bool:
    """Say whether a clause makes a general remark, of no one occasion: "has repeatedly denied"."""
    clause = tree.clause_head(head)
    return any(tree.tokens[c].lemma in _general() for c in (*tree.children(clause), *tree.children(head)))


def _is_halted(tree: Tree, hit: Hit) -> bool:
    """Say whether it is the end of the event that is told: "a halt to strikes", "stop shelling"."""
    i = hit.head
    for _ in range(_REACH):
        token = tree.tokens[i]
        if hit.entry.track != "battlefield" or token.head == i or token.dep not in _UNDER:
            return False
        i = token.head
        if tree.tokens[i].lemma in word_set("halting") and i not in hit.tokens:
            return True
    return False


def _is_no_act(tree: Tree, hit: Hit) -> bool:
    """Say whether an act of speech was not done, or no damage: "are not opposed", "declined to comment"."""
    if hit.entry.verb:
        declined = tree.children(hit.head, "xcomp") if hit.entry.type == "REJECT" else []
        if any(tree.tokens[c].lemma in word_set("silence") for c in declined):
            return True
        nouns = (c for i in hit.tokens for c in tree.children(i, "det"))
        negated = any(c not in hit.tokens for c in tree.children(hit.head, "neg"))
        negated = negated or any(tree.tokens[c].text.lower() == "no" for c in nouns)  # "set no conditions"
        return negated and hit.entry.type in _acts()
    return hit.entry.harm and any(tree.tokens[c].text.lower() == "no" for c in tree.children(hit.head, "det"))


def _harms_nobody(tree: Tree, hit: Hit) -> bool:
    """Say whether it did no harm: "no one was hurt"."""
    harmed = tree.object(hit.head)
    if harmed is None:
        return False
    own = {tree.tokens[c].text.lower() for c in tree.children(harmed, "det")}
    return "no" in own or tree.tokens[harmed].text.lower() in _NOBODY


def _is_total(tree: Tree, hit: Hit) -> bool:
    """Say whether it sums up what a war has cost so far: "more than 2,000 people have been killed"."""
    so_far = any(tree.tokens[c].tag in ("VBZ", "VBP") for c in tree.children(hit.head, "aux"))
    counted = [tree.object(hit.head), tree.subject(hit.head)]
    phrase = [tree.tokens[i] for of in counted if of is not None for i in tree.subtree(of)]
    return so_far and any(token.lemma in _MANY or _THOUSANDS.fullmatch(token.text) for token in phrase)


@cache
def _acts() -> frozenset[str]:
    return frozenset(words(load("cues.toml")["acts"]["types"]))
