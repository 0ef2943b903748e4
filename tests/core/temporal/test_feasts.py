"""Feasts: of which year they are, and in whose calendar."""

import datetime as dt

import pytest

from core.temporal import tag


@pytest.mark.parametrize(
    ("text", "dct", "expected"),
    [
        ("Bakers got ready for Passover.", dt.date(2026, 3, 30), "2026-04"),
        ("Last year's two-day Easter lull held.", dt.date(2026, 4, 12), "2025-04-20"),
        ("The lull held last Ramadan.", dt.date(2026, 3, 21), "2025-03"),
        ("The lull held last Ramadan.", dt.date(2026, 6, 21), "2026-02"),
        (
            "A lull for Orthodox Easter was agreed; on Good Friday guns fell silent.",
            dt.date(2026, 4, 14),
            "2026-04-10",
        ),
        ("Catholics kept Good Friday; Orthodox Easter is a week later.", dt.date(2026, 4, 14), "2026-04-03"),
        ("Shops were shut for Nowruz.", dt.date(2026, 4, 1), "2026-03-21"),
        ("Shops were shut for Nowruz.", dt.date(2024, 4, 1), "2024-03-20"),
        ("Shops were shut for Newroz.", dt.date(2024, 4, 1), "2024-03-21"),
    ],
)
def test_a_feast(text: str, dct: dt.date, expected: str) -> None:
    assert expected in [found.value for found in tag(text, dct)]
