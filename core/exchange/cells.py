"""Keeps a spreadsheet from running text as a formula, and gives the text back as it was."""

import re

# A spreadsheet takes a cell for a formula by its first character; the wide forms count in East Asian ones.
_RISKY = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")


def guard(text: str) -> str:
    """Return the text with an apostrophe before it where a spreadsheet might run it."""
    return f"'{text}" if _RISKY.match(text) else text


def unguard(text: str) -> str:
    """Return the text that :func:`guard` was given."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
