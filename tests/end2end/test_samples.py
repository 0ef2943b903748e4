"""The sample articles against the events they are known to hold, through the whole pipeline."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from core import edtf, pipeline
from core.model import Mention

SAMPLES = Path(__file__).resolve().parents[2] / "assets" / "samples"
NAMES = sorted(path.stem for path in (SAMPLES / "expected").glob("*.json"))


@cache
def read(name: str) -> pipeline.Processed:
    path = next(path for path in SAMPLES.glob(f"{name}.*") if path.suffix in (".txt", ".html"))
    (found,) = pipeline.process_file(path)
    assert isinstance(found, pipeline.Processed)
    return found


def expected(name: str) -> Any:
    return json.loads((SAMPLES / "expected" / f"{name}.json").read_text("utf-8"))


def tells(mention: Mention, event: dict[str, Any]) -> bool:
    """Say whether the mention is of the event: its track and type, and begun on its day."""
    begun, told = _begin(event["date"]), _begin(mention.edtf)
    slack = 1 if "~" in event["date"] else 0
    same_kind = (mention.track, mention.type) == (event["track"], event["type"])
    return same_kind and told is not None and begun is not None and abs((told - begun).days) <= slack


def _begin(date: str) -> dt.date | None:
    first, last = edtf.bounds(date) if date else (None, None)
    return first or last


@pytest.mark.parametrize("name", NAMES)
def test_the_publication_date_is_found(name: str) -> None:
    assert read(name).article.published.edtf == expected(name)["published"]


@pytest.mark.parametrize("name", NAMES)
def test_the_first_event_told_is_found(name: str) -> None:
    first = expected(name)["events"][0]
    assert any(tells(mention, first) for mention in read(name).mentions), first["title"]


def test_most_events_are_found() -> None:
    told = [(name, event) for name in NAMES for event in expected(name)["events"]]
    missed = [
        f"{name}: {event['title']}"
        for name, event in told
        if not any(tells(mention, event) for mention in read(name).mentions)
    ]
    assert len(missed) <= 0.2 * len(told), missed
