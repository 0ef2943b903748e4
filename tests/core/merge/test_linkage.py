"""Groups by the odds of pairs: whatever the order, and never with what is ruled out."""

from hypothesis import given
from hypothesis import strategies as st

from core.merge.linkage import grouped

SIZE = 7
PAIRS = [(i, j) for j in range(SIZE) for i in range(j)]
ODDS = st.dictionaries(st.sampled_from(PAIRS), st.floats(-4, 4).map(lambda value: round(value, 1)))


def test_the_best_pairs_are_joined_first() -> None:
    assert grouped(3, {(0, 1): 1.0, (1, 2): 2.0}, 0.0) == [[0], [1, 2]]


def test_a_pair_that_is_ruled_out_keeps_groups_apart() -> None:
    sure = {(0, 1): 3.0, (2, 3): 3.0, (0, 2): 2.0, (1, 2): 2.0, (0, 3): 2.0}
    assert grouped(4, sure, 0.0) == [[0, 1], [2, 3]]
    assert grouped(4, sure | {(1, 3): 2.0}, 0.0) == [[0, 1, 2, 3]]


def test_one_good_reason_joins_a_group_unless_most_speaks_against() -> None:
    pair = {(0, 1): 3.0}
    assert grouped(3, pair | {(0, 2): 1.0, (1, 2): -1.0}, 0.0) == [[0, 1, 2]]
    assert grouped(3, pair | {(0, 2): 1.0, (1, 2): -4.0}, 0.0) == [[0, 1], [2]]


@given(ODDS)
def test_everything_is_in_one_group_whatever_the_order_of_the_pairs(
    odds: dict[tuple[int, int], float],
) -> None:
    groups = grouped(SIZE, odds, 0.0)
    assert sorted(i for group in groups for i in group) == list(range(SIZE))
    assert grouped(SIZE, dict(sorted(odds.items(), reverse=True)), 0.0) == groups
    assert all((i, j) in odds for group in groups for j in group for i in group if i < j)
