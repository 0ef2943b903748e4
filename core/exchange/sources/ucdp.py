"""Reads UCDP's georeferenced events (GED): acts of organised violence with at least one death."""

import datetime as dt

from core.exchange.sources import building
from core.exchange.sources.building import Coded, Record, Row, RowError, When
from core.model import Event

NAME = "UCDP GED"
NEEDED = frozenset({"type_of_violence", "date_start", "date_end"})

_TITLES = {"1": "Fighting", "2": "Fighting", "3": "Attack on civilians"}
_PLACED = (
    "1",
    "2",
    "3",
    "",
)  # where_prec: the place, near it, its district; above that a province or country
_SUMMARY = "2"  # event_clarity: several acts told as one, over the whole span of days


def event(row: Row) -> Event:
    """Return the event of a row; the sides are told apart only where one attacked civilians."""
    kind = building.needed(row, "type_of_violence")
    if kind not in _TITLES:
        raise RowError(f'"type_of_violence" is {kind!r}. It must be 1, 2 or 3.')
    sides = building.unique(row.get(column, "").strip() for column in ("side_a", "side_b"))
    place = row.get("where_coordinates", "").strip() or row.get("adm_1", "").strip()
    low, high, best = (building.whole(row, column) for column in ("low", "high", "best"))
    return building.event(
        Record(
            origin=f"{NAME} {row.get('id', '').strip() or building.digest(row)}",
            title=f"{_TITLES[kind]} in {place}" if place else _TITLES[kind],
            when=_when(row),
            coded=Coded("battlefield", "ASSAULT"),
            source=sides[:1] if kind == "3" else sides,
            target=sides[1:] if kind == "3" else (),
            place=place,
            country=row.get("country", "").strip(),
            point=building.point(row) if row.get("where_prec", "").strip() in _PLACED else None,
            killed=building.toll(low or best, high or best),
            attribution=building.names(row.get("source_office", "")),
            sources=max(1, _reported(row)),
            note=row.get("source_headline", "").strip(),
            tags=(NAME,),
        )
    )


def _when(row: Row) -> When:
    """Return the date: the one day, the span of a summary, or about the middle of the possible days."""
    first, last = building.day(row, "date_start"), building.day(row, "date_end")
    if last < first:
        raise RowError('"date_end" is before "date_start". Mend the dates.')
    if row.get("event_clarity", "").strip() == _SUMMARY and first < last:
        return building.exact(f"{first.isoformat()}/{last.isoformat()}")
    return building.about(first + dt.timedelta(days=(last - first).days // 2), first, last)


def _reported(row: Row) -> int:
    """Return the number of sources; the release has -1 where it was not counted."""
    text = row.get("number_of_sources", "").strip()
    return 1 if text.startswith("-") else building.whole(row, "number_of_sources", 1)
