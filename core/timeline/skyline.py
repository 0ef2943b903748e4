"""Keeps what a lane has already filled: a height for each column of px, and where a text bars the way.

Heights are px from the lane's foot (its axis) outwards, whichever way the lane points.
"""

import numpy as np


class Skyline:
    """The filled part of a lane ``width`` px wide and ``height`` px high. Columns are counted from its left."""

    def __init__(self, width: float, height: float) -> None:
        self.width = int(width)
        self.height = height
        self._top = np.zeros(self.width + 1)
        self._barred = np.zeros(self.width + 1, dtype=bool)

    def over(self, left: float, right: float) -> float:
        """Return the height above which the columns are free."""
        return float(self._top[self._slice(left, right)].max())

    def fill(self, left: float, right: float, height: float, *, bar: bool = False) -> None:
        """Fill columns up to a height; with ``bar`` no stem may pass there any more."""
        columns = self._slice(left, right)
        self._top[columns] = np.maximum(self._top[columns], height)
        if bar:
            self._barred[columns] = True

    def passes(self, x: float) -> bool:
        """Say whether a stem may rise at this column from the foot to the free height."""
        return not self._barred[self._slice(x - 1, x + 1)].any()

    def raise_to(self, heights: np.ndarray) -> None:
        """Fill each column up to its height."""
        self._top[: len(heights)] = np.maximum(self._top[: len(heights)], heights[: len(self._top)])

    def copy(self) -> "Skyline":
        """Return a skyline to try things on."""
        other = Skyline(self.width, self.height)
        other._top, other._barred = self._top.copy(), self._barred.copy()
        return other

    def _slice(self, left: float, right: float) -> slice:
        low = min(max(0, int(np.floor(left))), self.width)
        return slice(low, max(low, min(self.width, int(np.ceil(right)))) + 1)
