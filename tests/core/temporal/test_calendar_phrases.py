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
        ("On 7 March, a Thursday, the guns fell silent.", "7 March, a Thursday", "2013-03-07"),
        ("He fled last Nov. 4.", "last Nov. 4", "2012-11-04"),
        ("A year ago today, the bridge fell.", "A year ago today", "2012-03-22"),
        ("It fell ten years ago this week.", "ten years ago this week", "2003-W12"),
        ("It lapsed three Sundays ago.", "three Sundays ago", "2013-03-03"),
        ("On the morning of the 14th, jets flew low.", "the morning of the 14th", "2013-03-14TMO"),
        ("Fifty were hurt in the early Tuesday morning crash.", "the early Tuesday morning", "2013-03-19TMO"),
        ("They left in the small hours of Tuesday.", "the small hours of Tuesday", "2013-03-19TMO"),
        ("All must leave by next July 31.", "next July 31", "2013-07-31"),
        ("He was freed in late '92.", "late '92", "1992"),
        ("It froze in the winter of 2009-10.", "the winter of 2009-10", "2009-WI"),
        ("It fell on the night of 6-7 June 2012.", "the night of 6-7 June 2012", "2012-06-06TNI"),
        ("Losses rose in the first six months of 2012.", "the first six months of 2012", "2012-H1"),
        (
            "Losses rose in the last three months of last year.",
            "the last three months of last year",
            "2012-Q4",
        ),
        ("They will meet over Easter weekend.", "Easter weekend", "2013-W13-WE"),
        ("It rained in Easter week of 2012.", "Easter week of 2012", "2012-W14"),
        ("It rains every working morning at 7 a.m.", "7 a.m.", "XXXX-XX-XXT07:00"),
        ("It rained over Eid.", "Eid", "2012-10-25"),
        ("Eid prayers were held on a cold morning.", "Eid", "2012-10-25"),
        ("It rained for the past fortnight.", "the past fortnight", "P2W"),
        ("It rained on a Monday in May 2012.", "a Monday in May 2012", "2012-05"),
        ("It rained one Friday night in late May.", "one Friday night in late May", "2012-05"),
        ("It rained on a Sunday.", "a Sunday", "XXXX-WXX-7"),
        ("It rained last February.", "last February", "2012-02"),
        ("It rained this past February.", "February", "2013-02"),
        ("It rained a week ago Tuesday.", "a week ago Tuesday", "2013-03-12"),
        ("It opens a week on Monday.", "a week on Monday", "2013-04-01"),
        ("It opens two weeks from Sunday.", "two weeks from Sunday", "2013-04-07"),
        ("It opens a week tomorrow.", "a week tomorrow", "2013-03-30"),
        ("It rained on Memorial Day weekend 2012.", "Memorial Day weekend 2012", "2012-W21-WE"),
    ],
)
def test_phrase(text: str, span: str, value: str) -> None:
    assert [(found.text, found.value) for found in tag(text, FRIDAY)] == [(span, value)]


def test_months_beside_each_other_are_both_found() -> None:
    found = tag("It was dry from May-June 2012 to March/April.", FRIDAY)
    assert [item.value for item in found] == ["2012-05", "2012-06", "2013-03", "2013-04"]


def test_there_is_no_fifth_monday_in_every_month() -> None:
    assert tag("They meet on the fifth Monday of May 2013.", FRIDAY)[0].value == "XXXX-05"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose in February, against the same month a year earlier.", ["2013-02", "2012-02"]),
        ("In Q4 200 died, up from 150 in the same period of 2010.", ["2012-Q4", "2010-Q4"]),
        ("Nine drowned, two more than in the corresponding period last year.", ["2012"]),
        ("Attacks fell this week from the same week last year.", ["2013-W12", "2012-W12"]),
    ],
)
def test_the_same_period_of_another_year(text: str, values: list[str]) -> None:
    assert [found.value for found in tag(text, FRIDAY)] == values


def test_what_follows_an_event_is_after_it() -> None:
    found = tag(
        "Following January's raids they fled. In June 2011 they came, and left the following May.", FRIDAY
    )
    values = [(item.text, item.value) for item in found]
    assert values == [("January", "2013-01"), ("June 2011", "2011-06"), ("following May", "2012-05")]


def test_the_year_of_an_event_is_not_that_of_publication() -> None:
    assert [item.value for item in tag("That was the year of the coup.", FRIDAY)] == []
