"""Phrases of news in all their styles: span, type and value of each, read from one Thursday in May."""

import datetime as dt

import pytest

from core.temporal import tag

THURSDAY = dt.date(2025, 5, 29)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The parties will sign on 2/6/2025 in Geneva.", [("2/6/2025", "DATE", "2025-02-06")]),
        ("On Mon. the envoys met.", [("Mon.", "DATE", "2025-05-26")]),
        ("They met on Sept 9.", [("Sept 9", "DATE", "2024-09-09")]),
        ("They met on Sept. 9, 2024.", [("Sept. 9, 2024", "DATE", "2024-09-09")]),
        ("The war of '22 went on.", [("'22", "DATE", "2022")]),
        (
            "He arrived in May. On the 2nd, he left.",
            [("May", "DATE", "2025-05"), ("the 2nd", "DATE", "2025-05-02")],
        ),
        (
            "Strikes on 27 and 28 April killed ten.",
            [("27", "DATE", "2025-04-27"), ("28 April", "DATE", "2025-04-28")],
        ),
        (
            "The truce held between March 3 and 5.",
            [("March 3", "DATE", "2025-03-03"), ("5", "DATE", "2025-03-05")],
        ),
        ("Troops left in late March.", [("late March", "DATE", "2025-03")]),
        ("It should be ready by mid-2026.", [("mid-2026", "DATE", "2026")]),
        ("A vote is due early next week.", [("early next week", "DATE", "2025-W23")]),
        ("Output fell in the first half of 2023.", [("the first half of 2023", "DATE", "2023-H1")]),
        ("The offensive of spring 2022 failed.", [("spring 2022", "DATE", "2022-SP")]),
        ("Exports fell in Q3.", [("Q3", "DATE", "2024-Q3")]),
        ("He had flown in the day before.", [("the day before", "DATE", "2025-05-28")]),
        (
            "They signed on 3 May. Three days later the truce broke.",
            [("3 May", "DATE", "2025-05-03"), ("Three days later", "DATE", "2025-05-06")],
        ),
        (
            "On the eve of 9 May, drones hit the city.",
            [("the eve", "DATE", "2025-05-08"), ("9 May", "DATE", "2025-05-09")],
        ),
        ("They must answer within two weeks.", [("two weeks", "DURATION", "P2W")]),
        ("It will end by the end of the month.", [("the end of the month", "DATE", "2025-05")]),
        ("He set a 50-day deadline.", [("50-day", "DURATION", "P50D")]),
        ("The truce runs until 2 September.", [("2 September", "DATE", "2025-09-02")]),
        ("They have fought since February.", [("February", "DATE", "2025-02")]),
        ("Parades marked Victory Day.", [("Victory Day", "DATE", "2025-05-09")]),
        ("A truce was called for Easter.", [("Easter", "DATE", "2025-04-20")]),
        ("Fighting eased during Ramadan.", [("Ramadan", "DATE", "2025-03")]),
        ("They spoke on Orthodox Christmas.", [("Orthodox Christmas", "DATE", "2025-01-07")]),
        ("The blast came at 3.40am local time.", [("3.40am local time", "TIME", "2025-05-29T03:40")]),
        ("It began at 10:15 GMT on Sunday.", [("10:15 GMT on Sunday", "TIME", "2025-05-25T10:15")]),
        ("The deadline is midnight on Friday.", [("midnight on Friday", "TIME", "2025-05-30T24:00")]),
        ("Sirens sounded shortly after 5 p.m. EST.", [("5 p.m. EST", "TIME", "2025-05-29T17:00")]),
        ("He spoke a fortnight ago.", [("a fortnight ago", "DATE", "2025-05-15")]),
        ("Talks will be held this coming Sunday.", [("this coming Sunday", "DATE", "2025-06-01")]),
        ("Last Friday the bridge fell.", [("Last Friday", "DATE", "2025-05-23")]),
        ("This Friday the council votes.", [("This Friday", "DATE", "2025-05-30")]),
        ("Next Friday the council votes.", [("Next Friday", "DATE", "2025-06-06")]),
        ("The same day a convoy was hit.", [("The same day", "DATE", "2025-05-29")]),
        ("Overnight, drones hit Odesa.", [("Overnight", "TIME", "2025-05-29TNI")]),
        (
            "Drones hit Odesa in the early hours of Thursday.",
            [("the early hours of Thursday", "TIME", "2025-05-29TMO")],
        ),
        ("It happened earlier this month.", [("earlier this month", "DATE", "2025-05")]),
        ("It happened later in the day.", [("later in the day", "DATE", "2025-05-29")]),
        ("The talks in the coming days will be hard.", [("the coming days", "DURATION", "PXD")]),
        ("In the past 24 hours, 12 people died.", [("the past 24 hours", "DURATION", "PT24H")]),
        ("Fighting resumed at dawn on Monday.", [("dawn on Monday", "TIME", "2025-05-26TMO")]),
        ("The first round, on 16 May, failed.", [("16 May", "DATE", "2025-05-16")]),
        ("Officials gave him 24 hours to leave.", [("24 hours", "DURATION", "PT24H")]),
        ("100's of titles in the 1990s.", [("the 1990s", "DATE", "199")]),
        ("The 9/11 attacks changed policy.", [("9/11", "DATE", "2001-09-11")]),
        ("The October 7 attacks changed policy.", [("October 7", "DATE", "2024-10-07")]),
        ("The 7 October attack changed policy.", [("7 October", "DATE", "2024-10-07")]),
        (
            "The ceasefire takes effect at 0600 GMT on Wednesday.",
            [("0600 GMT on Wednesday", "TIME", "2025-06-04T06:00")],
        ),
        (
            "He was jailed for two and a half years in 2019.",
            [("two and a half years", "DURATION", "P2Y6M"), ("2019", "DATE", "2019")],
        ),
        ("For the first time in three years they met.", [("three years", "DURATION", "P3Y")]),
        (
            "More than three years into the war, talks resumed.",
            [("More than three years", "DURATION", "P3Y")],
        ),
        ("The invasion began on 24 February 2022.", [("24 February 2022", "DATE", "2022-02-24")]),
        ("Feb. 24, 2022, changed everything.", [("Feb. 24, 2022", "DATE", "2022-02-24")]),
        ("They met on the morning of 3 June.", [("the morning of 3 June", "TIME", "2025-06-03TMO")]),
        ("Elections are set for autumn.", [("autumn", "DATE", "2025-FA")]),
        ("Elections are set for this autumn.", [("this autumn", "DATE", "2025-FA")]),
        ("Last summer's offensive failed.", [("Last summer", "DATE", "2024-SU")]),
        ("The town fell last month.", [("last month", "DATE", "2025-04")]),
        ("The town fell in January last year.", [("January last year", "DATE", "2024-01")]),
        (
            "It happened two years ago this month.",
            [("two years ago this month", "DATE", "2023-05")],
        ),
        ("It happened exactly a year ago.", [("a year ago", "DATE", "2024")]),
        ("The army shells the town daily.", [("daily", "SET", "P1D")]),
        ("There are now 12 hostages.", [("now", "DATE", "PRESENT_REF")]),
        ("They met Tuesday in Riyadh.", [("Tuesday", "DATE", "2025-05-27")]),
        (
            "Russia said Tuesday it would send a team Friday.",
            [("Tuesday", "DATE", "2025-05-27"), ("Friday", "DATE", "2025-05-30")],
        ),
        (
            "Talks between the two will take place in Istanbul on June 2, Moscow said on Wednesday.",
            [("June 2", "DATE", "2025-06-02"), ("Wednesday", "DATE", "2025-05-28")],
        ),
        ("Zelensky will travel to Berlin on Wednesday.", [("Wednesday", "DATE", "2025-06-04")]),
        ("The ministers are meeting on Saturday.", [("Saturday", "DATE", "2025-05-31")]),
        ("The ministers were meeting on Saturday when it came.", [("Saturday", "DATE", "2025-05-24")]),
        (
            "Trump and Putin spoke by phone on Monday of last week.",
            [("Monday of last week", "DATE", "2025-05-19")],
        ),
        (
            "An exchange agreed in Istanbul on 16 May was completed on Sunday.",
            [("16 May", "DATE", "2025-05-16"), ("Sunday", "DATE", "2025-05-25")],
        ),
        ("Monday's meeting will be the second.", [("Monday", "DATE", "2025-06-02")]),
        ("The June 2 meeting will be the second.", [("June 2", "DATE", "2025-06-02")]),
        ("a meeting tentatively planned for next Tuesday", [("next Tuesday", "DATE", "2025-06-03")]),
        ("By Friday evening the town was quiet.", [("Friday evening", "TIME", "2025-05-23TEV")]),
        ("Since Tuesday, 40 strikes were counted.", [("Tuesday", "DATE", "2025-05-27")]),
        (
            "From 1 June to 15 June the port will be shut.",
            [("1 June", "DATE", "2025-06-01"), ("15 June", "DATE", "2025-06-15")],
        ),
        (
            "The 12-day war of June 2025 ended.",
            [("12-day", "DURATION", "P12D"), ("June 2025", "DATE", "2025-06")],
        ),
        (
            "from December 2024 through February 2025",
            [("December 2024", "DATE", "2024-12"), ("February 2025", "DATE", "2025-02")],
        ),
        (
            "in March, April and May 2022",
            [("March", "DATE", "2022-03"), ("April", "DATE", "2022-04"), ("May 2022", "DATE", "2022-05")],
        ),
        (
            "on 3, 5 and 9 March 2022",
            [
                ("3", "DATE", "2022-03-03"),
                ("5", "DATE", "2022-03-05"),
                ("9 March 2022", "DATE", "2022-03-09"),
            ],
        ),
        ("the 27th of April", [("the 27th of April", "DATE", "2025-04-27")]),
        ("the end of 2024", [("the end of 2024", "DATE", "2024")]),
        ("before the end of the year", [("the end of the year", "DATE", "2025")]),
        ("In the 1980s and '90s", [("the 1980s", "DATE", "198"), ("'90s", "DATE", "199")]),
        ("the mid-1990s", [("the mid-1990s", "DATE", "199")]),
        ("a 9 May parade", [("9 May", "DATE", "2025-05-09")]),
        ("Thursday, May 29, 2025", [("Thursday, May 29, 2025", "DATE", "2025-05-29")]),
        ("May 29 (Reuters) - Shells fell.", [("May 29", "DATE", "2025-05-29")]),
        (
            "KYIV, May 28 -- Shells fell on Tuesday.",
            [("May 28", "DATE", "2025-05-28"), ("Tuesday", "DATE", "2025-05-27")],
        ),
        ("on New Year's Eve", [("New Year's Eve", "DATE", "2024-12-31")]),
        ("on New Year's Eve last year", [("New Year's Eve last year", "DATE", "2024-12-31")]),
        ("on Boxing Day two years ago", [("Boxing Day two years ago", "DATE", "2023-12-26")]),
        ("He served two four-year terms.", [("four-year", "DURATION", "P4Y")]),
        ("after a twenty-one-day siege", [("twenty-one-day", "DURATION", "P21D")]),
        ("The lease runs to March 31, 2105.", [("March 31, 2105", "DATE", "2105-03-31")]),
        ("They meet twice a week.", [("twice a week", "SET", "P1W")]),
        ("They meet every other Thursday.", [("every other Thursday", "SET", "XXXX-WXX-4")]),
        ("It opened a year later than planned.", [("a year", "DURATION", "P1Y")]),
        (
            "On Sunday he flew to Doha and later in the day met the emir.",
            [("Sunday", "DATE", "2025-05-25"), ("later in the day", "DATE", "2025-05-25")],
        ),
        (
            "The mill burned on Sunday. The mayor said earlier in the day that all was well.",
            [("Sunday", "DATE", "2025-05-25"), ("earlier in the day", "DATE", "2025-05-29")],
        ),
        (
            "Floods last week killed two. The mayor said the previous day that help was near.",
            [("last week", "DATE", "2025-W21"), ("the previous day", "DATE", "2025-05-28")],
        ),
    ],
)
def test_news_phrase(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(found.text, found.type.value, found.value) for found in tag(text, THURSDAY)] == expected


