"""What users do with the window, from the first file to the chart they publish."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QThread, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.model import Event
from core.project import SetDate
from core.publish import ChartSpec, content, export
from gui import app
from gui.jobs import Report
from gui.look import LIGHT
from gui.window import MainWindow

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Envoys agree on a new round of talks</title>
<meta property="og:site_name" content="The Valley Courier">
<meta property="article:published_time" content="2024-03-06T09:00:00Z"></head><body><article>
<h1>Envoys agree on a new round of talks</h1>
<p>Negotiators from Sudan's army and the Rapid Support Forces agreed on Tuesday to hold a new round of
talks in Geneva on 14 March, mediators said.</p>
<p>On Monday, shelling hit a market in Omdurman and killed four people, the health ministry said.</p>
<p>The first round of talks was held in Jeddah two weeks ago and ended without a statement.</p>
</article></body></html>"""

PASTED = """Drone strike hits fuel depot near Port Sudan

A drone strike hit a fuel depot near Port Sudan on Wednesday, officials said, a day after the army
rejected a ceasefire proposal by the United States. The two sides met in Jeddah on 2 May 2023.
"""

LONG = 60_000  # ms: starting the processes that read takes most of it


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The real window, with settings and drafts in a folder of the test's own."""
    app.start()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    window = MainWindow(LIGHT, store=store, drafts=tmp_path / "drafts")
    window.resize(1280, 800)
    window.show()
    yield window
    window.importer.stop()
    window.session.discard()
    window.close()
    window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "envoys.html").write_text(PAGE, "utf8")
    return made


