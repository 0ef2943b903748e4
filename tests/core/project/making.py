"""Makes articles of an invented war, and reads them as the real steps do, by the plainest of rules."""

import datetime as dt
import hashlib
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core import articles, edtf
from core.model import Article, Basis, Event, Mention, PublicationBasis, PublicationDate, Status, Trigger
from core.pipeline import Processed

AT = dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)

VIENNA = """Delegations meet in Vienna

Delegations met in Vienna on 12 May, mediators said.

A drone struck a depot in Orlovka on 11 May, killing 2 people.

Officials said that they were pleased. They had come a long way.
"""
SECOND_ROUND = """Second round ends in Vienna

Delegations met in Vienna on 20 May, the ministry said.

Gunners shelled Orlovka yesterday, killing 3 people.
"""
KARSK = """Night of strikes on Karsk

A drone struck a refinery in Karsk on 11 May, killing 4 people.

Gunners shelled Karsk yesterday.
"""

WIRE = """Talks and strikes go on

Delegations met in Vienna on 12 May, a spokesman said.

A drone struck a depot in Orlovka on 11 May, killing 3 people.
"""

_CLAUSE = re.compile(
    r"[A-Z][^.\n]*\b(met|struck|shelled)\b[^.\n]*?(on (\d+) May|yesterday)(, killing (\d+))?"
)
_KINDS = {
    "met": ("diplomatic", "CONSULT", ""),
    "struck": ("battlefield", "ASSAULT", "drone"),
    "shelled": ("battlefield", "ASSAULT", "heavy-weapons"),
}


def article(text: str, published: str = "2025-05-21", **fields: Any) -> Article:
    date = PublicationDate(published, PublicationBasis.METADATA, 1.0, ("stated in the page",))
    return replace(articles.from_text(text), published=date, **fields)


def read(source: Article) -> Processed:
    """Find the mentions; "yesterday" counts from the article's publication day."""
    return Processed(source, tuple(_mention(source, found) for found in _CLAUSE.finditer(source.text)))


def _mention(source: Article, found: re.Match[str]) -> Mention:
    track, kind, mode = _KINDS[found[1]]
    day = dt.date(2025, 5, int(found[3])) if found[3] else None
    if day is None and source.published.day:
        day = source.published.day - dt.timedelta(days=1)
    date = day.isoformat() if day else ""
    place = next((name for name in ("Vienna", "Orlovka", "Karsk") if name in found[0]), "")
    return Mention(
        article=source.id,
        start=found.start(),
        end=found.end(),
        quote=found[0],
        trigger=Trigger(found.start(1), found.end(1), found[1]),
        title=f"{kind.title()} in {place}",
        track=track,
        type=kind,
        mode=mode,
        status=Status.OCCURRED,
        edtf=date,
        first=day,
        last=day,
        basis=Basis.PARTIAL if found[3] else Basis.RELATIVE,
        place=place,
        killed=int(found[5]) if found[5] else None,
        confidence=0.8,
        reasons=(f"“{found[1]}” names the event",),
    )


def event(*mentions: Mention, identifier: str = "", **fields: Any) -> Event:
    """Return an event of mentions, or one made by hand without any."""
    one = mentions[0] if mentions else None
    date = fields.pop("edtf", one.edtf if one else "2025-05-15")
    first, last = edtf.bounds(date) if date else (None, None)
    killed = [m.killed for m in mentions if m.killed is not None]
    plain = Event(
        id=identifier or (f"e:{one.id}" if one else ""),
        title=one.title if one else "Ceasefire offered",
        track=one.track if one else "diplomatic",
        type=one.type if one else "CONCEDE",
        mode=one.mode if one else "",
        status=one.status if one else Status.PROPOSED,
        edtf=date,
        first=first,
        last=last,
        basis=one.basis if one else Basis.USER,
        source=(),
        target=(),
        place=one.place if one else "",
        country="",
        killed=(min(killed), max(killed)) if killed else None,
        injured=None,
        attribution=(),
        confidence=0.8,
        mentions=mentions,
        articles=tuple(dict.fromkeys(m.article for m in mentions)),
        sources=len({m.article for m in mentions}),
    )
    return replace(plain, **fields)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def make_read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be written, as on read-only media; the superuser may write whatever a file's mode says."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))
