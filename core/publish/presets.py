"""The formats of a chart: presets as data, and sizes of the user's own in px, cm, mm or inches."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from core.publish.errors import ChartError

_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*[x×*]\s*(\d+(?:\.\d+)?)\s*(px|cm|mm|in)?\s*", re.IGNORECASE)
_INCH = {"cm": 1 / 2.54, "mm": 1 / 25.4, "in": 1.0}
SCREEN = 100
"""Px of the scene on an inch, and the dpi of a size in px that names none."""
_LEAST, _MOST = 3.0, 120.0  # inches of a side
_DPI = (50, 1200)
_PIXELS = 150_000_000


@dataclass(frozen=True, slots=True)
class Format:
    """The size of a chart in inches, and the dpi of its pixels."""

    width: float
    height: float
    dpi: int

    @property
    def pixels(self) -> tuple[int, int]:
        """The size in px."""
        return round(self.width * self.dpi), round(self.height * self.dpi)


@dataclass(frozen=True, slots=True)
class Preset:
    """A format with a name; ``label`` is for menus, ``size`` as :func:`format_of` reads it."""

    name: str
    label: str
    size: str
    dpi: int


@cache
def presets() -> Mapping[str, Preset]:
    """Return the presets by name."""
    data = tomllib.loads(Path(__file__).with_name("presets.toml").read_text(encoding="utf-8"))
    return {name: Preset(name, **entry) for name, entry in data.items()}


def format_of(preset: str, size: str = "", dpi: int = 0) -> Format:
    """Return the format of a preset, or of a size such as "1600x900px", "29.7x21cm" or "16x9in".

    Raises:
        ChartError: there is no such preset, the size cannot be read, or it is too small or too large.
    """
    if preset not in presets():
        raise ChartError(f"There is no preset {preset!r}. Choose one of: {', '.join(presets())}.")
    chosen = presets()[preset]
    if dpi and not _DPI[0] <= dpi <= _DPI[1]:
        raise ChartError(f"{dpi} dpi is not between {_DPI[0]} and {_DPI[1]}.")
    found = _read(size, dpi) if size else _read(chosen.size, dpi or chosen.dpi)
    if not (_LEAST <= found.width <= _MOST and _LEAST <= found.height <= _MOST):
        inches = f"{found.width:.1f} by {found.height:.1f} inches"
        raise ChartError(f"A chart of {inches} cannot be drawn: each side takes {_LEAST:.0f} to {_MOST:.0f}.")
    width, height = found.pixels
    if width * height > _PIXELS:
        raise ChartError(f"{width:,} by {height:,} pixels are too many. Choose fewer dpi or a smaller size.")
    return found


def _read(size: str, dpi: int) -> Format:
    match = _SIZE.fullmatch(size)
    if match is None:
        raise ChartError(f"{size!r} is no size. Write it like 1600x900px, 29.7x21cm or 16x9in.")
    width, height, unit = float(match[1]), float(match[2]), (match[3] or "px").lower()
    dpi = dpi or SCREEN
    if unit == "px":
        return Format(round(width) / dpi, round(height) / dpi, dpi)
    return Format(width * _INCH[unit], height * _INCH[unit], dpi)
