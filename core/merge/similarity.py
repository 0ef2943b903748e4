"""Weighs whether chains of two articles tell of one event.

Says what rules it out, and gives the log-odds of all that speaks for and against it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import log

from core.merge.chain import Chain
from core.merge.conflicts import MUTUAL, apart, conflict, disjoint, other_means, share_place
from core.merge.traits import Traits
from core.merge.wording import settings
from core.model import Basis, Status

_YEARS = range(1900, 2051)


@dataclass(frozen=True, slots=True)
class Rarity:
    """How telling each word is in the collection: its inverse document frequency over articles."""

    weight: Mapping[str, float]
    usual: float

    def of(self, words: frozenset[str]) -> float:
        """Return the summed weight of the words."""
        return sum(self.weight.get(word, self.usual) for word in words)


def rarity(frequency: Mapping[str, int], articles: int) -> Rarity:
    """Return the weights of words that stand in ``frequency`` of so many ``articles``."""
    # A floor on the number keeps small collections from calling every word common.
    total = max(articles, settings()["across"]["small_collection"])
    return Rarity({word: log(total / count) for word, count in frequency.items()}, log(total))


def exclusive(a: Chain, b: Chain, rare: Rarity, same_text: Callable[[str, str], bool]) -> bool:
    """Say whether two chains cannot be held to tell of one event.

    Either mentions contradict each other, or nothing ties the two reports to one occasion: on any day of a
    war the same sides do the same to each other, and the same words are said. A sentence that stands in two
    copies of one wire text needs no such tie. Chains of one article have been told apart by reading it, and
    no other report knows better.

    Args:
        a: a chain of one article.
        b: a chain of another, or one that may come into its group with another.
        rare: how telling words are.
        same_text: whether two articles, given by id, are near-copies.
    """
    contradict = any(conflict(x, y) for x in a.members for y in b.members)
    return (
        a.members[0].mention.article == b.members[0].mention.article
        or contradict
        or _other_ways(a, b)
        or _other_days(a, b)
        or not (_tied(a, b, rare) or _copied(a, b, same_text))
    )


def score(a: Chain, b: Chain, rare: Rarity) -> float:
    """Return the log-odds that two chains without contradiction tell of one event."""
    weights: dict[str, float] = settings()["weights"]
    return weights["bias"] + sum(weights[name] * value for name, value in evidence(a, b, rare).items())


def evidence(a: Chain, b: Chain, rare: Rarity) -> dict[str, float]:
    """Return what speaks for and against, each as a number about 0 to 1, under the weights' names."""
    words, context = a.words & b.words, a.context & b.context
    sides = a.named | b.named
    placed = share_place(a.places - sides, b.places - sides)
    days = _told_days(a) & _told_days(b)
    whole = "ASSAULT" in a.types & b.types and bool(a.kinds) != bool(b.kinds)
    return {
        "words": rare.of(words) / (min(rare.of(a.words), rare.of(b.words)) or 1.0),
        "context": rare.of(context) / (min(rare.of(a.context), rare.of(b.context)) or 1.0),
        "shared": min(rare.of(context) / 50, 1.5),
        "trigger": float(bool(a.trigger & b.trigger)),
        "sense": float(bool(a.sense & b.sense)),
        "type": float(bool(a.types & b.types)),
        "kind": float(bool(a.kinds & b.kinds)),
        "whole": float(whole),
        "place": float(placed),
        "place_told": float(
            not placed and bool((a.places - sides) & b.context | (b.places - sides) & a.context)
        ),
        "day": float(bool(days)),
        "news": float(not days and _news(a) and _news(b)),
        "sides": len(a.parties & b.parties) / (len(a.parties | b.parties) or 1),
        "other_sides": float(disjoint(a.parties, b.parties)),
        "both_sides": float(len(a.parties & b.parties) > 1 and a.members[0].mention.track != "battlefield"),
        "same_talks": float(
            MUTUAL in a.types and bool(a.sense & b.sense) and a.parties == b.parties and len(a.parties) > 1
        ),
        "other_place": float(not placed and bool(_cities(a)) and bool(_cities(b))),
        "toll": float(bool(_tolls(a) & _tolls(b))),
        "talks": float(MUTUAL in a.types),
        "battle": float(a.members[0].mention.track == "battlefield"),
        "verbal": float(bool(a.types & b.types & set(settings()["retelling"]["verbal"]))),
        "both_lead": float(all(any(t.at.headline for t in chain.members) for chain in (a, b))),
        # talks that were planned for a day are those held on it
        "status": float(bool(_statuses(a) & _statuses(b)) or (bool(days) and MUTUAL in a.types)),
    }


