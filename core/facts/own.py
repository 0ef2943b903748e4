"""Finds the facts of the user's own and adds them to those that ship with the program.

They are read once in each process, so that all steps and all worker processes know the same.
"""

import os
from functools import cache
from pathlib import Path

from platformdirs import user_config_path

from core.facts.loading import Facts, FactsError, load, packaged

ENVIRONMENT = "TWOTRACK_FACTS"  # names the folder to read instead; empty for none


def own_folder() -> Path | None:
    """Return the folder where facts of the user's own are looked for; it need not exist."""
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return Path(named) if named else None
    return user_config_path("Twotrack", appauthor=False) / "facts"


@cache
def _read() -> tuple[Facts, str]:
    folder = own_folder()
    if folder is None or not folder.is_dir():
        return packaged(), ""
    try:
        return packaged().joined(load(folder)), ""
    except FactsError as error:
        return packaged(), f"{folder}: {error}"


def known() -> Facts:
    """Return all facts known; the packaged ones alone, where a file of the user's own cannot be read."""
    return _read()[0]


def problem() -> str:
    """Return what is wrong with the user's own files, for the front ends to show; empty if nothing is."""
    return _read()[1]
