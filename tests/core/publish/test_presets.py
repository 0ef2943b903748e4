"""Formats by name and in units of one's own."""

import pytest

from core.publish import ChartError, format_of, presets


@pytest.mark.parametrize("name", presets())
def test_each_preset_is_a_format(name: str) -> None:
    width, height = format_of(name).pixels
    assert width > 1000
    assert height > 500


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [
        ("1600x900px", 0, (1600, 900)),
        ("1600x900", 0, (1600, 900)),
        ("3200x1800px", 200, (3200, 1800)),
        ("29.7x21cm", 300, (3508, 2480)),
        ("297x210mm", 300, (3508, 2480)),
        ("16 × 9 in", 100, (1600, 900)),
        ("1601x901PX", 150, (1601, 901)),
    ],
)
def test_a_size_of_one_s_own_comes_out_exactly(size: str, dpi: int, pixels: tuple[int, int]) -> None:
    assert format_of("slide", size, dpi).pixels == pixels


@pytest.mark.parametrize("size", ["", "x", "16x", "axb", "16x9ft", "-16x9", "1e3x9", "16x9x3", "١٦x٩m"])
def test_what_is_no_size_is_refused(size: str) -> None:
    if not size:
        assert format_of("slide", size) == format_of("slide")
        return
    with pytest.raises(ChartError, match="is no size"):
        format_of("slide", size)
