"""Turns content and specification into scenes, one a page, with texts as large as the room allows."""

import math
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from core.chart import FontMeasure, Theme, themes
from core.publish.errors import ChartError
from core.publish.presets import SCREEN, Format, format_of
from core.publish.spec import ChartSpec, Content
from core.scene import Frame, Scene, View
from core.timeline import EventTable, build_scene, prepare
from core.timeline.choice import shown
from core.timeline.window import window

_TEXT = (1.35, 1.2, 1.1)  # enlargements tried, until one keeps no event from its name
_USUAL, _LEAST = 60.0, 0.7  # square inches below which texts get smaller, and how much at most
_MANY = 60  # events that never have a name each on one page
_LARGEST, _SMALLEST = 3.0, 0.5
_ROWS, _PAGES = 12, 60


@dataclass(frozen=True)
class Composed:
    """A chart ready to be drawn: a scene for each page, of the same format and theme."""

    scenes: tuple[Scene, ...]
    format: Format
    theme: Theme

    @property
    def numbers(self) -> dict[str, int]:
        """The number of each event in the key, by its id."""
        return {identifier: number for scene in self.scenes for identifier, number in scene.numbers.items()}

    @property
    def description(self) -> str:
        """What the chart shows, in two sentences."""
        return self.scenes[0].description


def compose(content: Content, spec: ChartSpec) -> Composed:
    """Return the chart's scenes.

    Raises:
        ChartError: the specification asks for what does not exist or cannot be drawn.
    """
    theme = themes().get(spec.theme)
    if theme is None:
        raise ChartError(f"There is no theme {spec.theme!r}. Choose one of: {', '.join(themes())}.")
    _check(spec)
    size = format_of(spec.preset, spec.size, spec.dpi)
    table = prepare(content.events)
    scale = spec.text or _roomiest(content, table, spec, size)
    first, last = window(table, _view(content, spec, size, scale))
    edges = np.linspace(first, last, spec.pages + 1).tolist()
    view = _view(content, spec, size, scale)
    views = [
        replace(
            view,
            first=start,
            last=end,
            count_from=first,
            sources=content.facts(shown(table, view, start, end)),
        )
        for start, end in pairwise(edges)
    ]
    measure = FontMeasure()
    scenes = tuple(build_scene(table, content.links, each, measure) for each in views)
    return Composed(scenes, size, theme)


def _check(spec: ChartSpec) -> None:
    if spec.first and spec.last and spec.first > spec.last:
        raise ChartError(f"The chart would end on {spec.last}, before it begins on {spec.first}.")
    if not (1 <= spec.rows <= _ROWS and 1 <= spec.pages <= _PAGES):
        raise ChartError(f"A chart has 1 to {_ROWS} rows on 1 to {_PAGES} pages.")
    if spec.text and not _SMALLEST <= spec.text <= _LARGEST:
        raise ChartError(f"Texts can be {_SMALLEST} to {_LARGEST:.0f} times as large.")


def _roomiest(content: Content, table: EventTable, spec: ChartSpec, size: Format) -> float:
    """Return the greatest enlargement with which each event has its name; where none does, what is usual."""
    least = min(1.0, max(_LEAST, math.sqrt(size.width * size.height / _USUAL)))
    if len(table) > _MANY:
        return least
    measure = FontMeasure()
    for scale in _TEXT:
        scene = build_scene(table, content.links, _view(content, spec, size, scale), measure)
        if not scene.hidden and len(scene.named) >= len({mark.event for mark in scene.marks if mark.event}):
            return scale
    return least


def _view(content: Content, spec: ChartSpec, size: Format, scale: float) -> View:
    return View(
        first=float(spec.first.toordinal()) if spec.first else None,
        last=float(spec.last.toordinal() + 1) if spec.last else None,
        width=size.width * SCREEN / scale,
        height=size.height * SCREEN / scale,
        frame=Frame.FULL,
        title=spec.title,
        subtitle=spec.subtitle,
        note=spec.note,
        tracks=spec.tracks,
        statuses=spec.statuses,
        confidence=spec.confidence,
        legend=spec.legend,
        labels=spec.labels,
        links=spec.links,
        density=spec.density,
        numbered=spec.numbered,
        rows=spec.rows,
        fold=spec.fold,
        today=spec.today.toordinal() + 0.5 if spec.today else None,
        published=content.publication_days() if spec.published else (),
    )
