"""Numbers with their nouns, as the chart, the window, the command line and the project all say them."""


def count(number: int, noun: str) -> str:
    """Return "1 event", "12,500 events"; the noun's plural takes an s."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
