import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from core import articles, edtf
from core.model import (
    Article,
    Basis,
    DateCandidate,
    Event,
    Link,
    Mention,
    PublicationBasis,
    PublicationDate,
    Status,
    Trigger,
)
from core.project import open_project
from gui import app
from gui.look import LIGHT
from gui.window import MainWindow

TEXT = """Envoys set a date in Geneva for the next round

Envoys of both sides agreed on Tuesday to meet again in Geneva on 14 March, officials said.

Shells hit a market in the eastern town of Karsk overnight 😀, killing four people, the governor said.

The first round of talks was held two weeks ago and ended without a statement of either side.

Officials in both capitals said that they were ready for the next meeting in Geneva.

Subscribe to our newsletter
"""


@pytest.fixture
def article() -> Article:
    found = articles.from_text(TEXT, source="/papers/geneva.txt")
    day = DateCandidate("2024-03-06", 0.8, ("“Tuesday” comes before 14 March",))
    other = DateCandidate("2024-03-07", 0.4, ("one day later fits too",))
    dated = PublicationDate("2024-03-06", PublicationBasis.INFERRED, 0.8, day.reasons, (day, other))
    return replace(found, outlet="The Courier", published=dated)


def mention(article: Article, quote: str, trigger: str, title: str, date: str, **fields: object) -> Mention:
    start = article.text.index(quote)
    at = article.text.index(trigger, start)
    first, last = edtf.bounds(date)
    plain = Mention(
        article=article.id, start=start, end=start + len(quote), quote=quote,
        trigger=Trigger(at, at + len(trigger), trigger), title=title, track="diplomatic", type="CONSULT",
        mode="", status=Status.OCCURRED, edtf=date, first=first, last=last, basis=Basis.PARTIAL,
        confidence=0.9, reasons=(f"“{trigger}” names the event",),
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


def event(identifier: str, *mentions: Mention) -> Event:
    one = mentions[0]
    shared = (
        "title",
        "track",
        "type",
        "mode",
        "status",
        "edtf",
        "first",
        "last",
        "basis",
        "source",
        "target",
    )
    return Event(
        id=identifier, **{name: getattr(one, name) for name in shared}, place=one.place, country=one.country,
        killed=(one.killed, one.killed) if one.killed is not None else None, injured=None, attribution=(),
        confidence=one.confidence, mentions=mentions, articles=(one.article,), sources=1,
    )  # fmt: skip


@pytest.fixture
def events(article: Article) -> list[Event]:
    talks = mention(
        article,
        "agreed on Tuesday to meet again in Geneva on 14 March",
        "meet",
        "Second round of talks",
        "2024-03-14",
        status=Status.PLANNED,
        place="Geneva",
        country="Switzerland",
    )
    again = mention(
        article,
        "the next meeting in Geneva",
        "meeting",
        "Next meeting",
        "2024-03-14/..",
        status=Status.PLANNED,
    )
    shells = mention(
        article,
        "Shells hit a market in the eastern town of Karsk overnight 😀, killing four people",
        "Shells",
        "Shelling of Karsk kills four",
        "2024-03-05/2024-03-06",
        track="battlefield",
        type="ASSAULT",
        mode="heavy-weapons",
        place="Karsk",
        killed=4,
        attribution="the governor",
    )
    first = mention(
        article,
        "The first round of talks was held two weeks ago",
        "talks",
        "First round of talks",
        "2024-02-21~",
        source=("Rebels",),
        target=("Government",),
    )
    return [event("e1", talks, again), event("e2", shells), event("e3", first)]


@pytest.fixture
def project(tmp_path: Path, article: Article, events: list[Event]) -> Path:
    path = tmp_path / "geneva.twotrack"
    made = open_project(path, create=True)
    made.store(
        [article],
        {article.id: [m for e in events for m in e.mentions]},
        events,
        [Link("fulfils", "e1", "e3")],
    )
    made.close()
    return path


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return app.start()


@pytest.fixture
def new_window(qtbot: object, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Windows that share settings and drafts in a folder of the test's own."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(LIGHT, store=store, drafts=tmp_path / "drafts")
        made.append(window)
        window.show()
        return window

    yield make
    for window in made:
        window.importer.stop()
        window.session.discard()
        window.close()
        window.deleteLater()


@pytest.fixture
def window(new_window: Callable[[], MainWindow]) -> MainWindow:
    return new_window()


@pytest.fixture
def opened(window: MainWindow, project: Path) -> MainWindow:
    window.open([project])
    return window
