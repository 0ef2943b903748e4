"""Gives each event its date: that of the time expression in its clause, else the story's, else the news'."""

import datetime as dt
from dataclasses import dataclass, replace

from core.edtf import bounds, interval
from core.model import Basis, PublicationDate, Status, TimeExpression
from core.wording import count


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's date: EDTF, bounds, basis, the reason in words, and the expression it comes from."""

    edtf: str
    first: dt.date | None
    last: dt.date | None
    basis: Basis
    reason: str
    timex: TimeExpression | None = None


def from_timex(timex: TimeExpression) -> Dated:
    """Return the date that a time expression names."""
    reason = f"dated by “{timex.text}”" + (f": {timex.reason}" if timex.reason else "")
    return Dated(timex.edtf, timex.first, timex.last, timex.basis, reason, timex)


def clipped(dated: Dated, today: dt.date | None, status: Status) -> Dated:
    """Cut a span like "this week" at the publication day: the past ends there, what is planned begins."""
    if today is None or dated.first is None or dated.last is None or not dated.first < today < dated.last:
        return dated
    if status is Status.OCCURRED and (dated.last - dated.first).days <= 31:
        return replace(dated, edtf=interval(dated.first, today), last=today)
    if status is Status.PLANNED:
        return replace(dated, edtf=interval(today, dated.last), first=today)
    return dated


def from_story(earlier: Dated) -> Dated:
    """Return a date taken over from what was told before."""
    source = f" by “{earlier.timex.text}”" if earlier.timex else ""
    return Dated(
        earlier.edtf,
        earlier.first,
        earlier.last,
        Basis.NARRATIVE,
        f"no time told here; the story is at the date given before{source}",
        earlier.timex,
    )


def before(day: dt.date, reason: str) -> Dated:
    """Return the open date of what is only known to have happened by a day."""
    return Dated(f"../{day}", None, day, Basis.DCT, reason)


def from_publication(published: PublicationDate, status: Status) -> Dated:
    """Return the date of news that tells no time: about the publication day, or open for what lies ahead."""
    if not published.edtf:
        return Dated("", None, None, Basis.DCT, "no time told, and the publication date is not known")
    if status in (Status.PLANNED, Status.PROPOSED, Status.HYPOTHETICAL):
        edtf, reason = (
            f"{published.edtf}/..",
            "not yet happened, no time told: on the publication day or later",
        )
    else:
        edtf, reason = f"{published.edtf}~", "no time told: news of the publication day"
    first, last = bounds(edtf)
    return Dated(edtf, first, last, Basis.DCT, reason)


def span(start: Dated, days: int) -> Dated:
    """Return the span of a deadline that runs for some days from the day it was set.

    Where only the month or year is known in which it was set, the date stays as open as that.
    """
    reason = f"{start.reason}; the deadline runs {count(days, 'day')}"
    if start.first is None or not _begins_on_a_day(start.edtf):
        return replace(start, reason=reason)
    end = (start.last or start.first) + dt.timedelta(days=days)
    return Dated(interval(start.first, end), start.first, end, start.basis, reason, start.timex)


def _begins_on_a_day(edtf: str) -> bool:
    return len(edtf.partition("/")[0].rstrip("~?%")) == len("2025-06-02")
