"""Results of companies: quarters, and the periods a year before that they are set beside."""

import datetime as dt

from core.temporal import tag

DCT = dt.date(1989, 11, 2)


def values(text: str) -> list[str]:
    return [found.value for found in tag(text, DCT)]


def test_a_year_ago_is_the_same_quarter() -> None:
    assert values("Profit rose in the third quarter from $2 million a year ago.") == ["1989-Q3", "1988-Q3"]


def test_a_quarter_yet_to_end_is_not_the_one_reported() -> None:
    text = (
        "It lost money in the third quarter. It hopes for a better fourth quarter. In the latest period ..."
    )
    assert values(text) == ["1989-Q3", "1989-Q4", "1989-Q3"]


def test_nine_months_are_set_beside_those_of_the_year_before() -> None:
    text = (
        "It lost in the third quarter. "
        "In the nine months it earned $2 million, up from $1 million a year earlier."
    )
    assert values(text) == ["1989-Q3", "P9M", "1988"]


def test_the_quarter_of_another_year_is_that_of_the_results() -> None:
    text = "It lost money in the third quarter. In the 1987 period, and in the 1986 quarter, it earned more."
    assert values(text) == ["1989-Q3", "1987-Q3", "1986-Q3"]


def test_a_quarter_set_beside_another_is_not_the_one_reported() -> None:
    text = (
        "It lost money in the third quarter. In the year-earlier quarter it earned less. In the quarter ..."
    )
    assert values(text) == ["1989-Q3", "1988-Q3", "1989-Q3"]


def test_the_results_of_a_quarter_without_a_number_are_set_beside_those_a_year_ago() -> None:
    text = "It lost $2 million in the quarter ended Sept. 30. A year ago it earned $1 million."
    assert values(text) == ["1989-Q3", "1989-09-30", "1988-Q3"]


def test_months_a_year_ago_are_told_as_their_year() -> None:
    assert values("For the year-ago nine months net was $9 million.") == ["1988"]


def test_a_year_before_a_quarter_is_no_count() -> None:
    assert values("It earned less in the 1988 quarter.") == ["1988-Q3"]


def test_a_quarter_told_before_a_noun() -> None:
    assert values("One reason for the third-quarter loss was fuel.") == ["1989-Q3"]
    assert values("It sold less in the latest fiscal year.") == ["1988"]


def test_a_quarter_that_is_over_is_not_the_one_reported() -> None:
    text = "It lost money in the third quarter. After a weak second quarter it sold more than a year ago."
    assert values(text) == ["1989-Q3", "1989-Q2", "1988-Q3"]


def test_a_quarter_that_ends_in_mid_season_is_the_one_that_shares_most_days() -> None:
    assert values("In the quarter ended July 31 it sold less.") == ["1989-Q2", "1989-07-31"]
    assert values("In the quarter ended Aug. 26 it sold less.") == ["1989-Q3", "1989-08-26"]


def test_the_year_end_of_accounts_is_its_last_day() -> None:
    assert values("The sale will be completed by year-end.") == ["1989-12-31"]
    assert values("Shares have gained 4% since year-end.") == ["1988-12-31"]
    assert values("The sale will be completed by year's end.") == ["1989"]


def test_three_months_named_by_first_and_last_are_their_quarter() -> None:
    text = (
        "Profit for the July-September quarter fell from a year earlier and from the same period last year."
    )
    assert values(text) == ["1989-Q3", "1988-Q3", "1988-Q3"]
    assert values("Sales rose in the April-to-June quarter.") == ["1989-Q2"]
    assert values("Sales rose in the August-October quarter.") == ["1989-08", "1989-10"]
