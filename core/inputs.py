"""Tells articles from tables of events in the files and folders a user gives to window or command line.

Folders are searched, and what can be neither is left alone there; what is named itself is never dropped.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core import articles

PROJECT = ".twotrack"
_TOLD = articles.SUFFIXES | articles.DOCUMENTS.keys()
_PAGE = frozenset({".htm", ".html"})
_COMPANION = re.compile(r"[_.-]\w+")  # what browsers add to a page's name for the folder of its pictures


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files by what is to be done with them, each once and in order.

    ``tables`` hold events; a project is one too. Among the ``articles`` is all else that was named, documents
    of other kinds, and each folder that cannot be searched: reading them tells why they are not read.
    """

    articles: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()


def look_through(paths: Iterable[Path]) -> Inputs:
    """Return what there is to read in files and folders."""
    texts: dict[Path, None] = {}
    tables: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            for found in sorted(_files(path)):
                if found.is_dir() or found.suffix.lower() in _TOLD:
                    texts[found] = None
                elif _holds_events(found):
                    tables[found] = None
        else:
            (tables if _named_as_table(path) else texts)[path] = None
    return Inputs(tuple(texts), tuple(tables))


def _named_as_table(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in articles.SUFFIXES:
        return False
    from core import exchange  # imported late: it brings pandas, which the start must not wait for

    return suffix == PROJECT or suffix in exchange.SUFFIXES


def _holds_events(path: Path) -> bool:
    from core import exchange

    return exchange.is_table(path)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and those inside it, and of these folders the ones closed to us."""
    closed: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if not _belongs_to_page(name, names)]
        yield from filter(Path.is_file, (Path(where, name) for name in names))
    yield from (Path(error.filename) for error in closed)


def _belongs_to_page(folder: str, names: Sequence[str]) -> bool:
    """Say whether a folder holds the pictures and scripts of a saved page beside it."""
    pages = (Path(name).stem for name in names if Path(name).suffix.lower() in _PAGE)
    return any(folder.startswith(page) and _COMPANION.fullmatch(folder[len(page) :]) for page in pages)
