"""The event tables that can be brought in, one module each: how a table is known, and what a row tells.

A source has ``NAME``, ``NEEDED`` (the columns by which its table is known, in lower case) and ``event``,
which returns the event of a row. It raises :class:`RowError` for a row that cannot be read, and
:class:`LeftOut` for one that is no event in Twotrack's sense.
"""
