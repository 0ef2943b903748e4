"""What the window tells of an event and why."""

from dataclasses import replace

import pytest

from core.model import Event, Marks
from gui.evidence_text import evidence
from gui.look import LIGHT


@pytest.mark.parametrize(
    ("confirmed", "words"), [(None, "not verified"), (True, "confirmed by you"), (False, "rejected by you")]
)
def test_an_imported_event_says_from_where_and_whether_anybody_has_looked(
    events: list[Event], confirmed: bool | None, words: str
) -> None:
    imported = replace(
        events[1],
        mentions=(),
        articles=(),
        origin="ACLED <UKR1>",
        attribution=("Suspilne", "ISW"),
        marks=Marks(confirmed, note="Drones hit a bus."),
    )
    told = evidence(imported, {}, (), 0, LIGHT)
    assert f"Imported · {words}" in told
    assert "ACLED &lt;UKR1&gt;, according to Suspilne, ISW" in told
    assert "Drones hit a bus." in told


def test_an_event_of_a_chart_or_project_says_that_its_articles_are_elsewhere(events: list[Event]) -> None:
    told = evidence(replace(events[1], mentions=(), articles=(), origin="Twotrack e12ab"), {}, (), 0, LIGHT)
    assert "its articles are not here" in told
    assert "e12ab" not in told


def test_an_event_from_articles_says_nothing_of_an_import(events: list[Event]) -> None:
    assert "Imported" not in evidence(events[0], {}, (), 0, LIGHT)


def test_what_the_user_has_judged_comes_first(events: list[Event]) -> None:
    assert "by you" not in evidence(events[1], {}, (), 0, LIGHT)
    rejected = evidence(replace(events[1], marks=Marks(confirmed=False)), {}, (), 0, LIGHT)
    assert rejected.index("Rejected by you") < rejected.index("Karsk")
    assert "Confirmed by you" in evidence(replace(events[1], marks=Marks(confirmed=True)), {}, (), 0, LIGHT)
