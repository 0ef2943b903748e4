"""Whatever the text: spans are true, order holds, nothing fails, time grows with length."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.edtf import bounds
from core.model import TimeExpression
from core.temporal import infer_publication, tag

DCT = dt.date(2025, 5, 29)
SEED = Path(__file__).resolve().parents[3] / ".." / "shared" / "gold" / "seed" / "article.txt"
PIECES = [
    "2",
    "31",
    "June",
    "Feb.",
    "May",
    "2025",
    "'98",
    "0000",
    "9999",
    "1000",
    "99999999999",
    "Monday",
    "Mon.",
    "last",
    "next",
    "this",
    "the",
    "of",
    "a",
    "an",
    "two",
    "hundred",
    "half",
    "week",
    "weeks",
    "day",
    "days",
    "century",
    "decades",
    "ago",
    "later",
    "before",
    "since",
    "until",
    "by",
    "in",
    "on",
    "and",
    "to",
    "-",
    "–",
    ",",
    ".",
    "\n\n",
    "'s",
    "10:30",
    "25:99",
    "a.m.",
    "GMT",
    "night",
    "morning",
    "second",
    "quarter",
    "first",
    "30th",
    "BC",
    "1990s",
    "early",
    "the end of",
    "year-ago",
    "Easter",
    "Ramadan",
    "9/11",
    "2025-02-30",
    "31/12/9999",
    "1.1.0001",
    "every",
    "daily",
    "will",
    "said",
    "“",
    "(",
    ")",
    "²",
    "٣",
    "１２",
    "½",
    "\x00",
    "İ",
    "\u2028",
]
text_of_pieces = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
days = st.one_of(st.none(), st.dates())


def check(text: str, found: Sequence[TimeExpression]) -> None:
    end = 0
    for item in found:
        assert end <= item.start < item.end
        assert text[item.start : item.end] == item.text
        assert item.value
        assert item.reason
        if item.first and item.last:
            assert item.first <= item.last
        if item.edtf:
            bounds(item.edtf)
        end = item.end


SLAVIC = [
    *(
        "2",
        "31",
        "червня",
        "июня",
        "травень",
        "мая",
        "2025",
        "1990",
        "-х",
        "-го",
        "року",
        "году",
        "рр.",
        "р.",
    ),
    *("понеділок", "пятницу", "минулого", "прошлой", "тижня", "неделе", "два", "кілька", "тижні", "дня"),
    *("тому", "назад", "через", "спустя", "наприкінці", "начале", "до", "н.", "е.", "э.", "з", "по", "і"),
    *("—", "-", ",", ".", "ніч", "на", "вночі", "10:30", "7.55", "о", "в", "ХХ", "століття", "веке"),
    *("напередодні", "накануне", "п’ятницю", "щодня", "кожного", "\n\n", "²", "ʼ", "İ"),
]
slavic_text = st.lists(st.sampled_from(SLAVIC), max_size=40).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(slavic_text, days, st.sampled_from(["uk", "ru"]))
def test_slavic_date_words_in_any_order(text: str, dct: dt.date | None, language: str) -> None:
    check(text, tag(text, dct, language=language))


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.text(max_size=200), text_of_pieces), days, st.sampled_from(["uk", "ru", "de", "fr", "ar"])
)
def test_any_characters_in_any_language(text: str, dct: dt.date | None, language: str) -> None:
    check(text, tag(text, dct, language=language))


@settings(max_examples=400, deadline=None)
@given(text_of_pieces, days)
def test_date_words_in_any_order(text: str, dct: dt.date | None) -> None:
    check(text, tag(text, dct))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), days)
def test_any_characters(text: str, dct: dt.date | None) -> None:
    check(text, tag(text, dct))


@pytest.mark.parametrize(
    "piece", ["1", "a", "the ", "two ", "twenty-", "1 and ", "May ", "- ", ".", "\n", "12:", "every ", "'"]
)
def test_hostile_repetition_is_read_to_its_end(piece: str) -> None:
    text = piece * 20_000
    check(text, tag(text, DCT))


@pytest.mark.parametrize("piece", ["1 ", "2 червня ", "тижня ", "два ", "— ", "1-", "року ", " "])
@pytest.mark.parametrize("language", ["uk", "de"])
def test_hostile_repetition_in_other_languages(piece: str, language: str) -> None:
    text = piece * 2_000
    check(text, tag(text, DCT, language=language))


@pytest.mark.parametrize("dct", [dt.date(5, 1, 1), dt.date(199, 1, 1), dt.date(9985, 12, 31)])
def test_the_edges_of_the_calendar(dct: dt.date) -> None:
    text = "last century, last decade, this decade, this century, next decade, next week, 500 years ago"
    check(text, tag(text, dct))
    check("прошлом веке", tag("прошлом веке", dct, language="ru"))


@pytest.mark.parametrize(
    "text",
    [
        "200,000 Sundays ago",
        "the last " + "9" * 400 + " hours",
        "9" * 400 + " hours later",
        "9" * 400 + " Sundays ago",
        "Five days before the 900000th Sunday, two hundred thousand weeks ago, on Monday",
    ],
)
def test_distances_beyond_any_calendar_stay_open(text: str) -> None:
    found = tag(f"It fell {text}.", DCT)
    check(f"It fell {text}.", found)
    assert all("inf" not in item.value for item in found)


@pytest.mark.parametrize(
    "hour", ["ninety minutes to midnight on Monday", "seventy minutes past midnight", "at 24:30 on Monday"]
)
def test_no_hour_is_told_that_no_clock_shows(hour: str) -> None:
    assert not [
        item.value for item in tag(f"It fell {hour}.", DCT) if "T24:30" in item.value or "T" in item.value
    ]


def test_no_year_is_told_between_those_before_our_era_and_ours() -> None:
    text = "In 1 BC they met in May. The next summer they met again. The next May they parted."
    assert [item.value for item in tag(text, DCT) if item.value.startswith(("BC0000", "BC-"))] == []


@pytest.mark.parametrize(
    "line", ["On day {} of the war the town fell.\n", "On 2 June, or on Monday, they met {}.\n"]
)
def test_a_text_of_many_lines_is_read_to_its_end(line: str) -> None:
    text = "".join(line.format(number) for number in range(3000))
    check(text, tag(text, DCT))
    infer_publication(text)


def test_empty() -> None:
    assert tag("", None) == []


@pytest.mark.skipif(not SEED.exists(), reason="the shared articles are not here")
def test_the_seed_article_is_read_right() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = tag(text, DCT)
    full = [(item.text, item.value) for item in found if len(item.value) == 10 and item.value[:2] == "20"]
    assert full.count(("2 June", "2025-06-02")) == 3
    assert full.count(("Monday", "2025-06-02")) == 2
    assert full.count(("two weeks ago", "2025-05-15")) == 2
    assert {
        ("Thursday", "2025-05-29"),
        ("yesterday", "2025-05-28"),
        ("27 April", "2025-04-27"),
        ("19 May", "2025-05-19"),
    } <= set(full)
    assert len(full) == 11
    assert [item.text for item in found].count("two-week") == 3
