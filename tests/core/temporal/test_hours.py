"""Hours told without a day: of which day they are."""

import datetime as dt

import pytest

from core.temporal import tag

WEDNESDAY = dt.date(2025, 10, 8)


def values(text: str) -> list[str]:
    return [found.value for found in tag(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on the quay on Monday.\n\n07:30 GMT\nWelcome back.", "2025-10-08T07:30"),
        ("Monday, 6 October\n\n07:30 GMT\nShells fall on the quay.", "2025-10-06T07:30"),
        ("How it went on Monday:\n7 a.m. - The gate opens", "2025-10-06T07:00"),
    ],
)
def test_an_hour_as_a_heading_is_of_the_day_in_the_line_above_or_of_publication(
    text: str, expected: str
) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They left at 11 p.m. on Sunday and were home by 2 a.m.", "2025-10-06T02:00"),
        ("The siren wailed from yesterday evening until 3.15am.", "2025-10-08T03:15"),
        ("Sirens wailed from Monday night to 4 a.m.", "2025-10-07T04:00"),
        ("The bridge is shut from 8 p.m. on Saturday until 5 a.m.", "2025-10-12T05:00"),
        ("Talks began at 9 p.m. on Monday and ended at 3 a.m.", "2025-10-07T03:00"),
        ("The port was hit at 10 p.m. on Monday after a raid at 4 a.m.", "2025-10-06T04:00"),
        ("Shelling lasted from 9 a.m. to 7 p.m. on Monday.", "2025-10-06T19:00"),
    ],
)
def test_an_hour_that_a_stretch_goes_on_to_may_be_past_midnight(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The court will sit on 3 March 2027. It was asked to. I will be back at 4 p.m.", "2025-10-08T16:00"),
        ("The vote is on Sunday. Polls open at 7 a.m.", "2025-10-12T07:00"),
        ("Envoys met on Monday. The talks ended at 3 a.m.", "2025-10-06T03:00"),
        ("Envoys met on Monday. They will meet again at 3 p.m.", "2025-10-08T15:00"),
        ("Envoys will meet on Friday. Shells fell at 3 a.m.", "2025-10-08T03:00"),
        ("Shelling resumed on Tuesday after Monday's talks; by 9 a.m. a road was cut.", "2025-10-07T09:00"),
    ],
)
def test_an_hour_is_of_the_day_that_the_text_still_speaks_of(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ferry runs daily from 8 a.m. to 6 p.m.",
        "The ferry runs from 8 a.m. to 6 p.m. every day.",
        "A daily two-hour run, from 8 a.m. to 6 p.m., was agreed.",
    ],
)
def test_the_hours_of_a_habit_come_again_every_day(text: str) -> None:
    assert {"XXXX-XX-XXT08:00", "XXXX-XX-XXT18:00"} <= set(values(text))


def test_the_hours_after_a_habit_are_of_one_day() -> None:
    text = "Rain is told of daily. From 8 a.m. to 9 a.m. it hailed."
    assert values(text)[1:] == ["2025-10-08T08:00", "2025-10-08T09:00"]


def test_the_hours_of_a_curfew_come_again_every_day() -> None:
    text = "Under a curfew from 9 p.m. to 4 a.m. the port has been quiet since mid-August."
    assert values(text)[:2] == ["XXXX-XX-XXT21:00", "XXXX-XX-XXT04:00"]
    assert values("The curfew runs from 9 p.m. on Friday until 6 a.m.") == [
        "2025-10-10T21:00",
        "2025-10-11T06:00",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lull begins at one minute past midnight on Friday.", "2025-10-10T00:01"),
        ("A shell hit the quay at three minutes past midnight on Sunday.", "2025-10-05T00:03"),
        ("A shell hit the quay at one minute to noon.", "2025-10-08T11:59"),
        ("A shell hit the quay at ten minutes to nine on Sunday.", "2025-10-05T08:50"),
        ("Just after ten last night a shell hit the quay.", "2025-10-07T22:00"),
        ("At about six this morning a shell hit the quay.", "2025-10-08T06:00"),
    ],
)
def test_minutes_beside_noon_and_hours_beside_a_part_of_the_day(text: str, expected: str) -> None:
    assert values(text) == [expected]


def test_a_number_before_a_part_of_the_day_may_be_a_count() -> None:
    assert values("He had put the toll at one this morning.") == ["2025-10-08TMO"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's five o'clock. Speaking this evening, the mayor asked for calm.", "2025-10-08T17:00"),
        ("It's seven o'clock, and good morning.", "2025-10-08T07:00"),
        ("We will see you at 2:30 on Friday.", "2025-10-10T14:30"),
        ("The council meets at 3:15 on Friday.", "2025-10-10T15:15"),
        ("The court sits at 9:30 on Friday.", "2025-10-10T09:30"),
        ("The lull begins at 6:00 on Friday.", "2025-10-10T06:00"),
        ("The council meets at 3:15 on Friday, not at 14:00.", "2025-10-10T03:15"),
        ("The council met at 5:30 on Monday; it spoke this evening.", "2025-10-06T05:30"),
    ],
)
def test_a_bare_hour_may_be_of_the_afternoon(text: str, expected: str) -> None:
    assert values(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first shell fell at 7:40 p.m. and the second 20 minutes later.", "2025-10-08T20:00"),
        ("The first shell fell at 11 p.m. on Sunday. Three hours later came the second.", "2025-10-06T02:00"),
        ("The lull ended at midnight on Sunday; half an hour later shells fell.", "2025-10-06T00:30"),
        ("The lull ended on Sunday; two hours later shells fell.", "PT2H"),
    ],
)
def test_hours_later_are_counted_from_an_hour_told(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A mast fell Monday night, and firemen said Tuesday it was old. It fell at 9:20 p.m., they say.",
            "06T21:20",
        ),
        (
            "Rovia shelled a quay on 5 October, a group said today. It had shelled it that morning too.",
            "05TMO",
        ),
        ("Traders, who were told on Monday, had hoped for more. The share was down at noon.", "08T12:00"),
        ("The share, which cost $2.60 on Monday, was at $2.10 by late afternoon.", "08TAF"),
        ("Firemen said on Tuesday that a mast fell. It fell at 9 p.m.", "07T21:00"),
        ("A convoy, which left on Monday at 9 a.m., was hit at noon.", "06T12:00"),
    ],
)
def test_an_hour_is_of_the_day_of_the_story_not_of_an_aside(text: str, expected: str) -> None:
    assert values(text)[-1] == f"2025-10-{expected}"


def test_earlier_in_the_day_is_of_the_day_whose_hours_were_just_told() -> None:
    text = "The strike on Sunday came at 7:30 p.m. Earlier in the day the port was hit."
    assert values(text)[-2:] == ["2025-10-05T19:30", "2025-10-05"]
    assert values("Talks will be held on Friday. Earlier in the day a mast fell.")[-1] == "2025-10-08"


def test_an_hour_is_of_a_day_told_long_ago_even_in_a_clause_of_its_own() -> None:
    text = "The boy, who was taken on 3 August, spoke. He had left home at 9 a.m."
    assert values(text) == ["2025-08-03", "2025-08-03T09:00"]