def drop(qtbot: QtBot, window: MainWindow, *paths: Path) -> Report:
    """Drop files on the window and wait until they are read."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(window.importer.finished, timeout=LONG) as done:
        window.dropEvent(QDropEvent(QPointF(99, 99), Qt.DropAction.CopyAction, data, left, keys))
    report: Report = done.args[0]
    return report


def the_event(window: MainWindow, words: str) -> Event:
    """Return the one event whose quote holds the words."""
    found = [
        e for e in window.session.events() if any(words in " ".join(m.quote.split()) for m in e.mentions)
    ]
    assert len(found) == 1, [event.title for event in window.session.events()]
    return found[0]


def click_mark(qtbot: QtBot, window: MainWindow, event: Event) -> None:
    canvas = window.workbench.chart.canvas
    qtbot.waitUntil(lambda: canvas.quiet and canvas.drawn is not None, timeout=LONG)
    assert canvas.drawn is not None
    place = canvas.drawn.place_of(event.id)
    assert place is not None
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place.center().toPoint())


def test_from_a_dropped_folder_to_a_published_chart(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = drop(qtbot, window, folder)
    assert len(report.articles) == 1
    assert not report.failures
    shelling = the_event(window, "shelling hit a market")
    assert (shelling.track, shelling.edtf) == ("battlefield", "2024-03-04")

    click_mark(qtbot, window, shelling)
    assert window.session.selection == shelling.id
    assert "shelling hit a market" in window.workbench.reader.text.marked_text()

    window.session.apply(lambda: SetDate((shelling.id,), "2024-03-03"))
    assert the_event(window, "shelling hit a market").edtf == "2024-03-03"
    window.actions_["undo"].trigger()
    assert the_event(window, "shelling hit a market").edtf == "2024-03-04"
    window.actions_["redo"].trigger()

    saved = tmp_path / "sudan.twotrack"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    window.actions_["save"].trigger()
    window.actions_["new"].trigger()
    assert window.welcome.isVisible()
    window.open([saved])
    assert the_event(window, "shelling hit a market").edtf == "2024-03-03"


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    broken = folder / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 40)
    empty = folder / "empty.txt"
    empty.write_text("")
    report = drop(qtbot, window, folder, tmp_path / "gone.txt")
    assert len(report.articles) == 1
    assert {Path(source).name for source, _ in report.failures} == {"broken.txt", "empty.txt", "gone.txt"}
    assert "3 files gave no events" in window.notice.words
    assert window.session.events()


def test_a_cancelled_import_stops_and_leaves_the_window_usable(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    for number in range(40):
        (folder / f"more{number}.html").write_text(PAGE.replace("Geneva", f"Geneva {number}"), "utf8")
    with qtbot.waitSignal(window.importer.finished, timeout=LONG) as done:
        window.open([folder])
        window.importer.cancel()
    assert done.args[0].cancelled
    assert len(window.session.articles()) < 41
    assert not window.importer.busy
    assert not window.progress.isVisible()
    qtbot.waitUntil(lambda: not window.importer.findChildren(QThread))


def test_a_pasted_article_becomes_events_and_is_shown(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    drop(qtbot, window, folder)
    window.session.select(window.session.events()[0].id)
    QGuiApplication.clipboard().setText(PASTED)
    with qtbot.waitSignal(window.importer.finished, timeout=LONG):
        QTest.keySequence(window, "Ctrl+V")
    assert the_event(window, "drone strike hit a fuel depot").track == "battlefield"
    assert window.workbench.article_at_hand() == window.session.articles()[-1]


def test_relative_dates_follow_the_publication_date(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    drop(qtbot, window, folder)
    article = window.session.articles()[0]
    with qtbot.waitSignal(window.importer.finished, timeout=LONG):
        window.decisions.set_publication_date(article.id, "2024-03-13")
    assert the_event(window, "shelling hit a market").edtf == "2024-03-11"
    with qtbot.waitSignal(window.importer.finished, timeout=LONG):
        window.actions_["undo"].trigger()
    assert the_event(window, "shelling hit a market").edtf == "2024-03-04"


def test_an_exported_chart_brings_its_events_back(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path
) -> None:
    drop(qtbot, window, folder)
    events = window.session.events()
    chart = tmp_path / "chart.png"
    export(content(events, window.session.links(), window.session.articles()), ChartSpec(title="Kept"), chart)
    window.session.discard()
    window.actions_["new"].trigger()
    report = drop(qtbot, window, chart)
    assert report.tables == (f"chart.png: {len(events)} events from the chart.",)
    assert {event.title for event in window.session.events()} == {event.title for event in events}
    assert window.session.chart is not None
    assert window.session.chart.title == "Kept"


def test_a_picture_without_a_chart_is_refused(window: MainWindow, tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    window.grab().save(str(picture))
    window.open([picture])
    assert "without a chart" in window.notice.words


def test_a_table_of_events_is_taken_in_and_its_bad_rows_are_named(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    table = tmp_path / "acled.csv"
    columns = (
        "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,notes,fatalities"
    )
    good = "SUD1,2024-03-04,Battles,Armed clash,Army,Rebels,Sudan,Omdurman,A clash at a bridge,3"
    bad = "SUD2,some day,Battles,Armed clash,Army,Rebels,Sudan,Omdurman,Another clash,1"
    table.write_text(f"{columns}\n{good}\n{bad}\n", "utf-8")
    drop(qtbot, window, table)
    assert "acled.csv: 1 event from ACLED." in window.notice.words
    assert "1 row gave no events" in window.notice.words
    (event,) = window.session.events()
    assert event.edtf == "2024-03-04"


def test_tables_in_a_dropped_folder_are_taken_in_with_its_articles(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    (folder / "more").mkdir()
    talks = {"id": "1", "title": "Talks in Port Sudan", "track": "diplomatic", "type": "CONSULT"}
    row = {**talks, "date": "2024-03-09", "status": "occurred"}
    (folder / "more" / "events.json").write_text(json.dumps([row]))
    (folder / "prices.csv").write_text("item,price\nbread,2\n")
    report = drop(qtbot, window, folder)
    assert len(report.articles) == 1
    assert not report.failures
    assert "1 article read" in window.notice.words
    assert "events.json: 1 event from Twotrack." in window.notice.words
    assert {"Talks in Port Sudan"} < {event.title for event in window.session.events()}


def test_events_are_exported_as_a_table(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(qtbot, window, folder)
    target = tmp_path / "events.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.actions_["export_events"].trigger()
    assert len(target.read_text("utf-8-sig").splitlines()) == len(window.session.events()) + 1
    assert "written" in window.statusBar().currentMessage()
