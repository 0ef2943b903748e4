"""Damaged files: read as far as they go, with what was lost named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from core.intake import absorb
from core.project import (
    ProjectError,
    open_project,
)
from tests.core.project.making import article, digest, read


def damaged(path: Path, *, table: str, row: int = 1) -> None:
    """Overwrite the page that holds a row of a table, as a bad block would."""
    with closing(sqlite3.connect(path)) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
        pages = [
            r[0]
            for r in db.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
        ]
    with path.open("r+b") as file:
        file.seek((pages[row - 1] - 1) * size)
        file.write(b"\xff" * size)


def test_a_damaged_file_is_opened_to_be_read_and_says_what_was_lost(saved: Path, tmp_path: Path) -> None:
    damaged(saved, table="decision")
    before = digest(saved)
    with closing(open_project(saved)) as project:
        assert project.read_only
        (warning,) = project.warnings
        assert "damaged" in warning
        assert "some of your decisions" in warning
        assert len(project.articles()) == 4
        assert project.events()[0].title == "First of all", "decisions are told by the log, too"
        with pytest.raises(ProjectError, match="only be read"):
            project.undo()
        project.save_as(tmp_path / "rescued.twotrack")
        assert project.events()[0].title == "First of all"
        assert project.search("refinery")
        project.undo()
        assert not project.warnings
    assert digest(saved) == before


def test_articles_lost_with_a_bad_block_are_named_and_the_rest_is_there(path: Path) -> None:
    project = open_project(path, create=True)
    filling = "Nothing else was said that day. " * 400
    texts = [
        f"Day {number} in Karsk\n\nGunners shelled Karsk on {number} May.\n\n{filling}"
        for number in range(1, 9)
    ]
    absorb(project, [read(article(text)) for text in texts])
    project.close()
    with closing(sqlite3.connect(path)) as db:
        size = db.execute("PRAGMA page_size").fetchone()[0]
        page = db.execute(
            "SELECT pageno FROM dbstat WHERE name = 'article' AND pagetype = 'overflow'"
        ).fetchone()[0]
        schema = db.execute("SELECT path FROM dbstat WHERE pageno = ?", (page,)).fetchone()[0]
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with closing(open_project(path)) as again:
        assert again.read_only, schema
        assert len(again.articles()) == 7
        assert len(again.events()) == 8
        lost = ({f"Day {n} in Karsk" for n in range(1, 9)} - {a.title for a in again.articles()}).pop()
        assert f"the text of “{lost}”" in again.warnings[0]


def test_rows_that_are_whole_for_the_database_but_not_what_was_written_count_as_lost(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as db, db:
        db.execute("UPDATE event SET data = '{\"title\":' WHERE n = 1")
        db.execute("UPDATE reading SET mentions = x'00ff' WHERE n = 2")
    with closing(open_project(saved)) as project:
        shown = project.events()
        assert project.read_only
        assert 0 < len(shown) < 7
        assert "mention" in project.warnings[0]
        assert "some events" in project.warnings[0]


def test_a_file_cut_short_is_read_as_far_as_it_goes(saved: Path) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: len(whole) * 9 // 10])
    with closing(open_project(saved)) as project:
        assert project.read_only
        assert "damaged" in project.warnings[0]
        assert len(project.articles()) == 4


def shown(path: Path) -> str:
    """Return how a file opens: whole, in part, or not at all, and then with which words."""
    try:
        with closing(open_project(path)) as project:
            project.events(), project.articles(), project.links()
            assert project.read_only == bool(project.warnings)
            return "in part" if project.read_only else "whole"
    except ProjectError as error:
        return str(error)


def test_a_bad_block_anywhere_never_ends_in_anything_but_words(saved: Path) -> None:
    whole = saved.read_bytes()
    seen = []
    for page in range(len(whole) // 4096):
        saved.write_bytes(whole[: page * 4096] + b"\xa5" * 4096 + whole[(page + 1) * 4096 :])
        seen.append(shown(saved))
    assert all(words in ("whole", "in part") or str(saved) in words for words in seen)
    assert seen.count("in part") > len(seen) / 2


def test_a_file_cut_short_anywhere_never_ends_in_anything_but_words(saved: Path) -> None:
    whole = saved.read_bytes()
    for share in range(1, 10):
        saved.write_bytes(whole[: len(whole) * share // 10])
        assert shown(saved) == "in part" or str(saved) in shown(saved)
