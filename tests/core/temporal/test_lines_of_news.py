"""What stands at the head of a line: datelines with a dash, hours of live pages."""

import datetime as dt

import pytest

from core.temporal import tag

DCT = dt.date(2026, 4, 15)


def found(text: str) -> list[tuple[str, str]]:
    return [(item.text, item.value) for item in tag(text, DCT)]


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dateline_and_a_length_are_no_range(dash: str) -> None:
    assert found(f"OSLO, 14 April 2026 {dash} Three weeks after the flood, aid came.") == [
        ("14 April 2026", "2026-04-14"),
        ("Three weeks", "P3W"),
    ]
    assert found(f"May 2025 {dash} 30 villages were under water.") == [("May 2025", "2025-05")]


def test_lengths_and_years_still_make_ranges() -> None:
    assert found("It takes 12 – 14 days or 3-4 weeks.") == [("12 – 14 days", "P12D"), ("3-4 weeks", "P3W")]
    assert [value for _, value in found("the war of 1998–99 and the drought of 2007 - 08")] == [
        "1998",
        "1999",
        "2007",
        "2008",
    ]


def test_hours_head_the_entries_of_a_live_page() -> None:
    text = (
        "21:40\nThat is all.\n\n19:05 The lights went out on 12 April.\n\n08:15 GMT\nGood morning.\n\n07:30"
    )
    assert found(text + "\nWednesday began calmly.") == [
        ("21:40", "2026-04-15T21:40"),
        ("19:05", "2026-04-15T19:05"),
        ("12 April", "2026-04-12"),
        ("08:15 GMT", "2026-04-15T08:15"),
        ("07:30", "2026-04-15T07:30"),
        ("Wednesday", "2026-04-15"),
    ]


def test_hours_below_a_day_are_of_that_day() -> None:
    text = "12 September 2001\n\n8:46 a.m. The first train left, as on 3 May 2000.\n\n09:03 The second left."
    assert [value for _, value in found(text)] == [
        "2001-09-12",
        "2001-09-12T08:46",
        "2000-05-03",
        "2001-09-12T09:03",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell.\n\n02:18 A drone films the dam\n\nMore rain fell.",
        "The clip of 12:45 was cut.",
        "Luke\n3:16 is read.",
        "12:40:05\nThe tape goes on.",
    ],
)
def test_figures_that_are_no_hours(text: str) -> None:
    assert found(text) == []
