"""Finds the names of sides, persons and places in an article's text, once for all its sentences."""

import datetime as dt
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from core.events.lexicon import load, word_set, words
from core.events.parties import names
from core.events.parties.names import Kind, Name, fold

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_][\w]*(?:['’‘–-][\w]+)*")
_LOCATIVE = frozenset(
    (
        "in",
        "at",
        "near",
        "from",
        "to",
        "outside",
        "around",
        "across",
        "over",
        "towards",
        "toward",
        "into",
        "off",
        "on",
        "of",
        "through",
        "between",
        "and",
    )
)


class Word(NamedTuple):
    """A word of the text; ``folded`` is its form for look-up."""

    start: int
    end: int
    text: str
    folded: str


class Tie(StrEnum):
    """What a name in a compound does to what follows: "Russian-held", "Saudi-led", "Turkish-backed"."""

    HOLDS = "holds"
    LEADS = "leads"
    BACKS = "backs"


@dataclass(frozen=True, slots=True)
class Span:
    """A name found: where it stands, how it is written, whom it stands for, what it is."""

    start: int
    end: int
    sides: tuple[str, ...]
    kind: Kind
    text: str = ""
    tie: Tie | None = None


def split(text: str) -> list[Word]:
    """Cut a text into words."""
    return [Word(m.start(), m.end(), m[0], fold(m[0])) for m in _WORD.finditer(text)]


def scan(text: str, found: Sequence[Word], today: dt.date | None) -> list[Span]:
    """Return the names in a text, in order, the longest at each place."""
    spans: list[Span] = []
    countries = _countries_named(found)
    i = 0
    while i < len(found):
        match = _at(text, found, i, countries)
        if (
            match is not None
            and match[0] == 1
            and (match[1].kind is Kind.PERSON or found[i].text == "West")  # "West African"
            and (_is_followed_by_name(found, i) or _is_mere_word(found, i))
        ):
            match = None
        if match is None:
            match = _person(found, i, today)
        if match is None:
            if not found[i].text.isalnum():
                spans += _compound(found[i])
            i += 1
            continue
        size, name = match
        last = found[i + size - 1]
        end = last.end - len(last.text) + len(_bare(last.text))
        spans.append(Span(found[i].start, end, name.sides, name.kind, text[found[i].start : end]))
        i += size
    return _shortened(spans)


def _shortened(spans: Sequence[Span]) -> list[Span]:
    """Take a people's name for the group last called by it in full: "Serb" after "Bosnian Serb"."""
    full: dict[str, tuple[str, ...]] = {}
    for span in reversed(spans):  # of several, the first one named stands for what comes before it
        if span.kind is Kind.GROUP and " " in span.text:
            full[_stem(span)] = span.sides
    told: list[Span] = []
    for span in spans:
        if span.kind is Kind.GROUP and " " in span.text:
            full[_stem(span)] = span.sides
        short = span.kind is Kind.PEOPLE and span.tie is None and _stem(span) in full
        told.append(replace(span, sides=full[_stem(span)], kind=Kind.GROUP) if short else span)
    return told


def _stem(span: Span) -> str:
    """Return the last word of a name, folded, in the singular."""
    return fold(span.text).rsplit(" ", 1)[-1].removesuffix("s")


def _at(text: str, found: Sequence[Word], i: int, countries: Counter[str]) -> tuple[int, Name] | None:
    """Return how many words the longest name takes that starts at a word, and the name."""
    first = found[i]
    head = first.folded.split(" ", 1)[0]
    if first.text[:1].islower() and head not in _small_starts():
        return None
    for size in range(min(names.lengths().get(head, 0), len(found) - i), 0, -1):
        run = found[i : i + size]
        if any(text[a.end : b.start].strip() for a, b in pairwise(run)):
            continue
        key = " ".join(word.folded for word in run)
        name = names.names().get(key)
        if _names_waters(found, i, i + size):
            continue
        if name is not None and _is_written_as(name, text[first.start : run[-1].end]):
            return size, name
        if name is None and first.text[:1].isupper() and key in names.cities():
            country = _city(found, i, size, countries)
            if country:
                return size, Name((country,), Kind.PLACE)
    return None


def _names_waters(found: Sequence[Word], start: int, after: int) -> bool:
    """Say whether a country's name is part of that of a river or sea: "the Niger river", "Gulf of Oman"."""
    if after < len(found) and found[after].folded in ("river", "delta", "basin"):
        return True
    before = [word.folded for word in found[max(start - 2, 0) : start]]
    return len(before) == 2 and before[1] == "of" and before[0] in ("gulf", "sea", "bay", "strait", "straits")


@cache
def _small_starts() -> frozenset[str]:
    """Return the first words of names that may start small: "al-Qaeda", "pro-Russian separatists"."""
    exact = (name.exact for name in names.names().values())
    return frozenset(fold(written).split()[0] for written in exact if written[:1].islower())


def _is_written_as(name: Name, written: str) -> bool:
    if name.exact:
        plain = _bare(written)
        return plain == name.exact or (name.exact[0].islower() and plain[1:] == name.exact[1:])
    return written[:1].isupper() or (name.kind is Kind.PERSON and written.startswith(("al-", "el-")))


def _city(found: Sequence[Word], i: int, size: int, countries: Counter[str]) -> str:
    """Return the country of a city's name; many are common words, first names or surnames too.

    It counts after a word like "in", or in an article that names its country.
    """
    after = found[i + size] if i + size < len(found) else None
    adjoins = after is not None and after.text[:1].isupper() and after.start == found[i + size - 1].end + 1
    opens = adjoins and size == 1 and found[i].folded in _openings()
    if opens or found[i].folded in word_set("calendar"):
        return ""
    name = " ".join(word.folded for word in found[i : i + size])
    lies = names.cities()[name]
    best = max(lies, key=lambda country: countries[country])
    told = countries[best] or name in names.city_names()  # "Kamenica" is Kamenz too, where Germany is told of
    if told and i > 0 and found[i - 1].folded in _LOCATIVE:
        return best
    if after is not None and after.folded in _areas():
        return best
    if size == 1 and found[i].folded in _common():
        return ""  # "Human rights groups", "Summit ends"
    if adjoins:
        return ""
    return "" if _ends_a_persons_name(found, i) else best if countries[best] else ""


def _ends_a_persons_name(found: Sequence[Word], i: int) -> bool:
    """Say whether a rank or office stands before a word, next to it or with a first name between."""
    for word, after in ((found[k], found[k + 1]) for k in range(i - 1, max(i - 3, -1), -1)):
        if not word.text[:1].isupper() or word.end + 1 != after.start:
            return False
        if word.folded in _titles():
            return True
    return False


@cache
def _common() -> frozenset[str]:
    """Return the names of cities that are words of English, folded."""
    return frozenset(map(fold, words(load("territories.toml")["common_words"]["names"])))


def with_persons(found: Sequence[Word], spans: Sequence[Span], sides: Mapping[str, str]) -> list[Span]:
    """Return the names with those persons added, or told anew, whose side by last name is given."""
    known = {
        at for s in spans if s.kind is Kind.PERSON and " " in s.text for at in range(s.start, s.end)
    }  # in full
    told = {
        word.start: Span(word.start, word.end, (sides[word.folded],), Kind.PERSON, _bare(word.text))
        for word in found
        if word.folded in sides and _starts_name(word) and word.start not in known
    }
    others = [span for span in spans if not any(at in told for at in range(span.start, span.end))]
    return sorted((*others, *told.values()), key=lambda span: span.start)


def _bare(text: str) -> str:
    return text.removesuffix("'s").removesuffix("’s")


def _starts_name(word: Word) -> bool:
    return word.text[:1].isupper() or word.text.startswith(("al-", "el-"))


@cache
def _openings() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["places"]["openings"]))


