"""Finds source and target of an event from the syntax around its trigger, and resolves them to sides."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable

from core.events.lexicon import load, words
from core.events.parties.gazetteer import country_of, longest, sides
from core.events.syntax import Tree
from core.model import Document, Sentence, Trigger

_NAME = re.compile(r"\b[A-Z][\w’'-]{1,30}")
_INTRODUCED = re.compile(
    r"\b([A-Z][\w’'-]+)(?:’s|'s)? (?:[a-z-]+ ){0,2}"
    r"(?:president|minister|secretary|spokesman|spokeswoman|spokesperson|ambassador|envoy|governor|mayor|chancellor|"
    r"premier|chief|negotiator|leader|commander|general),? ((?:[A-Z][\w’'-]+ ){1,2}[A-Z]?[\w’'-]*)"
)
_TARGET_PREPS = (
    "on",
    "against",
    "at",
    "to",
    "with",
    "upon",
    "into",
    "towards",
    "toward",
    "over",
    "for",
    "in",
)
_SOURCE_PREPS = ("by", "from", "of")
_FORCE = ("ASSAULT", "COERCE", "MOBILIZE", "RETREAT")
_TOGETHER = ("AGREE", "CONSULT", "COOPERATE")

Parties = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


class Resolver:
    """The sides of one article: what the tables know, and whom the article itself introduces."""

    def __init__(self, document: Document, published: dt.date | None) -> None:
        self._published = published
        self._introduced: dict[str, str] = {}
        for match in _INTRODUCED.finditer(document.text):
            side = sides().get(match[1].lower().removesuffix("’s").removesuffix("'s"))
            if side is not None:
                self._introduced[match[2].split()[-1].lower()] = side
        self._last: tuple[str, ...] = ()
        self._named_most = _count_sides(document.text)
        self._fighting: list[tuple[tuple[str, ...], tuple[str, ...]]] = []

    def assign(self, sentence: Sentence, trigger: Trigger, type: str, mode: str) -> Parties:  # noqa: A002
        """Return (source, target, reasons) of the event; either side is empty where it is not told."""
        del mode
        tree = Tree(sentence)
        head = _head(tree, trigger)
        source, target = self._around(tree, head)
        if type == "ACCUSE" and not target:
            source, target = self._accused(tree, head, source)
        if type in _FORCE:
            source, target = self._fill_from_story(source, target or self._struck(tree, head))
        target = tuple(side for side in target if side not in source)
        if not target and type in _TOGETHER and len(source) > 1:
            source, target = source[:1], source[1:]
        if source:
            self._last = source
        reasons = [f"{role}: {', '.join(found)}" for role, found in (("by", source), ("to", target)) if found]
        return source, target, tuple(reasons)

    def _accused(
        self, tree: Tree, head: int, source: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Find whom a statement blames: the subject of what is said, or of a headline's "X accused of"."""
        for clause in tree.children(head, "ccomp"):
            for subject in tree.children(clause, "nsubj", "nsubjpass"):
                if found := self._side(tree, subject):
                    return source, found
        if tree.tokens[head].lemma == "accuse" and tree.object(head) is None:
            return (), source
        return source, ()

    def _struck(self, tree: Tree, head: int) -> tuple[str, ...]:
        """Return the country of a place named near the trigger: who is hit where nobody else is named."""
        clause = tree.clause_head(head)
        countries = (
            country_of(tree.tokens[i].text) for i in tree.subtree(clause) if tree.tokens[i].dep == "pobj"
        )
        return tuple(dict.fromkeys(country for country in countries if country))[:1]

    def _fill_from_story(
        self, source: tuple[str, ...], target: tuple[str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Complete the sides of an attack from those last told to fight each other."""
        target = tuple(side for side in target if side not in source)
        if source and target:
            self._fighting.append((source, target))
            return source, target
        for attacker, attacked in reversed(self._fighting):
            for one, other in ((attacker, attacked), (attacked, attacker)):
                if (source and set(source) <= set(one)) or (target and set(target) <= set(other)):
                    return source or one, target or other
            if not source and not target:
                return attacker, attacked
        if source or target:
            other = self._opponent((*source, *target))
            return source or other, target or other
        return source, target

    def _opponent(self, side: tuple[str, ...]) -> tuple[str, ...]:
        """Return the other of the two sides that the article names most, if ``side`` is one of them."""
        two = [name for name, _ in self._named_most.most_common(2)]
        return tuple(name for name in two if name not in side) if set(side) & set(two) else ()

    def _around(self, tree: Tree, head: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if tree.tokens[head].pos in ("VERB", "AUX"):
            return self._of_verb(tree, head)
        source = self._named(tree, tree.children(head, "poss", "amod", "compound", "nmod"))
        between = tree.prep_object(head, "between")
        if between is not None:
            found = self._side(tree, between)
            return found[:1], found[1:]
        agent = tree.prep_object(head, *_SOURCE_PREPS)
        aim = tree.prep_object(head, *_TARGET_PREPS)
        source = source or (self._side(tree, agent) if agent is not None else ())
        target = self._side(tree, aim) if aim is not None else ()
        above = tree.verb_above(head)
        if above is not None and not (source and target):
            upper_source, upper_target = self._of_verb(tree, above)
            source = source or upper_source
            target = target or upper_target
        return source, target

    def _of_verb(self, tree: Tree, verb: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        subject, target = tree.subject(verb), tree.object(verb)
        source = self._side(tree, subject) if subject is not None else ()
        found = self._side(tree, target) if target is not None else ()
        if not found:
            aim = tree.prep_object(verb, *_TARGET_PREPS)
            found = self._side(tree, aim) if aim is not None else ()
        return source, found

    def _side(self, tree: Tree, i: int) -> tuple[str, ...]:
        """Resolve a noun phrase: pronouns to whoever acted last, else by the names in it, its head first."""
        if tree.tokens[i].pos == "PRON":
            return self._last if tree.tokens[i].text.lower() in ("he", "she", "they", "it") else ()
        span = [i, *tree.children(i, "poss", "amod", "compound", "nmod", "conj", "appos")]
        found = self._named(tree, span)
        return found or self._named(tree, tree.subtree(i))

    def _named(self, tree: Tree, tokens: Iterable[int]) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(side for i in sorted(tokens) if (side := self._lookup(tree, i)) is not None)
        )

    def _lookup(self, tree: Tree, i: int) -> str | None:
        """Return the side that the longest known name around a token stands for."""
        if not tree.tokens[i].text[:1].isupper():
            return None
        for size in range(longest(), 0, -1):
            for first in range(max(i - size + 1, 0), i + 1):
                phrase = " ".join(token.text for token in tree.tokens[first : first + size]).lower()
                if phrase in sides():
                    return sides()[phrase]
        return self._introduced.get(tree.tokens[i].text.lower())


def _count_sides(text: str) -> Counter[str]:
    """Count how often an article names each side that can fight."""
    bystanders = words(load("parties.toml")["bystanders"]["names"])
    found = (
        sides().get(match[0].lower().removesuffix("’s").removesuffix("'s")) for match in _NAME.finditer(text)
    )
    return Counter(side for side in found if side and side not in bystanders)


def _head(tree: Tree, trigger: Trigger) -> int:
    """Return the token of the trigger that governs the others."""
    inside = [i for i, t in enumerate(tree.tokens) if trigger.start <= t.start < trigger.end]
    members = set(inside)
    return next(i for i in inside if tree.tokens[i].head not in members or tree.tokens[i].head == i)
