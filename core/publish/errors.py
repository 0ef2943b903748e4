"""What can go wrong when a chart is made or read: said in words for the user."""


class ChartError(Exception):
    """A chart cannot be made as asked, written or read; the message says what happened and what to do."""
