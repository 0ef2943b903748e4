"""Running the steps over files: order, progress, failures, cancelling."""

from dataclasses import replace
from pathlib import Path

import pytest

from core import articles, pipeline
from core.inputs import look_through
from core.model import Article, BlockKind, PublicationBasis
from core.pipeline import Failed, Processed

TALKS = """GENEVA, 6 March 2024 - Negotiators of Sudan's army and the Rapid Support Forces met on Tuesday.

On Monday, shelling hit a market in Omdurman and killed four people, the health ministry said.
"""
STRIKE = """A drone strike hit a fuel depot near Port Sudan on 4 May 2025, the army said.
"""
PAGE = """<html><head><meta property="article:published_time" content="2024-03-07T09:00:00Z">
<title>Envoys agree on a new round of talks</title></head><body><article>
<h1>Envoys agree on a new round of talks</h1>
<p>Envoys of both sides agreed in Geneva on Thursday to hold a new round of talks, mediators said.</p>
<p>The first round of talks was held in Jeddah last week and ended without any statement of the parties.</p>
</article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "news"
    (made / "deeper").mkdir(parents=True)
    (made / "b-talks.txt").write_text(TALKS, "utf-8")
    (made / "a-page.HTML").write_text(PAGE, "utf-8")
    (made / "deeper" / "strike.txt").write_text(STRIKE, "utf-8")
    (made / "notes.docx.bak").write_bytes(b"PK")
    (made / "folder.txt").mkdir()
    return made


def test_results_come_in_the_order_of_the_files_with_progress(folder: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    results = list(pipeline.run(look_through([folder]).articles, progress=lambda *step: seen.append(step)))
    assert all(isinstance(result, Processed) for result in results)
    assert [Path(r.article.source).name for r in results if isinstance(r, Processed)] == [
        "a-page.HTML", "b-talks.txt", "strike.txt",
    ]  # fmt: skip
    assert seen == [(0, 3, "a-page.HTML"), (1, 3, "b-talks.txt"), (2, 3, "strike.txt"), (3, 3, "")]


def test_workers_find_what_one_process_finds(folder: Path) -> None:
    alone, together = (
        list(pipeline.run(look_through([folder]).articles, workers=workers)) for workers in (0, 2)
    )
    assert alone == together
    assert len(alone) == 3


@pytest.mark.parametrize("workers", [0, 1])
def test_a_file_that_gives_nothing_is_named_and_the_others_go_on(
    folder: Path, tmp_path: Path, workers: int
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n")
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    inputs = [tmp_path / "none.txt", empty, picture, folder / "b-talks.txt"]
    *failed, read = pipeline.run(inputs, workers=workers)
    assert isinstance(read, Processed)
    for result, path in zip(failed, inputs, strict=False):
        assert isinstance(result, Failed)
        assert result.source == str(path)
        assert result.message[0].isupper()
        assert result.message.endswith(".")


def test_an_article_in_another_language_is_kept_and_told_to_give_no_events(tmp_path: Path) -> None:
    path = tmp_path / "talks.txt"
    path.write_text(
        "Делегации двух сторон встретились в Женеве 6 марта 2024 года, сообщили посредники.", "utf-8"
    )
    kept, told = pipeline.process_file(path)
    assert isinstance(kept, Processed)
    assert isinstance(told, Failed)
    assert told.source == str(path)
    assert "English" in told.message


def test_trouble_with_one_article_of_a_file_costs_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = (articles.from_text(text, source="two.txt") for text in (TALKS, STRIKE))
    monkeypatch.setattr(articles, "read", lambda _: [bad, good])
    real = pipeline.publication

    def stumble(article: Article) -> object:
        if article.id == bad.id:
            raise ZeroDivisionError("boom")
        return real(article)

    monkeypatch.setattr(pipeline, "publication", stumble)
    failed, read = pipeline.process_file(Path("two.txt"))
    assert isinstance(failed, Failed)
    assert "ZeroDivisionError: boom" in failed.message
    assert isinstance(read, Processed)
    assert read.article.id == good.id


@pytest.mark.parametrize("workers", [0, 1])
def test_cancelling_ends_the_run_and_keeps_what_was_read(folder: Path, workers: int) -> None:
    read: list[pipeline.Result] = []
    for result in pipeline.run(
        look_through([folder]).articles, workers=workers, cancelled=lambda: bool(read)
    ):
        read.append(result)  # noqa: PERF402 - the run looks at it meanwhile
    assert len(read) == 1


def test_an_article_that_takes_too_long_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "ARTICLE_SECONDS", 0.001)
    (result,) = pipeline.run([folder / "deeper" / "strike.txt"], workers=1)
    assert isinstance(result, Failed)
    assert "took longer than" in result.message


def test_a_stated_date_goes_before_one_in_the_text(folder: Path) -> None:
    page, talks, strike = pipeline.run(look_through([folder]).articles)
    assert isinstance(page, Processed)
    assert isinstance(talks, Processed)
    assert isinstance(strike, Processed)
    assert (page.article.published.edtf, page.article.published.basis) == (
        "2024-03-07",
        PublicationBasis.METADATA,
    )
    assert (talks.article.published.edtf, talks.article.published.basis) == (
        "2024-03-06",
        PublicationBasis.DATELINE,
    )
    shelling = next(mention for mention in talks.mentions if "shelling" in mention.quote)
    assert shelling.edtf == "2024-03-04"
    assert all(m.article == talks.article.id for m in talks.mentions)


def test_offsets_of_mentions_index_the_articles_text(folder: Path) -> None:
    for result in pipeline.run(look_through([folder]).articles):
        assert isinstance(result, Processed)
        assert result.mentions
        for mention in result.mentions:
            assert result.article.text[mention.start : mention.end] == mention.quote
            assert result.article.text[mention.trigger.start : mention.trigger.end] == mention.trigger.text


def test_furniture_is_blanked_out_where_it_stands() -> None:
    article = articles.from_text(TALKS)
    cut = replace(article.blocks[-1], kind=BlockKind.FURNITURE)
    blanked = pipeline.readable_text(replace(article, blocks=(*article.blocks[:-1], cut)))
    assert len(blanked) == len(article.text)
    assert blanked[cut.start : cut.end].strip() == ""
    assert blanked[: cut.start] == article.text[: cut.start]
