"""Cuts a text into words and gives each its classes, so that shapes can be sought over classes, not letters.

A text becomes a string with one character per word: two words of the same set of classes share a character.
Shapes are then plain regular expressions over that short string, which keeps the search fast and linear.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Value = int | str
ENGLISH = "en"

_WORD = re.compile(
    r"(?P<ISO>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?)(?![\d-])"
    r"|(?P<NUMERIC>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4})(?![\d/])"
    r"|(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?)(?![\d:])"
    r"|(?P<OTHER1>\d+(?:[.,:/]\d+){2,}|\d+/\d+|\d{1,3}(?:,\d{3})+(?!\d))"
    r"|(?P<DECIMAL>\d+\.\d+)"
    r"|(?P<ORDINAL>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<DECADE>\d{4}['’]?s\b|['’]?\d0s\b)"
    r"|(?P<SHORTYEAR>['’]\d\d\b(?![\d.,:%]))"
    r"|(?P<NUMBER>\d+)"
    r"|(?P<AMPM>[aApP]\.[mM]\b\.?|[aApP][mM]\b)"
    r"|(?P<QUARTERCODE>Q[1-4]\b|H[12]\b)"
    r"|(?P<ABBR>[Bb]\.[Cc]\.(?:[Ee]\.)?|[Aa]\.[Dd]\.|[A-Z](?:\.[A-Z])+\.?)"
    r"|(?P<POSS>['’]s\b|['’](?=\s))"
    r"|(?P<WORD>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<BREAK>\n[ \t\r]*\n)"
    r"|(?P<MARK>[^\w\s])"
)
_MARKS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "–": "DASH",
    "—": "DASH",
    "‑": "HYPHEN",
    "(": "OPEN",
    ")": "CLOSE",
    "$": "MONEY",
    "£": "MONEY",
    "€": "MONEY",
    "#": "MONEY",
    "%": "PERCENT",
    "/": "SLASH",
    "!": "END",
    "?": "END",
    ";": "END",
}


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


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words; ``codes`` has one character per word."""

    text: str
    starts: list[int]
    ends: list[int]
    codes: str
    language: str = ENGLISH

    def word(self, index: int) -> str:
        """Return the word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def norm(self, index: int) -> str:
        """Return the lower-case English word that the word is or stands for, else the word in lower case."""
        lower = self.word(index).lower()
        if self.language == ENGLISH:
            return lower
        return lexicon(self.language).english.get(_plain(lower), lower)


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
    """Return the lexicon of another language: its words have the classes of the English words they stand for."""
    classes: dict[str, set[str]] = {}
    stands_for: dict[str, str] = {}
    for head, forms in told["english"].items():
        for form in _forms(forms, told["endings"]):
            stands_for[form] = head
            classes.setdefault(form, set()).update(english.get(head, ()))
    for name, table in told["classes"].items():
        rows = table if isinstance(table, dict) else {"": table}
        for head, forms in rows.items():
            for form in _forms(forms, told["endings"]):
                classes.setdefault(form, set()).add(name)
                if head:
                    stands_for[form] = head
    frozen = {word: frozenset(names) for word, names in classes.items()}
    return Lexicon(frozen, stands_for, small=frozenset(told["small"]))


def _forms(words: Sequence[str], endings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the forms of words; "минул~adj" is the stem with each of the endings of that name."""
    for word in words:
        stem, _, name = word.partition("~")
        yield from (stem + ending for ending in endings[name]) if name else (stem,)


def _plain(word: str) -> str:
    """Return a word with its apostrophe as the lexicons write it."""
    return word.replace("’", "'").replace("ʼ", "'")


def _number_classes(text: str) -> frozenset[str]:
    """Classes of a whole number by its size and form."""
    size, value = len(text), int(text[:9])
    names = {"NUMBER"}
    if size <= 2:
        names |= {"SHORT"} if size == 2 else set()
        names |= {"DAYNUMBER"} if 1 <= value <= 31 else set()
        names |= {"HOURNUMBER"} if value <= 24 else set()
    elif size == 3:
        names |= {"YEARNUMBER3"}
    elif size == 4 and 1000 <= value <= 2100:
        names |= {"YEAR"}
    elif size == 4 and value < 2400 and value % 100 < 60:
        names |= {"MILITARY"}
    return frozenset(names)


_KINDS = (
    "ISO",
    "NUMERIC",
    "CLOCK",
    "OTHER1",
    "DECIMAL",
    "ORDINAL",
    "DECADE",
    "SHORTYEAR",
    "AMPM",
    "QUARTERCODE",
    "POSS",
    "BREAK",
)
_SAMPLES = ("5", "05", "15", "00", "28", "45", "100", "1990", "1130", "0530", "3000", "12345")
_PLAIN: frozenset[str] = frozenset()
_COMMON = frozenset({"WORD"})
_FIRST_CODE = 0x100


@dataclass(frozen=True, slots=True)
class Codes:
    """The characters for sets of classes: by set, by class (all that have it), by word and by mark."""

    of: dict[frozenset[str], str]
    by_class: dict[str, str]
    word: dict[str, str]
    mark: dict[str, str]


@cache
def codes(language: str = ENGLISH) -> Codes:
    """Give every set of classes that a word of the language can have a character of its own."""
    classes = {text: names | {"WORD"} for text, names in lexicon(language).classes.items()}
    marks = {mark: frozenset({name}) for mark, name in _MARKS.items()}
    single = {frozenset({name}) for name in (*_KINDS, "WORD", "NAME")}
    numbers = {_number_classes(sample) for sample in _SAMPLES}
    sets = {_PLAIN, *classes.values(), *marks.values(), *single, *numbers}
    of = {names: chr(_FIRST_CODE + place) for place, names in enumerate(sorted(sets, key=sorted))}
    by_class: dict[str, str] = {}
    for names, code in of.items():
        for name in names:
            by_class[name] = by_class.get(name, "") + code
    return Codes(
        of,
        by_class,
        {text: of[names] for text, names in classes.items()},
        {mark: of[names] for mark, names in marks.items()},
    )


def cut(text: str, language: str = ENGLISH) -> Words:
    """Cut a text into words with their codes; time and space grow with its length only."""
    table, told = codes(language), lexicon(language)
    starts: list[int] = []
    ends: list[int] = []
    out: list[str] = []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        out.append(_code(match.lastgroup or "", match.group(), table, told))
    return Words(text, starts, ends, "".join(out), language)


def _code(kind: str, text: str, table: Codes, told: Lexicon) -> str:
    if kind == "WORD":
        lower = text.lower()
        code = table.word.get(_plain(lower) if told.english else lower)
        plain = lower == text
        if code is None or (lower in told.cased and plain) or (lower in told.small and not plain):
            return table.by_class["NAME"] if text[0].isupper() else table.of[_COMMON]
        return code
    if kind == "MARK":
        return table.mark.get(text, table.of[_PLAIN])
    if kind == "NUMBER":
        return table.of.get(_number_classes(text), table.of[_PLAIN])
    if kind == "ABBR":
        return table.word.get(text.replace(".", "").lower(), table.by_class["NAME"])
    return table.by_class[kind]
