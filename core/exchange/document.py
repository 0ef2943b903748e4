"""Twotrack's own JSON: everything a project shows, exactly. Its form is told in ``document.schema.json``."""

import json
from typing import Any, TypeVar

from core.codec import decode, encode
from core.edtf import bounds
from core.exchange.collection import Collection, ExchangeError, Problem
from core.model import Article, Event, Link

FORMAT, VERSION = "twotrack", 1

T = TypeVar("T")


def dumps(collection: Collection) -> bytes:
    """Return a collection as JSON in UTF-8; :func:`loads` gives exactly it back."""
    data = {
        "format": FORMAT,
        "version": VERSION,
        "name": collection.name,
        "articles": encode(collection.articles),
        "events": encode(collection.events),
        "links": encode(collection.links),
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def loads(data: Any, source: str) -> tuple[Collection, list[Problem]]:
    """Return the collection in parsed JSON, and what in it could not be read; the rest is there.

    Raises:
        ExchangeError: it is not Twotrack's JSON, or of a version this program does not know.
    """
    if not (isinstance(data, dict) and data.get("format") == FORMAT):
        raise ExchangeError(f"{source}: This is not Twotrack's JSON.")
    version = data.get("version")
    if version != VERSION:
        raise ExchangeError(
            f"{source}: This file is of version {version!r}; this Twotrack reads version {VERSION}. "
            "Open it with a newer Twotrack."
        )
    problems: list[Problem] = []
    collection = Collection(
        str(data.get("name", "")),
        _each(Article, data, "articles", source, problems),
        _each(Event, data, "events", source, problems),
        _each(Link, data, "links", source, problems),
    )
    return collection, problems


def _each(
    cls: type[T], data: dict[str, Any], name: str, source: str, problems: list[Problem]
) -> tuple[T, ...]:
    entries = data.get(name, [])
    if not isinstance(entries, list):
        raise ExchangeError(f'{source}: "{name}" is no list.')
    found = []
    for number, entry in enumerate(entries, 1):
        try:
            value = decode(cls, entry)
            if isinstance(value, Event) and value.edtf:
                bounds(value.edtf)  # ValueError where it is no date
            found.append(value)
        except ValueError as error:
            problems.append(Problem(f"{source}, {name}", number, f"{error}. Mend this entry."))
    return tuple(found)
