"""Tables of events that come in from TimelineJS and from Twotrack itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.exchange import Collection, Options, read, write
from tests.core.exchange.foreign import table

SHEET = (
    "Year",
    "Month",
    "Day",
    "End Year",
    "End Month",
    "End Day",
    "Display Date",
    "Headline",
    "Type",
    "Group",
)


def test_a_slide_keeps_its_precision_and_its_group(tmp_path: Path) -> None:
    rows = (
        {"Year": "", "Headline": "The whole story", "Type": "title"},
        {"Year": "2025", "Month": "6", "Headline": "<b>Talks</b> &amp; more", "Group": "diplomatic"},
        {"Year": "2025", "Month": "6", "Day": "2", "End Year": "2025", "End Month": "6", "End Day": "4",
         "Headline": "Siege", "Group": "Battlefield"},
        {"Year": "2024", "Display Date": "around 2024", "Headline": "Envoys", "Group": "Oslo"},
    )  # fmt: skip
    found = read(table(tmp_path / "sheet.csv", SHEET, *rows))
    told = [(event.title, event.edtf, event.track) for event in found.events]
    assert told == [
        ("Talks & more", "2025-06", "diplomatic"),
        ("Siege", "2025-06-02/2025-06-04", "battlefield"),
        ("Envoys", "2024~", "diplomatic"),
    ]
    assert found.events[2].marks.tags == ("imported", "TimelineJS", "Oslo")
    assert not found.problems
    assert "title slides" in found.notes[0]


def test_a_slide_without_a_headline_or_date_is_named(tmp_path: Path) -> None:
    rows = (
        {"Year": "2025", "Month": "13", "Headline": "A"},
        {"Year": "2025", "Month": "1"},
        {"Month": "1", "Headline": "B"},
        {"Year": "2025", "Month": "5", "End Year": "2024", "Headline": "C"},
    )
    found = read(table(tmp_path / "sheet.csv", SHEET, *rows))
    assert not found.events
    assert [problem.row for problem in found.problems] == [2, 3, 4, 5]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_our_own_table_comes_back_as_it_went(
    suffix: str, collection: Collection, how: Options, tmp_path: Path
) -> None:
    path = tmp_path / f"x{suffix}"
    write(collection, path, replace(how, bom=True))
    found = read(path)
    assert not found.problems
    sent = [event for event in collection.events if event.marks.confirmed is not False]
    for event, was in zip(found.events, sent, strict=True):
        for name in ("title", "track", "type", "mode", "status", "edtf", "first", "last", "source", "target"):
            assert getattr(event, name) == getattr(was, name), name
        assert (event.place, event.country, event.killed) == (was.place, was.country, was.killed)
        assert (event.basis, event.injured, event.sources or 1) == (was.basis, was.injured, was.sources or 1)
        assert (event.marks.note, event.marks.pinned) == (was.marks.note, was.marks.pinned)
        assert set(event.marks.tags) == {"imported", *was.marks.tags}
        assert event.marks.confirmed is None  # whoever takes it in has not looked at it yet
        assert event.origin == (was.origin or f"Twotrack {was.id}")


def test_a_date_edited_in_a_spreadsheet_leaves_its_old_bounds_behind(
    collection: Collection, how: Options, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    write(collection, path, how)
    path.write_bytes(path.read_bytes().replace(b"2024-03-14~,2024-03-13", b"2024-03-20~,2024-03-13"))
    event = read(path).events[1]
    assert (event.edtf, str(event.first), str(event.last)) == ("2024-03-20~", "2024-03-20", "2024-03-20")
