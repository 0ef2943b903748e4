"""Chronicles: years, months and days carried from the dates told before, whatever day they were published."""

import datetime as dt

import pytest

from core.temporal import tag

DCT = dt.date(2009, 12, 19)
STORY = (
    "In 1931 the quarrel began. The border was closed in April 1932, after the vote of March 1932. "
    "On 4 May 1932 the first shots were fired. "
    "In June the town fell, and on 9 June the fort. Two days later the bridge was blown up. "
    "In November the army was beaten. In January it came back. By the end of the year it held the coast. "
)


def values(text: str, dct: dt.date | None = DCT) -> list[str]:
    return [found.value for found in tag(text, dct)]


def test_the_year_goes_on() -> None:
    told = [
        "1931",
        "1932-04",
        "1932-03",
        "1932-05-04",
        "1932-06",
        "1932-06-09",
        "1932-06-11",
        "1932-11",
        "1933-01",
        "1933",
    ]
    assert values(STORY + "In 1934 peace came.") == [*told, "1934"]


def test_it_needs_no_publication_day() -> None:
    assert values(STORY + "In 1934 peace came.", None)[4:7] == ["1932-06", "1932-06-09", "1932-06-11"]


def test_an_aside_about_later_times_does_not_move_the_story() -> None:
    aside = "Papers opened in 2005 say otherwise. On 3 July the mayor fled."
    assert values(STORY.split("In November", maxsplit=1)[0] + aside)[-2:] == ["2005", "1932-07-03"]


def test_the_day_alone_takes_its_month() -> None:
    assert values(STORY.split("In November", maxsplit=1)[0] + "On the 14th, rain fell.")[-1] == "1932-06-14"


def test_words_for_the_date_told_last() -> None:
    text = (
        STORY.split("In June", maxsplit=1)[0] + "The same day a general fled, and the following year he died."
    )
    assert values(text)[-2:] == ["1932-05-04", "1933"]


def test_antiquity_counts_backwards() -> None:
    text = "In 499 BC the cities rose, in 498 BC they were burned. In 494 BC they fell. "
    text += "In 492 BC a fleet was lost. The following year envoys came."
    assert values(text)[-1] == "BC0491"


def test_days_and_seasons_before_our_era() -> None:
    text = "On 27 August 413 BC, then June 11, 323 BC, in late spring 218 BC and the 390s BC."
    assert values(text) == ["BC0413-08-27", "BC0323-06-11", "BC0218-SP", "BC039"]


def test_years_before_our_era_go_on_without_the_words() -> None:
    text = "War came in 431 BC. In the summer of 415 they sailed, and in 406 they won 300 ships. "
    text += "From 395 to 387 Corinth fought; by 338, all was over, with an army of 211 left."
    assert values(text) == ["BC0431", "BC0415-SU", "BC0406", "BC0395", "BC0387", "BC0338"]
    text = "He came in 218 BC. In December 218 he won; on 3 June 216, he won again."
    assert values(text) == ["BC0218", "BC0218-12", "BC0216-06-03"]
    assert values("In December 218 Danes fled.") == ["2009-12"]
    assert values("In 406, as by 338, a fleet sailed; in the summer of 415 it came.") == []
    assert values("War came in 31 BC. In 406, Rome was another town.") == ["BC0031"]


def test_seasons_before_our_era_go_on() -> None:
    assert values("In 414 BC they dug in. The next spring they left.")[-1] == "BC0413-SP"


def test_the_day_before_a_name_opens_a_sentence() -> None:
    text = STORY.split("In November", maxsplit=1)[0] + "On the 17th President Ayala fled."
    assert values(text)[-1] == "1932-06-17"
    text += " He came back in July, and on the 28th General Rojas had him shot."
    assert values(text)[-1] == "1932-07-28"


def test_a_day_of_the_following_year() -> None:
    text = "In 1931 the quarrel began. They met in May 1810 and left on 3 August of the following year; "
    text += "they came back on July 5 of the following year."
    assert values(text)[-2:] == ["1811-08-03", "1812-07-05"]


def test_headings_of_years() -> None:
    assert values("1854: the landing\n\nThe army landed.\n\n1855\n\nThe town fell.") == ["1854", "1855"]
    assert values("A live page:\n1854\nRain falls.\n1849\nSnow falls.") == []


def test_that_month_and_the_same_summer() -> None:
    text = STORY.split("In June", maxsplit=1)[0] + "War came that October. He said that November was wet. "
    found = tag(text + "It ended the same winter, which came early; by the following June all was over.", DCT)
    assert [(item.text, item.value) for item in found[-4:]] == [
        ("that October", "1932-10"),
        ("November", "1932-11"),
        ("the same winter", "1932-WI"),
        ("the following June", "1933-06"),
    ]


