"""Nothing overlaps and nothing is cut, by the renderer's own extents, over most of the gallery."""

import numpy as np
import pytest
from matplotlib.figure import Figure

from core.chart import draw, themes
from core.publish.composing import compose
from core.publish.gallery import Case, cases
from core.publish.writing import figure
from core.scene import Label, Panel, Scene
from tests.core.chart.overlaps import covered, cut, drawn_texts, mark_boxes, overlapping

_LARGE = {"events-5000", "events-100000", "dark-crowd", "print-crowd", "preset-poster"}
_SAME = {"dark", "print", "preset-slide"}  # as events-40
_CASES = [case for case in cases() if case.name not in _LARGE | _SAME]


@pytest.mark.parametrize("case", _CASES, ids=[case.name for case in _CASES])
def test_no_text_meets_a_text_or_a_mark_or_the_edge(case: Case) -> None:
    composed = compose(case.make(), case.spec)
    for scene in composed.scenes:
        texts = drawn_texts(figure(composed, scene), scene)
        assert len(texts) > 10
        assert overlapping(texts) == []
        assert covered(texts, mark_boxes(scene)) == []
        assert cut(texts, scene) == []


@pytest.mark.parametrize("name", ["events-40", "one-day", "deadlines", "folded"])
def test_no_stem_runs_through_a_name(name: str) -> None:
    case = next(case for case in cases() if case.name == name)
    (scene,) = compose(case.make(), case.spec).scenes
    bars = [bar.box for bar in scene.bars if bar.event]
    names = [label for label in scene.labels if label.event and not label.paper and not _within(label, bars)]
    stems = [
        line.points for line in scene.lines if line.layer == 2 and line.points[0][0] == line.points[1][0]
    ]
    assert stems
    for (x, y0), (_, y1) in stems:
        for label in names:
            left, top, right, bottom = label.box
            crossed = left < x < right and min(y0, y1) < bottom and max(y0, y1) > top
            assert not crossed, label.text


def test_the_check_sees_what_overlaps() -> None:
    labels = tuple(Label(x, y, "A title", 12, "ink") for x, y in ((50, 50), (60, 54), (50, 90), (380, 90)))
    scene = Scene(400, 100, (Panel((0, 0, 400, 100), 0, 1),), (), (), (), labels, {}, "", "")
    made = Figure(figsize=(4, 1), dpi=100)
    draw(made, scene, themes()["light"])
    texts = drawn_texts(made, scene)
    assert overlapping(texts) == [("A title", "A title")]
    assert cut(texts, scene) == ["A title"]


def _within(label: Label, bars: list[tuple[float, float, float, float]]) -> bool:
    left, top, right, bottom = label.box
    middle = (top + bottom) / 2
    return any(a <= left and right <= c and b <= middle <= d for a, b, c, d in bars)


def test_marks_are_drawn_at_their_size() -> None:
    case = next(case for case in cases() if case.name == "events-5")
    composed = compose(case.make(), case.spec)
    (scene,) = composed.scenes
    made = figure(composed, scene)
    made.canvas.draw()
    pixels = np.asarray(made.canvas.buffer_rgba())[:, :, :3]  # type: ignore[attr-defined]
    ratio = pixels.shape[1] / scene.width
    for mark in scene.marks:
        x0, x1 = int((mark.x - mark.radius - 2) * ratio), int((mark.x + mark.radius + 2) * ratio)
        y0, y1 = int((mark.y - mark.radius - 2) * ratio), int((mark.y + mark.radius + 2) * ratio)
        assert len(np.unique(pixels[y0:y1, x0:x1].reshape(-1, 3), axis=0)) > 1
