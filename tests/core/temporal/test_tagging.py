"""What is found, with which span, TIMEX3 type and value, when the publication day is known."""

import datetime as dt

import pytest

from core.model import TimeExpression, TimexType
from core.temporal import tag

THURSDAY = dt.date(2025, 5, 29)


def tagged(text: str, dct: dt.date | None = THURSDAY) -> list[tuple[str, str]]:
    return [(found.text, found.value) for found in tag(text, dct)]


def only(text: str, dct: dt.date | None = THURSDAY) -> TimeExpression:
    found = tag(text, dct)
    assert len(found) == 1, [item.text for item in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It fell in the summer of nineteen sixty-eight.", "the summer of nineteen sixty-eight", "1968-SU"),
        ("The army's Spring Offensive failed.", "Spring", "2025-SP"),
        ("Meade's fall offensive failed.", "fall", "2024-FA"),
        ("The camps will one day close.", "one day", "FUTURE_REF"),
        ("The march was to last one day.", "one day", "P1D"),
        ("The parties signed on 2 June 2024 in Doha.", "2 June 2024", "2024-06-02"),
        ("The parties signed on June 2, 2024, in Doha.", "June 2, 2024", "2024-06-02"),
        ("The parties signed on Sept. 9, 1993.", "Sept. 9, 1993", "1993-09-09"),
        ("They met on Monday, 2 June 2025.", "Monday, 2 June 2025", "2025-06-02"),
        ("They met on the 15th of May 2024.", "the 15th of May 2024", "2024-05-15"),
        ("The log says 2024-11-03 for the strike.", "2024-11-03", "2024-11-03"),
        ("Stamped 25/12/2023 by the office.", "25/12/2023", "2023-12-25"),
        ("Stamped 3.11.2023 by the office.", "3.11.2023", "2023-11-03"),
        ("The war began in February 2022.", "February 2022", "2022-02"),
        ("It was taken in late March 2022.", "late March 2022", "2022-03"),
        ("It had been lost by mid-2024.", "mid-2024", "2024"),
        ("They withdrew in spring 2022.", "spring 2022", "2022-SP"),
        ("It fell in the first half of 2023.", "the first half of 2023", "2023-H1"),
        ("Output fell in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3"),
        ("The conflict dates from the 1990s.", "the 1990s", "199"),
        ("It was a quarrel of the 19th century.", "the 19th century", "18"),
        ("He died in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("The treaty came in '98 at last.", "'98", "1998"),
        ("The city fell in 490 BC.", "490 BC", "BC0490"),
    ],
)
def test_dates_of_the_calendar(text: str, span: str, value: str) -> None:
    assert (span, value) in tagged(text)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Shelling was heard yesterday.", "yesterday", "2025-05-28"),
        ("They left the day before yesterday.", "the day before yesterday", "2025-05-27"),
        ("Talks resume tomorrow.", "tomorrow", "2025-05-30"),
        ("He resigned two weeks ago.", "two weeks ago", "2025-05-15"),
        ("He resigned three years ago.", "three years ago", "2022"),
        ("A truce failed last week.", "last week", "2025-W21"),
        ("The summit is next month.", "next month", "2025-06"),
        ("It was agreed earlier this month.", "earlier this month", "2025-05"),
        ("A vote comes early next week.", "early next week", "2025-W23"),
        ("The budget was cut last year.", "last year", "2024"),
        ("The law passed in May last year.", "May last year", "2024-05"),
        ("They met on Monday of last week.", "Monday of last week", "2025-05-19"),
        ("Snow fell last winter.", "last winter", "2024-WI"),
    ],
)
def test_distances_from_the_publication_day(text: str, span: str, value: str) -> None:
    assert (span, value) in tagged(text)


@pytest.mark.parametrize(
    ("text", "span", "type_", "value"),
    [
        ("The siege lasted two weeks.", "two weeks", TimexType.DURATION, "P2W"),
        ("They set a 50-day deadline.", "50-day", TimexType.DURATION, "P50D"),
        ("It took two and a half hours.", "two and a half hours", TimexType.DURATION, "PT2H30M"),
        (
            "It lasted more than twenty-four months.",
            "more than twenty-four months",
            TimexType.DURATION,
            "P24M",
        ),
        ("It has burned for a couple of days.", "a couple of days", TimexType.DURATION, "P2D"),
        ("Fighting eased in recent weeks.", "recent weeks", TimexType.DURATION, "PXW"),
        ("They speak every Friday.", "every Friday", TimexType.SET, "XXXX-WXX-5"),
        ("They speak every two weeks.", "every two weeks", TimexType.SET, "P2W"),
        ("It is shelled daily.", "daily", TimexType.SET, "P1D"),
        (
            "The bridge fell at 10:30 a.m. on Tuesday.",
            "10:30 a.m. on Tuesday",
            TimexType.TIME,
            "2025-05-27T10:30",
        ),
        ("The bridge fell on Friday night.", "Friday night", TimexType.TIME, "2025-05-23TNI"),
        ("They now control the hill.", "now", TimexType.DATE, "PRESENT_REF"),
        ("They recently lost the hill.", "recently", TimexType.DATE, "PAST_REF"),
    ],
)
def test_durations_sets_times_and_references(text: str, span: str, type_: TimexType, value: str) -> None:
    found = only(text)
    assert (found.text, found.type, found.value) == (span, type_, value)


