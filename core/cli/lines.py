"""Reads the JSON lines that the commands ``tag``, ``pubdate``, ``events`` and ``keydates`` work on.

A line in gives a line out, order kept; one that cannot be read is answered with an error and the run goes on.
"""

import contextlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from core import articles
from core.edtf import bounds
from core.model import Article

Row = dict[str, Any]

_SLASHED = re.compile(r"^(\d{4})/(\d\d)/(\d\d)$")
_PUBLISHED = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_TIME_OF_DAY = re.compile(r"(?<=^\d{4}-\d\d-\d\d)[T ].*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class LineError(ValueError):
    """What is wrong with a line, in words."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that could be read: its number, the caller's id, the article in it, the date to tag it against.

    The article's own id is made from the number, so that two lines never share one. ``dct`` is EDTF: a day,
    month or year, empty where the line gives none.
    """

    number: int
    id: object
    article: Article
    dct: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that could not be read, and why."""

    id: object
    message: str

    def answer(self) -> Row:
        """Return the line that answers it."""
        return {"id": self.id, "error": self.message}


@contextlib.contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """Open a file of lines; ``-`` is standard input. Leaves the program where there is no such file."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        sys.exit(f"{name}: {error.strerror}. Check the name of the file.")
    with file:
        yield file


def read_lines(stream: Iterable[bytes]) -> Iterator[Line | Refusal]:
    """Read the lines, blank ones left out; each that cannot be read is a refusal."""
    for number, raw in enumerate(stream, 1):
        if raw.strip():
            row: object = None
            try:
                row = _json(raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw)
                yield _line(number, row)
            except LineError as error:
                yield refusal(number, row.get("id") if isinstance(row, dict) else None, str(error))


def refusal(number: int, id_: object, message: str) -> Refusal:
    """Say on standard error that a line gave nothing, with its number; return its answer."""
    print(f"line {number}: {message}", file=sys.stderr)
    return Refusal(id_, message)


def emit(value: object) -> None:
    """Write one JSON line to standard output."""
    line = json.dumps(value, ensure_ascii=False)
    if _LONE_SURROGATE.search(line):  # UTF-8 has no bytes for these
        line = json.dumps(value)
    print(line, flush=True)


def _json(raw: bytes) -> object:
    try:
        found: object = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise LineError(f"not UTF-8 (byte {error.start + 1})") from error
    except ValueError as error:
        raise LineError(f"not JSON ({error})") from error
    except RecursionError as error:
        raise LineError("not JSON (nested too deeply)") from error
    return found


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON number")


def _line(number: int, row: object) -> Line:
    if not isinstance(row, dict):
        raise LineError("not a JSON object")
    if row.get("text") is None:
        raise LineError('"text" is missing')
    text, title = _string(row, "text"), _string(row, "title")
    published, dct = _date(row, "published"), _date(row, "dct")
    article = articles.from_text(text, id=f"line-{number:09}", title=title, published=published)
    return Line(number, row.get("id"), article, dct)


def _string(row: Row, name: str) -> str:
    value = row.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise LineError(f'"{name}" is no string')
    return value


def _date(row: Row, name: str) -> str:
    """Return a day, month or year; the time of day, where it is told, is left out. 2025/05/29 will do too."""
    value = _string(row, name)
    date = _SLASHED.sub(r"\1-\2-\3", _TIME_OF_DAY.sub("", value.strip()))
    with contextlib.suppress(ValueError):
        if not date or (_PUBLISHED.fullmatch(date) and bounds(date)):
            return date
    raise LineError(f'"{name}" is no date like 2025-05-29: {value!r}')
