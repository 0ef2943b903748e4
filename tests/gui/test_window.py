import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from core.model import PublicationDate
from gui.actions import key_sequences
from gui.dialogs import EventDateDialog, PublicationDialog
from gui.title_edit import TitleEdit
from gui.window import MainWindow
from tests.gui.looking import mark_of, shown


def test_an_empty_window_says_what_to_do(window: MainWindow) -> None:
    assert window.welcome.isVisible()
    assert not window.actions_["export"].isEnabled()
    assert window.actions_["sample"].isEnabled()


def test_a_project_fills_the_window(opened: MainWindow) -> None:
    assert opened.workbench.isVisible()
    assert shown(opened) == ["e3", "e2", "e1"]
    assert opened.windowTitle().startswith("geneva")


def test_a_click_on_a_mark_shows_the_sentence_in_its_article(qtbot: QtBot, opened: MainWindow) -> None:
    at = mark_of(opened, qtbot, "e2")
    QTest.mouseClick(opened.workbench.chart.canvas, Qt.MouseButton.LeftButton, pos=at)
    assert opened.session.selection == "e2"
    assert opened.workbench.reader.text.marked_text().startswith("Shells hit a market")
    assert opened.workbench.table.chosen_events() == ("e2",)


def test_a_row_of_the_table_shows_the_same(opened: MainWindow) -> None:
    opened.workbench.table.view.selectRow(0)
    assert opened.workbench.reader.text.marked_text().startswith("The first round")


def test_hovering_tells_what_it_is(qtbot: QtBot, opened: MainWindow) -> None:
    from gui.chart_pane import tip

    event = opened.session.find("e2")
    assert event is not None
    words = tip(event)
    for part in (
        "Shelling of Karsk kills four",
        "5 to 6 March 2024",
        "occurred",
        "4 killed",
        "1 source",
    ):
        assert part in words


def test_several_mentions_can_be_stepped_through(opened: MainWindow) -> None:
    opened.session.select("e1")
    reader = opened.workbench.reader.text
    before = reader.marked_text()
    opened.actions_["next_mention"].trigger()
    assert reader.marked_text() == "the next meeting in Geneva"
    opened.actions_["next_mention"].trigger()
    assert reader.marked_text() == before


def test_linked_events_are_named_and_lead_to_each_other(opened: MainWindow) -> None:
    opened.session.select("e1")
    evidence = opened.workbench.event_pane.findChild(QTextBrowser)
    assert isinstance(evidence, QTextBrowser)
    assert "Fulfils First round of talks" in evidence.toPlainText()
    evidence.anchorClicked.emit(QUrl("event:e3"))
    assert opened.session.selection == "e3"
    assert "Fulfilled by Second round of talks" in evidence.toPlainText()


def test_the_evidence_gives_each_source_its_own_date(opened: MainWindow) -> None:
    opened.session.select("e1")
    evidence = opened.workbench.event_pane.findChild(QTextBrowser)
    assert isinstance(evidence, QTextBrowser)
    words = evidence.toPlainText()
    for part in (
        "2 mentions",
        "2 dates given",
        "dates it 14 March 2024",
        "dates it 14 March 2024 or later",
        "published 6 March 2024",
        "“meet” names the event",
        "confidence high",
    ):
        assert part in words


def test_a_title_is_changed_and_the_change_undone(qtbot: QtBot, opened: MainWindow) -> None:
    opened.session.select("e2")
    field = opened.workbench.event_pane.findChild(TitleEdit)
    assert isinstance(field, TitleEdit)
    field.setPlainText("Market in Karsk shelled")
    QTest.keyClick(field, Qt.Key.Key_Return)
    changed = opened.session.find("e2")
    assert changed is not None
    assert changed.title == "Market in Karsk shelled"
    assert "change title" in opened.actions_["undo"].text()
    opened.actions_["undo"].trigger()
    undone = opened.session.find("e2")
    assert undone is not None
    assert undone.title == "Shelling of Karsk kills four"
    assert field.toPlainText() == "Shelling of Karsk kills four"
    opened.actions_["redo"].trigger()
    assert field.toPlainText() == "Market in Karsk shelled"


def test_rejecting_takes_an_event_out_of_view_until_it_is_asked_for(opened: MainWindow) -> None:
    opened.session.select("e2")
    opened.actions_["reject"].trigger()
    assert shown(opened) == ["e3", "e1"]
    opened.actions_["rejected"].trigger()
    assert shown(opened) == ["e3", "e2", "e1"]
    opened.actions_["reject"].trigger()  # now brings it back
    event = opened.session.find("e2")
    assert event is not None
    assert event.marks.confirmed is None


def test_what_is_filtered_is_not_in_the_chart_either(qtbot: QtBot, opened: MainWindow) -> None:
    mark_of(opened, qtbot, "e2")
    opened.workbench.table.filter.narrow(track="diplomatic")
    canvas = opened.workbench.chart.canvas
    qtbot.waitUntil(lambda: canvas.quiet, timeout=20_000)
    assert canvas.drawn is not None
    assert canvas.drawn.place_of("e2") is None
    assert canvas.drawn.place_of("e1") is not None


