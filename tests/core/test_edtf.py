"""EDTF dates: what days they can mean, and how they read."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import edtf


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2025-06-02", "2025-06-02", "2025-06-02"),
        ("2025-06-02~", "2025-06-02", "2025-06-02"),
        ("2025-06?", "2025-06-01", "2025-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022%", "2022-01-01", "2022-12-31"),
        ("2025-05-28/2025-06-11", "2025-05-28", "2025-06-11"),
        ("2025-05/2026", "2025-05-01", "2026-12-31"),
        ("../2025-05-29", None, "2025-05-29"),
        ("2025-05-29/..", "2025-05-29", None),
        ("/2025-05", None, "2025-05-31"),
        ("../..", None, None),
    ],
)
def test_a_date_has_a_first_and_a_last_possible_day(date: str, first: str | None, last: str | None) -> None:
    days = tuple(None if day is None else dt.date.fromisoformat(day) for day in (first, last))
    assert edtf.bounds(date) == days


@pytest.mark.parametrize(
    "text",
    [
        "", "yesterday", "25-06-02", "2025-6-2", "2025-13", "2025-02-30", "2025-00", "2025-06-00", "0000",
        "2025-06-02 ", "2025-06-02~~", "2025/2026/2027", "2025-06-02T10:00",
        "٢٠٢٥", "2025-05-28/soon", "[2025]",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not an EDTF|month|day|year"):
        edtf.bounds(text)


@pytest.mark.parametrize(
    ("date", "words", "without_year"),
    [
        ("", "date unknown", "date unknown"),
        ("../..", "date unknown", "date unknown"),
        ("2025-06-02", "2 June 2025", "2 June"),
        ("2025-06-02~", "about 2 June 2025", "about 2 June"),
        ("2025-06", "June 2025", "June"),
        ("2022", "2022", "2022"),
        ("2022?", "about 2022", "about 2022"),
        ("2025-05-28/2025-06-11", "28 May to 11 June 2025", "28 May to 11 June"),
        ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025", "30 December to 2 January"),
        ("../2025-05-29", "by 29 May 2025", "by 29 May"),
        ("2025-05-29/..", "29 May 2025 or later", "29 May or later"),
    ],
)
def test_a_date_reads_as_a_reader_would_write_it(date: str, words: str, without_year: str) -> None:
    assert edtf.words(date) == words
    assert edtf.words(date, year=False) == without_year


@pytest.mark.parametrize("date", ["2025-06-02~", "2025-06?", "2022%", "2025-05-28~/2025-06-11"])
def test_a_mark_anywhere_makes_a_date_approximate(date: str) -> None:
    assert edtf.is_approximate(date)
    assert not edtf.is_approximate(date.translate({ord(mark): None for mark in "~?%"}))


@given(st.dates(), st.dates())
def test_an_interval_means_the_days_it_was_made_of(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    date = edtf.interval(first, last)
    assert edtf.bounds(date) == (first, last)
    assert ("/" in date) == (first != last)
    assert edtf.words(date)


@given(st.text(alphabet="0123456789-/.~?% "))
def test_any_text_is_a_date_in_order_of_its_parts_or_refused(text: str) -> None:
    try:
        edtf.bounds(text)
    except ValueError:
        return
    assert edtf.words(text)
