"""Media that cannot be written, full disks, and several windows on one file."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.intake import absorb
from core.model import Event
from core.project import (
    Project,
    ProjectError,
    SetNote,
    SetTitle,
    SetTrack,
    Tag,
    open_project,
)
from tests.core.project.making import AT, KARSK, SECOND_ROUND, VIENNA, article, digest, make_read_only, read


def test_a_project_on_read_only_media_is_shown_and_changes_are_refused(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digest(saved)
    make_read_only(monkeypatch)
    project = open_project(saved)
    assert project.read_only
    assert project.events()[0].title == "First of all"
    assert project.search("refinery")
    with pytest.raises(ProjectError, match=r"can only be read here\. Use Save as"):
        project.apply(SetTitle((project.events()[0].id,), "Another"), AT)
    with pytest.raises(ProjectError, match="can only be read here"):
        project.undo()
    monkeypatch.undo()
    project.save_as(tmp_path / "copy.twotrack")
    project.undo()
    project.close()
    assert digest(saved) == before


def test_what_a_killed_window_left_beside_a_file_counts_on_read_only_media(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.apply(SetTitle((project.events()[0].id,), "Not lost"), AT)
    cut_off = tmp_path / "cut off"
    cut_off.mkdir()
    for path in (project.path, project.path.with_name(f"{project.path.name}-wal")):
        shutil.copyfile(path, cut_off / path.name)
    make_read_only(monkeypatch)
    with closing(open_project(cut_off / project.path.name)) as again:
        assert again.read_only
        assert again.events()[0].title == "Not lost"


# --- opened to be read


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_project_opened_to_be_read_keeps_every_byte(saved: Path) -> None:
    before = contents(saved.parent)
    with closing(open_project(saved, to_read=True)) as project:
        assert project.events()[0].title == "First of all"
        with pytest.raises(ProjectError, match="can only be read here"):
            project.apply(SetTitle((project.events()[0].id,), "Another"), AT)
    assert contents(saved.parent) == before


def test_a_project_that_is_only_looked_at_keeps_every_byte_and_its_time(saved: Path) -> None:
    os.utime(saved, (0, 0))
    before = contents(saved.parent)
    with closing(open_project(saved)) as project:
        assert project.events()[0].title == "First of all"
        assert project.search("refinery")
        assert not project.refresh()
    assert contents(saved.parent) == before
    assert saved.stat().st_mtime == 0


def test_what_was_looked_at_first_can_be_written_to_beside_another_window(saved: Path) -> None:
    with closing(open_project(saved)) as looking, closing(open_project(saved)) as writing:
        first, *_ = looking.events()
        writing.apply(SetTitle((first.id,), "Written meanwhile"), AT)
        assert looking.refresh()
        looking.apply(Tag((first.id,), add=("seen",)), AT)
        assert looking.event(first.id).title == "Written meanwhile"
    with closing(open_project(saved)) as again:
        assert again.event(first.id).marks.tags == ("seen",)


def test_an_old_project_opened_to_be_read_keeps_every_byte(tmp_path: Path) -> None:
    old = tmp_path / "old.twotrack"
    shutil.copyfile(Path(__file__).parent / "fixtures" / "version-1.twotrack", old)
    before = contents(tmp_path)
    with closing(open_project(old, to_read=True)) as project:
        assert project.events()
    assert contents(tmp_path) == before


def test_what_a_killed_window_left_counts_where_a_project_is_read(project: Project, tmp_path: Path) -> None:
    project.apply(SetTitle((project.events()[0].id,), "Not lost"), AT)
    cut_off = tmp_path / "cut off" / project.path.name
    cut_off.parent.mkdir()
    for path in (project.path, project.path.with_name(f"{project.path.name}-wal")):
        shutil.copyfile(path, cut_off.parent / path.name)
    before = digest(cut_off)
    with closing(open_project(cut_off, to_read=True)) as again:
        assert again.events()[0].title == "Not lost"
    assert digest(cut_off) == before


def test_a_project_that_a_window_works_on_can_be_read_at_any_time(project: Project) -> None:
    first, *_ = project.events()
    with closing(open_project(project.path, to_read=True)) as reader:
        project.apply(SetTitle((first.id,), "Written meanwhile"), AT)
        assert reader.refresh()
        assert reader.event(first.id).title == "Written meanwhile"
    project.apply(SetTitle((first.id,), "And after"), AT)
    with closing(sqlite3.connect(project.path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with closing(open_project(project.path, to_read=True)) as reader:
            assert reader.event(first.id).title == "And after"
        writer.execute("ROLLBACK")


# --- a full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can only be mounted by the superuser")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(project: Project) -> None:
    """Write until the disk is full."""
    (first, *_) = project.events()
    for number in range(1000):
        project.apply(SetNote((first.id,), f"{number} " * 500), AT)


def test_a_full_disk_is_said_in_words_and_what_was_saved_stays(small_disk: Path) -> None:
    project = open_project(small_disk / "war.twotrack", create=True)
    absorb(project, [read(article(VIENNA))])
    with pytest.raises(ProjectError, match=r"disk is full\. Nothing that was saved before is lost"):
        fill(project)
    last = project.events()
    with pytest.raises(ProjectError, match="disk is full"):
        absorb(project, [read(article(KARSK + "Filling. " * 40_000))])
    assert project.events() == last
    assert len(project.articles()) == 1
    project.close()
    with closing(open_project(small_disk / "war.twotrack")) as again:
        assert again.events() == last


def test_a_copy_to_a_full_disk_leaves_nothing_behind(small_disk: Path, empty: Project) -> None:
    absorb(empty, [read(article(VIENNA + "Filling. " * 100_000))])
    with pytest.raises(ProjectError, match="disk is full"):
        empty.save_as(small_disk / "copy.twotrack")
    assert list(small_disk.iterdir()) == []
    assert len(empty.events()) == 2


def test_a_write_that_fails_changes_nothing_in_what_is_shown(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, articles = project.events(), project.articles()

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("core.project.decisions.write", fail)
    with pytest.raises(ProjectError, match="disk is full"):
        project.apply(SetTitle((before[0].id,), "Another"), AT)
    monkeypatch.setattr("core.project.machine.save", fail)
    with pytest.raises(ProjectError, match="disk is full"):
        project.remove_articles([articles[0].id])
    monkeypatch.undo()
    assert (project.events(), project.articles()) == (before, articles)
    assert not project.undo_label
    project.apply(SetTitle((before[0].id,), "Another"), AT)


# --- two windows


@pytest.fixture
def other(project: Project) -> Iterator[Project]:
    second = open_project(project.path)
    yield second
    second.close()


def test_what_one_window_decides_the_other_shows_after_refresh(project: Project, other: Project) -> None:
    first = other.events()[0]
    assert not other.refresh()
    project.apply(SetTitle((first.id,), "From the first window"), AT)
    assert other.refresh()
    assert other.events() == project.events()
    assert not other.refresh()


def test_a_change_in_one_window_is_made_on_what_the_other_has_written(
    project: Project, other: Project
) -> None:
    first = other.events()[0]
    project.apply(Tag((first.id,), add=("a",)), AT)
    other.apply(Tag((first.id,), add=("b",)), AT)
    assert other.event(first.id).marks.tags == ("a", "b")
    project.refresh()
    assert project.events() == other.events()


def test_undo_takes_back_the_last_change_of_either_window(project: Project, other: Project) -> None:
    first = other.events()[0]
    project.apply(SetTitle((first.id,), "One"), AT)
    other.apply(SetTrack((first.id,), "battlefield"), AT)
    project.undo()
    assert project.event(first.id).track == first.track
    assert project.event(first.id).title == "One"


def test_an_event_that_has_gone_in_another_window_is_refused_in_words(
    project: Project, other: Project
) -> None:
    (strike,) = [e for e in other.events() if any("refinery" in m.quote for m in e.mentions)]
    project.remove_articles([article(KARSK).id])
    with pytest.raises(ProjectError, match="no event"):
        other.apply(SetTitle((strike.id,), "Gone"), AT)
    assert other.events() == project.events()


def test_articles_taken_in_by_another_window_are_there_after_refresh(empty: Project) -> None:
    assert empty.events() == []
    with closing(open_project(empty.path)) as other:
        absorb(other, [read(article(SECOND_ROUND))])
    assert empty.refresh()
    assert len(empty.events()) == 2


def test_a_file_another_window_is_writing_to_is_said_in_words(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.project.file._WAIT", 0.01)
    with closing(open_project(project.path)) as hurried:
        first: Event = hurried.events()[0]
        with closing(sqlite3.connect(project.path, isolation_level=None)) as writer:
            writer.execute("BEGIN IMMEDIATE")
            with pytest.raises(ProjectError, match="Another window or program is writing"):
                hurried.apply(SetTitle((first.id,), "Now"), AT)
            writer.execute("ROLLBACK")
        hurried.apply(SetTitle((first.id,), "Now"), AT)


def test_a_project_open_in_another_window_is_not_overwritten(project: Project, tmp_path: Path) -> None:
    other = open_project(tmp_path / "other.twotrack", create=True)
    with pytest.raises(ProjectError, match="open in another window"):
        other.save_as(project.path)
    other.close()
    assert len(project.articles()) == 4


@pytest.mark.skipif(os.name == "nt", reason="Windows lets no open file be moved or deleted")
@pytest.mark.parametrize("fate", ["moved", "deleted", "replaced"])
def test_a_file_taken_away_while_open_is_said_before_work_is_lost(
    project: Project, tmp_path: Path, fate: str
) -> None:
    first, *_ = project.events()
    if fate == "deleted":
        project.path.unlink()
    elif fate == "moved":
        project.path.rename(tmp_path / "elsewhere.twotrack")
    else:
        (tmp_path / "older copy").write_bytes(b"from a backup")
        (tmp_path / "older copy").replace(project.path)
    with pytest.raises(ProjectError, match="moved, deleted or replaced"):
        project.apply(SetTitle((first.id,), "Lost?"), AT)
    project.save_as(tmp_path / "kept.twotrack")
    project.apply(SetTitle((first.id,), "Not lost"), AT)
    project.close()
    with closing(open_project(tmp_path / "kept.twotrack")) as again:
        assert again.events()[0].title == "Not lost"
        assert len(again.articles()) == 4
