"""Reads ACLED's events: political violence, coded by hand (the columns of its export and of its API)."""

import calendar
import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from core.exchange.sources import building
from core.exchange.sources.building import Coded, Record, Row, RowError, When
from core.model import Event

NAME = "ACLED"
NEEDED = frozenset({"event_date", "event_type", "sub_event_type"})

_DRONE = re.compile(r"\b(drones?|uavs?|unmanned)\b", re.IGNORECASE)
_PLACED = ("1", "2", "")  # geo_precision 3 is a capital standing for its region
_ONE_SIDED = "Violence against civilians"


def event(row: Row) -> Event:
    """Return the event of a row; its actors are told apart only where ACLED says who attacked civilians."""
    identifier = row.get("event_id_cnty", "") or row.get("data_id", "")
    actors = building.unique(row.get(column, "").strip() for column in ("actor1", "actor2"))
    directed = row["event_type"].strip() == _ONE_SIDED
    sub_event, place = building.needed(row, "sub_event_type"), row.get("location", "").strip()
    killed = building.whole(row, "fatalities")
    reporters = building.names(row.get("source", ""))
    return building.event(
        Record(
            origin=f"{NAME} {identifier or building.digest(row)}",
            title=f"{sub_event} in {place}" if place else sub_event,
            when=_when(row),
            coded=_coded(row),
            source=actors[:1] if directed else actors,
            target=actors[1:] if directed else (),
            place=place,
            country=row.get("country", "").strip(),
            point=building.point(row) if row.get("geo_precision", "").strip() in _PLACED else None,
            killed=building.toll(killed, killed),
            attribution=reporters,
            sources=max(1, len(reporters)),
            note=row.get("notes", "").strip(),
            tags=(NAME, sub_event),
        )
    )


def _when(row: Row) -> When:
    """Return the date: that day, a day of its week, or a day of its month (time_precision 1, 2, 3)."""
    day, precision = building.day(row, "event_date"), row.get("time_precision", "").strip() or "1"
    if precision == "1":
        return building.exact(day.isoformat())
    if precision == "2":
        monday = day - dt.timedelta(days=day.weekday())
        return building.about(day, monday, monday + dt.timedelta(days=6))
    if precision == "3":
        length = calendar.monthrange(day.year, day.month)[1]
        return building.about(day, day.replace(day=1), day.replace(day=length))
    raise RowError(f'"time_precision" is {precision!r}. It must be 1, 2 or 3.')


def _coded(row: Row) -> Coded:
    kind, sub_event = row["event_type"].strip(), row["sub_event_type"].strip()
    found = _classes().get(kind, {}).get(sub_event)
    if found is None:
        raise RowError(f"{kind!r} with {sub_event!r} is no type of ACLED's. Check both cells.")
    coded = Coded(*found.split())
    if coded.mode == "aerial" and _DRONE.search(row.get("notes", "")):
        return Coded(coded.track, coded.type, "drone")
    return coded


@cache
def _classes() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
