"""EDTF dates (ISO 8601-2, level 1 as far as news needs it): their bounds, and how they read in words.

Shared by all steps: a date travels as its EDTF string plus the first and last possible day.
"""

import calendar
import datetime as dt
import re

_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
_OPEN = ("", "..")


def bounds(edtf: str) -> tuple[dt.date | None, dt.date | None]:
    """Return the first and last day an EDTF date can mean; None is an open end.

    Raises:
        ValueError: the string is no EDTF day, month, year or interval of these.
    """
    if "/" in edtf:
        start, end = edtf.split("/", 1)
        return (
            None if start in _OPEN else _plain(start)[0],
            None if end in _OPEN else _plain(end)[1],
        )
    return _plain(edtf)


def _plain(edtf: str) -> tuple[dt.date, dt.date]:
    """Return the first and last day of a day, month or year."""
    match = _PLAIN.fullmatch(edtf)
    if match is None:
        raise ValueError(f"not an EDTF date: {edtf!r}")
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        first = dt.date(year, month, 1)
        return first, first.replace(day=calendar.monthrange(year, month)[1])
    exact = dt.date(year, month, day)
    return exact, exact


def is_approximate(edtf: str) -> bool:
    """Say whether any part of the date is marked approximate or uncertain."""
    return any(mark in edtf for mark in "~?%")


def interval(first: dt.date, last: dt.date) -> str:
    """Return the EDTF of the days from ``first`` to ``last``: a day, or an interval of days."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def words(edtf: str, *, year: bool = True) -> str:
    """Return the date as a reader would write it: "about 15 May 2025", "28 May to 11 June", "by 2 June".

    With ``year=False`` the year is left out where a day or month is named.
    """
    if not edtf:
        return "date unknown"
    if "/" in edtf:
        return _span_words(*edtf.split("/", 1), year=year)
    about = "about " if is_approximate(edtf) else ""
    parts = edtf.rstrip("~?%").split("-")
    if len(parts) == 1:
        return about + parts[0]
    name = calendar.month_name[int(parts[1])]
    text = name if len(parts) == 2 else f"{int(parts[2])} {name}"
    return f"{about}{text} {parts[0]}" if year else about + text


def _span_words(start: str, end: str, *, year: bool) -> str:
    if start in _OPEN and end in _OPEN:
        return "date unknown"
    if start in _OPEN:
        return f"by {words(end, year=year)}"
    if end in _OPEN:
        return f"{words(start, year=year)} or later"
    if start[:7] == end[:7] and len(start) == len(end) == len("2025-06-02"):
        return f"{int(start[8:])} to {words(end, year=year)}"
    same_year = start[:4] == end[:4]
    return f"{words(start, year=year and not same_year)} to {words(end, year=year)}"
