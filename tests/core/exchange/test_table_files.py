"""Tables of events as files: bad rows, separators, workbooks, and what is no table."""

from pathlib import Path

import pytest

from core.exchange import ExchangeError, is_table, read
from tests.core.exchange.foreign import ACLED, STRIKE, acled, only, table


def test_a_bad_row_is_named_with_its_file_and_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [
        STRIKE | {"event_date": "soon"},
        STRIKE,
        STRIKE | {"fatalities": "many"},
        STRIKE | {"latitude": "95"},
        STRIKE | {"sub_event_type": "Picnic"},
        STRIKE | {"time_precision": "9"},
        {},
        STRIKE | {"event_id_cnty": "UKR2"},
    ]
    path = table(tmp_path / "acled.csv", ACLED, *rows)
    found = read(path)
    assert [event.origin for event in found.events] == ["ACLED UKR12345", "ACLED UKR2"]
    assert [problem.row for problem in found.problems] == [2, 4, 5, 6, 7]
    words = [str(problem) for problem in found.problems]
    assert words[0] == f"{path}, row 2: \"event_date\" is no date: 'soon'. Write it like 2025-05-29."
    assert "'many'" in words[1]
    assert "95, 34.7981" in words[2]
    assert "'Picnic'" in words[3]


def test_a_row_with_too_many_cells_is_named(tmp_path: Path) -> None:
    path = table(tmp_path / "acled.csv", ACLED, STRIKE)
    path.write_text(path.read_text("utf-8") + ",".join("x" * 40) + "\n", "utf-8")
    found = read(path)
    assert len(found.events) == 1
    assert str(found.problems[0]).startswith(f"{path}, row 3: The row has 40 cells, the table 31 columns.")


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ","), ("utf-16", "\t"), ("cp1252", ";"), ("utf-8", ";"), ("utf-8", "\t")],
)
def test_tables_are_read_however_a_spreadsheet_saved_them(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    noted = STRIKE | {
        "notes": "“Drones” hit a café in the town, officials said; line one.\nLine two – the end."
    }
    path = table(tmp_path / "acled.csv", ACLED, noted, delimiter=delimiter)
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    assert only(read(path)).marks.note == noted["notes"]


def test_a_row_without_an_id_is_the_same_row_when_it_comes_again(tmp_path: Path) -> None:
    first, again = (only(acled(tmp_path, event_id_cnty="")) for _ in range(2))
    other = only(acled(tmp_path, event_id_cnty="", location="Kharkiv"))
    assert first.origin == again.origin != other.origin


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        (
            "shopping.csv",
            b"item,price\nbread,2\n",
            r"no table of events Twotrack knows \(its columns: item, price\)",
        ),
        ("empty.csv", b"", "its columns: none"),
        ("broken.json", b"{", "not JSON"),
        ("list.json", b"[1, 2]", "no table of events"),
        ("deep.json", b"[" * 100_000, "not JSON"),
        ("sheet.xlsx", b"PK\x03\x04 no workbook", "no table of events|cannot be read"),
        ("noise.csv", bytes(range(256)) * 4, "no table of events|not text"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not is_table(path)
    with pytest.raises(ExchangeError, match=says) as caught:
        read(path)
    assert name in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert not is_table(tmp_path / "none.csv")
    with pytest.raises(ExchangeError, match=r"none\.csv: It cannot be read \(No such file"):
        read(tmp_path / "none.csv")


def test_articles_are_no_tables(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("event_date,event_type,sub_event_type\n", "utf-8")
    assert not is_table(path)