def test_a_day_count_on_its_day() -> None:
    found = tag("It was day 151 of the invasion of Ukraine.", dt.date(2022, 7, 24))
    assert [(item.text, item.value) for item in found] == [("day 151", "2022-07-24")]


def test_the_weekend_is_the_last_one_early_in_the_week() -> None:
    found = tag("Over the weekend, the army advanced.", dt.date(2025, 5, 26))
    assert [item.value for item in found] == ["2025-W21-WE"]


def test_weeks_of_a_month() -> None:
    found = tag("It fell in the second week of March 2025.", THURSDAY)[0]
    assert (found.text, found.value, found.edtf) == (
        "the second week of March 2025",
        "2025-W11",
        "2025-03-08/2025-03-14",
    )
    assert tag("It fell in the last week of April.", THURSDAY)[0].edtf == "2025-04-24/2025-04-30"
    assert tag("It fell in the last days of April.", THURSDAY)[0].edtf == "2025-04-21/2025-04-30"


def test_rates_are_sets() -> None:
    assert [item.type.value for item in tag("It costs $2 billion a year.", THURSDAY)] == ["SET"]
    assert [item.type.value for item in tag("They meet twice a week.", THURSDAY)] == ["SET"]
    assert [item.type.value for item in tag("It took a year of talks.", THURSDAY)] == ["DURATION"]


