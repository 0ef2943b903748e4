"""Days and months told without a year, a long way from publication: which way the sentence points."""

import datetime as dt

import pytest

from core.temporal import tag

MAY = dt.date(2026, 5, 20)


def value(text: str, dct: dt.date = MAY) -> str:
    return tag(text, dct)[-1].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raiders burned two barns on 12 June.", "2025-06-12"),
        ("The ban came into force on 12 June and has been kept to this day.", "2025-06-12"),
        ("The 12 June deadline was criticised.", "2026-06-12"),
        ("The court has set 12 June as the day of the hearing.", "2026-06-12"),
        ("The swap planned for 7 April never took place.", "2026-04-07"),
        ("The swap planned for 7 April has been called off.", "2026-04-07"),
        ("The swap planned for 7 June was called off.", "2026-06-07"),
        (
            "The navy has held drills twice, it says: after the vote and, at length, on 21 December.",
            "2025-12-21",
        ),
    ],
)
def test_a_verb_in_the_past_beats_nearness(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He promised an answer within half a year, that is by 20 November.",
        "The judges gave them a deadline of 20 November.",
        "There are regional polls before a round of elections on 20 November.",
        "There is a donors' conference on 20 November.",
        "She thought a handover was possible on 20 November.",
        "The schedule foresees a first round soon and a second on 20 November.",
        "The accord provides for a handover on 20 November.",
    ],
)
def test_what_is_planned_is_ahead(text: str) -> None:
    assert value(text) == "2026-11-20"


def test_what_is_told_of_a_vote_is_no_plan() -> None:
    assert value("There are accounts of a vote on 20 December.") == "2025-12-20"


def test_a_question_in_the_present_looks_ahead() -> None:
    assert value("What comes in November?") == "2026-11"
    assert value("What happened in November?") == "2025-11"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge, shut since 3 April, will open again on the 4th.", "2026-06-04"),
        ("The bridge will open again on the 24th.", "2026-05-24"),
        ("The bridge was shut on 3 April and opened again on the 14th.", "2026-04-14"),
    ],
)
def test_a_day_of_the_month_that_is_ahead_is_the_next_one(text: str, expected: str) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the hearing on 9 June would be short.",
        "Both have named 9 June as the day of the handover.",
    ],
)
def test_what_is_said_to_come_or_named_as_a_date_is_not_of_the_verb_before_it(text: str) -> None:
    assert value(text) == "2026-06-09"
