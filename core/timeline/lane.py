"""Lays out one lane: spans in rows by the axis, unnamed marks stacked on it, the rest as labelled flags."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core import edtf
from core.model import Event
from core.scene import Bar, Line, Mark, View
from core.taxonomy import Track, describe, kind
from core.timeline import words
from core.timeline.density import bin_days, counts
from core.timeline.flags import Flag, Wish, place
from core.timeline.sheet import DATE, RADIUS, SMALL, TITLE, Sheet, style
from core.timeline.skyline import Skyline
from core.timeline.table import EventTable

_ROW = 21.0  # height of a row of spans
_ROWS = 7
_WIDE = 44.0  # px from which uncertain days get a row of their own
_CROWD = 12.0  # px per event below which single marks give way to a silhouette
_NAMED, _NAMED_IN_CROWD = 28, 10
_FEET = 0.42  # share of the lane that unnamed marks may fill
_COUNT = 30.0  # px between counts of marks without room
_TWO, _ONE = 30.0, 16.5  # height of a label with its date below, and beside


@dataclass(frozen=True)
class Lane:
    """A lane's place: ``foot`` is the y of its axis side, ``up`` whether it grows upwards; px throughout."""

    track: Track
    left: float
    right: float
    foot: float
    height: float
    up: bool
    first: float
    last: float

    def x(self, time: float) -> float:
        """Return the x of a time."""
        return self.left + (time - self.first) / (self.last - self.first) * (self.right - self.left)

    def y(self, height: float) -> float:
        """Return the y of a height over the foot."""
        return self.foot - height if self.up else self.foot + height


@dataclass(frozen=True)
class Feet:
    """Unnamed marks on the axis as (index, x, height), and counts of what finds no room as (number, x, height)."""

    marks: list[tuple[int, float, float]]
    counts: list[tuple[int, float, float]]


@dataclass(frozen=True)
class Naming:
    """What labels say: texts by event index, whether years are told, the numbers of the key."""

    year: bool
    numbers: dict[str, int]


