"""Weighs whether two mentions of one article tell of one event: what speaks for and against, as log-odds.

The weights are fitted to annotated news (``weights.toml``); what rules it out is in ``conflicts.py``.
"""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path

from core.merge.conflicts import MUTUAL, disjoint, other_means, share_place
from core.merge.traits import WHOLE, Traits
from core.merge.wording import settings
from core.model import Status

_AGREE = "AGREE"
_MUTUAL = (MUTUAL, _AGREE)
_SCALE = 4.0  # brings logarithms of counts to about 0 to 1


@dataclass(frozen=True, slots=True)
class Story:
    """What an article has in all: how many mentions hold each word, are of each kind, of each date.

    ``ranks`` tells of each mention, by its id, the how manieth of its family it is.
    """

    words: Counter[str]
    ways: Counter[tuple[str, str]]
    dates: Counter[str]
    ranks: Mapping[str, int]

    @classmethod
    def of(cls, mentions: Sequence[Traits]) -> "Story":
        """Return what the mentions of an article, in order of its text, have in common."""
        so_far: Counter[str] = Counter()
        ranks: dict[str, int] = {}
        for t in mentions:
            so_far[t.family] += 1
            ranks[t.mention.id] = so_far[t.family]
        return cls(
            Counter(word for t in mentions for word in t.words | t.aim | t.context | t.trigger),
            Counter((t.family, t.kind) for t in mentions),
            Counter(t.date for t in mentions),
            ranks,
        )

    def rivals(self, first: Traits, later: Traits) -> int:
        """Return how many mentions could be meant by either: of the family, and of the kinds of these two."""
        return sum(self.ways[first.family, kind] for kind in {first.kind, later.kind, ""})

    def rare(self, date: str) -> float:
        """Return how seldom the article tells of a date: the inverse document frequency over its mentions."""
        return log(self.dates.total() / self.dates[date])

    def follows(self, later: Traits, first: Traits) -> bool:
        """Say whether no other mention of the family stands between the two."""
        return self.ranks[later.mention.id] - self.ranks[first.mention.id] == 1

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return how much of the words ``a`` stands in ``b``, 0 to 1; the article's rare words weigh more."""
        weight = sum(self.words[word] ** -0.5 for word in a)
        return sum(self.words[word] ** -0.5 for word in a & b) / weight if weight else 0.0


def odds(first: Traits, later: Traits, story: Story) -> float:
    """Return the log-odds that a later mention retells the event of one that stands before it."""
    weights = _weights()
    return weights["bias"] + sum(
        weights[name] * value for name, value in evidence(first, later, story).items()
    )


def evidence(first: Traits, later: Traits, story: Story) -> dict[str, float]:
    """Return what speaks for and against, under the weights' names; what is not so is left out."""
    found = {
        **_act(first, later, story),
        **_day(first, later, story),
        **_place(first, later),
        **_sides(first, later),
        **_wording(first, later, story),
        **_position(first, later, story),
    }
    return {name: float(value) for name, value in found.items() if value}


@cache
def _weights() -> dict[str, float]:
    path = Path(__file__).with_name("weights.toml")
    return {name: float(value) for name, value in tomllib.loads(path.read_text(encoding="utf8")).items()}


def _act(first: Traits, later: Traits, story: Story) -> dict[str, float]:
    """Compare what was done and how, and whether the later one is told as something known."""
    dead = first.casualties or later.casualties
    word = bool(first.trigger & later.trigger)
    nouns = not (first.at.verb or later.at.verb)
    alike = word or bool(first.sense & later.sense)
    same = first.mention.type == later.mention.type
    attack = first.mention.track == "battlefield"
    kinds = {first.kind, later.kind}
    one_kind = bool(first.kind) and len(kinds) == 1
    # Few kinds of attack come so seldom that one text tells of two.
    new = later.indefinite or (_plural(later) and not later.definite)
    seldom = one_kind and first.kind in settings()["retelling"]["seldom"] and not new
    return {
        "trigger": word,
        "sense": alike and not word,
        "definite": alike and later.definite,
        "bare": alike and later.at.bare,
        "indefinite": later.indefinite,
        "plural": (attack or word) and nouns and _plural(first) != _plural(later),
        "further": later.further,
        "type": same,
        "kind_open": attack and len(kinds) > 1 and "" in kinds and not dead,
        "kind_other": same and WHOLE not in kinds and other_means(first, later),
        "scene": seldom and story.ways[first.family, first.kind] >= settings()["retelling"]["scene"],
        "status": first.mention.status == later.mention.status,
        "unreal": Status.OCCURRED not in (first.mention.status, later.mention.status),
        "number_other": disjoint(first.numbers, later.numbers),
        "toll": first.mention.killed is not None and first.mention.killed == later.mention.killed,
        "unsure": 1 - min(first.mention.confidence, later.mention.confidence),
    }


def _day(first: Traits, later: Traits, story: Story) -> dict[str, float]:
    same = first.date == later.date
    told = first.told + later.told
    mutual = first.mention.type == later.mention.type in _MUTUAL
    talks = mutual and len(first.parties & later.parties) > 1
    return {
        "day": same and told == 2,
        "day_other": not same,
        "day_open": same and not told,
        "day_rare": story.rare(first.date) / _SCALE if same else 0.0,
        "talks_day": talks and same and told > 0 and not _other_company(first, later),
        "deadline": same and _is_deadline(first) and _is_deadline(later),
    }


