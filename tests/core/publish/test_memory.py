"""A PNG brings its chart back, and refuses what is none, damaged, or too large."""

import datetime as dt
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from core.model import Link
from core.publish import ChartError, ChartSpec, Content, Source, export, memory, remembered
from core.publish.made_up import events

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = (b"IEND", b"")


@pytest.fixture(scope="module")
def told() -> Content:
    made = tuple(events(12, dt.date(2025, 3, 3), 30))
    link = Link("moves", "e2", "e1")
    return Content(
        made, (link,), (Source("made-up-1", "Title “x”", "Outlet", "https://example.org/1", "2025-03-04"),)
    )


@pytest.fixture(scope="module")
def picture(told: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "chart.png"
    spec = ChartSpec(
        title="A title", size="700x400px", first=dt.date(2025, 3, 1), numbered=True, tracks=("battlefield",)
    )
    export(told, spec, path)
    return path


def _png(*chunks: tuple[bytes, bytes]) -> bytes:
    packed = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return _SIGNATURE + b"".join(packed)


def _chunk(text: bytes, *, flag: int = 1) -> tuple[bytes, bytes]:
    packed = zlib.compress(text) if flag else text
    return b"iTXt", memory.KEYWORD.encode() + b"\0" + bytes([flag, 0]) + b"\0\0" + packed


def _refusal(data: bytes) -> str:
    with pytest.raises(ChartError) as refused:
        memory.unpacked(data, "x.png")
    return str(refused.value)


def test_a_png_brings_back_its_specification_and_content(picture: Path, told: Content) -> None:
    spec, content = remembered(picture)
    assert content == told
    assert (spec.title, spec.first, spec.tracks) == ("A title", dt.date(2025, 3, 1), ("battlefield",))


def test_what_is_brought_back_draws_the_same_picture(picture: Path, tmp_path: Path) -> None:
    spec, content = remembered(picture)
    export(content, spec, tmp_path / "again.png")
    assert (tmp_path / "again.png").read_bytes() == picture.read_bytes()


def test_a_png_told_to_forget_holds_no_events(told: Content, tmp_path: Path) -> None:
    done = export(told, ChartSpec(size="700x400px"), tmp_path / "chart.png", remember=False)
    assert done.memory == 0
    with pytest.raises(ChartError, match="without a chart in it"):
        remembered(tmp_path / "chart.png")


def test_the_memory_is_compressed_and_its_size_told(told: Content, tmp_path: Path) -> None:
    done = export(told, ChartSpec(size="700x400px"), tmp_path / "chart.png")
    bare = export(told, ChartSpec(size="700x400px"), tmp_path / "bare.png", remember=False)
    grown = (tmp_path / "chart.png").stat().st_size - (tmp_path / "bare.png").stat().st_size
    assert bare.memory == 0
    assert done.memory < grown < done.memory + 50
    text = memory.packed(ChartSpec(), told)
    assert text is not None
    assert done.memory < len(text) / 3


def test_a_long_memory_keeps_no_other_program_from_opening_the_picture(tmp_path: Path) -> None:
    many = Content(tuple(events(3000, dt.date(2025, 3, 3), 300)))
    export(many, ChartSpec(size="700x400px"), tmp_path / "chart.png")
    with Image.open(tmp_path / "chart.png") as image:  # refuses more than 1 MB of text in one chunk
        image.load()
    assert len(memory.packed(ChartSpec(), many) or "") > 1 << 20
    assert remembered(tmp_path / "chart.png")[1] == many


def test_a_foreign_png_is_refused_in_words() -> None:
    assert "without a chart in it" in _refusal(
        _png((b"IHDR", b"x" * 13), (b"iTXt", b"Comment\0\0\0\0\0hello"), _END)
    )


def test_another_kind_of_file_is_refused() -> None:
    assert _refusal(b"GIF89a...") == "x.png is no PNG picture."
    assert _refusal(b"") == "x.png is no PNG picture."


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChartError, match=r"nowhere\.png cannot be read"):
        remembered(tmp_path / "nowhere.png")


@pytest.mark.parametrize("share", [0.05, 0.2, 0.5, 0.9])
def test_a_picture_cut_short_is_refused(picture: Path, share: float) -> None:
    data = picture.read_bytes()
    start = data.index(memory.KEYWORD.encode())
    size = int.from_bytes(data[start - 8 : start - 4])
    message = _refusal(data[: start + int(size * share)])
    assert "is damaged and cannot be opened" in message


def test_a_changed_byte_is_noticed(picture: Path) -> None:
    data = bytearray(picture.read_bytes())
    data[data.index(memory.KEYWORD.encode()) + 200] ^= 1
    assert "a checksum does not fit" in _refusal(bytes(data))


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 1 << 20)
    assert "longer than 1 MB" in _refusal(_png(_chunk(b"0" * (4 << 20)), _END))
    assert "longer than 1 MB" in _refusal(_png(_chunk(b"0" * (2 << 20), flag=0), _END))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (b"not json", "damaged"),
        (b"\xff\xfe", "damaged"),
        (b"[]", "tells no version"),
        (b"{}", "tells no version"),
        (b'{"version": 99}', "newer Twotrack"),
        (b'{"version": 1}', "lacks spec"),
        (b'{"version": 1, "spec": {"theme": 5}, "content": {"events": []}}', "theme"),
        (b'{"version": 1, "spec": {}, "content": {"events": [{"id": "x"}]}}', "events.0 lacks title"),
        (b"[" * 100_000, "damaged"),
        (b'{"version": 1, "spec": {"text": NaN}, "content": {"events": []}}', "NaN is no number"),
    ],
)
def test_a_memory_that_does_not_fit_is_refused_with_the_reason(text: bytes, reason: str) -> None:
    assert reason in _refusal(_png(_chunk(text), _END))


def test_an_event_whose_date_is_none_is_refused(told: Content) -> None:
    text = memory.packed(ChartSpec(), told)
    assert text is not None
    broken = text.replace('"edtf":"2025-', '"edtf":"soon-', 1)
    assert "not an EDTF date" in _refusal(_png(_chunk(broken.encode()), _END))


def test_a_chunk_without_its_fields_is_refused() -> None:
    body = memory.KEYWORD.encode() + b"\0"
    for rest in (b"", b"\1", b"\1\0", b"\1\0\0", b"\1\0\0\0", b"\1\7\0\0x", b"\1\0\0\0not zlib"):
        assert "damaged" in _refusal(_png((b"iTXt", body + rest), _END))


@pytest.mark.parametrize(("limit", "most"), [("MOST", 1000), ("MOST_EVENTS", 11)])
def test_what_would_be_too_long_is_not_remembered(
    told: Content, monkeypatch: pytest.MonkeyPatch, limit: str, most: int
) -> None:
    monkeypatch.setattr(memory, limit, most)
    assert memory.packed(ChartSpec(), told) is None
