"""Finds the outlet's name among the lines around a pasted article."""

import re
from functools import cache
from pathlib import Path


@cache
def _names() -> re.Pattern[str]:
    lines = Path(__file__).with_name("outlets.txt").read_text("utf8").splitlines()
    names = sorted((line for line in lines if line and not line.startswith("#")), key=len, reverse=True)
    alone = "|".join(map(re.escape, names))
    edition = "UK|US|International|World|News|Online"
    return re.compile(rf"^\s*({alone})(?: (?:{edition}))?\s*$", re.MULTILINE)


def outlet_in(lines: str) -> str:
    """Return the outlet that one of the lines names and nothing else, or an empty string."""
    match = _names().search(lines)
    return match[1] if match else ""
