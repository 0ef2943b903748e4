"""Opens a project file, makes one, and starts untitled projects among the user's data."""

from pathlib import Path

from core.project import file
from core.project.project import Project


def open_project(path: Path, *, create: bool = False, to_read: bool = False) -> Project:
    """Open a project file, or create one; opened to be read, its file keeps every byte.

    Raises:
        ProjectError: the file is missing, no project, or made by a newer version of the program.
    """
    return Project(path, file.Opened(file.create(path)) if create else file.connect(path, to_read=to_read))


def new_project(folder: Path) -> Project:
    """Start an untitled project in a folder for the user's data; nothing is lost before it has a name."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 1
    while (path := folder / f"untitled-{number}{file.SUFFIX}").exists():
        number += 1
    return Project(path, file.Opened(file.create(path)), untitled=True)