def test_the_date_is_asked_for_as_exact_as_it_is_known(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.session.select("e3")

    def answer(dialog: EventDateDialog) -> int:
        dialog._date.show_date("2024-02")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(EventDateDialog, "exec", answer)
    opened.actions_["change_date"].trigger()
    event = opened.session.find("e3")
    assert event is not None
    assert event.edtf == "2024-02"


def test_publication_dates_are_offered_with_their_reasons(opened: MainWindow) -> None:
    article = opened.workbench.article_at_hand()
    assert article is not None
    dialog = PublicationDialog(article, opened)
    assert dialog.edtf == "2024-03-06"
    dialog._choice.button(1).setChecked(True)
    assert dialog.edtf == "2024-03-07"
    dialog.deleteLater()


def test_no_date_is_set_that_the_user_has_not_chosen(opened: MainWindow) -> None:
    article = opened.workbench.article_at_hand()
    assert article is not None
    undecided = PublicationDate(candidates=article.published.candidates)
    dialog = PublicationDialog(replace(article, published=undecided), opened)
    accept = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Set date")
    assert not accept.isEnabled()
    dialog._choice.button(2).setChecked(True)  # another date
    assert accept.isEnabled()
    assert dialog.edtf == "2024-03-06"  # where to look from is the likeliest day
    dialog.deleteLater()


def test_pasting_nothing_is_answered(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_["paste"].trigger()
    assert "no text to paste" in window.notice.words


def test_every_action_says_what_it_does_and_no_two_share_a_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions_.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert all(action.statusTip() for action in window.actions_.values())


def test_a_key_that_the_system_names_too_stands_once() -> None:
    assert [keys.toString() for keys in key_sequences(["Ctrl+Q", "Quit", "Ctrl+Q"])].count("Ctrl+Q") == 1


def test_the_keys_are_listed_each_once(opened: MainWindow) -> None:
    opened.actions_["keys"].trigger()
    text = next(
        found for found in opened.findChildren(QTextBrowser) if "Zoom the chart" in found.toPlainText()
    )
    assert "Ctrl+M" in text.toPlainText()
    assert " or Ctrl" not in text.toPlainText()


def test_keys_move_the_chart(qtbot: QtBot, opened: MainWindow) -> None:
    mark_of(opened, qtbot, "e1")
    canvas = opened.workbench.chart.canvas
    whole = canvas.span
    assert whole is not None
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.span is not None
    assert canvas.span.days < whole.days
    assert not canvas.quiet  # the full drawing waits until the hand rests
    closer = canvas.span
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.span.start > closer.start
    QTest.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.span == whole


def test_dragging_moves_the_chart_without_choosing(qtbot: QtBot, opened: MainWindow) -> None:
    at = mark_of(opened, qtbot, "e2")
    canvas = opened.workbench.chart.canvas
    before = canvas.span
    assert before is not None
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(canvas, at - QPoint(120, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=at - QPoint(120, 0))
    assert canvas.span is not None
    assert canvas.span.start > before.start
    assert canvas.span.days == pytest.approx(before.days)
    assert opened.session.selection == ""


def test_several_events_become_one_and_that_is_undone(opened: MainWindow) -> None:
    table = opened.workbench.table.view
    table.selectRow(0)
    select = table.selectionModel().SelectionFlag.Select | table.selectionModel().SelectionFlag.Rows
    table.selectionModel().select(table.model().index(2, 0), select)
    opened.actions_["merge"].trigger()
    assert shown(opened) == ["e3", "e2"]
    merged = opened.session.find("e3")
    assert merged is not None
    assert merged.title == "First round of talks"
    assert len(merged.mentions) == 3
    opened.actions_["undo"].trigger()
    assert shown(opened) == ["e3", "e2", "e1"]


def test_merging_a_single_event_says_what_is_missing(opened: MainWindow) -> None:
    opened.session.select("e1")
    opened.actions_["merge"].trigger()
    assert "two or more" in opened.notice.words


def test_a_mention_becomes_an_event_of_its_own(opened: MainWindow) -> None:
    opened.session.select("e2")
    assert not opened.actions_["split"].isEnabled()
    opened.session.select("e1")
    opened.actions_["next_mention"].trigger()
    opened.actions_["split"].trigger()
    assert len(shown(opened)) == 4
    (left,) = opened.session.find("e1").mentions  # type: ignore[union-attr]
    assert left.quote.startswith("agreed on Tuesday")


def test_no_two_entries_beside_each_other_have_one_underlined_letter(opened: MainWindow) -> None:
    menus = [action.menu() for action in opened.menuBar().actions()]
    rows = [opened.menuBar().actions(), *(menu.actions() for menu in menus if isinstance(menu, QMenu))]
    for row in rows:
        letters = re.findall(r"&(\w)", " ".join(action.text() for action in row).lower())
        assert len(letters) == len(set(letters)) == sum(not action.isSeparator() for action in row)
