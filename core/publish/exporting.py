"""Exports a chart to files: the picture or its pages, and the key beside it."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.chart import FontMeasure
from core.publish import key, keypages, writing
from core.publish.composing import Composed, compose
from core.publish.errors import ChartError
from core.publish.spec import ChartSpec, Content

SUFFIXES = (".png", ".svg", ".pdf")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the files, the bytes of the chart's memory in them, what the chart shows."""

    files: tuple[Path, ...]
    memory: int
    description: str


def export(
    content: Content, spec: ChartSpec, path: Path, *, remember: bool = True, keys: Sequence[str] = ()
) -> Exported:
    """Write a chart to ``path``, whose ending says as what; several pages become several PNG or SVG files.

    Where its events are numbered, a PDF ends with the key.

    Args:
        content: what the chart tells.
        spec: how it looks.
        path: the file to write; an existing one is replaced once the new one is whole.
        remember: whether PNG files carry the chart, so that they can be opened again.
        keys: formats of the key written beside it: "csv", "json", "md".

    Raises:
        ChartError: the specification does not fit, or a file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ChartError(
            f"{path.name}: a chart is written as {', '.join(SUFFIXES)}. Give the file such an ending."
        )
    unknown = [name for name in keys if name not in key.FORMATS]
    if unknown:
        raise ChartError(f"There is no key format {unknown[0]!r}. Choose from: {', '.join(key.FORMATS)}.")
    composed = compose(content, spec)
    found = key.entries(content, composed.numbers) if composed.numbers else []
    pictures = _pictures(composed, suffix, (spec, content) if remember else None, found)
    paths = _numbered(path, len(pictures))
    for target, picture in zip(paths, pictures, strict=True):
        _write(target, picture.data)
    return Exported(
        (*paths, *_write_keys(found, composed.scenes[0].title, path, keys)),
        sum(picture.memory for picture in pictures),
        composed.description,
    )


def _pictures(
    composed: Composed, suffix: str, remember: tuple[ChartSpec, Content] | None, found: Sequence[key.Entry]
) -> list[writing.Picture]:
    if suffix == ".pdf":
        first = composed.scenes[0]
        pages = keypages.pages(FontMeasure(), found, first.title, (first.width, first.height))
        return [writing.pdf(composed, [*composed.scenes, *pages])]
    if suffix == ".svg":
        return [writing.svg(composed, scene) for scene in composed.scenes]
    return [writing.png(composed, scene, remember) for scene in composed.scenes]


def _numbered(path: Path, pages: int) -> list[Path]:
    if pages == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{page}{path.suffix}") for page in range(1, pages + 1)]


def _write_keys(found: Sequence[key.Entry], title: str, path: Path, keys: Iterable[str]) -> list[Path]:
    written = []
    for kind in keys:
        target = path.with_suffix(f".{kind}")
        _write(target, key.written(found, kind, title).encode())
        written.append(target)
    return written


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise ChartError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
