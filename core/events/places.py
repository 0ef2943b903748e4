"""Finds the most precise place named for an event, and the country it lies in."""

from core.events.parties.names import Kind, cities, fold, names
from core.events.syntax import Tree
from core.model import Sentence, Trigger

_PREPS = frozenset(
    ("in", "at", "near", "on", "outside", "around", "to", "towards", "into", "of", "across", "over")
)
_AREAS = frozenset(
    ("region", "province", "city", "district", "town", "village", "oblast", "strip", "sea", "port", "island")
)


def find(sentence: Sentence, trigger: Trigger, clause: tuple[int, int]) -> tuple[str, str]:
    """Return (place as written, country) named within the clause after a preposition; empty where none is.

    A city or region goes before a country; the one nearest to the trigger before others.
    """
    tree = Tree(sentence)
    found: list[tuple[bool, int, str, str]] = []
    for i, token in enumerate(tree.tokens):
        if token.dep != "pobj" or not clause[0] <= token.start < clause[1]:
            continue
        if tree.tokens[token.head].text.lower() not in _PREPS:
            continue
        name = _name(tree, i)
        country = _country(name)
        if name and (country or token.lemma in _AREAS):
            known = names().get(fold(name))
            is_country = known is not None and known.kind in (Kind.COUNTRY, Kind.PEOPLE)
            found.append((is_country, abs(token.start - trigger.start), name, country))
    return (min(found)[2], min(found)[3]) if found else ("", "")


def _name(tree: Tree, i: int) -> str:
    """Return the capitalised words that make up a place name, with "region" and the like."""
    parts = [*tree.children(i, "compound", "nmod"), i]
    words = [tree.tokens[p].text for p in parts]
    named = [w for w in words if w[:1].isupper()]
    area = tree.tokens[i].lemma in _AREAS and bool(named)
    return " ".join(words if area else named if tree.tokens[i].text[:1].isupper() else [])


def _country(name: str) -> str:
    for key in (fold(name), fold(name.rsplit(" ", 1)[0])):
        known = names().get(key)
        if known is not None and known.kind in (Kind.COUNTRY, Kind.SEAT, Kind.PLACE):
            return known.sides[0]
        if key in cities():
            return cities()[key][0]
    return ""
