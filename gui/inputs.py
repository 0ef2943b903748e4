"""Sorts what the user opens, drops or pastes: projects, charts that remember, tables, and articles."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from core import articles

PROJECT, CHART = ".twotrack", ".png"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files by what is to be done with them. Folders count as articles: they are searched for some."""

    projects: tuple[Path, ...] = ()
    charts: tuple[Path, ...] = ()
    tables: tuple[Path, ...] = ()
    articles: tuple[Path, ...] = ()


def sort_inputs(paths: Iterable[Path]) -> Inputs:
    """Sort paths by their ending."""
    sorted_: dict[str, list[Path]] = {}
    for path in paths:
        sorted_.setdefault(_kind(path), []).append(path)
    return Inputs(**{kind: tuple(found) for kind, found in sorted_.items()})


def _kind(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix == PROJECT:
        return "projects"
    if suffix == CHART:
        return "charts"
    if suffix in articles.SUFFIXES or path.is_dir():
        return "articles"
    from core import exchange  # imported late: it brings pandas, which the start must not wait for

    return "tables" if suffix in exchange.SUFFIXES else "articles"


def local_files(data: QMimeData | None) -> list[Path]:
    """Return the files on this computer that were dropped or copied; an empty clipboard has no data."""
    return [] if data is None else [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
