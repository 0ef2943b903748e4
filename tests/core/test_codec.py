"""The model as plain data and back."""

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import model
from core.codec import decode, encode
from core.model import Article, Basis, Event, Link, Marks, Mention, PublicationDate, Status, Trigger

FLOW = (Article, Mention, Event, Link, Marks, PublicationDate, model.Document, model.TimeExpression)


@pytest.mark.parametrize("cls", FLOW, ids=lambda cls: cls.__name__)
@pytest.mark.parametrize("sparse", [False, True])
@settings(max_examples=25)
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
        (Link, ["moves"], "expected a Link"),
        (Link, None, "expected a Link"),
        (Marks, {"pinned": 1}, "Marks.pinned: expected bool"),
        (Marks, {"tags": "a"}, "Marks.tags: expected a list"),
        (Marks, {"tags": ["a", 5]}, "Marks.tags: expected str, found 5"),
        (Marks, {"note": None}, "Marks.note: expected str"),
        (Trigger, {"start": 0.5, "end": 1, "text": ""}, "Trigger.start: expected int"),
        (Trigger, {"start": True, "end": 1, "text": ""}, "Trigger.start: expected int"),
        (PublicationDate, {"basis": "gossip"}, "PublicationDate.basis: expected one of user, metadata"),
        (PublicationDate, {"basis": ["user"]}, "PublicationDate.basis: expected one of"),
        (
            PublicationDate,
            {"candidates": [{"date": 5, "score": 1}]},
            "candidates: DateCandidate.date: expected str",
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
    with pytest.raises(ValueError, match=r"Event\.killed: expected 2 items"):
        decode(Event, event | {"killed": [1, 2, 3]})
    with pytest.raises(ValueError, match=r"Event\.first: "):
        decode(Event, event | {"first": "2 June"})


def test_a_whole_number_is_read_where_a_fraction_may_stand() -> None:
    found = decode(PublicationDate, {"confidence": 1})
    assert type(found.confidence) is float
