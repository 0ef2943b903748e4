"""Weighs whether two mentions tell of one event: what rules it out, and the log-odds of what speaks for it.

The weights were fitted (logistic regression, see `settings.toml`) on pairs of annotated mentions of which
some fields had been dropped at random, since real mentions lack places and parties.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from math import log

from core.merge.traits import Traits, settings
from core.model import Basis, Status

_NEAR = 400  # characters: the same paragraph or the next
_ALIKE = 0.7  # "mazar-e-sharif" and "mazar-i-sharif"
_MUTUAL = "CONSULT"  # meetings have no doer and no victim
_UNLIKE = {Status.HYPOTHETICAL, Status.OCCURRED}  # "could strike Kyiv" is not the strike on Kyiv


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each word is in the collection: its inverse document frequency over mentions."""

    weight: Mapping[str, float]
    usual: float

    def of(self, words: frozenset[str]) -> float:
        """Return the summed weight of the words."""
        return sum(self.weight.get(word, self.usual) for word in words)


def rarity(frequency: Mapping[str, int], mentions: int) -> Rarity:
    """Return the weights of words that stand in ``frequency`` of so many ``mentions``."""
    # A floor on the number keeps small collections from calling every word common.
    total = max(mentions, settings()["small_collection"])
    return Rarity({word: log(total / count) for word, count in frequency.items()}, log(total))


def conflict(a: Traits, b: Traits) -> bool:
    """Say whether two mentions cannot tell of one event."""
    return (
        a.family != b.family
        or _apart(a, b)
        or (a.mention.track == "battlefield" and _other_place(a, b))
        or _other_parties(a, b)
        or _other_form(a, b)
        or _other_means(a.mention.mode, b.mention.mode)
        or {a.mention.status, b.mention.status} == _UNLIKE
    )


def score(a: Traits, b: Traits, rare: Rarity) -> float:
    """Return the log-odds that two mentions without conflict tell of one event."""
    weights: dict[str, float] = settings()["weights"]
    return weights["bias"] + sum(weights[name] * value for name, value in evidence(a, b, rare).items())


def evidence(a: Traits, b: Traits, rare: Rarity) -> dict[str, float]:
    """Return what speaks for and against, each as a number about 0 to 1, under the weights' names."""
    shared = rare.of(a.words & b.words)
    least = min(rare.of(a.words), rare.of(b.words)) or 1.0
    one, two = a.mention, b.mention
    here = one.article == two.article
    frame = one.type == two.type and a.parties == b.parties and a.date == b.date
    placed = _share_place(a.places, b.places)
    return {
        "same_article": float(here),
        "near": float(here and abs(one.start - two.start) < _NEAR),
        "frame_here": float(here and frame),
        "frame_mode": float(frame and one.mode == two.mode),
        "words": shared / least,
        "trigger": float(bool(a.trigger & b.trigger)),
        "place": float(placed),
        "unplaced_there": float(not here and not (placed or _told_place(a, b) or _share_parties(a, b))),
        "no_place": float(not a.places or not b.places),
        "same_day": float(a.sharp and b.sharp and a.date == b.date),
        "type": float(one.type == two.type),
        "mode": float(bool(one.mode) and one.mode == two.mode),
        "status": float(one.status == two.status),
        "other_killed": float(None not in (one.killed, two.killed) and one.killed != two.killed),
        "talks": float(one.type == _MUTUAL),
    }


def _apart(a: Traits, b: Traits) -> bool:
    """Say whether the dates exclude each other. Reports of one day may differ by the night between."""
    gap = max(a.lo, b.lo) - min(a.hi, b.hi)
    if gap <= 0:
        return _unequal_spans(a, b)
    loose = any(t.mention.basis is Basis.DCT or t.hi > t.lo for t in (a, b))
    return gap > 1 or not loose


def _unequal_spans(a: Traits, b: Traits) -> bool:
    """Deadlines that overlap are still two when they begin on different days."""
    spans = a.mention.type == b.mention.type == "THREATEN" and "/" in a.mention.edtf and "/" in b.mention.edtf
    return spans and a.mention.first != b.mention.first


def _other_place(a: Traits, b: Traits) -> bool:
    return a.named_place and b.named_place and not _share_place(a.places, b.places) and not _holds(a, b)


def _holds(a: Traits, b: Traits) -> bool:
    """Say whether one place may hold the other: a party's country, or the country of the other mention."""
    return any(one.mention.place in (*one.parties, other.mention.country) for one, other in ((a, b), (b, a)))


@cache
def _share_place(a: frozenset[str], b: frozenset[str]) -> bool:
    if a & b:
        return True
    return any(x[0] == y[0] and SequenceMatcher(None, x, y).ratio() >= _ALIKE for x in a for y in b)


def _other_parties(a: Traits, b: Traits) -> bool:
    if a.mention.type == _MUTUAL:
        small, large = sorted((a.parties, b.parties), key=len)
        return bool(small) and not small <= large and not (len(small & large) > 1)
    if a.mention.type == "AGREE" or "firearms" in (a.mention.mode, b.mention.mode):
        return _disjoint(a.parties, b.parties)  # either side may be named as the one who began
    return _disjoint(a.source, b.source) or _disjoint(a.target, b.target)


def _told_place(a: Traits, b: Traits) -> bool:
    """Say whether one speaks of the other's place without naming it as such: "guards of the consulate"."""
    return bool(a.places & b.words or b.places & a.words)


def _share_parties(a: Traits, b: Traits) -> bool:
    """Say whether two reports of diplomacy share enough parties to be told from the day's other talks.

    In a war the same two sides strike each other every day, so that for battle only the place tells.
    """
    return a.mention.track != "battlefield" and len(a.parties & b.parties) > 1


def _other_form(a: Traits, b: Traits) -> bool:
    """Say whether one is a call or a paper handed over and the other is not: each is an act of its own."""
    return a.mention.type == _MUTUAL and bool(a.form or b.form) and a.form != b.form


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and not a & b


@cache
def _other_means(a: str, b: str) -> bool:
    known = {mode for group in settings()["modes"]["kin"] for mode in group} | {"firearms"}
    if a == b or a not in known or b not in known:
        return False
    return not any(a in group and b in group for group in settings()["modes"]["kin"])
