"""One renderer: the same scene gives the same pixels, whoever has it drawn."""

import datetime as dt

import numpy as np
import numpy.typing as npt
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from core.chart import FontMeasure, draw, themes
from core.chart.glyphs import outline
from core.model import Event
from core.publish import ChartSpec, Content, compose
from core.publish.made_up import events
from core.publish.presets import SCREEN
from core.publish.writing import figure as export_figure
from core.scene import Frame, Scene, View
from core.taxonomy import kinds
from core.timeline import build_scene


@pytest.fixture(scope="module")
def made() -> list[Event]:
    return events(40, dt.date(2025, 3, 3), 60)


def _scene(made: list[Event], width: float = 900, height: float = 500) -> Scene:
    return build_scene(made, [], View(width=width, height=height, frame=Frame.BARE), FontMeasure())


def _pixels(figure: Figure) -> npt.NDArray[np.uint8]:
    canvas = FigureCanvasAgg(figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    return np.asarray(canvas.buffer_rgba()).copy()  # type: ignore[no-untyped-call]


def _drawn(scene: Scene, dpi: float = 100.0, theme: str = "light") -> npt.NDArray[np.uint8]:
    figure = Figure(figsize=(scene.width / dpi, scene.height / dpi), dpi=dpi)
    draw(figure, scene, themes()[theme])
    return _pixels(figure)


def test_the_same_scene_gives_the_same_pixels_on_a_fresh_and_a_used_figure(made: list[Event]) -> None:
    scene = _scene(made)
    figure = Figure(figsize=(9, 5), dpi=100)
    draw(figure, _scene(made[:5]), themes()["dark"])
    draw(figure, scene, themes()["light"])
    assert np.array_equal(_pixels(figure), _drawn(scene))


def test_the_dpi_of_the_figure_changes_no_more_than_the_edges_of_letters(made: list[Event]) -> None:
    scene = _scene(made)
    difference = _drawn(scene, 100).astype(int) - _drawn(scene, 50)
    assert np.abs(difference).mean() < 1


def test_an_export_at_the_window_s_size_is_what_the_window_shows(made: list[Event]) -> None:
    spec = ChartSpec(size="900x500px", text=1.0)
    composed = compose(Content(tuple(made)), spec)
    (scene,) = composed.scenes
    assert (scene.width, scene.height) == (900, 500)
    window = Figure(figsize=(900 / SCREEN, 500 / SCREEN), dpi=SCREEN)
    draw(window, scene, themes()["light"])
    assert np.array_equal(_pixels(window), _pixels(export_figure(composed, scene)))


def test_the_hit_map_finds_each_mark(made: list[Event]) -> None:
    scene = _scene(made)
    figure = Figure(figsize=(9, 5), dpi=200)
    hits = draw(figure, scene, themes()["light"])
    marked = [mark for mark in scene.marks if mark.event]
    assert len(marked) > 20
    for mark in marked:
        assert hits.place(mark.event) is not None
        assert hits.at(mark.x, mark.y)
    assert hits.at(1, 1) == ""
    assert hits.place("nobody") is None


def test_the_paper_has_the_theme_s_colour(made: list[Event]) -> None:
    scene = _scene(made)
    assert _drawn(scene, theme="dark")[0, 0, :3].max() < 40
    assert _drawn(scene, theme="light")[0, 0, :3].min() == 255


def test_the_print_theme_has_no_colour(made: list[Event]) -> None:
    pixels = _drawn(_scene(made), theme="print")[:, :, :3].astype(int)
    assert np.ptp(pixels, axis=2).max() == 0


def test_no_artist_stands_for_a_single_event() -> None:
    few = Figure(figsize=(9, 5), dpi=100)
    many = Figure(figsize=(9, 5), dpi=100)
    draw(few, _scene(events(300, dt.date(2025, 3, 3), 100)), themes()["light"])
    draw(many, _scene(events(6000, dt.date(2025, 3, 3), 100)), themes()["light"])
    assert len(many.findobj()) < len(few.findobj()) * 1.5


def test_each_kind_of_the_legend_has_a_shape_of_its_own() -> None:
    shapes = {kind.name: np.asarray(outline(kind.glyph).vertices).tobytes() for kind in kinds()}
    assert len(set(shapes.values())) == len(shapes)


@pytest.mark.parametrize("name", ["light", "dark", "print"])
def test_text_stands_out_from_the_paper(name: str) -> None:
    theme = themes()[name]
    for role in ("ink", "muted", "axis", "diplomatic", "battlefield", "other"):
        assert _contrast(theme.colour(role), theme.colour("paper")) >= 4.5, role


def test_an_unknown_role_and_an_event_s_own_colour_are_drawn() -> None:
    theme = themes()["light"]
    assert theme.colour("#123456") == "#123456"
    assert theme.colour("humanitarian") == theme.colour("other")
    assert theme.colour("humanitarian-pale") == theme.colour("other-pale")


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("blindness", ["protan", "deutan", "tritan"])
def test_the_tracks_differ_for_colour_blind_eyes(name: str, blindness: str) -> None:
    theme = themes()[name]
    for tone in ("", "-strong"):
        one, other = (
            _BLIND[blindness] @ _rgb(theme.colour(track + tone)) for track in ("diplomatic", "battlefield")
        )
        assert np.abs(one - other).max() > 0.2


def _rgb(colour: str) -> npt.NDArray[np.float64]:
    return np.array([int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])


_BLIND = {  # full severity, Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}


def _contrast(one: str, other: str) -> float:
    """Return the WCAG 2 contrast ratio of two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(colour)]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])
