"""Learns from an article's own words the armed groups that no list knows: "militants of the Ansar group".

The wars of next year have groups that no data can name; how they are told of hardly changes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from core.events.lexicon import load, word_set, words
from core.events.parties.names import Kind, cities, fold, names
from core.events.parties.scanning import Span, Word

_LONGEST = 6  # words of a group's name
_INSIDE = frozenset(("of", "for", "and", "the"))  # "Movement for the Liberation of Azar"
_CALLED = frozenset(("called", "named", "the", "known", "as"))
_SHORT = re.compile(r"\s\((?:the )?([A-Z][A-Z0-9-]{1,7})\)")
_ENDS = frozenset(".!?:\n“\"'‘(")


def learn(text: str, found: Sequence[Word], known: Sequence[Span]) -> dict[str, str]:
    """Return the groups an article tells of as armed, by the folded forms of their names."""
    taken = {at for span in known for at in range(span.start, span.end)}
    learned: dict[str, str] = {}
    i = 0
    while i < len(found):
        end = _run(text, found, i)
        if end > i:
            run = found[i:end]
            free = not any(word.start in taken for word in run)
            if free and (side := _side(text, found, i, end)):
                learned[" ".join(word.folded for word in run)] = side
                if short := _SHORT.match(text, run[-1].end):
                    learned[fold(short[1])] = side
        i = max(end, i + 1)
    return {name: side for name, side in learned.items() if name not in names()}


def with_groups(
    text: str, found: Sequence[Word], spans: Sequence[Span], learned: dict[str, str]
) -> list[Span]:
    """Return the names with those of the groups learned added."""
    taken = {at for span in spans for at in range(span.start, span.end)}
    told = [*spans]
    for name, side in learned.items():
        size = len(name.split())
        for i in range(len(found) - size + 1):
            run = found[i : i + size]
            same = " ".join(word.folded for word in run) == name and run[0].text[:1].isupper()
            if same and run[0].start not in taken:
                end = run[-1].end - (2 if run[-1].text[-2:] in ("'s", "’s") else 0)
                told.append(Span(run[0].start, end, (side,), Kind.GROUP, text[run[0].start : end]))
    return sorted(told, key=lambda span: span.start)


def _run(text: str, found: Sequence[Word], start: int) -> int:
    """Return the index after a name of capitalised words that starts at a word; ``start`` if none does."""
    if found[start].folded in _no_start():
        return start
    end = start
    while end < len(found) and end - start < _LONGEST and (end == start or _beside(text, found, end)):
        inside = found[end].text in _INSIDE and end > start
        if not found[end].text[:1].isupper() and not inside:
            break
        end += 1
    while end > start and found[end - 1].text in _INSIDE:
        end -= 1
    return end


@cache
def _no_start() -> frozenset[str]:
    return _no_name() | _listed("opening")


@cache
def _no_name() -> frozenset[str]:
    return word_set("calendar") | _listed("not_groups")


def _beside(text: str, found: Sequence[Word], i: int) -> bool:
    return text[found[i - 1].end : found[i].start] == " "


def _side(text: str, found: Sequence[Word], start: int, end: int) -> str:
    """Return what a group is called if the words around a name, or its last ones, tell that it is armed."""
    run = found[start:end]
    first = run[0]
    if any(word.folded in _no_name() for word in run if word.text[0].isupper()):
        return ""
    name = text[first.start : run[-1].end].removesuffix("'s").removesuffix("’s")
    after = found[end].folded if end < len(found) and _beside(text, found, end) else ""
    before = list(_before(text, found, start))
    body = after if after in _listed("bodies") else ""
    opens = not text[: first.start].rstrip(" ") or text[: first.start].rstrip(" ")[-1] in _ENDS
    fights = after in _listed("fighters") and not (opens and len(run) == 1)
    of = len(before) > 2 and before[0] == "the" and before[1] == "of" and before[2] in _listed("fighters")
    armed = len(before) > 1 and before[0] in _listed("bodies") and before[1] in _listed("armed")
    formal = len(run) > 2 and " ".join(word.folded for word in run[-2:]) in _listed("endings")
    called = of or armed or ((fights or formal) and " ".join(word.folded for word in run) not in cities())
    if not called:
        return ""
    return f"{name} {body}" if body and len(run) == 1 else name


def _before(text: str, found: Sequence[Word], start: int) -> Iterator[str]:
    """Yield the words before a name from the nearest on, without those of "a group called X"."""
    called = False
    for i in range(start - 1, max(start - 6, -1), -1):
        if text[found[i].end : found[i + 1].start] != " ":
            return
        word = found[i].folded
        called = called or word in ("called", "named", "as")
        if not (called and word in _CALLED):
            yield word


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words(load("roles.toml")["armed"][name]))
