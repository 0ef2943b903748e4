"""The one error of the project file: words for the user, and how SQLite's own errors read in them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ProjectError(Exception):
    """What went wrong with a project, with which file, and what to do: a sentence to show as it is."""


_WORDS = {
    sqlite3.SQLITE_FULL: "The disk is full. Nothing that was saved before is lost; this last change is not "
    "saved. Free some space and do it again",
    sqlite3.SQLITE_READONLY: "It can only be read here. Use Save as to keep changes in another place",
    sqlite3.SQLITE_BUSY: "Another window or program is writing to it. Try again in a moment",
    sqlite3.SQLITE_LOCKED: "Another window or program is writing to it. Try again in a moment",
    sqlite3.SQLITE_CORRUPT: "The file is damaged. Close the project and open it again: what can "
    "still be read is then shown",
    sqlite3.SQLITE_NOTADB: "It is not a Twotrack project",
    sqlite3.SQLITE_CANTOPEN: "It cannot be opened. Check that the folder is there and that you may use it",
    sqlite3.SQLITE_PERM: "It cannot be opened. Check that you may read it",
    sqlite3.SQLITE_IOERR: "The disk or network drive did not answer. Nothing that was saved before is lost; "
    "this last change is not saved. Check the drive and do it again",
}


def code(error: sqlite3.Error) -> int:
    """Return the primary SQLite result code of an error, 0 where it has none."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a :class:`ProjectError` that names the file and says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        reason = _WORDS.get(code(error), f"SQLite says: {error}")
        raise ProjectError(f"{path}: {reason}.") from error
