"""Draws a scene onto any figure: collections of marks, lines and bars, and its texts. No pyplot, no state."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PathCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from core.chart.fonts import families
from core.chart.glyphs import outline
from core.chart.themes import Theme
from core.scene import Bar, Floats, HitMap, Label, Line, Mark, Scene

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)

_HEAD = 5.0  # px of an arrow's head


@dataclass(frozen=True)
class _Pen:
    """Turns px of the scene into the figure's own units, whatever its dpi."""

    figure: Figure
    theme: Theme
    transform: Transform
    points: float  # typographic points per px of the scene

    def add(self, artist: Artist, layer: float) -> None:
        artist.set_zorder(layer)
        self.figure.add_artist(artist)


def draw(figure: Figure, scene: Scene, theme: Theme) -> HitMap:
    """Draw the scene over the whole figure; return where its events are, in px of the scene.

    The figure should have the scene's proportions; its size in px may be any multiple.
    """
    figure.clear()
    figure.set_facecolor(theme.colour("paper"))
    inches = figure.get_figwidth() / scene.width
    shift = Affine2D().scale(inches, -inches).translate(0, figure.get_figheight())
    pen = _Pen(figure, theme, shift + figure.dpi_scale_trans, inches * 72)
    _density(pen, scene)
    _bars(pen, scene.bars)
    _lines(pen, scene.lines)
    _marks(pen, scene.marks)
    _labels(pen, scene.labels)
    return _hits(scene)


def _density(pen: _Pen, scene: Scene) -> None:
    for role, boxes in scene.density.items():
        pen.add(
            PolyCollection(
                _corners(boxes), facecolors=pen.theme.colour(role), edgecolors="none", transform=pen.transform
            ),
            1,
        )


def _corners(boxes: Floats) -> Any:  # an array, which matplotlib takes though its types say otherwise
    left, top, right, bottom = boxes.T
    return np.stack(
        [np.column_stack(pair) for pair in ((left, top), (right, top), (right, bottom), (left, bottom))], 1
    )


def _bars(pen: _Pen, bars: Sequence[Bar]) -> None:
    for (layer, dashed), group in _by(bars, lambda bar: (bar.layer, bar.dashed)).items():
        pen.add(
            PolyCollection(
                _corners(np.array([bar.box for bar in group])),
                facecolors=[pen.theme.colour(bar.colour) for bar in group],
                edgecolors=[pen.theme.colour(bar.outline) if bar.outline else "none" for bar in group],
                linewidths=1.2 * pen.points,
                linestyles=_dash(dashed=dashed),
                transform=pen.transform,
            ),
            layer,
        )


def _lines(pen: _Pen, lines: Sequence[Line]) -> None:
    for (layer, dashed, colour, width), group in _by(
        lines, lambda line: (line.layer, line.dashed, line.colour, line.width)
    ).items():
        pen.add(
            LineCollection(
                [line.points for line in group],
                colors=pen.theme.colour(colour),
                linewidths=width * pen.points,
                linestyles=_dash(dashed=dashed),
                capstyle="butt",
                transform=pen.transform,
            ),
            layer,
        )
    heads = [line for line in lines if line.arrow]
    if heads:
        pen.add(
            PolyCollection(
                [_head(line) for line in heads],
                edgecolors="none",
                transform=pen.transform,
                facecolors=[pen.theme.colour(line.colour) for line in heads],
            ),
            4,
        )


def _dash(*, dashed: bool) -> Any:
    return (0, (3.2, 2.2)) if dashed else "solid"


def _head(line: Line) -> Floats:
    (x0, y0), (x1, y1) = line.points[-2:]
    length = float(np.hypot(x1 - x0, y1 - y0)) or 1.0
    dx, dy = (x1 - x0) / length * _HEAD, (y1 - y0) / length * _HEAD
    return np.array(
        [(x1, y1), (x1 - dx - dy * 0.6, y1 - dy + dx * 0.6), (x1 - dx + dy * 0.6, y1 - dy - dx * 0.6)]
    )


def _marks(pen: _Pen, marks: Sequence[Mark]) -> None:
    """Draw the marks on a halo of paper, so that each stands apart from what is under it."""
    paper = pen.theme.colour("paper")
    for glyph, group in _by(marks, lambda mark: mark.glyph).items():
        _glyphs(pen, glyph, group, 4.8, facecolors=paper, edgecolors=paper, linewidths=2.6 * pen.points)
    for (glyph, style), group in _by(marks, lambda mark: (mark.glyph, mark.style)).items():
        colours = [pen.theme.colour(mark.colour) for mark in group]
        if style == "filled":
            _glyphs(pen, glyph, group, 5, facecolors=colours, edgecolors="none")
            continue
        dash = (0, (1.6, 1.1)) if style == "dashed" else "solid"
        pencil = {"linewidths": 1.5 * pen.points, "linestyles": dash}
        _glyphs(pen, glyph, group, 5, facecolors=paper, edgecolors=colours, **pencil)
    struck = [mark for mark in marks if mark.style == "struck"]
    if struck:
        pen.add(
            LineCollection(
                [((m.x - m.radius * 1.3, m.y), (m.x + m.radius * 1.3, m.y)) for m in struck],
                colors=[pen.theme.colour(mark.colour) for mark in struck],
                linewidths=1.6 * pen.points,
                transform=pen.transform,
            ),
            6,
        )


def _glyphs(pen: _Pen, glyph: str, marks: Sequence[Mark], layer: float, **look: Any) -> None:
    offsets = [(mark.x, mark.y) for mark in marks]
    sizes = [(mark.radius * pen.points) ** 2 for mark in marks]
    place = {"offset_transform": pen.transform, "transform": IdentityTransform()}
    pen.add(PathCollection([outline(glyph)], sizes=sizes, offsets=offsets, **place, **look), layer)


def _labels(pen: _Pen, labels: Iterable[Label]) -> None:
    fonts = list(families())
    backed = [label for label in labels if label.paper]
    if backed:
        boxes = np.array([label.box for label in backed]) + np.array([-3, 0, 3, 0])
        pen.add(
            PolyCollection(
                _corners(boxes),
                facecolors=pen.theme.colour("paper"),
                edgecolors="none",
                transform=pen.transform,
            ),
            4.5,
        )
    for label in labels:
        font = FontProperties(
            family=fonts, size=label.size * pen.points, weight="bold" if label.bold else "normal"
        )
        pen.add(
            Text(
                label.x,
                label.y,
                label.text,
                fontproperties=font,
                color=pen.theme.colour(label.colour),
                horizontalalignment=label.align,
                verticalalignment="baseline",
                transform=pen.transform,
                parse_math=False,
            ),
            7,
        )


def _by(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """Group items, in the order in which the groups first occur."""
    groups: dict[K, list[T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def _hits(scene: Scene) -> HitMap:
    """Collect where events can be hit: labels lowest, then spans, marks on top."""
    found = [(label.box, label.event) for label in scene.labels if label.event]
    found += [(bar.box, bar.event) for bar in scene.bars if bar.event]
    marks = {
        mark.event: (mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)
        for mark in scene.marks
        if mark.event
    }
    found += [((a - 2, b - 2, c + 2, d + 2), event) for event, (a, b, c, d) in marks.items()]
    boxes = np.array([box for box, _ in found], dtype=float).reshape(-1, 4)
    return HitMap(boxes, tuple(event for _, event in found), marks)
