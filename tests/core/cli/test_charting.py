"""``twotrack chart`` draws what is given, says what it did, and refuses in words."""

from pathlib import Path

import pytest
from PIL import Image

from core import cli
from core.publish import memory, remembered

_ARTICLE = """Envoys meet in Arden

ARDEN, 3 June 2025 - Envoys of Norland and Sudmark met in Arden on Monday. Drones struck a depot near Castrel
on Sunday, killing two people. The sides will meet again on 12 June.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("articles") / "arden.txt"
    path.write_text(_ARTICLE, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chart(article: Path) -> Path:
    path = article.with_name("chart.png")
    assert cli.main(["chart", str(article), "-o", str(path), "--title", "Talks", "--size", "800x450px"]) == 0
    return path


def test_articles_become_a_chart(chart: Path) -> None:
    with Image.open(chart) as image:
        assert image.size == (800, 450)
    spec, content = remembered(chart)
    assert spec.title == "Talks"
    assert content.events


def test_a_chart_is_drawn_again_from_its_png_with_what_is_asked_anew(
    chart: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--theme", "dark", "--track", "diplomatic", "--no-legend", "--from", "2025-06"]
    assert cli.main(["chart", "--from-png", str(chart), "-o", str(tmp_path / "again.png"), *options]) == 0
    spec, content = remembered(tmp_path / "again.png")
    assert (spec.title, spec.theme, spec.tracks, spec.legend) == ("Talks", "dark", ("diplomatic",), False)
    assert str(spec.first) == "2025-06-01"
    assert content == remembered(chart)[1]
    said = capsys.readouterr()
    assert said.out.startswith("Parallel timelines")
    assert "again.png: written." in said.err


def test_a_png_can_be_given_like_an_article(chart: Path, tmp_path: Path) -> None:
    assert cli.main(["chart", str(chart), "-o", str(tmp_path / "again.png")]) == 0
    assert (tmp_path / "again.png").read_bytes() == chart.read_bytes()


def test_a_key_numbers_the_events(chart: Path, tmp_path: Path) -> None:
    assert cli.main(["chart", str(chart), "-o", str(tmp_path / "k.svg"), "--key", "csv", "--key", "md"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"k.svg", "k.csv", "k.md"}
    assert (tmp_path / "k.md").read_text().startswith("# Talks")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ([], "Give articles, folders"),
        (["--from-png", "nowhere.png"], "cannot be read"),
        (["{article}", "--from-png", "{chart}"], "not both"),
        (["--from-png", "{article}"], "is no PNG picture"),
        (["{chart}", "--size", "huge"], "is no size"),
        (["{chart}", "--text", "50"], "times as large"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    options: list[str], words: str, article: Path, chart: Path, tmp_path: Path
) -> None:
    given = [option.format(article=article, chart=chart) for option in options]
    with pytest.raises(SystemExit) as left:
        cli.main(["chart", *given, "-o", str(tmp_path / "x.png")])
    assert words in str(left.value)
    assert not (tmp_path / "x.png").exists()


def test_a_picture_that_cannot_hold_its_events_says_so(
    chart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(memory, "MOST_EVENTS", 0)
    assert cli.main(["chart", str(chart), "-o", str(tmp_path / "x.png")]) == 0
    assert "too many events" in capsys.readouterr().err


def test_an_article_without_events_gives_no_chart(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("The weather was fine all over the country and nobody minded at all.", encoding="utf-8")
    with pytest.raises(SystemExit, match="no dated event"):
        cli.main(["chart", str(empty), "-o", str(tmp_path / "x.png")])


def test_the_gallery_writes_pictures_and_a_page(tmp_path: Path) -> None:
    assert cli.main(["gallery", str(tmp_path / "g"), "--only", "events-5"]) == 0
    assert {path.name for path in (tmp_path / "g").iterdir()} == {"events-5.png", "index.html"}
    assert 'alt="Parallel timelines' in (tmp_path / "g" / "index.html").read_text()


def test_an_unknown_chart_of_the_gallery_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="There is no 'nothing'"):
        cli.main(["gallery", str(tmp_path), "--only", "nothing"])
