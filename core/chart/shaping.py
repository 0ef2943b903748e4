"""Joins Arabic letters and puts right-to-left text into the order it is drawn in, from Unicode's own tables.

matplotlib draws one glyph per character from left to right; this covers Arabic, Persian and Hebrew headlines.
"""

import re
import unicodedata
from functools import cache

_RIGHT = ("R", "AL")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_FORMS = range(0xFB50, 0xFEFD)
_MIRROR = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")


@cache
def _joining() -> dict[tuple[str, str], str]:
    """Return presentation forms by letters and form: isolated, initial, medial, final."""
    table: dict[tuple[str, str], str] = {}
    for code in _FORMS:
        form, _, letters = unicodedata.decomposition(chr(code)).partition(" ")
        if form in ("<isolated>", "<initial>", "<medial>", "<final>"):
            key = "".join(chr(int(part, 16)) for part in letters.split())
            table.setdefault((key, form[1:-1]), chr(code))
    return table


def visual(text: str) -> str:
    """Return the text in drawing order, Arabic letters joined; other text unchanged."""
    if not _RTL.search(text):
        return text
    runs = _runs(_joined(text))
    base_right = next((unicodedata.bidirectional(c) in _RIGHT for c in text if c.isalpha()), False)
    turned = [run[::-1].translate(_MIRROR) if right else run for run, right in runs]
    return "".join(reversed(turned) if base_right else turned)


def _joined(text: str) -> str:
    letters = _ligatures([c for c in text if unicodedata.category(c) != "Mn"])
    table = _joining()
    shaped = []
    for n, letter in enumerate(letters):
        before = n > 0 and (letters[n - 1], "initial") in table and (letter, "final") in table
        after = n + 1 < len(letters) and (letter, "initial") in table and (letters[n + 1], "final") in table
        form = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before, after), "isolated"
        )
        shaped.append(table.get((letter, form), letter))
    return "".join(shaped)


def _ligatures(letters: list[str]) -> list[str]:
    """Write lam and alef as the one letter they always form."""
    joined: list[str] = []
    for letter in letters:
        if joined and joined[-1] == "ل" and letter in "اأإآ":
            joined[-1] += letter
        else:
            joined.append(letter)
    return joined


def _runs(text: str) -> list[tuple[str, bool]]:
    """Cut the text into runs of one direction; numbers keep theirs, spaces go with what is around them."""
    runs: list[tuple[str, bool]] = []
    for part in re.findall(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+|[^\W_]+(?:[.,:/-]\d+)*|[\W_]", text):
        right = bool(_RTL.match(part))
        neutral = not part[0].isalnum() and not right
        runs.append((part, right or (neutral and bool(runs) and runs[-1][1])))
    return runs