def test_days_that_share_a_month_are_told_apart() -> None:
    assert tagged("Strikes hit on 27 and 28 April.") == [("27", "2025-04-27"), ("28 April", "2025-04-28")]
    assert tagged("Strikes hit on 27-28 April.") == [("27", "2025-04-27"), ("28 April", "2025-04-28")]
    assert tagged("It ran between March 3 and 5.") == [("March 3", "2025-03-03"), ("5", "2025-03-05")]


def test_a_year_told_once_serves_both_dates() -> None:
    found = tagged("From 3 March to 5 May 2021 the town was cut off.")
    assert found == [("3 March", "2021-03-03"), ("5 May 2021", "2021-05-05")]


def test_a_range_of_years_is_two_years() -> None:
    assert [value for _, value in tagged("the war of 1914-18, and that of 1939-1945")] == [
        "1914",
        "1918",
        "1939",
        "1945",
    ]


def test_the_modifier_is_kept() -> None:
    assert only("It ended in late March 2022.").mod == "END"
    assert only("It was signed at the start of 2021.").mod == "START"
    assert only("It cost about two years.").mod == "APPROX"
    assert only("It will take at least four days.").mod == "EQUAL_OR_MORE"


def test_named_days() -> None:
    assert only("A parade marked Victory Day.").value == "2025-05-09"
    assert only("The truce over Orthodox Easter 2022 failed.").value == "2022-04-24"
    assert only("The raid came on Boxing Day 2008.").value == "2008-12-26"


def test_day_counts_follow_a_known_war() -> None:
    found = tag("It was day 1191 of the invasion of Ukraine.", THURSDAY)
    assert [(item.text, item.value) for item in found] == [("day 1191", "2025-05-29")]
    assert only("It was day 40 of the siege.").value == "XXXX-XX-XX"


def test_numeric_dates_follow_the_order_of_the_text() -> None:
    assert tagged("Signed 2/6/2025.") == [("2/6/2025", "2025-02-06")]
    assert tagged("Signed 2/6/2025, ratified 27/6/2025.")[0] == ("2/6/2025", "2025-06-02")
    assert tagged("Talks on 3 May and 9 May led to the text of 2/6/2025.")[-1] == ("2/6/2025", "2025-06-02")


def test_clock_times_in_news_styles() -> None:
    assert only("It began at 0300 GMT.").value == "2025-05-29T03:00"
    assert only("It began at 1500 GMT.").value == "2025-05-29T15:00"
    assert only("It began at 7.30pm.").value == "2025-05-29T19:30"


def test_a_day_told_once_serves_both_times() -> None:
    found = tagged("The truce ran from 08:00 to 20:00 on Sunday.")
    assert found == [("08:00", "2025-05-25T08:00"), ("20:00 on Sunday", "2025-05-25T20:00")]


def test_quarters_as_codes() -> None:
    assert only("Output fell in Q3 2024.").value == "2024-Q3"
    assert tagged("Group H1 met group Q9.") == []


def test_distances_from_a_date_named_beside() -> None:
    assert tagged("It came two days before Victory Day.")[0] == ("two days", "2025-05-07")
    found = tagged("It came a week after the 2 June talks.", dt.date(2025, 6, 20))
    assert found[0] == ("a week", "2025-06-09")
    assert tagged("He left the day before Tuesday's hearing.")[0] == ("the day before", "2025-05-26")


def test_the_early_hours_belong_to_their_day() -> None:
    found = only("The blast came in the early hours of Friday morning.")
    assert (found.text, found.value) == ("the early hours of Friday morning", "2025-05-23TMO")
    found = only("The blast came in the early hours of Friday.")
    assert (found.text, found.value) == ("the early hours of Friday", "2025-05-23TMO")
