import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from core.model import Status
from core.project import SetStatus, SetTitle
from gui.window import MainWindow
from tests.core.project.making import make_read_only
from tests.gui.looking import mark_of, shown


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


def test_a_saved_project_says_so(opened: MainWindow) -> None:
    opened.actions_["save"].trigger()
    assert "every change is saved already" in opened.statusBar().currentMessage()


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
