"""Turns the frozen dataclasses of the model into dicts and lists (what JSON can hold) and back, exactly.

Shared by whatever stores them: the project file, the exchange formats, the chart that remembers its events.
"""

import datetime as dt
import types
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

_Convert = Callable[[Any], Any]


def encode(value: Any, *, sparse: bool = False) -> Any:
    """Return a dataclass of the model as dicts, lists, strings, numbers, booleans and None.

    Dates become ISO 8601 strings, tuples lists, enumerations their values. With ``sparse`` the fields that
    equal their default are left out; :func:`decode` fills them in again.
    """
    if is_dataclass(value):
        kind: Any = type(value)
        return _encoder(kind, sparse)(value)
    if isinstance(value, (tuple, list)):
        return [encode(item, sparse=sparse) for item in value]
    return _encode_leaf(value)


def decode(cls: type[T], data: Any) -> T:
    """Return the ``cls`` that :func:`encode` made ``data`` from.

    Raises:
        ValueError: the data do not fit; the message names the field.
    """
    kind: Any = cls
    result: T = _decoder(kind)(data)
    return result


def _encode_leaf(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, dt.date) else value


@cache
def _encoder(cls: Any, sparse: bool) -> _Convert:
    names = [(field.name, _default(field) if sparse else MISSING) for field in fields(cls)]

    def convert(item: Any) -> Any:
        if type(item) in _SIMPLE:
            return item
        return encode(item, sparse=sparse)

    def encoder(value: Any) -> dict[str, Any]:
        found = ((name, getattr(value, name), default) for name, default in names)
        return {name: convert(item) for name, item, default in found if item != default}

    return encoder


_SIMPLE = frozenset({str, int, float, bool, type(None)})


def _default(field: Field[Any]) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


@cache
def _decoder(hint: Any) -> _Convert:
    """Return the function that reads a value of the given type; built once for each type."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional(_decoder(next(kind for kind in arguments if kind is not type(None))))
    if origin is tuple:
        return _sequence(arguments)
    if is_dataclass(hint):
        return _record(hint)
    if issubclass(hint, Enum):
        return _enumeration(hint)
    if issubclass(hint, dt.date):
        return _date
    return _plain(hint)


def _unfit(expected: str, data: Any) -> ValueError:
    return ValueError(f"expected {expected}, found {data!r}")


def _optional(convert: _Convert) -> _Convert:
    return lambda data: None if data is None else convert(data)


def _sequence(arguments: tuple[Any, ...]) -> _Convert:
    """Read ``tuple[X, ...]`` or a tuple of fixed length."""
    open_ended = len(arguments) == 2 and arguments[1] is Ellipsis
    converts = [_decoder(kind) for kind in arguments if kind is not Ellipsis]
    first = converts[0]

    def decoder(data: Any) -> tuple[Any, ...]:
        if not isinstance(data, list):
            raise _unfit("a list", data)
        if open_ended:
            return tuple([first(item) for item in data])
        if len(data) != len(converts):
            raise _unfit(f"{len(converts)} items", data)
        return tuple(convert(item) for convert, item in zip(converts, data, strict=True))

    return decoder


def _record(cls: Any) -> _Convert:
    hints = get_type_hints(cls)
    converts = {field.name: _decoder(hints[field.name]) for field in fields(cls)}

    def decoder(data: Any) -> Any:
        if not isinstance(data, dict):
            raise _unfit(f"a {cls.__name__}", data)
        values = {}
        try:
            for name, item in data.items():
                values[name] = converts[name](item)
            return cls(**values)
        except KeyError:
            raise ValueError(f"{cls.__name__} has no field {name!r}") from None
        except ValueError as error:
            raise ValueError(f"{cls.__name__}.{name}: {error}") from None
        except TypeError:
            missing = ", ".join(f.name for f in fields(cls) if f.name not in data and _default(f) is MISSING)
            raise ValueError(f"{cls.__name__} lacks {missing}") from None

    return decoder


def _enumeration(kind: type[Enum]) -> _Convert:
    members = {member.value: member for member in kind}

    def decoder(data: Any) -> Enum:
        try:
            return members[data]
        except (KeyError, TypeError):
            raise _unfit("one of " + ", ".join(map(str, members)), data) from None

    return decoder


def _date(data: Any) -> dt.date:
    if not isinstance(data, str):
        raise _unfit("a date such as 2025-06-02", data)
    return dt.date.fromisoformat(data)


def _plain(kind: type[Any]) -> _Convert:
    def decoder(data: Any) -> Any:
        if type(data) is kind:
            return data
        if kind is float and type(data) is int:
            return float(data)
        raise _unfit(kind.__name__, data)

    return decoder
