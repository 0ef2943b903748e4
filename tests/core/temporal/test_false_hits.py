"""What looks like a time and is none."""

import datetime as dt

import pytest

from core.temporal import tag

DCT = dt.date(2025, 5, 29)


@pytest.mark.parametrize(
    "text",
    [
        "You may leave.",
        "May I ask why?",
        "Theresa May's government fell apart.",
        "They march on the capital.",
        "A second round of talks failed.",
        "The second attack was worse.",
        "He came second.",
        "The fall of the city was quick.",
        "Prices fall and spirits fall.",
        "We will not go.",
        "She wrote in the Sunday Times.",
        "It was told to the Sunday Telegraph.",
        "The 6-year-old survived.",
        "The 59-year-old minister spoke.",
        "A man aged 45 was held.",
        "It cost $1990 and £2,000.",
        "Some 2000 people fled.",
        "Nearly 1950 soldiers fell.",
        "They won 3-1 and 2-0.",
        "Version 3.10 of the plan was leaked.",
        "Call 555-1984 or 020 7946 0018.",
        "100's of premium titles.",
        "There were 1000's in the camp.",
        "ISSN 2049-3630 was listed.",
        "Resolution 1973 was passed.",
        "One of two men spoke.",
        "The sun set over the sat phone.",
        "He saw mar and dec as words.",
        "A quarter of the town burned.",
        "Russia Today showed it.",
        "He reads the Daily Mirror.",
        "The ratio was 1/2 to 3/4.",
        "IP 192.168.10.12 was blocked.",
        "A film of 01:45 length.",
        "On the eve of the summit, drones hit the city.",
        "On the 80th anniversary of the end of the war, he spoke.",
        "Brent rose 2.5% to $64.20.",
        "Mrs May met Mr March in the Sun.",
        "Mr Friday left early.",
        "He was in his thirties.",
        "The Good Friday Agreement held.",
        "The Prague Spring was crushed.",
        "The five-year-olds sang; she is 6 months pregnant.",
        "A year-old calf died.",
        "It rose from under a quarter to three quarters of the total.",
        "Sales fell year-on-year over the last quarter-century.",
        "Fourteen days free, then cancel.",
        "One of two soldiers died; a second round begins.",
        "The three-year-old war grinds on.",
        "Mr Eid spoke, and Eid Haddad wept.",
        "It was told to the Evening Standard.",
        "The daily Granma printed it.",
        "Moments later a second shell fell.",
        "They crossed the 14 July Bridge to the 6 October City.",
        "The April 6 Movement called for a strike.",
        "April Dunn and June Hart signed it.",
        "He was told by the Today programme.",
        "A screening of High Noon was stopped.",
        "Midnight Express was shown.",
        "He spoke on Morgan Tonight.",
        "It tasted like spring water.",
        "Houses in the quarter burned.",
        "Ring +380 44 235 1990 for help.",
        "Resolutions 1860 and 2334 were cited.",
        "It was the fourth such raid in as many weeks.",
        "Winds of 150 miles an hour blew, and it fires 20 rounds per minute.",
        "The Pact for the Future was signed.",
        "The bus stopped at kilometer 2010, near a hospital of 1950 beds.",
        "The index closed at 2014, down 21 points.",
        "The rocks are millions of years old.",
        "The rocks are half a million years older.",
        "It was told during the lean days of the strike, and in those dark weeks.",
        "Napoleon is known for the Hundred Days.",
        "Yields stood at 8.30 percent; shares sold at 8.30 a share, at 2.5 times earnings.",
        "The dollar was quoted at about 6.15.",
        "On the 12th Street he met the 3rd Army; on the 3rd Infantry nobody counts.",
        "She won the 1500 in 3:34.40.",
        "The asteroid 2012 QB14 flew by.",
        "In the Summer Palace and during the winter Olympics nobody slept.",
        "It is the last day of the war.",
        "They beat us by two to one, or from three to four.",
        "Of 300 men, 211 came back; in 406 cases nobody knows.",
        "In the New Year Honours he was named.",
        "Of the brigades, the 3rd and 4th were lost.",
    ],
)
def test_no_time(text: str) -> None:
    assert [found.text for found in tag(text, DCT)] == []


def test_the_month_is_found_beside_the_verb() -> None:
    assert [found.text for found in tag("They may leave in May, or march in March.", DCT)] == ["May", "March"]


def test_dots_of_abbreviations_do_not_cut_a_date() -> None:
    assert [found.text for found in tag("It was Nov. 17, 1992. Then came peace.", DCT)] == ["Nov. 17, 1992"]
