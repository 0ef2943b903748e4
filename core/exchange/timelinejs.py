"""Writes events for TimelineJS: as its JSON, and as the sheet it reads from a spreadsheet or CSV file."""

import csv
import datetime as dt
import io
import json
from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from typing import Any

from core import edtf, taxonomy
from core.exchange.cells import guard
from core.exchange.collection import Collection
from core.model import Event

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type",
    "Group", "Background",
)  # fmt: skip

_DATES = (
    ("Year", "start_date", "year"), ("Month", "start_date", "month"), ("Day", "start_date", "day"),
    ("End Year", "end_date", "year"), ("End Month", "end_date", "month"), ("End Day", "end_date", "day"),
)  # fmt: skip

Slide = dict[str, Any]


def json_bytes(collection: Collection) -> bytes:
    """Return the events, each with a date, as TimelineJS's JSON; all text is escaped, as it is HTML there."""
    data: dict[str, Any] = {
        "scale": "human",
        "events": [_slide(event, collection) for event in collection.events],
        "eras": [_era(event) for event in _deadlines(collection)],
    }
    if collection.name:
        data["title"] = {"text": {"headline": escape(collection.name, quote=False), "text": ""}}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def sheet_bytes(collection: Collection, *, bom: bool = False) -> bytes:
    """Return the events, each with a date, as TimelineJS's sheet in CSV; it refuses foreign columns."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_sheet_row(_slide(event, collection)) for event in collection.events)
    writer.writerows(_sheet_row(_era(event)) | {"Type": "era"} for event in _deadlines(collection))
    return buffer.getvalue().encode("utf-8-sig" if bom else "utf-8", "replace")


def _slide(event: Event, collection: Collection) -> Slide:
    label = next((t.label for t in taxonomy.tracks() if t.name == event.track), event.track)
    slide: Slide = {
        "unique_id": event.id,
        "start_date": _start(event),
        "display_date": edtf.words(event.edtf),
        "text": {
            "headline": escape(event.title, quote=False),
            "text": "".join(_paragraphs(event, collection)),
        },
        "group": label,
    }
    if _lasts(event):
        slide["end_date"] = _date(event.last)
    return slide


def _era(event: Event) -> Slide:
    dates = {"start_date": _date(event.first), "end_date": _date(event.last)}
    return dates | {"text": {"headline": escape(event.title, quote=False), "text": ""}}


def _deadlines(collection: Collection) -> Sequence[Event]:
    """Return the deadlines that run over days, as eras; none where two overlap: it cannot draw these."""
    found = [event for event in collection.events if event.type == "THREATEN" and _lasts(event)]
    found.sort(key=lambda event: (event.first or dt.date.min, event.last or dt.date.min))
    overlap = any(a.last and b.first and a.last >= b.first for a, b in pairwise(found))
    return [] if overlap else found


def _lasts(event: Event) -> bool:
    """Say whether the event itself goes on from one day to another, both known."""
    return (
        "/" in event.edtf and event.first is not None and event.last is not None and event.first < event.last
    )


def _start(event: Event) -> dict[str, int]:
    """Return where the slide stands: a month or year where no more is known, else the first possible day."""
    parts = event.edtf.rstrip("~?%").split("-")
    if "/" not in event.edtf and len(parts) < 3 and parts[0].isdigit():
        return dict(zip(("year", "month"), map(int, parts), strict=False))
    if "/" not in event.edtf and len(parts) == 3:
        return dict(zip(("year", "month", "day"), map(int, parts), strict=True))
    return _date(event.first or event.last)


def _date(day: dt.date | None) -> dict[str, int]:
    return {} if day is None else {"year": day.year, "month": day.month, "day": day.day}


def _paragraphs(event: Event, collection: Collection) -> Iterable[str]:
    if event.status.value != "occurred":
        yield f"<p>{event.status.value.capitalize()}.</p>"
    if event.marks.note:
        yield f"<p>{escape(event.marks.note, quote=False)}</p>"
    for mention in event.mentions:
        article = collection.by_id.get(mention.article)
        where = escape(collection.told_in(mention), quote=False)
        if article and article.url.startswith(("http://", "https://")):
            where = f'<a href="{escape(article.url)}">{where or "source"}</a>'
        yield f"<blockquote>{escape(mention.quote, quote=False)}</blockquote>" + (
            f"<p>{where}</p>" if where else ""
        )


def _sheet_row(slide: Slide) -> dict[str, Any]:
    row: dict[str, Any] = {
        column: slide[date][part] for column, date, part in _DATES if part in slide.get(date, {})
    }
    texts = {
        "Display Date": slide.get("display_date", ""),
        "Headline": slide["text"]["headline"],
        "Text": slide["text"]["text"],
        "Group": slide.get("group", ""),
    }
    return row | {column: guard(text) for column, text in texts.items()}
