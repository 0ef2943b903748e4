"""Letters are measured as they are drawn, joined where they join, and never drawn as boxes."""

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from core.chart import FontMeasure
from core.chart.fonts import families
from core.chart.shaping import visual

_NOWHERE = "\U00012000\U00012001\U00012002"  # cuneiform, which no font of this list has


@pytest.mark.parametrize(
    "text", ["Kremlin offers second round", "Переговоры в Стамбуле", "about 2 June · 3 sources"]
)
@pytest.mark.parametrize("bold", [True, False])
def test_a_text_is_as_wide_as_measured(text: str, bold: bool) -> None:
    figure = Figure(figsize=(6, 1), dpi=288)
    canvas = FigureCanvasAgg(figure)
    artist = Text(
        0, 0, text, family=list(families()), size=12.5 * 72 / 288 * 4, weight="bold" if bold else "normal"
    )
    figure.add_artist(artist)
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]
    drawn = artist.get_window_extent(renderer).width / 4
    assert FontMeasure().width(text, 12.5, bold=bold) == pytest.approx(drawn, rel=0.03)


def test_cyrillic_and_greek_are_drawn_as_they_are() -> None:
    assert FontMeasure().shown("Київ, Москва, Αθήνα") == "Київ, Москва, Αθήνα"


def test_a_text_whose_letters_no_font_has_is_not_drawn() -> None:
    assert FontMeasure().shown(_NOWHERE) == ""


def test_a_single_letter_without_a_font_is_left_out() -> None:
    assert FontMeasure().shown(f"Talks in Istanbul {_NOWHERE[0]}") == "Talks in Istanbul "


def test_white_space_is_drawn_as_one_space() -> None:
    assert FontMeasure().shown("two\n lines\tof text") == "two lines of text"


def test_arabic_letters_are_joined_and_read_from_the_right() -> None:
    shown = visual("سلام")
    assert shown == "\ufee1\ufefc\ufeb3"[0] + shown[1:]  # the last letter comes first, in its final form
    assert len(shown) == 3  # lam and alef are one
    assert all("\ufb50" <= letter <= "\ufeff" for letter in shown)


def test_numbers_in_arabic_keep_their_order() -> None:
    assert "1000" in visual("اتفاق على تبادل 1000 أسير")


def test_brackets_in_arabic_still_open_and_close() -> None:
    shown = visual("مهلة (أسبوعين)")
    assert shown.index("(") < shown.index(")")


def test_latin_text_is_left_alone() -> None:
    assert visual("Kyiv (again)") == "Kyiv (again)"
