"""Reads the JSON lines that the commands ``tag``, ``pubdate``, ``events`` and ``keydates`` work on.

A line in gives a line out, order kept; one that cannot be read is answered with an error and the run goes on.
"""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from core import articles
from core.edtf import bounds
from core.model import Article

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """A line that could be read: the caller's id, the article in it, and the date to tag it against."""

    id: object
    article: Article
    dct: dt.date | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that could not be read, and why."""

    id: object
    message: str

    def answer(self) -> Row:
        """Return the line that answers it."""
        return {"id": self.id, "error": self.message}


def read_lines(stream: TextIO) -> Iterator[Line | Refusal]:
    """Read the lines; what is wrong with one is also said on standard error, with its number."""
    for number, text in enumerate(stream, 1):
        if not text.strip():
            continue
        row = _json(text)
        try:
            yield _line(row)
        except ValueError as error:
            print(f"line {number}: {error}", file=sys.stderr)
            yield Refusal(row.get("id") if isinstance(row, dict) else None, str(error))


def emit(value: object) -> None:
    """Write one JSON line to standard output."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def _json(text: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError as error:
        return ValueError(f"not JSON ({error})")
    return found


def _line(row: object) -> Line:
    if isinstance(row, ValueError):
        raise row
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004 - all that is wrong with a line is one kind of error
    text, title, published = (_string(row, name) for name in ("text", "title", "published"))
    if "text" not in row:
        raise ValueError('"text" is missing')
    _first_day(published, "published")
    article = articles.from_text(text, id=str(row.get("id", "")), title=title, published=published)
    return Line(row.get("id"), article, _first_day(_string(row, "dct"), "dct"))


def _string(row: Row, name: str) -> str:
    value = row.get(name) or ""
    if not isinstance(value, str):
        raise ValueError(f'"{name}" is no string')  # noqa: TRY004
    return value


def _first_day(date: str, name: str) -> dt.date | None:
    try:
        return bounds(date)[0] if date else None
    except ValueError as error:
        raise ValueError(f'"{name}" is no date like 2025-05-29: {date!r}') from error
