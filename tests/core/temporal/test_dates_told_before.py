"""Dates in news that take what they leave out from the date told before, or explain it."""

import datetime as dt

import pytest

from core.temporal import tag

FRIDAY = dt.date(2025, 10, 10)


def values(text: str, dct: dt.date = FRIDAY) -> list[str]:
    return [found.value for found in tag(text, dct)]


def test_a_chronology_in_news_keeps_its_year() -> None:
    text = "In April 2023 fighting broke out. In June the town fell, and by December the province."
    assert values(text)[:2] == ["2023-04", "2023-06"]
    assert values("20 April 2010: The rig burns.\n22 April: It sinks.\n", dt.date(2011, 1, 11)) == [
        "2010-04-20",
        "2010-04-22",
    ]
    text = "8 Dec 2024: He flees.\n29 Jan: A new one is named.\n6-8 March: Hundreds die.\n"
    assert values(text, dt.date(2026, 4, 14)) == ["2024-12-08", "2025-01-29", "2025-03-06", "2025-03-08"]


def test_the_days_of_publication_are_not_taken_for_those_of_a_chronology() -> None:
    assert values("They met in March 2022. On 6 October they met again.")[-1] == "2025-10-06"
    assert values("In March 2022 they met. On 6 October they met again.")[-1] == "2025-10-06"


def test_one_story_in_one_sentence_keeps_its_year() -> None:
    assert values("The siege began on 3 March 2022 and ended on 20 May.") == ["2022-03-03", "2022-05-20"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 23 February 2022, the day before the invasion, he flew home.", ["2022-02-23", "2022-02-23"]),
        ("It was signed on 23 February 2022. The day before, he flew home.", ["2022-02-23", "2022-02-22"]),
    ],
)
def test_the_day_before_explains_a_date_or_counts_from_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks were held on 16 May. On Monday he gave up. It was hit the day before the talks.",
            ["2025-05-16", "2025-10-06", "2025-05-15"],
        ),
        (
            "It was attacked on 18 May. On Monday he spoke. The day after the attack, ships left.",
            ["2025-05-18", "2025-10-06", "2025-05-19"],
        ),
        ("It was hit the day before the talks on Thursday.", ["2025-10-08", "2025-10-09"]),
    ],
)
def test_the_day_beside_an_event_counts_from_the_day_told_of_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_that_month_is_of_the_year_told() -> None:
    assert values("It began on 15 April 2023; by that July the town lay in ruins.") == [
        "2023-04-15",
        "2023-07",
    ]
    assert values("He said that July was worse.") == ["2025-07"]


def test_a_date_within_last_year() -> None:
    assert values("Last year's June offensive failed.") == ["2024", "2024-06"]


def test_a_period_that_ends_on_a_day_is_no_week_of_the_calendar() -> None:
    assert values("In the week to 5 October, 40 drones were shot down.") == ["P1W", "2025-10-05"]


