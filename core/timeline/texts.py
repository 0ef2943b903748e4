"""Fits texts into the room there is: broken into lines and cut between words, never within one."""

import re
from collections.abc import Callable

from core.scene import Measure

_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"  # written without spaces
_PIECE = re.compile(rf"[{_WIDE}]|[^\s{_WIDE}]+|\s+")
_Fits = Callable[[str], bool]
_LOOSE = " ,;:–—-("


def fitted(
    measure: Measure, text: str, size: float, most: float, *, bold: bool = False, lines: int = 1
) -> list[str]:
    """Return the text as shown, in at most so many lines of ``most`` px; what is cut off leaves an ellipsis.

    Empty where no font has the text's letters.
    """

    def fits(part: str) -> bool:
        return measure.width(measure.shown(part), size, bold=bold) <= most

    if not measure.shown(text):
        return []
    pieces: list[str] = _PIECE.findall(text.strip())
    found: list[str] = []
    while pieces and len(found) < lines:
        if len(found) == lines - 1:
            found.append(_last(pieces, fits))
            break
        count = _count(pieces, fits)
        if not count:  # a word wider than a line
            letters = max(1, _count(list(pieces[0]), fits))
            pieces = [pieces[0][:letters], pieces[0][letters:], *pieces[1:]]
            count = 1
        found.append("".join(pieces[:count]).strip())
        pieces = pieces[count:]
        while pieces and pieces[0].isspace():
            pieces.pop(0)
    return [measure.shown(line) for line in found]


def _count(pieces: list[str], fits: _Fits, tail: str = "") -> int:
    """Return how many pieces fit into a line, with a tail."""
    low, high = 0, len(pieces)
    while low < high:
        middle = (low + high + 1) // 2
        if fits("".join(pieces[:middle]).rstrip() + tail):
            low = middle
        else:
            high = middle - 1
    return low


def _last(pieces: list[str], fits: _Fits) -> str:
    """Return all pieces as one line, or as many as fit and an ellipsis; a single word too wide is cut."""
    whole = "".join(pieces).strip()
    if fits(whole):
        return whole
    kept = "".join(pieces[: _count(pieces, fits, "…")]).rstrip(_LOOSE)
    if kept:
        return kept + "…"
    letters = list(pieces[0])
    return "".join(letters[: max(1, _count(letters, fits, "…"))]) + "…"
