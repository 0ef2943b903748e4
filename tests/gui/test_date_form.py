import datetime as dt

import pytest

from gui.date_form import DateForm, Shape, form_of

OTHERWISE = dt.date(2020, 2, 29)


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("2025-06-02", Shape.DAY),
        ("2025-05-15~", Shape.DAY),
        ("2025-05", Shape.MONTH),
        ("2022", Shape.YEAR),
        ("2022~", Shape.YEAR),
        ("2025-05-28/2025-06-11", Shape.SPAN),
        ("../2025-05-29", Shape.BY),
        ("2025-05-29/..", Shape.FROM),
        ("", Shape.UNKNOWN),
    ],
)
def test_a_date_goes_through_the_form_unchanged(edtf: str, shape: Shape) -> None:
    form = form_of(edtf, OTHERWISE)
    assert form.shape is shape
    assert form.edtf == edtf


def test_an_uncertain_date_stays_marked_as_such() -> None:
    assert form_of("2025-05-15?", OTHERWISE).edtf == "2025-05-15~"


def test_days_given_in_the_wrong_order_are_put_right() -> None:
    form = DateForm(Shape.SPAN, dt.date(2025, 6, 11), dt.date(2025, 5, 28))
    assert form.edtf == "2025-05-28/2025-06-11"
