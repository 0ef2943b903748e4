"""The stretch of time in view, and how zooming and panning change it. No Qt.

Times are days as floating point numbers, counted as ``datetime.date.toordinal`` counts them.
"""

from dataclasses import dataclass

SHORTEST = 2.0  # days: closer in, every mark is far from the next anyway
LONGEST = 366.0 * 400


@dataclass(frozen=True, slots=True)
class Span:
    """The days from ``start`` to ``end``."""

    start: float
    end: float

    @property
    def days(self) -> float:
        """Its length."""
        return self.end - self.start

    def at(self, share: float) -> float:
        """Return the time at a share of its length, 0 at the start."""
        return self.start + share * self.days

    def share(self, time: float) -> float:
        """Return where a time is, as a share of the length; outside of 0..1 where it is not in view."""
        return (time - self.start) / self.days

    def zoomed(self, factor: float, share: float = 0.5) -> "Span":
        """Return the span ``factor`` times as long, the time at ``share`` staying in its place."""
        days = min(LONGEST, max(SHORTEST, self.days * factor))
        start = self.at(share) - share * days
        return Span(start, start + days)

    def moved(self, share: float) -> "Span":
        """Return the span moved by a share of its length; positive is later."""
        return Span(self.start + share * self.days, self.end + share * self.days)

    def within(self, whole: "Span") -> "Span":
        """Return the span moved so that something of ``whole`` stays in view."""
        centre = min(whole.end, max(whole.start, self.at(0.5)))
        return Span(centre - self.days / 2, centre + self.days / 2)

    def showing(self, time: float, margin: float = 0.01) -> "Span":
        """Return the span, moved so far that a time stands in view."""
        share = self.share(time)
        if margin <= share <= 1 - margin:
            return self
        return self.moved(share - 0.5)
