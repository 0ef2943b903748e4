"""Reads the dated facts of the world from CSV files: terms of office, wars, landmark events, eras.

They lie in a folder; a user's own folder adds to the packaged one.
"""

import csv
import datetime as dt
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

_Fact = TypeVar("_Fact")
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

    ``lasting``: texts speak of it for years, so that it is seldom the news itself.
    """

    date: dt.date
    event: str
    words: tuple[tuple[str, ...], ...]
    lasting: bool = False


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


def _rows(path: Path, make: Callable[[dict[str, str]], _Fact]) -> Iterator[_Fact]:
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            try:
                yield make(row)
            except (KeyError, ValueError, AttributeError) as error:
                raise FactsError(
                    f"{path.name}, line {reader.line_num}: {error}. Mend or remove the line."
                ) from error


def _term(row: dict[str, str]) -> Term:
    return Term(row["holder"], row["office"], row["country"], _day(row["start"]), _open_day(row["end"]))


def _war(row: dict[str, str]) -> War:
    return War(row["war"], tuple(row["places"].split("|")), _day(row["start"]), _open_day(row["end"]))


def _landmark(row: dict[str, str]) -> Landmark:
    fame = row.get("fame") or ""
    if fame not in ("", "lasting"):
        raise ValueError(f"fame is {fame!r}, neither 'lasting' nor empty")
    return Landmark(_day(row["date"]), row["event"], _word_sets(row["words"]), fame == "lasting")


def _era(row: dict[str, str]) -> Era:
    return Era(_word_sets(row["words"]), _open_day(row["first"]), _open_day(row["last"]))


def _titles(path: Path) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not path.exists():
        return ()
    try:
        with path.open("rb") as file:
            return tuple((office, tuple(words)) for office, words in tomllib.load(file).items())
    except tomllib.TOMLDecodeError as error:
        raise FactsError(f"{path.name}: {error}. Mend or remove the file.") from error


def _word_sets(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split("+")) for words in text.split("|"))


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _open_day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
