"""Values of options that several commands take, read from text."""

import argparse
import datetime as dt

from core import edtf

_LARGEST = 20_000  # pixels


def pixels(text: str) -> tuple[int, int]:
    """Return the width and height of a size like 1600x900.

    Raises:
        argparse.ArgumentTypeError: it is no such size.
    """
    width, _, height = text.lower().partition("x")
    sides = [int(side) for side in (width, height) if side.isascii() and side.isdigit()]
    if len(sides) != 2 or not all(0 < side <= _LARGEST for side in sides):
        raise argparse.ArgumentTypeError(f"{text!r} is no size in pixels like 1600x900")
    return sides[0], sides[1]


def number(text: str) -> int:
    """Return a whole number above zero.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number above zero")
    return int(text)


def first_day(text: str) -> dt.date:
    """Return the first day of a date like 2025-05-29, 2025-05 or 2025.

    Raises:
        argparse.ArgumentTypeError: it is no such date.
    """
    return _ends(text)[0]


def last_day(text: str) -> dt.date:
    """Return the last day of a date like 2025-05-29, 2025-05 or 2025.

    Raises:
        argparse.ArgumentTypeError: it is no such date.
    """
    return _ends(text)[1]


def _ends(text: str) -> tuple[dt.date, dt.date]:
    try:
        first, last = edtf.bounds(text)
    except ValueError:
        first = last = None
    if first is None or last is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2025-05-29, 2025-05 or 2025")
    return first, last
