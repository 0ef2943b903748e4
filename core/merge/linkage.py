"""Groups what hangs together by the log-odds of its pairs: best first, and never two that exclude each other.

The result depends on the odds alone, not on an order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush


@dataclass(frozen=True, slots=True)
class _Tie:
    """What is known between two groups: the sum of their pairs' odds, the number of pairs, the best odds."""

    total: float
    pairs: int
    best: float

    def __or__(self, other: "_Tie") -> "_Tie":
        return _Tie(self.total + other.total, self.pairs + other.pairs, max(self.best, other.best))

    @property
    def odds(self) -> float:
        """Half the mean, half the best: one good reason joins a group, unless most of it speaks against."""
        return (self.total / self.pairs + self.best) / 2


def grouped(count: int, odds: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Return the groups of the numbers below ``count``, each in order, by their first one.

    Args:
        count: how many there are.
        odds: log-odds of pairs, the lower number first; a pair that is not here is never in one group.
        least: the odds between two groups above which they are joined.
    """
    members = {i: [i] for i in range(count)}
    ties: list[dict[int, _Tie]] = [{} for _ in range(count)]
    for (i, j), value in odds.items():
        ties[i][j] = ties[j][i] = _Tie(value, 1, value)
    queue = [(-value, i, j) for (i, j), value in odds.items() if value > least]
    heapify(queue)
    while queue:
        value, i, j = heappop(queue)
        if j not in ties[i] or ties[i][j].odds != -value:
            continue  # one of them has grown since
        members[i] += members.pop(j)
        joined = {k: tie | ties[j][k] for k, tie in ties[i].items() if k in ties[j]}
        for k in (*ties[i], *ties[j]):
            ties[k].pop(i, None)
            ties[k].pop(j, None)
        ties[i], ties[j] = joined, {}
        for k, tie in joined.items():
            ties[k][i] = tie
            if tie.odds > least:
                heappush(queue, (-tie.odds, min(i, k), max(i, k)))
    return sorted(sorted(group) for group in members.values())
