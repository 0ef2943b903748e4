"""Reads which sides a noun phrase of a parsed sentence stands for, and how surely."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from core.events.lexicon import standard
from core.events.parties.discourse import THING, THIRD, Discourse
from core.events.parties.names import Kind, is_state, last_name
from core.events.parties.references import nouns, point_back, saying
from core.events.parties.scanning import Span, Tie
from core.events.syntax import Tree

_MODIFIERS = ("poss", "amod", "compound", "nmod", "npadvmod", "nummod")


class Grade(IntEnum):
    """How a phrase tells its side: not at all, by a place, by pointing back, by name."""

    NONE = 0
    PLACE = 1
    BACK = 2
    NAMED = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """The sides a phrase stands for; ``persons`` are (side, name) of those it names by a person."""

    sides: tuple[str, ...] = ()
    grade: Grade = Grade.NONE
    persons: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.sides)


NOTHING = Reading()


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
        listed = [c for c in self.tree.children(i, "appos") if self._is_listed(i, c)]
        for c in (*self.tree.children(i, "conj"), *listed):
            if depth < 4 and self.tree.tokens[c].pos not in ("VERB", "AUX"):
                own = _joined(own, self.read(c, depth + 1))
        return own

    def _is_listed(self, i: int, c: int) -> bool:
        """Say whether a country set beside another is the next of a list: "the US, Egypt and Qatar"."""
        kinds = {self._at[k].kind for k in (i, c) if k in self._at}
        return (
            len({i, c} & self._at.keys()) == 2
            and kinds == {Kind.COUNTRY}
            and bool(self.tree.children(c, "conj"))
        )

    def _single(self, i: int, depth: int) -> Reading:
        token = self.tree.tokens[i]
        if i in self._at:
            return self._of_span(i)
        if token.pos == "PRON" or token.tag in ("PRP", "PRP$"):
            return self._pronoun(i, depth)
        if own := self._proxies(i) or self._rebels(i):
            return Reading((own,), Grade.NAMED)
        if i + 1 in self._at and i + 1 in self.tree.children(i, "appos"):
            return self._of_span(i + 1)  # "its NATO ally Turkey"
        told = [reading for reading in self._parts(i, depth) if reading]
        if told:
            best = max(told, key=lambda reading: reading.grade)
            return Reading(best.sides, best.grade, best.persons or self._called(i, best.sides))
        return self._back(point_back(self.tree, i, self._discourse))

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
                        if not found and tree.tokens[above].lemma in saying():
                            return NOTHING  # "a doctor said he": no one named before
        return self._back(self._discourse.pronoun(word, tree.tokens[i].start))

    def _agrees(self, subject: int, word: str) -> bool:
        """Say whether a noun can be what a pronoun stands for: a person for "he", no person for "it"."""
        span = self._at.get(subject)
        person = span is not None and span.kind is Kind.PERSON
        return not person if word in THING else True

    def _of_span(self, i: int) -> Reading:
        span = self._holder(i) or self._at[i]
        if span.kind in (Kind.ORGANISATION, Kind.PEOPLE, Kind.PERSON) and (owner := self._owner(i)):
            return Reading(
                owner.sides, owner.grade, _person(span, owner.sides[0])
            )  # "Germany's Security Council"
        before = (
            self.tree.tokens[self.tree.tokens[i].head].text.lower()
            if self.tree.tokens[i].dep == "pobj"
            else ""
        )
        sides = self._discourse.choose(span)
        if span.kind is Kind.PLACE or (span.kind in (Kind.SEAT, Kind.COUNTRY) and before in _PLACED):
            return Reading(sides, Grade.PLACE)
        return Reading(sides, Grade.NAMED, _person(span))

    def _called(self, i: int, sides: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return the person in apposition to an office: "Russia's foreign minister, Sergei Lavrov"."""
        beside = (self._at[c] for c in self.tree.children(i, "appos") if c in self._at)
        return next((_person(span) for span in beside if span.sides[:1] == sides[:1]), ())

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
                if inner in self._at and self._at[inner].tie is Tie.HOLDS:
                    return self._at[inner]
        return None

    def _parts(self, i: int, depth: int) -> Iterator[Reading]:
        """Yield what modifiers, an "of" phrase, appositions and relative clauses say of a noun's side."""
        tree = self.tree
        own = self.modifiers(i)
        yield Reading(own.sides, own.grade)  # "Putin's forces" are not Putin
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
        for c in tree.children(i, "amod", "acl"):  # "forces loyal to X", "fighters allied with Y"
            for p in tree.children(c, "prep") if tree.tokens[c].lemma in nouns("loyal") else ():
                yield from (self.read(inner, depth + 1) for inner in tree.children(p, "pobj"))
        for c in tree.children(i, "prep"):  # "a hotel in Kyiv": at least where it is
            for inner in tree.children(c, "pobj") if tree.tokens[c].text.lower() in _PLACED else ():
                if inner in self._at and self._at[inner].kind in (Kind.PLACE, Kind.SEAT, Kind.COUNTRY):
                    yield Reading(self._of_span(inner).sides, Grade.PLACE)

    def _proxies(self, i: int) -> str:
        """Return "Turkish-backed fighters" as a side of its own: it is not the one that backs it."""
        tree = self.tree
        for c in tree.children(i, "amod", "compound"):
            backed = next((self._at[x] for x in (c, *tree.children(c)) if x in self._at), None)
            if backed is not None and backed.tie is Tie.BACKS and tree.tokens[i].lemma in nouns("attackers"):
                return f"{backed.text} {tree.tokens[i].text}"
        return ""

    def _rebels(self, i: int) -> str:
        """Return "Malian rebels" as a side of its own: they fight the state whose people they are."""
        if self.tree.tokens[i].lemma not in nouns("rebels"):
            return ""
        for c in self.tree.children(i, "amod", "compound"):
            span = self._at.get(c)
            if span is not None and span.kind is Kind.COUNTRY and self.tree.tokens[c].dep == "compound":
                return next(iter(self._discourse.rebels_of(span.sides, self.tree.tokens[i].text)), "")
            if span is not None and span.tie is None and span.kind is Kind.PEOPLE and is_state(span.sides[0]):
                known = self._discourse.group(self.tree.tokens[i].start, definite=False)
                return known[0] if known else f"{span.text} {self.tree.tokens[i].text}"
        return ""

    def teller(self, i: int) -> Reading:
        """Return who says what a word tells: the subject of a verb of saying over it, else who spoke last."""
        for above in self.tree.ancestors(i):
            if self.tree.tokens[above].lemma in saying():
                subjects = self.tree.children(above, "nsubj")
                return self.read(subjects[0]) if subjects else NOTHING
        return Reading(self._discourse.speaker, Grade.BACK) if self._discourse.speaker else NOTHING

    def modifiers(self, i: int) -> Reading:
        """Return the sides in what stands before a noun: "Russian", "Kyiv's", "US and UK"."""
        found = NOTHING
        for c in self.tree.children(i, *_MODIFIERS):
            own = self._modifier(c)
            if own and (found.grade <= Grade.PLACE or own.grade > Grade.PLACE):
                found = own if found.grade < own.grade else _joined(found, own)
        return found or self.adjoining(i)

    def adjoining(self, i: int) -> Reading:
        """Return whose people's name stands right before an -ing form, which the parser may part from it."""
        span = self._at.get(i - 1)
        owns = span is not None and span.kind in (Kind.PEOPLE, Kind.GROUP) and span.tie is None
        return (
            Reading(span.sides, Grade.NAMED)
            if span and owns and self.tree.tokens[i].tag == "VBG"
            else NOTHING
        )

    def _modifier(self, c: int) -> Reading:
        token = self.tree.tokens[c]
        if c in self._at and self._at[c].tie is not Tie.BACKS:
            span = self._at[c]
            if span.kind is Kind.PEOPLE and self._is_namesake(c, span):
                return NOTHING
            grade = Grade.PLACE if span.kind is Kind.PLACE or self._is_local(c, span) else Grade.NAMED
            own = Reading(self._discourse.choose(span), grade, _person(span))
        elif token.dep == "poss" and token.tag == "PRP$":
            own = self._pronoun(c, 0)
        elif token.dep in ("poss", "compound", "nmod"):
            own = self.modifiers(c)
            bodies = token.lemma in nouns("state") | nouns("attackers")  # "an army assault", "a rebel camp"
            if not own and (token.dep == "poss" or bodies):
                own = self._back(point_back(self.tree, c, self._discourse))
        else:
            own = self.modifiers(c) if token.dep == "amod" else NOTHING
        for joined in self.tree.children(c, "conj"):
            own = _joined(own, self._modifier(joined))
        return own

    def _is_namesake(self, c: int, span: Span) -> bool:
        """Say whether a people's name is only part of what a place is called: "the Indonesian hospital"."""
        named = self.tree.tokens[self.tree.tokens[c].head].lemma.lower() in nouns("namesakes")
        return named and not set(span.sides) & set(self._discourse.foes)

    def _is_local(self, c: int, span: Span) -> bool:
        """Say whether a capital before a noun tells only where that is: "a Kyiv apartment block"."""
        head = self.tree.tokens[self.tree.tokens[c].head]
        return (
            span.kind is Kind.SEAT
            and head.lemma not in nouns("institutions")
            and self.tree.tokens[c].dep != "poss"
        )

    @staticmethod
    def _back(sides: tuple[str, ...]) -> Reading:
        return Reading(sides, Grade.BACK) if sides else NOTHING

    def named(self) -> tuple[str, ...]:
        """Return all sides that the sentence names other than by a place."""
        spans = (span for span in self._at.values() if span.kind is not Kind.PLACE)
        return tuple(dict.fromkeys(side for span in spans for side in span.sides))

    def span_at(self, i: int) -> Span | None:
        """Return the name that a token is part of."""
        return self._at.get(i)


_PLACED = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "within", "over")
)


def _person(span: Span, side: str = "") -> tuple[tuple[str, str], ...]:
    return ((side or span.sides[0], last_name(span.text)),) if span.kind is Kind.PERSON else ()


def _joined(one: Reading, other: Reading) -> Reading:
    """Put the sides of coordinated phrases together; where one is only a place, the named one counts."""
    if not one or not other:
        return one or other
    if one.grade != other.grade and Grade.PLACE in (one.grade, other.grade):
        return max(one, other, key=lambda reading: reading.grade)
    sides = tuple(dict.fromkeys((*one.sides, *other.sides)))
    return Reading(sides, min(one.grade, other.grade), (*one.persons, *other.persons))
