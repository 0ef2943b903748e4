"""The export dialog: the preview follows the form, and what is written is what was asked for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from core.model import Article, Event
from core.publish import ChartSpec, content, remembered
from gui.export_dialog import ExportDialog, in_words

LONG = 20_000
IN_VIEW = ChartSpec(first=dt.date(2024, 3, 1), last=dt.date(2024, 3, 20))


@pytest.fixture
def dialog(
    qtbot: QtBot, qapp: QApplication, events: list[Event], article: Article, tmp_path: Path
) -> Iterator[ExportDialog]:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    dialog = ExportDialog(content(events, [], [article]), ChartSpec(), IN_VIEW, store, "geneva")
    dialog.show()
    qtbot.waitUntil(lambda: dialog.quiet, timeout=LONG)
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


def field(dialog: ExportDialog, name: str) -> QComboBox:
    return next(box for box in dialog.form.findChildren(QComboBox) if box.accessibleName() == name)


def check(dialog: ExportDialog, words: str) -> QCheckBox:
    return next(box for box in dialog.form.findChildren(QCheckBox) if box.text() == words)


def choose(dialog: ExportDialog, name: str, words: str) -> None:
    box = field(dialog, name)
    box.setCurrentIndex(box.findText(words))


def test_a_png_is_written_and_remembers_its_events(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "chart"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    export = next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("Export"))
    QTest.mouseClick(export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.exported is not None, timeout=LONG)
    assert dialog.exported is not None
    assert dialog.exported.files == (tmp_path / "chart.png",)
    assert not QImage(str(tmp_path / "chart.png")).isNull()
    assert len(remembered(tmp_path / "chart.png")[1].events) == 3
    assert "kB" in in_words(dialog.exported)


def test_no_preview_is_begun_once_the_dialog_is_closed(qtbot: QtBot, dialog: ExportDialog) -> None:
    before = dialog.description
    check(dialog, "Only the time in view").setChecked(True)
    dialog.done(0)
    qtbot.wait(600)
    assert dialog.description == before


def test_the_preview_follows_the_form(qtbot: QtBot, dialog: ExportDialog) -> None:
    before = dialog.description
    assert "21 February" in before
    check(dialog, "Only the time in view").setChecked(True)
    qtbot.waitUntil(lambda: dialog.quiet and dialog.description != before, timeout=LONG)
    assert "21 February" not in dialog.description


def test_a_size_that_cannot_be_read_is_told_and_not_exported(qtbot: QtBot, dialog: ExportDialog) -> None:
    choose(dialog, "Size", "Own size")
    own = next(line for line in dialog.form.findChildren(QLineEdit) if line.accessibleName() == "Own size")
    own.clear()
    QTest.keyClicks(own, "wide")
    qtbot.waitUntil(lambda: "wide" in dialog.description, timeout=LONG)
    export = next(button for button in dialog.findChildren(QPushButton) if button.text().startswith("Export"))
    assert not export.isEnabled()
    own.clear()
    QTest.keyClicks(own, "900x600px")
    qtbot.waitUntil(export.isEnabled, timeout=LONG)


def test_sources_are_written_beside_an_svg(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    choose(dialog, "File", "SVG drawing")
    choose(dialog, "List of sources", "CSV")
    assert not check(dialog, "Keep the events in the picture").isEnabled()
    dialog.save(tmp_path / "chart.svg")
    qtbot.waitUntil(lambda: dialog.exported is not None, timeout=LONG)
    assert (tmp_path / "chart.svg").read_text("utf-8").count("<desc>") >= 1
    assert "The Courier" in (tmp_path / "chart.csv").read_text("utf-8-sig")


def test_a_place_that_cannot_be_written_is_told(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save(tmp_path / "none" / "chart.png")
    qtbot.waitUntil(lambda: "cannot be written" in dialog.description, timeout=LONG)
    assert dialog.isVisible()


def test_the_description_is_copied(qtbot: QtBot, dialog: ExportDialog) -> None:
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy description")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.description


def test_choices_are_kept_for_the_next_chart(
    qtbot: QtBot, dialog: ExportDialog, events: list[Event], tmp_path: Path
) -> None:
    choose(dialog, "Colours", "Dark")
    choose(dialog, "Size", "Square")
    dialog.done(0)
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    again = ExportDialog(content(events, [], []), ChartSpec(), IN_VIEW, store, "geneva")
    assert replace(again.form.spec, dpi=0) == replace(ChartSpec(), theme="dark", preset="square")
    again.done(0)
    again.deleteLater()
