"""The formats a collection can be written in, by name and by the suffix of the file."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.exchange import annotations, document, geojson, ical, sheets, tables, timelinejs
from core.exchange.collection import Collection, ExchangeError


@dataclass(frozen=True, slots=True)
class Options:
    """How to write. ``stamp`` is the time of writing, with its zone; ``bom`` marks CSV for old Excels."""

    stamp: dt.datetime
    bom: bool = False


@dataclass(frozen=True, slots=True)
class Format:
    """One format. ``make`` returns the bytes of each file, by what is added to the name of the one asked for.

    ``complete`` formats hold the events the user has rejected too, marked as such; ``dated`` ones have no
    place for events without any date.
    """

    name: str
    label: str
    suffix: str
    make: Callable[[Collection, Options], Mapping[str, bytes]]
    complete: bool = False
    dated: bool = False


def write(collection: Collection, path: Path, options: Options, format_: str = "") -> list[Path]:
    """Write a collection to a file; one that is there is replaced once the new one is whole.

    Args:
        collection: what to write.
        path: the file; its suffix tells the format where ``format_`` is empty.
        options: how to write.
        format_: the name of a format.

    Returns:
        the files written.

    Raises:
        ExchangeError: no such format, or a file that cannot be written.
    """
    files = render(collection, find(path, format_), options)
    return [
        _replace(path.with_name(f"{path.stem}{added}{path.suffix}"), data) for added, data in files.items()
    ]


def render(collection: Collection, format_: Format, options: Options) -> Mapping[str, bytes]:
    """Return the bytes of each file of a format, by what is added to the name of the file asked for."""
    return format_.make(fitting(collection, format_), options)


def fitting(collection: Collection, format_: Format) -> Collection:
    """Return the collection with the events that a format has a place for."""
    return collection.only(
        *(
            event
            for event in collection.events
            if (format_.complete or event.marks.confirmed is not False)
            and (not format_.dated or event.first or event.last)
        )
    )


def find(path: Path, name: str = "") -> Format:
    """Return the format of a name, else of the file's suffix.

    Raises:
        ExchangeError: there is none; the message lists those there are.
    """
    if name:
        found = [known for known in FORMATS if known.name == name.lower()]
        advice = f"There is no format {name!r}. Choose one of {', '.join(known.name for known in FORMATS)}."
    else:
        found = [known for known in FORMATS if path.name.lower().endswith(known.suffix)]
        suffixes = ", ".join(known.suffix for known in FORMATS)
        advice = f"{path}: Its name tells no format Twotrack writes. Let it end in one of {suffixes}."
    if not found:
        raise ExchangeError(advice)
    return max(found, key=lambda known: len(known.suffix))


def _replace(path: Path, data: bytes) -> Path:
    """Write the file beside its place and move it there, so that a full disk costs no earlier export."""
    place = path.resolve()
    part = place.with_name(f".{place.name}.part")
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(data)  # a device or pipe, which must stay one
        else:
            part.write_bytes(data)
            part.replace(place)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExchangeError(f"{path}: It could not be written ({error.strerror}).") from error
    return path


def _tables(collection: Collection, options: Options) -> Mapping[str, bytes]:
    events, assertions = tables.events(collection), tables.assertions(collection)
    return {
        "": sheets.csv_bytes(events, bom=options.bom),
        "-assertions": sheets.csv_bytes(assertions, bom=options.bom),
    }


FORMATS = (
    Format("csv", "Tables of events and assertions (CSV)", ".csv", _tables),
    Format("xlsx", "Excel workbook", ".xlsx", lambda c, _: {"": sheets.workbook_bytes(c)}),
    Format(
        "json",
        "Everything, for programs (JSON)",
        ".json",
        lambda c, _: {"": document.dumps(c)},
        complete=True,
    ),
    Format(
        "ics", "Calendar (iCalendar)", ".ics", lambda c, o: {"": ical.calendar_bytes(c, o.stamp)}, dated=True
    ),
    Format("geojson", "Map (GeoJSON)", ".geojson", lambda c, _: {"": geojson.geojson_bytes(c)}),
    Format(
        "timelinejs",
        "TimelineJS (JSON)",
        ".timeline.json",
        lambda c, _: {"": timelinejs.json_bytes(c)},
        dated=True,
    ),
    Format(
        "timelinejs-sheet",
        "TimelineJS (sheet)",
        ".timeline.csv",
        lambda c, o: {"": timelinejs.sheet_bytes(c, bom=o.bom)},
        dated=True,
    ),
    Format(
        "annotations", "W3C Web Annotations", ".jsonld", lambda c, _: {"": annotations.annotation_bytes(c)}
    ),
)
