"""Finds the phrases that a verb or a noun governs, and who does what a verb says."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from core.events.lexicon import load, words
from core.events.parties.names import Kind
from core.events.parties.phrases import NOTHING, Grade, Phrases, Reading
from core.events.syntax import Tree

_ASIDE = frozenset(
    ("before", "after", "ahead", "following", "since", "about", "over", "despite", "amid", "until")
)


@cache
def preps(role: str, type_: str) -> tuple[str, ...]:
    """Return the prepositions that lead to the source or target of an event of a type."""
    return tuple(words(load("roles.toml")["prepositions"][role].get(type_, "")))


@cache
def verbs(name: str) -> frozenset[str]:
    """Return one of the verb lists of ``data/roles.toml``."""
    return frozenset(words(load("roles.toml")["carriers"][name]))


def read_at(phrases: Phrases, i: int | None) -> Reading:
    """Read the phrase at a token, if there is one."""
    return phrases.read(i) if i is not None else NOTHING


def named_only(reading: Reading) -> Reading:
    """Leave out what only a place tells."""
    return reading if reading.grade > Grade.PLACE else NOTHING


def better(one: Reading, other: Reading) -> Reading:
    """Return the first reading, unless the other one names whom the first only places."""
    return other if other.grade > one.grade and one.grade <= Grade.PLACE else one


def first(readings: Iterable[Reading]) -> Reading:
    """Return the first reading that tells a side."""
    return next((reading for reading in readings if reading), NOTHING)


def prep(phrases: Phrases, i: int, preps: Sequence[str]) -> Reading:
    """Return the surest reading among what the prepositions of a word govern."""
    found = NOTHING
    for inner, place in _governed(phrases.tree, i, preps):
        one = phrases.read(inner)
        if place and one and _is_area(phrases, inner):
            one = Reading(one.sides, Grade.PLACE)
        found = better(found, one)
    return found


def _governed(tree: Tree, i: int, preps: Sequence[str]) -> Iterator[tuple[int, bool]]:
    for p in tree.children(i, "prep", "agent", "dative", "prt"):
        word = tree.tokens[p].text.lower()
        if word not in preps:
            continue
        for inner in tree.children(p, "pobj"):
            if tree.tokens[inner].lemma in verbs("occasions") or _is_between(tree, inner):
                continue  # "an attack of its own", "at X's request", "with X as the go-between"
            yield inner, word in ("in", "at", "near", "around", "across", "over", "from", "inside", "outside")
        for deeper in tree.children(p, "prep"):
            for inner in tree.children(deeper, "pobj"):
                yield inner, False


def _is_between(tree: Tree, i: int) -> bool:
    """Say whether "as" follows a phrase: "with X as the go-between" makes X no partner."""
    after = max(tree.subtree(i)) + 1
    own = any(tree.tokens[c].text.lower() == "as" for c in tree.children(i, "prep"))
    return own or (after < len(tree.tokens) and tree.tokens[after].text.lower() == "as")


def is_seat(phrases: Phrases, i: int | None) -> bool:
    """Say whether a phrase is a capital: it stands for its state, and it is a place."""
    span = phrases.span_at(i) if i is not None else None
    return span is not None and span.kind is Kind.SEAT


def _is_area(phrases: Phrases, i: int) -> bool:
    """Say whether a phrase names a country or capital as a place: "in Russia"."""
    span = phrases.span_at(i)
    return span is not None and span.kind in (Kind.COUNTRY, Kind.SEAT, Kind.PLACE)


def agent(phrases: Phrases, verb: int) -> Reading:
    """Return who stands after "by" under a passive, at whatever word the parser has hung it."""
    tree = phrases.tree
    found = prep(phrases, verb, ("by",))
    if found or not tree.is_passive(verb):
        return found
    for i in tree.subtree(verb):
        if tree.tokens[i].text.lower() == "by" and (named := prep(phrases, tree.tokens[i].head, ("by",))):
            return named
    return NOTHING


def doer(phrases: Phrases, verb: int) -> Reading:
    """Return who does what a verb says: its subject, whom it is laid to, or who owns the noun it hangs on."""
    tree = phrases.tree
    blamed = blamed_for(tree, verb)
    if blamed is not None:
        return phrases.read(blamed)
    token = tree.tokens[verb]
    if token.dep == "acl" and token.tag == "VB" and tree.tokens[token.head].pos in ("NOUN", "PROPN"):
        owner = phrases.modifiers(token.head)  # "Russia's offer to meet", "the US decision to blame"
        has = tree.tokens[token.head].dep == "dobj"  # "made an offer to meet"
        return owner or (doer(phrases, tree.tokens[token.head].head) if has else NOTHING)
    subject = tree.subject(verb)
    if token.lemma in verbs("visits") and tree.is_passive(verb):  # "is expected in Doha"
        subject = next(iter(tree.children(verb, "nsubjpass")), subject)
        return read_at(phrases, subject)
    passive = subject is not None and tree.tokens[subject].dep == "nsubjpass"
    joined = token.dep == "advcl" or (token.dep == "conj" and token.tag == "VBN")  # "killed and wounded"
    if subject is None or (passive and joined):
        return NOTHING  # "a block was destroyed, killing six": the block did not
    found = phrases.read(subject)
    hidden = (
        tree.tokens[subject].dep == "pobj" and tree.tokens[subject].head < verb
    )  # "In May Eritrea struck"
    return Reading(found.sides, Grade.NAMED, found.persons) if hidden and found else found


def blamed_for(tree: Tree, i: int) -> int | None:
    """Return X where a verb or noun stands under "accused X of"."""
    for above in (i, *tree.ancestors(i)):
        token = tree.tokens[above]
        if tree.is_loose(above):
            return None
        over = tree.tokens[token.head]
        of = token.dep == "prep" and token.text.lower() in ("of", "for")
        if over.lemma in verbs("accusing") and (of or (token.dep == "advcl" and token.tag == "VB")):
            return tree.object(token.head) or next(iter(tree.children(token.head, "nsubj")), None)
        if of and over.dep == "dobj" and tree.tokens[over.head].lemma in verbs("accusing"):
            return token.head
        if token.dep not in ("xcomp", "conj", "pcomp", "prep", "pobj", "dobj", "advcl"):
            return None
    return None


def takes_blame(tree: Tree, verb: int) -> bool:
    """Say whether the subject of an accusing verb is accused: "X bears responsibility", "X is to blame"."""
    token = tree.tokens[verb]
    to_blame = token.dep == "xcomp" and token.tag == "VB" and tree.tokens[token.head].lemma == "be"
    return token.lemma in verbs("blamed") or (to_blame and token.lemma in verbs("accusing"))


def is_argument(tree: Tree, noun: int, verb: int) -> bool:
    """Say whether a noun is subject or object of a verb, or what its object is of: "a series of strikes"."""
    i = noun
    while tree.tokens[i].head != verb:
        token = tree.tokens[i]
        if token.dep == "prep" and token.text.lower() != "of":
            return False
        i = token.head
    return tree.tokens[i].dep in ("dobj", "nsubj", "nsubjpass", "attr", "conj", "dative", "ccomp", "xcomp")


def carrier(tree: Tree, noun: int) -> int | None:
    """Return the verb that a noun is an argument of, through nouns like "series of", "wave of"."""
    i = noun
    for _ in range(4):
        above = tree.tokens[i].head
        if above == i:
            return None
        if tree.tokens[above].pos in ("VERB", "AUX"):
            return above if tree.tokens[i].dep not in ("advcl", "npadvmod") else None
        if tree.tokens[above].text.lower() in _ASIDE:
            return None
        i = above
    return None
