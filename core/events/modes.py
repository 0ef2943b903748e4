"""Tells the PLOVER mode of an event: that of its entry, of the weapon named near, of what is asked for."""

from collections.abc import Iterable, Sequence
from functools import cache

from core.events import quoting
from core.events.lexicon import load, standard, words
from core.events.matching import SHOTDOWN
from core.events.proposing import Found
from core.events.syntax import Tree
from core.model import Status

MEET = "meet"
AIR = "aerial"
FLYING = ("drone", AIR)
_PART = "including"
_STRUCK, _ON = ("dobj", "nsubjpass"), ("on", "at", "against", "of")
_BY_WEAPON = "?"  # the lexicon's mode for attacks by whatever means


def mode(one: Found, proposed: Sequence[Found]) -> str:
    """Return the mode of an event among all ``proposed`` in the article; empty where it has none."""
    stated = one.hit.entry.mode
    if one.hit.entry.type in ("REQUEST", "REJECT"):
        return MEET if any(_is_asked(one, other) for other in proposed) else stated
    if stated == SHOTDOWN:
        found = _of_weapon(one.tree, (i for i in _near(one) if i not in one.hit.tokens))
        return found if found in FLYING else AIR
    return _of_weapon(one.tree, [*_near(one), *_doer(one)]) if stated == _BY_WEAPON else stated


def _is_asked(one: Found, other: Found) -> bool:
    """Say whether ``other`` is a meeting not held yet that ``one`` asks for or turns down."""
    under = other.index == one.index and one.tree.dominates(one.hit.head, other.hit.head)
    return under and other.hit.entry.type == "CONSULT" and other.verdict.status is not Status.OCCURRED


def _near(one: Found) -> list[int]:
    """Return the tokens of the clause, those nearest to the trigger first."""
    hit = one.hit
    first, last = quoting.clause(one.tree, hit.head, tuple(sorted(one.tokens())), verb=hit.entry.verb)
    return sorted(range(first, last + 1), key=lambda i: (abs(i - hit.head), i))


def _doer(one: Found) -> list[int]:
    """Return the subject that an active verb shares with one before it: "jets flew over X and hit Y"."""
    tree, hit = one.tree, one.hit
    subject = tree.subject(hit.head) if hit.entry.verb and not tree.is_passive(hit.head) else None
    return tree.subtree(subject) if subject is not None else []


def _of_weapon(tree: Tree, near: Iterable[int]) -> str:
    """Return the mode of the first weapon, or nothing; a part of what was used does not tell how."""
    known = _weapons()
    named = ((i, known[form]) for i in near for form in _forms(tree, i) if form in known)
    return next((mode for i, mode in named if not _is_a_part(tree, i) and not _is_of_the_struck(tree, i)), "")


def _forms(tree: Tree, i: int) -> tuple[str, str, str]:
    """Return the lemma, the word and its singular: the parser may take "Drones" for a name."""
    lower = tree.tokens[i].text.lower()
    return tree.tokens[i].lemma, lower, lower.removesuffix("s")


def _is_of_the_struck(tree: Tree, i: int) -> bool:
    """Say whether a weapon only tells what was struck, and not by what: "air bases", "a drone factory"."""
    token, noun = tree.tokens[i], tree.tokens[i].head
    struck, above = tree.tokens[noun], tree.tokens[tree.tokens[noun].head].text.lower()
    acted_on = struck.dep in _STRUCK or (struck.dep == "pobj" and above in _ON)
    weapon = struck.lemma in _weapons() or struck.lemma in standard().nouns
    return token.dep in ("compound", "amod", "nmod") and acted_on and not weapon


def _is_a_part(tree: Tree, i: int) -> bool:
    return any(tree.tokens[a].text.lower() == _PART for a in tree.ancestors(i))


@cache
def by_weapon() -> frozenset[str]:
    """Return the modes that tell by which weapon an attack was made: no abduction, no arson."""
    return frozenset(load("weapons.toml")["modes"])


@cache
def _weapons() -> dict[str, str]:
    return {word: mode for mode, text in load("weapons.toml")["modes"].items() for word in words(text)}
