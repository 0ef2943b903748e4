import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from core.model import PublicationDate, Status
from core.project import SetStatus, SetTitle
from gui.actions import key_sequences
from gui.dialogs import EventDateDialog, PublicationDialog
from gui.title_edit import TitleEdit
from gui.window import MainWindow
from tests.core.project.making import make_read_only


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


def test_decisions_are_there_after_reopening(new_window: Callable[[], MainWindow], project: Path) -> None:
    first = new_window()
    first.open([project])
    first.session.apply(lambda: SetTitle(("e1",), "Geneva, second round"))
    first.session.apply(lambda: SetStatus(("e1",), Status.CANCELLED))
    first.close()
    second = new_window()
    second.open([project])
    event = second.session.find("e1")
    assert event is not None
    assert (event.title, event.status) == ("Geneva, second round", Status.CANCELLED)
    assert second.session.undo_label == "change status"


def test_a_project_merely_looked_at_keeps_every_byte(
    qtbot: QtBot, new_window: Callable[[], MainWindow], project: Path
) -> None:
    os.utime(project, (0, 0))
    before = project.read_bytes()
    window = new_window()
    window.open([project])
    window.session.select(shown(window)[0])
    mark_of(window, qtbot, "e2")
    window.close()
    assert project.read_bytes() == before
    assert project.stat().st_mtime == 0


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


def test_a_file_that_is_no_project_is_refused_in_words(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "not.twotrack"
    path.write_text("hello")
    window.open([path])
    assert str(path) in window.notice.words
    assert window.welcome.isVisible()


def test_dropping_a_project_opens_it(qtbot: QtBot, window: MainWindow, project: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(project))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    either = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), either, data, buttons, keys)
    window.dragEnterEvent(enter)
    move = QDragMoveEvent(QPoint(9, 9), either, data, buttons, keys)
    window.dragMoveEvent(move)
    drop = QDropEvent(QPointF(9, 9), either, data, buttons, keys)
    window.dropEvent(drop)
    told = [(event.isAccepted(), event.dropAction()) for event in (enter, move, drop)]
    assert (
        told == [(True, Qt.DropAction.CopyAction)] * 3
    )  # told of a move, a file manager may delete the file
    qtbot.waitUntil(lambda: shown(window) == ["e3", "e2", "e1"])


def test_pasting_nothing_is_answered(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    window.actions_["paste"].trigger()
    assert "no text to paste" in window.notice.words


def test_saving_under_another_name_moves_the_project_there(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    opened.actions_["save_as"].trigger()
    assert opened.session.path == target.with_suffix(".twotrack")
    assert opened.windowTitle().startswith("copy")
    assert "saved" in opened.statusBar().currentMessage()


def test_recent_projects_are_offered_on_the_next_start(
    new_window: Callable[[], MainWindow], project: Path
) -> None:
    first = new_window()
    first.open([project])
    first.close()
    second = new_window()
    with_names = [
        button.text() for button in second.welcome.findChildren(type(second.welcome._recent_button("")))
    ]
    assert "geneva" in with_names


def test_an_unsaved_project_is_not_lost_by_closing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(type(window.session), "clean", property(lambda _: False))

    def cancel(_box: QMessageBox) -> int:
        asked.append(True)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    assert not window.close()
    assert asked
    monkeypatch.undo()
    assert window.close()


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


def test_a_saved_project_says_so(opened: MainWindow) -> None:
    opened.actions_["save"].trigger()
    assert "every change is saved already" in opened.statusBar().currentMessage()


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


def test_what_holds_for_a_project_is_told_as_long_as_it_is_open(
    window: MainWindow, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        make_read_only(patch)
        window.open([project])
    window.open([tmp_path / "no.twotrack"])
    assert "no such file" in window.notice.words
    assert "can only be read here" in window.condition.words
    window.session.new()
    assert window.condition.words == ""


def test_what_is_wrong_with_own_files_stays_in_view(opened: MainWindow, project: Path) -> None:
    opened.warn([])
    assert opened.trouble.words == ""
    opened.warn(["types.toml is no file of types.", "wars.csv, line 2: no date."])
    opened.open([project])
    assert opened.trouble.words.splitlines() == [
        "types.toml is no file of types.",
        "wars.csv, line 2: no date.",
    ]
