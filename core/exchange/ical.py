"""Writes events as an iCalendar file (RFC 5545), one all-day entry each, for any calendar program."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from core import __version__, edtf, taxonomy
from core.exchange.collection import Collection
from core.exchange.coordinates import point_of
from core.model import Event, Status

if TYPE_CHECKING:
    import icalendar

_STATUS = {
    Status.OCCURRED: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
    Status.HYPOTHETICAL: "TENTATIVE",
    Status.DENIED: "CANCELLED",
    Status.CANCELLED: "CANCELLED",
}
_DAY = dt.timedelta(days=1)


def calendar_bytes(collection: Collection, stamp: dt.datetime) -> bytes:
    """Return the events as a calendar.

    Args:
        collection: the events, each with a date; its name becomes the calendar's and is part of each UID.
        stamp: when the calendar is written, with its time zone (DTSTAMP).
    """
    import icalendar  # imported late: few exports are calendars

    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//Twotrack//Twotrack {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", collection.name or "Twotrack")
    for event in collection.events:
        calendar.add_component(_entry(event, collection, stamp))
    written: bytes = calendar.to_ical()
    return written


def _entry(event: Event, collection: Collection, stamp: dt.datetime) -> "icalendar.Event":
    import icalendar

    entry = icalendar.Event()
    first, last = _days(event)
    entry.add("uid", _uid(event.id, collection))
    entry.add("dtstamp", stamp.astimezone(dt.UTC))
    entry.add("dtstart", first)
    entry.add("dtend", last + _DAY)  # exclusive
    entry.add("summary", event.title)
    entry.add("description", "\n".join(_description(event, collection)))
    entry.add("categories", [event.track, taxonomy.describe(event.track, event.type, event.mode).label])
    entry.add("status", _STATUS[event.status])
    entry.add("transp", "TRANSPARENT")  # it takes no time of the reader's
    if event.place or event.country:
        entry.add("location", ", ".join(filter(None, (event.place, event.country))))
    if (point := point_of(event)) is not None:
        entry.add("geo", point)
    if url := next((a.url for a in map(collection.by_id.get, event.articles) if a and a.url), ""):
        entry.add("url", url)
    for link in collection.links_of.get(event.id, ()):
        kind = {"reltype": "SIBLING", "x-link": link.kind}
        entry.add("related-to", _uid(link.earlier, collection), parameters=kind)
    entry.add("x-edtf", event.edtf)
    entry.add("x-twotrack-status", event.status.value)
    return entry


def _days(event: Event) -> tuple[dt.date, dt.date]:
    """Return the first and last day of the entry; where one end is open, the day that is known."""
    first, last = event.first or event.last, event.last or event.first
    if first is None or last is None:
        raise ValueError(f"event {event.id} has no date")
    return first, last


def _uid(identifier: str, collection: Collection) -> str:
    return f"{identifier}.{quote(collection.name, safe='')}@twotrack"


def _description(event: Event, collection: Collection) -> Iterable[str]:
    yield f"{event.status.value.capitalize()}, {edtf.words(event.edtf)}."
    if event.marks.note:
        yield event.marks.note
    for mention in event.mentions:
        where = collection.told_in(mention)
        yield f"“{mention.quote}”" + (f" ({where})" if where else "")
    if event.origin:
        yield f"From {event.origin}."
