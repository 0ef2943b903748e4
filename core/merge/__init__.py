"""Makes events of the mentions of all articles: which tell of one, what they agree on, how they link."""

from core.merge.keydates import key_dates
from core.merge.links import find_links
from core.merge.merging import merge

__all__ = ["find_links", "key_dates", "merge"]
