"""Stacks marks without a name on the axis, several beside each other where a day is wide enough."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.timeline import symbols
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import RADIUS, SMALL, Sheet
from core.timeline.skyline import Skyline

_SHARE = 0.42  # of the lane that stacks may fill
_FIRST = 3 * RADIUS + 6  # px up to which there is always a mark
_DAY = 0.8  # share of a day's width that its marks may fill
_COUNT_HEIGHT = 7.0  # px of a count over its middle
_COUNT = 30.0  # px from one count to the next


@dataclass(frozen=True, slots=True)
class Stacks:
    """Marks as (index, x, height), counts of those without room as (number, x, height); px in the lane."""

    marks: tuple[tuple[int, float, float], ...]
    counts: tuple[tuple[int, float, float], ...]


def stack(lane: Lane, setting: Setting, indices: Sequence[int], ground: Skyline) -> Stacks:
    """Return places for the marks of these events, and fill the ground with them."""
    numbered = setting.number_room
    most = min(max(lane.height * _SHARE, _FIRST), lane.height - RADIUS)
    pitch = 2 * RADIUS + 2 + numbered
    marks: list[tuple[int, float, float]] = []
    beyond: dict[int, int] = {}
    for at, members in _by_time(setting, indices).items():
        middle = lane.x(at) - lane.left
        columns = max(1, min(len(members), int(lane.panel.density * _DAY / pitch)))
        for n, i in enumerate(members):
            in_row = min(columns, len(members) - n // columns * columns)
            wished = middle + (n % columns - (in_row - 1) / 2) * pitch
            x = min(max(RADIUS, wished), ground.width - RADIUS - numbered)
            height = ground.over(x - RADIUS, x + RADIUS + numbered) + RADIUS + 1
            if height > most:
                column = round(middle / _COUNT)
                beyond[column] = beyond.get(column, 0) + 1
                continue
            ground.fill(x - RADIUS, x + RADIUS + numbered, height + RADIUS, bar=bool(numbered))
            marks.append((i, x, height))
    return Stacks(tuple(marks), tuple(_counts(beyond, ground)))


def _by_time(setting: Setting, indices: Sequence[int]) -> dict[float, list[int]]:
    table = setting.table
    groups: dict[float, list[int]] = {}
    for i in sorted(indices, key=lambda i: (table.at[i], -table.weight[i])):
        groups.setdefault(float(table.at[i]), []).append(i)
    return groups


def _counts(beyond: dict[int, int], ground: Skyline) -> list[tuple[int, float, float]]:
    """Find room over the stacks for the numbers of events that are not drawn."""
    found = []
    for column, number in beyond.items():
        x = min(max(_COUNT / 2, column * _COUNT), ground.width - _COUNT / 2)
        low, high = x - _COUNT / 2 + 3, x + _COUNT / 2 - 3
        height = ground.over(low, high) + 8
        ground.fill(low, high, height + _COUNT_HEIGHT)
        found.append((number, x, height))
    return found


def draw(sheet: Sheet, lane: Lane, setting: Setting, stacks: Stacks) -> None:
    """Draw the stacked marks and the counts over them."""
    for i, x, height in stacks.marks:
        event, at = setting.table.events[i], lane.left + x
        symbols.mark(sheet, event, at, lane.y(height))
        symbols.possible_days(sheet, lane, setting, i, at)
        if event.id in setting.numbers:
            key = str(setting.numbers[event.id])
            sheet.text(at + RADIUS + 2.5, lane.y(height) + 3.6, key, SMALL, "ink", event=event.id)
    for number, x, height in stacks.counts:
        y = lane.y(height) + 3.5
        if height + _COUNT_HEIGHT <= lane.height:
            told = f"+{number}"
            sheet.text(lane.left + x, y, told, SMALL, "muted", bold=True, align="center", paper=True)
            sheet.note("count")
