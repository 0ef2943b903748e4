"""A PNG that remembers: its chart's specification and content travel in compressed iTXt chunks of it.

A file may come from anywhere, so what is read is bounded and checked: PNG chunks (ISO/IEC 15948), UTF-8 JSON,
the dataclasses' own fields. What does not fit is refused with the reason.
"""

import json
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core import codec
from core.edtf import bounds
from core.publish.errors import ChartError
from core.publish.spec import ChartSpec, Content

KEYWORD = "twotrack-chart"
VERSION = 1
MOST = 60 << 20
"""Bytes of a chart's memory, uncompressed, that are written and read at most."""
MOST_EVENTS = 60_000
"""Events that are remembered at most; more would not be within ``MOST``."""
PART = 1 << 18
"""Characters in one chunk: many programs open no picture that has more than 1 MB of text in one."""
_FILE = 512 << 20
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a PNG remembers."""

    version: int
    spec: ChartSpec
    content: Content


def packed(spec: ChartSpec, content: Content) -> str | None:
    """Return the text to be kept, the same for the same chart; None where it would be too long."""
    if len(content.events) > MOST_EVENTS:
        return None
    remembered = codec.encode(Remembered(VERSION, spec, content), sparse=True)
    text = json.dumps(remembered, ensure_ascii=False, separators=(",", ":"))
    return text if len(text.encode()) <= MOST else None


def parts(text: str) -> list[str]:
    """Return the texts of the chunks, in the order in which they are to stand in the file."""
    return [text[at : at + PART] for at in range(0, len(text), PART)]


def remembered(path: Path) -> tuple[ChartSpec, Content]:
    """Return the specification and content that a PNG holds.

    Raises:
        ChartError: the file cannot be read, is no PNG, holds no chart, or one that is damaged.
    """
    try:
        if path.stat().st_size > _FILE:
            raise ChartError(f"{path.name} is too large for a chart.")
        data = path.read_bytes()
    except OSError as error:
        raise ChartError(f"{path.name} cannot be read: {error.strerror}.") from error
    return unpacked(data, path.name)


def unpacked(data: bytes, name: str) -> tuple[ChartSpec, Content]:
    """Return the specification and content in the bytes of a PNG; ``name`` is what messages call it.

    Raises:
        ChartError: see :func:`remembered`.
    """
    if not data.startswith(_SIGNATURE):
        raise ChartError(f"{name} is no PNG picture.")
    try:
        chunks = [body for kind, body in _chunks(data) if kind == b"iTXt" and _is_ours(body)]
        if not chunks:
            raise ChartError(
                f"{name} is a picture without a chart in it. Only PNG charts exported with their events "
                "can be opened; programs that edit pictures, and many web sites, drop them."
            )
        return _read(_joined(chunks))
    except (ValueError, TypeError, IndexError, struct.error, zlib.error, RecursionError) as error:
        raise ChartError(
            f"The chart in {name} is damaged and cannot be opened ({str(error)[:200]}). "
            "The picture itself may still be fine."
        ) from error


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield type and body of each chunk, checked against its CRC."""
    at = len(_SIGNATURE)
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        (crc,) = struct.unpack_from(">I", data, end)
        body = data[at + 8 : end]
        if kind == b"iTXt" and zlib.crc32(kind + body) != crc:
            raise ValueError("a checksum does not fit")
        yield kind, body
        if kind == b"IEND":
            return
        at = end + 4


def _is_ours(body: bytes) -> bool:
    return body.startswith(KEYWORD.encode() + b"\0")


def _joined(chunks: Iterable[bytes]) -> str:
    """Return the text that chunks hold together."""
    text = b""
    for chunk in chunks:
        text = _bounded(text + _text(chunk, MOST - len(text)))
    return text.decode()


def _text(body: bytes, most: int) -> bytes:
    """Return the text of an iTXt chunk, which stands behind flag, method, language and translated keyword."""
    rest = body[len(KEYWORD) + 1 :]
    compressed, method = rest[0], rest[1]
    _language, _translated, packed = rest[2:].split(b"\0", 2)
    if not compressed:
        return packed
    if method:
        raise ValueError("an unknown compression")
    unzip = zlib.decompressobj()
    text = unzip.decompress(packed, most + 1)
    if not unzip.eof and len(text) <= most:
        raise ValueError("it ends too early")
    return text


def _bounded(text: bytes) -> bytes:
    if len(text) > MOST:
        raise ValueError(f"it is longer than {MOST >> 20} MB")
    return text


def _read(text: str) -> tuple[ChartSpec, Content]:
    data = json.loads(text, parse_constant=_refuse)
    version = data.get("version") if isinstance(data, dict) else None
    if not isinstance(version, int):
        raise ValueError("it tells no version")  # noqa: TRY004 - damaged like any other
    if version > VERSION:
        raise ValueError(f"it was made by a newer Twotrack, in version {version} of the format")
    found = codec.decode(Remembered, data)
    for event in found.content.events:
        if event.edtf:
            bounds(event.edtf)
    return found.spec, found.content


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")
