"""Reads Twotrack's own table of events, as CSV or Excel workbook, also one that was edited in between."""

from core import edtf
from core.exchange.cells import unguard
from core.exchange.sources import building
from core.exchange.sources.building import Coded, LeftOut, Record, Row, RowError, When
from core.exchange.tables import REVIEW, SEPARATOR
from core.model import Basis, Event, Status

NAME = "Twotrack"
NEEDED = frozenset({"id", "title", "track", "type", "date", "status"})

_SOLE_SEPARATOR = SEPARATOR.strip()


def event(row: Row) -> Event:
    """Return the event of a row. Those marked as rejected are left out."""
    row = {column: unguard(text) for column, text in row.items()}
    if row.get("review", "") == REVIEW[False]:
        raise LeftOut("events that were rejected")
    date = row["date"].strip()
    try:
        when = building.exact(date) if date else When("", None, None)
        status = Status(row["status"].strip())
        basis = Basis(row.get("basis", "").strip() or Basis.EXPLICIT)
        confidence = float(row.get("confidence", "") or 0.5)
    except ValueError as error:
        raise RowError(f"{error}. Write it as Twotrack exports it.") from None
    return building.event(
        Record(
            origin=row.get("origin", "") or origin(building.needed(row, "id"), row["title"]),
            title=building.needed(row, "title"),
            when=_within(when, row),
            coded=Coded(building.needed(row, "track"), row["type"].strip(), row.get("mode", "").strip()),
            status=status,
            source=_names(row, "source"),
            target=_names(row, "target"),
            place=row.get("place", ""),
            country=row.get("country", ""),
            point=building.point(row),
            killed=_range(row, "killed"),
            injured=_range(row, "injured"),
            attribution=_names(row, "attribution"),
            sources=building.whole(row, "sources", 1),
            note=row.get("note", ""),
            tags=tuple(tag for tag in _names(row, "tags") if tag != "imported"),
            confidence=confidence,
            basis=basis,
            pinned=row.get("pinned", "").strip().casefold() == "true",
            colour=row.get("colour", ""),
        )
    )


def origin(identifier: str, title: str) -> str:
    """Return where an event of another project comes from.

    Events made by hand are counted up in each project anew; the title tells those of one number apart.
    """
    made = f"-{building.digest({'title': title})}" if identifier.startswith("user-") else ""
    return f"{NAME} {identifier}{made}"


def _within(when: When, row: Row) -> When:
    """Return the date with the first and last possible day of their own columns, where these may differ.

    They may where the date is approximate or open, and as long as they leave room for it: a date that was
    edited leaves them behind.
    """
    if not (edtf.is_approximate(when.edtf) or when.first is None or when.last is None):
        return when
    first, last = (
        building.day(row, name) if row.get(name, "").strip() else None for name in ("first", "last")
    )
    early = first is None or when.first is None or first <= when.first
    late = last is None or when.last is None or when.last <= last
    return When(when.edtf, first or when.first, last or when.last) if early and late else when


def _names(row: Row, column: str) -> tuple[str, ...]:
    return building.names(row.get(column, ""), _SOLE_SEPARATOR)


def _range(row: Row, what: str) -> tuple[int, int] | None:
    low, high = row.get(f"{what}_low", "").strip(), row.get(f"{what}_high", "").strip()
    if not (low or high):
        return None
    ends = [building.whole(row, f"{what}_{end}") for end, text in (("low", low), ("high", high)) if text]
    return min(ends), max(ends)
