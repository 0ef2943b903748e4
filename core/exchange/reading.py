"""Tells which event table a file holds, and reads its events; a bad row costs no other."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.exchange import document, rows
from core.exchange.collection import ExchangeError, Imported, Problem
from core.exchange.rows import Table
from core.exchange.sources import acled, gdelt, own, slides, ucdp
from core.exchange.sources.building import LeftOut, Row, RowError
from core.model import Event

SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".json"})
TABLES = "Twotrack's own CSV, Excel and JSON, ACLED, UCDP GED, GDELT 2.0 events and TimelineJS"


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    needed: frozenset[str]
    event: Callable[[Row], Event]


_SOURCES = tuple(
    _Source(module.NAME, module.NEEDED, module.event) for module in (own, acled, ucdp, gdelt, slides)
)


def is_table(path: Path) -> bool:
    """Say whether a file is a table of events that :func:`read` can read."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    try:
        opened = _open(path)
    except ExchangeError:
        return False
    return not isinstance(opened, Table) or _source_of(opened) is not None


def read(path: Path) -> Imported:
    """Read the events of a table, or of Twotrack's own JSON.

    Raises:
        ExchangeError: the file cannot be read, or is no table this program knows.
    """
    opened = _open(path)
    if isinstance(opened, Table):
        source = _source_of(opened)
        if source is None:
            columns = ", ".join(sorted(opened.columns)[:8]) or "none"
            raise ExchangeError(
                f"{path}: This is no table of events Twotrack knows (its columns: {columns}). "
                f"It reads {TABLES}."
            )
        return _events(opened, source, str(path))
    collection, problems = document.loads(opened, str(path))
    return Imported(own.NAME, collection.events, tuple(problems), articles=collection.articles)


def _open(path: Path) -> Table | Mapping[str, object]:
    """Return the table in a file, or the content of Twotrack's own JSON."""
    if path.suffix.lower() != ".json":
        return rows.read_table(path)
    data = rows.read_json(path)
    if isinstance(data, dict) and data.get("format") == document.FORMAT:
        return data
    if slides.are_in(data):
        return rows.numbered(slides.rows(data))
    return rows.of_objects(data)


def _source_of(table: Table) -> _Source | None:
    return next((source for source in _SOURCES if source.needed <= table.columns), None)


def _events(table: Table, source: _Source, name: str) -> Imported:
    events, problems, left_out = [], [], Counter[str]()
    empty = dict.fromkeys(source.needed, "")  # JSON may leave out what is empty
    for number, row in table.rows:
        try:
            if isinstance(row, rows.BadRow):
                raise RowError(row.message)  # noqa: TRY301 - one way for all that is wrong with a row
            events.append(source.event(empty | row))
        except RowError as error:
            problems.append(Problem(name, number, str(error)))
        except LeftOut as reason:
            left_out[str(reason)] += 1
    notes = tuple(f"{name}: {count} left out: {reason}." for reason, count in left_out.items())
    return Imported(source.name, tuple(events), tuple(problems), notes)
