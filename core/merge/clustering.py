"""Groups mentions into events: best pairs first, and never two groups that hold a contradiction.

Average linkage over log-odds. The result depends on the mentions alone, not on the order they come in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from core.merge import traits as reading
from core.merge.blocking import pairs
from core.merge.similarity import conflict, rarity, score
from core.model import Mention

_Weigh = Callable[[int, int], float | None]


def cluster(mentions: Iterable[Mention], settled: Mapping[str, str]) -> list[tuple[str, list[Mention]]]:
    """Return the groups of mentions that tell of one event each.

    Args:
        mentions: in any order.
        settled: ids of mentions grouped before, with the id of their group. They stay together, and two
            groups settled apart stay apart.

    Returns:
        (id of the settled group or an empty string, its mentions in order of article and place).
    """
    ordered = sorted({mention.id: mention for mention in mentions}.values(), key=_place)
    traits = [reading.read(mention) for mention in ordered]
    frequency = Counter(word for trait in traits for word in trait.words)
    rare = rarity(frequency, len(traits))
    known: dict[tuple[int, int], float | None] = {}

    def weigh(i: int, j: int) -> float | None:
        key = (i, j) if i < j else (j, i)
        if key not in known:
            a, b = traits[key[0]], traits[key[1]]
            known[key] = None if conflict(a, b) else score(a, b, rare)
        return known[key]

    groups = _Groups(ordered, settled)
    new = [mention.id not in settled for mention in ordered]
    edges = [
        (-odds, i, j)
        for i, j in pairs(traits, frequency)
        if (new[i] or new[j]) and (odds := weigh(i, j)) is not None and odds > 0
    ]
    for _, i, j in sorted(edges):
        groups.join(i, j, weigh)
    return groups.all(ordered)


def _place(mention: Mention) -> tuple[str, int, int, str]:
    return mention.article, mention.start, mention.trigger.start, mention.id


class _Groups:
    """Disjoint sets of indices that remember which settled group each holds."""

    def __init__(self, mentions: Sequence[Mention], settled: Mapping[str, str]) -> None:
        self._members: dict[int, list[int]] = {}
        self._group: list[int] = []
        self._name: dict[int, str] = {}
        first: dict[str, int] = {}
        for i, mention in enumerate(mentions):
            name = settled.get(mention.id, "")
            group = first.setdefault(name, i) if name else i
            self._members.setdefault(group, []).append(i)
            self._group.append(group)
            self._name[group] = name

    def join(self, i: int, j: int, weigh: _Weigh) -> None:
        """Join the groups of two mentions if nothing in them contradicts and they are alike on average."""
        a, b = sorted((self._group[i], self._group[j]))
        if a == b or (self._name[a] and self._name[b]) or not self._alike(a, b, weigh):
            return
        for member in self._members[b]:
            self._group[member] = a
        self._members[a] += self._members.pop(b)
        self._name[a] = self._name[a] or self._name[b]

    def _alike(self, a: int, b: int, weigh: _Weigh) -> bool:
        odds = [weigh(i, j) for i in _sample(self._members[a]) for j in _sample(self._members[b])]
        found = [value for value in odds if value is not None]
        strict: float = reading.settings()["linkage"]["least"]
        return len(found) == len(odds) and sum(found) / len(found) > strict

    def all(self, mentions: Sequence[Mention]) -> list[tuple[str, list[Mention]]]:
        """Return the groups with their settled names."""
        return [
            (self._name[group], [mentions[i] for i in sorted(members)])
            for group, members in sorted(self._members.items())
        ]


def _sample(members: list[int]) -> list[int]:
    """Return up to a fixed number of members, evenly spread, so that large groups stay cheap to compare."""
    most: int = reading.settings()["linkage"]["sample"]
    ordered = sorted(members)
    return ordered if len(ordered) <= most else ordered[:: -(-len(ordered) // most)]
