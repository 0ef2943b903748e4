"""Days, nights and weekends told beside another day, and what comes again on a part of a day."""

import datetime as dt

import pytest

from core.temporal import tag

WEDNESDAY = dt.date(2024, 7, 17)


def told(text: str, dct: dt.date = WEDNESDAY) -> dict[str, str]:
    return {found.text.lower(): found.value for found in tag(text, dct)}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "The raid of Feb. 11, 2023, the day after Rovia fell, was the first.",
            "the day after",
            "2023-02-11",
        ),
        ("She was freed on 24 December 2022, the day before Christmas.", "the day before", "2022-12-24"),
        ("It fell on 3 June, the day before the march.", "the day before", "2024-06-03"),
    ],
)
def test_the_day_before_explains_the_date_it_stands_beside(text: str, name: str, expected: str) -> None:
    assert told(text)[name] == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (
            "The dam broke on 8 May 2024. It had been checked the Friday before.",
            "the friday before",
            "2024-05-03",
        ),
        ("The dam broke on 8 May 2024. The Friday after, it was mended.", "the friday after", "2024-05-10"),
        (
            "The dam broke on 8 May 2024. The weekend after, it was mended.",
            "the weekend after",
            "2024-W19-WE",
        ),
        (
            "A lull came on Sunday; the last one, agreed the weekend before, failed.",
            "the weekend before",
            "2024-W27-WE",
        ),
        (
            "The trial will open on 9 August, for a note due the Friday before, it said.",
            "the friday before",
            "2024-08-02",
        ),
        (
            "The trial will open on 9 August: no note had come the Friday before.",
            "the friday before",
            "2024-07-12",
        ),
        ("The dam broke on Sunday. The night before, it had rained.", "the night before", "2024-07-13TNI"),
        ("He spoke on the night before Monday's march.", "the night before", "2024-07-14TNI"),
        (
            "The march was on Monday. The night before the march he spoke.",
            "the night before",
            "2024-07-14TNI",
        ),
        ("I heard it the night before last.", "the night before last", "2024-07-15TNI"),
        ("A week ago he named a price, and the same evening it rose.", "the same evening", "2024-07-10TEV"),
        ("A fortnight ago he named a price; the next day it rose.", "the next day", "2024-07-04"),
    ],
)
def test_days_nights_and_weekends_count_from_the_day_told(text: str, name: str, expected: str) -> None:
    assert told(text)[name] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two banks blamed each other Monday.", {"monday": "2024-07-15"}),
        ("They will see each other Friday.", {"friday": "2024-07-19"}),
        ("They meet every other Friday.", {"every other friday": "XXXX-WXX-5"}),
        ("They meet each Friday.", {"each friday": "XXXX-WXX-5"}),
        ("They hit each other every day.", {"every day": "P1D"}),
        ("She swims every Sunday morning.", {"every sunday morning": "XXXX-WXX-7TMO"}),
        ("They shell it every Friday night.", {"every friday night": "XXXX-WXX-5TNI"}),
        ("Trains were late all week.", {"all week": "P1W"}),
        ("Shells fell all night.", {"all night": "2024-07-17TNI"}),
        ("Speed limits hold on all night buses.", {}),
        ("Rovia began its 12th day of air strikes.", {"its 12th day": "2024-07-17"}),
    ],
)
def test_what_comes_again_and_whole_stretches(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They hope to open it before New Year's.", {"new year's": "2025-01-01"}),
        ("It will reopen after New Year's, he said.", {"new year's": "2025-01-01"}),
        ("He sent his New Year's greetings.", {}),
        ("It burned on New Year's Eve.", {"new year's eve": "2023-12-31"}),
    ],
)
def test_new_years(text: str, expected: dict[str, str]) -> None:
    assert told(text) == expected
