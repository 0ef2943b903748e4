"""Lays out one lane: the rhythm, unnamed marks stacked on the axis, spans in rows over them, flags above."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.scene import Floats
from core.timeline import density, labels, rows, stacks
from core.timeline.flags import Flag, Wish, place
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import Sheet
from core.timeline.skyline import Skyline
from core.timeline.table import EventTable, Indices

_FOOT = 12.0  # px by the axis kept for possible days and arrows
_NAMED, _NAMED_IN_CROWD = 28, 10
_BETTER = 1.1  # how many times the names make smaller labels worth it
_APART = 16  # no more than two names in each such share of the time, in a crowd


@dataclass(frozen=True, slots=True)
class Plan:
    """Where all of a lane goes. ``height`` is what it takes; ``hidden`` counts events without a mark."""

    placed: Sequence[rows.Placed]
    stacked: stacks.Stacks
    flags: Sequence[Flag]
    texts: dict[Wish, labels.Rows]
    height: float
    hidden: int

    @property
    def named(self) -> int:
        """How many events have a flag."""
        return sum(len(flag.wish.events) for flag in self.flags)


def plan(sheet: Sheet, lane: Lane, setting: Setting, inside: Indices, bars: Floats) -> Plan:
    """Find a place for the events ``inside`` (indices into the table) of a lane.

    ``bars`` are those of the rhythm; in a crowd nothing stands in them.
    """
    table = setting.table
    wide, singles = rows.parted(lane, table, inside)
    named = _chief(table, singles, lane) if setting.view.labels else []
    best = _settle(sheet, lane, setting, (inside, bars), (wide, named), roomy=True)
    if best.named < len(named) and not lane.crowded:
        tight = _settle(sheet, lane, setting, (inside, bars), (wide, named), roomy=False)
        best = tight if tight.named > best.named * _BETTER else best
    return best


def draw(sheet: Sheet, lane: Lane, setting: Setting, made: Plan, bars: Floats) -> None:
    """Draw a lane as planned, over its bars."""
    density.draw(sheet, lane, bars)
    for item, height in made.placed:
        rows.draw(sheet, lane, item, height)
    for flag in made.flags:
        labels.draw(sheet, lane, setting, flag, made.texts[flag.wish])
    stacks.draw(sheet, lane, setting, made.stacked)
    sheet.hidden += made.hidden


def _chief(table: EventTable, singles: Indices, lane: Lane) -> list[int]:
    """Return the weightiest events, in order of weight; in a crowd, a few from each stretch of time."""
    if not len(singles):
        return []
    most = min(len(singles), 400)
    best = singles[np.argpartition(-table.weight[singles], most - 1)[:most]]
    best = best[np.lexsort((best, -table.weight[best]))]
    if not lane.crowded:
        return [int(i) for i in best[:_NAMED]]
    near = float(np.ptp(table.at[singles])) / _APART or 1.0
    chosen: list[int] = []
    for i in best.tolist():
        if sum(abs(table.at[i] - table.at[j]) < near for j in chosen) < 2:
            chosen.append(i)
        if len(chosen) == _NAMED_IN_CROWD:
            break
    return chosen


def _least(failed: set[Wish]) -> set[int]:
    """Return the events that give up their names: the lighter half of the lighter flags without room."""
    lighter = sorted(failed, key=lambda wish: wish.rank)[len(failed) // 2 :]
    return {i for wish in lighter for i in wish.events[len(wish.events) // 2 :]}


def _settle(
    sheet: Sheet,
    lane: Lane,
    setting: Setting,
    given: tuple[Indices, Floats],
    wished: tuple[Sequence[int], Sequence[int]],
    *,
    roomy: bool,
) -> Plan:
    """Set rows and flags; events without room join the stacks, which lifts the rest, until all stands.

    ``given`` are the events and the bars of the lane, ``wished`` the events to have a row and a flag.
    """
    inside, bars = given
    wide, named = wished
    while True:
        ground = Skyline(lane.right - lane.left, lane.height)
        ground.fill(0, ground.width, _FOOT)
        if lane.crowded:
            density.fill(lane, bars, ground)
        rest = [] if lane.crowded else inside[~np.isin(inside, [*wide, *named])].tolist()
        stacked = stacks.stack(lane, setting, rest, ground)
        placed, without = rows.place(rows.items(sheet, lane, setting, wide), lane, ground)
        texts = labels.wishes(sheet, lane, setting, named, roomy=roomy)
        standing = place(list(texts), ground, turn=False)
        failed = set(texts) - {flag.wish for flag in standing}
        if lane.crowded or not (failed or without):
            break
        dropped = _least(failed)
        named = [i for i in named if i not in dropped]
        wide = [item.index for item, _ in placed]
    standing = place(list(texts), ground)
    height = max([ground.top(), *(flag.base + flag.wish.height for flag in standing)])
    shown = len(placed) + sum(len(flag.wish.events) for flag in standing)
    hidden = len(inside) - shown if lane.crowded else sum(number for number, *_ in stacked.counts)
    return Plan(placed, stacked, standing, texts, height, hidden)
