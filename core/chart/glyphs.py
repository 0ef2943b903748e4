"""The outlines of the marks, each within the unit circle; the taxonomy names them."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from matplotlib.path import Path

Point = tuple[float, float]


def _polygon(*points: Point) -> Path:
    return Path([*points, points[0]], closed=True)


def _joined(*paths: Path) -> Path:
    return Path.make_compound_path(*paths)


def _round(corners: int, turn: float = 0.5) -> Path:
    angles = 2 * np.pi * (np.arange(corners) + turn) / corners + np.pi / 2
    return Path(
        [*zip(np.cos(angles), np.sin(angles), strict=True), (np.cos(angles[0]), np.sin(angles[0]))],
        closed=True,
    )


def _star(points: int, inner: float) -> Path:
    angles = np.pi / 2 + np.pi * np.arange(2 * points) / points
    radii = np.where(np.arange(2 * points) % 2 == 0, 1.0, inner)
    xy = list(zip(radii * np.cos(angles), radii * np.sin(angles), strict=True))
    return Path([*xy, xy[0]], closed=True)


def _disc(x: float, y: float, radius: float) -> Path:
    return Path.circle((x, y), radius)


def _cross(arm: float, turn: float) -> Path:
    a, b = arm, 0.95
    points = [
        (-a, b),
        (a, b),
        (a, a),
        (b, a),
        (b, -a),
        (a, -a),
        (a, -b),
        (-a, -b),
        (-a, -a),
        (-b, -a),
        (-b, a),
        (-a, a),
    ]
    cos, sin = np.cos(turn), np.sin(turn)
    return _polygon(*[(x * cos - y * sin, x * sin + y * cos) for x, y in points])


def _scaled(points: Sequence[Point], factor: float) -> list[Point]:
    return [(x * factor, y * factor) for x, y in points]


@cache
def outline(name: str) -> Path:
    """Return a glyph's outline; an unknown name is a dot."""
    shapes = {
        "circle": lambda: _disc(0, 0, 0.9),
        "dot": lambda: _disc(0, 0, 0.6),
        "circle-arrow": lambda: _polygon(
            *_scaled(
                [(-1, 0.55), (0.05, 0.55), (0.05, 1), (1, 0), (0.05, -1), (0.05, -0.55), (-1, -0.55)], 0.95
            )
        ),
        "triangle-up": lambda: _polygon((0, 1), (0.95, -0.75), (-0.95, -0.75)),
        "triangle-down": lambda: _polygon((0, -1), (0.95, 0.75), (-0.95, 0.75)),
        "diamond": lambda: _polygon((0, 1.05), (0.95, 0), (0, -1.05), (-0.95, 0)),
        "hourglass": lambda: _polygon((-0.8, 1), (0.8, 1), (0.18, 0), (0.8, -1), (-0.8, -1), (-0.18, 0)),
        "exclamation": lambda: _joined(
            _polygon((-0.42, 1), (0.42, 1), (0.2, -0.3), (-0.2, -0.3)), _disc(0, -0.72, 0.31)
        ),
        "cross": lambda: _cross(0.3, np.pi / 4),
        "plus": lambda: _cross(0.34, 0),
        "octagon": lambda: _round(8),
        "quadcopter": lambda: _joined(
            _cross(0.22, np.pi / 4), *[_disc(x, y, 0.46) for x in (-0.6, 0.6) for y in (-0.6, 0.6)]
        ),
        "burst": lambda: _star(8, 0.55),
        "star": lambda: _star(5, 0.45),
        "crossed": lambda: _joined(
            _polygon((-1.0, 0.62), (-0.62, 1.0), (1.0, -0.62), (0.62, -1.0)),
            _polygon((1.0, 0.62), (0.62, 1.0), (-1.0, -0.62), (-0.62, -1.0)),
        ),
        "square": lambda: _polygon((-0.78, -0.78), (0.78, -0.78), (0.78, 0.78), (-0.78, 0.78)),
        "chevron": lambda: _polygon(
            (-0.9, 0.9), (-0.1, 0.9), (0.9, 0), (-0.1, -0.9), (-0.9, -0.9), (0.05, 0)
        ),
        "ring-bar": lambda: _joined(
            _polygon((-1, 0.3), (1, 0.3), (1, -0.3), (-1, -0.3)),
            _polygon((-0.7, 1), (-0.3, 1), (-0.3, -1), (-0.7, -1)),
            _polygon((0.3, 1), (0.7, 1), (0.7, -1), (0.3, -1)),
        ),
    }
    return shapes.get(name, shapes["dot"])()
