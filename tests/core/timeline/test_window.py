"""The time shown: all events, but for outliers that would squash the rest; empty years may be folded."""

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from core.model import Event
from core.publish.made_up import event, events
from core.scene import FOLD, Panel, View
from core.timeline import fit, prepare, reach
from core.timeline.window import folds, window


def _on(*dates: str) -> list[Event]:
    return [event(n, f"Event {n}", "diplomatic", "CONSULT", date) for n, date in enumerate(dates)]


def _ordinal(year: int, month: int, day: int) -> float:
    return float(dt.date(year, month, day).toordinal())


def test_all_events_are_shown_with_air_at_the_ends() -> None:
    first, last = fit(prepare(_on("2025-05-01", "2025-05-20")))
    assert _ordinal(2025, 4, 28) < first < _ordinal(2025, 5, 1)
    assert _ordinal(2025, 5, 21) < last < _ordinal(2025, 5, 24)


def test_a_single_event_gets_a_few_days_around_it() -> None:
    first, last = fit(prepare(_on("2025-05-01")))
    assert 6 <= last - first <= 9


def test_a_far_outlier_is_left_out() -> None:
    first, _ = fit(prepare(_on("2003-03-20", *(f"2025-05-{day:02}" for day in range(1, 15)))))
    assert first > _ordinal(2025, 1, 1)


@pytest.mark.parametrize("cut", [False, True])
def test_of_a_handful_of_events_none_is_left_out_for_being_weeks_away(cut: bool) -> None:
    table = prepare(_on("2024-03-03", "2024-05-04", "2024-05-06"))
    assert fit(table, cut=cut)[0] < _ordinal(2024, 3, 3)
    assert fit(prepare(_on("1994-03-03", "2024-05-04", "2024-05-06")), cut=cut)[0] > _ordinal(2024, 1, 1)


def test_a_year_told_for_a_day_does_not_stretch_the_time() -> None:
    first, last = fit(prepare(_on("2025", "2025-05-01", "2025-05-10", "2025-05-12")))
    assert last - first < 60
    assert first > _ordinal(2025, 4, 1)


def test_no_events_still_have_a_time() -> None:
    first, last = fit(prepare([]))
    assert last > first


def test_what_a_view_names_is_shown() -> None:
    table = prepare(_on("2025-05-01", "2025-05-20"))
    assert window(table, View(first=5.0, last=9.0)) == (5.0, 9.0)
    assert window(table, View(first=9.0, last=9.0))[1] > 9.0


def test_empty_years_between_events_fold() -> None:
    table = prepare(_on("2003-03-20", "2003-03-28", "2025-05-01", "2025-05-20"))
    first, last = fit(table, fold=True)
    ((start, end),) = folds(table, np.arange(len(table)), first, last)
    assert first < _ordinal(2003, 3, 20)
    assert _ordinal(2003, 3, 28) < start < _ordinal(2003, 6, 1)
    assert _ordinal(2025, 2, 1) < end < _ordinal(2025, 5, 1)


def test_weeks_without_events_do_not_fold() -> None:
    table = prepare(_on("2025-01-01", "2025-05-20"))
    assert folds(table, np.arange(len(table)), *fit(table)) == ()


def test_a_deadline_that_runs_keeps_its_years_open() -> None:
    table = prepare(
        [
            *_on("2003-03-20", "2025-05-01"),
            event(9, "Long", "diplomatic", "THREATEN", "2003-03-01/2025-06-01"),
        ]
    )
    assert folds(table, np.arange(len(table)), *fit(table, fold=True)) == ()


@pytest.mark.parametrize("torn", [(), ((20.0, 60.0),), ((10.0, 40.0), (50.0, 90.0))])
def test_places_and_times_agree_through_folds(torn: tuple[tuple[float, float], ...]) -> None:
    panel = Panel((50, 0, 850, 400), 0, 100, torn)
    assert panel.x(0) == pytest.approx(50)
    assert panel.x(100) == pytest.approx(850)
    shown = [time for time in range(-20, 130, 3) if not any(a < time < b for a, b in torn)]
    for time in shown:
        assert panel.time(panel.x(time)) == pytest.approx(time)
    assert sorted(panel.x(time) for time in shown) == [panel.x(time) for time in shown]
    for start, end in torn:
        assert panel.x(end) - panel.x(start) == pytest.approx(FOLD)


def test_events_without_a_date_are_counted_not_drawn() -> None:
    undated = event(1, "No date", "diplomatic", "CONSULT", "2025-05-01")
    table = prepare([replace(undated, edtf="", first=None, last=None), *events(3, dt.date(2025, 5, 1), 9)])
    assert len(table) == 3
    assert table.undated == 1


def test_a_far_outlier_is_no_reason_to_fold() -> None:
    table = prepare(_on("2003-03-20", *(f"2025-05-{day:02}" for day in range(1, 15))))
    first, last = fit(table, fold=True)
    assert first > _ordinal(2025, 1, 1)
    assert folds(table, np.arange(len(table)), first, last) == ()


def _war_and_one_before() -> list[Event]:
    return _on("2023-09-20", *(f"2025-0{month}-{day:02}" for month in (1, 3, 5, 7) for day in (2, 9, 16)))


def test_where_nothing_folds_few_events_behind_empty_years_are_left_out() -> None:
    table = prepare(_war_and_one_before())
    assert fit(table)[0] < _ordinal(2023, 9, 20)
    assert _ordinal(2024, 11, 1) < fit(table, cut=True)[0] < _ordinal(2025, 1, 2)


def test_few_events_a_month_apart_are_all_shown_where_nothing_folds() -> None:
    table = prepare(_on("2025-03-20", *(f"2025-05-{day:02}" for day in range(1, 15))))
    assert fit(table, cut=True)[0] < _ordinal(2025, 3, 20)


def test_all_the_time_there_is_holds_the_outliers_too() -> None:
    first, last = reach(prepare(_war_and_one_before()))
    assert first < _ordinal(2023, 9, 20)
    assert last > _ordinal(2025, 7, 16)
    assert reach(prepare([]))[1] > reach(prepare([]))[0]