def _is_deadline(mention: Traits) -> bool:
    """Say whether it tells of a stretch of time that one act set: no second one has the same two ends."""
    span = mention.mention
    return span.type == "THREATEN" and None not in (span.first, span.last) and span.first != span.last


def _place(first: Traits, later: Traits) -> dict[str, float]:
    one, two = first.places, later.places
    shared = bool(one and two) and share_place(one, two)
    return {
        "place": shared,
        "place_other": bool(one and two) and not shared,
        "attack_nowhere": not one and not two and first.mention.track == "battlefield",
    }


def _sides(first: Traits, later: Traits) -> dict[str, float]:
    mutual = first.mention.type in _MUTUAL
    return {
        "doer_other": not mutual and disjoint(first.source, later.source),
        "target_other": disjoint(first.target, later.target),
        "strangers": _strangers(first, later),
        "talks_others": mutual and disjoint(first.parties, later.parties),
        "company_other": _other_company(first, later),
    }


def _other_company(first: Traits, later: Traits) -> bool:
    """Say whether both name those who met and at most one is the same: two calls of one man."""
    if not first.mention.type == later.mention.type == MUTUAL:
        return False
    sides = first.named | later.named
    one, two = ((t.words & t.names) - t.places - sides for t in (first, later))
    return len(one) > 1 and len(two) > 1 and len(one & two) < 2


def _strangers(first: Traits, later: Traits) -> bool:
    """Say whether nothing but the word makes two acts one: news of no day, and no side takes part in both."""
    undated = not (first.told or later.told)
    return undated and first.mention.track != "battlefield" and not first.parties & later.parties


def _wording(first: Traits, later: Traits, story: Story) -> dict[str, float]:
    """Compare the words but for the names of the sides, which stand in every sentence of a war."""
    sides = first.named | later.named
    one, two = first.words - sides, later.words - sides
    there, here = story.shared(one, two), story.shared(two, one)
    aims = sorted((first.aim - sides, later.aim - sides), key=len)
    found = {
        "words": max(there, here),
        "aim": story.shared(*aims),
        "aim_other": _for_something(first) and _for_something(later) and disjoint(*aims),
        "actor_other": disjoint(first.actors, later.actors),
        "words_both": min(there, here),
        "said_words": max(there, here) if _spoken(first) else 0.0,
    }
    if first.at.sentence == later.at.sentence:
        return found  # the sentence around them is the same one
    around, about = first.context - sides, later.context - sides
    known = first.at.headline or (_dead_of(later, first) and story.follows(later, first))
    rare = sum(story.words[word] <= settings()["retelling"]["rare_in"] for word in around & about)
    return found | {
        "no_word": not (known or (one | around) & (two | about)),
        "context": min(story.shared(around, about), story.shared(about, around)),
        "rare": min(rare, 5) / 5,
    }


def _position(first: Traits, later: Traits, story: Story) -> dict[str, float]:
    gap = later.at.sentence - first.at.sentence
    return {
        "headline": first.at.headline,
        "one_sentence": gap == 0,
        "next": gap == 1,
        "far": log(1 + gap) / _SCALE,
        "spoken_far": _spoken(first) * log(1 + gap) / _SCALE,
        "long": log(story.ways.total()) / _SCALE,
        "crowd": log(story.rivals(first, later)) / _SCALE,
        "harm": _harm(first, later),
        "harm_after": gap > 0 and _dead_of(later, first) and story.follows(later, first),
        "talks_for": _talks_for(first, later),
        "spoken": _spoken(first),
        "attack": first.mention.track == "battlefield",
    }


def _harm(first: Traits, later: Traits) -> bool:
    """Say whether one tells of the dead of the attack that the same sentence tells of next to it."""
    one, two = first.mention, later.mention
    near = max(one.start, two.start) < min(one.end, two.end) + settings()["retelling"]["harm_near"]
    foes = disjoint(first.source, later.source)  # "lost thirty soldiers and shot down five jets"
    return (
        first.at.sentence == later.at.sentence and first.casualties != later.casualties and near and not foes
    )


def _dead_of(later: Traits, first: Traits) -> bool:
    """Say whether one tells of the dead and names no other place than the attack told before."""
    return later.casualties > first.casualties and (
        not later.places or share_place(first.places, later.places)
    )


def _talks_for(first: Traits, later: Traits) -> bool:
    """Say whether one sentence tells of a meeting and of what it is for."""
    one, two = first.mention, later.mention
    alike = one.type == two.type == MUTUAL and one.status == two.status and first.parties == later.parties
    return alike and first.at.sentence == later.at.sentence and not first.trigger & later.trigger


def _spoken(mention: Traits) -> bool:
    return mention.mention.type in settings()["retelling"]["verbal"]


def _for_something(mention: Traits) -> bool:
    """Say whether the words behind the trigger tell what is asked for, refused or agreed to."""
    return _spoken(mention) or (mention.mention.type == _AGREE and mention.at.verb)


def _plural(mention: Traits) -> bool:
    return mention.mention.trigger.text.endswith("s")