def lay_out(
    sheet: Sheet, lane: Lane, table: EventTable, inside: np.ndarray, view: View, naming: Naming, scale: float
) -> None:
    """Lay out the events ``inside`` (indices into the table) of one lane.

    ``scale`` is the greatest number of reports in a bin over all lanes, so that lanes can be compared.
    """
    width = lane.right - lane.left
    crowded = len(inside) > max(24, width / _CROWD)
    ground = Skyline(width, lane.height)
    ground.fill(0, width, 9)
    _density(sheet, lane, table, inside, view, scale, ground, crowded=crowded)
    wide = [int(i) for i in inside[_wide(lane, table, inside)]]
    if crowded:
        wide = sorted(wide, key=lambda i: -table.weight[i])[: _NAMED_IN_CROWD // 2]
    left_over = _rows(sheet, lane, table, wide, ground, naming, crowded=crowded)
    taken = set(wide) - set(left_over)
    singles = [int(i) for i in inside if i not in taken] if not crowded else _chief(table, inside, taken)
    flags, feet = _choose(sheet, lane, table, singles, ground, naming, view, crowded=crowded)
    for flag in flags:
        _draw_flag(sheet, lane, table, flag, naming)
    if crowded:
        sheet.hidden += len(inside) - len(flags) - len(taken)
    else:
        _draw_feet(sheet, lane, table, feet, naming)


def _chief(table: EventTable, inside: np.ndarray, taken: set[int]) -> list[int]:
    """Return the weightiest events, the best of each stretch of time first."""
    weights = table.weight[inside]
    most = min(len(inside), 400)
    best = inside[np.argpartition(-weights, most - 1)[:most]]
    order = sorted((int(i) for i in best if i not in taken), key=lambda i: (-table.weight[i], i))
    chosen: list[int] = []
    span = float(np.ptp(table.at[inside])) or 1.0
    for i in order:
        near = sum(abs(table.at[i] - table.at[j]) < span / 16 for j in chosen)
        if near < 2:
            chosen.append(i)
        if len(chosen) == _NAMED_IN_CROWD * 2:
            break
    return chosen


def _wide(lane: Lane, table: EventTable, inside: np.ndarray) -> np.ndarray:
    """Say which events reach so far over time that they get a row of their own."""
    days = table.end[inside] - table.start[inside]
    return table.span[inside] | ((days > 1) & (days > _WIDE / (lane.x(lane.first + 1) - lane.left)))


# --- density


def _density(
    sheet: Sheet,
    lane: Lane,
    table: EventTable,
    inside: np.ndarray,
    view: View,
    scale: float,
    ground: Skyline,
    *,
    crowded: bool,
) -> None:
    if not view.density or scale <= 0 or not (crowded or len(inside) >= 30):
        return
    width = lane.right - lane.left
    days, _ = bin_days(lane.first, lane.last, width)
    chosen = np.zeros(len(table), dtype=bool)
    chosen[inside] = True
    starts, heights = counts(table, chosen, lane.first, lane.last, days)
    tall = lane.height * (0.5 if crowded else 0.16)
    pitch = days / (lane.last - lane.first) * width
    shown = heights > 0
    left = np.clip(
        lane.left + (starts[shown] - lane.first) / (lane.last - lane.first) * width, lane.left, lane.right
    )
    right = np.clip(left + pitch - min(1.5, pitch * 0.15), lane.left, lane.right)
    high = np.maximum(1.0, heights[shown] / scale * tall)
    top = lane.foot - high if lane.up else np.full_like(high, lane.foot)
    bottom = np.full_like(high, lane.foot) if lane.up else lane.foot + high
    role = lane.track.colour + ("-strong" if crowded else "-pale")
    sheet.density.setdefault(role, []).append(np.column_stack([left, top, right, bottom]))
    sheet.note("density")
    if crowded:
        for low, up_to, height in zip(left - lane.left, right - lane.left, high, strict=True):
            ground.fill(low, up_to, height + 2)


# --- spans


def _rows(
    sheet: Sheet,
    lane: Lane,
    table: EventTable,
    wide: Sequence[int],
    ground: Skyline,
    naming: Naming,
    *,
    crowded: bool,
) -> list[int]:
    """Draw events that reach over time in rows next to the axis; return those that found no room."""
    rows: list[list[tuple[float, float]]] = []
    base = ground.over(0, ground.width) if crowded else 12.0
    room = min(_ROWS, int((lane.height * 0.45 - (0 if crowded else base)) // _ROW))
    if crowded:
        room = min(room, int((lane.height - base - 2 * _TWO) // _ROW))
    chosen = sorted(
        sorted(wide, key=lambda i: -table.weight[i])[:40], key=lambda i: (table.start[i], -table.end[i])
    )
    left_over = [i for i in wide if i not in set(chosen)]
    for i in chosen:
        item = _row_item(sheet, lane, table, i, naming)
        low, high = item.reach
        row = next(
            (n for n, r in enumerate(rows) if all(high + 8 < a or low > b + 8 for a, b in r)), len(rows)
        )
        if row >= room:
            left_over.append(i)
            continue
        if row == len(rows):
            rows.append([])
        rows[row].append((low, high))
        height = base + (row + 0.5) * _ROW
        _draw_row(sheet, lane, item, height)
        ground.fill(low - lane.left, high - lane.left, height + _ROW / 2)
    return left_over


@dataclass(frozen=True)
class _RowItem:
    event: Event
    span: bool
    start: float
    end: float
    mark: float
    text: str
    date: str
    text_x: float
    reach: tuple[float, float]


def _row_item(sheet: Sheet, lane: Lane, table: EventTable, i: int, naming: Naming) -> _RowItem:
    event = table.events[i]
    start, end = max(lane.left, lane.x(table.start[i])), min(lane.right, lane.x(table.end[i]))
    mark = start + RADIUS + 3 if table.span[i] else (start + end) / 2
    text = _name(sheet, event, naming)
    date = words.date_line(event, year=naming.year)
    text = sheet.short(text, TITLE - 0.5, max(200.0, min(420.0, end - mark - 20)), bold=True)
    width = sheet.measure.width(text, TITLE - 0.5, bold=True)
    extra = sheet.measure.width(date, DATE) + 8
    room = lane.right - (mark + RADIUS + 5)
    date = date if width + extra <= max(end - mark - 14, 0) or width + extra <= min(room, 330) else ""
    width += extra if date else 0
    text_x = mark + RADIUS + 5
    if text_x + width > lane.right:
        text_x = max(lane.left, start - 6 - width)
    return _RowItem(
        event,
        bool(table.span[i]),
        start,
        end,
        mark,
        text,
        date,
        text_x,
        (min(start, text_x), max(end, text_x + width)),
    )


def _draw_row(sheet: Sheet, lane: Lane, item: _RowItem, height: float) -> None:
    y, colour = lane.y(height), _colour(item.event)
    real = style(item.event) == "filled"
    if item.span:
        fill = lane.track.colour + "-tint" if real else "paper"
        box = (item.start, y - 8.5, max(item.end, item.start + 2 * RADIUS + 6), y + 8.5)
        sheet.bars.append(Bar(box, fill, "" if real else colour, not real, 3, item.event.id))
        sheet.lines.append(Line(((item.end, y - 8.5), (item.end, y + 8.5)), colour, 2.2, layer=4))
        sheet.note("span")
    else:
        sheet.lines.append(Line(((item.start, y), (item.end, y)), colour, 1.6, not real, layer=3))
        for x in (item.start, item.end):
            sheet.lines.append(Line(((x, y - 4), (x, y + 4)), colour, 1.6, layer=3))
        sheet.note("range")
    _mark(sheet, item.event, item.mark, y)
    inside = item.span and item.text_x + sheet.measure.width(item.text, TITLE - 0.5, bold=True) < item.end
    label = sheet.text(
        item.text_x, y + 4.3, item.text, TITLE - 0.5, "ink", bold=True, event=item.event.id, paper=not inside
    )
    sheet.named.append(item.event.id)
    if item.date:
        x = label.box[2] + 8
        within = item.span and x + sheet.measure.width(item.date, DATE) < item.end
        sheet.text(x, y + 4.3, item.date, DATE, "muted", event=item.event.id, paper=not within)


# --- flags and feet


def _choose(
    sheet: Sheet,
    lane: Lane,
    table: EventTable,
    singles: list[int],
    ground: Skyline,
    naming: Naming,
    view: View,
    *,
    crowded: bool,
) -> tuple[list[Flag], Feet]:
    """Return the labelled flags and the feet (index, x, height), trying the roomier kind of label first."""
    if not view.labels:
        return [], _stack(lane, table, singles, ground, naming)
    ranked = sorted(singles, key=lambda i: (-table.weight[i], i))[: _NAMED_IN_CROWD if crowded else _NAMED]
    best: tuple[list[Flag], Feet] = ([], Feet([], []))
    for height in (_TWO,) if crowded else (_TWO, _ONE):
        wishes = [_wish(sheet, lane, table, i, rank, height, naming) for rank, i in enumerate(ranked)]
        found = _settle(sheet, lane, table, singles, wishes, ground, naming, crowded=crowded)
        if len(found[0]) > len(best[0]) * 1.15 or not best[0]:
            best = found
        if len(best[0]) == len(ranked):
            break
    return best


def _settle(
    sheet: Sheet,
    lane: Lane,
    table: EventTable,
    singles: list[int],
    wishes: list[Wish],
    ground: Skyline,
    naming: Naming,
    *,
    crowded: bool,
) -> tuple[list[Flag], Feet]:
    """Set flags; those without room join the feet, which lifts the ground, until all stands."""
    while True:
        base = ground.copy()
        chosen = {wish.index for wish in wishes}
        rest = [] if crowded else [i for i in singles if i not in chosen]
        feet = _stack(lane, table, rest, base, naming)
        flags = place(wishes, base)
        if len(flags) == len(wishes) or crowded:
            return flags, feet
        kept = {flag.wish.index for flag in flags}
        wishes = [wish for wish in wishes if wish.index in kept]


def _wish(
    sheet: Sheet, lane: Lane, table: EventTable, i: int, rank: int, height: float, naming: Naming
) -> Wish:
    event = table.events[i]
    title, date = _flag_texts(sheet, lane, event, naming)
    wide, narrow = sheet.measure.width(title, TITLE, bold=True), sheet.measure.width(date, DATE)
    width = max(wide, narrow) if height == _TWO else wide + 7 + narrow
    return Wish(i, lane.x(table.at[i]) - lane.left, width, height, RADIUS, rank)


def _flag_texts(sheet: Sheet, lane: Lane, event: Event, naming: Naming) -> tuple[str, str]:
    most = max(170.0, min(380.0, (lane.right - lane.left) * 0.36))
    title = sheet.short(_name(sheet, event, naming), TITLE, most, bold=True)
    return title, words.date_line(event, year=naming.year)


def _name(sheet: Sheet, event: Event, naming: Naming) -> str:
    """Return the title to be drawn; the type and place where no font has the title's letters."""
    shown = sheet.measure.shown(event.title) or _instead(sheet, event)
    number = naming.numbers.get(event.id)
    return f"{number}  {shown}" if number else shown


def _instead(sheet: Sheet, event: Event) -> str:
    label = describe(event.track, event.type, event.mode).label
    place = sheet.measure.shown(event.place) if event.place else ""
    text = f"{label}, {place}" if place else label
    return text[:1].upper() + text[1:]


def _draw_flag(sheet: Sheet, lane: Lane, table: EventTable, flag: Flag, naming: Naming) -> None:
    event, wish = table.events[flag.wish.index], flag.wish
    x, y = lane.left + wish.x, lane.y(flag.height)
    sheet.lines.append(Line(((x, lane.foot), (x, y)), _colour(event), 1.0, layer=2))
    _mark(sheet, event, x, y)
    _possible_days(sheet, lane, table, wish.index, x)
    title, date = _flag_texts(sheet, lane, event, naming)
    start = x + flag.side * (wish.radius + 5)
    align = "left" if flag.side > 0 else "right"
    sheet.named.append(event.id)
    if not sheet.measure.shown(event.title):
        sheet.unreadable += 1
    if wish.height == _TWO:
        sheet.text(start, y - 1.5, title, TITLE, "ink", bold=True, align=align, event=event.id)
        sheet.text(start, y + 11.5, date, DATE, "muted", align=align, event=event.id)
        return
    first, second = (title, date) if flag.side > 0 else (date, title)
    for text in (first, second) if flag.side > 0 else (second, first):
        size, bold = (TITLE, True) if text is title else (DATE, False)
        role = "ink" if bold else "muted"
        label = sheet.text(start, y + 4.4, text, size, role, bold=bold, align=align, event=event.id)
        start = label.box[2] + 7 if flag.side > 0 else label.box[0] - 7


def _stack(lane: Lane, table: EventTable, indices: Sequence[int], ground: Skyline, naming: Naming) -> Feet:
    """Stack marks on the axis, several beside each other where a day is wide enough."""
    day = lane.x(lane.first + 1) - lane.left
    number_room = 16.0 if naming.numbers else 0.0
    pitch = 2 * RADIUS + 2 + number_room
    feet: list[tuple[int, float, float]] = []
    beyond: dict[int, int] = {}
    groups: dict[float, list[int]] = {}
    for i in sorted(indices, key=lambda i: (table.at[i], -table.weight[i])):
        groups.setdefault(float(table.at[i]), []).append(i)
    for at, members in groups.items():
        columns = max(1, min(len(members), int(day * 0.8 / pitch)))
        for n, i in enumerate(members):
            in_row = min(columns, len(members) - n // columns * columns)
            x = lane.x(at) - lane.left + (n % columns - (in_row - 1) / 2) * pitch
            height = ground.over(x - RADIUS, x + RADIUS + number_room) + RADIUS + 1
            if height > max(lane.height * _FEET, 2 * RADIUS + 12):
                column = round((lane.x(at) - lane.left) / _COUNT)
                beyond[column] = beyond.get(column, 0) + 1
                continue
            ground.fill(x - RADIUS, x + RADIUS + number_room, height + RADIUS + 1, bar=bool(number_room))
            feet.append((i, x, height))
    return Feet(feet, _counts(beyond, ground))


def _counts(beyond: dict[int, int], ground: Skyline) -> list[tuple[int, float, float]]:
    """Find room over the stacks for the number of events that are not drawn."""
    found = []
    for column, number in beyond.items():
        x = min(max(_COUNT / 2, column * _COUNT), ground.width - _COUNT / 2)
        low, high = x - _COUNT / 2, x + _COUNT / 2
        height = ground.over(low, high) + 7
        ground.fill(low, high, height + 7, bar=True)
        found.append((number, x, height))
    return found


def _draw_feet(sheet: Sheet, lane: Lane, table: EventTable, feet: Feet, naming: Naming) -> None:
    for i, x, height in feet.marks:
        event = table.events[i]
        _mark(sheet, event, lane.left + x, lane.y(height))
        _possible_days(sheet, lane, table, i, lane.left + x)
        if event.id in naming.numbers:
            sheet.text(
                lane.left + x + RADIUS + 2.5,
                lane.y(height) + 3.6,
                str(naming.numbers[event.id]),
                SMALL,
                "ink",
                event=event.id,
            )
    for number, x, height in feet.counts:
        sheet.text(
            lane.left + x, lane.y(height) + 3.5, f"+{number}", SMALL, "muted", bold=True, align="center"
        )
        sheet.hidden += number
        sheet.note("count")


def _mark(sheet: Sheet, event: Event, x: float, y: float) -> None:
    look, shape = style(event), kind(event.track, event.type, event.mode)
    sheet.marks.append(Mark(x, y, RADIUS, shape.glyph, _colour(event), look, event.id))
    sheet.note(f"kind:{shape.name}:{shape.label}:{shape.glyph}:{shape.colour}")
    if look != "filled":
        sheet.note(f"status:{look}:{words.status(event.status)}")


def _colour(event: Event) -> str:
    return event.marks.colour or kind(event.track, event.type, event.mode).colour


def _possible_days(sheet: Sheet, lane: Lane, table: EventTable, i: int, x: float) -> None:
    """Draw on the axis which days are possible, where there are several, or an open end."""
    event, y = table.events[i], lane.y(3.0)
    colour = _colour(event)
    if event.edtf.startswith("../"):
        sheet.lines.append(Line(((x, y), (x - 22, y)), colour, 1.4, True, True, 3))
        sheet.note("earlier")
    elif event.edtf.endswith("/.."):
        sheet.lines.append(Line(((x, y), (x + 22, y)), colour, 1.4, True, True, 3))
        sheet.note("later")
    elif table.end[i] - table.start[i] > 1 and not table.span[i]:
        ends = max(lane.left, lane.x(table.start[i])), min(lane.right, lane.x(table.end[i]))
        sheet.lines.append(Line(((ends[0], y), (ends[1], y)), colour, 2.4, layer=3))
        sheet.note("range")


def is_about(event: Event) -> bool:
    """Say whether a label words the event's date as "about"."""
    return edtf.is_approximate(event.edtf)
