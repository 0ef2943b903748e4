"""Reads TimelineJS: the slides of its JSON, and the rows of its sheet, which are one form under two names."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard

from core import edtf, taxonomy
from core.exchange.cells import unguard
from core.exchange.sources import building
from core.exchange.sources.building import Coded, LeftOut, Record, Row, RowError, When
from core.model import Event, Status

NAME = "TimelineJS"
NEEDED = frozenset({"year", "headline"})

_PARTS = (("year", "month", "day"), ("end year", "end month", "end day"))
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<\s*/?\s*(?:p|br|div|li|ul|blockquote)\b[^<>]*>", re.IGNORECASE)
_ABOUT = re.compile(r"\b(about|around|circa|c\.|ca\.)|^~", re.IGNORECASE)
_CONFIDENCE = 0.5


def are_in(data: object) -> TypeGuard[Mapping[str, Any]]:
    """Say whether parsed JSON is TimelineJS's: a list of events, the first with a start and a text."""
    slides = data.get("events") if isinstance(data, dict) else None
    first = slides[0] if isinstance(slides, list) and slides else None
    return isinstance(first, dict) and "start_date" in first and "text" in first


def rows(data: Mapping[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the slides and eras of TimelineJS's JSON as rows of its sheet."""
    for name, kind in (("events", ""), ("eras", "era")):
        slides = data.get(name)
        for slide in map(_object, slides if isinstance(slides, list) else []):
            start, end, text = (_object(slide.get(part)) for part in ("start_date", "end_date", "text"))
            shown = slide.get("display_date") or start.get("display_date")
            values = {
                **{part: start.get(part) for part in _PARTS[0]},
                **{f"end {part}": end.get(part) for part in _PARTS[0]},
                "display date": shown,
                "headline": text.get("headline"),
                "text": text.get("text"),
                "group": slide.get("group"),
                "type": kind,
                "id": slide.get("unique_id"),
            }
            yield {column: "" if value is None else str(value) for column, value in values.items()}


def event(row: Row) -> Event:
    """Return the event of a slide. It is put on the track its group names, else on the diplomatic one."""
    if row.get("type", "").strip() in ("title", "era"):
        raise LeftOut("title slides and eras, which are no events")
    headline = _plain(building.needed(row, "headline"))
    group = _plain(row.get("group", ""))
    track = next((t.name for t in taxonomy.tracks() if group.casefold() in (t.name, t.label.casefold())), "")
    text = _plain(row.get("text", ""))
    first_word = text.partition(".")[0].casefold()
    status = Status(first_word) if first_word in {s.value for s in Status} else Status.OCCURRED
    return building.event(
        Record(
            origin=f"{NAME} {row.get('id') or building.digest(row)}",
            title=headline,
            when=_when(row),
            coded=Coded(track or "diplomatic"),
            status=status,
            note=text,
            tags=building.unique((NAME, "" if track else group)),
            confidence=_CONFIDENCE,
        )
    )


def _when(row: Row) -> When:
    start, end = (_date(row, columns) for columns in _PARTS)
    if not start:
        raise RowError('"Year" is empty. Fill it in.')
    approximate = "~" if _ABOUT.search(row.get("display date", "")) else ""
    when = building.exact(f"{start}/{end}" if end and end != start else f"{start}{approximate}")
    if when.first and when.last and when.last < when.first:
        raise RowError("The end is before the start. Mend the dates.")
    return when


def _date(row: Row, columns: tuple[str, ...]) -> str:
    """Return the EDTF date in the cells for year, month and day; empty where there is no year."""
    texts = [row.get(column, "").strip().removesuffix(".0") for column in columns]
    known = texts[: texts.index("")] if "" in texts else texts
    if not known:
        return ""
    date = "-".join([known[0].zfill(4), *(part.zfill(2) for part in known[1:])])
    if not (date.replace("-", "").isdigit() and _is_date(date)):
        raise RowError(f"{' '.join(known)!r} is no date. Write year, month and day as numbers.")
    return date


def _is_date(date: str) -> bool:
    try:
        edtf.bounds(date)
    except ValueError:
        return False
    return True


def _plain(text: str) -> str:
    """Return the text of HTML, on one line."""
    return " ".join(html.unescape(_TAG.sub("", _BREAK.sub(" ", unguard(text)))).split())


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
