"""Twotrack's own JSON: exact both ways, told by its schema, versioned."""

import dataclasses
import json
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import model
from core.exchange import Collection, ExchangeError, Options, document, find, read, render
from core.model import Article, Event, Link, Marks, Mention, PublicationDate

SCHEMA = json.loads(Path(document.__file__).with_suffix(".schema.json").read_text("utf-8"))
TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict,
    "null": type(None),
}  # fmt: skip


def complaints(value: Any, schema: dict[str, Any], at: str = "") -> list[str]:
    """Check a value against the part of JSON Schema that ours is written in."""
    if "$ref" in schema:
        return complaints(value, SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]], at)
    if "anyOf" in schema:
        found = [complaints(value, option, at) for option in schema["anyOf"]]
        return [] if [] in found else found[0]
    if "const" in schema or "enum" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{at}: {value!r}"]
    names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(
        isinstance(value, TYPES[name]) and (type(value) is not bool or name == "boolean") for name in names
    ):
        return [f"{at}: {value!r} is no {names}"]
    if isinstance(value, list):
        low, high = schema.get("minItems", 0), schema.get("maxItems", len(value))
        wrong = [] if low <= len(value) <= high else [f"{at}: {len(value)} items"]
        return wrong + [
            c for i, item in enumerate(value) for c in complaints(item, schema["items"], f"{at}[{i}]")
        ]
    if isinstance(value, dict):
        known = schema["properties"]
        wrong = [f"{at} lacks {name}" for name in schema["required"] if name not in value]
        wrong += [f"{at} has {name}" for name in value if name not in known]
        return wrong + [
            c for name in value.keys() & known for c in complaints(value[name], known[name], f"{at}.{name}")
        ]
    return []


def test_what_is_written_is_read_back_exactly(collection: Collection, how: Options, tmp_path: Path) -> None:
    data = render(collection, find(Path("x.json")), how)[""]
    back, problems = document.loads(json.loads(data), "x.json")
    assert back == collection
    assert not problems
    path = tmp_path / "x.json"
    path.write_bytes(data)
    assert read(path).events == collection.events
    assert read(path).articles == collection.articles


def test_what_is_written_keeps_to_the_schema(collection: Collection) -> None:
    assert complaints(json.loads(document.dumps(collection)), SCHEMA) == []
    assert complaints({"format": "twotrack", "version": 1, "events": [{"id": 5}]}, SCHEMA)


@pytest.mark.parametrize("name", sorted(SCHEMA["$defs"]))
def test_the_schema_tells_every_field_of_the_model(name: str) -> None:
    cls = getattr(model, name)
    told = SCHEMA["$defs"][name]
    assert list(told["properties"]) == list(get_type_hints(cls))
    needed = [
        field.name
        for field in dataclasses.fields(cls)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    assert told["required"] == needed


anything = st.text(max_size=12)
marks = st.builds(Marks, note=anything, tags=st.lists(anything, max_size=2).map(tuple), colour=anything)
mentions = st.builds(Mention, edtf=st.just(""), article=anything, killed=st.none() | st.integers())
events = st.builds(
    Event, edtf=st.sampled_from(["", "2024", "../2024-05-06", "2024-05-06~"]), marks=marks,
    mentions=st.lists(mentions, max_size=2).map(tuple), confidence=st.floats(0, 1),
    point=st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
)  # fmt: skip
articles = st.builds(
    Article, text=anything, blocks=st.just(()), published=st.builds(PublicationDate, edtf=anything)
)


@settings(deadline=None)
@given(
    st.builds(
        Collection, anything, st.lists(articles, max_size=2).map(tuple),
        st.lists(events, max_size=3).map(tuple), st.lists(st.builds(Link), max_size=1).map(tuple),
    )
)  # fmt: skip
def test_any_collection_survives(collection: Collection) -> None:
    back, problems = document.loads(json.loads(document.dumps(collection)), "x.json")
    assert (back, problems) == (collection, [])


def test_a_file_name_that_is_no_unicode_does_no_harm(collection: Collection) -> None:
    odd = dataclasses.replace(collection, name="a\udcff")
    assert document.loads(json.loads(document.dumps(odd)), "x.json")[0] == dataclasses.replace(odd, name="a?")


def test_the_file_of_a_newer_version_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "next.json"
    path.write_text('{"format": "twotrack", "version": 2}')
    with pytest.raises(
        ExchangeError, match=r"next\.json: This file is of version 2; this Twotrack reads version 1"
    ):
        read(path)


def test_a_bad_entry_is_named_and_the_rest_is_read(collection: Collection, tmp_path: Path) -> None:
    data = json.loads(document.dumps(collection))
    data["events"][1]["first"] = "soon"
    data["events"][2]["edtf"] = "yesterday"
    del data["events"][3]["title"]
    path = tmp_path / "x.json"
    path.write_text(json.dumps(data))
    found = read(path)
    assert [event.id for event in found.events] == ["e1", "e5", "e6", "user-1", "e7"]
    assert [problem.row for problem in found.problems] == [2, 3, 4]
    assert "first" in str(found.problems[0])
    assert "yesterday" in str(found.problems[1])
    assert str(found.problems[2]).startswith(f"{path}, events, row 4: ")
