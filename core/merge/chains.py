"""Groups the mentions of one article into chains, each the retelling of one event.

Looks at nothing but the article, so that an article's chains stay as they are whatever else is read.
"""

from collections.abc import Iterator, Sequence

from core.merge.chain import Chain
from core.merge.conflicts import apart, conflict
from core.merge.passes import IN_ONE_SENTENCE, PASSES, WHATEVER_DAY, Pass, Story
from core.merge.traits import Traits
from core.merge.wording import settings


def chains(mentions: Sequence[Traits]) -> list[Chain]:
    """Return the chains of one article's mentions, in order of their first mention.

    Args:
        mentions: the article's, in order of its text.
    """
    sieve = _Sieve(mentions)
    for ground in PASSES:
        for at in range(len(mentions)):
            sieve.link(ground, at)
    return sieve.chains


class _Sieve:
    """The chains as they stand after the passes so far; ``_of`` holds each mention's chain, by its index."""

    def __init__(self, mentions: Sequence[Traits]) -> None:
        self._mentions = mentions
        self._story = Story.of(mentions)
        self._of = [Chain.of([mention]) for mention in mentions]
        self._refused: dict[tuple[str, str], bool] = {}

    @property
    def chains(self) -> list[Chain]:
        """All chains, in order of their first mention."""
        return list({chain.id: chain for chain in self._of}.values())

    def link(self, ground: Pass, at: int) -> None:
        """Join a mention's chain to the nearest one before it that the ground speaks for."""
        mine = self._of[at]
        found = next((chain for chain in self._before(at) if self._retells(ground, at, chain)), None)
        if found:
            joined = Chain.of((*mine.members, *found.members))
            self._of = [joined if chain is mine or chain is found else chain for chain in self._of]

    def _before(self, at: int) -> Iterator[Chain]:
        """Yield the chains of the family with a mention before this one, the nearest first."""
        family = self._mentions[at].family
        seen = {self._of[at].id}
        rules: dict[str, int] = settings()["sieve"]
        sentence = self._mentions[at].at.sentence - rules["sentences"]
        for i in range(at - 1, max(-1, at - 1 - rules["reach"]), -1):
            chain = self._of[i]
            if self._mentions[i].at.sentence < sentence:
                return
            if self._mentions[i].family == family and chain.id not in seen:
                seen.add(chain.id)
                yield chain

    def _retells(self, ground: Pass, at: int, chain: Chain) -> bool:
        mention = self._mentions[at]
        if ground not in IN_ONE_SENTENCE and any(t.at.sentence == mention.at.sentence for t in chain.members):
            return False  # a sentence seldom tells one event twice
        if not ground(mention, _so_far(chain, mention), self._story):
            return False
        loose = ground in WHATEVER_DAY
        return not any(
            self._refuse(a, b) or (apart(a, b) and (not loose or (a.told and b.told)))
            for a in self._of[at].members
            for b in chain.members
        )

    def _refuse(self, a: Traits, b: Traits) -> bool:
        key = (a.mention.id, b.mention.id)
        if key not in self._refused:
            self._refused[key] = conflict(a, b)
        return self._refused[key]


def _so_far(chain: Chain, mention: Traits) -> Chain:
    """Return the part of the chain that stands before the mention."""
    start = mention.mention.trigger.start
    before = [t for t in chain.members if t.mention.trigger.start < start]
    return Chain.of(before) if 0 < len(before) < len(chain.members) else chain
