"""Whatever a file holds, reading it ends in events and named problems, or in an error in words."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import edtf
from core.exchange import ExchangeError, is_table, read
from core.exchange.sources import acled, gdelt, own, slides, ucdp

SOURCES = (acled, gdelt, own, slides, ucdp)
USUAL = (
    "", "0", "1", "2", "3", "-1", "95", "1e400", "nan", "2025-05-29", "29 May 2025", "20250529", "2025", "13",
    "190", "010", "Battles", "Armed clash", "diplomatic", "occurred", "../2025-05-29", "2025-05-29/..",
    "=1+1", "<b>x</b>",
)  # fmt: skip
cells = st.sampled_from(USUAL) | st.text(max_size=8)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tables")


def check(path: Path) -> None:
    known = is_table(path)
    try:
        found = read(path)
    except ExchangeError as error:
        assert path.name in str(error)  # noqa: PT017 - it may also go well
        return
    assert known
    for event in found.events:
        assert event.title
        assert event.track
        assert event.origin or event.mentions
        if event.edtf:
            edtf.bounds(event.edtf)
        assert not (event.first and event.last and event.first > event.last)
    for problem in found.problems:
        assert str(problem).startswith(str(path))
        assert problem.message.endswith(".")


@settings(max_examples=40)
@given(suffix=st.sampled_from([".csv", ".tsv", ".json", ".xlsx"]), data=st.binary(max_size=200))
def test_any_bytes(folder: Path, suffix: str, data: bytes) -> None:
    path = folder / f"any{suffix}"
    path.write_bytes(data)
    check(path)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.NAME)
@settings(max_examples=60)
@given(data=st.data())
def test_any_cells_under_the_right_columns(folder: Path, source: object, data: st.DataObject) -> None:
    needed = source.NEEDED  # type: ignore[attr-defined]
    more = (
        "end year",
        "time_precision",
        "fatalities",
        "latitude",
        "longitude",
        "review",
        "first",
        "last",
        "best",
    )
    columns = [*sorted(needed), *(name for name in more if name not in needed)]
    rows = data.draw(st.lists(st.lists(cells, max_size=len(columns) + 1), max_size=4))
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([columns, *rows])
    path = folder / "cells.csv"
    path.write_bytes(buffer.getvalue().encode("utf-8"))
    check(path)
    objects = [dict(zip(columns, row, strict=False)) for row in rows]
    path = folder / "cells.json"
    path.write_text(json.dumps({"data": objects}), "utf-8")
    check(path)


@settings(max_examples=60)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | cells,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "events",
                        "start_date",
                        "text",
                        "headline",
                        "year",
                        "month",
                        "data",
                        "format",
                        "version",
                        "articles",
                    ]
                ),
                inner | st.sampled_from(["twotrack", 1]),
                max_size=4,
            )
        ),
        max_leaves=12,
    )
)
def test_any_json(folder: Path, value: object) -> None:
    path = folder / "any.json"
    path.write_text(json.dumps(value), "utf-8")
    check(path)
