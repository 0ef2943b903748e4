"""What a window shows, and where."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from gui.window import MainWindow


def shown(window: MainWindow) -> list[str]:
    return [event.id for event in window.workbench.table.filter.events()]


def mark_of(window: MainWindow, qtbot: QtBot, identifier: str) -> QPoint:
    """Return where the chart shows an event, once it is drawn."""
    canvas = window.workbench.chart.canvas
    qtbot.waitUntil(lambda: canvas.quiet and canvas.drawn is not None, timeout=20_000)
    assert canvas.drawn is not None
    place = canvas.drawn.place_of(identifier)
    assert place is not None
    return place.center().toPoint()
