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
    wide, singles = rows.parted(lane, setting.table, inside)
    named = _chief(setting.table, singles, lane) if setting.view.labels else []
    best = _Task(sheet, lane, setting, inside, bars, labels.Form.ROOMY).settle(wide, named)
    for form in (labels.Form.NARROW, labels.Form.FLAT):
        if best.named >= min(len(named), _NAMED) or lane.crowded:
            break
        other = _Task(sheet, lane, setting, inside, bars, form).settle(wide, named)
        best = other if other.named > best.named * _BETTER else best
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
    """Return the weightiest events, in order of weight; in a crowd, a few from each stretch of time.

    In a crowd these are more than will be named, so that others stand in for those without room.
    """
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
        if len(chosen) == _NAMED_IN_CROWD * 2:
            break
    return chosen


def _least(failed: set[Wish]) -> set[int]:
    """Return the events that give up their names: the lighter half of the lighter flags without room."""
    lighter = sorted(failed, key=lambda wish: wish.rank)[len(failed) // 2 :]
    return {i for wish in lighter for i in wish.events[len(wish.events) // 2 :]}


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What came of setting these rows and flags; ``without`` and ``failed`` have no room."""

    ground: Skyline
    stacked: stacks.Stacks
    placed: list[rows.Placed]
    without: list[rows.Item]
    texts: dict[Wish, labels.Rows]
    standing: list[Flag]

    @property
    def failed(self) -> set[Wish]:
        return set(self.texts) - {flag.wish for flag in self.standing}

    @property
    def stands(self) -> bool:
        return not self.without and len(self.standing) == len(self.texts)


@dataclass(frozen=True, slots=True)
class _Task:
    """The settling of a lane: which events get a row or a flag, the others being stacked on the axis."""

    sheet: Sheet
    lane: Lane
    setting: Setting
    inside: Indices
    bars: Floats
    form: labels.Form

    def settle(self, wide: Sequence[int], wished: Sequence[int]) -> Plan:
        """Return a plan in which all stands: what has no room joins the stacks, which lifts the rest.

        ``wide`` are the events to have a row, ``wished`` those to have a flag, weightiest first.
        """
        most = _NAMED_IN_CROWD if self.lane.crowded else _NAMED
        named = list(wished[:most])
        attempt = self._attempt(wide, named)
        while not attempt.stands:
            dropped = _least(attempt.failed)
            named = [i for i in named if i not in dropped]
            wide = [item.index for item, _ in attempt.placed]
            attempt = self._attempt(wide, named)
        for i in wished[most:]:
            again = self._attempt(wide, [*named, i])
            if again.stands and len(named) < most:
                named, attempt = [*named, i], again
        return self._plan(attempt)

    def _attempt(self, wide: Sequence[int], named: Sequence[int]) -> _Attempt:
        lane, setting = self.lane, self.setting
        ground = Skyline(lane.right - lane.left, lane.height)
        ground.fill(0, ground.width, _FOOT)
        if lane.crowded:
            density.fill(lane, self.bars, ground)
        rest = [] if lane.crowded else self.inside[~np.isin(self.inside, [*wide, *named])].tolist()
        stacked = stacks.stack(lane, setting, rest, ground)
        placed, without = rows.place(rows.items(self.sheet, lane, setting, wide), lane, ground)
        texts = labels.wishes(self.sheet, lane, setting, named, self.form)
        return _Attempt(ground, stacked, placed, without, texts, place(list(texts), ground, turn=False))

    def _plan(self, attempt: _Attempt) -> Plan:
        standing = place(list(attempt.texts), attempt.ground)
        height = max([attempt.ground.top(), *(flag.base + flag.wish.height for flag in standing)])
        shown = len(attempt.placed) + sum(len(flag.wish.events) for flag in standing)
        uncounted = sum(number for number, *_ in attempt.stacked.counts)
        hidden = len(self.inside) - shown if self.lane.crowded else uncounted
        return Plan(attempt.placed, attempt.stacked, standing, attempt.texts, height, hidden)
