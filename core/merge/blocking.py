"""Finds the pairs of chains worth comparing, so that cost grows with their number and not its square.

Two chains meet when they are of one family, near in time, and share a place, a party or a telling word.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from core.merge.chain import Chain
from core.merge.traits import family, window
from core.merge.wording import settings
from core.model import Basis, Mention


def pairs(chains: Sequence[Chain], frequency: Counter[str]) -> Iterator[tuple[int, int]]:
    """Yield the index pairs to compare, each once, the lower index first.

    Args:
        chains: in an order of their own that does not depend on the input's.
        frequency: in how many articles each word stands.
    """
    cells: dict[tuple[str, int, str], list[int]] = defaultdict(list)
    for i, chain in enumerate(chains):
        cues = _cues(chain, frequency)
        for kin, day in sorted({shelf for t in chain.members for shelf in filed(t.mention)}):
            for cue in cues:
                cells[kin, day, cue].append(i)
    seen: set[tuple[int, int]] = set()
    for members in cells.values():
        for i, j in _within(members):
            if chains[i].members[0].mention.article != chains[j].members[0].mention.article:
                seen.add((i, j))
    yield from sorted(seen)


def _cues(chain: Chain, frequency: Counter[str]) -> list[str]:
    """Return the chain's places, parties and rarest words, each under a mark of its kind."""
    most: int = settings()["blocks"]["words"]
    told = [word for word in chain.context if frequency[word] > 1]
    rarest = sorted(told, key=lambda word: (frequency[word], word))[:most]
    return [
        *(f"place {place}" for place in sorted(chain.places)),
        *(f"party {party}" for party in sorted(chain.parties)),
        *(f"word {word}" for word in rarest),
    ]


def filed(mention: Mention) -> list[tuple[str, int]]:
    """Return the family and days under which a mention is looked up; only what shares one is compared.

    All days of a short span count, and the first ones of a long one: a span of months is background. Spans
    told loosely may meet where they only touch, "last week" and "this week", so the day before counts too.
    """
    limit: int = settings()["blocks"]["days"]
    lo, hi = window(mention)
    first = lo - 1 if lo < hi and mention.basis is not Basis.DCT else lo
    return [(family(mention), day) for day in range(first, min(hi, lo + limit - 1) + 1)]


def _within(members: list[int]) -> Iterator[tuple[int, int]]:
    """Pair the members of one cell; in a crowded one each only with the next few."""
    reach: int = settings()["blocks"]["reach"]
    for at, one in enumerate(members):
        for other in members[at + 1 : at + 1 + reach]:
            yield one, other
