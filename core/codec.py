"""Turns the frozen dataclasses of the model into what JSON can hold and back, exactly.

Shared by whatever stores them: the project file, the exchange formats, the chart that remembers its events.
"""

import json
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")


def encode(value: Any, *, sparse: bool = False) -> Any:
    """Return a value of the model as dicts, lists, strings, numbers, booleans and None.

    Dates become ISO 8601 strings, tuples lists, enumerations their values. With ``sparse`` the fields that
    equal their default are left out; :func:`decode` fills them in again.
    """
    if isinstance(value, (tuple, list)):
        return [encode(item, sparse=sparse) for item in value]
    (encoded,) = _adapter(type(value)).dump_python((value,), mode="json", exclude_defaults=sparse)
    return encoded


def decode(cls: type[T], data: Any) -> T:
    """Return the ``cls`` that :func:`encode` made ``data`` from.

    Raises:
        ValueError: the data do not fit; the message names the field.
    """
    return from_json(cls, json.dumps(data))


def to_json(value: Any, cls: Any = None) -> str:
    """Return a value of the model as compact JSON, defaults left out; a container needs its ``cls`` told."""
    return _adapter(cls or type(value)).dump_json((value,), exclude_defaults=True).decode()[1:-1]


def from_json(cls: type[T], text: str | bytes) -> T:
    """Return the ``cls`` that :func:`to_json` made ``text`` from; also containers, as ``dict[str, Event]``.

    Raises:
        ValueError: the text is no JSON or does not fit; the message names the field.
    """
    raw = text.encode() if isinstance(text, str) else text
    try:
        (decoded,) = _adapter(cls).validate_json(b"[" + raw + b"]")
    except ValueError as error:
        raise ValueError(_unfit(cls, error)) from None
    result: T = decoded
    return result


def _build(kind: Any) -> "TypeAdapter[Any]":
    """Return what reads and writes a 1-tuple of the kind: a dataclass alone cannot be told to be strict."""
    from pydantic import ConfigDict, TypeAdapter  # imported here: it takes a tenth of a second

    return TypeAdapter(tuple[kind], config=ConfigDict(extra="forbid", strict=True))


_adapter: Callable[[Any], "TypeAdapter[Any]"] = cache(_build)


def _unfit(cls: Any, error: Any) -> str:
    """Return the first of pydantic's complaints in one line."""
    first = error.errors(include_url=False)[0]
    *path, last = [getattr(cls, "__name__", str(cls)), *map(str, first["loc"][1:])]
    if first["type"] == "missing":
        return f"{'.'.join(path)} lacks {last}"
    if first["type"] == "unexpected_keyword_argument":
        return f"{'.'.join(path)} has no field {last!r}"
    what = first["msg"].removeprefix("Input ")
    return f"{'.'.join([*path, last])}: {what}, found {first['input']!r:.100}"
