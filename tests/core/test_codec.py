"""The model as plain data and back."""

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import model
from core.codec import decode, encode, from_json, to_json
from core.model import Article, Basis, Event, Link, Marks, Mention, PublicationDate, Status, Trigger

FLOW = (Article, Mention, Event, Link, Marks, PublicationDate, model.Document, model.TimeExpression)


@pytest.mark.parametrize("cls", FLOW, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("sparse", [False, True])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_value_comes_back_exactly(cls: type[Any], sparse: bool, data: st.DataObject) -> None:
    value = data.draw(st.from_type(cls).filter(lambda made: "NaN" not in json.dumps(encode(made))))
    plain = encode(value, sparse=sparse)
    assert decode(cls, plain) == value
    assert decode(cls, json.loads(json.dumps(plain))) == value


def test_plain_data_is_what_json_can_hold() -> None:
    mention = Mention(
        "a", 0, 3, "met", Trigger(0, 3, "met"), "Talks", "diplomatic", "CONSULT", "", Status.PLANNED,
        "2025-06-02", dt.date(2025, 6, 2), None, Basis.PARTIAL, source=("Russia", "Ukraine"),
    )  # fmt: skip
    plain = encode(mention)
    assert plain["first"] == "2025-06-02"
    assert plain["last"] is None
    assert type(plain["status"]) is str
    assert plain["source"] == ["Russia", "Ukraine"]
    assert plain["trigger"] == {"start": 0, "end": 3, "text": "met"}
    assert set(plain) == {field.name for field in dataclasses.fields(Mention)}


def test_sparse_leaves_out_what_is_as_usual() -> None:
    assert encode(Marks(), sparse=True) == {}
    assert encode(Marks(pinned=True, tags=("a",)), sparse=True) == {"pinned": True, "tags": ["a"]}
    assert encode(PublicationDate(edtf="2025"), sparse=True) == {"edtf": "2025"}


def test_a_sequence_of_dataclasses_is_a_list_of_dicts() -> None:
    links = (Link("fulfils", "b", "a"), Link("moves", "c", "b", "later"))
    assert encode(links, sparse=True) == [
        {"kind": "fulfils", "later": "b", "earlier": "a"},
        {"kind": "moves", "later": "c", "earlier": "b", "reason": "later"},
    ]


@pytest.mark.parametrize(
    ("cls", "data", "says"),
    [
        (Link, {"kind": "moves", "later": "b"}, "Link lacks earlier"),
        (Link, {"kind": "moves", "later": "b", "earlier": "a", "why": ""}, "Link has no field 'why'"),
        (Link, ["moves"], "Link: should be an object"),
        (Link, None, "Link: should be an object"),
        (Link, "moves", "Link: should be an object, found 'moves'"),
        (Marks, {"pinned": 1}, "Marks.pinned: should be a valid boolean, found 1"),
        (Marks, {"tags": "a"}, "Marks.tags: should be a valid array"),
        (Marks, {"tags": ["a", 5]}, r"Marks.tags.1: should be a valid string, found 5"),
        (Marks, {"note": None}, "Marks.note: should be a valid string"),
        (Trigger, {"start": 0.5, "end": 1, "text": ""}, "Trigger.start: should be a valid integer"),
        (Trigger, {"start": True, "end": 1, "text": ""}, "Trigger.start: should be a valid integer"),
        (PublicationDate, {"basis": "gossip"}, "PublicationDate.basis: should be 'user', 'metadata'"),
        (PublicationDate, {"basis": ["user"]}, "PublicationDate.basis: should be 'user'"),
        (
            PublicationDate,
            {"candidates": [{"date": 5, "score": 1}]},
            "PublicationDate.candidates.0.date: should be a valid string, found 5",
        ),
    ],
)
def test_data_that_do_not_fit_are_refused_with_the_field(cls: type[Any], data: Any, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        decode(cls, data)


def test_a_range_has_exactly_two_ends() -> None:
    event = encode(Event(
        "e", "", "", "", "", Status.OCCURRED, "", None, None, Basis.EXPLICIT, (), (), "", "", (1, 2), None,
        (), 0.5, (), (), 0,
    ))  # fmt: skip
    assert decode(Event, event).killed == (1, 2)
    with pytest.raises(ValueError, match=r"Event\.killed: .* at most 2 items"):
        decode(Event, event | {"killed": [1, 2, 3]})
    with pytest.raises(ValueError, match=r"Event\.first: "):
        decode(Event, event | {"first": "2 June"})


def test_a_whole_number_is_read_where_a_fraction_may_stand() -> None:
    found = decode(PublicationDate, {"confidence": 1})
    assert type(found.confidence) is float


def test_a_value_and_a_dict_of_values_come_back_from_compact_json() -> None:
    link = Link("moves", "b", "a")
    assert to_json(link) == '{"kind":"moves","later":"b","earlier":"a"}'
    assert from_json(Link, to_json(link)) == link
    assert from_json(dict[str, Link], to_json({"x": link}, dict[str, Link])) == {"x": link}


@pytest.mark.parametrize("text", ["", "{", "[1", '{"kind": "moves"', "\x00", '{"kind":"a"},{"kind":"b"}'])
def test_what_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Link"):
        from_json(Link, text)
