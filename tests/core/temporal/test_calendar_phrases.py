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
        ("As recently as May they still traded.", "May", "2012-05"),
        ("They may meet as early as March.", "March", "2013-03"),
        ("The drought will go on until about May.", "May", "2013-05"),
        ("Both bridges should be open by around March.", "March", "2013-03"),
        ("The mill burned in the week of 11 March.", "the week of 11 March", "2013-W11"),
        ("Polls open in the week beginning 15 April.", "the week beginning 15 April", "2013-W16"),
        ("Forty fell sick in the week ending March 10.", "the week ending March 10", "2013-W10"),
        (
            "Early in the week of Monday, March 4, it froze.",
            "Early in the week of Monday, March 4",
            "2013-W10",
        ),
        (
            "It burned on the intervening night of 11 and 12 March.",
            "the intervening night of 11 and 12 March",
            "2013-03-11TNI",
        ),
        ("Guns fired overnight on 11-12 March.", "overnight on 11-12 March", "2013-03-11TNI"),
        ("Friday the 15th was calm.", "Friday the 15th", "2013-03-15"),
        ("They left on the night of Sunday the 10th.", "the night of Sunday the 10th", "2013-03-10TNI"),
        ("It was cold last Thursday, the 14th, he said.", "last Thursday, the 14th", "2013-03-14"),
        ("Parliament sits on Tuesday week.", "Tuesday week", "2013-04-02"),
        ("The debate was put off for Monday week.", "Monday week", "2013-04-01"),
        ("On Monday the 3rd and 4th battalions left.", "Monday", "2013-03-18"),
        ("On Monday the 11th Brigade left.", "Monday", "2013-03-18"),
        ("They spent the remaining weeks at sea.", "the remaining weeks", "PXW"),
        ("Parliament sits on Tuesday fortnight.", "Tuesday fortnight", "2013-04-09"),
        ("Nine posts were shelled in the last day.", "the last day", "P1D"),
        ("Nine posts were shelled over the past day.", "the past day", "P1D"),
        ("It came a year and a day after the vote.", "a year and a day", "P1Y1D"),
        ("They held out for two years and five months.", "two years and five months", "P2Y5M"),
        ("The flight took three hours and ten minutes.", "three hours and ten minutes", "PT3H10M"),
        ("They wed two years and a month ago.", "two years and a month ago", "2011-02"),
        ("He fled on the very day the pact lapsed.", "the very day", "2013-03-22"),
        ("Snow fell on the last day of February 2012.", "the last day of February 2012", "2012-02-29"),
        ("Snow fell on the first day of March.", "the first day of March", "2013-03-01"),
        ("Rents fall due on the last day of the month.", "the last day of the month", "2013-03-31"),
        (
            "The guns opened up at six o'clock on the morning of 7 March.",
            "six o'clock on the morning of 7 March",
            "2013-03-07T06:00",
        ),
        (
            "The shop shut at half past four in the afternoon.",
            "half past four in the afternoon",
            "2013-03-22T16:30",
        ),
        (
            "It shut at a quarter past one that afternoon.",
            "a quarter past one that afternoon",
            "2013-03-22T13:15",
        ),
        ("The lamps went out at ten to nine that evening.", "ten to nine that evening", "2013-03-22T20:50"),
        ("The lamps went out at eleven that night.", "eleven that night", "2013-03-22T23:00"),
        (
            "The first shell fell shortly after eleven that morning.",
            "eleven that morning",
            "2013-03-22T11:00",
        ),
        ("Their train pulled out at 7.40 on Thursday.", "7.40 on Thursday", "2013-03-21T07:40"),
        ("The riders came at about 6.20.", "6.20", "2013-03-22T06:20"),
        ("Help was there within minutes.", "minutes", "PTXM"),
        ("They crossed the river at night.", "night", "XXXX-XX-XXTNI"),
        ("They crossed at night on Tuesday.", "night on Tuesday", "2013-03-19TNI"),
        ("Early in the new year they will vote.", "Early in the new year", "2014"),
        ("In the summer Hale and his men went home.", "the summer", "2012-SU"),
        ("On Bloody Sunday, 30 January 1972, they marched.", "30 January 1972", "1972-01-30"),
        ("By 2150 the delta will be under water.", "2150", "2150"),
    ],
)
def test_phrase(text: str, span: str, value: str) -> None:
    assert [(found.text, found.value) for found in tag(text, FRIDAY)] == [(span, value)]


def test_the_new_year_has_begun_in_january() -> None:
    values = [tag("They vote in the new year.", dt.date(2014, month, 9))[0].value for month in (1, 2)]
    assert values == ["2014", "2015"]


def test_a_weekday_with_its_day_falls_in_a_month_that_has_it() -> None:
    found = tag("He was freed on Saturday the 23rd.", dt.date(2013, 4, 2))
    assert [item.value for item in found] == ["2013-03-23"]


def test_the_week_to_a_day_stays_a_length() -> None:
    found = tag("Sales rose in the week to 10 March, and in the week of 4-8 March.", FRIDAY)
    assert [item.text for item in found] == ["the week", "10 March", "the week", "4", "8 March"]


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
    assert values == [("January", "2013-01"), ("June 2011", "2011-06"), ("the following May", "2012-05")]


def test_the_year_of_an_event_is_not_that_of_publication() -> None:
    assert [item.value for item in tag("That was the year of the coup.", FRIDAY)] == []
