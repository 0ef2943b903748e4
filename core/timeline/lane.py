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
_CHANCES = 10  # events that are tried once more when the others stand
_BETTER = 1  # so many more names are not worth labels that read less well
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


def plan(sheet: Sheet, lane: Lane, setting: Setting, inside: Indices, bars: Floats) -> Plan:
    """Find a place for the events ``inside`` (indices into the table) of a lane.

    ``bars`` are those of the rhythm; in a crowd nothing stands in them.
    """
    wide, singles = rows.parted(lane, setting.table, inside)
    named = _chief(setting.table, singles, lane) if setting.view.labels else []
    most = min(len(named), _NAMED_IN_CROWD if lane.crowded else _NAMED)
    best: tuple[_Task, _Attempt] | None = None
    for form in labels.Form:
        task = _Task(sheet, lane, setting, inside, bars, form)
        found = task.settled(wide, named[:most])
        if best is None or found.worth > best[1].worth + _BETTER:
            best = task, found
        if found.worth == most or lane.crowded:
            break
    assert best is not None
    task, found = best
    return task.finished(task.improved(found, named, most))


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

    wide: Sequence[int]
    named: Sequence[int]
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

    @property
    def worth(self) -> int:
        """How many events have a flag, less those that have not even a mark."""
        return len(self.named) - sum(number for number, *_ in self.stacked.counts)


@dataclass(frozen=True, slots=True)
class _Task:
    """The settling of a lane: which events get a row or a flag, the others being stacked on the axis."""

    sheet: Sheet
    lane: Lane
    setting: Setting
    inside: Indices
    bars: Floats
    form: labels.Form

    def settled(self, wide: Sequence[int], named: Sequence[int]) -> _Attempt:
        """Return what stands: of these events to have a row or a flag, those without room join the stacks."""
        attempt = self._attempt(wide, named)
        while not attempt.stands:
            dropped = _least(attempt.failed)
            kept = [item.index for item, _ in attempt.placed]
            attempt = self._attempt(kept, [i for i in attempt.named if i not in dropped])
        return attempt

    def improved(self, attempt: _Attempt, wished: Sequence[int], most: int) -> _Attempt:
        """Return it with flags for some of the events wished for, weightiest first, while all stands."""
        left = [i for i in wished if i not in attempt.named]
        for i in left[:_CHANCES]:
            if len(attempt.named) == most:
                break
            again = self._attempt(attempt.wide, [*attempt.named, i])
            attempt = again if again.stands else attempt
        return attempt

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
        return _Attempt(
            wide, named, ground, stacked, placed, without, texts, place(list(texts), ground, turn=False)
        )

    def finished(self, attempt: _Attempt) -> Plan:
        """Return it as a plan, its flags turned to stand as low as they can."""
        standing = place(list(attempt.texts), attempt.ground)
        height = max([attempt.ground.top(), *(flag.base + flag.wish.height for flag in standing)])
        shown = len(attempt.placed) + sum(len(flag.wish.events) for flag in standing)
        uncounted = sum(number for number, *_ in attempt.stacked.counts)
        hidden = len(self.inside) - shown if self.lane.crowded else uncounted
        return Plan(attempt.placed, attempt.stacked, standing, attempt.texts, height, hidden)
