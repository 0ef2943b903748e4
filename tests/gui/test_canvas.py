import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from gui.canvas import Canvas
from gui.drawing import Drawn
from gui.look import DARK
from gui.span import Span
from gui.window import MainWindow

NO_KEYS = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(qtbot: QtBot, opened: MainWindow) -> Canvas:
    """The chart's canvas at rest."""
    canvas = opened.workbench.chart.canvas
    at_rest(qtbot, canvas)
    return canvas


def at_rest(qtbot: QtBot, canvas: Canvas) -> Drawn:
    qtbot.waitUntil(lambda: canvas.quiet and canvas.drawn is not None, timeout=20_000)
    assert canvas.drawn is not None
    return canvas.drawn


def in_view(canvas: Canvas) -> Span:
    assert canvas.span is not None
    return canvas.span


def wheel(canvas: Canvas, at: QPointF, notches: int, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
    turn, none = QPoint(0, 120 * notches), QPoint()
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    canvas.wheelEvent(QWheelEvent(at, canvas.mapToGlobal(at), none, turn, buttons, keys, phase, False))


def test_the_wheel_zooms_about_the_pointer(qtbot: QtBot, canvas: Canvas) -> None:
    plot, before = at_rest(qtbot, canvas).plot, in_view(canvas)
    at = QPointF(plot.left() + 0.25 * plot.width(), plot.center().y())
    wheel(canvas, at, 2)
    assert in_view(canvas).days < before.days
    assert in_view(canvas).at(0.25) == pytest.approx(before.at(0.25))


def test_shift_and_wheel_move_along(canvas: Canvas) -> None:
    before = in_view(canvas)
    wheel(canvas, QPointF(200, 100), -1, Qt.KeyboardModifier.ShiftModifier)
    assert in_view(canvas).start > before.start
    assert in_view(canvas).days == pytest.approx(before.days)


def test_nothing_is_drawn_in_full_while_the_hand_moves(qtbot: QtBot, canvas: Canvas) -> None:
    drawn = at_rest(qtbot, canvas)
    for _ in range(5):
        wheel(canvas, QPointF(300, 100), 1)
        canvas.repaint()
        assert canvas.drawn is drawn
    assert at_rest(qtbot, canvas).span == in_view(canvas)


def test_hovering_shows_a_tip(qtbot: QtBot, canvas: Canvas) -> None:
    place = at_rest(qtbot, canvas).place_of("e2")
    assert place is not None
    at = place.center().toPoint()
    canvas.event(QHelpEvent(QHelpEvent.Type.ToolTip, at, canvas.mapToGlobal(at)))
    qtbot.waitUntil(lambda: "Shelling of Karsk kills four" in QToolTip.text())


def test_clicking_beside_all_marks_takes_the_selection_back(
    qtbot: QtBot, opened: MainWindow, canvas: Canvas
) -> None:
    opened.session.select("e1")
    at_rest(qtbot, canvas)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert opened.session.selection == ""


def test_an_event_out_of_view_comes_into_view_when_selected(
    qtbot: QtBot, opened: MainWindow, canvas: Canvas
) -> None:
    for _ in range(12):
        canvas.zoom(0.7, 0.0)
    assert at_rest(qtbot, canvas).place_of("e1") is None or in_view(canvas).share(738_959.5) > 1
    opened.session.select("e1")
    assert 0 <= in_view(canvas).share(738_959.5) <= 1  # 14 March 2024


@pytest.fixture
def outlying(qtbot: QtBot, opened: MainWindow, canvas: Canvas) -> Canvas:
    """The chart of many events of one spring, and of one two years before, whose id is "old"."""
    (model, *_) = opened.session.events()
    spring = dt.date(2025, 4, 1)
    days = [spring + dt.timedelta(days=3 * number) for number in range(20)]
    many = [
        replace(model, id=f"n{number}", edtf=day.isoformat(), first=day, last=day)
        for number, day in enumerate(days)
    ]
    old = replace(model, id="old", edtf="2023-04", first=dt.date(2023, 4, 1), last=dt.date(2023, 4, 30))
    opened.workbench.chart.forget()
    opened.workbench.chart.show_events([old, *many], [], "")
    at_rest(qtbot, canvas)
    return canvas


OLD = dt.date(2023, 4, 15).toordinal()


def test_an_outlier_is_left_out_until_all_is_asked_for_once_more(outlying: Canvas) -> None:
    assert in_view(outlying).share(OLD) < 0
    outlying.fit()
    assert 0 < in_view(outlying).share(OLD) < 1
    outlying.fit()
    assert in_view(outlying).share(OLD) < 0


def test_an_outlier_comes_into_view_when_selected(qtbot: QtBot, opened: MainWindow, outlying: Canvas) -> None:
    opened.workbench.chart.select("old")
    drawn = at_rest(qtbot, outlying)
    assert in_view(outlying).at(0.5) == pytest.approx(OLD, abs=2)
    assert drawn.place_of("old") is not None


def test_a_selected_event_without_a_mark_has_a_line_at_its_time(
    qtbot: QtBot, opened: MainWindow, outlying: Canvas
) -> None:
    before = outlying.grab().toImage()
    outlying.select("no mark has this id", in_view(outlying).at(0.5))
    plot = at_rest(qtbot, outlying).plot
    after = outlying.grab().toImage()
    middle = round(plot.left() + 0.5 * plot.width())
    changed = {
        x
        for x in range(before.width())
        for y in range(round(plot.top()), round(plot.bottom()), 3)
        if before.pixel(x, y) != after.pixel(x, y)
    }
    assert changed
    assert all(abs(x - middle) <= 2 for x in changed)


def test_the_page_turns_dark_with_the_system(qtbot: QtBot, opened: MainWindow, canvas: Canvas) -> None:
    opened.restyle(DARK)
    at_rest(qtbot, canvas)
    corner = canvas.grab().toImage().pixelColor(2, 2)
    assert corner.lightness() < 60


def test_the_chart_says_in_words_what_it_shows(canvas: Canvas) -> None:
    words = canvas.accessibleDescription()
    assert "2 diplomatic events above 1 battlefield event" in words
    assert "21 February to 14 March 2024" in words
    assert "Second round of talks (14 March 2024, planned)" in words


def test_an_empty_project_has_an_empty_chart(window: MainWindow, tmp_path: Path) -> None:
    window.session.new()
    assert window.workbench.chart.canvas.span is None


def test_events_without_dates_leave_words_in_place_of_the_chart(qtbot: QtBot, opened: MainWindow) -> None:
    events = [replace(event, first=None, last=None, edtf="") for event in opened.session.events()]
    chart = opened.workbench.chart
    chart.show_events(events, [], "")
    qtbot.waitUntil(lambda: chart.quiet)
    assert "none has a known date yet" in chart.canvas.accessibleDescription()
    assert "publication date" in chart.canvas.accessibleDescription()
