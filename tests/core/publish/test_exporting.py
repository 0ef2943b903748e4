"""Charts become files: whole, the same each time, with words for those who cannot see them."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from core.model import Event, Marks
from core.publish import ChartError, ChartSpec, Content, Source, compose, content, export
from core.publish.made_up import event, events

_SMALL = ChartSpec(size="700x400px")
_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def told() -> Content:
    return Content(tuple(events(12, dt.date(2025, 3, 3), 30)))


def test_a_png_has_its_size_its_dpi_and_its_description(told: Content, tmp_path: Path) -> None:
    done = export(told, ChartSpec(preset="a4", dpi=100), tmp_path / "chart.png")
    with Image.open(tmp_path / "chart.png") as image:
        assert image.size == (1169, 827)
        assert image.info["dpi"] == pytest.approx((100, 100), abs=0.1)
        assert image.info["Description"] == done.description
        assert "Norland" in image.info["Title"]


def test_an_svg_has_title_and_desc_and_no_foreign_font(told: Content, tmp_path: Path) -> None:
    marked = Content(
        (*told.events, event(99, "A & B <meet>", "diplomatic", "CONSULT", "2025-03-05", sources=900))
    )
    done = export(marked, _SMALL, tmp_path / "chart.svg")
    root = ET.parse(tmp_path / "chart.svg").getroot()
    assert [child.tag for child in root][:2] == [f"{_SVG}title", f"{_SVG}desc"]
    assert root.findtext(f"{_SVG}desc") == done.description
    assert "A & B <meet>" in done.description
    assert root.get("role") == "img"
    assert not root.findall(f".//{_SVG}text")


def test_a_pdf_holds_all_pages(told: Content, tmp_path: Path) -> None:
    export(told, ChartSpec(size="700x400px", pages=3), tmp_path / "chart.pdf")
    data = (tmp_path / "chart.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"/Count 3" in data


def test_pages_of_pictures_are_numbered_and_share_the_time(told: Content, tmp_path: Path) -> None:
    spec = ChartSpec(size="700x400px", pages=2)
    done = export(told, spec, tmp_path / "chart.png")
    assert [path.name for path in done.files] == ["chart-1.png", "chart-2.png"]
    first, second = compose(told, spec).scenes
    assert first.panels[-1].last == second.panels[0].first


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_the_bytes_are_the_same_in_another_process(told: Content, tmp_path: Path, suffix: str) -> None:
    script = (
        "import datetime as dt, sys; from pathlib import Path; from core.publish import *; "
        "from core.publish.made_up import events; "
        "told = Content(tuple(events(12, dt.date(2025, 3, 3), 30))); "
        "export(told, ChartSpec(size='700x400px'), Path(sys.argv[1]))"
    )
    there, here = tmp_path / f"there{suffix}", tmp_path / f"here{suffix}"
    subprocess.run([sys.executable, "-c", script, str(there)], check=True, cwd=Path(__file__).parents[3])
    export(told, _SMALL, here)
    assert there.read_bytes() == here.read_bytes()


def test_an_existing_file_stays_when_the_chart_cannot_be_made(told: Content, tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    with pytest.raises(ChartError):
        export(told, ChartSpec(theme="pink"), path)
    assert path.read_bytes() == b"old"
    export(told, _SMALL, path)
    assert path.read_bytes() != b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["chart.png"]


@pytest.mark.parametrize(
    ("spec", "name", "words"),
    [
        (ChartSpec(), "chart.gif", "written as .png, .svg, .pdf"),
        (ChartSpec(), "chart", "written as .png, .svg, .pdf"),
        (ChartSpec(theme="pink"), "chart.png", "no theme 'pink'"),
        (ChartSpec(preset="a9"), "chart.png", "no preset 'a9'"),
        (ChartSpec(size="big"), "chart.png", "'big' is no size"),
        (ChartSpec(size="1x1cm"), "chart.png", "cannot be drawn"),
        (ChartSpec(size="90000x90000px"), "chart.png", "cannot be drawn"),
        (ChartSpec(dpi=5), "chart.png", "5 dpi"),
        (ChartSpec(size="50x50in", dpi=1200), "chart.png", "too many"),
        (ChartSpec(rows=99), "chart.png", "1 to 12 rows"),
        (ChartSpec(pages=0), "chart.png", "1 to 60 pages"),
        (ChartSpec(text=9), "chart.png", "times as large"),
        (ChartSpec(first=dt.date(2025, 5, 1), last=dt.date(2025, 4, 1)), "chart.png", "before it begins"),
    ],
)
def test_what_cannot_be_made_is_refused_in_words(
    told: Content, tmp_path: Path, spec: ChartSpec, name: str, words: str
) -> None:
    with pytest.raises(ChartError) as refused:
        export(told, spec, tmp_path / name)
    assert words in str(refused.value)


def test_a_place_that_cannot_be_written_is_named(told: Content, tmp_path: Path) -> None:
    with pytest.raises(ChartError, match="cannot be written"):
        export(told, _SMALL, tmp_path / "nowhere" / "chart.png")


def test_rejected_events_are_left_out(told: Content) -> None:
    rejected = [_marked(one, confirmed=False) for one in told.events[:2]]
    kept = content([*rejected, *told.events[2:]], [], [])
    assert kept.events == told.events[2:]


def test_few_events_get_large_texts_and_many_small_ones(told: Content) -> None:
    (few,) = compose(Content(told.events[:2]), ChartSpec()).scenes
    (many,) = compose(Content(tuple(events(300, dt.date(2025, 3, 3), 60))), ChartSpec()).scenes
    assert few.width < many.width
    (asked,) = compose(Content(told.events[:2]), ChartSpec(text=0.8)).scenes
    assert asked.width == pytest.approx(13.333 * 100 / 0.8)


def _marked(one: Event, *, confirmed: bool) -> Event:
    return replace(one, marks=Marks(confirmed=confirmed))


def test_only_articles_that_tell_of_what_is_shown_are_counted() -> None:
    march = event(1, "Envoys meet", "diplomatic", "CONSULT", "2025-03-05", sources=3)
    june = replace(event(2, "Envoys meet again", "diplomatic", "CONSULT", "2025-06-05"), articles=("other",))
    sources = (Source("made-up-1", outlet="One", published="2025-03-06"), Source("other", outlet="Other"))
    told = Content((march, june), (), sources)
    (both,) = compose(told, ChartSpec()).scenes
    (one,) = compose(told, ChartSpec(first=dt.date(2025, 6, 1), last=dt.date(2025, 6, 30))).scenes
    assert any("as told by 4 articles" in label.text for label in both.labels)
    assert any("as told by 1 article" in label.text for label in one.labels)
    assert any(label.text.startswith("1 article from 1 outlet.") for label in one.labels)
