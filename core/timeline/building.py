"""Builds the scene of a view: filter, frame, lanes about their axis, links, legend, words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model import Event, Link
from core.scene import Bar, Frame, Line, Measure, Panel, Scene, SourceFacts, View
from core.taxonomy import Track, tracks
from core.timeline import legend, words
from core.timeline.axis import ticks
from core.timeline.density import bin_days, counts
from core.timeline.lane import Lane, Naming, is_about, lay_out
from core.timeline.sheet import SMALL, Sheet
from core.timeline.table import EventTable, prepare
from core.timeline.window import window

Indices = npt.NDArray[np.int64]
_BAND = 26.0  # height of the axis
_STRIP = 18.0  # below each panel, for notes at its edges
_BETWEEN = 14.0


def build_scene(
    events: Sequence[Event] | EventTable, links: Sequence[Link], view: View, measure: Measure
) -> Scene:
    """Return the scene of a view on the events. Pure: the same input gives the same scene.

    Give a table from ``prepare`` where many views of the same events are built.
    """
    table = events if isinstance(events, EventTable) else prepare(events)
    first, last = window(table, view)
    wanted = _filtered(table, view)
    seen = wanted[_meets(table, wanted, first, last)]
    lanes = _lanes(table, view)
    shown = (
        [table.events[i] for i in seen]
        if len(seen) < 5000
        else [table.events[i] for i in _heaviest(table, seen)]
    )
    facts = view.sources if view.sources.articles else _facts(table, seen)
    plot = _Plot(table, view, lanes, links, wanted, _numbers(table, seen, view))
    sheet, panels = _compose(measure, plot, first, last)
    numbers = [
        (track.label, int(np.sum(table.track[seen] == _track_number(table, track)))) for track in lanes
    ]
    span = words.shown_period(shown, first, last)
    title = words.title(view, shown, span)
    if view.frame is Frame.FULL:
        about = any(is_about(event) for event in shown)
        _surround(
            sheet,
            view,
            title,
            words.subtitle(view, numbers, facts, span),
            words.source_line(view, facts, about=about, unreadable=sheet.unreadable),
        )
    chief = [table.events[i] for i in _heaviest(table, seen, 3)]
    return Scene(
        view.width,
        view.height,
        tuple(panels),
        tuple(sheet.marks),
        tuple(sheet.lines),
        tuple(sheet.bars),
        tuple(sheet.labels),
        {role: np.concatenate(boxes) for role, boxes in sheet.density.items()},
        title,
        words.description(numbers, shown, chief, span),
        tuple(sheet.named),
        plot.numbers,
        sheet.hidden,
    )


@dataclass(frozen=True)
class _Plot:
    """What all panels share."""

    table: EventTable
    view: View
    lanes: tuple[Track, ...]
    links: Sequence[Link]
    wanted: Indices
    numbers: dict[str, int]


# --- what is shown


def _filtered(table: EventTable, view: View) -> Indices:
    if not (view.tracks or view.statuses or view.confidence):
        return np.arange(len(table))
    kept = [
        i
        for i, event in enumerate(table.events)
        if (not view.tracks or event.track in view.tracks)
        and (not view.statuses or event.status.value in view.statuses)
        and event.confidence >= view.confidence
    ]
    return np.array(kept, dtype=np.int64)


def _meets(table: EventTable, wanted: Indices, first: float, last: float) -> npt.NDArray[np.bool_]:
    """Say which events are seen: their mark lies in the window, or they last into it."""
    at = table.at[wanted]
    lasting = table.span[wanted] & (table.start[wanted] < last) & (table.end[wanted] > first)
    return ((at >= first) & (at <= last)) | lasting


def _lanes(table: EventTable, view: View) -> tuple[Track, ...]:
    """Return the lanes: the two tracks always, others where they occur; unknown ones by their own name."""
    known = tracks()
    extra = [
        Track(name, name.capitalize(), "other", 99)
        for name in table.tracks
        if name not in {t.name for t in known}
    ]
    every = [track for track in known if track.order <= 2 or track.name in table.tracks] + extra
    return tuple(track for track in every if not view.tracks or track.name in view.tracks)


def _track_number(table: EventTable, track: Track) -> int:
    return table.tracks.index(track.name) if track.name in table.tracks else -1


def _heaviest(table: EventTable, chosen: Indices, most: int = 500) -> Indices:
    weights = table.weight[chosen]
    if len(chosen) > most:
        part = np.argpartition(-weights, most)[:most]
        chosen, weights = chosen[part], weights[part]
    return chosen[np.lexsort((chosen, -weights))]


def _facts(table: EventTable, seen: Indices) -> SourceFacts:
    return SourceFacts(articles=len({name for i in seen for name in table.events[i].articles}))


def _numbers(table: EventTable, seen: Indices, view: View) -> dict[str, int]:
    if not view.numbered:
        return {}
    return {table.events[i].id: number for number, i in enumerate(seen[:999], 1)}


# --- the frame


def _margins(view: View) -> tuple[float, float, float, float]:
    """Return the room above the legend, below the plot, for the lanes' names, and at the sides."""
    gutter = 96.0 if view.width >= 700 else 82.0
    if view.frame is Frame.BARE:
        return 8.0, 6.0, gutter, 12.0
    side = 28.0 if view.width >= 700 else 16.0
    return _title_size(view) * 1.6 + 48, 40.0, gutter, side


