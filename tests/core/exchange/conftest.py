import datetime as dt
from dataclasses import replace

import pytest

from core import edtf
from core.exchange import Collection, Options
from core.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    DateCandidate,
    Event,
    Link,
    Marks,
    Mention,
    PublicationBasis,
    PublicationDate,
    Status,
    Trigger,
)

TEXT = """Envoys meet in Geneva 😀

Envoys of both sides met in Geneva on 14 March, "the best day yet", one said.
Shells hit the town of Sumy overnight, killing four people.
=HYPERLINK("http://example.org") is what the sheet said.
"""


def mention(article: Article, quote: str, trigger: str, date: str, **fields: object) -> Mention:
    start = article.text.index(quote)
    at = article.text.index(trigger, start)
    first, last = edtf.bounds(date) if date else (None, None)
    plain = Mention(
        article.id, start, start + len(quote), quote, Trigger(at, at + len(trigger), trigger),
        "", "diplomatic", "CONSULT", "", Status.OCCURRED, date, first, last, Basis.PARTIAL,
        confidence=0.8, reasons=(f"“{trigger}” names the event",),
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


def event(identifier: str, title: str, date: str, *mentions: Mention, **fields: object) -> Event:
    first, last = edtf.bounds(date) if date else (None, None)
    plain = Event(
        identifier, title, "diplomatic", "CONSULT", "", Status.OCCURRED, date, first, last, Basis.PARTIAL,
        (), (), "", "", None, None, (), 0.8, mentions, tuple(dict.fromkeys(m.article for m in mentions)),
        len({m.article for m in mentions}),
    )  # fmt: skip
    return replace(plain, **fields)  # type: ignore[arg-type]


@pytest.fixture
def article() -> Article:
    day = DateCandidate("2024-03-15", 0.7, ("the day after",))
    return Article(
        "a1", TEXT, (Block(0, len(TEXT), BlockKind.BODY),), title="Envoys meet in Geneva 😀",
        outlet="The Courier", url="https://example.org/envoys?a=1&b=2", source="/papers/envoys.txt",
        published=PublicationDate("2024-03-15", PublicationBasis.INFERRED, 0.7, ("why",), (day,)),
    )  # fmt: skip


@pytest.fixture
def collection(article: Article) -> Collection:
    """Events of all sorts: told and untold dates, spans, a rejected one, one imported, text that bites."""
    met = mention(article, "Envoys of both sides met in Geneva on 14 March", "met", "2024-03-14")
    shells = mention(
        article, "Shells hit the town of Sumy overnight, killing four people", "Shells", "2024-03-14~",
        track="battlefield", type="ASSAULT", mode="heavy-weapons", killed=4, place="Sumy", country="Ukraine",
    )  # fmt: skip
    sheet = mention(article, '=HYPERLINK("http://example.org") is what the sheet said', "said", "")
    events = (
        event("e1", "Envoys <meet> & talk", "2024-03-14", met, place="Geneva", country="Switzerland",
              source=("Russia", "Ukraine"), attribution=("one",),
              marks=Marks(True, True, "-note", ("key", "=x"))),
        event("e2", "Shelling of Sumy", "2024-03-14~", shells, track="battlefield", type="ASSAULT",
              mode="heavy-weapons", place="Sumy", country="Ukraine", killed=(4, 6), basis=Basis.DCT,
              first=dt.date(2024, 3, 13), last=dt.date(2024, 3, 15)),
        event("e3", "=cmd|' /C calc'!A0", "", sheet, status=Status.DENIED),
        event("e4", "Ultimatum, two weeks", "2024-03-01/2024-03-14", type="THREATEN",
              status=Status.CANCELLED),
        event("e5", "Talks by the end of March", "../2024-03-31", status=Status.PLANNED),
        event("e6", "Rejected talks", "2024-03", status=Status.PROPOSED, marks=Marks(False)),
        event("user-1", "Strike on Kyiv", "2024-03-02", track="battlefield", type="ASSAULT", mode="drone",
              place="Kyiv", country="Ukraine", origin="ACLED UKR1", point=(50.5, 30.25), sources=2),
        event("e7", "Talks in 2023", "2023", confidence=1 / 3),
    )  # fmt: skip
    links = (Link("fulfils", "e1", "e5", "same parties"), Link("responds", "e2", "e6"))
    return Collection("Spring & talks", (article,), events, links)


@pytest.fixture
def how() -> Options:
    return Options(dt.datetime(2024, 4, 1, 12, 30, tzinfo=dt.UTC))
