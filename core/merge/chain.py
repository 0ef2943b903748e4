"""A chain: the mentions of one article that tell of one event, with what they say taken together."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.merge.traits import Traits


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one article in order of its text, and the union of their traits.

    ``id`` is that of the first mention: no other chain holds it. ``named`` are the words of the names of
    its parties.
    """

    id: str
    members: tuple[Traits, ...]
    trigger: frozenset[str]
    sense: frozenset[str]
    kinds: frozenset[str]
    types: frozenset[str]
    places: frozenset[str]
    parties: frozenset[str]
    named: frozenset[str]
    words: frozenset[str]
    context: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, members: Iterable[Traits]) -> "Chain":
        """Return the chain of the given mentions."""
        ordered = tuple(sorted(members, key=lambda t: (t.mention.trigger.start, t.mention.id)))
        return cls(
            id=ordered[0].mention.id,
            members=ordered,
            trigger=_union(t.trigger for t in ordered),
            sense=_union(t.sense for t in ordered),
            kinds=frozenset(t.kind for t in ordered if t.kind),
            types=frozenset(t.mention.type for t in ordered),
            places=_union(t.places for t in ordered),
            parties=_union(t.parties for t in ordered),
            named=_union(t.named for t in ordered),
            words=_union(t.words for t in ordered),
            context=_union(t.context for t in ordered),
            names=_union(t.names for t in ordered),
        )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
