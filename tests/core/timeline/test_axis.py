"""Ticks from hours to decades, where people look for them."""

import datetime as dt
from itertools import pairwise

import pytest

from core.timeline.axis import Tick, ticks


def _ticks(first: dt.date, last: dt.date, width: float = 1200) -> list[Tick]:
    return ticks(float(first.toordinal()), float(last.toordinal()), width)


def test_two_days_are_told_in_hours_with_the_day_at_midnight() -> None:
    labels = [tick.label for tick in _ticks(dt.date(2025, 6, 2), dt.date(2025, 6, 4))]
    assert labels[:3] == ["2 Jun", "06:00", "12:00"] or labels[:3] == ["2 Jun", "03:00", "06:00"]
    assert "3 Jun" in labels


def test_days_are_marked_at_noon() -> None:
    found = _ticks(dt.date(2025, 6, 2), dt.date(2025, 6, 12))
    assert [tick.label for tick in found[:2]] == ["2 Jun", "3 Jun"]
    assert all(tick.time % 1 == 0.5 for tick in found)


def test_weeks_begin_on_mondays() -> None:
    found = _ticks(dt.date(2025, 4, 20), dt.date(2025, 6, 20))
    assert {dt.date.fromordinal(int(tick.time)).weekday() for tick in found} == {0}


def test_months_begin_on_their_first_and_january_is_strong() -> None:
    found = _ticks(dt.date(2024, 9, 10), dt.date(2025, 6, 20))
    assert {dt.date.fromordinal(int(tick.time)).day for tick in found} == {1}
    assert [tick.label for tick in found if tick.strong] == ["Jan 2025"]


def test_decades_are_told_in_round_years() -> None:
    labels = [tick.label for tick in _ticks(dt.date(1950, 1, 1), dt.date(2025, 1, 1))]
    assert labels[:2] == ["1950", "1955"]


@pytest.mark.parametrize("days", [0.05, 0.5, 2, 9, 40, 100, 400, 2000, 9000, 100_000])
@pytest.mark.parametrize("width", [200, 1200, 3000])
def test_labels_never_crowd(days: float, width: float) -> None:
    first = float(dt.date(1990, 2, 3).toordinal())
    places = [(tick.time - first) / days * width for tick in ticks(first, first + days, width)]
    assert all(0 <= place <= width for place in places)
    assert all(later - earlier >= 70 for earlier, later in pairwise(places))


@pytest.mark.parametrize(("first", "last"), [(-500.0, 200.0), (3_652_000.0, 9_000_000.0), (5.0, 5.0)])
def test_the_ends_of_the_calendar_break_nothing(first: float, last: float) -> None:
    assert len(ticks(first, last, 1200)) < 50
