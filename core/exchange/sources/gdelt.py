"""Reads GDELT 2.0's events: machine-coded from news with CAMEO codes, so never more than a hint."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from core import taxonomy
from core.exchange.coordinates import country_named
from core.exchange.sources import building
from core.exchange.sources.building import Coded, LeftOut, Record, Row, RowError
from core.model import Event

NAME = "GDELT"

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
    "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

# The files have no header; these are the columns in their order.
COLUMNS = tuple(
    name.lower()
    for name in (
        "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
        *(f"Actor{n}{part}" for n in (1, 2) for part in _ACTOR),
        "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
        "NumMentions", "NumSources", "NumArticles", "AvgTone",
        *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in _GEO),
        "DATEADDED", "SOURCEURL",
    )
)  # fmt: skip
NEEDED = frozenset({"globaleventid", "sqldate", "eventcode"})

_STATEMENT = "01"
_TOWNS = ("3", "4")  # ActionGeo_Type; the others are countries, states and provinces
_CONFIDENCE = 0.3


def event(row: Row) -> Event:
    """Return the event of a row. Public statements (CAMEO 01) are left out."""
    code = building.needed(row, "eventcode")
    coded = _coded(code)
    source, target = _actor(row, 1), _actor(row, 2)
    place, country = _place(row)
    url = row.get("sourceurl", "").strip()
    label = taxonomy.describe(coded.track, coded.type, coded.mode).label
    who = " – ".join((*source, *target))
    title = f"{label[0].upper()}{label[1:]}" + (f" in {place or country}" if place or country else "")
    return building.event(
        Record(
            origin=f"{NAME} {building.needed(row, 'globaleventid')}",
            title=f"{title}: {who}" if who else title,
            when=building.exact(building.day(row, "sqldate").isoformat()),
            coded=coded,
            source=source,
            target=target,
            place=place,
            country=country,
            point=building.point(row, "actiongeo_lat", "actiongeo_long") if place else None,
            attribution=building.unique([urlsplit(url).hostname or ""] if "//" in url else [url]),
            sources=max(1, building.whole(row, "numsources", 1)),
            note=url,
            tags=(NAME, f"CAMEO {code}"),
            confidence=_CONFIDENCE,
        )
    )


def _coded(code: str) -> Coded:
    if code.startswith(_STATEMENT):
        raise LeftOut("public statements (CAMEO 01), which are no events here")
    codes = _codes()
    found = next((codes[code[:length]] for length in (4, 3, 2) if code[:length] in codes), None)
    if found is None:
        raise RowError(
            f'"EventCode" {code!r} is no CAMEO code. It may have lost its leading zero: write 042.'
        )
    return Coded(*found.split())


def _actor(row: Row, number: int) -> tuple[str, ...]:
    """Return the country an actor belongs to, else the actor's own name."""
    country = country_named(row.get(f"actor{number}countrycode", "").strip())
    return building.unique([country or row.get(f"actor{number}name", "").strip().title()])


def _place(row: Row) -> tuple[str, str]:
    """Return the town, empty where it is only known to a province or country, and the country."""
    parts = [part.strip() for part in row.get("actiongeo_fullname", "").split(",") if part.strip()]
    kind = row.get("actiongeo_type", "").strip()
    if not parts:
        return "", ""
    return (parts[0] if kind in _TOWNS and len(parts) > 1 else ""), parts[-1]


@cache
def _codes() -> Mapping[str, str]:
    text = Path(__file__).with_name("cameo.toml").read_text(encoding="utf-8")
    codes: Mapping[str, str] = tomllib.loads(text)["codes"]
    return codes
