"""Lays out the plots of a chart: rows of time, and in each the lanes about their axis."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.model import Link
from core.scene import FOLD, Box, Floats, LaneLayout, Layout, Panel, View
from core.taxonomy import Track
from core.timeline import band, density, links
from core.timeline import lane as lanes_
from core.timeline.choice import lasting_or_within, of_track
from core.timeline.frame import side
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import Sheet
from core.timeline.table import EventTable, Indices
from core.timeline.window import folds

_NO_BARS = np.zeros((0, 4))
_PANEL = 130.0  # px of the height of a row at least; there are fewer rows where there is less
_FOLDS, _FOLDED = 4, 0.34  # folds in a row, and the share of its width that they may take
_BETWEEN = 14.0  # px between rows
_APART = 10.0  # px between the lanes below the axis
_CROWD, _PX = 24.0, 12.0  # events, and px for each, from which on a lane is crowded
_LEAST = 0.22  # share of the plot that a lane has at least
_EMPTY = 64.0  # px of a lane that holds next to nothing
_MOST = 0.78  # and at most
_STEADY = 0.2  # share of the room that lanes may lack or waste before they are parted anew while panning
_SAME = (0.6, 1.3)  # so much may a scale be off before it is made anew while panning
_REPORT = 8.0  # px of a report at most, so that a single one makes no tower
_SILHOUETTE, _STRIP = 0.5, 0.16  # share of a lane that the highest bar takes: in a crowd, and behind marks


@dataclass(frozen=True, slots=True)
class Plot:
    """What all panels share: the events wanted, where, and how."""

    table: EventTable
    view: View
    tracks: tuple[Track, ...]
    links: Sequence[Link]
    wanted: Indices
    numbers: dict[str, int]
    kept: Layout | None


@dataclass(frozen=True, slots=True)
class Laid:
    """The panels laid out, and what the next scene keeps to: the px of a report, the lanes by track."""

    panels: tuple[Panel, ...]
    unit: float
    lanes: dict[str, LaneLayout]


def lay_out(sheet: Sheet, plot: Plot, area: Box, first: float, last: float) -> Laid:
    """Lay out the rows of the chart, each its share of the time."""
    left, top, right, bottom = area
    rows = max(1, min(plot.view.rows, int((bottom - top) / _PANEL)))
    height = (bottom - top - _BETWEEN * (rows - 1)) / rows
    edges = np.linspace(first, last, rows + 1)
    panels = []
    for row, (start, end) in enumerate(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)):
        upper = top + row * (height + _BETWEEN)
        most = min(_FOLDS, int((right - left) * _FOLDED / FOLD)) if plot.view.fold else 0
        torn = folds(plot.table, plot.wanted, start, end, most) if most else ()
        panel = Panel((left, upper, right, upper + height - band.STRIP), start, end, torn)
        unit, lanes = _panel(sheet, plot, panel, outer=(row == 0, row == rows - 1))
        panels.append(panel)
    return Laid(tuple(panels), unit, lanes)


def _panel(
    sheet: Sheet, plot: Plot, panel: Panel, outer: tuple[bool, bool]
) -> tuple[float, dict[str, LaneLayout]]:
    """Lay out and draw a panel; return the px of a report, and the layout of its lanes by track."""
    table, view = plot.table, plot.view
    seen = plot.wanted[lasting_or_within(table, plot.wanted, panel.first, panel.last)]
    members = [seen[of_track(table, seen, track)] for track in plot.tracks]
    setting = Setting(table, view, _years_differ(panel), plot.numbers)
    trials = _trials(sheet, plot, panel, setting, members)
    lanes = _placed(trials, panel, plot.kept)
    axis = lanes[0].foot if lanes else panel.box[1]
    band.draw(sheet, panel, axis)
    band.name_year(sheet, panel, axis, side(view))
    unit = _unit(table, lanes, members, plot.kept)
    layouts = {}
    for lane, (trial, sketched) in zip(lanes, trials, strict=True):
        given = replace(trial, lane=lane, bars=density.bars(lane, setting, trial.inside, unit))
        made = lanes_.plan(sheet, given, sketched)
        lanes_.draw(sheet, lane, setting, made, given.bars)
        layouts[lane.track.name] = made.layout(lane, table)
        band.name_lane(sheet, lane, len(given.inside), side(view))
    if view.links:
        links.draw(sheet, table, plot.links, lanes, seen)
    band.markers(sheet, view, panel, axis)
    band.beyond(sheet, table, plot.wanted, panel, outer)
    return unit, layouts


Trial = tuple[lanes_.Given, lanes_.Sketch | None]


def _trials(
    sheet: Sheet, plot: Plot, panel: Panel, setting: Setting, members: Sequence[Indices]
) -> list[Trial]:
    """Sketch each lane as if it had most of the room; a crowded one needs no sketch to want it."""
    most = _room(panel, len(plot.tracks)) * _MOST
    found: list[Trial] = []
    for track, inside, crowded in zip(plot.tracks, members, _crowded(panel, members), strict=True):
        kept = plot.kept.lanes.get(track.name) if plot.kept else None
        lane = Lane(track, panel, 0.0, most, True, crowded)
        given = lanes_.Given(lane, setting, inside, _NO_BARS, kept)
        found.append((given, None if crowded else lanes_.sketch(sheet, given)))
    return found


def _room(panel: Panel, lanes: int) -> float:
    return panel.box[3] - panel.box[1] - band.HEIGHT - _APART * max(0, lanes - 2)


def _placed(trials: Sequence[Trial], panel: Panel, kept: Layout | None) -> list[Lane]:
    """Place the lanes, the first above the axis, the others below, each as high as what it holds needs."""
    room = _room(panel, len(trials))
    needs = np.array([sketched.height if sketched else given.lane.height for given, sketched in trials])
    least = np.where(needs < _EMPTY, min(room / 4, _EMPTY), room * _LEAST)
    heights = _shares(needs, least, room)
    before = np.array([given.kept.height if given.kept else -room for given, _ in trials])
    if kept and abs(before.sum() - room) < 1 and (abs(heights - before) < _STEADY * room).all():
        heights = before
    lanes, foot = [], panel.box[1]
    for number, ((given, _), height) in enumerate(zip(trials, heights.tolist(), strict=True)):
        up = number == 0
        foot = foot + height if up else foot
        lanes.append(replace(given.lane, foot=foot, height=height, up=up))
        foot += band.HEIGHT if up else height + _APART
    return lanes


def _crowded(panel: Panel, members: Sequence[Indices]) -> list[bool]:
    """Say which lanes hold more events than can be drawn one by one; sooner where another one does."""
    most = max(_CROWD, (panel.box[2] - panel.box[0]) / _PX)
    any_crowded = any(len(inside) > most for inside in members)
    return [len(inside) > (most / 2 if any_crowded else most) for inside in members]


def _shares(needs: Floats, least: Floats, room: float) -> Floats:
    """Share the room: what is needed and a like part of what is left, or less for all where it is short."""
    if len(needs) < 2:
        return np.array([room] * len(needs))
    wished = np.maximum(needs + 12, least)
    spare = room - float(wished.sum())
    if room <= float(least.sum()):
        return least * room / float(least.sum())
    if spare >= 0:
        return wished + spare * wished / float(wished.sum())
    over = wished - least
    return least + over * (room - float(least.sum())) / float(over.sum())


def _unit(table: EventTable, lanes: Sequence[Lane], members: Sequence[Indices], kept: Layout | None) -> float:
    """Return the px a report takes in the rhythm, so that lanes can be compared."""
    most = density.tallest(table, members, lanes[0].panel) if lanes else 0.0
    if not most:
        return 0.0
    crowded = any(lane.crowded for lane in lanes)
    lowest = min(lane.height for lane in lanes)
    unit = min(lowest * (_SILHOUETTE if crowded else _STRIP) / most, _REPORT)
    return kept.unit if kept and _SAME[0] * unit <= kept.unit <= _SAME[1] * unit else unit


def _years_differ(panel: Panel) -> bool:
    first, last = (dt.date.fromordinal(max(1, int(time))).year for time in (panel.first, panel.last))
    return first != last
