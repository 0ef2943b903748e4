"""Keeps whom an article has named so far: pronouns, "the ministry", "the militants" point back to them."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from core.events.parties import names
from core.events.parties.introductions import Introduced
from core.events.parties.names import Kind
from core.events.parties.scanning import Span, Tie, within
from core.model import Document

_OFTEN = 2  # times an article names a group before "rebels" are taken for it
_STILL = ("He ", "She ")
_OWNING = re.compile(r"['’]s?(?: [\w-]+){0,3} ")
_PEOPLE = (Kind.PERSON,)
_REACH = 3  # sentences that a pronoun looks back
_ACTORS = (Kind.COUNTRY, Kind.PEOPLE, Kind.SEAT, Kind.GROUP, Kind.ORGANISATION)
_PERSONS = frozenset(("president", "minister", "premier", "chancellor", "secretary", "leader", "envoy"))
_OF_STATE = frozenset(("president", "minister", "premier", "chancellor"))  # no organisation has one
_NEAR = 250  # characters
_WORD = 12  # characters in which the word before a name stands
_PLACED = frozenset(("in", "at", "near", "outside", "inside", "around", "over", "across"))
_PERSONAL = frozenset(("he", "she", "his", "her", "him", "himself", "herself"))
_SPEAKER = frozenset(("we", "us", "our", "ours", "i", "my", "me", "ourselves"))
_OTHERS = frozenset(("they", "them", "their", "theirs", "themselves"))
THING = frozenset(("it", "its", "itself"))
THIRD = _PERSONAL | _OTHERS | THING


@dataclass
class Discourse:
    """The names of one article, and who spoke and acted last while its sentences are read in order.

    ``at_home`` is the state of the article's main war, where that is with an armed group.
    """

    document: Document
    spans: Sequence[Span]
    introduced: Sequence[Introduced]
    counts: Counter[str]
    speaker: tuple[str, ...] = ()
    quoted: bool = False
    subjects: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    foes: dict[str, str] = field(default_factory=dict)
    fought: AbstractSet[frozenset[str]] = frozenset()
    at_home: tuple[str, ...] = ()
    groups: AbstractSet[str] = field(default_factory=names.groups)

    def choose(self, span: Span) -> tuple[str, ...]:
        """Return a name's sides; of those who fight over a place, the one the article names most."""
        if span.kind is not Kind.PLACE or len(span.sides) == 1:
            return span.sides
        return (max(span.sides, key=lambda side: self.counts[side]),)

    def pronoun(self, word: str, at: int) -> tuple[str, ...]:
        """Return the sides a pronoun at an offset stands for; empty where that is not safe to say."""
        if word in _SPEAKER:
            return self.speaker
        if word in _PERSONAL:
            return self._before(at, _PEOPLE)
        if word in THING:
            return self._before(at, _ACTORS)
        if word in _OTHERS:
            if self.quoted and self.speaker:
                return self._foe(self.speaker)
            kinds = (*_ACTORS, Kind.PERSON)
            return self._before(at, kinds, 1) or self._subject_before(at) or self._before(at, kinds)
        return ()

    def _before(
        self, at: int, kinds: Sequence[Kind], reach: int = _REACH, without: AbstractSet[str] = frozenset()
    ) -> tuple[str, ...]:
        """Return the first name of a kind in the sentence up to an offset, else in the ones before it."""
        sentences = self.document.sentences
        here = next((i for i, s in enumerate(sentences) if s.start <= at < s.end), None)
        if here is None:
            return ()
        for i in range(here, max(here - reach, -1), -1):
            end = at if i == here else sentences[i].end
            if i < here and self.document.cased[sentences[i].start :].startswith(_STILL) and kinds == _PEOPLE:
                continue  # "He met X. He ..." is not X
            found = [
                s
                for s in within(self.spans, sentences[i].start, end)
                if s.kind in kinds and len(s.sides) == 1 and s.sides[0] not in without
            ]
            if found:
                return (found[1] if len(found) > 1 and self._owns(*found[:2]) else found[0]).sides
        return ()

    def _owns(self, owner: Span, owned: Span) -> bool:
        """Say whether a name is only the owner of the next: "Sudan's paramilitary Rapid Support Forces"."""
        return _OWNING.fullmatch(self.document.cased, owner.end, owned.start) is not None

    def _subject_before(self, at: int) -> tuple[str, ...]:
        near = [sides for start, sides in self.subjects if start < at]
        return near[-1] if near else ()

    def group(self, at: int, *, definite: bool, only: AbstractSet[str] = frozenset()) -> tuple[str, ...]:
        """Return the armed group that unnamed fighters belong to: the one named last, or most.

        ``only`` are the groups that may be meant; empty for any.
        """
        often = 1 if definite or only else _OFTEN
        groups = self.groups & only if only else self.groups
        named = [side for side in self.counts if side in groups and self.counts[side] >= often]
        if not named:
            return ()
        best = max(named, key=lambda side: self.counts[side])
        nearest = next((s.sides[0] for s in reversed(within(self.spans, 0, at)) if s.sides[0] in named), best)
        return (nearest if self.counts[nearest] * 2 >= self.counts[best] else best,)

    def enemy(self, at: int) -> tuple[str, ...]:
        """Return who is "the enemy": of the speaker, else of the side that is named most."""
        side = self.speaker or self._before(at, (*_ACTORS, Kind.PERSON))
        return self._foe(side)

    def _foe(self, sides: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.foes[side] for side in sides if side in self.foes))[:1]

    def office(self, lemma: str, at: int) -> tuple[str, ...]:
        """Return the side whose office or body of that name the article named last."""
        no_state = names.bystanders() if lemma in _OF_STATE else frozenset()
        near = self._before(at, _PEOPLE, 2, no_state) if lemma in _PERSONS else ()
        for known in reversed(self.introduced):
            if known.at < at and known.office in (lemma, f"{lemma}s"):
                return (known.side,) if not near or at - known.at < _NEAR else near
        if near:
            return near
        return self._before(at, _ACTORS, without=no_state | self.groups if no_state else no_state)

    def land(self, at: int) -> tuple[str, ...]:
        """Return "the country": the one named last as the ground of what is told, else the one named last."""
        before = [span for span in within(self.spans, 0, at) if len(span.sides) == 1]
        ground = Counter(span.sides[0] for span in before if span.kind is Kind.PLACE)
        if ground:
            return (ground.most_common(1)[0][0],)
        return next((span.sides for span in reversed(before) if span.kind is Kind.COUNTRY), ())

    def rebels(self, word: str, at: int) -> tuple[str, ...]:
        """Return "rebels" as those of the country that is told of: "Syrian rebels"."""
        return self.rebels_of(self.land(at), word) if word.endswith("s") else ()

    def rebels_of(self, land: tuple[str, ...], word: str) -> tuple[str, ...]:
        """Return the rebels of a country by the name of its people, if the article has it."""
        for span in self.spans:
            if (
                span.kind is Kind.PEOPLE
                and span.sides[:1] == land
                and span.tie is None
                and span.text.isalpha()
            ):
                known = names.names().get(names.fold(f"{span.text} {word}"))
                return known.sides if known is not None else (f"{span.text} {word.lower()}",)
        return ()

    def named_like(self, word: str, at: int) -> tuple[str, ...]:
        """Return "the alliance": who was named last by that word, else the last organisation."""
        before = within(self.spans, 0, at)
        like = (s.sides for s in (*reversed(before), *self.spans) if word in s.text.lower())
        last = (span.sides for span in reversed(before) if span.kind is Kind.ORGANISATION)
        return next(like, ()) or next(last, ())

    def state(self, at: int) -> tuple[str, ...]:
        """Return whose "the army" or "government troops" are: the country named last."""
        kinds = (Kind.COUNTRY, Kind.PEOPLE, Kind.SEAT, Kind.PLACE)
        states = [s for s in self.spans if s.kind in kinds and s.sides[0] not in self.groups]
        told = [s for s in reversed(states) if s.start < at] or states  # else the one named next
        told = [s for s in told if names.is_state(self.choose(s)[0])] or told  # no army of Gaza
        told = [s for s in told if not self._is_ground(s)] or told
        at_war = [s for s in told if self.choose(s)[0] in self.foes]
        last = next(iter(at_war or told), None)
        return self.choose(last)[:1] if last is not None else ()

    def army(self, at: int) -> tuple[str, ...]:
        """Return whose "the army" is: that of a land that fights its rebels, unless another is named."""
        here = next((s for s in self.document.sentences if s.start <= at < s.end), None)
        named = (
            [s for s in within(self.spans, here.start, at) if s.sides[0] not in self.groups] if here else []
        )
        at_home = self.at_home and self.land(at) == self.at_home and not named
        return self.at_home if at_home else self.state(at)

    def _is_ground(self, span: Span) -> bool:
        """Say whether a name only tells where states fight: "in Tehran"; rebels fight an army at home."""
        foe = self._foe(self.choose(span))
        if not foe or set(foe) <= self.groups:
            return False
        before = self.document.cased[max(span.start - _WORD, 0) : span.start].split()
        return bool(before) and before[-1].lower() in _PLACED

    def troops(self, at: int) -> tuple[str, ...]:
        """Return whose "soldiers" are: those of a state that rebels fight; of two states at war, unknown."""
        state = self.state(at)
        return state if self._foe(state) and set(self._foe(state)) <= self.groups else ()

    def alliance(self, at: int) -> tuple[str, ...]:
        """Return who leads "the coalition"."""
        led = [span for span in self.spans if span.tie is Tie.LEADS]
        before = [span for span in led if span.start < at]
        return (before[-1:] or led)[0].sides if led else ()

    def pair(self, *, states: bool = False, at_war: bool = False) -> tuple[str, ...]:
        """Return "the two sides": the last two told together, a state before the group that fights it.

        "The two countries" are ``states``, "the warring parties" ``at_war``, as far as such are known.
        """
        found = [pair for pair in self.pairs if not (states and set(pair) & self.groups)] or self.pairs
        if at_war:
            found = [pair for pair in found if frozenset(pair) in self.fought] or found
        return tuple(sorted(found[-1], key=lambda side: side in self.groups)) if found else ()
