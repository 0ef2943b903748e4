"""Resolves nouns that name no side but point back to one: "the ministry", "the rebels", "both sides"."""

from collections.abc import Set as AbstractSet
from functools import cache

from core.events.lexicon import load, standard, words
from core.events.parties.discourse import Discourse
from core.events.syntax import Tree

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "both", "all"))


@cache
def nouns(name: str) -> frozenset[str]:
    """Return one of the noun lists of ``data/roles.toml``."""
    return frozenset(words(load("roles.toml")["nouns"][name]))


@cache
def saying() -> frozenset[str]:
    """Return the verbs of saying, as lemmas."""
    return frozenset(words(load("cues.toml")["reporting"]["words"]))


def is_attack(noun: str) -> bool:
    """Say whether a noun, as a lemma, names an attack."""
    return any(entry.type == "ASSAULT" for entry in standard().nouns.get(noun, ()))


def is_private(tree: Tree, verb: int) -> bool:
    """Say whether a person acts who does not speak for a country: "a Russian tennis player condemned"."""
    subject = tree.subject(verb)
    return subject is not None and tree.tokens[subject].lemma in nouns("private")


def point_back(tree: Tree, i: int, discourse: Discourse) -> tuple[str, ...]:
    """Return the sides that a noun without a name points back to; empty where that is not safe to say."""
    token = tree.tokens[i]
    lemma, at = token.lemma, token.start
    before = [tree.tokens[c] for c in tree.children(i, "det", "poss", "nummod", "amod", "predet", "compound")]
    marks = {other.text.lower() for other in before}
    kinds = {lemma, *(other.lemma for other in before)}
    definite = bool(marks & _DEFINITE)
    of_state = bool(kinds & nouns("state"))
    found: tuple[str, ...] = ()
    if (lemma in nouns("pairs") and marks & {"two", "both", "all", "each"}) or (
        lemma == "side" and token.tag == "NNS"
    ):
        found = discourse.pair(states=lemma in ("country", "nation"), at_war=lemma in nouns("warring"))
    elif lemma in nouns("enemies"):
        found = discourse.enemy(at)
    elif kinds & nouns("alliances"):
        found = discourse.alliance(at)
    elif lemma in nouns("attackers") and not of_state:
        found = _attackers(tree, i, discourse, kinds, definite=definite)
    elif (lemma in ("country", "nation") and definite) or lemma in ("governor", "mayor"):
        found = discourse.land(at)
    elif lemma in nouns("unions") and (definite or lemma == "peacekeeper"):
        found = discourse.named_like(lemma, at)
    elif kinds & {"army", "military"} and lemma in nouns("institutions") | nouns("arms"):
        found = discourse.army(at)
    elif of_state and lemma in nouns("institutions") | nouns("arms"):
        found = discourse.state(at)
    elif lemma in nouns("institutions") and definite:
        found = discourse.office(lemma, at)
    if not found and lemma in nouns("troops"):
        found = discourse.troops(at)
    return found


def _attackers(
    tree: Tree, i: int, discourse: Discourse, kinds: AbstractSet[str], *, definite: bool
) -> tuple[str, ...]:
    """Return the group that "the rebels", "jihadists" or "the movement" are."""
    token = tree.tokens[i]
    found: tuple[str, ...] = ()
    if kinds & (nouns("islamists") | {"suicide"}):
        found = discourse.group(token.start, definite=definite, only=nouns("islamist_groups"))
    found = found or discourse.group(token.start, definite=definite)
    if not found and token.lemma in nouns("rebels"):
        found = discourse.rebels(token.text, token.start)
    if not found and token.lemma in nouns("unions") and definite:
        found = discourse.named_like(token.lemma, token.start)
    return found
