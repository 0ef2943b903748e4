"""Places labelled marks as flags: a stem from the axis to the mark, its text beside it, none crossing another.

All texts point away from one pivot: left of it to the left, right of it to the right. Flags are set from the
far ends towards the pivot, each as low as what stands under its text allows, so that no stem meets a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from core.timeline.skyline import Skyline

_GAP = 5.0  # px from mark to text
_AIR = 3.0  # px between texts, up and down


@dataclass(frozen=True, slots=True)
class Wish:
    """An event that wants a flag at ``x``: the width and height of its text, its rank (0 is the weightiest)."""

    index: int
    x: float
    width: float
    height: float
    radius: float
    rank: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag that has found its place. ``height`` is that of the mark's centre over the lane's foot."""

    wish: Wish
    height: float
    side: int


def place(wishes: Sequence[Wish], ground: Skyline) -> list[Flag]:
    """Return the flags that fit, from the pivot that lets most weight in."""
    if not wishes:
        return []
    tries = [_raise(wishes, ground.copy(), pivot) for pivot in _pivots(wishes, ground.width)]
    return max(tries, key=_worth)


def _worth(flags: Sequence[Flag]) -> tuple[float, float]:
    """Weigh a try: more and weightier flags first, then lower ones."""
    return sum(1 / (3 + flag.wish.rank) for flag in flags), -sum(flag.height for flag in flags)


def _pivots(wishes: Sequence[Wish], width: float) -> list[float]:
    places = sorted(wish.x for wish in wishes)
    steps = {places[len(places) * part // 8] for part in range(8)} | {places[-1], width * 0.5}
    return sorted(steps)


def _raise(wishes: Sequence[Wish], ground: Skyline, pivot: float) -> list[Flag]:
    order = sorted(wishes, key=lambda wish: (-round(abs(wish.x - pivot), 1), wish.rank))
    flags: list[Flag] = []
    for wish in order:
        flag = _set(wish, ground, pivot)
        if flag is not None:
            flags.append(flag)
    return flags


def _set(wish: Wish, ground: Skyline, pivot: float) -> Flag | None:
    if not ground.passes(wish.x):
        return None
    outward = -1 if wish.x < pivot else 1
    fits = [
        (height, side != outward, side)
        for side in (outward, -outward)
        if (height := _height(wish, ground, side)) is not None
    ]
    on_pivot = abs(wish.x - pivot) < 2
    allowed = [fit for fit in fits if not fit[1] or on_pivot or len(fits) == 1]
    if not allowed:
        return None
    height, _, side = min(allowed)
    _fill(wish, ground, side, height)
    return Flag(wish, height, side)


def _extent(wish: Wish, side: int) -> tuple[float, float]:
    near, far = wish.radius + _GAP, wish.radius + _GAP + wish.width
    return (wish.x + near, wish.x + far) if side > 0 else (wish.x - far, wish.x - near)


def _height(wish: Wish, ground: Skyline, side: int) -> float | None:
    """Return the lowest height the mark's centre can have on this side, or None where it does not fit."""
    left, right = _extent(wish, side)
    if left < 0 or right > ground.width:
        return None
    over_text = ground.over(left - 4, right + 4) + _AIR + wish.height / 2
    over_mark = ground.over(wish.x - wish.radius, wish.x + wish.radius) + wish.radius + 1
    height = max(over_text, over_mark)
    return height if height + wish.height / 2 <= ground.height else None


def _fill(wish: Wish, ground: Skyline, side: int, height: float) -> None:
    left, right = _extent(wish, side)
    ground.fill(left, right, height + wish.height / 2, bar=True)
    ground.fill(wish.x - wish.radius, wish.x + wish.radius, height + wish.radius + 1)
