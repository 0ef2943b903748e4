"""Finds the publication date a plain text states: in a line above or below it, or in a wire's dateline.

Runs before any inference; a date is taken only where nothing but the date, or the date and its label, stands.
"""

import re
from collections.abc import Iterator, Sequence

from core.model import Basis, PublicationBasis, PublicationDate, TimeExpression, TimexType

_LINE = re.compile(r"[^\n]+")
_HEAD, _FOOT = 14, 5  # lines looked at, from the start and from the end
_PROSE = 180  # characters from which on a line is a paragraph
_LABELLED, _BARE, _CHANGED = 0, 1, 2  # ranks: "Published 2 June 2025", "2 June 2025", "Updated 2 June 2025"
_POINTS = (TimexType.DATE, TimexType.TIME)
_BETWEEN = re.compile(r"\s*[|•·–—]\s*|\s+-\s+|\s{3,}|\t")
_FIRST = re.compile(
    r"(?:(?:this (?:article|story|page) was )?(?:first |originally )?(?:published|posted|printed|issued)"
    r"(?: (?:on|at|in))?|date|publication date|pub\.? ?date)\s*:?\s*",
    re.IGNORECASE,
)
_LATER = re.compile(r"(?:last )?(?:updated|modified|edited|revised)(?: (?:on|at))?\s*:?\s*", re.IGNORECASE)
_REST = re.compile(
    r"[\s,.;:()]*(?:\b(?:on|at|by|in|GMT|UTC|BST|CET|CEST|EST|EDT|MSK|EET|EEST)\b[\s,.;:()]*)*", re.IGNORECASE
)
_PARTICLE = re.compile(r"[\s,]*[a-z]")  # after a clock time: a sentence that goes on, no heading
_PLACE = re.compile(
    r"(?:[A-Z][\w.’'-]+ ?){1,4}(?:, (?:[A-Z][\w.’'-]+ ?){1,3})?,"
)  # "Port Sudan, 21 March 2025"
_WIRE_PLACE = re.compile(r"[A-Z][A-Z .’'/-]{2,40}(?:, [\w .’'-]{2,30})?,? \(?")
_WIRE_AGENCY = re.compile(r"\)?,?(?: ?\([^()\n]{2,40}\))?(?::? ?[-–—]{1,2} ?|[:.] )")
_HEADING = re.compile(
    r"\s*(?:[\w.’'/&-]{1,20},? ){0,8}[\w.’'/&-]{1,20}, "
)  # "Weekly digest No. 44, 3 May 2026"


def margins(text: str) -> tuple[str, str]:
    """Return the lines above an article with its first ones, and the last ones; long lines cut short."""
    lines = [match[0][:_PROSE] for match in _LINE.finditer(text) if match[0].strip()]
    return "\n".join(lines[:_HEAD]), "\n".join(lines[max(_HEAD, len(lines) - _FOOT) :])


def stated(
    head: str, above: Sequence[TimeExpression], foot: str, below: Sequence[TimeExpression]
) -> PublicationDate:
    """Return the publication date stated in the margins of an article; open where none is.

    Args:
        head: what ``margins`` gives first, ``above`` its time expressions, resolved without publication date.
        foot: what it gives second, ``below`` its time expressions; only labelled dates count there.
    """
    found = [
        *_in_lines(head, above),
        *((rank, timex) for rank, timex in _in_lines(foot, below) if rank != _BARE),
    ]
    if not found:
        return PublicationDate()
    _, timex = min(found, key=lambda rank_and_day: rank_and_day[0])
    reason = f"the text states it: “{' '.join(timex.text.split())}”"
    return PublicationDate(timex.edtf, PublicationBasis.DATELINE, 1.0, (reason,))


def _in_lines(text: str, timexes: Sequence[TimeExpression]) -> Iterator[tuple[int, TimeExpression]]:
    """Yield the full dates that lines state, each with its rank."""
    days = [
        timex
        for timex in timexes
        if len(timex.edtf) == 10 and timex.type in _POINTS and timex.basis is Basis.EXPLICIT
    ]
    for line in _LINE.finditer(text):
        inside = [timex for timex in days if line.start() <= timex.start and timex.end <= line.end()]
        heads = not text[: line.start()].strip() and len(inside) == 1 and _ends(line, inside[0])
        if inside and (heads or _opens(line, inside[0])):
            yield _BARE, inside[0]
        elif inside and len(line[0]) < _PROSE:
            yield from _labelled(line, inside)


def _opens(line: re.Match[str], timex: TimeExpression) -> bool:
    """Tell a paragraph that opens with a wire's dateline, or with the date and time of its publication."""
    before, after = line[0][: timex.start - line.start()], line[0][timex.end - line.start() :]
    if not before.strip():
        return timex.type is TimexType.TIME and bool(timex.value[11:14]) and not _PARTICLE.match(after)
    return bool(_WIRE_PLACE.fullmatch(before) and _WIRE_AGENCY.match(after))


def _ends(line: re.Match[str], timex: TimeExpression) -> bool:
    """Tell a heading that ends with the day it came out: "Daily briefing, Monday, 5 May 2025"."""
    before, after = line[0][: timex.start - line.start()], line[0][timex.end - line.start() :]
    return bool(_HEADING.fullmatch(before)) and not after.strip()


def _labelled(line: re.Match[str], inside: Sequence[TimeExpression]) -> Iterator[tuple[int, TimeExpression]]:
    """Yield the dates of a line's parts that hold only a date, or a date and its label."""
    start = line.start()
    ends = [(match.start() + start, match.end() + start) for match in _BETWEEN.finditer(line[0])]
    ends = [(a, b) for a, b in ends if not any(timex.start < b and a < timex.end for timex in inside)]
    bounds = zip([start, *(b for _, b in ends)], [*(a for a, _ in ends), line.end()], strict=True)
    for low, high in bounds:
        own = [timex for timex in inside if low <= timex.start and timex.end <= high]
        if own:
            rank = _rank(
                line[0][low - start : own[0].start - start], line[0][own[0].end - start : high - start]
            )
            if rank is not None:
                yield rank, own[0]


def _rank(before: str, after: str) -> int | None:
    if not _REST.fullmatch(re.sub(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?", "", after)):
        return None
    label = before.strip()
    if _FIRST.fullmatch(label):
        return _LABELLED
    if _LATER.fullmatch(label):
        return _CHANGED
    return _BARE if _REST.fullmatch(label) or _PLACE.fullmatch(label) else None
