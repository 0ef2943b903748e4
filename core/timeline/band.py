"""Draws the band of the time axis between the lanes, and what is told of time around a panel."""

import datetime as dt

from core.scene import Bar, Line, Panel, View
from core.timeline import words
from core.timeline.axis import ticks
from core.timeline.setting import Lane
from core.timeline.sheet import SMALL, Sheet
from core.timeline.table import EventTable, Indices
from core.wording import count

HEIGHT = 26.0
STRIP = 18.0  # below each panel, for notes at its edges
_SIZE = 11.5
_NAME = 36.0  # px a lane needs for its name and the number of its events
_APART = 8.0  # px between labels
_MARGIN = 16.0  # px between the notes at the edges, at least
_TODAY = "today"
_TICK = 5.0  # px of the marks of publication
_NOTES = 130.0  # px at the edges that a marker's name keeps off


def draw(sheet: Sheet, panel: Panel, foot: float) -> None:
    """Draw the band from ``foot`` down, the ticks in it, their lines over the panel, and folded stretches."""
    left, top, right, bottom = panel.box
    sheet.bars.append(Bar((left, foot, right, foot + HEIGHT), "band", layer=2))
    free = left
    stretches = panel.stretches()
    for n, (start, end, x0) in enumerate(stretches):
        x1 = x0 + (end - start) * panel.density
        for tick in ticks(start, end, x1 - x0):
            x = panel.x(tick.time)
            half = sheet.measure.width(tick.label, _SIZE, bold=tick.strong) / 2
            sheet.lines.append(Line(((x, top), (x, bottom)), "grid", 0.8, layer=0))
            if x - half < max(free, x0) or x + half > x1:
                continue
            baseline = foot + HEIGHT / 2 + 4
            sheet.text(x, baseline, tick.label, _SIZE, "axis", bold=tick.strong, align="center")
            free = x + half + _APART
        if n + 1 < len(stretches):
            _fold(sheet, panel, foot, (x1, stretches[n + 1][2]), stretches[n + 1][0] - end)


def _fold(sheet: Sheet, panel: Panel, foot: float, place: tuple[float, float], days: float) -> None:
    """Draw a tear through the panel, and say how long it is."""
    _, top, _, bottom = panel.box
    left, right = place
    sheet.bars.append(Bar((left, foot, right, foot + HEIGHT), "paper", layer=2))
    for x in place:
        for y0, y1 in ((top, foot), (foot + HEIGHT, bottom)):
            sheet.lines.append(Line(((x, y0), (x, y1)), "grid", 1.2, dashed=True, layer=0))
        sheet.lines.append(Line(((x - 4, foot + HEIGHT), (x + 4, foot)), "marker", 1.4, layer=3))
    said = words.length(days)
    sheet.text((left + right) / 2, foot + HEIGHT / 2 + 4, said, SMALL, "muted", align="center")
    sheet.note("fold")


def name_year(sheet: Sheet, panel: Panel, foot: float, x: float) -> None:
    """Tell the year beside the band."""
    years = [dt.date.fromordinal(max(1, int(time))).year for time in (panel.first, panel.last)]
    told = str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"
    sheet.text(x, foot + HEIGHT / 2 + 4, told, _SIZE, "axis")


def markers(sheet: Sheet, view: View, panel: Panel, foot: float) -> None:
    """Mark the days of publication at the edges of the band, and today by a line named below the plot."""
    left, top, right, bottom = panel.box
    for time in view.published:
        if panel.first <= time <= panel.last:
            sheet.lines += published(panel.x(time), foot, foot + HEIGHT)
            sheet.note("published")
    if view.today is None or not panel.first <= view.today <= panel.last:
        return
    x = panel.x(view.today)
    sheet.lines.append(Line(((x, top), (x, bottom + 3)), "marker", 1.2, True, layer=0))
    half = sheet.measure.width(_TODAY, SMALL) / 2
    if left + _NOTES < x - half and x + half < right - _NOTES:
        sheet.text(x, bottom + 13, _TODAY, SMALL, "muted", align="center")


def published(x: float, top: float, bottom: float) -> list[Line]:
    """Return the two ticks that mark a day of publication in a band."""
    return [Line(((x, y), (x, y + _TICK)), "axis", 1.6, layer=3) for y in (top, bottom - _TICK)]


def beyond(sheet: Sheet, table: EventTable, wanted: Indices, panel: Panel, outer: tuple[bool, bool]) -> None:
    """Tell at the outer edges how many events lie beyond them."""
    left, _, right, bottom = panel.box
    at = table.at[wanted]
    lasting = table.span[wanted] & (table.end[wanted] > panel.first)
    early, late = wanted[(at < panel.first) & ~lasting], wanted[at > panel.last]
    told = [
        _told(table, events, side) if out and len(events) else ""
        for events, side, out in ((early, "earlier", outer[0]), (late, "later", outer[1]))
    ]
    if sum(sheet.measure.width(text, SMALL) for text in told) > right - left - 2 * _MARGIN:
        told = [text.partition(" event")[0] for text in told]
    if told[0]:
        sheet.text(left, bottom + 13, f"‹ {told[0]}", SMALL, "muted")
    if told[1]:
        sheet.text(right, bottom + 13, f"{told[1]} ›", SMALL, "muted", align="right")


def _told(table: EventTable, beyond: Indices, side: str) -> str:
    number = len(beyond)
    times = table.at[beyond]
    first, last = (dt.date.fromordinal(int(time)).year for time in (times.min(), times.max()))
    when = str(first) if first == last else f"{first} to {last}"
    return f"{number:,} {side} {'event' if number == 1 else 'events'} ({when})"


def name_lane(sheet: Sheet, lane: Lane, number: int, x: float) -> None:
    """Name a lane beside its foot, from ``x`` on, in its colour, with the number of its events."""
    name, amount = lane.track.label.upper(), count(number, "event")
    full = lane.height > _NAME
    name_y = lane.foot - (24 if full else 9) if lane.up else lane.foot + 17
    size = 12.0
    while sheet.measure.width(name, size, bold=True) > lane.left - x - 8 and size > 7:
        size -= 0.5
    sheet.text(x, name_y, name, size, lane.track.colour, bold=True)
    if full:
        sheet.text(x, name_y + 15, amount, SMALL + 0.5, "muted")
    if not lane.up:
        sheet.lines.append(Line(((lane.left, lane.foot), (lane.right, lane.foot)), "grid", 0.8, layer=0))
