"""Terms, plans told as past and events that may fail: which way they point, and from which day they count."""

import datetime as dt

import pytest

from core.temporal import tag

TUESDAY = dt.date(2024, 9, 10)


def values(text: str, dct: dt.date = TUESDAY) -> list[str]:
    return [found.value for found in tag(text, dct)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry port will stay closed until Thursday.",
        "The valley will lie abandoned until Thursday.",
        "The mill would keep shuttered until Thursday.",
        "The ward would remain under tightened watch until Thursday.",
        "Buses will offer reduced fares until Thursday.",
        "The brigade will have crossed the lake by Thursday.",
    ],
)
def test_a_participle_behind_an_auxiliary_tells_no_past(text: str) -> None:
    assert values(text)[-1] == "2024-09-12"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry port stayed closed until Thursday.", "2024-09-05"),
        ("Men with looted goods fled on Thursday.", "2024-09-05"),
        ("The crowd was put in a hall until Thursday.", "2024-09-05"),
        ("The ward would stay under tightened watch until early March.", "2025-03"),
    ],
)
def test_the_verb_of_a_term_decides_on_which_side_its_end_lies(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boat that was to have brought flour Sunday sank Friday night.", ["2024-09-08", "2024-09-06TNI"]),
        ("The bishop, who was to have come Monday, cancelled on Sunday.", ["2024-09-09", "2024-09-08"]),
        ("A rally that was to end on Sunday was stopped on Friday.", ["2024-09-08", "2024-09-06"]),
        ("He was held Friday, on the eve of a poll that was to have been held Sunday.", ["2024-09-08"]),
        ("A plane that was to carry flour Wednesday crashed on Monday.", ["2024-09-11", "2024-09-09"]),
    ],
)
def test_a_plan_told_as_past_counts_from_the_act_its_sentence_dates(text: str, expected: list[str]) -> None:
    assert values(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was a pact signed last November and meant to hold until May.", "2024-05"),
        ("The lull, agreed in February, was to run until June.", "2024-06"),
        ("The lull was agreed last November and was supposed to last until 5 May.", "2024-05-05"),
        ("The lull was agreed in August and is to last until June.", "2025-06"),
    ],
)
def test_a_plan_for_a_month_counts_from_its_start(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Over the weekend they agreed to prolong the lull until Sunday.", "2024-09-08"),
        ("On Saturday the council extended the curfew until Sunday.", "2024-09-08"),
        ("On Monday the council extended the curfew until Sunday.", "2024-09-15"),
        ("The council extended the curfew until Sunday.", "2024-09-15"),
        ("The bridge, hit on Saturday, will stay shut until Sunday.", "2024-09-15"),
    ],
)
def test_an_extension_ends_on_the_first_such_day_after_it_was_made(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The hearing was adjourned Monday until Friday.", ["2024-09-09", "2024-09-13"]),
        ("The judge delayed the trial Thursday until November.", ["2024-09-05", "2024-11"]),
        ("The council put off Thursday until November a vote on the dam.", ["2024-09-05", "2024-11"]),
        ("The gate was shut from Monday until Thursday.", ["2024-09-09", "2024-09-12"]),
    ],
)
def test_the_day_on_which_something_is_put_off_is_over(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text", ["It could start over the weekend.", "She asked if it would end before the weekend."]
)
def test_what_could_be_at_the_weekend_is_ahead(text: str) -> None:
    assert values(text) == ["2024-W37-WE"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A new census had been promised by January.", "2025-01"),
        ("The general promised an election in January.", "2025-01"),
        ("The pumps promised by Rovia back in January have come.", "2024-01"),
        ("The January summit was called off.", "2025-01"),
        ("Is the February date for the fair in doubt?", "2025-02"),
        ("The January vote was postponed.", "2025-01"),
        ("The January vote was won by the left.", "2024-01"),
    ],
)
def test_a_month_promised_or_in_doubt_is_the_coming_one(text: str, expected: str) -> None:
    assert values(text) == [expected]
