"""Last step, beside the chart: events out as tables, calendars and the like, and event tables in."""
