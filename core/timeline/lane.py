"""Lays out one lane: the rhythm, unnamed marks stacked on the axis, spans in rows over them, flags above."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from core.scene import Floats, LaneLayout
from core.timeline import density, labels, rows, stacks
from core.timeline.flags import Flag, Wish, place, worth
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import Sheet
from core.timeline.skyline import Skyline
from core.timeline.table import PINNED, EventTable, Indices

_FOOT = 12.0  # px by the axis kept for possible days and arrows
_NAMED, _NAMED_IN_CROWD = 28, 10
_CHANCES = 14  # events that are tried once more when the others stand
_BETTER = 1  # so many more names are not worth labels that read less well
_APART = 16  # of the names of many events only a few are in each such share of the time


@dataclass(frozen=True, slots=True)
class Plan:
    """Where all of a lane goes; ``hidden`` counts events without a mark."""

    form: labels.Form
    placed: Sequence[rows.Placed]
    stacked: stacks.Stacks
    flags: Sequence[Flag]
    texts: dict[Wish, labels.Rows]
    hidden: int

    def layout(self, lane: Lane, table: EventTable) -> LaneLayout:
        """Return what the next scene keeps to."""
        heights = {item.event.id: height for item, height in self.placed}
        flags = {
            frozenset(table.events[i].id for i in flag.wish.events): (flag.side, flag.base)
            for flag in self.flags
        }
        return LaneLayout(lane.height, self.form.value, heights, flags)


@dataclass(frozen=True, slots=True)
class Given:
    """What a lane is planned from: the events in it (indices), its bars, and its layout before, if any."""

    lane: Lane
    setting: Setting
    inside: Indices
    bars: Floats
    kept: LaneLayout | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """A first plan, to see what height a lane would like to have."""

    form: labels.Form
    attempt: "_Attempt"

    @property
    def height(self) -> float:
        """The px it takes."""
        tops = [flag.base + flag.wish.height for flag in self.attempt.standing]
        return max([self.attempt.ground.top(), *tops])


def sketch(sheet: Sheet, given: Given) -> Sketch:
    """Try the forms of labels, the best to read first, and return the one that names most."""
    wide, named, most = _wished(given)
    forms = list(labels.Form) if given.kept is None else [labels.Form(given.kept.form)]
    best: Sketch | None = None
    for form in forms:
        found = _Task(sheet, given, form).settled(wide, named[:most])
        if best is None or found.worth > best.attempt.worth + _BETTER:
            best = Sketch(form, found)
        if found.worth == most or given.lane.crowded:
            break
    assert best is not None
    return best


def plan(sheet: Sheet, given: Given, sketched: Sketch | None) -> Plan:
    """Find the places of a lane: work out a sketch that fits into it, or sketch it anew."""
    _, named, most = _wished(given)
    if sketched is None or sketched.height > given.lane.height:
        sketched = sketch(sheet, given)
    task = _Task(sheet, given, sketched.form)
    return task.finished(task.improved(sketched.attempt, named, most))


def _wished(given: Given) -> tuple[list[int], list[int], int]:
    """Return the events to have a row, those to have a flag, weightiest first, and how many of them at most.

    What had a flag before comes first, and nothing is added to its day, so that it can stay as it is.
    """
    lane, table = given.lane, given.setting.table
    wide, singles = rows.parted(lane, table, given.inside)
    most = (_NAMED_IN_CROWD if lane.crowded else _NAMED) if given.setting.view.labels else 0
    chief = _chief(table, singles, lane) if most else []
    if given.kept and most:
        before = {identifier for flag in given.kept.flags for identifier in flag}
        held = [i for i in singles.tolist() if table.events[i].id in before] if before else []
        days = {float(table.at[i]) for i in held}
        chief = held + [i for i in chief if float(table.at[i]) not in days]
    return wide, chief, min(len(chief), most)


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
    """Return the weightiest events, in order of weight; of many, a few from each stretch of time.

    In a crowd these are more than will be named, so that others stand in for those without room.
    """
    if not len(singles):
        return []
    most = min(len(singles), 400)
    best = singles[np.argpartition(-table.weight[singles], most - 1)[:most]]
    best = best[np.lexsort((best, -table.weight[best]))]
    wanted, together = (_NAMED_IN_CROWD * 2, 2) if lane.crowded else (_NAMED, 5)
    if len(singles) <= wanted:
        return [int(i) for i in best]
    near = float(np.ptp(table.at[singles])) / _APART
    chosen: list[int] = []
    for i in best.tolist():
        crowd = sum(abs(table.at[i] - table.at[j]) < near for j in chosen)
        if crowd < together or table.weight[i] >= PINNED:
            chosen.append(i)
        if len(chosen) == wanted:
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
    given: Given
    form: labels.Form
    known: labels.Known = field(default_factory=dict)

    def settled(self, wide: Sequence[int], named: Sequence[int]) -> _Attempt:
        """Return what stands: of these events to have a row or a flag, those without room join the stacks."""
        attempt = self._attempt(wide, named)
        while not attempt.stands:
            dropped = _least(attempt.failed)
            kept = [item.index for item, _ in attempt.placed]
            attempt = self._attempt(kept, [i for i in attempt.named if i not in dropped])
        return attempt

    def improved(self, attempt: _Attempt, wished: Sequence[int], most: int) -> _Attempt:
        """Return it with flags for more of the events wished for, weightiest first, while all stands."""
        for i in [i for i in wished if i not in attempt.named][:_CHANCES]:
            if len(attempt.named) == most:
                break
            named = set(attempt.named)
            again = self._attempt(attempt.wide, [other for other in wished if other in named or other == i])
            attempt = again if again.stands else attempt
        return attempt

    def _attempt(self, wide: Sequence[int], named: Sequence[int]) -> _Attempt:
        lane, setting, inside = self.given.lane, self.given.setting, self.given.inside
        ground = Skyline(lane.right - lane.left, lane.height)
        ground.fill(0, ground.width, _FOOT)
        if lane.crowded:
            density.fill(lane, self.given.bars, ground)
        rest = [] if lane.crowded else inside[~np.isin(inside, [*wide, *named])].tolist()
        stacked = stacks.stack(lane, setting, rest, ground)
        before = self.given.kept.rows if self.given.kept else {}
        placed, without = rows.place(rows.items(self.sheet, lane, setting, wide), lane, ground, before)
        texts = labels.wishes(self.sheet, lane, setting, named, self.form, known=self.known)
        flags = place(list(texts), ground, self._kept(texts), turn=False)
        return _Attempt(wide, named, ground, stacked, placed, without, texts, flags)

    def _kept(self, wishes: Iterable[Wish]) -> dict[Wish, tuple[int, float]]:
        """Return side and base of the flags that were there before."""
        if self.given.kept is None:
            return {}
        table, before = self.given.setting.table, self.given.kept.flags
        keys = ((wish, frozenset(table.events[i].id for i in wish.events)) for wish in wishes)
        return {wish: before[key] for wish, key in keys if key in before}

    def finished(self, attempt: _Attempt) -> Plan:
        """Return it as a plan, its flags turned to stand lower where they can."""
        turned = place(list(attempt.texts), attempt.ground, self._kept(attempt.texts))
        standing = max(attempt.standing, turned, key=worth)
        shown = len(attempt.placed) + sum(len(flag.wish.events) for flag in standing)
        uncounted = sum(number for number, *_ in attempt.stacked.counts)
        hidden = len(self.given.inside) - shown if self.given.lane.crowded else uncounted
        return Plan(self.form, attempt.placed, attempt.stacked, standing, attempt.texts, hidden)