def test_repeated_weekdays_share_what_repeats_them() -> None:
    found = tag("Every Tuesday and Thursday they speak.", THURSDAY)
    assert [(item.text, item.value) for item in found] == [
        ("Every Tuesday", "XXXX-WXX-2"),
        ("Thursday", "XXXX-WXX-4"),
    ]
    found = tag("It flies on Monday and Tuesday nights.", THURSDAY)
    assert [item.value for item in found] == ["XXXX-WXX-1TNI", "XXXX-WXX-2TNI"]


def test_the_day_beside_an_event_without_a_date_stays_open() -> None:
    assert tag("He fled the day after Moscow struck.", THURSDAY)[0].value == "XXXX-XX-XX"
    assert (
        tag("It was shelled on 3 May. The day after the attack he fled.", THURSDAY)[1].value == "2025-05-04"
    )


def test_two_days_later_needs_a_day_told() -> None:
    assert tag("Two days later he fled.", THURSDAY)[0].value == "XXXX-XX-XX"


def test_years_of_a_season_and_a_slash() -> None:
    assert [item.value for item in tag("the 1982 summer offensives of 2022/23", THURSDAY)] == [
        "1982-SU",
        "2022",
        "2023",
    ]


def test_the_previous_weekday_counts_from_the_day_told() -> None:
    found = tag("They met on 19 May. The previous Friday the truce had failed.", THURSDAY)
    assert [item.value for item in found] == ["2025-05-19", "2025-05-16"]