def _title_size(view: View) -> float:
    return max(16.0, min(26.0, view.width / 50, view.height / 22))


def _compose(measure: Measure, plot: "_Plot", first: float, last: float) -> tuple[Sheet, list[Panel]]:
    """Lay out panels and legend. The legend's height follows from the symbols that occur: guess, then correct."""
    view = plot.view
    top, bottom, gutter, side = _margins(view)
    width = view.width - 2 * side
    density = bin_days(first, last, width)[1]
    room = legend.guess(width) if view.legend else 6.0
    while True:
        sheet = Sheet(measure)
        panels = _panels(
            sheet, plot, (side + gutter, top + room, view.width - side, view.height - bottom), first, last
        )
        needed = legend.height(sheet, width, density) if view.legend else 0.0
        if needed <= room <= needed + 30:
            break
        room = needed + 8
    if view.legend:
        legend.lay_out(sheet, side, top, width, density)
    return sheet, panels


def _surround(sheet: Sheet, view: View, title: str, subtitle: str, source: str) -> None:
    side = _margins(view)[3]
    room = view.width - 2 * side
    size = _title_size(view)
    shown = sheet.measure.shown(title)
    while size > 13 and sheet.measure.width(shown, size, bold=True) > room:
        size -= 0.5
    sheet.text(
        side, _title_size(view) * 1.6, sheet.short(shown, size, room, bold=True), size, "ink", bold=True
    )
    small = max(12.0, _title_size(view) * 0.58)
    sheet.text(
        side,
        _title_size(view) * 1.6 + 26,
        sheet.short(sheet.measure.shown(subtitle), small, room),
        small,
        "muted",
    )
    foot = view.height - 16
    brand = sheet.text(view.width - side, foot, "Twotrack", 11, "muted", align="right")
    sheet.text(
        side, foot, sheet.short(sheet.measure.shown(source), 11, brand.box[0] - side - 20), 11, "muted"
    )


# --- the panels


def _panels(
    sheet: Sheet, plot: _Plot, area: tuple[float, float, float, float], first: float, last: float
) -> list[Panel]:
    """Lay out the rows of the chart; each shows its share of the time."""
    left, top, right, bottom = area
    rows = max(1, plot.view.rows)
    height = (bottom - top - _BETWEEN * (rows - 1)) / rows
    edges = np.linspace(first, last, rows + 1)
    panels = []
    for row in range(rows):
        upper = top + row * (height + _BETWEEN)
        panel = Panel((left, upper, right, upper + height - _STRIP), float(edges[row]), float(edges[row + 1]))
        _panel(sheet, plot, panel, outer=(row == 0, row == rows - 1))
        panels.append(panel)
    return panels


def _panel(sheet: Sheet, plot: _Plot, panel: Panel, outer: tuple[bool, bool]) -> None:
    table, view = plot.table, plot.view
    seen = plot.wanted[_meets(table, plot.wanted, panel.first, panel.last)]
    members = [seen[table.track[seen] == _track_number(table, track)] for track in plot.lanes]
    lanes = _place_lanes(plot.lanes, [len(group) for group in members], panel)
    axis = lanes[0].foot if lanes and lanes[0].up else panel.box[1]
    _axis(sheet, panel, axis)
    scale = _scale(table, members, panel)
    naming = Naming(_years_differ(panel), plot.numbers)
    for lane, group in zip(lanes, members, strict=True):
        lay_out(sheet, lane, table, group, view, naming, scale)
        _lane_name(sheet, lane, len(group))
    if view.links and lanes:
        _links(sheet, plot, lanes, seen)
    _markers(sheet, view, panel)
    _edge_notes(sheet, plot, panel, outer)


def _place_lanes(names: Sequence[Track], numbers: Sequence[int], panel: Panel) -> list[Lane]:
    """Share the height out: the first lane above the axis, the others below, by what they hold."""
    left, top, right, bottom = panel.box
    room = bottom - top - _BAND - 10 * max(0, len(names) - 2)
    need = np.sqrt(np.minimum(np.array(numbers, dtype=float), 40)) + 1.5
    share = need / need.sum()
    if len(names) == 2:
        share = np.clip(share, 0.3, 0.7)
    lanes, foot = [], top
    for number, (track, part) in enumerate(zip(names, share, strict=True)):
        height = float(room * part)
        up = number == 0
        foot = top + height if up else foot
        lanes.append(Lane(track, left, right, foot, height, up, panel.first, panel.last))
        foot += _BAND if up else height + 10
    return lanes


