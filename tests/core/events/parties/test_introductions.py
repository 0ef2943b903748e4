"""Persons whom an article introduces with office and side."""

import pytest

from core.events.parties.introductions import introduce
from core.events.parties.scanning import scan, split


def introduced(text: str) -> set[tuple[str, str]]:
    found = split(text)
    return {(person.last, person.side) for person in introduce(text, found, scan(text, found, None))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ukrainian defence minister Roman Tkach spoke.", ("tkach", "Ukraine")),
        ("Ukraine's defence minister, Roman Tkach, spoke.", ("tkach", "Ukraine")),
        ("Roman Tkach, the outgoing Ukrainian defence minister, spoke.", ("tkach", "Ukraine")),
        ("Roman Tkach, governor of the Kharkiv region, spoke.", ("tkach", "Ukraine")),
        ("The governor of Kharkiv, Roman Tkach, spoke.", ("tkach", "Ukraine")),
        ("Hamas spokesman Abu Karim spoke.", ("karim", "Hamas")),
        ("Abu Karim, a spokesman for Hamas, spoke.", ("karim", "Hamas")),
        ("Roman Tkach, an adviser to the mayor of Mariupol, spoke.", ("tkach", "Ukraine")),
    ],
)
def test_a_person_is_introduced_with_a_side(text: str, expected: tuple[str, str]) -> None:
    assert expected in introduced(text)


@pytest.mark.parametrize(
    "text",
    [
        "Roman Tkach, meeting the Turkish president, spoke.",
        "Roman Tkach. The Turkish president spoke.",
        "On Monday, the Turkish president spoke.",
        "In Kharkiv, the Turkish president spoke.",
    ],
)
def test_who_only_stands_beside_an_office_is_not_introduced(text: str) -> None:
    assert {last for last, _ in introduced(text)} <= {""}
