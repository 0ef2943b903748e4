"""What all sources share: reading dates and numbers of cells, and making an event nobody has verified."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core import edtf
from core.model import Basis, Event, Marks, Status

Row = Mapping[str, str]

_WHOLE = re.compile(r"[0-9]{1,9}(\.0*)?")
_DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d-%B-%Y", "%d-%b-%Y", "%Y%m%d")


class RowError(ValueError):
    """What is wrong with a row, and what to do."""


class LeftOut(Exception):  # noqa: N818 - nothing is wrong with the row
    """Why rows like this one are no events."""


@dataclass(frozen=True, slots=True)
class When:
    """A date as EDTF with its first and last possible day."""

    edtf: str
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Coded:
    """How an event is classed here."""

    track: str
    type: str = ""
    mode: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """What a row tells, before it is an event. ``origin`` is the table's name and the row's id there."""

    origin: str
    title: str
    when: When
    coded: Coded
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: str = ""
    country: str = ""
    point: tuple[float, float] | None = None
    killed: tuple[int, int] | None = None
    injured: tuple[int, int] | None = None
    attribution: tuple[str, ...] = ()
    sources: int = 1
    note: str = ""
    tags: tuple[str, ...] = ()
    confidence: float = 0.9
    status: Status = Status.OCCURRED
    basis: Basis = Basis.EXPLICIT
    pinned: bool = False
    colour: str = ""


def event(record: Record) -> Event:
    """Return the event a row tells of: imported, and verified by nobody here."""
    return Event(
        id="",
        title=record.title,
        track=record.coded.track,
        type=record.coded.type,
        mode=record.coded.mode,
        status=record.status,
        edtf=record.when.edtf,
        first=record.when.first,
        last=record.when.last,
        basis=record.basis,
        source=record.source,
        target=record.target,
        place=record.place,
        country=record.country,
        killed=record.killed,
        injured=record.injured,
        attribution=record.attribution,
        confidence=record.confidence,
        mentions=(),
        articles=(),
        sources=record.sources,
        marks=Marks(None, record.pinned, record.note, ("imported", *record.tags), record.colour),
        origin=record.origin,
        point=record.point,
    )


def exact(date: str) -> When:
    """Return the meaning of an EDTF date."""
    return When(date, *edtf.bounds(date))


def about(day: dt.date, first: dt.date, last: dt.date) -> When:
    """Return "about this day", not before ``first`` and not after ``last``."""
    return When(day.isoformat() if first == last else f"{day.isoformat()}~", first, last)


def day(row: Row, column: str) -> dt.date:
    """Return the day in a cell, written as tables of events have it.

    Raises:
        RowError: there is none.
    """
    text = row.get(column, "").strip()
    for form in _DAYS:
        try:
            return dt.datetime.strptime(text[:10] if form == "%Y-%m-%d" else text, form).date()  # noqa: DTZ007
        except ValueError:
            continue
    raise RowError(f'"{column}" is no date: {text!r}. Write it like 2025-05-29.')


def whole(row: Row, column: str, default: int = 0) -> int:
    """Return the whole number in a cell, the default where it is empty.

    Raises:
        RowError: it is no whole number, or below zero.
    """
    text = row.get(column, "").strip()
    if not text:
        return default
    if not _WHOLE.fullmatch(text):
        raise RowError(f'"{column}" is no whole number: {text!r}. Write digits only.')
    return int(text.partition(".")[0])


def point(row: Row, latitude: str = "latitude", longitude: str = "longitude") -> tuple[float, float] | None:
    """Return the latitude and longitude in two cells, None where one is empty.

    Raises:
        RowError: they are no place on earth.
    """
    texts = [row.get(column, "").strip() for column in (latitude, longitude)]
    if not all(texts):
        return None
    try:
        north, east = map(float, texts)
    except ValueError:
        north = east = float("nan")
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise RowError(
            f"{', '.join(texts)} is no latitude and longitude. Write degrees like 50.45 and 30.52."
        )
    return north, east


def toll(low: int, high: int) -> tuple[int, int] | None:
    """Return the lowest and highest number of killed; None where the table tells of nobody killed."""
    return (min(low, high), max(low, high)) if max(low, high) else None


def needed(row: Row, column: str) -> str:
    """Return the text of a cell.

    Raises:
        RowError: it is empty.
    """
    text = row.get(column, "").strip()
    if not text:
        raise RowError(f'"{column}" is empty. Fill it in.')
    return text


def names(text: str, separator: str = ";") -> tuple[str, ...]:
    """Return the names in a cell, each once."""
    return tuple(dict.fromkeys(name.strip() for name in text.split(separator) if name.strip()))


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """Return the items that are not empty, each once."""
    return tuple(dict.fromkeys(item for item in items if item))


def digest(row: Row) -> str:
    """Return a name for a row that has no id, the same whenever the same row comes again."""
    return hashlib.sha256("\x1f".join(row.values()).encode("utf-8", "replace")).hexdigest()[:12]
