"""Finds what overlaps on a drawn figure, from the renderer's own extents of the texts."""

from itertools import combinations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from core.scene import Box, Scene

_TOUCH = 0.5  # px of the scene that boxes may share: their edges are not ink


def drawn_texts(figure: Figure, scene: Scene) -> list[tuple[str, Box]]:
    """Return each text of a figure with its box in px of the scene."""
    canvas = FigureCanvasAgg(figure)
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    ratio = figure.bbox.width / scene.width
    found = []
    for text in figure.findobj(Text):
        assert isinstance(text, Text)
        if text.get_text():
            box = text.get_window_extent(renderer)
            top, bottom = (figure.bbox.height - box.y1) / ratio, (figure.bbox.height - box.y0) / ratio
            found.append((text.get_text(), (box.x0 / ratio, top, box.x1 / ratio, bottom)))
    return found


def mark_boxes(scene: Scene) -> list[tuple[str, Box]]:
    """Return the box of each mark."""
    return [
        (f"mark {m.glyph} {m.event}", (m.x - m.radius, m.y - m.radius, m.x + m.radius, m.y + m.radius))
        for m in scene.marks
    ]


def overlapping(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    """Return the pairs that overlap."""
    ordered = sorted(boxes, key=lambda named: named[1][0])
    return [(a, b) for (a, one), (b, other) in combinations(ordered, 2) if _meet(one, other)]


def covered(texts: list[tuple[str, Box]], marks: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    """Return the marks that lie on a text."""
    return [(text, mark) for text, box in texts for mark, other in marks if _meet(box, other)]


def cut(texts: list[tuple[str, Box]], scene: Scene) -> list[str]:
    """Return the texts that the figure's edge cuts."""
    return [
        text
        for text, (left, top, right, bottom) in texts
        if left < 0 or top < 0 or right > scene.width or bottom > scene.height
    ]


def _meet(one: Box, other: Box) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > _TOUCH
        and min(one[3], other[3]) - max(one[1], other[1]) > _TOUCH
    )
