"""Phrases that name a day, an hour or a length by its place in the calendar, rarer ones of news."""

import datetime as dt

import pytest

from core.temporal import tag

FRIDAY = dt.date(2013, 3, 22)


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("They vote on the first Monday in May.", "the first Monday in May", "2013-05-06"),
        ("They met on the last Friday of June 2012.", "the last Friday of June 2012", "2012-06-29"),
        ("It fell over the past weekend.", "the past weekend", "2013-W11-WE"),
        ("They meet every other week.", "every other week", "P2W"),
        ("He called at eight o'clock in the evening.", "eight o'clock in the evening", "2013-03-22T20:00"),
        ("The gate opened at 0530 hours.", "0530 hours", "2013-03-22T05:30"),
        ("It ended a yearlong ban.", "yearlong", "P1Y"),
        ("It ended a monthslong siege.", "monthslong", "PXM"),
        ("It must be done no later than Dec. 31.", "Dec. 31", "2013-12-31"),
    ],
)
def test_phrase(text: str, span: str, value: str) -> None:
    assert [(found.text, found.value) for found in tag(text, FRIDAY)] == [(span, value)]


def test_months_beside_each_other_are_both_found() -> None:
    found = tag("It was dry from May-June 2012 to March/April.", FRIDAY)
    assert [item.value for item in found] == ["2012-05", "2012-06", "2013-03", "2013-04"]


def test_there_is_no_fifth_monday_in_every_month() -> None:
    assert tag("They meet on the fifth Monday of May 2013.", FRIDAY)[0].value == "XXXX-05"


def test_the_year_of_an_event_is_not_that_of_publication() -> None:
    assert [item.value for item in tag("That was the year of the coup.", FRIDAY)] == []
