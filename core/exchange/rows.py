"""Reads a table of any of the usual forms (CSV, TSV, Excel workbook, JSON) as rows with their numbers."""

import csv
import datetime as dt
import io
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.exchange.collection import ExchangeError
from core.exchange.sources import gdelt

Row = dict[str, str]

_LISTS = ("data", "Result", "result")  # where the APIs of ACLED and UCDP put their rows


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that does not fit its table, and what to do."""

    message: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its column names in lower case, and its rows by number as a spreadsheet counts them."""

    columns: frozenset[str]
    rows: Iterable[tuple[int, Row | BadRow]]


def read_json(path: Path) -> object:
    """Return what a JSON file holds.

    Raises:
        ExchangeError: it cannot be read, or is no JSON.
    """
    try:
        return json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise ExchangeError(f"{path}: This is not JSON ({error}). Save or download it again.") from error


def of_objects(data: object) -> Table:
    """Return the table in a JSON list of objects, or in an API's answer that holds one."""
    if isinstance(data, dict):
        data = next((data[name] for name in _LISTS if name in data), None)
    return numbered(map(_object_row, data if isinstance(data, list) else []))


def numbered(rows: Iterable[Row | BadRow]) -> Table:
    """Return the table of rows that name their columns themselves."""
    counted = list(enumerate(rows, 1))
    return Table(next((frozenset(row) for _, row in counted if isinstance(row, dict)), frozenset()), counted)


def read_table(path: Path) -> Table:
    """Return the table in a CSV, TSV or Excel file.

    Raises:
        ExchangeError: the file cannot be read.
    """
    return _of_cells(_workbook(path)) if zipfile.is_zipfile(path) else _of_text(_text(path))


def _of_text(text: str) -> Table:
    head = text[: text.find("\n") + 1] or text
    if _is_gdelt(head.rstrip("\r\n").split("\t")):
        cells = csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
        return Table(gdelt.NEEDED, _rows(_named(gdelt.COLUMNS), _counted(cells, 1)))
    csv.field_size_limit(sys.maxsize if sys.maxsize < 2**31 else 2**31 - 1)
    delimiter = max(",;\t", key=head.count)
    return _of_cells(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _is_gdelt(cells: Sequence[str]) -> bool:
    return len(cells) == len(gdelt.COLUMNS) and cells[0].isdigit() and len(cells[1]) == 8


def _of_cells(cells: Iterator[Sequence[str]]) -> Table:
    header = _named(next(cells, ()))
    return Table(frozenset(filter(None, header)), _rows(header, _counted(cells, 2)))


def _named(cells: Sequence[str]) -> list[str]:
    return [cell.strip().casefold() for cell in cells]


def _counted(cells: Iterator[Sequence[str]], number: int) -> Iterator[tuple[int, Sequence[str] | BadRow]]:
    """Number the rows; one that the reader stumbles over is a bad row, and it goes on after it."""
    while True:
        try:
            yield number, next(cells)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, BadRow(f"The row cannot be read ({error}). Mend its quotes.")
        number += 1


def _rows(
    header: Sequence[str], counted: Iterable[tuple[int, Sequence[str] | BadRow]]
) -> Iterator[tuple[int, Row | BadRow]]:
    for number, cells in counted:
        if isinstance(cells, BadRow):
            yield number, cells
        elif len(cells) > len(header) and any(cells[len(header) :]):
            counts = f"{len(cells)} cells, the table {len(header)} columns"
            yield number, BadRow(f"The row has {counts}. Mend its separators or quotes.")
        elif any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(header) - len(cells))]
            yield number, dict(zip(header, padded, strict=False))


def _workbook(path: Path) -> Iterator[Sequence[str]]:
    """Yield the rows of the sheet ``events``, else of the first sheet."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(_bytes(path)), read_only=True, data_only=True)
        sheet = book["events"] if "events" in book.sheetnames else book.worksheets[0]
        for row in sheet.iter_rows(values_only=True):
            yield [_cell(value) for value in row]
    except (InvalidFileException, KeyError, IndexError, ValueError, zipfile.BadZipFile) as error:
        raise ExchangeError(f"{path}: This Excel workbook cannot be read. Save it again as .xlsx.") from error


def _object_row(entry: object) -> Row | BadRow:
    if not isinstance(entry, Mapping):
        return BadRow("This is no JSON object.")
    return {str(name).casefold(): _cell(value) for name, value in entry.items()}


def _cell(value: Any) -> str:
    """Return a value as its text in a table."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExchangeError(f"{path}: It cannot be read ({error.strerror}). Check the name.") from error


def _text(path: Path) -> str:
    raw = _bytes(path)
    try:
        return raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(raw).best()
    if best is None:
        raise ExchangeError(f"{path}: This is not text. Save the table as CSV in UTF-8.")
    return str(best)
