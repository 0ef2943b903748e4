"""Words for titles: short names and adjectives of sides, verbs in the present, counts and persons."""

from collections.abc import Mapping, Sequence
from functools import cache

from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError

from core.events.lexicon import load, words

_DOUBLES = ("s", "x", "z", "ch", "sh", "o")
_MOST = 3  # sides named in a title


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the word lists of ``data/titles.toml``."""
    return frozenset(words(load("titles.toml")["lists"][name]))


def short(side: str) -> str:
    """Return a side as headlines name it: "US", "RSF"."""
    return str(load("titles.toml")["short"].get(side, side))


@cache
def adjective(side: str) -> str:
    """Return the adjective of a side: "Russian", "Houthi"; the name itself where it has none."""
    listed = load("titles.toml")["adjective"].get(side)
    if listed is not None:
        return str(listed)
    try:
        demonym = str(CountryInfo(side).demonym() or "")
    except CountryNotFoundError:
        demonym = ""
    return demonym.split(",")[0].split(" or ")[0] or short(side)


def is_plural(name: str) -> bool:
    """Say whether a side takes a plural verb: "Houthis strike", "Russia strikes"."""
    last = name.rsplit(" ", 1)[-1].lower()
    return name in _plural_sides() or last in words(load("titles.toml")["plural"]["ends"])


@cache
def _plural_sides() -> frozenset[str]:
    return frozenset(words(load("titles.toml")["plural"]["sides"]))


def listing(names: Sequence[str]) -> str:
    """Return names as a list: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


class Names:
    """How the sides of one event are named in its title: by the person who stands for them, else shortly."""

    def __init__(self, persons: Sequence[tuple[str, str]]) -> None:
        self._persons: Mapping[str, str] = dict(reversed(persons))

    def one(self, side: str) -> str:
        """Return the name of one side."""
        return self._persons.get(side, "").removeprefix("al-").removeprefix("el-") or short(side)

    def joined(self, sides: Sequence[str]) -> str:
        """Return the names of sides as a list with "and"; of more than three, the first."""
        return listing([self.one(side) for side in sides[:_MOST]])

    def alike(self, sides: Sequence[str]) -> str:
        """Return the names of sides in one manner: by persons only if each has one."""
        shown = sides[:_MOST]
        if all(side in self._persons for side in shown):
            return self.joined(shown)
        return listing([short(side) for side in shown])

    def plural(self, sides: Sequence[str]) -> bool:
        """Say whether the sides take a plural verb."""
        if len(sides) != 1:
            return len(sides) > 1
        return sides[0] not in self._persons and is_plural(short(sides[0]))


def present(lemma: str, *, plural: bool) -> str:
    """Return a verb in the present: "strikes", "carries", "has"."""
    if plural:
        return "are" if lemma == "be" else lemma
    third = load("titles.toml")["verbs"]["third"]
    if lemma in third:
        return str(third[lemma])
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(_DOUBLES) else "s")


def capital(text: str) -> str:
    """Return a text with its first letter in capitals."""
    return text[:1].upper() + text[1:]


@cache
def preposition(noun: str) -> str:
    """Return the preposition between a noun that names an attack and what it hits."""
    for word, nouns in load("titles.toml")["preposition"].items():
        if noun in words(nouns):
            return str(word)
    return "on"


@cache
def verb_of(noun: str) -> str:
    """Return what a noun of speech does: "propose" for "proposal"; empty where it is no such noun."""
    for verb, nouns in load("titles.toml")["nouns"].items():
        if noun in words(nouns):
            return str(verb)
    return ""
