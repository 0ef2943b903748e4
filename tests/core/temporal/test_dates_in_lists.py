"""Dates of lists and chronologies, which take their year from a heading, their order or their line."""

import datetime as dt

import pytest

from core.temporal import tag

DCT = dt.date(2026, 2, 18)
YEARS = (
    "The port: key dates\n\n{}2021\n3 October – Troops take the customs house.\n"
    "8 to 12 December – The quay burns.\n\n"
    "2024\n2 January – The pilots strike.\nMarch – They agree to return.\n\n"
    "2026\nMid-January – The port opens.\n"
)


def values(text: str, dct: dt.date | None = DCT) -> list[str]:
    return [found.value for found in tag(text, dct)]


@pytest.mark.parametrize("above", ["", "The mayor said on Monday that he would resign.\n\n"])
def test_a_year_alone_in_its_line_heads_what_follows(above: str) -> None:
    told = ["2021", "2021-10-03", "2021-12-08", "2021-12-12"]
    told += ["2024", "2024-01-02", "2024-03", "2026", "2026-01"]
    assert values(YEARS.format(above))[-9:] == told


def test_years_that_head_nothing_date_nothing() -> None:
    text = "The mayor will resign on 3 March.\n2019\nThe council met and will meet on 9 March.\n"
    assert values(text)[-1] == "2026-03-09"


def test_a_line_that_tells_another_year_goes_on_from_it() -> None:
    text = "2021\n3 October – It was closed, as in May 2019 and in June.\n8 October – It was opened.\n"
    assert values(text) == ["2021", "2021-10-03", "2019-05", "2019-06", "2021-10-08"]


def test_a_year_that_opens_the_title_heads_the_lines() -> None:
    text = "2024: the year in strikes\n\n8 April: Pilots stop work.\n\nNew Year's Eve: They fly again.\n"
    assert values(text) == ["2024", "2024", "2024-04-08", "2024-12-31"]
    assert values("2024: a look back\n\nThe mayor will resign on 3 March.")[-1] == "2026-03-03"


def test_lists_that_go_back_from_publication() -> None:
    text = (
        "February 16: The pilots land.\n\nJanuary 30: They sail.\n\nNovember 9: A storm rises.\n\n"
        "March 1: The ship is named.\n\nDecember 2024: It is launched.\n\nMay 8, 2023: It is ordered.\n"
    )
    told = ["2026-02-16", "2026-01-30", "2025-11-09", "2025-03-01", "2024-12", "2023-05-08"]
    assert values(text) == told


def test_lists_that_go_on_to_days_to_come() -> None:
    text = "Dates to note\n\n20 February: The court sits.\n\n1 March: A vote.\n\n9 April: A summit.\n"
    assert values(text) == ["2026-02-20", "2026-03-01", "2026-04-09"]


def test_what_a_line_tells_is_of_the_date_that_opens_it() -> None:
    text = "3 June 2021 – The bridge falls.\n9–10 June – A truce is brokered overnight.\n"
    assert values(text)[-1] == "2021-06-09TNI"
    text = "3 June 2021 – It falls.\nJune 4-8: The army stops. A truce takes effect at midnight on the 8th.\n"
    assert values(text)[-1] == "2021-06-08T24:00"


def test_a_list_counts_from_the_events_of_its_entries() -> None:
    text = (
        "2021\n3 June – Shelling kills nine.\n9 October – They meet in Bern, two weeks after the shelling.\n"
    )
    assert values(text)[-1] == "2021-06-17"


def test_a_line_that_turns_the_year_leaves_that_of_its_heading() -> None:
    text = "2019\n3 May – It is laid.\n2021\n8 December – It was shut, and on 4 January it was lost.\n"
    assert values(text)[-2:] == ["2021-12-08", "2022-01-04"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Хронологія\n\n2021\n24 жовтня – Порт закрито.\n\n2023\n6 червня – Міст упав.\n"),
        ("ru", "Хроника\n\n2021\n24 октября – Порт закрыт.\n\n2023\n6 июня – Мост упал.\n"),
    ],
)
def test_headings_in_other_languages(language: str, text: str) -> None:
    found = [item.value for item in tag(text, DCT, language=language)]
    assert found == ["2021", "2021-10-24", "2023", "2023-06-06"]


def test_a_range_of_years_before_our_era_heads_from_its_first() -> None:
    text = "War came in 490 BC.\n\nThe league, 477–449 BC\n\nIn June they met."
    assert values(text)[-1] == "BC0477-06"
