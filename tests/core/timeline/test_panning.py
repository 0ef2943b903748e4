"""While the view only moves, what stays in view stays in its place."""

import datetime as dt
from itertools import pairwise

import pytest

from core.publish.made_up import events
from core.scene import Frame, Scene, View
from core.timeline import EventTable, build_scene, fit, prepare
from tests.core.chart.overlaps import covered, mark_boxes, overlapping
from tests.core.timeline.plain import Plain

_STEP = 12.0  # px from one frame to the next
_FRAMES = 15


def _panned(table: EventTable, zoom: float, step: float = _STEP) -> list[Scene]:
    first, last = fit(table)
    days = (last - first) / zoom
    start = (first + last - days) / 2
    scenes: list[Scene] = []
    for frame in range(_FRAMES):
        begin = start + frame * step * days / 1280
        view = View(first=begin, last=begin + days, width=1400, height=700, frame=Frame.BARE)
        scenes.append(build_scene(table, [], view, Plain(), scenes[-1] if scenes else None))
    return scenes


def _names(scene: Scene) -> dict[str, tuple[float, float]]:
    """Return where the marks of the named events are, as height over the axis and share of the width."""
    axis = next(bar.box[1] for bar in scene.bars if bar.colour == "band")
    left, _, right, _ = scene.panels[0].box
    named = set(scene.named)
    return {m.event: (m.y - axis, (m.x - left) / (right - left)) for m in scene.marks if m.event in named}


@pytest.mark.parametrize(("number", "days", "zoom"), [(40, 60, 2), (120, 120, 3), (5000, 900, 3)])
def test_names_keep_their_places_from_frame_to_frame(number: int, days: int, zoom: float) -> None:
    scenes = _panned(prepare(events(number, dt.date(2025, 3, 3), days)), zoom)
    kept = all_ = 0
    for before, after in pairwise(map(_names, scenes)):
        inner = {name: place for name, place in before.items() if 0.15 < place[1] < 0.85}
        all_ += len(inner)
        kept += sum(name in after and abs(after[name][0] - y) < 0.01 for name, (y, _) in inner.items())
    assert all_ > 50
    assert kept / all_ > 0.95


def test_nothing_overlaps_while_panning() -> None:
    for scene in _panned(prepare(events(120, dt.date(2025, 3, 3), 120)), 3, step=35):
        texts = [(label.text, label.box) for label in scene.labels]
        assert overlapping(texts) == []
        assert covered(texts, mark_boxes(scene)) == []


def test_another_scale_or_size_is_laid_out_anew() -> None:
    table = prepare(events(40, dt.date(2025, 3, 3), 60))
    first, last = fit(table)
    before = build_scene(table, [], View(first=first, last=last, width=1400, height=700), Plain())
    for view in (
        View(first=first, last=last - 20, width=1400, height=700),
        View(first=first, last=last, width=1200, height=700),
        View(first=first, last=last, width=1400, height=700, tracks=("battlefield",)),
    ):
        assert (
            build_scene(table, [], view, Plain(), before).labels
            == build_scene(table, [], view, Plain()).labels
        )