def test_the_last_week_is_a_length_and_last_week_a_date() -> None:
    assert values("It rained for the last week, and last week it froze.") == ["P1W", "2025-W40"]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It began at noon local time on Friday.", "noon local time on Friday", "2025-10-10T12:00"),
        ("It began at 10 o'clock on Thursday night.", "10 o'clock on Thursday night", "2025-10-09T22:00"),
        ("Overnight Moscow lost nine drones.", "Overnight", "2025-10-10TNI"),
        ("It was so until the end of last week.", "the end of last week", "2025-W40"),
        ("He feared for his life within the next week.", "the next week", "2025-W42"),
        ("The bomb went off at 9am on Thursday morning.", "9am on Thursday morning", "2025-10-09T09:00"),
        ("By mid-afternoon the fires were out.", "mid-afternoon", "2025-10-10TAF"),
        ("They have fought since February '22, he said.", "February '22", "2022-02"),
    ],
)
def test_spans_of_times(text: str, span: str, value: str) -> None:
    found = tag(text, FRIDAY)
    assert [(item.text, item.value) for item in found] == [(span, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 21 July 1936, the fifth day of the rebellion, it fell.", ["1936-07-21", "1936-07-21"]),
        ("Monday was the 100th day of the blockade.", ["2025-10-06", "2025-10-06"]),
        ("Monday will be the 100th day of the blockade.", ["2025-10-13", "2025-10-13"]),
        ("It’s the second day of the offensive.", ["2025-10-10"]),
        ("On the second day of talks, they left.", ["XXXX-XX-XX"]),
    ],
)
def test_a_day_count_explains_the_day_beside_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The week before last, a convoy left.", ["2025-W39"]),
        ("They left the Tuesday before last.", ["2025-09-30"]),
        ("They will meet on the Tuesday after next.", ["2025-10-21"]),
        ("The talks are to last two days.", ["P2D"]),
        ("It will be read on day 3.", []),
    ],
)
def test_distances_of_news(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_headline_counts_the_days_of_a_war() -> None:
    assert values("War in Ukraine at a glance: what we know on day 1,325") == ["2025-10-10"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The worst began in February. That month jets bombed the port.", "2025-02"),
        ("They met in May. The same month they signed.", "2025-05"),
        ("It began in April 2023. By that summer the city was starving.", "2023-SU"),
        ("It began in April 2023. That July they signed.", "2023-07"),
        ("They met on 3 October, and the envoys saw another one three days later.", "2025-10-06"),
        ("They met on 9 August. At the end of the month troops seized the port.", "2025-08"),
        ("They met in December 2022. They met again the following March.", "2023-03"),
        ("They met in December 2022. It had been signed the previous June.", "2022-06"),
        (
            "On Monday they cleared a road that had been shut since 2 September. A day later they left.",
            "2025-10-07",
        ),
    ],
)
def test_what_points_back_counts_from_where_the_story_is(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


def test_a_day_told_in_the_past_is_none_of_the_months_to_come() -> None:
    assert values("On 2 January the army took the port.", dt.date(2025, 11, 22)) == ["2025-01-02"]


@pytest.mark.parametrize(
    ("text", "value", "written"),
    [
        ("Shells fell on Tuesday, and hours later the truce was off.", "2025-10-07TXX", "2025-10-07~"),
        ("Shells fell on Tuesday, and 48 hours later the truce was off.", "2025-10-09", "2025-10-09~"),
        ("He was freed two hours ago.", "2025-10-10TXX", "2025-10-10~"),
        ("Shells fell on Tuesday. An hour later the truce was off.", "PT1H", "2025-10-07~"),
        ("It fell in March. Hours later, he went.", "FUTURE_REF", ""),
    ],
)
def test_hours_lead_to_the_day_they_are_counted_from(text: str, value: str, written: str) -> None:
    found = tag(text, FRIDAY)[-1]
    assert (found.value, found.edtf) == (value, written)


def test_what_follows_a_day_to_come_is_to_come_too() -> None:
    assert values("They meet on 20 October, and again two days later.") == ["2025-10-20", "2025-10-22"]
    assert values("They met on Thursday, and two days later.") == ["2025-10-09", "XXXX-XX-XX"]


def test_what_is_over_counts_from_no_day_to_come() -> None:
    assert values("They will meet on 12 October. Hours later shells fell.")[-1] == "XXXX"
    assert values("They will meet on 12 October. Two days later they will sign.")[-1] == "2025-10-14"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He fled on 5 November 2023, days before the city fell on 8 November.", "2023-11-08"),
        ("The deal, signed on 14 July 2015, was scrapped on 8 October.", "2025-10-08"),
        ("The party, which won on 20 October 2021, will meet on 8 November.", "2025-11-08"),
        ("The town fell on 5 November 2023. It will vote on 8 November.", "2025-11-08"),
    ],
)
def test_a_day_soon_after_one_told_in_full_is_of_its_year(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


def test_a_day_alone_is_found_before_another_clause() -> None:
    assert values("Fighting began on 5 October and by the 7th the town had fallen.") == [
        "2025-10-05",
        "2025-10-07",
    ]


def test_until_then_is_until_the_time_told_last() -> None:
    found = tag("The truce ends on 20 October. Until then the road stays open.", FRIDAY)[-1]
    assert (found.text, found.value, found.edtf) == ("then", "2025-10-20", "../2025-10-20")
    assert tag("The truce began in May. Until then, shells fell.", FRIDAY)[-1].edtf == "../2025-05-31"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained on 3 October. They left the same day as the convoy.", "XXXX-XX-XX"),
        ("It rained on 3 October. They left on the same day Moscow signed.", "XXXX-XX-XX"),
        ("It rained on 3 October. On the same day Moscow signed.", "2025-10-03"),
        ("It rained on 3 October, and the same day Moscow signed.", "2025-10-03"),
        ("He ran it from 2009 to 2012. A week later he was ill.", "XXXX-WXX"),
    ],
)
def test_what_counts_from_nothing_told_stays_open(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "dct", "expected"),
    [
        (
            "It followed the raid of 12 June 2024. The gate was shut on 12 June and is shut still.",
            dt.date(2025, 5, 30),
            ["2024-06-12", "2024-06-12"],
        ),
        (
            "In the floods last May, the dam broke on 14 May; help came six days later.",
            dt.date(2025, 5, 20),
            ["2024-05", "2024-05-14", "2024-05-20"],
        ),
        (
            "In the floods last December, the dam broke on 14 December.",
            dt.date(2025, 11, 20),
            ["2024-12", "2024-12-14"],
        ),
        (
            "He left in May 2024, and the 2011 pact ended the month after.",
            FRIDAY,
            ["2024-05", "2011", "2024-06"],
        ),
        ("The 2011 pact was signed. It ended the month after.", FRIDAY, ["2011", "XXXX-XX"]),
    ],
)
def test_the_year_told_just_before_is_kept(text: str, dct: dt.date, expected: list[str]) -> None:
    assert values(text, dct) == expected


def test_the_entries_of_a_list_follow_each_other_even_near_publication() -> None:
    text = (
        "9 May 2024: He is named.\n20 June: He is freed.\nLate September: It rains.\n12 October: He is shot."
    )
    assert values(text) == ["2024-05-09", "2024-06-20", "2024-09", "2024-10-12"]
    assert (
        values("9 May 2024: He is named.\n20 June: He is freed.\n6 October: He is shot.")[-1] == "2024-10-06"
    )
    assert values("9 November 2024: He is named.\n6 October: He is shot.")[-1] == "2025-10-06"


def test_that_day_is_no_month() -> None:
    assert (
        values("They will meet on 3 November, as was settled in May. On that day it ends.")[-1]
        == "2025-11-03"
    )
    assert values("It was settled in May. On that day it rained.") == ["2025-05", "XXXX-XX-XX"]


def test_a_day_count_with_nothing_to_count_from_is_of_these_days() -> None:
    assert values("On day 33 of the blockade the mill stood still.") == ["2025-10-10"]
    assert values("Thursday 9 October - On day 33 of the blockade the mill stood still.")[-1] == "2025-10-09"


def test_one_line_after_a_story_is_no_list_that_goes_on() -> None:
    text = "On 9 May 2024 he was named.\n\n3 November: the day the term ends."
    assert values(text)[-1] == "2025-11-03"
