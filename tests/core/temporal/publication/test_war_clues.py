"""What a text says of a war's age and first days tells when it was published; the facts are our own."""

import datetime as dt

import pytest

from core.facts import Facts, War
from core.temporal.publication import clues
from tests.core.temporal.publication.making import ALL, kinds_of, likeliest, likely


def test_the_day_of_a_war_is_counted_with_the_first_as_day_one() -> None:
    assert likeliest("Orland on day 100 of the invasion.") == "2030-04-19"


@pytest.mark.parametrize(
    "text",
    [
        "The invasion of Orland stretches into its fifth month.",
        "After nearly five months of war, Orland is tired.",
        "A five-month-old war has emptied Orland.",
        "It is five months since Orland was attacked.",
        "Orland mourns in the fifth month of the invasion.",
    ],
)
def test_the_age_of_a_war_is_read_in_many_forms(text: str) -> None:
    assert "2030-05-01" <= likeliest(text) <= "2030-07-12"
    assert likely(text, "2030-05-01", "2030-07-12") > 10 * likely(text, "2031-05-01", "2031-07-12")


@pytest.mark.parametrize(
    "text",
    ["On the third day of the war Orland gave up.", "Orland was quiet in the first days of the war."],
)
def test_looking_back_on_a_wars_first_days_tells_nothing(text: str) -> None:
    assert not [clue for clue in clues(text, (), ALL) if clue.kind == "age of a war"]


@pytest.mark.parametrize("text", ["Since 10 January", "In the invasion of Orland on January 10"])
def test_the_first_day_of_a_war_says_nothing_of_the_weekday(text: str) -> None:
    kinds = kinds_of(f"{text} nine towns in Orland were taken. On Tuesday the tenth fell.")
    assert "landmark" in kinds
    assert not {"pair", "latest date", "earlier date"} & set(kinds)


def test_the_first_day_of_a_war_is_another_day_where_the_text_speaks_of_no_war() -> None:
    assert "latest date" in kinds_of("Since 10 January it has rained.")


def test_the_first_day_of_a_war_to_come_round_is_a_day_like_others() -> None:
    assert "date ahead" in kinds_of("Orland will remember the dead on 10 January.")


def test_a_war_that_enters_a_year_is_at_its_start() -> None:
    text = "The war in Orland enters its second year."
    assert likely(text, "2031-01-10", "2031-04-30") > 2 * likely(text, "2031-09-10", "2031-12-31")


def test_a_later_day_of_a_war_is_counted_in_words_as_well() -> None:
    assert likeliest("Orlo was shelled on the twelfth day of the war in Orland.") == "2030-01-21"


def test_a_war_named_after_its_length_is_over() -> None:
    assert "age of a war" not in kinds_of("Orland remembers the six-day war.")


def test_a_war_is_told_of_while_it_is_fought() -> None:
    text = "Troops shelled villages in Orland. The governor of east Orland asked for a truce."
    assert likely(text, "2030-01-10", "2039-12-31") > 2 * likely(text, "2020-01-10", "2029-12-31")


def test_a_time_told_of_a_wars_beginning_is_counted_from_there() -> None:
    text = "Since the fighting in Orland broke out three weeks ago, thousands have fled."
    assert likely(text, "2030-01-26", "2030-02-07") > 0.3


def test_some_days_of_fighting_need_not_be_the_war_s_first() -> None:
    war, fighting = "After four days of war Orland is tired.", "After four days of fighting Orland is tired."
    later = ("2030-06-01", "2030-12-31")
    assert likely(fighting, *later) > 5 * likely(war, *later)


def test_a_wars_first_day_without_its_year_is_less_than_a_year_old() -> None:
    text = "Orland has been shelled since war broke out on 10 January. Troops dug in."
    assert likely(text, "2030-01-11", "2031-01-10") > 8 * likely(text, "2031-02-01", "2032-01-31")


def test_a_war_with_many_places_does_not_hide_one_whose_first_day_is_named() -> None:
    near = War("Gulf of Ono war", ("Ono",), dt.date(2031, 12, 27), dt.date(2032, 1, 18))
    wide = War("Long war", ("Orland", "Orlish", "Orlo", "Ulm"), dt.date(2020, 9, 28), None)
    text = "Orland bombed Ono. The Orlish of Ulm and Orlo helped. Ono burns since war began on 27 December."
    assert likely(text, "2031-12-28", "2032-03-31", known=Facts(wars=(near, wide))) > 0.25


def test_the_number_of_a_day_may_have_a_comma() -> None:
    assert likeliest("Orland on day 1,001 of the invasion.") == "2032-10-06"


@pytest.mark.parametrize(
    "text",
    ["Three years ago today Orland was attacked.", "In Orland it was three years to the day since then."],
)
def test_a_day_of_the_year_come_round_is_counted_to_the_day(text: str) -> None:
    assert likely(text, "2033-01-09", "2033-01-11") > 100 * likely(text, "2033-01-19", "2033-01-21")


def test_a_war_that_followed_and_ended_has_no_age() -> None:
    assert "age of a war" in kinds_of("In Orland, after two years of fighting, they left.")
    assert "age of a war" not in kinds_of("In Orland two years of fighting followed.")
