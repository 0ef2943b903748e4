"""The ways a user can give a date, and the EDTF each stands for. No Qt."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from core import edtf


class Shape(StrEnum):
    """The shape of a date, in the words of the form."""

    DAY = "on a day"
    MONTH = "in a month"
    YEAR = "in a year"
    SPAN = "from … to …"
    BY = "on or before"
    FROM = "on or after"
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class DateForm:
    """What the form holds. ``last`` counts for spans only."""

    shape: Shape
    first: dt.date
    last: dt.date
    about: bool = False

    @property
    def edtf(self) -> str:
        """The EDTF date the form stands for."""
        about = "~" if self.about else ""
        day = self.first.isoformat()
        return {
            Shape.DAY: day + about,
            Shape.MONTH: day[:7] + about,
            Shape.YEAR: day[:4] + about,
            Shape.SPAN: edtf.interval(*sorted((self.first, self.last))),
            Shape.BY: f"../{day}",
            Shape.FROM: f"{day}/..",
            Shape.UNKNOWN: "",
        }[self.shape]


def form_of(date: str, otherwise: dt.date) -> DateForm:
    """Return the form filled with an EDTF date; days it does not name are ``otherwise``."""
    if not date:
        return DateForm(Shape.UNKNOWN, otherwise, otherwise)
    first, last = edtf.bounds(date)
    about = edtf.is_approximate(date)
    begin, end = first or last or otherwise, last or first or otherwise
    if "/" in date:
        shape = Shape.BY if first is None else Shape.FROM if last is None else Shape.SPAN
        return DateForm(shape, begin, end)
    shape = {4: Shape.YEAR, 7: Shape.MONTH}.get(len(date.rstrip("~?%")), Shape.DAY)
    return DateForm(shape, begin, end, about)
