"""Languages without a lexicon of their own, and odd numeric forms: read by dateparser on spans found here."""

import datetime as dt

import pytest
from dateparser.data.languages_info import language_order

from core.temporal import locales, tag
from core.temporal.forms import Calendar, Shift, Unit

THURSDAY = dt.date(2025, 5, 29)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Die Gespräche beginnen am 2. Juni 2026.", [("2. Juni 2026", "2026-06-02")]),
        ("de", "12 Menschen starben am 01.05.2025.", [("01.05.2025", "2025-05-01")]),
        (
            "fr",
            "En mars 2022, puis le 1er mai 2024.",
            [("mars 2022", "2022-03"), ("1er mai 2024", "2024-05-01")],
        ),
        ("es", "El ejército atacó ayer y el lunes.", [("ayer", "2025-05-28"), ("lunes", "2025-05-26")]),
        ("tr", "Görüşmeler 2 Haziran 2025 günü başlıyor.", [("2 Haziran 2025", "2025-06-02")]),
        ("zh", "谈判于2025年6月2日开始。", [("2025年6月2日", "2025-06-02")]),
        ("ar", "بدأت المحادثات في 2 يونيو 2025", [("2 يونيو 2025", "2025-06-02")]),
    ],
)
def test_dates_of_other_languages(language: str, text: str, found: list[tuple[str, str]]) -> None:
    assert [(item.text, item.value) for item in tag(text, THURSDAY, language=language)] == found


def test_without_publication_day_the_year_stays_open() -> None:
    assert [item.value for item in tag("Am 2. Juni wird verhandelt.", None, language="de")] == ["XXXX-06-02"]


def test_only_what_is_told_is_known() -> None:
    assert locales.read("2 juin", "fr") == Calendar(month=6, day=2)
    assert locales.read("juin 2025", "fr") == Calendar(2025, 6)
    assert locales.read("hier", "fr") == Shift(Unit.DAY, -1.0)
    assert locales.read("douze personnes", "fr") is None


@pytest.mark.parametrize("language", language_order[:80])
def test_every_language_of_dateparser_can_be_searched(language: str) -> None:
    assert locales.recognise("", language) == []


def test_a_region_is_no_other_language() -> None:
    assert [item.value for item in tag("Зустріч 2 червня.", THURSDAY, language="uk-UA")] == ["2025-06-02"]


def test_short_names_need_a_number() -> None:
    assert tag("Sie mag so etwas, und die Mo ist da.", THURSDAY, language="de") == []


def test_an_unknown_language_is_read_as_english() -> None:
    assert [item.value for item in tag("xqz 2025-06-02 qzx", THURSDAY, language="xx")] == ["2025-06-02"]


def test_odd_forms_in_english() -> None:
    found = tag("Stamped 02-Jun-25, received 3-Sept-2024.", THURSDAY)
    assert [(item.text, item.value) for item in found] == [
        ("02-Jun-25", "2025-06-02"),
        ("3-Sept-2024", "2024-09-03"),
    ]
