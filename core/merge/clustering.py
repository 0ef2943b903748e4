"""Groups the chains of all articles into events: best pairs first, and never two groups that contradict.

Average linkage over log-odds. The result depends on the mentions alone, not on the order they come in.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from core.merge import chains as within
from core.merge.blocking import filed, pairs
from core.merge.chain import Chain
from core.merge.copies import Copies
from core.merge.similarity import exclusive, rarity, score
from core.merge.traits import Traits, read
from core.merge.wording import settings
from core.model import Article, Basis, Mention

_Weigh = Callable[[int, int], float | None]


class Group(NamedTuple):
    """Mentions of one event, in order of article and place; ``name`` is the event they were settled in."""

    name: str
    mentions: tuple[Mention, ...]


def cluster(
    articles: Iterable[Article], mentions: Iterable[Mention], settled: Mapping[str, str], copies: Copies
) -> list[Group]:
    """Return the groups of mentions that tell of one event each.

    Only articles with something new, and those that tell of the same days, are read at all: how telling a
    word is, is judged among them.

    Args:
        articles: the articles of the mentions.
        mentions: in any order, each once.
        settled: ids of mentions grouped before, with the id of their group. They stay together, and two
            groups settled apart stay apart.
        copies: which articles are near-copies.
    """
    mentions = list(mentions)
    near = _near(mentions, settled)
    read_articles = read(articles, (mention for mention in mentions if mention.article in near))
    frequency = Counter(word for traits in read_articles for word in _vocabulary(traits))
    rare = rarity(frequency, len(read_articles))
    found = [chain for traits in read_articles for chain in within.chains(traits)]
    named = [part for chain in found for part in _parts(chain, settled)]
    names, all_chains = [name for name, _ in named], [chain for _, chain in named]
    standing = _standing(all_chains)
    known: dict[tuple[int, int], float | None] = {}

    def weigh(i: int, j: int) -> float | None:
        key = (i, j) if i < j else (j, i)
        if key not in known:
            a, b = all_chains[key[0]], all_chains[key[1]]
            known[key] = None if exclusive(a, b, rare, copies.same_text) else score(a, b, rare)
        return known[key]

    groups = _Groups(names)
    least: float = settings()["linkage"]["pair"]
    edges = [
        (-odds, i, j)
        for i, j in pairs(all_chains, frequency)
        if not (names[i] and names[j])
        and not {i, j} & standing
        and (odds := weigh(i, j)) is not None
        and odds > least
    ]
    for _, i, j in sorted(edges):
        groups.join(i, j, weigh)
    merged = [
        (name, [t.mention for i in members for t in all_chains[i].members]) for name, members in groups.all()
    ]
    far: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.article not in near:
            far[settled[mention.id]].append(mention)
    merged = [(name, [*told, *far.pop(name, [])]) for name, told in merged]
    ordered = [Group(name, tuple(sorted(told, key=_order))) for name, told in [*merged, *far.items()]]
    return sorted(ordered, key=lambda group: _order(group.mentions[0]))


def _order(mention: Mention) -> tuple[str, int, int, str]:
    return mention.article, mention.trigger.start, mention.start, mention.id


def _near(mentions: Iterable[Mention], settled: Mapping[str, str]) -> frozenset[str]:
    """Return the articles with a mention that is new, or that tells of the days of a new one."""
    new = [mention for mention in mentions if mention.id not in settled]
    days = {shelf for mention in new for shelf in filed(mention)}
    if not days:
        return frozenset()
    told = (mention.article for mention in mentions if not days.isdisjoint(filed(mention)))
    return frozenset(told)


def _standing(chains: Sequence[Chain]) -> frozenset[int]:
    """Return the chains of text that stands unchanged in articles of many days, such as terms of use.

    Told without a date it would be news of each of those days, and so it is of none.
    """
    undated = [[t for t in chain.members if t.mention.basis is Basis.DCT] for chain in chains]
    days: dict[frozenset[str], list[int]] = defaultdict(list)
    for t in (t for members in undated for t in members):
        days[t.context].append(t.hi)
    least: int = settings()["across"]["standing"]
    fixed = {words for words, found in days.items() if max(found) - min(found) >= least}
    return frozenset(
        i
        for i, (chain, members) in enumerate(zip(chains, undated, strict=True))
        if len(members) == len(chain.members) and all(t.context in fixed for t in members)
    )


def _vocabulary(traits: Sequence[Traits]) -> frozenset[str]:
    return frozenset().union(*(t.words | t.context for t in traits))


def _parts(chain: Chain, settled: Mapping[str, str]) -> Iterator[tuple[str, Chain]]:
    """Yield the chain with the event it was settled in; cut up if its mentions were settled apart."""
    known = Counter(settled[t.mention.id] for t in chain.members if t.mention.id in settled)
    if len(known) <= 1:
        yield next(iter(known), ""), chain
        return
    first = min(known, key=lambda name: (-known[name], name))
    parts: dict[str, list[Traits]] = {}
    for t in chain.members:
        parts.setdefault(settled.get(t.mention.id, first), []).append(t)
    for name, members in parts.items():
        yield name, Chain.of(members)


class _Groups:
    """Disjoint sets of indices that remember which settled group each holds."""

    def __init__(self, names: Sequence[str]) -> None:
        self._members: dict[int, list[int]] = {}
        self._group: list[int] = []
        self._name: dict[int, str] = {}
        first: dict[str, int] = {}
        for i, name in enumerate(names):
            group = first.setdefault(name, i) if name else i
            self._members.setdefault(group, []).append(i)
            self._group.append(group)
            self._name[group] = name

    def join(self, i: int, j: int, weigh: _Weigh) -> None:
        """Join the groups of two chains if nothing in them contradicts and they are alike on average."""
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
        least: float = settings()["linkage"]["group"]
        return len(found) == len(odds) and sum(found) / len(found) > least

    def all(self) -> list[tuple[str, list[int]]]:
        """Return the groups: settled name, members in order."""
        return [(self._name[group], sorted(members)) for group, members in sorted(self._members.items())]


def _sample(members: list[int]) -> list[int]:
    """Return up to a fixed number of members, evenly spread, so that large groups stay cheap to compare."""
    most: int = settings()["linkage"]["sample"]
    ordered = sorted(members)
    return ordered if len(ordered) <= most else ordered[:: -(-len(ordered) // most)]
