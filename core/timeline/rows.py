"""Draws events that reach over time in rows: deadlines and stretches as bars, wide doubt as whiskers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.model import Event
from core.scene import Bar, Line
from core.timeline import symbols, words
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import DATE, RADIUS, TITLE, Sheet
from core.timeline.skyline import Skyline
from core.timeline.table import EventTable, Indices

_ROW = 21.0  # height of a row
_BAR = 8.5  # half the height of a bar
_BESIDE = 6.0  # px between what shares a row
_MOST = 40  # events in rows
_OVER = 60.0  # px kept free over the rows
_LEAST, _LEAST_IN_CROWD = 24.0, 60.0  # px a stretch of time must have to be a bar
_DOUBT = 44.0  # px of possible days from which they get a row of their own
_IN_CROWD = 4
_SHORT = 70.0  # px below which there is no use in a text
_TEXT = 420.0
_SIZE = TITLE - 0.5


def parted(lane: Lane, table: EventTable, inside: Indices) -> tuple[list[int], Indices]:
    """Part events that reach so far over time that they get a row of their own from all others."""
    days = table.end[inside] - table.start[inside]
    px, span = days * lane.panel.density, table.span[inside]
    bars = span & (px >= (_LEAST_IN_CROWD if lane.crowded else _LEAST))
    wide = bars if lane.crowded else bars | (~span & (days > 1) & (px > _DOUBT))
    chosen = sorted(inside[wide].tolist(), key=lambda i: (-table.weight[i], i))
    chosen = chosen[: _IN_CROWD if lane.crowded else _MOST]
    return chosen, inside[~np.isin(inside, chosen)]


@dataclass(frozen=True, slots=True)
class Item:
    """An event that reaches over time: index, its bar or whisker, where its text stands; px of the scene."""

    index: int
    event: Event
    span: bool
    start: float
    end: float
    mark: float
    text: str
    date: str
    text_x: float
    inside: bool
    reach: tuple[float, float]

    def bare(self) -> "Item":
        """Return it without its text, for want of room."""
        return replace(self, text="", date="", reach=(self.start, self.end))


Placed = tuple[Item, float]


def items(sheet: Sheet, lane: Lane, setting: Setting, wide: Sequence[int]) -> list[Item]:
    """Return what the rows are made of, in order of time."""
    table = setting.table
    order = sorted(wide, key=lambda i: (table.start[i], -table.end[i], i))
    found = [_item(sheet, lane, setting, i) for i in order]
    return found if setting.view.labels else [item.bare() for item in found]


def _item(sheet: Sheet, lane: Lane, setting: Setting, i: int) -> Item:
    """Find where the text stands: within the bar, else behind its end, else before its start."""
    table, event = setting.table, setting.table.events[i]
    start = max(lane.left, lane.x(float(table.start[i])))
    end = max(min(lane.right, lane.x(float(table.end[i]))), start + 2 * RADIUS + 6)
    span = bool(table.span[i])
    mark = start + RADIUS + 3 if span else (start + end) / 2
    title = symbols.name(sheet, event, setting)
    date = " · ".join([words.date(event, year=setting.year), *words.remarks(event)])
    extra = sheet.measure.width(date, DATE) + 8
    within = end - mark - RADIUS - 14
    text = sheet.short(title, _SIZE, max(_TEXT, within), bold=True)
    width = sheet.measure.width(text, _SIZE, bold=True)
    if span and width <= within:
        date = date if width + extra <= within else ""
        return Item(i, event, span, start, end, mark, text, date, mark + RADIUS + 5, True, (start, end))
    before, behind = start - 7 - lane.left, lane.right - end - 7
    room = max(before, behind)
    if room < _SHORT:
        return Item(i, event, span, start, end, mark, "", "", end, False, (start, end))
    text = sheet.short(title, _SIZE, min(_TEXT, room), bold=True)
    width = sheet.measure.width(text, _SIZE, bold=True)
    if width + extra <= room:
        width += extra
    else:
        date = ""
    x = end + 7 if width <= behind else start - 7 - width
    return Item(i, event, span, start, end, mark, text, date, x, False, (min(start, x), max(end, x + width)))


def place(
    items: Sequence[Item], lane: Lane, ground: Skyline, kept: Mapping[str, float]
) -> tuple[list[Placed], list[Item]]:
    """Return the items in rows over the ground, which they fill, with heights; and those without room.

    Those ``kept`` (heights by event id) stand where they stood if they can. A bar whose text finds no room
    may stand without it.
    """
    base, placed, without = ground.lowest(), [], []
    for item in sorted(items, key=lambda item: kept.get(item.event.id, math.inf)):
        forms = (item, item.bare()) if item.span else (item,)
        held = kept.get(item.event.id)
        heights = [(form, held) for form in forms if held is not None and _is_free(form, lane, ground, held)]
        heights += [(form, _height(form, lane, ground, base)) for form in forms]
        fitting, height = next((pair for pair in heights if pair[1] <= lane.height - _OVER), (item, None))
        if height is None:
            without.append(item)
            continue
        low, high = (x - lane.left for x in fitting.reach)
        ground.fill(low, high, height + _ROW / 2)
        placed.append((fitting, height))
    return placed, without


def _is_free(item: Item, lane: Lane, ground: Skyline, height: float) -> bool:
    return ground.over(item.reach[0] - lane.left, item.reach[1] - lane.left) <= height - _BAR


def _height(item: Item, lane: Lane, ground: Skyline, base: float) -> float:
    """Return the height of the middle of the lowest row in which there is room for an item."""
    low, high = item.reach[0] - lane.left - _BESIDE, item.reach[1] - lane.left + _BESIDE
    rows = math.ceil((ground.over(low, high) - base) / _ROW)
    return base + (rows + 0.5) * _ROW


def draw(sheet: Sheet, lane: Lane, item: Item, height: float) -> None:
    """Draw an event in its row."""
    event, y, ink = item.event, lane.y(height), symbols.colour(item.event)
    real = symbols.look(event) == "filled"
    if item.span:
        fill = lane.track.colour + "-tint" if real else "paper"
        box = (item.start, y - _BAR, item.end, y + _BAR)
        sheet.bars.append(Bar(box, fill, "" if real else ink, not real, 3, event.id))
        sheet.lines.append(Line(((item.end, y - _BAR), (item.end, y + _BAR)), ink, 2.2, layer=4))
        sheet.note("span")
    else:
        symbols.whisker(sheet, item.start, item.end, y, ink, dashed=not real)
        sheet.note("range")
    symbols.mark(sheet, event, item.mark, y)
    if not item.text:
        return
    label = sheet.text(
        item.text_x, y + 4.3, item.text, _SIZE, "ink", bold=True, event=event.id, paper=not item.inside
    )
    sheet.named.append(event.id)
    sheet.unreadable += not sheet.measure.shown(event.title)
    if item.date:
        sheet.text(label.box[2] + 8, y + 4.3, item.date, DATE, "muted", event=event.id, paper=not item.inside)
