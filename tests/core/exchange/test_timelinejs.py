"""TimelineJS's JSON and sheet, checked against the rules it publishes for them."""

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from core import edtf
from core.exchange import Collection, Options, find, read, render

# Its own fields and what it demands of them, as JSON Schema.
PUBLISHED = json.loads(Path(__file__).with_name("timelinejs.schema.json").read_text("utf-8"))
SHEET = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Alt Text,Type,Group,Background"
)


class Text(HTMLParser):
    """Collects the text of HTML, and the tags in it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.text, self.tags = "", list[str]()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def day_of(date: dict[str, int]) -> dt.date:
    return dt.date(date["year"], date.get("month", 1), date.get("day", 1))


def complaints(data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(PUBLISHED).iter_errors(data)]


def slides_of(collection: Collection, how: Options) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(render(collection, find(Path("x.timeline.json")), how)[""])
    return data


def test_the_json_keeps_to_the_published_form(collection: Collection, how: Options) -> None:
    data = slides_of(collection, how)
    assert complaints(data) == []
    assert data["scale"] == "human"
    assert Text(data["title"]["text"]["headline"]).text == "Spring & talks"
    for slide in data["events"]:
        start = day_of(slide["start_date"])
        assert "end_date" not in slide or day_of(slide["end_date"]) > start
    assert len({slide["unique_id"] for slide in data["events"]}) == len(data["events"]) == 6


@pytest.mark.parametrize(
    "date", ["2024", "2024-03", "2024-03-02~", "../2024-03-02", "2024-03/..", "2023/2024-02"]
)
def test_every_kind_of_date_keeps_to_the_published_form(
    collection: Collection, how: Options, date: str
) -> None:
    first, last = edtf.bounds(date)
    for type_ in ("CONSULT", "THREATEN"):  # a deadline becomes an era too
        event = replace(collection.events[0], type=type_, edtf=date, first=first, last=last)
        assert complaints(slides_of(replace(collection.only(event), name=""), how)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"end_date": {"month": 5}},
        {"start_date": {"year": 2024, "day": 5}},
        {"start_date": {"year": "2024"}},
        {"media": {"caption": "no address"}},
        {"when": "2024"},
    ],
)
def test_the_published_form_refuses_what_timelinejs_does(
    collection: Collection, how: Options, wrong: dict[str, Any]
) -> None:
    data = slides_of(collection, how)
    data["events"][0] |= wrong
    assert len(complaints(data)) == 1


def test_dates_keep_their_precision(collection: Collection, how: Options) -> None:
    slides = {slide["unique_id"]: slide for slide in slides_of(collection, how)["events"]}
    assert slides["e7"]["start_date"] == {"year": 2023}
    assert slides["e2"]["start_date"] == {"year": 2024, "month": 3, "day": 14}
    assert slides["e2"]["display_date"] == "about 14 March 2024"
    assert slides["e5"]["display_date"] == "by 31 March 2024"
    assert slides["e4"]["end_date"] == {"year": 2024, "month": 3, "day": 14}
    assert "end_date" not in slides["e2"]


def test_text_is_escaped_and_tells_the_source(collection: Collection, how: Options) -> None:
    slide = slides_of(collection, how)["events"][0]
    assert Text(slide["text"]["headline"]).text == "Envoys <meet> & talk"
    body = Text(slide["text"]["text"])
    assert set(body.tags) <= {"p", "blockquote", "a"}
    assert "Envoys of both sides met in Geneva" in body.text
    assert "The Courier, 2024-03-15" in body.text
    assert slide["group"] == "Diplomatic"


def test_a_link_that_is_no_web_address_is_left_out(collection: Collection, how: Options) -> None:
    bad = replace(collection.articles[0], url="javascript:alert(1)")
    assert "javascript" not in json.dumps(slides_of(replace(collection, articles=(bad,)), how))


def test_deadlines_are_eras_unless_two_overlap(collection: Collection, how: Options) -> None:
    (era,) = slides_of(collection, how)["eras"]
    assert era["text"]["headline"] == "Ultimatum, two weeks"
    first, last = edtf.bounds("2024-03-14/2024-03-20")
    second = replace(collection.events[3], id="e9", edtf="2024-03-14/2024-03-20", first=first, last=last)
    assert slides_of(collection.only(*collection.events, second), how)["eras"] == []


def test_the_sheet_has_the_published_columns_and_no_other(collection: Collection, how: Options) -> None:
    text = render(collection, find(Path("x.timeline.csv")), how)[""].decode("utf-8")
    assert text.splitlines()[0] == SHEET
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == 7  # six events and an era
    assert all(row["Year"].isdigit() for row in rows)
    assert [row["Type"] for row in rows] == [""] * 6 + ["era"]
    assert (rows[2]["Year"], rows[2]["Month"], rows[2]["End Day"]) == ("2024", "3", "14")


@pytest.mark.parametrize("name", ["x.timeline.json", "x.timeline.csv"])
def test_what_is_written_can_be_read_again(
    name: str, collection: Collection, how: Options, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(render(collection, find(path), how)[""])
    found = read(path)
    assert found.kind == "TimelineJS"
    assert not found.problems
    told = [(e.title, e.edtf, e.track, e.status.value) for e in found.events]
    assert told[0] == ("Envoys <meet> & talk", "2024-03-14", "diplomatic", "occurred")
    assert told[1] == ("Shelling of Sumy", "2024-03-14~", "battlefield", "occurred")
    assert told[2] == ("Ultimatum, two weeks", "2024-03-01/2024-03-14", "diplomatic", "cancelled")
    assert [status for *_, status in told[3:]] == ["planned", "occurred", "occurred"]
