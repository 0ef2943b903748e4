"""The flat tables, as CSV and as a workbook."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from core.exchange import Collection, Options, find, render
from core.exchange import tables as flat
from core.exchange.cells import guard, unguard

README = Path(flat.__file__).with_name("README.md")


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def csv_files(collection: Collection, how: Options) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    files = render(collection, find(Path("x.csv")), how)
    return rows(files[""]), rows(files["-assertions"])


def test_each_event_is_a_row_but_those_rejected(collection: Collection, how: Options) -> None:
    events, _ = csv_files(collection, how)
    assert [row["id"] for row in events] == ["e1", "e2", "e3", "e4", "e5", "user-1", "e7"]
    talks, shelling = events[:2]
    assert talks["source"] == "Russia; Ukraine"
    assert talks["review"] == "confirmed"
    assert talks["links"] == "fulfils e5"
    assert (shelling["date"], shelling["first"], shelling["last"]) == (
        "2024-03-14~",
        "2024-03-13",
        "2024-03-15",
    )
    assert (shelling["killed_low"], shelling["killed_high"], shelling["injured_low"]) == ("4", "6", "")
    assert events[2]["date"] == ""
    assert events[5]["origin"] == "ACLED UKR1"


def test_quad_class_and_acled_types_are_derived(collection: Collection, how: Options) -> None:
    talks, shelling = csv_files(collection, how)[0][:2]
    assert (talks["quad_class"], talks["quad"]) == ("1", "verbal-cooperation")
    assert (shelling["quad_class"], shelling["quad"]) == ("4", "material-conflict")
    assert shelling["acled_event_type"] == "Explosions/Remote violence"
    assert shelling["acled_sub_event_type"] == "Shelling/artillery/missile attack"


def test_places_have_coordinates_where_they_are_known(collection: Collection, how: Options) -> None:
    events = {row["id"]: row for row in csv_files(collection, how)[0]}
    assert float(events["e1"]["latitude"]) == pytest.approx(46.2, abs=0.1)
    assert (events["user-1"]["latitude"], events["user-1"]["longitude"]) == ("50.5", "30.25")
    assert events["e4"]["latitude"] == ""


def test_each_mention_is_an_assertion_with_its_words(collection: Collection, how: Options) -> None:
    _, assertions = csv_files(collection, how)
    assert [row["event_id"] for row in assertions] == ["e1", "e2", "e3"]
    text = collection.articles[0].text
    for row in assertions:
        quote = unguard(row["quote"])
        assert text[int(row["start"]) : int(row["end"])] == quote
        assert unguard(row["before"]) + quote + unguard(row["after"]) in text
    assert assertions[1]["outlet"] == "The Courier"
    assert assertions[1]["published"] == "2024-03-15"
    assert assertions[1]["killed"] == "4"


def test_no_cell_of_the_csv_can_be_run_as_a_formula(collection: Collection, how: Options) -> None:
    for table in csv_files(collection, how):
        cells = [cell for row in table for cell in row.values()]
        assert any(cell.startswith("'=") for cell in cells)
        assert not [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n")]


def test_no_cell_of_the_workbook_is_a_formula(collection: Collection, how: Options) -> None:
    book = load_workbook(io.BytesIO(render(collection, find(Path("x.xlsx")), how)[""]))
    assert book.sheetnames == ["events", "assertions"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    nasty = next(cell for cell in cells if cell.value == "=cmd|' /C calc'!A0")
    assert nasty.data_type == "s"
    assert nasty.quotePrefix


def test_the_workbook_holds_numbers_as_numbers_and_dates_as_text(
    collection: Collection, how: Options
) -> None:
    book = load_workbook(io.BytesIO(render(collection, find(Path("x.xlsx")), how)[""]))
    header, first, second, *_ = book["events"].iter_rows(values_only=True)
    talks, shelling = (dict(zip(header, row, strict=True)) for row in (first, second))
    assert (shelling["killed_low"], shelling["killed_high"], talks["killed_low"]) == (4, 6, None)
    assert talks["first"] == "2024-03-14"
    assert isinstance(talks["latitude"], float)


def test_control_characters_do_not_break_the_workbook(collection: Collection, how: Options) -> None:
    odd = collection.only(replace(collection.events[0], title="a\x00b\x0bc"))
    book = load_workbook(io.BytesIO(render(odd, find(Path("x.xlsx")), how)[""]))
    assert book["events"]["B2"].value == "abc"


def test_a_collection_without_events_still_has_its_columns(how: Options) -> None:
    events, assertions = render(Collection(), find(Path("x.csv")), how).values()
    assert events.startswith(b"id,title,track,")
    assert assertions.startswith(b"event_id,article_id,")
    assert load_workbook(io.BytesIO(render(Collection(), find(Path("x.xlsx")), how)[""]))["events"][
        "A1"
    ].value


def test_the_byte_order_mark_comes_only_when_asked_for(collection: Collection, how: Options) -> None:
    table = find(Path("x.csv"))
    assert not render(collection, table, how)[""].startswith(b"\xef\xbb\xbf")
    assert render(collection, table, replace(how, bom=True))[""].startswith(b"\xef\xbb\xbf")


def test_the_readme_tells_every_column(collection: Collection) -> None:
    told = README.read_text("utf-8")
    columns = [*flat.events(collection).columns, *flat.assertions(collection).columns]
    assert not [column for column in columns if f"`{column}`" not in told]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1", " =1", "'=1", "''-1"])
def test_risky_text_is_guarded(text: str) -> None:
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "2024-03-14", "'quoted'", "“=”", "x\ty"])
def test_harmless_text_stays(text: str) -> None:
    assert guard(text) == text


@given(st.text(alphabet=st.sampled_from("'=+-@ \tab＝")))
def test_guarding_can_always_be_undone(text: str) -> None:
    assert unguard(guard(text)) == text
