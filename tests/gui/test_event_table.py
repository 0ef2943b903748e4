from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from core.model import Event
from gui.event_filter import EventFilter
from gui.event_model import COLUMNS, EventModel
from gui.event_table import EventTable
from gui.look import LIGHT


@pytest.fixture
def table(qtbot: QtBot, events: Sequence[Event]) -> EventTable:
    table = EventTable(LIGHT, [])
    qtbot.addWidget(table)
    table.resize(1200, 300)
    table.show_events(events, "")
    table.show()
    return table


def titles(table: EventTable) -> list[str]:
    return [event.title for event in table.filter.events()]


def test_the_model_keeps_to_the_rules_of_qt(qtmodeltester: ModelTester, events: Sequence[Event]) -> None:
    model = EventModel(LIGHT)
    model.show(events)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    filtered = EventFilter(model)
    qtmodeltester.check(filtered)  # type: ignore[no-untyped-call]


def test_events_come_by_date(table: EventTable) -> None:
    assert titles(table) == ["First round of talks", "Shelling of Karsk kills four", "Second round of talks"]


def test_dates_sort_by_time_and_not_by_their_words(table: EventTable) -> None:
    table.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert titles(table)[0] == "Second round of talks"


def test_each_column_tells_its_heading(table: EventTable) -> None:
    headings = [table.filter.headerData(column, Qt.Orientation.Horizontal) for column in range(len(COLUMNS))]
    assert headings == ["Date", "Event", "Track", "Type", "Status", "Parties", "Place", "Sources"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("geneva", ["Second round of talks"]),
        ("FOUR people", ["Shelling of Karsk kills four"]),
        ("talks nowhere", []),
        ("rebels", ["First round of talks"]),
        ("", ["First round of talks", "Shelling of Karsk kills four", "Second round of talks"]),
    ],
)
def test_words_are_found_in_rows_and_quotes(table: EventTable, words: str, left: list[str]) -> None:
    table.filter.narrow(words=words)
    assert titles(table) == left


def test_one_track_can_be_shown_alone(table: EventTable) -> None:
    table.filter.narrow(track="battlefield")
    assert titles(table) == ["Shelling of Karsk kills four"]


def test_rejected_events_show_on_request_only(table: EventTable, events: Sequence[Event]) -> None:
    rejected = [replace(e, marks=replace(e.marks, confirmed=False)) if e.id == "e2" else e for e in events]
    table.show_events(rejected, "")
    assert "Shelling of Karsk kills four" not in titles(table)
    table.show_rejected(True)
    assert "Shelling of Karsk kills four" in titles(table)


def test_choosing_a_row_tells_the_event(qtbot: QtBot, table: EventTable) -> None:
    with qtbot.waitSignal(table.chosen) as told:
        table.view.selectRow(1)
    assert told.args == ["e2"]


def test_being_told_of_a_selection_tells_nobody(qtbot: QtBot, table: EventTable) -> None:
    with qtbot.assertNotEmitted(table.chosen):
        table.select("e1")
    assert table.chosen_events() == ("e1",)


def test_typing_filters_after_a_pause(qtbot: QtBot, table: EventTable) -> None:
    field = table.findChildren(QLineEdit)[0]
    with qtbot.waitSignal(table.passed):
        QTest.keyClicks(field, "karsk")
    assert titles(table) == ["Shelling of Karsk kills four"]


def test_stepping_stays_within_the_table(table: EventTable) -> None:
    for _ in range(9):
        table.step(1)
    assert table.chosen_events() == ("e1",)
    for _ in range(9):
        table.step(-1)
    assert table.chosen_events() == ("e3",)


def test_a_change_of_one_event_keeps_the_selection(table: EventTable, events: Sequence[Event]) -> None:
    table.select("e2")
    changed = [replace(event, title="Other words") if event.id == "e2" else event for event in events]
    table.show_events(changed, "e2")
    assert "Other words" in titles(table)
    assert table.chosen_events() == ("e2",)


def test_a_selected_row_keeps_the_colour_of_its_track(table: EventTable) -> None:
    table.view.selectRow(1)
    place = table.view.visualRect(table.filter.index(1, 2))
    picture = table.view.viewport().grab().toImage()
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(place.left(), place.right())
        for y in range(place.top(), place.bottom())
    }
    assert LIGHT.battlefield in inks
