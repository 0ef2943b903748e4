"""Flags stand clear of each other, and the weightiest first."""

import random

import pytest

from core.timeline.flags import Flag, Wish, place
from core.timeline.skyline import Skyline


def _ground(width: float = 1000, height: float = 300) -> Skyline:
    ground = Skyline(width, height)
    ground.fill(0, width, 10)
    return ground


def _wishes(seed: int, number: int) -> list[Wish]:
    chance = random.Random(seed)
    return [
        Wish((n,), chance.uniform(5, 995), chance.uniform(60, 300), chance.choice((16.0, 30.0)), 7.0, n)
        for n in range(number)
    ]


def _text(flag: Flag) -> tuple[float, float, float, float]:
    left, right = flag.wish.extent(flag.side)
    return left, flag.base, right, flag.base + flag.wish.height


@pytest.mark.parametrize("seed", range(12))
def test_texts_are_apart_within_the_lane_and_crossed_by_no_stem(seed: int) -> None:
    flags = place(_wishes(seed, 5 + 2 * seed), _ground(), {})
    assert flags
    for flag in flags:
        left, low, right, high = _text(flag)
        assert left >= 0
        assert right <= 1000
        assert low >= 10
        assert high <= 300
        for other in flags:
            if other is flag:
                continue
            a, b, c, d = _text(other)
            assert right <= a or c <= left or high <= b or d <= low
            stem_crosses = left < other.wish.x < right and low < other.base + other.wish.height
            assert not stem_crosses


def test_a_single_flag_stands_low() -> None:
    (flag,) = place([Wish((0,), 500, 100, 30, 7, 0)], _ground(), {})
    assert flag.base <= 20


def test_a_flag_at_the_edge_turns_inwards() -> None:
    left, right = place([Wish((0,), 5, 100, 30, 7, 0), Wish((1,), 995, 100, 30, 7, 1)], _ground(), {})
    sides = {flag.wish.events[0]: flag.side for flag in (left, right)}
    assert sides == {0: 1, 1: -1}


def test_without_room_for_all_the_weightiest_stands() -> None:
    wishes = [Wish((n,), 500 + n * 3, 300, 30, 7, n) for n in range(30)]
    flags = place(wishes, _ground(height=120), {})
    assert 0 < len(flags) < 30
    assert min(flag.wish.rank for flag in flags) == 0


def test_no_wishes_give_no_flags() -> None:
    assert place([], _ground(), {}) == []


def test_a_flag_stays_where_it_was_if_it_can() -> None:
    wish, other = Wish((0,), 500, 100, 30, 7, 1), Wish((1,), 520, 100, 30, 7, 0)
    flags = {flag.wish: flag for flag in place([wish, other], _ground(), {wish: (-1, 60.0)})}
    assert (flags[wish].side, flags[wish].base) == (-1, 60.0)
    assert other in flags


def test_a_flag_that_cannot_stay_finds_another_place() -> None:
    wish = Wish((0,), 30, 100, 30, 7, 0)
    (flag,) = place([wish], _ground(), {wish: (-1, 60.0)})
    assert flag.side == 1
