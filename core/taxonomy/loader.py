"""Reads taxonomy files into one ``Taxonomy``; a later file adds to the earlier ones or changes them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_STANDARD = Path(__file__).with_name("taxonomy.toml")
_WORD_FIELDS = frozenset(
    (
        "verbs",
        "nouns",
        "subject",
        "object",
        "not_subject",
        "not_object",
        "not_noun_of",
        "not_under",
        "of_only",
    )
)
_TRIGGER_FIELDS = _WORD_FIELDS | {
    *("track", "type", "mode", "strength", "strict", "role", "to_clause", "blames", "urges", "within"),
    *("with_prep", "not_with_prep"),
}
_FIELDS = ("label", "meaning", "quad", "kind", "acled")


class TaxonomyError(Exception):
    """A taxonomy file cannot be used; the message names the file, the place and what to do."""


@dataclass(frozen=True, slots=True)
class Track:
    """One lane of the chart. ``colour`` is a role that the theme turns into a colour."""

    name: str
    label: str
    colour: str
    order: int


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of the legend: events that share a glyph."""

    name: str
    label: str
    glyph: str
    colour: str


@dataclass(frozen=True, slots=True)
class TypeInfo:
    """An event type with its mode, in words. ``acled`` is (event type, sub-event type)."""

    type: str
    mode: str
    label: str
    meaning: str
    quad: str
    kind: str
    acled: tuple[str, str]


@dataclass(frozen=True)
class Taxonomy:
    """All tracks, kinds and types, and the triggers and word classes that user files add."""

    tracks: tuple[Track, ...]
    kinds: Mapping[str, Kind]
    types: Mapping[str, Mapping[str, Any]]
    triggers: tuple[Mapping[str, Any], ...] = ()
    classes: Mapping[str, str] = field(default_factory=dict)

    def describe(self, track: str, type_: str, mode: str = "") -> TypeInfo:
        """Return the type's entry; what the mode or the track says goes before what the type says.

        A type nobody has described is described by its own name, so that foreign data can be shown.
        """
        entry = self.types.get(type_, {})
        layers = (entry.get("modes", {}).get(mode, {}), entry.get("on", {}).get(track, {}), entry)
        found = {name: next((layer[name] for layer in layers if name in layer), "") for name in _FIELDS}
        acled = tuple(found["acled"]) or ("", "")
        return TypeInfo(
            type=type_,
            mode=mode,
            label=found["label"] or type_.lower() or "event",
            meaning=found["meaning"],
            quad=found["quad"],
            kind=found["kind"],
            acled=(acled[0], acled[1]),
        )

    def kind(self, track: str, type_: str, mode: str = "") -> Kind:
        """Return the legend class of an event; an unknown type gets a plain mark in its track's colour."""
        info = self.describe(track, type_, mode)
        if info.kind in self.kinds:
            return self.kinds[info.kind]
        colour = next((known.colour for known in self.tracks if known.name == track), "other")
        return Kind(name=f"other-{track}", label=info.label, glyph="dot", colour=colour)


def load(paths: Iterable[Path] = ()) -> Taxonomy:
    """Return the standard taxonomy with the given files laid over it, in order.

    Raises:
        TaxonomyError: a file cannot be read, is not TOML, or lacks a field.
    """
    merged: dict[str, Any] = {}
    triggers: list[Mapping[str, Any]] = []
    for path in (_STANDARD, *paths):
        data = _read(path)
        own = data.pop("triggers", [])
        _overlay(merged, data)
        _check(merged, path)
        _check_triggers(own, merged, path)
        triggers += own
    tracks = [
        Track(name, entry["label"], entry.get("colour", name), int(entry.get("order", 99)))
        for name, entry in merged.get("tracks", {}).items()
    ]
    kinds = {
        name: Kind(name, entry["label"], entry["glyph"], entry.get("colour", "other"))
        for name, entry in merged.get("kinds", {}).items()
    }
    return Taxonomy(
        tuple(sorted(tracks, key=lambda track: track.order)),
        kinds,
        merged.get("types", {}),
        tuple(triggers),
        merged.get("classes", {}),
    )


@cache
def standard() -> Taxonomy:
    """Return the taxonomy that ships with the program."""
    return load()


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise TaxonomyError(f"{path}: cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TaxonomyError(f"{path}: is not a TOML file in UTF-8 ({error}). Mend or drop it.") from error


def _overlay(base: dict[str, Any], extra: Mapping[str, Any]) -> None:
    for key, value in extra.items():
        if isinstance(value, dict) and isinstance(base.get(key), dict):
            _overlay(base[key], value)
        else:
            base[key] = value


def _check(merged: Mapping[str, Any], path: Path) -> None:
    needed = {"tracks": ("label",), "kinds": ("label", "glyph"), "types": ("label", "track")}
    for table, fields in needed.items():
        for name, entry in merged.get(table, {}).items():
            missing = [field for field in fields if not isinstance(entry, dict) or field not in entry]
            if missing:
                raise TaxonomyError(f"{path}: [{table}.{name}] lacks {', '.join(missing)}. Add it.")
    for name, entry in merged.get("types", {}).items():
        if entry["track"] not in merged.get("tracks", {}):
            raise TaxonomyError(f"{path}: [types.{name}] names the unknown track {entry['track']!r}.")


def _check_triggers(triggers: object, merged: Mapping[str, Any], path: Path) -> None:
    tables = triggers if isinstance(triggers, list) else [triggers]
    for number, table in enumerate(tables, 1):
        place = f"{path}: [[triggers]] no. {number}"
        if not isinstance(table, dict):
            raise TaxonomyError(f"{path}: triggers are tables, each headed [[triggers]].")
        if not (table.get("verbs") or table.get("nouns")):
            raise TaxonomyError(f"{place} lacks verbs or nouns. Add the words that name the event.")
        for field_, known in (("track", "tracks"), ("type", "types")):
            if table.get(field_) not in merged.get(known, {}):
                raise TaxonomyError(f"{place} names the unknown {field_} {table.get(field_)!r}.")
        for name, value in table.items():
            if name not in _TRIGGER_FIELDS:
                raise TaxonomyError(f"{place} has the unknown field {name!r}.")
            if name in _WORD_FIELDS and not _are_words(value):
                raise TaxonomyError(f"{place}: {name} is no list of words, parted by commas.")


def _are_words(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(v, str) for v in value))
