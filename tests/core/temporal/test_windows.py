"""EDTF dates with first and last possible day: precision is kept, nothing is made exact in silence."""

import datetime as dt

import pytest

from core.temporal import tag

DCT = dt.date(2025, 5, 29)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He resigned two weeks ago.", "2025-05-15~"),
        ("A truce failed last week.", "2025-05-19/2025-05-25"),
        ("They fought this week.", "2025-05-26/2025-05-29"),
        ("They will meet this week.", "2025-05-29/2025-06-01"),
        ("It was agreed earlier this month.", "2025-05-01/2025-05-29"),
        ("It will end by the end of the month.", "../2025-05-31"),
        ("The truce will hold until 2 September.", "../2025-09-02"),
        ("Drones fell on the port before dawn on Tuesday.", "2025-05-27"),
        ("A truce was agreed just before midnight on Tuesday.", "2025-05-27"),
        ("The army will leave by Tuesday.", "../2025-06-03"),
        ("They have fought since February.", "2025-02-01/2025-05-29"),
        ("It will end within two weeks.", "2025-05-29/2025-06-12"),
        ("Three died in the past 24 hours.", "2025-05-28/2025-05-29"),
        ("Rockets fell overnight.", "2025-05-28/2025-05-29"),
        ("Rockets fell last night.", "2025-05-28/2025-05-29"),
        ("Fighting eased in recent weeks.", "../2025-05-29"),
        ("It fell in late March.", "2025-03-21/2025-03-31"),
        ("It fell in March.", "2025-03"),
        ("It began in 2022.", "2022"),
        ("A two-week deadline was set.", ""),
        ("They now hold it.", ""),
    ],
)
def test_edtf(text: str, edtf: str) -> None:
    assert tag(text, DCT)[0].edtf == edtf


def test_first_and_last_day() -> None:
    found = tag("It fell in March.", DCT)[0]
    assert (found.first, found.last) == (dt.date(2025, 3, 1), dt.date(2025, 3, 31))
    found = tag("It will end by 2 June.", DCT)[0]
    assert (found.first, found.last) == (None, dt.date(2025, 6, 2))


def test_a_lunar_feast_is_approximate() -> None:
    assert tag("The truce over Eid al-Fitr held.", DCT)[0].edtf.endswith("~")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Talks failed on 6 April. Shells fell over the next two weeks.", "2025-04-06/2025-04-20"),
        ("Talks failed on 6 April. They will meet within the next two weeks.", "2025-05-29/2025-06-12"),
        ("Talks failed on 6 April. Shells fell over the following days.", ""),
        ("Shells fell over the next two weeks.", ""),
    ],
)
def test_the_next_days_of_what_is_over_follow_the_day_told_before(text: str, edtf: str) -> None:
    assert tag(text, DCT)[-1].edtf == edtf
