"""Finds the pairs of mentions worth comparing, so that cost grows with their number and not its square.

Two mentions meet when they are of one family, near in time, and share a place, a party or a telling word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from core.merge.traits import Traits, settings


def pairs(traits: Sequence[Traits], frequency: Counter[str]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs to compare, each once, the lower index first.

    Args:
        traits: the mentions' traits, in an order of their own that does not depend on the input's.
        frequency: in how many mentions each word stands.
    """
    cells: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for i, trait in enumerate(traits):
        cues = _cues(trait, frequency)
        for day in _days(trait):
            for cue in cues:
                cells[trait.family, day, cue].append(i)
    seen: set[tuple[int, int]] = set()
    for members in cells.values():
        for pair in _within(members):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _cues(trait: Traits, frequency: Counter[str]) -> list[str]:
    """Return the mention's article, places, parties and rarest words, each under a mark of its kind."""
    rarest = sorted(trait.words, key=lambda word: (frequency[word], word))[: settings()["blocks"]["words"]]
    return [
        f"article {trait.mention.article}",
        *(f"place {place}" for place in sorted(trait.places)),
        *(f"party {party}" for party in sorted(trait.parties)),
        *(f"word {word}" for word in rarest if frequency[word] > 1),
    ]


def _days(trait: Traits) -> range:
    """Return the days under which a mention is filed: all of a short span, one mark a week of a long one."""
    limit: int = settings()["blocks"]["days"]
    lo, hi = trait.lo, trait.hi
    if hi - lo < limit:
        return range(lo, hi + 1)
    # A span of months is background; it is filed where it begins and meets what is told of that time.
    return range(lo, lo + limit)


def _within(members: list[int]) -> Iterator[tuple[int, int]]:
    """Pair the members of one cell; in a crowded one each only with the next few."""
    reach: int = settings()["blocks"]["reach"]
    for at, one in enumerate(members):
        for other in members[at + 1 : at + 1 + reach]:
            yield one, other
