"""Opens, creates and copies the project file: SQLite, in WAL mode while open, one single file when closed."""

import contextlib
import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from core.project import schema
from core.project.errors import ProjectError, in_words

SUFFIX = ".twotrack"


def connect(path: Path, *, create: bool) -> tuple[sqlite3.Connection, bool]:
    """Return a connection to a project file of the newest format, and whether it can only be read.

    Raises:
        ProjectError: the file is missing, no project, made by a newer version, or cannot be opened.
    """
    if create:
        _refuse_existing(path)
    elif not path.is_file():
        raise ProjectError(f"{path}: There is no such file. It may have been moved or renamed.")
    with in_words(path):
        read_only = not create and not _writable(path)
        db = _open_read_only(path) if read_only else _connection(path)
        try:
            if create:
                schema.upgrade(db)
            check(db, path)
            if not read_only:
                _prepare(db)
        except BaseException:
            db.close()
            raise
        return db, read_only


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise ProjectError(f"{path}: There is a file of this name already. Choose another name.")
    if not path.parent.is_dir():
        raise ProjectError(f"{path}: The folder does not exist.")


def _connection(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None, timeout=5)


def _open_read_only(path: Path) -> sqlite3.Connection:
    # immutable: on read-only media SQLite cannot make the files beside it that locking needs
    address = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, isolation_level=None)


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _prepare(db: sqlite3.Connection) -> None:
    # FULL: what a user has been told is saved also survives a power cut
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")


def check(db: sqlite3.Connection, path: Path) -> None:
    """Refuse what is no project or was made by a newer version."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    if application != schema.APPLICATION_ID:
        raise ProjectError(f"{path}: This is not a Twotrack project.")
    version = schema.version(db)
    if version > schema.VERSION:
        raise ProjectError(
            f"{path}: This project was saved by a newer Twotrack (file format {version}; this one reads "
            f"up to {schema.VERSION}). Update Twotrack to open it. The file was not changed."
        )


def copy(db: sqlite3.Connection, path: Path) -> None:
    """Write a complete copy to ``path``; a file already there is replaced only when the copy is complete."""
    if not path.parent.is_dir():
        raise ProjectError(f"{path}: The folder does not exist.")
    part = path.with_name(path.name + ".part")
    with in_words(path):
        part.unlink(missing_ok=True)
        target = sqlite3.connect(part)
        try:
            db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
        part.replace(path)


def close(db: sqlite3.Connection) -> None:
    """Close; the last one to close leaves a single file that can be opened on read-only media."""
    with contextlib.suppress(sqlite3.Error):
        db.execute("PRAGMA journal_mode = DELETE")
    db.close()
