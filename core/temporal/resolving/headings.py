"""Finds the dates that stand in headings ("Lebanon, June 1982"): histories go on from these at once."""

from collections.abc import Sequence

from core.temporal.forms import Calendar, Expression

_LONGEST = 90  # letters of a line that may be a heading
_NEXT = 80  # letters after a heading, among which the text goes on
_CLOSING = (".", "!", "?", ";", ",", ":", "”", '"')


def headings(text: str, expressions: Sequence[Expression]) -> frozenset[int]:
    """Return the places, among the expressions, of the dates with a year that stand in a heading."""
    return frozenset(
        place
        for place, item in enumerate(expressions)
        if isinstance(item.form, Calendar) and item.form.year and _is_in_heading(text, item)
    )


def _is_in_heading(text: str, item: Expression) -> bool:
    first = text.rfind("\n", max(0, item.start - _LONGEST), item.start) + 1
    last = text.find("\n", item.end, item.end + _LONGEST)
    begins = first > 0 or item.start <= _LONGEST
    if last < 0 or not begins or last - first > _LONGEST:
        return False
    return not text[first:last].rstrip().endswith(_CLOSING) and not text[last : last + _NEXT].isspace()
