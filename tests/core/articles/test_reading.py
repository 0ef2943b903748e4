"""Files as they are read: any encoding, web pages with their stated date, clear words for the rest."""

from pathlib import Path

import pytest

from core.articles import ArticleError, from_text, read
from core.model import PublicationBasis

PAGE = """<!doctype html><html lang="en"><head><title>Talks end | Example News</title>
<meta property="og:title" content="Talks end without truce">
<meta property="og:site_name" content="Example News">
{date}
<link rel="canonical" href="https://example.org/{path}"></head>
<body><nav><a href="/">Home</a><a href="/w">World</a></nav>
<article><h1>Talks end without truce</h1>
<p>Delegations of both sides met by the river on Monday and agreed to exchange prisoners, no more.</p>
<p>Nobody who took part would say when they are to meet again, or whether they are to meet at all.</p>
</article><aside><h2>Most read</h2><a href="/x">Cup final goes to extra time</a></aside>
<footer>© Example</footer></body></html>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_any_encoding(tmp_path: Path, encoding: str) -> None:
    text = "Ministers met in Istanbul – “without result”, said the host’s spokesman, who saw it all.\n"
    file = tmp_path / "a.txt"
    file.write_bytes((text * 5).encode(encoding))
    assert read(file)[0].text == text * 5


def test_reads_windows_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"One line.\r\nAnother line.\r\n")
    assert read(file)[0].text == "One line.\nAnother line.\n"


def test_page_gives_text_title_outlet_and_stated_date(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    date = '<meta property="article:published_time" content="2025-06-02T18:00:00Z">'
    file.write_text(PAGE.format(date=date, path="talks"))
    article = read(file)[0]
    assert article.title == "Talks end without truce"
    assert article.outlet == "Example News"
    assert article.text.startswith(article.title)
    assert "Cup final" not in article.text
    assert (article.published.edtf, article.published.basis) == ("2025-06-02", PublicationBasis.METADATA)


def test_page_without_metadata_takes_the_date_of_its_address(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(date="", path="2025/jun/02/talks"))
    assert read(file)[0].published.edtf == "2025-06-02"


def test_page_without_any_date_states_none(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(date="", path="talks"))
    published = read(file)[0].published
    assert (published.edtf, published.basis) == ("", PublicationBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        ("empty.txt", b"  \n ", "empty"),
        ("picture.txt", bytes(range(256)) * 8, "not a text file"),
        ("paper.pdf", b"%PDF-1.7 ...", "this is a PDF"),
        ("paper.txt", b"%PDF-1.7 ...", "not a text file"),
        ("letter.EML", b"Subject: Talks\n\nTalks were held.\n", "this is an e-mail"),
        ("notes.rtf", rb"{\rtf1 Talks were held.}", "this is a rich text document"),
        ("page.html", b"<html><body><nav>Home</nav><p>Please wait.</p></body></html>", "no article text"),
    ],
)
def test_says_what_cannot_be_read(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(ArticleError, match=what) as caught:
        read(file)
    assert name in str(caught.value)
    assert caught.value.advice.endswith(".")


def test_says_that_a_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no such file"):
        read(tmp_path / "none.txt")


def test_the_same_text_has_the_same_id(tmp_path: Path) -> None:
    assert from_text("Talks  end.\n").id == from_text("Talks end.").id != from_text("Talks began.").id


def test_half_a_character_is_read_as_the_replacement_character() -> None:
    article = from_text("Talks \ud83d end \udc00\ud83d.", title="\udcffTalks")
    assert (article.title, article.text) == ("\ufffdTalks", "Talks \ufffd end \ufffd\ufffd.")
    assert article.id == from_text("Talks \ufffd end \ufffd\ufffd.").id


def test_language_is_told_by_the_text() -> None:
    assert from_text("Talks ended in Istanbul on Monday without a truce.").language == "en"
    assert (
        from_text(
            "Переговори у Стамбулі завершилися в понеділок без перемир'я, повідомили її учасники."
        ).language
        == "uk"
    )
    assert (
        from_text(
            "Переговоры в Стамбуле завершились в понедельник без перемирия, сообщили участники."
        ).language
        == "ru"
    )
