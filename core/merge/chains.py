"""Groups the mentions of one article into chains, each the retelling of one event.

Looks at nothing but the article, so that an article's chains stay as they are whatever else is read.
"""

from collections.abc import Iterator, Sequence

from core.merge.chain import Chain
from core.merge.conflicts import apart, conflict
from core.merge.linkage import grouped
from core.merge.retelling import Story, odds
from core.merge.traits import Traits
from core.merge.wording import settings


def chains(mentions: Sequence[Traits]) -> list[Chain]:
    """Return the chains of one article's mentions, in order of their first mention.

    Args:
        mentions: the article's, in order of its text.
    """
    story = Story.of(mentions)
    weighed = {(i, j): odds(mentions[i], mentions[j], story) for i, j in compared(mentions)}
    groups = grouped(len(mentions), weighed, settings()["retelling"]["least"])
    return [Chain.of(mentions[i] for i in group) for group in groups]


def compared(mentions: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may tell of one event: near enough, of one family, without contradiction.

    News told without a day may be of a day told elsewhere in the article.
    """
    reach: int = settings()["retelling"]["reach"]
    for j, later in enumerate(mentions):
        for i in range(max(0, j - reach), j):
            first = mentions[i]
            if not (conflict(first, later) or (first.told and later.told and apart(first, later))):
                yield i, j
