"""Works out who fights whom in an article: from the attacks it tells, then from the wars that are known."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from core.events.lexicon import load, words
from core.events.parties.cases import Case, Told
from core.events.parties.names import Kind, bystanders
from core.events.parties.phrases import Grade
from core.events.parties.scanning import Span

_TOLD = 3.0  # weight of an attack told with both sides named
_PLACED = 1.5  # the same with the victim known by the place only
_BLAMED = 1.0
_KNOWN = 1.0  # a war that is known, if the article names both sides
_ONE_WAY = 2  # times as many attacks of the one as of the other
_TITLE = 3  # how much more a name in the title counts


@dataclass(frozen=True)
class Conflict:
    """Who fights whom, most surely first; ``attacks`` counts the attacks told from one side on another."""

    foes: Mapping[str, tuple[str, ...]]
    attacks: Counter[tuple[str, str]]
    main: tuple[str, str] | None
    struck: Counter[tuple[str, str]]  # attacks that name whom they are on
    fought: AbstractSet[frozenset[str]]  # the sides that are known or told to fight
    strikes: Counter[str]  # attacks by a side that do not tell on whom
    groups: AbstractSet[str]  # the armed groups, those the article tells of too

    @property
    def one_way(self) -> tuple[str, str] | None:
        """Return (attacker, attacked) of the main war if nearly all attacks told are the one's."""
        if self.main is None:
            return None
        one, other = self.main
        by_one = self.attacks[one, other] + self.strikes[one]
        by_other = self.attacks[other, one] + self.strikes[other]
        return self.main if by_one >= _ONE_WAY * by_other else None

    @property
    def pair(self) -> tuple[str, ...]:
        """Return the two of the main war, a state before the group that fights it; empty if none is known."""
        return tuple(sorted(self.main, key=lambda side: side in self.groups)) if self.main is not None else ()

    @property
    def at_home(self) -> tuple[str, ...]:
        """Return the state of the main war where that is with an armed group; empty for a war of states."""
        states = tuple(side for side in self.pair if side not in self.groups)
        return states if len(states) == 1 else ()

    def victim(self, source: Iterable[str], ground: Iterable[str]) -> tuple[str, ...]:
        """Return whom a side strikes by name more often than the country whose ground it is."""
        source, ground = set(source), set(ground)
        found = [(n, target) for (by, target), n in self.struck.items() if by in source]
        if not found:
            return ()
        most, target = max(found, key=lambda pair: pair[0])
        here = max((n for n, struck in found if struck in ground), default=0)
        usual = most > 1 or (not ground and self.foe(source) == (target,))
        return (target,) if most > here and usual else ()

    def foe(self, sides: Iterable[str], near: Sequence[str] = ()) -> tuple[str, ...]:
        """Return the first enemy of a side, of those named ``near`` if one is; empty where none is known."""
        for side in sides:
            if foes := self.foes.get(side):
                here = (foe for foe in foes if foe in near and frozenset((side, foe)) in self.fought)
                return next(((foe,) for foe in here), foes[:1])
        return ()

    def fight(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Say whether a side of the one fights a side of the other."""
        other = set(other)
        return any(other & set(self.foes.get(side, ())) for side in one)


def count(spans: Sequence[Span], title: tuple[int, int]) -> Counter[str]:
    """Count how often an article names each side."""
    counts: Counter[str] = Counter()
    for span in spans:
        for side in span.sides:
            counts[side] += _TITLE if title[0] <= span.start < title[1] else 1
    return counts


def work_out(
    cases: Sequence[Case],
    told: Sequence[Told],
    spans: Sequence[Span],
    counts: Counter[str],
    today: dt.date | None,
    *,
    groups: AbstractSet[str],
) -> Conflict:
    """Weigh the attacks and accusations told, and the known wars between sides that the article names."""
    weights: dict[frozenset[str], float] = defaultdict(float)
    attacks: Counter[tuple[str, str]] = Counter()
    struck: Counter[tuple[str, str]] = Counter()
    strikes: Counter[str] = Counter()
    known = {frozenset(pair) for pair in _wars(today) if counts[pair[0]] and counts[pair[1]]}
    fighters = {side for pair in known for side in pair}
    for case, one in zip(cases, told, strict=True):
        attack = case.type in ("ASSAULT", "COERCE") and case.track == "battlefield"
        if attack and not one.target:
            strikes.update(one.source.sides)
        for source in one.source.sides:
            for target in one.target.sides:
                if one.source.grade < Grade.BACK or {source, target} & bystanders():
                    continue
                if attack:
                    placed = one.target.grade is Grade.PLACE
                    if placed and source in fighters and frozenset((source, target)) not in known:
                        continue  # the ground on which a known enemy is fought
                    weights[frozenset((source, target))] += _PLACED if placed else _TOLD
                    attacks[source, target] += 1
                    struck[source, target] += one.target.grade is Grade.NAMED
                elif case.type in ("ACCUSE", "THREATEN"):
                    weights[frozenset((source, target))] += _BLAMED
    total = sum(counts.values()) or 1
    for pair in known:
        weights[pair] += _KNOWN + 10 * min(counts[side] for side in pair) / total
    fought = known | {frozenset(pair) for pair in attacks}
    main = _main(weights, attacks, strikes, spans)
    return Conflict(_foes(weights, counts), attacks, main, struck, fought, strikes, groups)


def _foes(weights: Mapping[frozenset[str], float], counts: Counter[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[tuple[float, int, str]]] = defaultdict(list)
    for pair, weight in weights.items():
        if len(pair) == 2:
            one, other = sorted(pair)
            found[one].append((weight, counts[other], other))
            found[other].append((weight, counts[one], one))
    return {
        side: tuple(name for _, _, name in sorted(others, reverse=True)) for side, others in found.items()
    }


def _main(
    weights: Mapping[frozenset[str], float],
    attacks: Counter[tuple[str, str]],
    strikes: Counter[str],
    spans: Sequence[Span],
) -> tuple[str, str] | None:
    """Return (attacker, attacked) of the article's main war; who is fought on own ground is attacked.

    ``strikes`` counts the attacks by a side that do not tell on whom.
    """
    pairs = [(weight, tuple(sorted(pair))) for pair, weight in weights.items() if len(pair) == 2]
    if not pairs:
        return None
    one, other = max(pairs)[1]
    ground = Counter(side for span in spans if span.kind is Kind.PLACE for side in span.sides)
    by_one = (attacks[one, other] + strikes[one], ground[other])
    by_other = (attacks[other, one] + strikes[other], ground[one])
    return (one, other) if by_one >= by_other else (other, one)


def _wars(today: dt.date | None) -> Sequence[tuple[str, str]]:
    return tuple(
        (ours, theirs)
        for first, last, one, other in _known_wars()
        if today is None or first <= today.year <= last
        for ours in one
        for theirs in other
    )


@cache
def _known_wars() -> tuple[tuple[int, int, tuple[str, ...], tuple[str, ...]], ...]:
    return tuple(
        (war["from"], war.get("to", dt.MAXYEAR), tuple(words(war["ours"])), tuple(words(war["theirs"])))
        for war in load("belligerents.toml")["wars"]
    )
