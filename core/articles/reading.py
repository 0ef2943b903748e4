"""Reads files into articles: decodes, tells plain text from HTML, says clearly what cannot be read."""

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from charset_normalizer import from_bytes

from core.articles.blocks import find_blocks
from core.articles.html import extract
from core.articles.language import guess_language
from core.articles.outlets import outlet_in
from core.model import Article, BlockKind, PublicationBasis, PublicationDate

LARGEST = 20 * 1024 * 1024  # bytes; a news article is a few kilobytes
_TEXT, _HTML = frozenset({".txt", ".text", ".md"}), frozenset({".html", ".htm", ".xhtml"})
SUFFIXES = _TEXT | _HTML
DOCUMENTS: Mapping[str, str] = tomllib.loads(Path(__file__).with_name("documents.toml").read_text("utf8"))
_ADVICE = "Twotrack reads plain text and HTML: save the article as one of these, or paste its text."
_HALF = re.compile("[\ud800-\udfff]")  # of a surrogate pair that was cut in two: it stands for no character


@dataclass
class ArticleError(Exception):
    """A file that gives no article: what happened, to which file, and what to do."""

    source: str
    what: str
    advice: str

    def __str__(self) -> str:
        return f"{self.source}: {self.what}. {self.advice}"


def read(path: Path) -> list[Article]:
    """Read the articles in a file.

    Raises:
        ArticleError: the file is missing, unreadable, too large, of another kind, or holds no text.
    """
    raw = _bytes_of(path)
    if kind := DOCUMENTS.get(path.suffix.lower()):
        raise ArticleError(str(path), f"this is {kind}", _ADVICE)
    text = decode(raw, str(path))
    if not text.strip():
        raise ArticleError(str(path), "the file is empty", "Save the article again and open that file.")
    reader: Callable[[str, str], Article] = _read_html if _is_html(path, text) else _read_plain
    return [reader(text, str(path))]


def from_text(
    text: str,
    *,
    id: str = "",  # noqa: A002 - the name of the field
    title: str = "",
    source: str = "",
    published: str = "",
) -> Article:
    """Make an article of plain text, whose characters stay as given; half a character is read as U+FFFD.

    Args:
        text: the article, with or without page text around it.
        id: an id of the caller's; otherwise one is made from the text.
        title: the title, where it is not part of the text.
        source: the file or URL it came from, for messages and sources.
        published: an EDTF day, month or year, where it is known.
    """
    text, title = _HALF.sub("\ufffd", text), _HALF.sub("\ufffd", title)
    blocks = find_blocks(text)
    if not title:
        title = next((text[b.start : b.end] for b in blocks if b.kind is BlockKind.TITLE), "")
    furniture = "\n".join(text[b.start : b.end] for b in blocks if b.kind is not BlockKind.BODY)
    return Article(
        id=id or article_id(text),
        text=text,
        blocks=blocks,
        title=title,
        outlet=outlet_in(furniture),
        author=next((text[b.start : b.end] for b in blocks if b.kind is BlockKind.BYLINE), ""),
        language=guess_language("\n".join(text[b.start : b.end] for b in blocks if b.kind is BlockKind.BODY)),
        source=source,
        published=stated(published, "given with the article") if published else PublicationDate(),
    )


def stated(edtf: str, reason: str, basis: PublicationBasis = PublicationBasis.METADATA) -> PublicationDate:
    """Return a publication date that needs no inference."""
    return PublicationDate(edtf=edtf, basis=basis, confidence=1.0, reasons=(reason,))


def article_id(text: str) -> str:
    """Return an id that is the same whenever the same text is read again."""
    return hashlib.sha256(" ".join(text.split()).encode("utf8")).hexdigest()[:16]


def decode(raw: bytes, source: str) -> str:
    """Return the text of a file in whatever encoding it is.

    Raises:
        ArticleError: the bytes are not text.
    """
    best = None if raw[:4] in (b"%PDF", b"PK\x03\x04") else from_bytes(raw).best()
    if best is None or (b"\x00" in raw[:4096] and best.encoding in ("ascii", "utf_8")):
        raise ArticleError(source, "this is not a text file", _ADVICE)
    return str(best).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            advice = "Split it into single articles."
            raise ArticleError(str(path), f"the file is larger than {LARGEST >> 20} MB", advice)
        return path.read_bytes()
    except FileNotFoundError:
        raise ArticleError(str(path), "there is no such file", "Check the name and folder.") from None
    except IsADirectoryError:
        advice = "Check that you may open it and that the disk is there."
        raise ArticleError(str(path), "the folder cannot be read", advice) from None
    except OSError as error:
        what = f"the file could not be read ({error.strerror or error})"
        advice = "Check that you may read it and that the disk is there."
        raise ArticleError(str(path), what, advice) from error


def _is_html(path: Path, text: str) -> bool:
    start = text[:2000].lstrip().lower()
    return path.suffix.lower() in _HTML or start.startswith(("<!doctype html", "<html"))


def _read_plain(text: str, source: str) -> Article:
    return from_text(text, source=source)


def _read_html(text: str, source: str) -> Article:
    page = extract(text)
    if page is None:
        advice = "Save the page again once it shows its whole text, or paste the text."
        raise ArticleError(source, "no article text was found in this page", advice)
    return Article(
        id=article_id(page.text),
        text=page.text,
        blocks=find_blocks(page.text, titled=bool(page.title)),
        title=page.title,
        outlet=page.outlet,
        author=page.author,
        url=page.url,
        language=page.language or guess_language(page.text),
        source=source,
        published=page.published,
    )
