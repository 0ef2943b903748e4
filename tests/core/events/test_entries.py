"""Which day the events of a chronology get from the date that opens their entry."""

import datetime as dt

import pytest

from core import articles, language, temporal
from core.events import candidates, extract

DAY = "2024-02-14"  # a Wednesday


def dates(text: str) -> dict[str, str]:
    """Return the date of each trigger, in the order of the text."""
    article = articles.from_text(text, published=DAY)
    document = language.segment(text, article.blocks)
    document = language.parse(document, candidates(document))
    timexes = temporal.tag(text, dt.date.fromisoformat(DAY))
    return {m.trigger.text: m.edtf for m in extract("a", document, timexes, article.published, least=0.0)}


@pytest.mark.parametrize("mark", ["\n", ": ", " – ", " - "])
def test_the_day_that_opens_an_entry_dates_all_of_it(mark: str) -> None:
    text = (
        f"3 January{mark}Rebels shell the port of Tine. The army captures a village nearby.\n"
        f"9 January{mark}Envoys of Chad and the rebels sign a truce in Doha."
    )
    found = dates(f"How the war in Chad began\n{text}")
    assert (found["shell"], found["captures"], found["sign"]) == ("2024-01-03", "2024-01-03", "2024-01-09")


def test_an_entry_can_span_days_or_a_month() -> None:
    found = dates(
        "3-6 January\nRebels shell the port of Tine.\n"
        "November 2023: Chad and the rebels sign a truce in Doha."
    )
    assert (found["shell"], found["sign"]) == ("2024-01-03/2024-01-06", "2023-11")


def test_times_of_an_entry_are_those_of_its_day() -> None:
    found = dates(
        "3 January\nRebels shell the port of Tine overnight.\n"
        "9 January\nChad bombs a camp near Tine, a week after rebels raided Abéché on 1 January."
    )
    assert (found["shell"], found["raided"]) == ("2024-01-02/2024-01-03", "2024-01-01")


def test_an_hour_that_was_counted_from_the_entry_stays_on_its_day() -> None:
    found = dates(
        "3 January\nRebels shell the port of Tine.\n"
        "12 February\nChad bombs a camp. Just before midnight the sides sign a truce in Doha."
    )
    assert found["sign"] == "2024-02-12"


def test_one_date_on_a_line_makes_no_chronology() -> None:
    found = dates("3 January\nRebels shelled the port of Tine. The army captured a village nearby.")
    assert found["shelled"] == "2024-02-14~"


def test_what_follows_entries_of_one_paragraph_each_is_no_entry() -> None:
    entries = "3 January: Rebels shell Tine.\n9 January: Chad bombs a camp.\n20 January: Both sign a truce.\n"
    assert dates(f"{entries}Sudan condemned the rebels yesterday.")["condemned"] == "2024-02-13"
    assert dates(f"{entries}2 February: Sudan condemns the rebels.")["condemns"] == "2024-02-02"
