"""Reads the dated facts of the world from CSV files: terms of office, wars, landmark events, eras.

They lie in a folder; a user's own folder adds to the packaged one.
"""

import csv
import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

_Fact = TypeVar("_Fact")
Row = Mapping[str, str | None]
_PACKAGED = Path(__file__).parent


class FactsError(Exception):
    """A file of facts cannot be read; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office. ``end`` is None while it lasts."""

    holder: str
    office: str
    country: str
    start: dt.date
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class War:
    """A war and the words that show that a text speaks of it. ``end`` is None while it lasts."""

    name: str
    places: tuple[str, ...]
    start: dt.date
    end: dt.date | None


@dataclass(frozen=True, slots=True)
class Landmark:
    """An event that later texts speak of; each of ``words`` is a set that stands together in a sentence.

    ``fame``: "saga" where it stays news for weeks and months, "lasting" where texts speak of it for years,
    "scheduled" where they speak of it before it happens as well.
    """

    date: dt.date
    event: str
    words: tuple[tuple[str, ...], ...]
    fame: str = ""


@dataclass(frozen=True, slots=True)
class Era:
    """Words in use only from ``first`` to ``last``; sets of words as in a landmark."""

    words: tuple[tuple[str, ...], ...]
    first: dt.date | None
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All dated facts known, and the words that name each office."""

    terms: tuple[Term, ...] = ()
    wars: tuple[War, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    eras: tuple[Era, ...] = ()
    titles: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())

    def joined(self, other: "Facts") -> "Facts":
        """Return the facts of both."""
        return Facts(
            self.terms + other.terms,
            self.wars + other.wars,
            self.landmarks + other.landmarks,
            self.eras + other.eras,
            self.titles + other.titles,
        )


@cache
def packaged() -> Facts:
    """Return the facts that come with the program."""
    return load(_PACKAGED)


def load(folder: Path) -> Facts:
    """Read the facts of a folder; a file that is not there holds none.

    Raises:
        FactsError: a file cannot be read.
    """
    return Facts(
        tuple(_rows(folder / "office_holders.csv", _term)),
        tuple(_rows(folder / "wars.csv", _war)),
        tuple(row for path in sorted(folder.glob("landmarks/*.csv")) for row in _rows(path, _landmark)),
        tuple(_rows(folder / "eras.csv", _era)),
        _titles(folder / "titles.toml"),
    )


def _rows(path: Path, make: Callable[[Row], _Fact]) -> list[_Fact]:
    if not path.exists():
        return []
    found: list[_Fact] = []
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                line = reader.line_num
                found.append(make(row))
    except (ValueError, csv.Error) as error:
        raise FactsError(f"{path.name}, line {line}: {error}. Mend or remove the line.") from error
    except OSError as error:
        raise FactsError(f"{path.name}: {error.strerror}. See whether you may read the file.") from error
    return found


def _term(row: Row) -> Term:
    first, last = _span(row, "start", "end")
    return Term(_cell(row, "holder"), _cell(row, "office"), _cell(row, "country"), first, last)


def _war(row: Row) -> War:
    first, last = _span(row, "start", "end")
    places = tuple(place for place in _cell(row, "places").split("|") if place)
    return War(_cell(row, "war"), places, first, last)


def _landmark(row: Row) -> Landmark:
    fame = row.get("fame") or ""
    if fame not in ("", "saga", "lasting", "scheduled"):
        raise ValueError(f"the fame is {fame!r}: it must be saga, lasting, scheduled or empty")
    return Landmark(_day(_cell(row, "date")), _cell(row, "event"), _word_sets(row), fame)


def _era(row: Row) -> Era:
    first, last = (_day(text) if (text := row.get(name)) else None for name in ("first", "last"))
    return Era(_word_sets(row), first, last)


def _cell(row: Row, name: str) -> str:
    text = (row.get(name) or "").strip()
    if not text:
        raise ValueError(f"the {name} is missing")
    return text


def _span(row: Row, start: str, end: str) -> tuple[dt.date, dt.date | None]:
    first, last = _day(_cell(row, start)), _day(text) if (text := row.get(end)) else None
    if last and last < first:
        raise ValueError(f"the {end} {last} is before the {start} {first}")
    return first, last


def _word_sets(row: Row) -> tuple[tuple[str, ...], ...]:
    sets = tuple(tuple(words.split("+")) for words in _cell(row, "words").split("|"))
    if not all(word.strip() for words in sets for word in words):
        raise ValueError("a word is empty: + and | part words, and none may stand at an end")
    return sets


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"{text!r} is no date like 2022-02-24") from None


def _titles(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not path.exists():
        return ()
    try:
        with path.open("rb") as file:
            offices = tomllib.load(file)
    except (ValueError, OSError) as error:
        raise FactsError(f"{path.name}: {error}. Mend or remove the file.") from error
    for office, names in offices.items():
        if not (isinstance(names, list) and names and all(isinstance(name, str) and name for name in names)):
            raise FactsError(f"{path.name}: {office!r} is no list of words. Mend or remove it.")
    return tuple((office, tuple(names)) for office, names in offices.items())
