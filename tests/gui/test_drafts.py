from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from core.model import Article, Event
from gui.drafts import left_behind, new_draft
from gui.window import MainWindow


@pytest.fixture
def left(tmp_path: Path, article: Article, events: list[Event]) -> Path:
    """A draft whose window ended without saving."""
    project, lock = new_draft(tmp_path / "drafts")
    project.store([article], {article.id: [m for e in events for m in e.mentions]}, events, [])
    project.close()
    lock.unlock()
    return project.path


def offered(window: MainWindow) -> dict[str, QPushButton]:
    return {button.text(): button for button in window.notice.findChildren(QPushButton)}


def test_a_draft_in_use_is_not_taken_for_one_left_behind(tmp_path: Path) -> None:
    project, lock = new_draft(tmp_path)
    assert left_behind(tmp_path) == []
    lock.unlock()
    assert left_behind(tmp_path) == [project.path]
    project.close()


def test_an_unsaved_project_of_last_time_can_be_opened(window: MainWindow, left: Path) -> None:
    window.offer_drafts()
    offered(window)["Open it"].click()
    assert len(window.session.events()) == 3
    assert window.session.path is None  # still without a file: the user is asked when leaving it
    assert not window.session.clean


def test_an_unsaved_project_of_last_time_can_be_deleted(window: MainWindow, left: Path) -> None:
    window.offer_drafts()
    offered(window)["Delete it"].click()
    assert not left.exists()
    assert window.notice.words == ""


def test_nothing_is_offered_where_nothing_was_left(new_window: Callable[[], MainWindow]) -> None:
    first = new_window()
    assert first.session.project.untitled  # a draft in use by a window
    second = new_window()
    second.offer_drafts()
    assert second.notice.words == ""