def _statuses(chain: Chain) -> set[Status]:
    return {t.mention.status for t in chain.members}


def _tied(a: Chain, b: Chain, rare: Rarity) -> bool:
    """Say whether both name one place, a name rare in the collection, one number, or the same sides."""
    sides = a.named | b.named
    if (
        share_place(a.places - sides, b.places - sides)
        or (a.places & b.context | b.places & a.context) - sides
    ):
        return True
    if any(
        rare.weight.get(name, 0.0) >= settings()["across"]["telling_name"]
        for name in (a.names & b.names) - sides
    ):
        return True
    told = bool(_told_days(a) & _told_days(b)) or (_tells_day(a) and _tells_day(b))
    if told and a.sense & b.sense & set(settings()["across"]["singular"]) and len(a.parties & b.parties) > 1:
        return True
    talked = a.members[0].mention.track != "battlefield" and len(a.parties & b.parties) > 1
    return (talked and told) or bool(_tolls(a) & _tolls(b)) or bool(_figures(a) & _figures(b))


def _copied(a: Chain, b: Chain, same_text: Callable[[str, str], bool]) -> bool:
    shared, least = len(a.context & b.context), min(len(a.context), len(b.context))
    share: float = settings()["across"]["copied"]
    return shared >= share * least > 0 and same_text(
        a.members[0].mention.article, b.members[0].mention.article
    )


def _cities(chain: Chain) -> frozenset[str]:
    return frozenset().union(*(t.places for t in chain.members if t.named_place)) - chain.named


def _tells_day(chain: Chain) -> bool:
    span: int = settings()["across"]["told_span"]
    return any(t.told and t.hi - t.lo <= span for t in chain.members)


def _tolls(chain: Chain) -> set[int]:
    return {t.mention.killed for t in chain.members if t.mention.killed is not None}


def _figures(chain: Chain) -> set[str]:
    """Return the numbers in the words that are too large to recur by chance, and no years."""
    least: int = settings()["across"]["figure"]
    numbers = {word: int(word) for word in chain.words | chain.trigger if word.isdecimal()}
    return {word for word, number in numbers.items() if number >= least and number not in _YEARS}


def _other_ways(a: Chain, b: Chain) -> bool:
    """Say whether all that tells how it was done tells of other means: bomb and gun."""
    one, two = ([t for t in chain.members if t.kind] for chain in (a, b))
    return bool(one and two) and all(other_means(x, y) for x in one for y in two)


def _other_days(a: Chain, b: Chain) -> bool:
    """Say whether the days exclude each other; a date that is told outweighs those that are not.

    An attack from evening to morning is told with two days, and meets the reports of either.
    """
    one, two = _placed(a), _placed(b)
    untold = not any(t.told for t in (*one, *two))
    return all(apart(x, y) for x in one for y in two if untold or x.told or y.told)


def _placed(chain: Chain) -> list[Traits]:
    """Return the mentions whose day the text tells, there or near by; all where it tells none."""
    return [t for t in chain.members if t.mention.basis is not Basis.DCT] or list(chain.members)


def _told_days(chain: Chain) -> set[str]:
    return {t.date for t in chain.members if t.sharp and t.mention.basis is not Basis.DCT}


def _news(chain: Chain) -> bool:
    return all(t.mention.basis is Basis.DCT for t in chain.members)
