"""Keeps what a lane has already filled: a height for each column, and where a text bars the way.

Heights are px from the lane's foot (its axis) outwards, whichever way the lane points. Columns are 4 px wide;
plain lists, because the pieces looked at are short and there are many of them.
"""

_PITCH = 4.0
_EDGE = 0.01  # what ends where the next begins does not overlap it


class Skyline:
    """The filled part of a lane ``width`` px wide and ``height`` px high. Places are px from its left."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height
        self._most = int(width / _PITCH) + 1
        self._top = [0.0] * (self._most + 1)
        self._barred = [False] * (self._most + 1)

    def over(self, left: float, right: float) -> float:
        """Return the height above which the columns are free."""
        low, high = self._columns(left, right)
        return max(self._top[low:high])

    def fill(self, left: float, right: float, height: float, *, bar: bool = False) -> None:
        """Fill columns up to a height; with ``bar`` no stem may pass there any more."""
        low, high = self._columns(left, right)
        for column in range(low, high):
            self._top[column] = max(self._top[column], height)
        if bar:
            self._barred[low:high] = [True] * (high - low)

    def cover(self, left: float, right: float, height: float, *, bar: bool = False) -> None:
        """Fill columns up to a height above all that is there, which needs no comparing."""
        low, high = self._columns(left, right)
        self._top[low:high] = [height] * (high - low)
        if bar:
            self._barred[low:high] = [True] * (high - low)

    def passes(self, x: float) -> bool:
        """Say whether a stem may rise here from the foot to the free height."""
        low, high = self._columns(x - 1, x + 1)
        return not any(self._barred[low:high])

    def lowest(self) -> float:
        """Return the least height filled."""
        return min(self._top)

    def top(self) -> float:
        """Return the greatest height filled."""
        return max(self._top)

    def copy(self) -> "Skyline":
        """Return a skyline to try things on."""
        other = object.__new__(Skyline)
        other.width, other.height, other._most = self.width, self.height, self._most
        other._top, other._barred = self._top[:], self._barred[:]
        return other

    def _columns(self, left: float, right: float) -> tuple[int, int]:
        low = min(max(0, int((left + _EDGE) / _PITCH)), self._most)
        return low, max(low, min(self._most, int((right - _EDGE) / _PITCH))) + 1
