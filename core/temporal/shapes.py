"""Reads the shapes of time expressions from data and finds them in a text cut into words."""

import re
from dataclasses import dataclass
from functools import cache

from core.temporal.lexicon import ENGLISH, Value, data, values
from core.temporal.words import Words, codes, cut

_NAME = re.compile(r"(?<!\w)(?!P<)[A-Z][A-Z0-9]*")
_ROUNDS = 6  # macros in macros in macros


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its name, the name of its builder and its pattern over word classes.

    ``needs`` are the codes of words of which a text must have one for the shape to fit in it; empty for any.
    """

    name: str
    form: str
    pattern: re.Pattern[str]
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a shape fits; word indices, end exclusive."""

    words: Words
    shape: Shape
    match: re.Match[str]

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index after the last word."""
        return self.match.end()

    def has(self, *groups: str) -> bool:
        """Say whether any of the groups took part."""
        return any(self._span(group) for group in groups)

    def group(self, *groups: str) -> list[str]:
        """Return the words of the first of the groups that took part, lower case."""
        for group in groups:
            span = self._span(group)
            if span:
                return [self.words.norm(index) for index in range(*span)]
        return []

    def indices(self, group: str) -> range:
        """Return the indices of a group's words."""
        return range(*(self._span(group) or (0, 0)))

    def value(self, table: str, *groups: str) -> Value | None:
        """Look the groups' words up in a table of the lexicon (several, joined by a blank)."""
        for word in self.group(*groups):
            found = lookup(table, word)
            if found is not None:
                return found
        return None

    def number(self, table: str, *groups: str) -> int | None:
        """Like ``value``, where the table holds numbers."""
        found = self.value(table, *groups)
        return found if isinstance(found, int) else None

    def code(self, table: str, *groups: str) -> str:
        """Like ``value``, where the table holds codes; empty where there is none."""
        found = self.value(table, *groups)
        return found if isinstance(found, str) else ""

    def followed_by(self, *classes: str) -> bool:
        """Say whether the word after the hit is of one of the classes; the empty class is the text's end."""
        code = self.words.codes[self.last : self.last + 1]
        return any(
            code in codes(self.words.language).by_class[name] if name and code else not name and not code
            for name in classes
        )

    def _span(self, group: str) -> tuple[int, int] | None:
        if group not in self.match.re.groupindex:
            return None
        start, end = self.match.span(group)
        return (start, end) if start >= 0 and end > start else None


def lookup(tables: str, word: str) -> Value | None:
    """Return a word's value in the first of the lexicon's tables that has it."""
    for table in tables.split():
        found = values()[table].get(word)
        if found is not None:
            return found
    return None


@cache
def shapes(language: str = ENGLISH) -> tuple[Shape, ...]:
    """Read and compile the shapes of a language; kindred languages share theirs."""
    told = data("shapes.toml" if language == ENGLISH else data(f"languages/{language}.toml")["shapes"])
    by_class = codes(language).by_class
    names = {name: f"[{chars}]" if chars else "(?!)" for name, chars in by_class.items()}
    for name, members in told["union"].items():
        names[name] = "[" + "".join(by_class[member] for member in members) + "]"
    names |= told["macro"]
    return tuple(
        Shape(
            row["name"],
            row["form"],
            re.compile(_expand(row["pattern"], names)),
            frozenset("".join(by_class[name] for name in row.get("needs", ()))),
        )
        for row in told["shape"]
    )


def _expand(pattern: str, names: dict[str, str]) -> str:
    for _ in range(_ROUNDS):
        pattern = _NAME.sub(lambda match: names[match.group()], pattern)
    return pattern.replace(" ", "")


def find(text: str, language: str = ENGLISH) -> tuple[Words, list[Hit]]:
    """Return the text's words and the places where a shape fits, longest first, none overlapping."""
    words = cut(text, language)
    present = frozenset(words.codes)
    every = [
        (match.start() - match.end(), place, match.start(), Hit(words, shape, match))
        for place, shape in enumerate(shapes(language))
        if not shape.needs or not shape.needs.isdisjoint(present)
        for match in shape.pattern.finditer(words.codes)
    ]
    every.sort(key=lambda row: row[:3])
    taken = bytearray(len(words.codes))
    kept: list[Hit] = []
    for _, _, _, hit in every:
        if any(taken[hit.first : hit.last]) or hit.first == hit.last:
            continue
        taken[hit.first : hit.last] = b"\x01" * (hit.last - hit.first)
        kept.append(hit)
    return words, sorted(kept, key=lambda hit: hit.first)