def _scale(table: EventTable, members: Sequence[Indices], panel: Panel) -> float:
    days, _ = bin_days(panel.first, panel.last, panel.box[2] - panel.box[0])
    tallest = 0.0
    for group in members:
        chosen = np.zeros(len(table), dtype=bool)
        chosen[group] = True
        tallest = max(tallest, float(counts(table, chosen, panel.first, panel.last, days)[1].max()))
    return tallest


def _years_differ(panel: Panel) -> bool:
    return (
        dt.date.fromordinal(max(1, int(panel.first))).year
        != dt.date.fromordinal(max(1, int(panel.last))).year
    )


def _axis(sheet: Sheet, panel: Panel, foot: float) -> None:
    left, top, right, bottom = panel.box
    sheet.bars.append(Bar((left, foot, right, foot + _BAND), "band", layer=2))
    free = left
    for tick in ticks(panel.first, panel.last, right - left):
        x = left + (tick.time - panel.first) / (panel.last - panel.first) * (right - left)
        half = sheet.measure.width(tick.label, 11.5, bold=tick.strong) / 2
        sheet.lines.append(Line(((x, top), (x, bottom)), "grid", 0.8, layer=0))
        if x - half < free or x + half > right:
            continue
        sheet.text(x, foot + _BAND / 2 + 4, tick.label, 11.5, "axis", bold=tick.strong, align="center")
        free = x + half + 6


def _lane_name(sheet: Sheet, lane: Lane, number: int) -> None:
    """Name a lane beside its foot, in its colour."""
    x = lane.left - 14
    name, amount = lane.track.label.upper(), words.count(number, "event")
    low, high = (lane.foot - 24, lane.foot - 9) if lane.up else (lane.foot + 17, lane.foot + 32)
    size = 12.0
    while sheet.measure.width(name, size, bold=True) > lane.left - 18 and size > 8:
        size -= 0.5
    sheet.text(x, low, name, size, lane.track.colour, bold=True, align="right")
    sheet.text(x, high, amount, SMALL + 0.5, "muted", align="right")
    if not lane.up:
        sheet.lines.append(Line(((lane.left, lane.foot), (lane.right, lane.foot)), "grid", 0.8, layer=0))


def _links(sheet: Sheet, plot: _Plot, lanes: Sequence[Lane], seen: Indices) -> None:
    """Draw arrows along the axis from an event to the one that fulfils, moves, cancels or answers it."""
    places = {plot.table.events[i].id: int(i) for i in seen} if plot.links else {}
    for link in plot.links[:200]:
        if link.earlier not in places or link.later not in places or link.kind == "responds":
            continue
        early, late = places[link.earlier], places[link.later]
        lane = next(lane for lane in lanes if lane.track.name == plot.table.events[late].track)
        ends = [min(max(lane.x(float(plot.table.at[i])), lane.left), lane.right) for i in (early, late)]
        if abs(ends[1] - ends[0]) < 24:
            continue
        y = lane.y(6.0)
        towards = 4 if ends[1] > ends[0] else -4
        sheet.lines.append(
            Line(((ends[0] + towards, y), (ends[1] - towards, y)), lane.track.colour, 1.2, True, True, 3)
        )
        sheet.note("link")


def _markers(sheet: Sheet, view: View, panel: Panel) -> None:
    """Draw the day of publication and today, named below the plot."""
    left, top, right, bottom = panel.box
    named = [(time, "published") for time in view.published] + ([(view.today, "today")] if view.today else [])
    free = -1.0
    for time, name in sorted(named):
        if not panel.first <= time <= panel.last:
            continue
        x = left + (time - panel.first) / (panel.last - panel.first) * (right - left)
        sheet.lines.append(Line(((x, top), (x, bottom + 3)), "marker", 1.2, True, layer=0))
        half = sheet.measure.width(name, SMALL) / 2
        if x - half > max(free, left + 130) and x + half < right - 130:
            sheet.text(x, bottom + 13, name, SMALL, "muted", align="center")
            free = x + half + 8


def _edge_notes(sheet: Sheet, plot: _Plot, panel: Panel, outer: tuple[bool, bool]) -> None:
    """Tell at the edges how many events lie beyond them."""
    left, _, right, bottom = panel.box
    at, lasting = plot.table.at[plot.wanted], plot.table.span[plot.wanted]
    early = plot.wanted[(at < panel.first) & ~(lasting & (plot.table.end[plot.wanted] > panel.first))]
    late = plot.wanted[at > panel.last]
    if outer[0] and len(early):
        sheet.text(left, bottom + 13, f"‹ {_beyond(plot.table, early, 'earlier')}", SMALL, "muted")
    if outer[1] and len(late):
        sheet.text(
            right, bottom + 13, f"{_beyond(plot.table, late, 'later')} ›", SMALL, "muted", align="right"
        )


def _beyond(table: EventTable, beyond: Indices, side: str) -> str:
    number = len(beyond)
    years = sorted({dt.date.fromordinal(int(table.at[i])).year for i in beyond[:: max(1, number // 50)]})
    when = str(years[0]) if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
    return f"{number:,} {side} {'event' if number == 1 else 'events'} ({when})"
