"""Sorts what the user opens, drops or pastes: projects, charts that remember, and all else to be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

PROJECT, CHART = ".twotrack", ".png"


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files by what is to be done with them. Folders count as articles: they are searched for some."""

    projects: tuple[Path, ...] = ()
    charts: tuple[Path, ...] = ()
    articles: tuple[Path, ...] = ()


def sort_inputs(paths: Iterable[Path]) -> Inputs:
    """Sort paths by their ending."""
    given = tuple(paths)
    return Inputs(
        tuple(path for path in given if path.suffix.lower() == PROJECT),
        tuple(path for path in given if path.suffix.lower() == CHART),
        tuple(path for path in given if path.suffix.lower() not in (PROJECT, CHART)),
    )


def local_files(data: QMimeData | None) -> list[Path]:
    """Return the files on this computer that were dropped or copied; an empty clipboard has no data."""
    return [] if data is None else [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
