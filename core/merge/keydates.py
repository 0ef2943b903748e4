"""Ranks the days of a collection by how many of its articles speak of them, and from how far off.

A day that is told of on many later days mattered; one told of only the next morning was that day's news.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log1p

from core.merge.wording import settings
from core.model import Article, Basis, Mention, TimeExpression


def key_dates(
    articles: Sequence[Article],
    mentions: Iterable[Mention],
    timexes: Mapping[str, Iterable[TimeExpression]],
    top: int,
) -> list[tuple[dt.date, float]]:
    """Return the collection's most important days with their scores in 0..1, best first.

    A day counts by the articles that name it or report events on it. What is told again and again weighs
    less each time: within an article, and among the articles of one day, which retell the same wire texts.
    Looking back weighs more the longer the day is past.

    Args:
        articles: the collection.
        mentions: its event mentions.
        timexes: its time expressions, by article id.
        top: how many days at most.
    """
    published = {article.id: article.published.day for article in articles}
    voices: dict[dt.date, dict[dt.date | str, float]] = defaultdict(lambda: defaultdict(float))
    for (day, article), said in sorted(_said(mentions, timexes).items()):
        told_on = published.get(article)
        voices[day][told_on or article] += log1p(said) * _distance(day, told_on)
    scores = {day: sum(map(log1p, told.values())) for day, told in voices.items()}
    best = max(scores.values(), default=1.0)
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(day, score / best) for day, score in ranked[: max(top, 0)]]


def _said(
    mentions: Iterable[Mention], timexes: Mapping[str, Iterable[TimeExpression]]
) -> dict[tuple[dt.date, str], float]:
    """Return how often each article speaks of each day; news of the day itself counts less."""
    weight: dict[str, float] = settings()["key_dates"]
    said: dict[tuple[dt.date, str], float] = defaultdict(float)
    for mention in mentions:
        if mention.first and mention.first == mention.last:
            said[mention.first, mention.article] += weight["news" if mention.basis is Basis.DCT else "event"]
    for article, found in timexes.items():
        for timex in found:
            if timex.day:
                said[timex.day, article] += weight["told"]
    return said


def _distance(day: dt.date, told_on: dt.date | None) -> float:
    weight: dict[str, float] = settings()["key_dates"]
    if told_on is None:
        return 1.0
    gap = (told_on - day).days
    return 1 + weight["back"] * log1p(gap) if gap >= 0 else weight["ahead"]