def test_that_night() -> None:
    text = STORY.split("In June", maxsplit=1)[0]
    assert values(text + "That night it rained.")[-1] == "1932-05-04TNI"
    assert values(text + "The same night it rained.")[-1] == "1932-05-04TNI"


def test_news_with_one_old_year_stays_news() -> None:
    text = "The two last met in 1994. On Thursday they spoke, and yesterday they signed; "
    text += "on Monday they will fly home."
    assert values(text, dt.date(2025, 5, 29)) == ["1994", "2025-05-29", "2025-05-28", "2025-06-02"]


def test_ranges_and_centuries_before_our_era() -> None:
    assert values("the revolt (499-493 BC), and the league of 477 to 450 BC") == [
        "BC0499",
        "BC0493",
        "BC0477",
        "BC0450",
    ]
    found = tag("It goes back to the 4th century BC.", DCT)[0]
    assert (found.value, found.edtf) == ("BC03", "")


def test_years_beside_words_that_could_be_counted() -> None:
    assert values("In 1970 American troops left, fewer than half of 1969's total.") == ["1970", "1969"]
    assert values("The constitution of 1793 was dropped.") == ["1793"]
    assert values("They freed 1777 prisoners of war.") == []


def test_a_history_does_not_reach_up_to_its_publication() -> None:
    text = STORY + "In 1934 peace came. Since 1935 the border has been open."
    found = tag(text, DCT)[-1]
    assert (found.value, found.edtf) == ("1935", "1935-01-01/..")


def test_the_day_of_a_month_told_before_goes_on_in_mid_sentence() -> None:
    assert values("The attack of 20 September 1917 failed; the enemy's on the 26th was beaten off.") == [
        "1917-09-20",
        "1917-09-26",
    ]


def test_an_aside_is_known_by_where_the_text_goes_on() -> None:
    text = STORY.split("In November", maxsplit=1)[0]
    text += "A general, shot on 2 May 1935, then fled. In August the town was retaken. "
    text += "In September 1932 envoys came, and in 1933 peace."
    assert values(text)[-4:] == ["1935-05-02", "1932-08", "1932-09", "1933"]


def test_the_next_days_go_on_from_an_aside_that_names_a_day_of_another_year() -> None:
    text = STORY.split("In November", maxsplit=1)[0]
    text += "Two columns went north. On 28 September 1931 one set out, taking a fort on 2 November. "
    text += "It held out until June 1932. In July 1932 it gave up, and in August it went home."
    assert values(text)[-5:] == ["1931-09-28", "1931-11-02", "1932-06", "1932-07", "1932-08"]


def test_the_end_of_a_siege_told_ahead_takes_no_dates_along() -> None:
    text = STORY.split("In November", maxsplit=1)[0]
    text += (
        "The port was defended until 2 January 1933. On 9 August ships were sunk, in September 1932 more. "
    )
    text += "In October 1932 a mine blew up."
    assert values(text)[-4:] == ["1933-01-02", "1932-08-09", "1932-09", "1932-10"]


def test_a_short_history_opens_with_the_date_that_the_next_ones_go_on_from() -> None:
    text = (
        "The mutiny broke out on 3 October 1934. By 9 October it was over. Its leader was shot on 5 November."
    )
    assert values(text) == ["1934-10-03", "1934-10-09", "1934-11-05"]
    assert values(text, dt.date(2026, 3, 10)) == values(text)
    assert values(text, None) == values(text)


def test_news_that_tells_of_an_older_war_stays_news() -> None:
    march = dt.date(2026, 3, 10)
    war = "The war that began on 15 April 2023 goes on. "
    assert values(war + "The army took the mill on 2 March.", march)[-1] == "2026-03-02"
    assert values(war + "The two sides will meet on 5 May.", march)[-1] == "2026-05-05"
    assert values(war + "On Sunday a truce was signed for 5 May.", march)[-1] == "2026-05-05"


def test_a_heading_takes_the_story_to_its_time() -> None:
    text = (
        STORY
        + "In 1934 peace came.\n\nThe second rising, 1951 to 1953\n\nIt began on 20 May. In June it spread."
    )
    assert values(text)[-4:] == ["1951", "1953", "1951-05-20", "1951-06"]
    one = "The fall of the fort, September 1855\n\nA raid failed on 18 June. At noon on 8 September it fell."
    assert values(one) == ["1855-09", "1855-06-18", "1855-09-08T12:00"]


def test_a_holiday_kept_today_makes_no_news_of_a_history() -> None:
    text = "The island was seized on 2 April 1932. It was freed on 14 June. Today a holiday is kept."
    assert values(text) == ["1932-04-02", "1932-06-14", "PRESENT_REF"]


