"""The event types as data: what each is called, how it is drawn, how it maps to ACLED and the quad classes.

Every step may read it. ``kind`` answers for the taxonomy that ships with the program; ``load`` adds files
of the user's own.
"""

from core.taxonomy.loader import Kind, Taxonomy, TaxonomyError, Track, TypeInfo, load, standard

__all__ = [
    "Kind",
    "Taxonomy",
    "TaxonomyError",
    "Track",
    "TypeInfo",
    "describe",
    "kind",
    "kinds",
    "load",
    "standard",
    "tracks",
]


def kind(track: str, type_: str, mode: str = "") -> Kind:
    """Return the legend class of an event: its short label, glyph name and colour role."""
    return standard().kind(track, type_, mode)


def describe(track: str, type_: str, mode: str = "") -> TypeInfo:
    """Return what is known of an event type and mode: label, quad class, ACLED types."""
    return standard().describe(track, type_, mode)


def tracks() -> tuple[Track, ...]:
    """Return the tracks, in the order in which their lanes are drawn."""
    return standard().tracks


def kinds() -> tuple[Kind, ...]:
    """Return all legend classes, in the order of the legend."""
    return tuple(standard().kinds.values())
