"""Choosing a format and writing its files."""

from pathlib import Path

import pytest

from core.exchange import FORMATS, Collection, ExchangeError, Format, Options, find, write


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.csv", "csv"),
        ("A.CSV", "csv"),
        ("a.b.xlsx", "xlsx"),
        ("a.json", "json"),
        ("a.timeline.json", "timelinejs"),
        ("a.timeline.csv", "timelinejs-sheet"),
        ("a.ics", "ics"),
        ("a.geojson", "geojson"),
        ("a.jsonld", "annotations"),
    ],
)
def test_the_longest_suffix_tells_the_format(name: str, format_: str) -> None:
    assert find(Path(name)).name == format_


def test_a_named_format_goes_before_the_suffix() -> None:
    assert find(Path("events.txt"), "CSV").name == "csv"
    assert find(Path("events.json"), "timelinejs").name == "timelinejs"


def test_an_unknown_suffix_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExchangeError) as caught:
        find(Path("chart.docx"))
    assert all(known.suffix in str(caught.value) for known in FORMATS)


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(ExchangeError, match=r"no format 'word'.*timelinejs-sheet"):
        find(Path("x.csv"), "word")


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_every_format_writes_every_collection(
    known: Format, collection: Collection, how: Options, tmp_path: Path
) -> None:
    for number, some in enumerate((collection, Collection(), collection.only())):
        path = tmp_path / f"{number}{known.suffix}"
        assert path in write(some, path, how)
        assert path.stat().st_size
        assert not list(tmp_path.glob(".*"))


def test_csv_is_two_files_and_both_are_named(collection: Collection, how: Options, tmp_path: Path) -> None:
    written = write(collection, tmp_path / "may.csv", how)
    assert written == [tmp_path / "may.csv", tmp_path / "may-assertions.csv"]
    assert all(path.exists() for path in written)


def test_an_earlier_export_is_replaced(collection: Collection, how: Options, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("old")
    write(collection, path, how)
    assert path.read_text("utf-8").startswith("{")


def test_a_link_stays_a_link(collection: Collection, how: Options, tmp_path: Path) -> None:
    target, link = tmp_path / "target.json", tmp_path / "x.json"
    target.write_text("old")
    link.symlink_to(target)
    write(collection, link, how)
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("{")


def test_a_folder_that_is_not_there_is_named(collection: Collection, how: Options, tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"none/x\.json: It could not be written \(No such file"):
        write(collection, tmp_path / "none" / "x.json", how)


def test_a_folder_in_the_place_of_the_file_is_an_error_in_words(
    collection: Collection, how: Options, tmp_path: Path
) -> None:
    (tmp_path / "x.json").mkdir()
    with pytest.raises(ExchangeError, match="could not be written"):
        write(collection, tmp_path / "x.json", how)
