"""All that the keyboard reaches has a name for those who cannot see it, and comes in order of the page."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.publish import ChartSpec, content
from gui.dialogs import EventDateDialog, PublicationDialog
from gui.export_dialog import ExportDialog
from gui.window import MainWindow

Make = Callable[[MainWindow], QWidget]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def nameless(top: QWidget) -> list[str]:
    reached = [
        w for w in top.findChildren(QWidget) if w.isVisible() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert reached
    return [type(widget).__name__ for widget in reached if not name_of(widget)]


def test_all_that_the_first_page_offers_has_a_name(window: MainWindow) -> None:
    assert nameless(window) == []


def test_all_that_the_workbench_offers_has_a_name(opened: MainWindow) -> None:
    opened.session.select("e1")
    assert nameless(opened) == []


def date(window: MainWindow) -> QWidget:
    event = window.session.find("e1")
    assert event is not None
    return EventDateDialog(event, window)


def publication(window: MainWindow) -> QWidget:
    article = window.workbench.article_at_hand()
    assert article is not None
    return PublicationDialog(article, window)


def export(window: MainWindow) -> QWidget:
    session, spec = window.session, ChartSpec()
    shown = content(session.events(), session.links(), session.articles())
    return ExportDialog(shown, spec, spec, window._store, "chart", parent=window)


@pytest.mark.parametrize("make", [date, publication, export])
def test_all_that_a_dialog_offers_has_a_name(opened: MainWindow, make: Make) -> None:
    dialog = make(opened)
    dialog.show()
    assert nameless(dialog) == []
    dialog.close()


def after(start: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches after a widget, round to where it began."""
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()


def test_the_keyboard_goes_through_the_workbench_as_the_eye_does(qtbot: QtBot, opened: MainWindow) -> None:
    opened.session.select("e1")
    canvas = opened.workbench.chart.canvas
    names = [widget.accessibleName() or name_of(widget) for widget in after(canvas)]
    order = [
        "Filter events",
        "Show all events",
        "Events",
        "Title of the event",
        "Confirm event",
        "Reject event",
        "Status",
        "Track",
        "Type",
        "Evidence",
        "Publication date: change",
        "Article",
    ]
    assert [name for name in names if name in order] == order
