"""Writes the flat tables as CSV and as an Excel workbook, in which no cell is run as a formula."""

import io
from typing import TYPE_CHECKING, Any

from core.exchange import tables
from core.exchange.cells import guard
from core.exchange.collection import Collection, ExchangeError

if TYPE_CHECKING:
    import pandas as pd
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_ROWS = 1_048_575  # of an Excel sheet, below its header
_WIDEST = 60  # characters


def csv_bytes(frame: "pd.DataFrame", *, bom: bool = False) -> bytes:
    """Return a table as CSV in UTF-8 (RFC 4180). ``bom`` puts a byte order mark first, for old Excels."""
    guarded = frame.map(lambda value: guard(value) if isinstance(value, str) else value)
    text: str = guarded.to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig" if bom else "utf-8", "replace")


def workbook_bytes(collection: Collection) -> bytes:
    """Return a workbook with the sheets ``events`` and ``assertions``.

    Raises:
        ExchangeError: a table has more rows than a sheet can hold.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, frame in (("events", tables.events(collection)), ("assertions", tables.assertions(collection))):
        if len(frame) > _MOST_ROWS:
            raise ExchangeError(
                f"An Excel sheet holds {_MOST_ROWS:,} rows; {name} has more. Export CSV instead."
            )
        _fill(book.create_sheet(name), frame)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _fill(sheet: "Worksheet", frame: "pd.DataFrame") -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for column, name in enumerate(frame.columns, 1):
        sheet.cell(1, column, name).font = Font(bold=True)
        longest = max((len(str(value)) for value in frame[name].head(200)), default=0)
        width = min(max(len(name), longest) + 2, _WIDEST)
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, values in enumerate(frame.itertuples(index=False), 2):
        for column, value in enumerate(values, 1):
            _put(sheet, row, column, value)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(sheet: "Worksheet", row: int, column: int, value: Any) -> None:
    import pandas as pd
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, str):
        cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("", value))
        cell.data_type = "s"
        if guard(value) != value:
            cell.quotePrefix = True  # stays text when the user edits it
    elif not pd.isna(value):
        sheet.cell(row, column, value)
