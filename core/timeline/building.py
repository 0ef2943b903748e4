"""Builds the scene of a view: what is shown, the plots, the legend, the words around them."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from core.model import Event, Link
from core.scene import Frame, Layout, Measure, Panel, Scene, SourceFacts, View
from core.timeline import choice, frame, legend, panels, words
from core.timeline.sheet import Sheet
from core.timeline.table import EventTable, Indices, prepare
from core.timeline.window import window

_TOLD = 500  # of so many of the weightiest events the title and the description are made
_NUMBERED = 999
_LIKELY = 60  # of so many of the weightiest events the legend is foreseen
_SAME_SCALE = 1e-3  # share of the days by which two views of the same scale may differ
_TRIES = 4  # to find the height of the legend
_CROWD, _SLACK = 1000, 30.0  # of so many events, this room (px) may stay free, rather than lay out all anew
_BARE_TOP = 6.0
_PLOTS = 120.0  # px of height that a legend must leave to the plots, or it is left out


def build_scene(
    events: Sequence[Event] | EventTable,
    links: Sequence[Link],
    view: View,
    measure: Measure,
    previous: Scene | None = None,
) -> Scene:
    """Return the scene of a view on the events. Pure: the same input gives the same scene.

    Give a table from ``prepare`` where many views of the same events are built. Where the view has only moved
    in time since the ``previous`` scene, names that stay in view keep their places.
    """
    table = events if isinstance(events, EventTable) else prepare(events)
    first, last = window(table, view)
    wanted = choice.wanted(table, view)
    seen = wanted[choice.lasting_or_within(table, wanted, first, last)]
    chief = [table.events[i] for i in choice.heaviest(table, seen, _TOLD)]
    tracks = choice.lanes(table, view)
    kept = _kept(previous, view, last - first)
    plot = panels.Plot(table, view, tracks, links, wanted, _numbers(table, wanted, view, (first, last)), kept)
    sheet, laid, room = _compose(measure, plot, chief, first, last)
    totals = [(track.label, int(choice.of_track(table, seen, track).sum())) for track in tracks]
    span = words.shown_period(table, seen, first, last)
    title = words.title(view, chief, span)
    if view.frame is Frame.FULL:
        facts = view.sources if view.sources.articles else _facts(table, seen)
        about = any(words.is_about(event) for event in chief)
        source = words.source_line(view, facts, about=about, unreadable=sheet.unreadable)
        frame.surround(sheet, view, title, words.subtitle(view, totals, facts, span), source)
    return Scene(
        view.width,
        view.height,
        laid.panels,
        tuple(sheet.marks),
        tuple(sheet.lines),
        tuple(sheet.bars),
        tuple(sheet.labels),
        {role: np.concatenate(boxes) for role, boxes in sheet.density.items()},
        title,
        words.description(totals, _most_frequent(table, seen), chief, span),
        tuple(sheet.named),
        plot.numbers,
        sheet.hidden,
        Layout(replace(view, first=first, last=last), room, laid.unit, laid.lanes),
    )


def _kept(previous: Scene | None, view: View, days: float) -> Layout | None:
    """Return the previous layout, where the view has only moved since."""
    layout = previous.layout if previous else None
    if layout is None or view.fold or view.rows > 1:
        return None
    before = (layout.view.last or 0.0) - (layout.view.first or 0.0)
    same = replace(view, first=layout.view.first, last=layout.view.last) == layout.view
    return layout if same and abs(days - before) < _SAME_SCALE * days else None


def _facts(table: EventTable, seen: Indices) -> SourceFacts:
    shown = np.zeros(len(table), dtype=bool)
    shown[seen] = True
    numbers = np.bincount(table.article[shown[table.reports]], minlength=1)
    return SourceFacts(articles=int(np.count_nonzero(numbers)))


def _most_frequent(table: EventTable, seen: Indices) -> str:
    """Return what the type is called that most of the events have."""
    amounts: Counter[str] = Counter()
    for label, number in zip(
        table.labels, np.bincount(table.label[seen], minlength=1).tolist(), strict=False
    ):
        amounts[label] += number
    return amounts.most_common(1)[0][0] if amounts else ""


def _numbers(table: EventTable, wanted: Indices, view: View, shown: tuple[float, float]) -> dict[str, int]:
    if not view.numbered:
        return {}
    start = shown[0] if view.count_from is None else view.count_from
    counted = wanted[choice.lasting_or_within(table, wanted, start, shown[1])]
    return {table.events[i].id: n for n, i in enumerate(counted[:_NUMBERED], 1)}


def _compose(
    measure: Measure, plot: panels.Plot, chief: Sequence[Event], first: float, last: float
) -> tuple[Sheet, panels.Laid, float]:
    """Lay out plots and legend; return the legend's room too. It follows from the symbols that occur."""
    view = plot.view
    width = view.width - 2 * frame.side(view)
    sketch = Panel(frame.area(view, 0.0), first, last)
    most = sketch.box[3] - sketch.box[1] - _PLOTS
    room = legend.guess(Sheet(measure), sketch, chief[:_LIKELY], width) + 8 if view.legend else _BARE_TOP
    room = plot.kept.legend if plot.kept else room
    for attempt in range(_TRIES):
        explained = view.legend and room <= most
        sheet = Sheet(measure)
        laid = panels.lay_out(sheet, plot, frame.area(view, room if explained else _BARE_TOP), first, last)
        needed = legend.height(sheet, laid.panels[0], width) + 8
        slack = math.inf if attempt or plot.kept else _SLACK if len(plot.wanted) > _CROWD else 0.0
        if not explained or needed <= room <= needed + slack:
            break
        room = needed
    if explained:
        legend.lay_out(sheet, laid.panels[0], frame.side(view), frame.top(view), width)
    return sheet, laid, room
