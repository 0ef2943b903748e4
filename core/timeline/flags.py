"""Places labelled marks as flags: a stem from the axis to the marks, texts beside it, none in another's way.

Each text points left or right of its stem. A flag whose text reaches over another's stem must stand above
that one; two that reach over each other cannot both stand. For given sides this yields an order, and each
flag in turn stands as low as what is under it allows. The sides are searched: all texts away from one
pivot first, the best of a few, then single flags turned around while that helps.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.timeline.skyline import Skyline

_GAP = 5.0  # px from mark to text
_AIR = 3.0  # px between texts, up and down
_BESIDE = 4.0  # px between texts, side by side
_SUNK = 2.0  # px that a kept flag may stand too low
_PIVOTS = 6
_TURNS = 2  # rounds of turning single flags around


@dataclass(frozen=True, slots=True)
class Wish:
    """What wants a flag at ``x``: events (indices) told together, the width and height of their text.

    ``rank`` is that of the weightiest event, 0 being the weightiest of all; ``radius`` is that of the marks.
    """

    events: tuple[int, ...]
    x: float
    width: float
    height: float
    radius: float
    rank: int

    def extent(self, side: int) -> tuple[float, float]:
        """Return from where to where the text reaches on a side."""
        near, far = self.radius + _GAP, self.radius + _GAP + self.width
        return (self.x + near, self.x + far) if side > 0 else (self.x - far, self.x - near)


@dataclass(frozen=True, slots=True)
class Flag:
    """A flag in its place: ``base`` is the height of its inner edge over the foot, ``side`` 1 or -1."""

    wish: Wish
    base: float
    side: int


Kept = Mapping[Wish, tuple[int, float]]
"""Side and base that flags had before, and shall have again where they can."""


def place(wishes: Sequence[Wish], ground: Skyline, kept: Kept, *, turn: bool = True) -> list[Flag]:
    """Return the flags that fit, their sides chosen so that much weight stands, and stands low.

    Without ``turn`` only pivots are tried, which is quicker.
    """
    if not wishes:
        return []
    trial = _Trial(wishes, ground, kept)
    loose = [number for number, wish in enumerate(wishes) if wish not in kept]
    starts = {tuple(sides[n] for n in loose): sides for sides in _starts(wishes, ground.width)}
    best = max((trial.settle(sides) for sides in starts.values()), key=_worth)
    for _ in range(_TURNS if turn else 0):
        before = best
        for number in loose:
            turned = trial.settle(_turned(best.sides, number))
            best = max(best, turned, key=_worth)
        if best is before:
            break
    return list(best.flags)


@dataclass(frozen=True, slots=True)
class _Settled:
    sides: tuple[int, ...]
    flags: tuple[Flag, ...]


def _worth(settled: _Settled) -> tuple[float, float]:
    return worth(settled.flags)


def worth(flags: Sequence[Flag]) -> tuple[float, float]:
    """Weigh flags: more and weightier ones first, then lower ones."""
    weight = sum(len(flag.wish.events) / (1 + flag.wish.rank) for flag in flags)
    tops = [flag.base + flag.wish.height for flag in flags]
    return round(weight, 6), -(sum(tops) + 2 * max(tops, default=0.0))


def _starts(wishes: Sequence[Wish], width: float) -> list[tuple[int, ...]]:
    """Return the sides to start from: all texts away from a pivot."""
    places = sorted(wish.x for wish in wishes)
    pivots = sorted({places[len(places) * part // _PIVOTS] for part in range(_PIVOTS)} | {width, width / 2})
    return list(dict.fromkeys(tuple(-1 if wish.x < pivot else 1 for wish in wishes) for pivot in pivots))


def _turned(sides: tuple[int, ...], number: int) -> tuple[int, ...]:
    return (*sides[:number], -sides[number], *sides[number + 1 :])


class _Trial:
    """Settles flags for given sides; knows which text would reach over which stem."""

    def __init__(self, wishes: Sequence[Wish], ground: Skyline, kept: Kept) -> None:
        self._wishes = wishes
        self._ground = ground.copy()
        upwards = sorted((wish for wish in wishes if wish in kept), key=lambda wish: kept[wish][1])
        held = [_held(wish, *kept[wish], self._ground) for wish in upwards]
        self._held = [flag for flag in held if flag is not None]
        self._fits = [{side: self._inside(wish.extent(side)) for side in (-1, 1)} for wish in wishes]
        self._under = [{side: self._stems(wish.extent(side)) for side in (-1, 1)} for wish in wishes]

    def _inside(self, extent: tuple[float, float]) -> bool:
        return extent[0] >= 0 and extent[1] <= self._ground.width

    def _stems(self, extent: tuple[float, float]) -> frozenset[int]:
        left, right = extent[0] - 8, extent[1] + 8
        return frozenset(number for number, wish in enumerate(self._wishes) if left < wish.x < right)

    def settle(self, sides: tuple[int, ...]) -> _Settled:
        """Return the flags that stand with these sides; one that does not fit on its side takes the other."""
        sides = tuple(
            side if fits[side] or not fits[-side] else -side
            for side, fits in zip(sides, self._fits, strict=True)
        )
        ground = self._ground.copy()
        held = {flag.wish for flag in self._held}
        loose = (number for number in self._order(sides) if self._wishes[number] not in held)
        found = [self._set(number, sides[number], ground) for number in loose]
        return _Settled(sides, (*self._held, *(flag for flag in found if flag is not None)))

    def _order(self, sides: tuple[int, ...]) -> list[int]:
        """Return an order in which each flag comes after those its text reaches over."""
        waiting = {number: set(self._under[number][side]) for number, side in enumerate(sides)}
        order: list[int] = []
        while waiting:
            free = [number for number, under in waiting.items() if not under]
            chosen = free or [min(waiting, key=lambda number: self._wishes[number].rank)]
            for number in chosen:
                del waiting[number]
            order += chosen
            for under in waiting.values():
                under.difference_update(chosen)
        return order

    def _set(self, number: int, side: int, ground: Skyline) -> Flag | None:
        wish = self._wishes[number]
        if not self._fits[number][side] or not ground.passes(wish.x):
            return None
        left, right = wish.extent(side)
        over_text = ground.over(left - _BESIDE, right + _BESIDE) + _AIR
        over_mark = ground.over(wish.x - wish.radius, wish.x + wish.radius) + 2
        base = max(over_text, over_mark)
        top = base + wish.height
        if top > ground.height:
            return None
        ground.cover(left, right, top, bar=True)
        ground.cover(wish.x - wish.radius, wish.x + wish.radius, top)
        return Flag(wish, base, side)


def _held(wish: Wish, side: int, base: float, ground: Skyline) -> Flag | None:
    """Set a flag where it was, and fill the ground; None where something else is there now."""
    left, right = wish.extent(side)
    top = base + wish.height
    slack = _BESIDE  # the columns of the ground fall otherwise on what is under it now
    under = (ground.over(left + slack, right - slack), ground.over(wish.x - 1, wish.x + 1))
    free = max(under) <= base + _SUNK
    if not free or left < 0 or right > ground.width or top > ground.height or not ground.passes(wish.x):
        return None
    ground.fill(left, right, top, bar=True)
    ground.fill(wish.x - wish.radius, wish.x + wish.radius, top)
    return Flag(wish, base, side)
