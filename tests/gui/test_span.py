import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.span import LONGEST, SHORTEST, Span

SPAN = Span(739_000.0, 739_100.0)
shares = st.floats(0, 1)


@given(st.floats(0.3, 3), shares)
def test_the_time_under_the_pointer_stays_while_zooming(factor: float, share: float) -> None:
    assert SPAN.zoomed(factor, share).at(share) == pytest.approx(SPAN.at(share))


def test_zooming_ends_somewhere() -> None:
    assert SPAN.zoomed(1e-9).days == SHORTEST
    assert SPAN.zoomed(1e9).days == LONGEST


@given(st.floats(-1e4, 1e4))
def test_something_always_stays_in_view(share: float) -> None:
    kept = SPAN.moved(share).within(SPAN)
    assert kept.days == pytest.approx(SPAN.days)
    assert kept.start <= SPAN.end
    assert kept.end >= SPAN.start


def test_a_time_in_view_moves_nothing() -> None:
    assert SPAN.showing(SPAN.at(0.3)) is SPAN


def test_a_time_out_of_view_comes_to_the_middle() -> None:
    assert Span(0, 10).showing(25).at(0.5) == 25
