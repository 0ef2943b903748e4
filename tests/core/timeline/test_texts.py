"""Texts are fitted into their room between words."""

import pytest

from core.timeline.texts import fitted
from tests.core.timeline.plain import Plain

_TITLE = "Foreign ministers meet to prepare a summit"


def test_a_text_that_fits_is_left_alone() -> None:
    assert fitted(Plain(), _TITLE, 10, 1000) == [_TITLE]


def test_a_long_text_is_cut_between_words() -> None:
    (shown,) = fitted(Plain(), _TITLE, 10, 150)
    assert shown == "Foreign ministers meet…"


def test_lines_are_broken_between_words_and_the_last_is_cut() -> None:
    assert fitted(Plain(), _TITLE, 10, 110, lines=2) == ["Foreign ministers", "meet to prepare a…"]


@pytest.mark.parametrize("most", [40, 90, 150, 222])
@pytest.mark.parametrize("lines", [1, 2, 3])
def test_no_line_is_wider_than_its_room_and_words_stay_whole(most: float, lines: int) -> None:
    found = fitted(Plain(), _TITLE, 10, most, lines=lines)
    assert len(found) <= lines
    assert all(Plain().width(line, 10) <= most for line in found)
    if most > 60:
        assert all(word.strip("…") in _TITLE.split() for line in found for word in line.split())


def test_a_word_wider_than_the_room_goes_over_lines_and_is_cut_at_last() -> None:
    assert fitted(Plain(), "Donaudampfschifffahrt", 10, 60, lines=2) == ["Donaudampf", "schifffah…"]


def test_chinese_breaks_between_any_letters() -> None:
    assert fitted(Plain(), "双方同意交换战俘", 10, 30, lines=2) == ["双方同意交", "换战俘"]


def test_a_text_without_a_font_gives_no_line() -> None:
    assert fitted(Plain(), "\ue000\ue001", 10, 100) == []


def test_an_empty_text_gives_no_line() -> None:
    assert fitted(Plain(), "", 10, 100) == []
