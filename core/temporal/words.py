"""Cuts a text into words and gives each its classes, so that shapes can be sought over classes, not letters.

A text becomes a string with one character per word: two words of the same set of classes share a character.
Shapes are then plain regular expressions over that short string, which keeps the search fast and linear.
"""

import re
from dataclasses import dataclass
from functools import cache

from core.temporal.lexicon import ENGLISH, Lexicon, class_names, lexicon, plain

_WORD = re.compile(
    r"(?P<ISO>\d{4}(?:-\d\d-\d\d|/\d\d/\d\d)(?:T\d\d:\d\d(?::\d\d)?)?)(?![\d-])"
    r"|(?P<NUMERIC>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})|\d{1,2}\.\d{1,2}\.\d{4})(?![\d/])"
    r"|(?P<ODD>(?:0?[1-9]|[12]\d|3[01])[-./](?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-./]\d{2,4})(?![\w-])"
    r"|(?P<CLOCK>\d{1,2}:\d\d(?::\d\d)?)(?![\d:])"
    r"|(?P<ORDINAL>\d{1,3}(?:,\d{3})?(?:st|nd|rd|th)\b)"
    r"|(?P<OTHER1>\d+(?:[.,:/]\d+){2,}|(?!(?:1[5-9]|20)\d\d/\d\d(?:\d\d)?\b)\d+/\d+|\d{1,3}(?:,\d{3})+(?!\d))"
    r"|(?P<DECIMAL>\d+\.\d+)"
    r"|(?P<DECADE>\d{3}0['’]?s\b|['’]?\d0s\b|\d\d0s(?=\s+[Bb]\.?[Cc]\b))"
    r"|(?P<SHORTYEAR>['’]\d\d\b(?!%|[.,:]\d))"
    r"|(?P<NUMBER>\d+)"
    r"|(?P<AMPM>[aApP]\.[mM]\b\.?|[aApP][mM]\b)"
    r"|(?P<QUARTERCODE>Q[1-4]\b|H[12]\b)"
    r"|(?P<ABBR>[Bb]\.[Cc]\.(?:[Ee]\.)?|[Aa]\.[Dd]\.|[A-Z](?:\.[A-Z])+\.?)"
    r"|(?P<POSS>['’]s\b|['’](?=\s))"
    r"|(?P<WORD>[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(?P<BREAK>\n[ \t\r]*\n)"
    r"|(?P<SPACED>(?<=\s)[-–—](?=\s))"
    r"|(?P<MARK>[^\w\s])"
)
_DECIMALS = r"\d+\.\d+"
_FOREIGN_WORD = re.compile(_WORD.pattern.replace(_DECIMALS, rf"{_DECIMALS}|\d{{1,3}},\d{{1,2}}(?![\d,])"))
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
_DASHES = ("-", "–", "—")  # of a class of their own with a space on either side: no range of numbers


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words; ``lower`` has them in lower case, ``codes`` one character per word."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    codes: str
    language: str = ENGLISH

    def word(self, index: int) -> str:
        """Return the word as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def norm(self, index: int) -> str:
        """Return the lower-case English word that the word is or stands for, else the word in lower case."""
        lower = self.lower[index]
        if self.language == ENGLISH:
            return lower
        return lexicon(self.language).english.get(plain(lower), lower)

    def is_a(self, index: int, name: str) -> bool:
        """Say whether there is a word at the index and it is of the class."""
        inside = 0 <= index < len(self.codes)
        return inside and self.codes[index] in codes(self.language).by_class.get(name, "")


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
    elif size == 4 and 2100 < value < 2200:
        names |= {"FARYEAR", "MILITARY"} if value % 100 < 60 else {"FARYEAR"}
    elif size == 4 and value < 2400 and value % 100 < 60:
        names |= {"MILITARY"}
    return frozenset(names)


_KINDS = (
    "ISO",
    "NUMERIC",
    "ODD",
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
_SAMPLES = ("5", "05", "15", "00", "28", "45", "100", "1990", "1130", "0530", "2120", "2170", "3000", "12345")
_PLAIN: frozenset[str] = frozenset()
_COMMON = frozenset({"WORD", "PLAINWORD"})  # a word of no class
_FIRST_CODE = 0x100


@dataclass(frozen=True, slots=True)
class Codes:
    """The characters for sets of classes: by set, class (all that have it), word, mark and spaced dash."""

    of: dict[frozenset[str], str]
    by_class: dict[str, str]
    word: dict[str, str]
    mark: dict[str, str]
    spaced: dict[str, str]


@cache
def codes(language: str = ENGLISH) -> Codes:
    """Give every set of classes that a word of the language can have a character of its own."""
    classes = {text: names | {"WORD"} for text, names in lexicon(language).classes.items()}
    marks = {mark: frozenset({name}) for mark, name in _MARKS.items()}
    spaced = {dash: marks[dash] | {"SPACED"} for dash in _DASHES}
    single = {frozenset({name}) for name in (*_KINDS, "NAME")} | {_COMMON}
    numbers = {_number_classes(sample) for sample in _SAMPLES}
    sets = {_PLAIN, *classes.values(), *marks.values(), *spaced.values(), *single, *numbers}
    of = {names: chr(_FIRST_CODE + place) for place, names in enumerate(sorted(sets, key=sorted))}
    by_class = dict.fromkeys(class_names(language), "")
    for names, code in of.items():
        for name in names:
            by_class[name] = by_class.get(name, "") + code
    return Codes(
        of,
        by_class,
        {text: of[names] for text, names in classes.items()},
        {mark: of[names] for mark, names in marks.items()},
        {dash: of[names] for dash, names in spaced.items()},
    )


def cut(text: str, language: str = ENGLISH) -> Words:
    """Cut a text into words with their codes; time and space grow with its length only."""
    table, told = codes(language), lexicon(language)
    starts: list[int] = []
    ends: list[int] = []
    lower: list[str] = []
    out: list[str] = []
    for match in (_WORD if language == ENGLISH else _FOREIGN_WORD).finditer(text):
        word = match.group()
        starts.append(match.start())
        ends.append(match.end())
        lower.append(word.lower())
        out.append(_code(match.lastgroup or "", word, lower[-1], table, told))
    return Words(text, starts, ends, lower, "".join(out), language)


def _code(kind: str, text: str, lower: str, table: Codes, told: Lexicon) -> str:
    if kind == "WORD":
        code = table.word.get(plain(lower) if told.english else lower)
        small = lower == text
        if code is None or (lower in told.cased and small) or (lower in told.small and not small):
            return table.by_class["NAME"] if text[0].isupper() else table.of[_COMMON]
        return code
    if kind == "MARK":
        return table.mark.get(text, table.of[_PLAIN])
    if kind == "NUMBER":
        return table.of.get(_number_classes(text), table.of[_PLAIN])
    if kind == "ABBR":
        return table.word.get(text.replace(".", "").lower(), table.by_class["NAME"])
    return table.spaced[text] if kind == "SPACED" else table.by_class[kind]
