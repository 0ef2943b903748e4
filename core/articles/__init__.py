"""First step: files and pasted text become articles; what is not the article is marked as furniture.

The publication date is taken here only where the page states it; inferring it is the work of ``temporal``.
"""

from core.articles.reading import DOCUMENTS, SUFFIXES, ArticleError, from_text, read

__all__ = ["DOCUMENTS", "SUFFIXES", "ArticleError", "from_text", "read"]
