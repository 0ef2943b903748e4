"""Reads which sides a noun phrase of a parsed sentence stands for, and how surely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from core.events.lexicon import load, standard, words
from core.events.parties.discourse import THING, THIRD, Discourse
from core.events.parties.names import Kind
from core.events.parties.scanning import Span
from core.events.syntax import Tree

_MODIFIERS = ("poss", "amod", "compound", "nmod", "npadvmod", "nummod")
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her", "both", "all"))


class Grade(IntEnum):
    """How a phrase tells its side: not at all, by a place, by pointing back, by name."""

    NONE = 0
    PLACE = 1
    BACK = 2
    NAMED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """The sides a phrase stands for; ``open`` says that someone acts or suffers whom it leaves unnamed."""

    sides: tuple[str, ...] = ()
    grade: Grade = Grade.NONE

    def __bool__(self) -> bool:
        return bool(self.sides)


NOTHING = Reading()


@cache
def saying() -> frozenset[str]:
    """Return the verbs of saying, as lemmas."""
    return frozenset(words(load("cues.toml")["reporting"]["words"]))


@cache
def nouns(name: str) -> frozenset[str]:
    """Return one of the noun lists of ``data/roles.toml``."""
    return frozenset(words(load("roles.toml")["nouns"][name]))


class Phrases:
    """The noun phrases of one sentence, with the names found in it laid over its tokens."""

    def __init__(self, tree: Tree, spans: Sequence[Span], discourse: Discourse) -> None:
        self.tree = tree
        self._discourse = discourse
        self._at: dict[int, Span] = {}
        starts = [(span.start, span.end, span) for span in spans]
        for i, token in enumerate(tree.tokens):
            for start, end, span in starts:
                if token.start < end and token.end > start:
                    self._at[i] = span

    def read(self, i: int, depth: int = 0) -> Reading:
        """Return the sides of the noun phrase with head ``i``, those joined to it by "and" too."""
        own = self._single(i, depth)
        for c in self.tree.children(i, "conj"):
            if depth < 4 and self.tree.tokens[c].pos not in ("VERB", "AUX"):
                own = _joined(own, self.read(c, depth + 1))
        return own

    def _single(self, i: int, depth: int) -> Reading:
        token = self.tree.tokens[i]
        if i in self._at:
            return self._of_span(i)
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            return self._pronoun(i, depth)
        for reading in self._parts(i, depth):
            if reading:
                return reading
        return self._pointing_back(i)

    def _pronoun(self, i: int, depth: int) -> Reading:
        """Resolve a pronoun to the subject of a clause over it, else to whom the text named before."""
        tree, word = self.tree, self.tree.tokens[i].text.lower()
        if word in THIRD and depth < 3:
            for above in tree.ancestors(i):
                if self._discourse.quoted and tree.tokens[above].lemma in saying():
                    break
                subjects = (
                    tree.children(above, "nsubj", "nsubjpass") if tree.tokens[above].pos == "VERB" else []
                )
                for subject in subjects:
                    if subject < i and not tree.dominates(subject, i):
                        found = self._single(subject, depth + 1)
                        if found and self._agrees(subject, word):
                            return Reading(found.sides, Grade.BACK)
        return self._back(self._discourse.pronoun(word, tree.tokens[i].start))

    def _agrees(self, subject: int, word: str) -> bool:
        """Say whether a noun can be what a pronoun stands for: a person for "he", no person for "it"."""
        span = self._at.get(subject)
        person = span is not None and span.kind is Kind.PERSON
        return not person if word in THING else True

    def _of_span(self, i: int) -> Reading:
        span = self._holder(i) or self._at[i]
        if span.kind in (Kind.ORGANISATION, Kind.PEOPLE) and (owner := self._owner(i)):
            return owner  # "Germany's Security Council"
        before = (
            self.tree.tokens[self.tree.tokens[i].head].text.lower()
            if self.tree.tokens[i].dep == "pobj"
            else ""
        )
        sides = self._discourse.choose(span)
        if span.kind is Kind.PLACE or (span.kind in (Kind.SEAT, Kind.COUNTRY) and before in _PLACED):
            return Reading(sides, Grade.PLACE)
        return Reading(sides, Grade.NAMED)

    def _owner(self, i: int) -> Reading:
        for c in self.tree.children(i, "poss"):
            if c in self._at and self._at[c].kind in (Kind.COUNTRY, Kind.SEAT):
                return Reading(self._at[c].sides, Grade.NAMED)
        return NOTHING

    def _holder(self, i: int) -> Span | None:
        """Return who holds a place by the words before it: "Russian-held Horlivka"."""
        if self._at[i].kind is not Kind.PLACE:
            return None
        for c in self.tree.children(i, *_MODIFIERS):
            for inner in (c, *self.tree.children(c)):
                if inner in self._at and self._at[inner].held:
                    return self._at[inner]
        return None

    def _parts(self, i: int, depth: int) -> Iterator[Reading]:
        """Yield what modifiers, an "of" phrase, appositions and relative clauses say of a noun's side."""
        tree = self.tree
        yield self.modifiers(i)
        if depth > 4:
            return
        lemma = tree.tokens[i].lemma
        belongs = lemma in nouns("belonging") or tree.tokens[i].pos in ("NUM", "DET")
        for p in tree.children(i, "prep"):
            word = tree.tokens[p].text.lower()
            if (
                word in (("of", "from", "for", "in") if belongs else ("of",))
                and lemma not in standard().nouns
            ):
                for inner in tree.children(p, "pobj"):
                    found = self.read(inner, depth + 1)
                    there = word in ("in", "from") and lemma not in nouns("institutions")
                    yield Reading(found.sides, Grade.PLACE) if there and found else found
        for c in tree.children(i, "appos"):
            yield self.read(c, depth + 1)
        for c in tree.children(i, "prep"):  # "a hotel in Kyiv": at least where it is
            for inner in tree.children(c, "pobj") if tree.tokens[c].text.lower() in _PLACED else ():
                if inner in self._at and self._at[inner].kind in (Kind.PLACE, Kind.SEAT, Kind.COUNTRY):
                    yield Reading(self._of_span(inner).sides, Grade.PLACE)

    def modifiers(self, i: int) -> Reading:
        """Return the sides in what stands before a noun: "Russian", "Kyiv's", "US and UK"."""
        found = NOTHING
        for c in self.tree.children(i, *_MODIFIERS):
            own = self._modifier(c)
            if own and (found.grade <= Grade.PLACE or own.grade > Grade.PLACE):
                found = own if found.grade < own.grade else _joined(found, own)
        return found

    def _modifier(self, c: int) -> Reading:
        token = self.tree.tokens[c]
        if c in self._at:
            span = self._at[c]
            grade = Grade.PLACE if span.kind is Kind.PLACE or self._is_local(c, span) else Grade.NAMED
            own = Reading(self._discourse.choose(span), grade)
        elif token.dep == "poss" and token.tag == "PRP$":
            own = self._pronoun(c, 0)
        elif token.dep in ("poss", "compound", "nmod"):
            own = self.modifiers(c)
            if not own and token.dep == "poss":
                own = self._pointing_back(c)
        else:
            own = self.modifiers(c) if token.dep == "amod" else NOTHING
        for joined in self.tree.children(c, "conj"):
            own = _joined(own, self._modifier(joined))
        return own

    def _is_local(self, c: int, span: Span) -> bool:
        """Say whether a capital before a noun tells only where that is: "a Kyiv apartment block"."""
        head = self.tree.tokens[self.tree.tokens[c].head]
        return (
            span.kind is Kind.SEAT
            and head.lemma not in nouns("institutions")
            and self.tree.tokens[c].dep != "poss"
        )

    def _pointing_back(self, i: int) -> Reading:
        """Resolve "the ministry", "the militants", "the two sides" to whom the article named before."""
        token, tree = self.tree.tokens[i], self.tree
        marks = {
            tree.tokens[c].text.lower() for c in tree.children(i, "det", "poss", "nummod", "amod", "predet")
        }
        lemma = token.lemma
        if (lemma in nouns("pairs") and marks & {"two", "both"}) or (lemma == "side" and token.tag == "NNS"):
            return self._back(self._discourse.pair())
        if lemma in nouns("enemies"):
            return self._back(self._discourse.enemy(token.start))
        if lemma in nouns("attackers"):
            return self._back(self._discourse.group(token.start))
        if lemma in ("country", "nation") and marks & _DEFINITE:
            return self._back(self._discourse.land(token.start))
        if lemma in nouns("institutions") and marks & _DEFINITE:
            return self._back(self._discourse.office(lemma, token.start))
        return NOTHING

    @staticmethod
    def _back(sides: tuple[str, ...]) -> Reading:
        return Reading(sides, Grade.BACK) if sides else NOTHING

    def named_in(self, tokens: Sequence[int], kinds: Sequence[Kind]) -> Reading:
        """Return the first name of one of the kinds among tokens."""
        for i in tokens:
            if i in self._at and self._at[i].kind in kinds:
                grade = (
                    Grade.PLACE if self._at[i].kind in (Kind.PLACE, Kind.SEAT, Kind.COUNTRY) else Grade.NAMED
                )
                return Reading(self._discourse.choose(self._at[i]), grade)
        return NOTHING

    def span_at(self, i: int) -> Span | None:
        """Return the name that a token is part of."""
        return self._at.get(i)


_PLACED = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "within", "over")
)


def _joined(one: Reading, other: Reading) -> Reading:
    """Put the sides of coordinated phrases together; where one is only a place, the named one counts."""
    if not one or not other:
        return one or other
    if one.grade != other.grade and Grade.PLACE in (one.grade, other.grade):
        return max(one, other, key=lambda reading: reading.grade)
    return Reading(tuple(dict.fromkeys((*one.sides, *other.sides))), min(one.grade, other.grade))
