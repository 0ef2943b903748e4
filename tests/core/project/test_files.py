"""The file itself: one when closed, what is no project, and files of other versions."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from core.intake import absorb
from core.project import (
    Project,
    ProjectError,
    SetTitle,
    new_project,
    open_project,
)
from core.project.schema import APPLICATION_ID, VERSION
from tests.core.project.making import AT, VIENNA, article, digest, make_read_only, read

FIXTURES = Path(__file__).with_name("fixtures")


def pragma(path: Path, words: str) -> object:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(f"PRAGMA {words}").fetchone()[0]


# --- one file


def test_a_closed_project_is_one_file_and_says_what_it_is(saved: Path) -> None:
    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    assert pragma(saved, "application_id") == APPLICATION_ID
    assert pragma(saved, "user_version") == VERSION
    assert pragma(saved, "journal_mode") == "delete"


def test_an_open_project_writes_ahead(project: Project) -> None:
    assert project.path.with_name(f"{project.path.name}-wal").exists()


def test_an_untitled_project_with_nothing_in_it_leaves_no_file(tmp_path: Path) -> None:
    project = new_project(tmp_path / "drafts")
    assert project.untitled
    assert project.clean
    project.close()
    assert list((tmp_path / "drafts").iterdir()) == []


def test_an_untitled_project_moves_to_where_it_is_saved(tmp_path: Path) -> None:
    project = new_project(tmp_path / "drafts")
    absorb(project, [read(article(VIENNA))])
    assert (project.untitled, project.clean) == (True, False)
    project.save_as(tmp_path / "war.twotrack")
    assert (project.untitled, project.clean) == (False, True)
    assert list((tmp_path / "drafts").iterdir()) == []
    project.apply(SetTitle((project.events()[0].id,), "First"), AT)
    project.close()
    with closing(open_project(tmp_path / "war.twotrack")) as again:
        assert again.events()[0].title == "First"


def test_untitled_projects_do_not_get_into_each_others_way(tmp_path: Path) -> None:
    one, other = new_project(tmp_path), new_project(tmp_path)
    assert one.path != other.path
    one.close()
    other.close()


def test_saving_under_another_name_leaves_the_first_file_as_it_was(saved: Path, tmp_path: Path) -> None:
    project = open_project(saved)
    project.save_as(tmp_path / "copy.twotrack")
    project.apply(SetTitle((project.events()[0].id,), "Only in the copy"), AT)
    project.close()
    with closing(open_project(saved)) as first:
        assert first.events()[0].title == "First of all"


def test_saving_under_its_own_name_is_no_change(saved: Path) -> None:
    with closing(open_project(saved)) as project:
        project.save_as(saved)
        assert project.events()[0].title == "First of all"


@pytest.mark.parametrize(
    ("target", "words"), [("nowhere/war.twotrack", "folder does not exist"), ("", "cannot be written|folder")]
)
def test_a_place_that_cannot_be_saved_to_is_named_and_the_project_goes_on(
    saved: Path, tmp_path: Path, target: str, words: str
) -> None:
    with closing(open_project(saved)) as project:
        with pytest.raises(ProjectError, match=words):
            project.save_as(tmp_path / target)
        project.apply(SetTitle((project.events()[0].id,), "Goes on"), AT)
        assert project.path == saved


# --- what is no project


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not a Twotrack project"),
        (b"Delegations met in Vienna.\n" * 200, "not a Twotrack project"),
        (b"SQLite format 3\0" + bytes(4080), "not a Twotrack project|damaged"),
    ],
)
def test_a_file_that_is_no_project_is_refused_and_left_as_it_is(
    path: Path, content: bytes, words: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(ProjectError, match=words):
        open_project(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE notes (text)")
    with pytest.raises(ProjectError, match="not a Twotrack project"):
        open_project(path)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path / "none.twotrack", tmp_path):
        with pytest.raises(ProjectError, match="no such file"):
            open_project(path)


def test_a_new_project_does_not_overwrite_a_file(saved: Path) -> None:
    before = digest(saved)
    with pytest.raises(ProjectError, match="a file of this name already"):
        open_project(saved, create=True)
    assert digest(saved) == before


def test_a_text_with_half_a_character_is_refused_in_words(empty: Project) -> None:
    with pytest.raises(ProjectError, match="broken character"):
        absorb(empty, [read(replace(article(VIENNA), text=f"{VIENNA} \ud83d"))])
    assert empty.articles() == []


# --- versions


def test_there_is_a_file_of_every_version() -> None:
    assert {path.name for path in FIXTURES.glob("*.twotrack")} == {
        f"version-{number}.twotrack" for number in range(1, VERSION + 1)
    }


@pytest.fixture(params=range(1, VERSION + 1))
def old(request: pytest.FixtureRequest, path: Path) -> Path:
    shutil.copyfile(FIXTURES / f"version-{request.param}.twotrack", path)
    assert pragma(path, "user_version") == request.param
    return path


SHOWN = {
    "Drone strike near Orlovka": "2025-05-10~",
    "First talks in Vienna": "2025-05-12",
    "Ceasefire offered": "2025-05-15",
    "Shelling of Orlovka": "2025-05-19",
    "Second round of talks": "2025-05-20",
    "Planned talks": "2025-05-20",
}


def check(project: Project) -> None:
    """Assert that all is there that each of the old files holds."""
    events = {found.title: found for found in project.events()}
    assert {title: found.edtf for title, found in events.items()} == SHOWN
    assert events["Shelling of Orlovka"].marks.confirmed is False
    assert events["First talks in Vienna"].marks.note == "Check with the mediators"
    assert events["Second round of talks"].marks.tags == ("vienna",)
    assert {(link.kind, link.later, link.earlier) for link in project.links()} == {
        ("responds", events["Shelling of Orlovka"].id, events["Drone strike near Orlovka"].id),
        ("fulfils", events["Second round of talks"].id, events["First talks in Vienna"].id),
    }
    assert [found.title for found in project.articles()] == [
        "Delegations meet in Vienna",
        "Second round ends in Vienna",
    ]
    assert len(project.search("mediators")) == 1
    assert (project.undo_label, project.redo_label) == ("change title", "change publication date")


def test_an_old_file_is_brought_up_to_date_with_all_it_holds(old: Path) -> None:
    with closing(open_project(old)) as project:
        check(project)
    assert pragma(old, "user_version") == VERSION
    assert [path.name for path in old.parent.iterdir()] == [old.name]


def test_the_decisions_of_an_old_file_can_be_undone_and_redone(old: Path) -> None:
    with closing(open_project(old)) as project:
        undone = 0
        while project.undo_label:
            project.undo()
            undone += 1
        titles = {found.title for found in project.events()}
        assert {"Talks in Vienna", "Drone strike near Orlovka"} <= titles
        assert "Ceasefire offered" not in titles
        for _ in range(undone):
            project.redo()
        check(project)


def test_an_old_file_on_read_only_media_is_read_and_left_as_it_is(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(old)
    make_read_only(monkeypatch)
    with closing(open_project(old)) as project:
        assert project.read_only
        check(project)
    assert digest(old) == before


def test_an_old_file_stays_as_it_is_when_bringing_it_up_to_date_fails(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copyfile(FIXTURES / "version-1.twotrack", path)
    before = digest(path)

    def fail(db: sqlite3.Connection) -> None:
        db.execute("DROP TABLE event")
        raise sqlite3.OperationalError("the power went")

    monkeypatch.setattr("core.project.schema.STEPS", (None, fail))
    with pytest.raises(ProjectError, match="the power went"):
        open_project(path)
    assert digest(path) == before
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_an_old_file_that_is_open_elsewhere_is_not_replaced_under_it(path: Path) -> None:
    shutil.copyfile(FIXTURES / "version-1.twotrack", path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("SELECT count(*) FROM article").fetchone()
        with pytest.raises(ProjectError, match="open in another window"):
            open_project(path)


def test_a_newer_file_is_refused_with_a_clear_message_and_left_as_it_is(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = digest(saved)
    with pytest.raises(ProjectError, match=r"newer Twotrack .*Update Twotrack to open it"):
        open_project(saved)
    assert digest(saved) == before
