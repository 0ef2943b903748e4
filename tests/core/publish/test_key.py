"""The key says for each number what was told, where, and when."""

import csv
import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from core.chart import FontMeasure
from core.model import Event
from core.publish import ChartError, ChartSpec, Content, Source, compose, export
from core.publish.key import entries, written
from core.publish.keypages import pages
from core.publish.made_up import event, events
from tests.core.chart.overlaps import cut, overlapping


@pytest.fixture
def told() -> Content:
    talks = _reported(event(1, "Envoys *meet*", "diplomatic", "CONSULT", "2025-03-04~", sources=2), 2)
    strike = event(2, "=Strike()", "battlefield", "ASSAULT", "2025-03-02")
    sources = (
        Source(
            "made-up-1", "A title | with [marks]", "The Outlet", "https://example.org/a?b=1", "2025-03-05"
        ),
        Source("made-up-2", "", "Another", "", ""),
    )
    return Content((talks, strike), (), sources)


def _reported(one: Event, number: int) -> Event:
    """Return the event with a mention in each of so many articles, and a surer second one in the first."""
    (mention,) = one.mentions
    more = [replace(mention, article=f"made-up-{n + 2}", quote=f"told\nagain {n}") for n in range(number - 1)]
    return replace(one, mentions=(mention, replace(mention, quote="told surely", confidence=0.9), *more))


def test_each_report_has_a_line_in_the_order_of_the_numbers(told: Content) -> None:
    found = entries(told, {"e2": 1, "e1": 2})
    assert [(entry.number, entry.quote, entry.outlet) for entry in found] == [
        (1, "=Strike()", "The Outlet"),
        (2, "told surely", "The Outlet"),
        (2, "told again 0", "Another"),
    ]


def test_csv_can_be_read_back_and_holds_no_formula(told: Content) -> None:
    text = written(entries(told, {"e2": 1, "e1": 2}), "csv", "T")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [row["number"] for row in rows] == ["1", "2", "2"]
    assert rows[0]["title"] == "'=Strike()"
    assert rows[1]["date"] == "2025-03-04~"
    assert rows[1]["url"] == "https://example.org/a?b=1"


def test_json_holds_all_fields(told: Content) -> None:
    found = json.loads(written(entries(told, {"e1": 7}), "json", "The title"))
    assert found["title"] == "The title"
    assert found["key"][0]["number"] == 7
    assert found["key"][0]["published"] == "2025-03-05"


def test_markdown_names_each_event_once_and_links_its_sources(told: Content) -> None:
    text = written(entries(told, {"e2": 1, "e1": 2}), "md", "Key")
    assert text.count("**2. Envoys \\*meet\\*** — about 4 March 2025") == 1
    assert "[A title \\| with \\[marks\\]](<https://example.org/a?b=1>) (The Outlet, 5 March 2025)" in text
    assert "“told again 0” — Another" in text


def test_keys_are_written_beside_the_chart(tmp_path: Path) -> None:
    made = Content(tuple(events(6, dt.date(2025, 3, 3), 20)))
    spec = ChartSpec(size="700x400px", numbered=True)
    done = export(made, spec, tmp_path / "chart.png", keys=("csv", "json", "md"))
    assert [path.name for path in done.files] == ["chart.png", "chart.csv", "chart.json", "chart.md"]
    assert len(json.loads((tmp_path / "chart.json").read_text())["key"]) >= 6
    with pytest.raises(ChartError, match="no key format 'doc'"):
        export(made, spec, tmp_path / "chart.png", keys=("doc",))


def test_key_pages_hold_every_number_and_nothing_overlaps(told: Content) -> None:
    (talks, strike) = told.events
    many = replace(talks, mentions=tuple(replace(talks.mentions[0], article=f"a{n}") for n in range(40)))
    foreign = replace(strike, title="\U00012000\U00012001")
    made = Content((many, foreign, *events(60, dt.date(2025, 3, 3), 60)), (), told.sources)
    numbers = {one.id: n for n, one in enumerate(made.events, 1)}
    scenes = pages(FontMeasure(), entries(made, numbers), "The title", (900, 600))
    assert len(scenes) > 3
    texts = [label.text for scene in scenes for label in scene.labels]
    assert {str(number) for number in numbers.values()} <= set(texts)
    assert "Key, page 2" in texts
    assert any("no font here" in text for text in texts)
    for scene in scenes:
        boxes = [(label.text, label.box) for label in scene.labels]
        assert overlapping(boxes) == []
        assert cut(boxes, scene) == []


def test_a_numbered_pdf_ends_with_its_key(tmp_path: Path) -> None:
    made = Content(tuple(events(6, dt.date(2025, 3, 3), 20)))
    export(made, ChartSpec(size="700x400px", numbered=True), tmp_path / "with.pdf")
    export(made, ChartSpec(size="700x400px"), tmp_path / "without.pdf")
    assert b"/Count 1 " not in (tmp_path / "with.pdf").read_bytes().replace(b"\n", b" ")
    assert b"/Count 1 " in (tmp_path / "without.pdf").read_bytes().replace(b"\n", b" ")


def test_numbers_go_on_from_page_to_page() -> None:
    made = Content(tuple(events(30, dt.date(2025, 3, 3), 60)))
    composed = compose(made, ChartSpec(numbered=True, pages=3))
    assert sorted(composed.numbers.values()) == list(range(1, 31))
    one = compose(made, ChartSpec(numbered=True)).numbers
    assert composed.numbers == one
