"""Finds the taxonomy files of the user's own and lays them over the one that ships with the program.

They are read once in each process, so that all steps and all worker processes see the same.
"""

import os
from functools import cache
from pathlib import Path

from platformdirs import user_config_path

from core.taxonomy.loader import Taxonomy, TaxonomyError, load, standard

ENVIRONMENT = "TWOTRACK_TAXONOMY"  # names files to use instead, parted as PATH is; empty for none


def own_files() -> tuple[Path, ...]:
    """Return the user's taxonomy files: those in the configuration folder, by name, or those named."""
    named = os.environ.get(ENVIRONMENT)
    if named is not None:
        return tuple(Path(name) for name in named.split(os.pathsep) if name)
    return tuple(sorted(own_folder().glob("*.toml")))


def own_folder() -> Path:
    """Return the folder where taxonomy files of the user's own are looked for; it need not exist."""
    return user_config_path("Twotrack", appauthor=False) / "taxonomy"


@cache
def _read() -> tuple[Taxonomy, str]:
    files = own_files()
    try:
        return (load(files) if files else standard()), ""
    except TaxonomyError as error:
        return standard(), str(error)


def current() -> Taxonomy:
    """Return the taxonomy in use; the one that ships alone, where a file of the user's own cannot be used."""
    return _read()[0]


def problem() -> str:
    """Return what is wrong with the user's own files, for the front ends to show; empty if nothing is."""
    return _read()[1]
