"""Reads the trigger lexicon: which words name which event, and the frames that decide between senses.

The form of the tables is told at the head of ``data/battlefield.toml``.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from core import taxonomy

_DATA = Path(__file__).with_name("data")
_FILES = ("battlefield.toml", "diplomatic.toml")
_SPLIT = re.compile(r"[\s-]+")
_ROLES = (
    *("subject", "object", "complement", "not_subject", "not_object", "not_complement"),
    *("not_noun_of", "not_under", "of_only"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger: its words (lemmas), of which ``words[head]`` carries the syntax."""

    words: tuple[str, ...]
    head: int
    verb: bool
    track: str
    type: str
    mode: str
    strength: int
    harm: bool
    strict: bool
    to_clause: bool
    blames: bool
    urges: bool
    within: bool
    together: bool
    intransitive: bool
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    with_prep: tuple[tuple[str, str], ...]
    not_with_prep: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Lexicon:
    """All entries by the lemma of their head, and the word classes of the frames."""

    verbs: Mapping[str, tuple[Entry, ...]]
    nouns: Mapping[str, tuple[Entry, ...]]
    classes: Mapping[str, frozenset[str]]
    telling: Mapping[str, tuple[frozenset[str], ...]] = field(repr=False)

    def may_name(self, sentence_words: set[str]) -> bool:
        """Say whether a sentence of these words can name an event, going by the words alone.

        ``telling`` gives for each word form that can name one the forms of which one must stand beside it
        ("took" beside "control"); an empty set where none must.
        """
        return any(
            not beside or not beside.isdisjoint(sentence_words)
            for word in sentence_words & self.telling.keys()
            for beside in self.telling[word]
        )


@cache
def standard() -> Lexicon:
    """Return the lexicon in use: the one that ships with the program and the user's own triggers."""
    own = taxonomy.current()
    return build(own.triggers, own.classes)


def build(extra: Iterable[Mapping[str, Any]] = (), classes: Mapping[str, str] | None = None) -> Lexicon:
    """Return the lexicon with ``extra`` trigger tables before the standard ones; ``classes`` add words."""
    tables = [*extra, *(table for name in _FILES for table in load(name)["triggers"])]
    verbs: dict[str, list[Entry]] = {}
    nouns: dict[str, list[Entry]] = {}
    for table in tables:
        for entry in _entries(table):
            index = verbs if entry.verb else nouns
            index.setdefault(entry.words[entry.head], []).append(entry)
    found = {name: frozenset(words(text)) for name, text in load("classes.toml").items()}
    for name, text in (classes or {}).items():
        found[name] = found.get(name, frozenset()).union(words(text))
    telling: dict[str, set[frozenset[str]]] = {}
    for entry in (entry for index in (verbs, nouns) for entries in index.values() for entry in entries):
        lemma, beside = _telling_words(entry)
        for form in _forms(lemma):
            telling.setdefault(form, set()).add(_forms(beside))
    alternatives = {
        form: (frozenset[str](),) if frozenset() in sets else tuple(sets) for form, sets in telling.items()
    }
    return Lexicon(_longest_first(verbs), _longest_first(nouns), found, alternatives)


@cache
def load(name: str) -> dict[str, Any]:
    """Read one data file."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the lists of ``data/words.toml``."""
    return frozenset(words(load("words.toml")[name]))


def words(listed: str | Sequence[str]) -> list[str]:
    """Return the items of a list of the data files: comma-separated, or a list already."""
    items = listed.split(",") if isinstance(listed, str) else listed
    return [" ".join(item.split()) for item in items if item.strip()]


def _telling_words(entry: Entry) -> tuple[str, str]:
    """Return the word that makes a sentence worth parsing, and one that must stand beside it.

    "control" and "take" of "take control"; "call" of "call on", with no other. Verbs of saying are no
    reason to parse a sentence, only what must be done is.
    """
    if entry.blames or entry.urges:
        return ("must", "") if entry.urges else ("", "")
    content = [word for word in entry.words if word not in word_set("particles")]
    if not content:
        return entry.words[entry.head], ""
    return content[-1], content[0] if len(content) > 1 else ""


def _longest_first(index: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {lemma: tuple(sorted(found, key=lambda e: -len(e.words))) for lemma, found in index.items()}


def _entries(table: Mapping[str, Any]) -> Iterable[Entry]:
    roles = tuple((name, tuple(words(table[name]))) for name in _ROLES if name in table)
    for verb in (True, False):
        for item in words(table.get("verbs" if verb else "nouns", "")):
            parts = tuple(_SPLIT.split(item))
            head = 0 if verb or "of" in parts else len(parts) - 1
            yield Entry(
                words=parts,
                head=head,
                verb=verb,
                track=table["track"],
                type=table["type"],
                mode=table.get("mode", ""),
                strength=table.get("strength", 2),
                harm=table.get("role") == "harm",
                strict=verb and table.get("strict", False),
                to_clause=verb and table.get("to_clause", False),
                blames=verb and table.get("blames", False),
                urges=verb and table.get("urges", False),
                within=verb and table.get("within", False),
                together=verb and table.get("together", False),
                intransitive=verb and table.get("intransitive", False),
                roles=roles,
                with_prep=tuple(table.get("with_prep", {}).items()) if verb else (),
                not_with_prep=tuple(table.get("not_with_prep", {}).items()),
            )


@cache
def base(form: str) -> str:
    """Return the lemma of an irregular form that taggers may not know ("retook"), else the form."""
    return _bases().get(form, form)


@cache
def _bases() -> dict[str, str]:
    irregular = load("forms.toml")["irregular"]
    return {form: lemma for lemma, listed in irregular.items() for form in listed.split()}


@cache
def _forms(lemma: str) -> frozenset[str]:
    """Return the word forms of a lemma, as noun or verb, some of them too many: they only pick sentences."""
    if not lemma:
        return frozenset()
    stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
    ends = ("", "s", "es", "ed", "d", "ing", "ies", "ied", "ings")
    made = {base + end for base in (lemma, stem, lemma + lemma[-1]) for end in ends}
    return frozenset(made.union(load("forms.toml")["irregular"].get(lemma, "").split()))
