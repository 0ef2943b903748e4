"""Where news looks back over years, and where a life is told: which year a date goes on with."""

import datetime as dt

import pytest

from core.temporal import tag

DCT = dt.date(2026, 4, 23)


def values(text: str, dct: dt.date = DCT) -> list[str]:
    return [found.value for found in tag(text, dct)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It began on 3 March 2023. In late April they met. In May and the following month it rained.",
            ["2023-03-03", "2023-04", "2023-05", "2023-06"],
        ),
        (
            "On 20 January 2025 it broke. All fled on 4 February. The next month men came, on May 2 ships.",
            ["2025-01-20", "2025-02-04", "2025-03", "2025-05-02"],
        ),
        (
            "The strike began on 8 November 2024. It was called off at 5 p.m. on 3 January.",
            ["2024-11-08", "2025-01-03T17:00"],
        ),
    ],
)
def test_a_look_back_keeps_its_year_from_sentence_to_sentence(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike that began on 8 March 2024 goes on. The army took the mill on 2 April.", "2026-04-02"),
        ("The ship, launched on 8 March 2024, is lost. A boat was found on 2 April.", "2026-04-02"),
        ("It began on 8 March 2024. The two will meet on 2 May.", "2026-05-02"),
        ("It began on 8 March 2024. He fled on Monday. The mill was taken on 2 April.", "2026-04-02"),
        ("It began on 8 March 2024.\n\nThe mill was taken on 2 April.", "2026-04-02"),
        ("It began on 8 April 2024. The mill was taken on 2 April.", "2026-04-02"),
        ("The siege began on 2 April 2024. On 20 April drones struck a mill.", "2026-04-20"),
        ("It began on 8 March 2022. He was fined in April for speeding in his car.", "2026-04"),
    ],
)
def test_news_that_names_an_old_date_goes_on_with_its_own_days(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They missed the deadline of 9 March 2025, which was put off to 2 June.", "2025-06-02"),
        ("The term that ended on 30 November 2024 was extended by law until 10 February.", "2025-02-10"),
        ("The vote of 9 March 2025 was moved to the hall. On 2 May they will vote again.", "2026-05-02"),
    ],
)
def test_what_is_put_off_comes_after_the_day_it_was_due(text: str, expected: str) -> None:
    assert values(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "dct", "expected"),
    [
        ("Two rounds of talks were held this winter.", DCT, "2025-WI"),
        ("Two rounds of talks will be held this winter.", DCT, "2026-WI"),
        ("The bridge was rebuilt this autumn.", dt.date(2026, 1, 9), "2025-FA"),
        ("The bridge was to be rebuilt this summer.", DCT, "2026-SU"),
    ],
)
def test_a_season_just_over_is_still_this_one(text: str, dct: dt.date, expected: str) -> None:
    assert values(text, dct) == [expected]


LIFE = (
    "Ada Brandt, who died on Tuesday in Turku, carried letters.\n\nShe was born on 9 May 1941 and came to "
    "Cairo in March 1969. She was in Lima in March 1984; four years later, in July, she sold her house. "
    "The same year she began the talks that led, on 12 December, to a truce. "
    "In May 1993 she went home."
)


def test_a_life_is_told_from_its_birth_not_from_the_death_that_opens_it() -> None:
    told = ["2026-04-21", "1941-05-09", "1969-03", "1984-03", "1988", "1988-07", "1988", "1988-12-12"]
    assert values(LIFE) == [*told, "1993-05"]


def test_this_and_last_in_a_life_count_from_publication() -> None:
    assert values(LIFE + " Last autumn she fell ill. Her letters are due out this June.")[-2:] == [
        "2025-FA",
        "2026-06",
    ]


def test_years_counted_in_words_date_what_follows_in_news() -> None:
    text = "He flew home on Monday. He came in May 1990; two years later, in August, he left. "
    assert values(text)[-1] == "1992-08"
    assert values(text + "The same year he wed, and on 3 October he sailed.")[-2:] == ["1992", "1992-10-03"]


def test_news_explains_a_day_told_in_full_but_counts_from_others() -> None:
    text = "They met on 28 February 2022, four days after the invasion began. It rained."
    assert values(text) == ["2022-02-28", "2022-02-28"]
    assert values("They met on Monday, two days after the vote.") == ["2026-04-20", "P2D"]
    assert values("They met on 28 February 2022, and four days after he left.")[-1] == "P4D"


def test_that_battle_is_the_one_just_told_of() -> None:
    text = "When they took the mill on 11 November 1989, he fled. Five days into that battle, shells fell."
    assert values(text)[-1] == "1989-11-16"
    text = "They took the mill on Monday. He was ill for five days after the battle."
    assert values(text)[-1] == "P5D"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Суд закрили 3 квітня 2021 року. 2 травня його спалили.", "2021-05-02"),
        ("Договір, підписаний 3 квітня 2021 року, не діє. 20 квітня сторони зустрілися.", "2026-04-20"),
        ("Война, что началась 3 апреля 2021 года, идёт. 20 апреля стороны встретились.", "2026-04-20"),
    ],
)
def test_looking_back_in_other_languages(text: str, expected: str) -> None:
    language = "ru" if "Война" in text else "uk"
    assert tag(text, DCT, language=language)[-1].value == expected


def test_days_counted_in_words_start_at_the_day_told() -> None:
    text = "Talks opened in Bern on Monday. On day two the envoys left. On the third day they came back."
    assert values(text) == ["2026-04-20", "2026-04-21", "2026-04-22"]