def test_a_weekday_or_month_is_placed_in_the_week_or_year_told_before_it() -> None:
    found = tag("They will meet next week, on Wednesday; they met last year in May.", THURSDAY)
    assert [item.value for item in found] == ["2025-W23", "2025-06-04", "2024", "2024-05"]


@pytest.mark.parametrize(
    ("text", "values", "edtf"),
    [
        ("Overnight into Tuesday, drones struck.", ["2025-05-27TNI"], "2025-05-26/2025-05-27"),
        ("It began at 14:00 local time (11:00 GMT) on Monday.", ["2025-05-26T14:00"], "2025-05-26"),
        ("It closed at 11:59 p.m. ET on Saturday.", ["2025-05-24T23:59"], "2025-05-24"),
        ("It fell by half over the past decade.", ["P10Y"], "2015-05-29/2025-05-29"),
        ("It fell by half over the past week.", ["P1W"], "2025-05-22/2025-05-29"),
        ("They prayed on Yom Kippur.", ["2024-10-12"], "2024-10-12"),
        ("They met during the month of Ramadan.", ["2025-03"], "2025-03-01/2025-03-29"),
        ("It was day 1,191 of the war in Ukraine.", ["2025-05-29"], "2025-05-29"),
        ("It ended on 5/5/45.", ["1945-05-05"], "1945-05-05"),
        ("He said that on Friday he would resign.", ["2025-05-30"], "2025-05-30"),
    ],
)
def test_more_phrases_of_news(text: str, values: list[str], edtf: str) -> None:
    found = tag(text, THURSDAY)
    assert [item.value for item in found][: len(values)] == values
    assert found[0].edtf == edtf


def test_the_year_is_counted_from_the_date_told() -> None:
    found = tag("In August 2013 he wrote of a trip in June the following year.", THURSDAY)
    assert [item.value for item in found] == ["2013-08", "2014-06"]


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("Each country was asked to store 80% by the start of November.", "2025-11", "../2025-11-10"),
        ("It was the worst attack in half a century, and it will be remembered.", "P50Y", ""),
        ("We’ll let them see the text in about two weeks.", "P2W", "2025-05-29/2025-06-12"),
        ("They seized it following months of fighting.", "PXM", ""),
        ("It has been so since 24 February this year.", "2025-02-24", "2025-02-24/2025-05-29"),
        ("He left nearly 100 days ago.", "2025-02-18", "2025-02-18~"),
        ("It typically takes 6 - 8 weeks.", "P6W", ""),
        ("When he said he wouldn't stand again in September, thousands cheered.", "2025-09", "2025-09"),
        ("Starting on Friday, the port was shut.", "2025-05-23", "2025-05-23"),
        ("They must leave within the next month.", "2025-06", "2025-05-29/2025-06-30"),
        ("The change came 108 years later, and nobody noticed.", "XXXX", ""),
    ],
)
def test_which_way_a_length_or_a_distance_points(text: str, value: str, edtf: str) -> None:
    found = tag(text, THURSDAY)[0]
    assert (found.value, found.edtf) == (value, edtf)
