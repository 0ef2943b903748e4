"""Twotrack's core: from articles to dated events on two tracks, and to the chart. Knows no window.

The steps, in the order of the data: articles, language, temporal, events, merge, project, timeline, chart,
exchange.
"""

__version__ = "0.1.0"
