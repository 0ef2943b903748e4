"""The dated facts: those that ship, those of the user's own, and files that cannot be read."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from core import facts
from core.facts import own


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Yield a folder of the user's own facts."""
    monkeypatch.setenv(own.ENVIRONMENT, str(tmp_path))
    (tmp_path / "landmarks").mkdir()
    own._read.cache_clear()
    yield tmp_path
    own._read.cache_clear()


def test_the_packaged_facts_can_be_read() -> None:
    known = facts.packaged()
    assert len(known.terms) > 500
    assert len(known.wars) > 80
    assert len(known.landmarks) > 1000
    assert known.eras
    assert known.titles


def test_every_packaged_landmark_is_told_by_words_that_mean_something() -> None:
    for landmark in facts.packaged().landmarks:
        for group in landmark.words:
            assert len(group) > 1 or len(group[0]) > 2, landmark
            assert not any("  " in word or word != word.strip() for word in group), landmark


def test_no_two_packaged_landmarks_are_one() -> None:
    seen = [(landmark.date, landmark.event) for landmark in facts.packaged().landmarks]
    assert len(seen) == len(set(seen))


def test_no_holder_has_an_office_twice_at_a_time() -> None:
    terms = sorted(
        facts.packaged().terms, key=lambda term: (term.holder, term.office, term.country, term.start)
    )
    for one, two in pairwise(terms):
        if (one.holder, one.office, one.country) == (two.holder, two.office, two.country):
            assert one.end is not None, one
            assert one.end <= two.start, one


def test_facts_of_the_users_own_are_added(folder: Path) -> None:
    (folder / "landmarks" / "mine.csv").write_text(
        "date,event,words\n2031-03-11,Dam breaks,Orlo+dam\n", "utf-8"
    )
    (folder / "wars.csv").write_text("war,places,start,end\nWar of Orland,Orland,2030-01-10,\n", "utf-8")
    assert "Dam breaks" in [landmark.event for landmark in facts.known().landmarks]
    assert "War of Orland" in [war.name for war in facts.known().wars]
    assert len(facts.known().terms) == len(facts.packaged().terms)
    assert facts.problem() == ""


def test_no_folder_or_an_empty_one_adds_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert facts.known() == facts.packaged()
    for name in ("", str(folder / "none")):
        monkeypatch.setenv(own.ENVIRONMENT, name)
        own._read.cache_clear()
        assert facts.known() == facts.packaged()
        assert facts.problem() == ""


@pytest.mark.parametrize(
    ("row", "trouble"),
    [
        ("31-3-11,Dam breaks,Orlo+dam", "'31-3-11' is no date like 2022-02-24"),
        ("2031-03-11,Dam breaks,", "the words is missing"),
        ("2031-03-11,,Orlo", "the event is missing"),
        ("2031-03-11", "the event is missing"),
        ("2031-03-11,Dam breaks,Orlo+", "a word is empty"),
        ("2031-03-11,Dam breaks,Orlo||dam", "a word is empty"),
        ("2031-03-11,Dam breaks,Orlo,great", "the fame is 'great'"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_the_packaged_facts_stay(
    folder: Path, row: str, trouble: str
) -> None:
    (folder / "landmarks" / "mine.csv").write_text(f"date,event,words,fame\n{row}\n", "utf-8")
    assert facts.known() == facts.packaged()
    assert f"mine.csv, line 2: {trouble}" in facts.problem()


def test_a_term_that_ends_before_it_starts_is_refused(folder: Path) -> None:
    header = "holder,office,country,start,end"
    (folder / "office_holders.csv").write_text(f"{header}\nA B,king,Orland,2031-01-02,2031-01-01\n", "utf-8")
    assert "the end 2031-01-01 is before the start 2031-01-02" in facts.problem()


def test_a_file_that_is_no_text_is_named(folder: Path) -> None:
    (folder / "wars.csv").write_bytes(b"war,places,start,end\n\xff\xfe\x00")
    assert "wars.csv" in facts.problem()


@pytest.mark.parametrize("text", ["president = 3", "president = []", "president = [1]", "= ="])
def test_titles_that_are_no_lists_of_words_are_named(folder: Path, text: str) -> None:
    (folder / "titles.toml").write_text(text, "utf-8")
    assert "titles.toml" in facts.problem()
