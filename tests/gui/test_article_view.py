from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model import Article, Event
from gui.article_view import ArticleView, Span
from gui.look import LIGHT


@pytest.fixture
def view(qtbot: QtBot, article: Article) -> ArticleView:
    view = ArticleView(LIGHT)
    qtbot.addWidget(view)
    view.resize(420, 400)
    view.show_article(article)
    view.show()
    return view


def spans(events: Sequence[Event]) -> list[Span]:
    return [
        Span(event.id, m.start, m.end, (m.trigger.start, m.trigger.end))
        for event in events
        for m in event.mentions
    ]


def test_the_quote_is_marked_to_the_character(view: ArticleView, events: Sequence[Event]) -> None:
    for event in events:
        told = spans([event])
        view.mark(spans(events), told[0])
        assert view.marked_text() == event.mentions[0].quote


def test_signs_outside_the_basic_plane_do_not_shift_the_marks(
    view: ArticleView, events: Sequence[Event]
) -> None:
    after_the_emoji = spans(events)[3]
    view.mark(spans(events), after_the_emoji)
    assert view.marked_text() == "The first round of talks was held two weeks ago"


def test_all_mentions_are_marked_and_one_strongly(view: ArticleView, events: Sequence[Event]) -> None:
    told = spans(events)
    view.mark(told, told[0])
    colours = [s.format.background().color().name() for s in view.extraSelections()]
    assert colours.count(LIGHT.touched) == len(told) - 1
    assert colours.count(LIGHT.marked) == 2  # the quote, and the trigger in it


def test_a_click_on_a_marked_stretch_tells_its_event(
    qtbot: QtBot, view: ArticleView, events: Sequence[Event]
) -> None:
    view.mark(spans(events), None)
    cursor = view.textCursor()
    cursor.setPosition(events[0].mentions[0].start + 5)
    with qtbot.waitSignal(view.event_clicked) as told:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert told.args == ["e1"]


def test_furniture_is_paler_than_the_article(view: ArticleView, article: Article) -> None:
    document = view.document()
    last = document.findBlock(article.text.index("Subscribe") + 1)
    body = document.findBlock(article.text.index("Envoys of both"))
    inks = [block.begin().fragment().charFormat().foreground().color().name() for block in (last, body)]
    assert inks == [LIGHT.faint, LIGHT.ink]


def test_an_empty_page_after_an_article(view: ArticleView) -> None:
    view.show_article(None)
    assert view.toPlainText() == ""
    assert view.marked_text() == ""
