"""Draws a scene with matplotlib: one renderer for the window and for export."""

from core.chart.drawing import draw
from core.chart.fonts import FontMeasure
from core.chart.themes import Theme, themes

__all__ = ["FontMeasure", "Theme", "draw", "themes"]
