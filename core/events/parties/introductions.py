"""Learns from the article itself on whose side a person speaks: "Hamas spokesman X", "X, the mayor of Y"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.events.lexicon import load, word_set, words
from core.events.parties.names import Kind, cities, names
from core.events.parties.scanning import Span, Word, offices, within

_REACH = 7  # words between an office and the side it belongs to
_AFTER = frozenset(("of", "for", "from", "in"))
_NOT_INSIDE = frozenset(
    (
        "by",
        "with",
        "in",
        "at",
        "on",
        "for",
        "after",
        "who",
        "which",
        "where",
        "and",
        "but",
        "said",
        "to",
        "as",
        "from",
        "while",
        "when",
        "during",
        "that",
        "whose",
        "also",
    )
)
_DESCRIBING = frozenset(("outgoing", "incoming", "acting", "sitting", "serving", "leading", "ruling"))
_LONGEST_NAME = 4
_STOP = '.;:!?\n()“”"'
_SERVES = ("adviser", "advisor", "aide", "deputy")  # "an adviser to the mayor of X"
_OUTLET = ("bureau", "correspondent", "editor")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person told with office and side; ``last`` is the last name, folded, empty if none is told."""

    at: int
    office: str
    last: str
    side: str


def introduce(text: str, found: Sequence[Word], spans: Sequence[Span]) -> list[Introduced]:
    """Return the persons whose side the article tells, in order of the text."""
    known: list[Introduced] = []
    for i, word in enumerate(found):
        office = word.folded.removesuffix("s") if word.folded not in offices() else word.folded
        if office not in offices():
            continue
        side = _before(text, found, spans, i) or _after(text, found, spans, i, office)
        last = list(_names_beside(text, found, i))
        if not side and last and office in _of_state():
            side = _of_sentence(text, spans, word.start)
        if not side:
            continue
        known += [Introduced(word.start, office, name, side) for name in last or [""]]
    return known


@cache
def _of_state() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["persons"]["of_state"]))


def _of_sentence(text: str, spans: Sequence[Span], at: int) -> str:
    """Return the state that a sentence names first: "X pledged aid, and foreign minister Y flew to Z"."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "? ", "! "))
    first = next(iter(within(spans, max(start, 0), at)), None)
    return (
        first.sides[0] if first is not None and first.kind in (Kind.COUNTRY, Kind.PEOPLE, Kind.SEAT) else ""
    )


@cache
def _small() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["persons"]["particles"]))


def _before(text: str, found: Sequence[Word], spans: Sequence[Span], i: int) -> str:
    """Return the side named shortly before an office: "Ukraine's deputy foreign", "Kharkiv regional"."""
    first = found[max(i - _REACH, 0)].start
    for span in reversed(within(spans, first, found[i].start)):
        between = text[span.end : found[i].start]
        if (
            any(c in between for c in _STOP + ",")
            or span.kind is Kind.PERSON
            or any(w in between for w in _OUTLET)
        ):
            return ""
        if any(part in (" and ", " in ", " to ", " with ") for part in (f" {w} " for w in between.split())):
            return ""
        return span.sides[0]
    return ""


def _after(text: str, found: Sequence[Word], spans: Sequence[Span], i: int, office: str) -> str:
    """Return the side named after an office: "the governor of the Donetsk region"."""
    if i + 1 >= len(found):
        return ""
    if found[i + 1].folded not in _AFTER and not (office in _SERVES and found[i + 1].folded == "to"):
        return ""
    last = found[min(i + _REACH, len(found) - 1)].end
    for span in within(spans, found[i].end, last):
        between = text[found[i].end : span.start]
        if any(c in between for c in _STOP + ","):
            return ""
        return span.sides[0] if span.kind is not Kind.PERSON else ""
    return ""


def _names_beside(text: str, found: Sequence[Word], i: int) -> Iterator[str]:
    """Yield the last names of who holds the office: those after it, and the one before a comma."""
    if (start := _after_title(text, found, i)) and (name := _name(text, found, start)):
        yield name
    comma = _comma_before(text, found, i)
    if comma is not None:
        end = comma
        first = end
        while first > 0 and end - first < _LONGEST_NAME and _is_part(found[first - 1]):
            if first < end and not _joined(text, found, first):
                break
            first -= 1
        parts = found[first:end]
        named = [part for part in parts if part.folded not in _NOT_INSIDE and not _is_no_person(part)]
        a_city = len(parts) == 1 and parts[0].folded in cities()
        if len(named) == len(parts) > 0 and parts[-1].text[:1].isupper() and not a_city:
            yield parts[-1].folded


def _after_title(text: str, found: Sequence[Word], i: int) -> int | None:
    """Return the index of the word after an office with its "of X,"; None where the sentence goes on."""
    if i + 1 >= len(found) or found[i + 1].folded not in _AFTER:
        return i + 1
    for j in range(i + 2, min(i + _REACH, len(found))):
        between = text[found[j - 1].end : found[j].start]
        if any(c in between for c in _STOP):
            return None
        if "," in between:
            return j
    return None


def _comma_before(text: str, found: Sequence[Word], i: int) -> int | None:
    """Return the index after the name before a comma, in "Name, the outgoing German" + office."""
    for j in range(i, max(i - _REACH, 0), -1):
        between = text[found[j - 1].end : found[j].start]
        if any(c in between for c in _STOP):
            return None
        if "," in between:
            return j if _is_apposition(found[j : i + 1]) else None
    return None


def _is_apposition(between: Sequence[Word]) -> bool:
    """Say whether words can be a noun phrase up to an office: no verb, no preposition, one article."""
    inner = [word.folded for word in between[1:]]
    whole = [word.folded for word in between]
    return not any(word in ("the", "a", "an") for word in inner) and not any(
        word in _NOT_INSIDE or (word.endswith("ing") and word not in _DESCRIBING) for word in whole
    )


def _name(text: str, found: Sequence[Word], start: int) -> str:
    """Return the folded last word of the name that starts at a word; empty if none does."""
    if start >= len(found) or start == 0:
        return ""
    between = text[found[start - 1].end : found[start].start]
    if any(c in between for c in _STOP):
        return ""
    end = start
    while (
        end < len(found)
        and end - start < _LONGEST_NAME
        and _is_part(found[end])
        and (end == start or _joined(text, found, end))
    ):
        end += 1
    while (
        end > start
        and not found[end - 1].text[:1].isupper()
        and not found[end - 1].text.startswith(("al-", "el-"))
    ):
        end -= 1
    if end == start or ("," in between and end - start < 2):
        return ""
    one = end - start < 2
    no_person = _is_no_person(found[end - 1]) or found[end - 1].folded in cities()
    return "" if one and no_person else found[end - 1].folded


def _is_no_person(word: Word) -> bool:
    known = names().get(word.folded)
    is_name = known is not None and known.kind is not Kind.PERSON
    return is_name or word.folded in word_set("calendar")


def _is_part(word: Word) -> bool:
    return word.text[:1].isupper() or word.folded in _small() or word.text.startswith(("al-", "el-"))


def _joined(text: str, found: Sequence[Word], i: int) -> bool:
    """Say whether only a space lies between a word and the one before, and that one ends no possessive."""
    return text[found[i - 1].end : found[i].start] == " " and found[i - 1].text[-2:] not in ("'s", "’s")
