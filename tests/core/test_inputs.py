"""What lies in the files and folders a user gives."""

import json
import os
from pathlib import Path

import pytest

from core import articles
from core.inputs import look_through

ACLED = "event_id_cnty,event_date,event_type,sub_event_type,country,notes\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    (made / "deeper").mkdir(parents=True)
    (made / "folder.txt").mkdir()
    for name in ("b-talks.txt", "a-page.HTML", "deeper/strike.txt", "notes.docx.bak", "scan.PDF"):
        (made / name).write_text("Talks were held.")
    (made / "deeper" / "acled.csv").write_text(ACLED)
    (made / "prices.csv").write_text("item,price\nbread,2\n")
    (made / "settings.json").write_text(json.dumps({"colour": "red"}))
    return made


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_folders_are_searched_in_order_and_each_file_is_found_once(folder: Path) -> None:
    found = look_through([folder / "deeper" / "strike.txt", folder, folder / "none.txt"])
    assert names(found.articles) == ["strike.txt", "a-page.HTML", "b-talks.txt", "scan.PDF", "none.txt"]


def test_of_the_data_in_a_folder_only_tables_of_events_are_taken(folder: Path) -> None:
    assert names(look_through([folder]).tables) == ["acled.csv"]


def test_what_is_named_is_never_dropped(folder: Path) -> None:
    given = [folder / name for name in ("prices.csv", "gone.xlsx", "p.twotrack", "notes.docx.bak", "noend")]
    found = look_through([*given, *given])
    assert names(found.tables) == ["prices.csv", "gone.xlsx", "p.twotrack"]
    assert names(found.articles) == ["notes.docx.bak", "noend"]


@pytest.mark.parametrize("companion", ["a-page_files", "a-page.files", "a-page-Dateien", "a-page_fichiers"])
def test_the_folder_that_a_browser_saves_beside_a_page_is_no_folder_of_articles(
    folder: Path, companion: str
) -> None:
    (folder / companion).mkdir()
    (folder / companion / "frame.html").write_text("<html>An advertisement</html>")
    (folder / "a-pages").mkdir()
    (folder / "a-pages" / "own.html").write_text("<html>An article</html>")
    found = names(look_through([folder]).articles)
    assert "frame.html" not in found
    assert "own.html" in found


def test_a_folder_that_may_not_be_opened_is_told_of(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "deeper":
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert folder / "deeper" in look_through([folder]).articles
    with pytest.raises(
        articles.ArticleError, match=r"the folder cannot be read\. Check that you may open it"
    ):
        articles.read(folder / "deeper")
