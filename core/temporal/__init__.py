"""Time: finds date expressions, resolves them as a news reader would, infers a missing publication date."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from core import facts
from core.model import PublicationDate, TimeExpression
from core.temporal import locales, publication
from core.temporal.forms import Expression
from core.temporal.publication import dateline
from core.temporal.recognition import recognise
from core.temporal.resolution import resolve

__all__ = ["infer_publication", "recognise", "recogniser", "resolve", "stated_publication", "tag"]

_RECOGNISERS: dict[str, Callable[[str], list[Expression]]] = {
    language: partial(recognise, language=language) for language in ("en", "uk", "ru")
}


def tag(text: str, dct: dt.date | None, *, language: str = "en") -> list[TimeExpression]:
    """Return the time expressions of a text, sorted and not overlapping.

    ``dct`` is the day of publication; with None, dates that need it stay open and say so. In a language that
    has no lexicon here, dates and weekdays are found as far as dateparser knows their names; a text in an
    unknown language is read as English, which finds at least its dates in figures.
    """
    return resolve(text, recogniser(language)(text), dct)


def recogniser(language: str) -> Callable[[str], list[Expression]]:
    """Return the function that finds the time expressions of a language's texts ("uk", also "uk-UA")."""
    language = language.partition("-")[0].lower()
    own = _RECOGNISERS.get(language)
    if own is None and locales.knows(language):
        return partial(locales.recognise, language=language)
    return own or recognise


def infer_publication(text: str, *, title: str = "", language: str = "en") -> PublicationDate:
    """Return the publication date that a text tells without stating it, ranked candidates with it.

    The answer is a day, a month or a year, as exact as is likely right; open where nothing decides.
    """
    whole = f"{title}\n\n{text}" if title else text
    body = len(whole) - len(text)
    expressions = recogniser(language)(whole)
    return publication.answer(publication.clues(whole, expressions, facts.known(), body))


def stated_publication(text: str, *, language: str = "en") -> PublicationDate:
    """Return the publication date that a line above or below an article states; open where none does."""
    head, foot = dateline.margins(text)
    return dateline.stated(head, tag(head, None, language=language), foot, tag(foot, None, language=language))
