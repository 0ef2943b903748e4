"""What is known before the publication date is."""

from core.temporal import recognise
from core.temporal.forms import Anchor, Calendar, DayCount, Direction, Duration, Expression, Shift, Unit


def only(text: str) -> Expression:
    found = recognise(text)
    assert len(found) == 1
    return found[0]


def test_named_parts_only() -> None:
    assert only("They met on 2 June.").form == Calendar(month=6, day=2)
    assert only("They met on Monday.").form == Calendar(weekday=0)
    assert only("They met last March.").form == Calendar(month=3, step=-1)


def test_distances_with_their_anchor() -> None:
    assert only("They met two weeks ago.").form == Shift(Unit.WEEK, -2.0, sign=-1)
    assert only("They met two days later.").form == Shift(Unit.DAY, 2.0, Anchor.CONTEXT, sign=1)
    assert only("They met last year.").form == Shift(Unit.YEAR, -1.0, whole=True)


def test_lengths_and_counts() -> None:
    assert only("A two-week deadline was set.").form == Duration(Unit.WEEK, 2.0)
    assert only("It was day 151 of the invasion.").form == DayCount(151, "invasion")


def test_the_cue_with_its_confidence() -> None:
    found = only("The ministers will meet on Monday.")
    assert (found.direction, found.cue) == (Direction.FUTURE, "will")
    assert found.confidence > 0.5
    assert only("Monday").direction is Direction.OPEN


def test_the_ends_of_a_range_know_each_other() -> None:
    first, last = recognise("It ran from 3 March to 5 May.")
    assert (first.range_with, last.range_with) == (1, 0)
    assert first.bound == "from"
