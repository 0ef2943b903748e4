"""Knows the fonts: how wide a text will be, and which of its letters can be drawn at all.

DejaVu Sans, which comes with matplotlib, has Latin, Cyrillic, Greek and Arabic letters. Chinese, Japanese and
Korean need one of the families below on the system; a text whose letters no font has is not drawn as boxes,
the chart names the event by its type instead.
"""

from functools import cache, lru_cache

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from core.chart.shaping import visual

_BUNDLED = "DejaVu Sans"
_MORE = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "Yu Gothic",
    "Malgun Gothic",
    "AppleGothic",
    "Noto Sans Hebrew",
    "Noto Sans Arabic",
    "Arial Unicode MS",
)
_LEGIBLE = 0.8  # share of a text's letters that must be drawable
_SLACK = 1.015  # hinting makes drawn text a little wider or narrower than its sum of advances


@cache
def families() -> tuple[str, ...]:
    """Return the font families to draw with, in the order in which they are asked for a letter."""
    known = {entry.name for entry in font_manager.fontManager.ttflist}
    return (_BUNDLED, *(name for name in _MORE if name in known))


@cache
def _faces(bold: bool) -> tuple[FT2Font, ...]:
    weight = "bold" if bold else "normal"
    found = (
        font_manager.findfont(font_manager.FontProperties(family=[name], weight=weight))
        for name in families()
    )
    return tuple(FT2Font(path) for path in found)


@cache
def _advance(letter: str, bold: bool) -> float | None:
    """Return a letter's width at font size 1, or None where no font has it."""
    for face in _faces(bold):
        if face.get_char_index(ord(letter)):
            face.set_size(64, 72)
            return face.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536 / 64
    return None


class FontMeasure:
    """Measures texts with the fonts of the chart; fulfils ``core.scene.Measure``."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of a line in px, for a font size in px."""
        return _width(text, bold) * size

    def shown(self, text: str) -> str:
        """Return the text as drawn, from left to right; "" where too few of its letters can be drawn."""
        return _shown(text)


@lru_cache(maxsize=1 << 16)
def _width(text: str, bold: bool) -> float:
    return sum(_advance(letter, bold) or 0.6 for letter in text) * _SLACK


@lru_cache(maxsize=1 << 16)
def _shown(text: str) -> str:
    clean = " ".join(text.split())
    drawn = [letter for letter in clean if letter == " " or _advance(letter, False) is not None]
    if sum(letter != " " for letter in drawn) < _LEGIBLE * sum(letter != " " for letter in clean):
        return ""
    return visual("".join(drawn))
