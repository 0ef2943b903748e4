"""The event types as data: what each is called, how it is drawn, how it maps to ACLED and the quad classes.

Every step may read it. The functions here answer for the taxonomy in use: the one that ships with the
program and the user's own files laid over it (README.md tells how to write one).
"""

from core.taxonomy.loader import Kind, Taxonomy, TaxonomyError, Track, TypeInfo, load, standard
from core.taxonomy.own import current, own_files, own_folder, problem

__all__ = [
    "Kind",
    "Taxonomy",
    "TaxonomyError",
    "Track",
    "TypeInfo",
    "current",
    "describe",
    "kind",
    "kinds",
    "load",
    "own_files",
    "own_folder",
    "problem",
    "standard",
    "tracks",
]


def kind(track: str, type_: str, mode: str = "") -> Kind:
    """Return the legend class of an event: its short label, glyph name and colour role."""
    return current().kind(track, type_, mode)


def describe(track: str, type_: str, mode: str = "") -> TypeInfo:
    """Return what is known of an event type and mode: label, quad class, ACLED types."""
    return current().describe(track, type_, mode)


def tracks() -> tuple[Track, ...]:
    """Return the tracks, in the order in which their lanes are drawn."""
    return current().tracks


def kinds() -> tuple[Kind, ...]:
    """Return all legend classes, in the order of the legend."""
    return tuple(current().kinds.values())
