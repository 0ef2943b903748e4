"""Twotrack's own JSON: exact both ways, told by its schema, versioned."""

import dataclasses
import json
from pathlib import Path
from typing import get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from core import model
from core.exchange import Collection, ExchangeError, Options, document, find, read, render
from core.model import Article, Event, Link, Marks, Mention, PublicationDate

SCHEMA = json.loads(Path(document.__file__).with_suffix(".schema.json").read_text("utf-8"))


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
    schema = Draft202012Validator(SCHEMA)
    schema.validate(json.loads(document.dumps(collection)))
    assert not schema.is_valid({"format": "twotrack", "version": 1, "events": [{"id": 5}]})


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


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
