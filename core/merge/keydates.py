"""Ranks the days of a collection by how much its articles tell of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log1p

from core.merge.wording import settings
from core.model import Article, Basis, Mention, TimeExpression


def key_dates(
    articles: Sequence[Article],
    mentions: Sequence[Mention],
    top: int,
    timexes: Mapping[str, Sequence[TimeExpression]] | None = None,
) -> list[tuple[dt.date, float]]:
    """Return the collection's most important days with their scores in 0..1, best first.

    A day counts by the articles that tell of it: those that name it, those that report events on it, and
    those published on it. An article is one voice however often it names a day.

    Args:
        articles: the collection.
        mentions: its event mentions.
        top: how many days at most.
        timexes: time expressions by article id, where they are at hand.
    """
    voices: dict[tuple[dt.date, str], float] = defaultdict(float)
    weight: dict[str, float] = settings()["key_dates"]
    for mention in mentions:
        if mention.first and mention.first == mention.last:
            kind = "news" if mention.basis is Basis.DCT else "event"
            voices[mention.first, mention.article] += weight[kind]
    for identifier, found in (timexes or {}).items():
        for timex in found:
            if timex.first and timex.first == timex.last:
                voices[timex.first, identifier] += weight["told"]
    for article in articles:
        if article.published.day:
            voices[article.published.day, article.id] += weight["news"]
    scores: dict[dt.date, float] = defaultdict(float)
    for (day, _), told in sorted(voices.items()):
        scores[day] += log1p(told)
    best = max(scores.values(), default=1.0)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(day, score / best) for day, score in ranked[:top]]