@cache
def _areas() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["places"]["areas"]))


def _person(found: Sequence[Word], i: int, today: dt.date | None) -> tuple[int, Name] | None:
    """Return the person whose last name stands at a word, if it is one who holds or held an office."""
    word = found[i]
    if not _starts_name(word):
        return None
    known = names.holders(today).get(word.folded)
    if known is None or word.folded in word_set("calendar") or _is_mere_word(found, i):
        return None
    before = found[i - 1] if i else None
    if before is not None and before.text[:1].isupper() and before.end + 1 == word.start:
        full = f"{before.folded} {word.folded}"
        same = next((side for name, side in known if name.endswith(full)), None)
        if same is not None:
            return 1, Name((same,), Kind.PERSON)
        if before.folded not in _titles() and before.folded not in names.names():
            return None  # someone else of that name
    if _is_followed_by_name(found, i):
        return None  # a first name
    return 1, Name((known[0][1],), Kind.PERSON)


def _is_mere_word(found: Sequence[Word], i: int) -> bool:
    """Say whether a last name that is a word too may be just that: the text introduces nobody so called."""
    if found[i].folded not in _words():
        return False
    same = (k for k in range(1, len(found)) if found[k].folded == found[i].folded)
    return not any(
        found[k - 1].end + 1 == found[k].start
        and (found[k - 1].text[:1].isupper() or found[k - 1].folded in _titles())
        for k in same
    )


@cache
def _words() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["persons"]["words"]))


def _is_followed_by_name(found: Sequence[Word], i: int) -> bool:
    """Say whether a word that no list knows follows as the next part of a name: "Saeed Izadi"."""
    if i + 1 == len(found) or found[i + 1].start != found[i].end + 1 or found[i].text != _bare(found[i].text):
        return False
    after = found[i + 1]
    known = after.folded in names.names() or after.folded in _titles() or after.folded in word_set("calendar")
    return after.text[:1].isupper() and after.text[1:].islower() and not known


@cache
def _titles() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["persons"]["titles"])) | offices()


@cache
def offices() -> frozenset[str]:
    """Return the names of offices that stand before a person's name, as lemmas."""
    return frozenset(words(load("roles.toml")["persons"]["offices"]))


def _compound(word: Word) -> Iterator[Span]:
    """Yield the sides in "Russia-US talks", "Saudi-led", "Russian-held"; not that in "Russian-speaking"."""
    parts = [part for part in re.split(r"[-–]", word.text) if part]
    if len(parts) < 2:
        return
    known = [names.names().get(fold(part)) for part in parts]
    tie = _ties().get(parts[-1].lower())
    if tie is not None:
        kind = Kind.PLACE if tie is Tie.HOLDS else Kind.PEOPLE
        yield from (Span(word.start, word.end, n.sides, kind, word.text, tie) for n in known[:1] if n)
    elif all(name is not None and part[:1].isupper() for name, part in zip(known, parts, strict=True)):
        sides = tuple(dict.fromkeys(side for name in known if name is not None for side in name.sides[:1]))
        yield Span(word.start, word.end, sides, Kind.PEOPLE)


@cache
def _ties() -> dict[str, Tie]:
    return {word: Tie(tie) for tie, text in load("roles.toml")["ties"].items() for word in words(text)}


def _countries_named(found: Sequence[Word]) -> Counter[str]:
    known = names.names()
    return Counter(
        side
        for word in found
        if (name := known.get(word.folded)) is not None
        and word.text[:1].isupper()
        and name.kind is not Kind.PERSON
        for side in name.sides
    )


def within(spans: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    """Return the spans that lie between two offsets."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return spans[first:last]
