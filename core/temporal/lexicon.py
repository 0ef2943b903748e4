"""Reads the lexicons: each language's words of time with their classes and, in English, their values."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Value = int | str
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language and their classes.

    ``english`` gives the English word that a word of another language stands for, so that all that comes
    after, values, filters, refiners and builders, knows one vocabulary. Words in ``cased`` count only with a
    capital letter, those in ``small`` only without.
    """

    classes: dict[str, frozenset[str]]
    english: dict[str, str]
    cased: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


@cache
def data(name: str) -> dict[str, Any]:
    """Read a data file of this package."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def values() -> dict[str, dict[str, Value]]:
    """Return the values of the English words, by class."""
    found: dict[str, dict[str, Value]] = data("lexicon.toml")["values"]
    return found


@cache
def lexicon(language: str) -> Lexicon:
    """Read the lexicon of a language."""
    english = data("lexicon.toml")
    classes: dict[str, set[str]] = {}
    for name, table in [*english["values"].items(), *english["words"].items()]:
        for word in table:
            classes.setdefault(word, set()).add(name)
    if language == ENGLISH:
        frozen = {word: frozenset(names) for word, names in classes.items()}
        return Lexicon(frozen, {}, cased=frozenset(english["cased"]))
    return _foreign(data(f"languages/{language}.toml"), classes)


def _foreign(told: Mapping[str, Any], english: Mapping[str, set[str]]) -> Lexicon:
    """Return another language's lexicon; a word has the classes of the English one it stands for."""
    classes: dict[str, set[str]] = {}
    stands_for: dict[str, str] = {}
    for head, stems in told["english"].items():
        for form in forms(stems, told["endings"]):
            stands_for[form] = head
            classes.setdefault(form, set()).update(english.get(head, ()))
    for name, table in [*told["classes"].items(), *_compounds(told["compounds"])]:
        rows = table if isinstance(table, dict) else {"": table}
        for head, stems in rows.items():
            for form in forms(stems, told["endings"]):
                classes.setdefault(form, set()).add(name)
                if head:
                    stands_for[form] = head
    frozen = {word: frozenset(names) for word, names in classes.items()}
    return Lexicon(frozen, stands_for, small=frozenset(told["small"]))


def _compounds(told: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield the lengths that are one word, of a number and a unit; of years it may be an age as well."""
    for number, stems in told["numbers"].items():
        for unit, tails in told["units"].items():
            whole = [stem + tail for stem in stems for tail in tails]
            yield "AGE" if unit == "year" else "COMPOUND", {f"{number}-{unit}": whole}


def forms(words: Sequence[str], endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the forms of words; "минул~adj" is the stem with each of the endings of that name."""
    for word in words:
        stem, _, name = word.partition("~")
        yield from (stem + ending for ending in endings[name]) if name else (stem,)


def plain(word: str) -> str:
    """Return a word with its apostrophe as the lexicons write it."""
    return word.replace("’", "'").replace("ʼ", "'")


def class_names(language: str) -> set[str]:
    """Return the names of all classes, those included of which a language has no word."""
    english = data("lexicon.toml")
    own = {} if language == ENGLISH else data(f"languages/{language}.toml")["classes"]
    return {*english["values"], *english["words"], *own}
