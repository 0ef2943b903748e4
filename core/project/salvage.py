"""Reads what can still be read of a damaged project file, row by row, and names what cannot."""

import json
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from core.project import schema

_NEAR, _FAR = 512, 24  # row numbers to try past damage: so many one by one, then doubling so often
_NAMED = 5  # so many lost articles are named; of more, the number is told
_WORDS = {
    "event": "some events",
    "link": "some links between events",
    "decision": "some of your decisions",
    "log": "part of the history for undo",
}
_TABLES = """
    SELECT name FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'
"""


def salvage(damaged: sqlite3.Connection, target: sqlite3.Connection) -> tuple[str, ...]:
    """Copy what can be read into an empty database, as tables of the newest format; say what was lost."""
    damaged.execute("PRAGMA writable_schema = ON")  # else SQLite refuses a file that was cut short as a whole
    schema.upgrade(target, to=min(schema.version(damaged), schema.VERSION))
    tables = [name for (name,) in target.execute(_TABLES)]
    hurt = {table for table in tables if not _copied(damaged, target, table)}
    articles = list(_lost_articles(damaged)) if "article" in hurt else []
    schema.upgrade(target)
    if "decision" in hurt:
        _decide_again(target)
    return tuple(_told(hurt, articles, _missing_mentions(target)))


def _copied(damaged: sqlite3.Connection, target: sqlite3.Connection, table: str) -> bool:
    """Copy the rows that can be read, and say whether those were all."""
    columns = [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
    marks = ", ".join("?" * len(columns))
    insert = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 - own names
    whole = True
    target.execute("BEGIN")
    for row in _rows(damaged, table, columns):
        if row is not None and _sound(columns, row):
            target.execute(insert, row)
        else:
            whole = False
    target.execute("COMMIT")
    return whole


def _rows(db: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[tuple[Any, ...] | None]:
    """Yield the rows in order of their first column, and None where some cannot be read.

    Past damage the reading goes on by row numbers; a table without them is read up to there.
    """
    query = f"SELECT {', '.join(columns)} FROM {table} WHERE {columns[0]} > ? ORDER BY 1 LIMIT 1"  # noqa: S608
    last: Any = 0 if columns[0] == "n" else ""
    while last is not None:
        try:
            row = db.execute(query, (last,)).fetchone()
        except sqlite3.DatabaseError:
            yield None
            last = _past_damage(db, query, last) if columns[0] == "n" else None
            continue
        if row is None:
            return
        if not _after(row[0], last):  # a damaged tree can lead round in a circle
            yield None
            return
        last = row[0]
        yield row


def _after(key: Any, last: Any) -> bool:
    return type(key) is type(last) and key > last


def _past_damage(db: sqlite3.Connection, query: str, last: int) -> int | None:
    """Return a row number after which can be read again: one by one at first, then by ever longer steps."""
    for step in (*range(1, _NEAR), *(_NEAR * 2**doubled for doubled in range(_FAR))):
        with suppress(sqlite3.DatabaseError):
            db.execute(query, (last + step,)).fetchone()
            return int(last + step)
    return None


def _sound(columns: Sequence[str], row: tuple[Any, ...]) -> bool:
    """Say whether what a row holds can be read as what it should be."""
    try:
        for column, value in zip(columns, row, strict=True):
            if isinstance(value, bytes):
                json.loads(zlib.decompress(value))
            elif value and column in ("data", "value", "changes", "mentions", "kept"):
                json.loads(value)
    except (ValueError, zlib.error):
        return False
    return True


def _lost_articles(db: sqlite3.Connection) -> Iterator[str]:
    """Yield the titles of the articles whose text cannot be read while the title can."""
    for row in _rows(db, "article", ["n", "id", "title"]):
        if row is not None:
            try:
                db.execute("SELECT text, data FROM article WHERE n = ?", row[:1]).fetchone()
            except sqlite3.DatabaseError:
                yield row[2] or row[1]


def _decide_again(db: sqlite3.Connection) -> None:
    """Put back decisions whose rows are lost, as far as the log of commands tells them."""
    held: dict[tuple[str, str], Any] = {}
    for (changes,) in db.execute("SELECT changes FROM log WHERE NOT undone ORDER BY n"):
        held |= {(kind, subject): after for kind, subject, _, after in json.loads(changes)}
    db.executemany(
        "INSERT OR IGNORE INTO decision (kind, subject, value, at) VALUES (?, ?, ?, ?)",
        ((*address, json.dumps(after[0]), after[1]) for address, after in held.items() if after),
    )


def _missing_mentions(db: sqlite3.Connection) -> int:
    """Return how many mentions the events name that could not be read."""
    there: set[str] = set()
    for (packed,) in db.execute("SELECT mentions FROM reading"):
        there.update(json.loads(zlib.decompress(packed)))
    named = {key for (keys,) in db.execute("SELECT mentions FROM event") for key in json.loads(keys)}
    return len(named - there)


def _told(hurt: set[str], articles: Sequence[str], mentions: int) -> Iterator[str]:
    """Yield what was lost, in words."""
    if articles:
        named = ", ".join(f"“{title}”" for title in articles[:_NAMED])
        yield f"the text of {named}" + (f" and {len(articles) - _NAMED} more" if articles[_NAMED:] else "")
    elif "article" in hurt:
        yield "some articles"
    if mentions:
        yield f"{mentions} mention{'s' if mentions > 1 else ''} of events"
    yield from (words for table, words in _WORDS.items() if table in hurt)
