"""Takes the article out of a saved web page: its text without navigation, and what its metadata state."""

import re
from dataclasses import dataclass

from core.model import PublicationBasis, PublicationDate

_URL_DAY = re.compile(r"/(20\d\d|19\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?:[/-]|$)")
_FEWEST_WORDS = 12  # a page with less is a notice ("please enable ..."), not an article
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True)
class Page:
    """The article in a web page; the title, where there is one, is the first line of ``text``."""

    text: str
    title: str
    author: str
    outlet: str
    url: str
    language: str
    published: PublicationDate


def extract(html: str) -> Page | None:
    """Return the article in the page, or None where it holds no running text."""
    from trafilatura import bare_extraction  # imported late: it is needed for web pages only
    from trafilatura.settings import Document

    found = bare_extraction(html, with_metadata=True, include_comments=False, include_links=False)
    if not isinstance(found, Document) or len((found.text or "").split()) < _FEWEST_WORDS:
        return None
    body, title = (found.text or "").strip(), (found.title or "").strip()
    if title and body.startswith(title):
        body = body[len(title) :].lstrip()
    url = found.url or ""
    return Page(
        text=f"{title}\n\n{body}" if title else body,
        title=title,
        author=found.author or "",
        outlet=found.sitename or found.hostname or "",
        url=url,
        language=_language(html) or found.language or "",
        published=_stated_date(html, url),
    )


def _language(html: str) -> str:
    match = re.search(r"<html[^>]{0,400}?\blang=[\"']?([a-zA-Z]{2})", html[:20_000])
    return match[1].lower() if match else ""


def _stated_date(html: str, url: str) -> PublicationDate:
    """Return the date the page states: its metadata first, then its URL."""
    from htmldate import find_date

    day = find_date(html, extensive_search=False, original_date=True, outputformat="%Y-%m-%d")
    if day:
        return _certain(day, PublicationBasis.METADATA, f"the page's metadata say {day}")
    day = _date_in(url)
    if day:
        return _certain(day, PublicationBasis.URL, f"the page's address holds {day}")
    return PublicationDate()


def _certain(day: str, basis: PublicationBasis, reason: str) -> PublicationDate:
    return PublicationDate(edtf=day, basis=basis, confidence=1.0, reasons=(reason,))


def _date_in(url: str) -> str:
    match = _URL_DAY.search(url.lower())
    if match is None:
        return ""
    month = _MONTHS.index(match[2]) + 1 if match[2] in _MONTHS else int(match[2]) if match[2].isdigit() else 0
    day = int(match[3])
    return f"{match[1]}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""