def test_the_year_turns_where_the_months_go_back() -> None:
    text = "Bombs fell on 30 September 1956. On 7 January troops came. On 23 February a strike was broken."
    assert values(text) == ["1956-09-30", "1957-01-07", "1957-02-23"]
    siege = "The siege began on 12 October 1428. Help came on 29 April. A king was crowned on 17 July 1429."
    assert values(siege) == ["1428-10-12", "1429-04-29", "1429-07-17"]


def test_a_look_back_does_not_move_the_story() -> None:
    text = "The town fell on 10 March 1905. A fleet that had sailed the previous October was sunk on 27 May."
    assert values(text) == ["1905-03-10", "1904-10", "1905-05-27"]


def test_years_later_move_the_story() -> None:
    text = "He seized the duchy on 24 May 1337. On 2 June he left. Three years later, on 24 June, fleets met."
    assert values(text)[-2:] == ["1340", "1340-06-24"]
    text = "He won on 10 April 1741 and again on 2 June. The next year, on 17 May, he lost."
    assert values(text)[-2:] == ["1742", "1742-05-17"]


def test_a_distance_from_an_event_told_before() -> None:
    text = "Snow fell on 2 September 1812. On 7 September the armies met. "
    text += "A week after the battle the city burned. "
    text += "The same evening the mayor fled. Marines had landed on 21 August 1812. "
    assert values(text)[1:4] == ["1812-09-07", "1812-09-14", "1812-09-14TEV"]
    text += "On 1 October 1812 snow fell. Two days before the landing the forts were shelled."
    assert values(text)[-1] == "1812-08-19"


FIRST = STORY.split("In June", maxsplit=1)[0]  # up to 4 May 1932


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        (
            "They fought over a pact that dated from 1873. That same day it rained.",
            "That same day",
            "1932-05-04",
        ),
        ("They had heard the month before of a pact.", "the month before", "1932-04"),
        ("Envoys came three days after that. ", "three days after that", "1932-05-07"),
        ("Envoys came, and the year after that they met.", "the year after that", "1933"),
        ("A year later to the day, peace came.", "A year later to the day", "1933-05-04"),
        ("Three months on, the fort fell.", "Three months on", "1932-08"),
        ("He was called back four years on for talks.", "four years on", "1936"),
        ("He spent three months on the road.", "three months", "P3M"),
        ("Three days after the fiasco, he fled.", "Three days after the fiasco", "1932-05-07"),
        ("Aid came two weeks after the shots.", "two weeks after the shots", "1932-05-18"),
        ("Aid came two weeks after the army.", "two weeks", "P2W"),
        (
            "On 9 June, three days before the Pope's visit, he fled.",
            "three days before the Pope's visit",
            "1932-06-09",
        ),
        ("It was taken. On day four the walls gave way.", "day four", "XXXX-XX-XX"),
        ("On day four the walls gave way.", "day four", "1932-05-07"),
        ("On the third day the walls gave way.", "the third day", "1932-05-06"),
        ("Bells ring every 13 March.", "every 13 March", "XXXX-03-13"),
        ("Bells ring each June 5.", "each June 5", "XXXX-06-05"),
        ("On 7 December it was cut off. It fell between Christmas and New Year.", "New Year", "1933-01-01"),
        ("In a single week all was lost.", "a single week", "P1W"),
        ("It held out for exactly five months.", "exactly five months", "P5M"),
        ("Peace lasted a little over two years.", "a little over two years", "P2Y"),
    ],
)
def test_words_of_histories(text: str, span: str, value: str) -> None:
    assert (span, value) in [(item.text, item.value) for item in tag(FIRST + text, DCT)]


def test_what_comes_every_year_moves_no_story() -> None:
    assert values(FIRST + "Bells ring every 13 March. On 9 June he fled.")[-1] == "1932-06-09"


def test_a_heading_before_our_era() -> None:
    text = "War came in 395 BC.\n\n394 BC: two battles\n\nIn June they won. It grew dark on 14 August; "
    text += "the same day he heard that a fleet was lost earlier that month. In June of 371 BC all was over."
    told = ["BC0395", "BC0394", "BC0394-06", "BC0394-08-14", "BC0394-08-14", "BC0394-08", "BC0371-06"]
    assert values(text) == told


def test_one_night_of_a_month() -> None:
    for text, span, value in [
        ("One night in November 1977 a friend woke him.", "One night in November 1977", "1977-11-XXTNI"),
        ("It ended one evening in May 1980.", "one evening in May 1980", "1980-05-XXTEV"),
    ]:
        assert [(item.text, item.value) for item in tag(text, DCT)] == [(span, value)]
