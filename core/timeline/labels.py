"""Composes what flags say, and draws them: a title with its date, or a list of what one day brought."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.scene import Align, Line
from core.timeline import symbols, words
from core.timeline.flags import Flag, Wish
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import DATE, RADIUS, TITLE, Sheet

_TITLE_LINE, _DATE_LINE, _ITEM = 16.0, 13.5, 17.5  # heights of lines in px
_LINES = 4  # of a title at most
_BESIDE = 7.0  # px between a title and what stands beside it
_GAP = 5.0  # px from mark to text
_NARROWEST = 170.0  # px of a line of a title
_SHARE = 0.42  # of the lane that a line of a title may take


class Form(StrEnum):
    """How an event told alone is set: its date under the title, the same in narrow lines, or beside it."""

    ROOMY = "roomy"
    NARROW = "narrow"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a flag, of title and remark (or ""); where ``marked``, the event's mark stands beside it."""

    title: str
    remark: str
    height: float
    event: int
    marked: bool


_LIST, _LIST_SHARE = 440.0, 0.45  # px of a title in a list, and the share of the lane it may take
_LINE = {Form.ROOMY: 380.0, Form.NARROW: 190.0, Form.FLAT: 380.0}
Rows = tuple[_Row, ...]


Known = dict[tuple[int, ...], tuple[Rows, float]]
"""Lines and width of what was composed before, by the events told together."""


def wishes(
    sheet: Sheet, lane: Lane, setting: Setting, named: Sequence[int], form: Form, *, known: Known
) -> dict[Wish, Rows]:
    """Return the flags wished for the named events, those of one time together, the weightiest first."""
    together: dict[float, list[int]] = {}
    for i in named:
        together.setdefault(float(setting.table.at[i]), []).append(i)
    ranks = {i: rank for rank, i in enumerate(named)}
    found = {}
    for at, members in together.items():
        key = tuple(members)
        if key not in known:
            composed = _rows(sheet, lane, setting, members, form)
            known[key] = composed, max(_width(sheet, row) for row in composed)
        rows, width = known[key]
        wish = Wish(
            key,
            lane.x(at) - lane.left,
            width,
            sum(row.height for row in rows),
            RADIUS,
            ranks[members[0]],
        )
        found[wish] = rows
    return found


def _rows(sheet: Sheet, lane: Lane, setting: Setting, members: Sequence[int], form: Form) -> Rows:
    most = max(_NARROWEST, min(_LINE[form], (lane.right - lane.left) * _SHARE))
    if len(members) == 1:
        return _single(sheet, setting, members[0], most, form)
    return _list(sheet, setting, members, max(most, min(_LIST, (lane.right - lane.left) * _LIST_SHARE)))


def _single(sheet: Sheet, setting: Setting, i: int, most: float, form: Form) -> Rows:
    event = setting.table.events[i]
    told = " · ".join([words.date(event, year=setting.year), *words.remarks(event)])
    title = symbols.name(sheet, event, setting)
    if form is Form.FLAT:
        return (_Row(sheet.short(title, TITLE, most, bold=True), told, _TITLE_LINE + 0.5, i, True),)
    lines = sheet.fitted(title, TITLE, most, bold=True, lines=_LINES)
    rows = [_Row(line, "", _TITLE_LINE, i, n == 0) for n, line in enumerate(lines)]
    return (*rows, _Row("", told, _DATE_LINE, i, False))


def _list(sheet: Sheet, setting: Setting, members: Sequence[int], most: float) -> Rows:
    """Tell the day once, above its events; an event whose date is told otherwise says so itself."""
    events = [setting.table.events[i] for i in members]
    dates = [words.date(event, year=setting.year) for event in events]
    common = Counter(dates).most_common(1)[0][0]
    rows = [_Row("", common, _DATE_LINE + 1, members[0], False)]
    for i, event, date in zip(members, events, dates, strict=True):
        remark = " · ".join([*([date] if date != common else []), *words.remarks(event)])
        title = sheet.short(symbols.name(sheet, event, setting), TITLE, most, bold=True)
        rows.append(_Row(title, remark, _ITEM, i, True))
    return tuple(rows)


def _width(sheet: Sheet, row: _Row) -> float:
    wide = sheet.measure.width(row.title, TITLE, bold=True) if row.title else 0.0
    narrow = sheet.measure.width(row.remark, DATE) if row.remark else 0.0
    return wide + narrow + (_BESIDE if row.title and row.remark else 0.0)


def draw(sheet: Sheet, lane: Lane, setting: Setting, flag: Flag, rows: Rows) -> None:
    """Draw a flag: the stem from the axis, the marks on it, the texts beside them."""
    table, x = setting.table, lane.left + flag.wish.x
    top = lane.y(flag.base + flag.wish.height) if lane.up else lane.y(flag.base)
    middles = []
    for row in rows:
        middle = top + row.height / 2
        if row.marked:
            event = table.events[row.event]
            symbols.mark(sheet, event, x, middle)
            symbols.possible_days(sheet, lane, setting, row.event, x)
            sheet.named.append(event.id)
            sheet.unreadable += not sheet.measure.shown(event.title)
            middles.append(middle)
        start = x + flag.side * (RADIUS + _GAP)
        _draw_row(sheet, row, table.events[row.event].id, (start, middle), flag.side)
        top += row.height
    ink = symbols.colour(table.events[flag.wish.events[0]])
    sheet.lines.append(Line(((x, lane.foot), (x, middles[0] if lane.up else middles[-1])), ink, 1.0, layer=2))


def _draw_row(sheet: Sheet, row: _Row, event: str, at: tuple[float, float], side: int) -> None:
    align: Align = "left" if side > 0 else "right"
    x, middle = at
    if row.title:
        label = sheet.text(x, middle + 4.4, row.title, TITLE, "ink", bold=True, align=align, event=event)
        x = label.box[2] + _BESIDE if side > 0 else label.box[0] - _BESIDE
    if row.remark:
        sheet.text(x, middle + 3.8, row.remark, DATE, "muted", align=align, event=event)
