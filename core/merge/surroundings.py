"""Reads what stands around a mention: its sentence, its determiner, whether it is in the headline.

A later mention is most often told from a new event by these: "the attack" looks back, "an attack" does not.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from core.merge.wording import WORD, settings, telling
from core.model import Article, BlockKind, Mention, Trigger

_BOUNDARY = re.compile(r"[.!?]['\"”’)]*\s+(?=['\"“‘(]?[A-Z0-9])|\n+")
# The last determiner before the trigger, with what may stand between them.
_DETERMINER = re.compile(
    r"(?s:.*)\b(?:(?P<definite>(?P<pointing>the|this|that|these|those|its|their|his|her|our)|[^\W\d_]+['’]s?)"
    r"|(?:an?|another|one|two|three|four|five|several|some|new|further|fresh|separate|more))"
    r"\s+(?P<between>(?:[\w'’-]+\s+){0,3})$",
    re.IGNORECASE,
)
# "the attack on the port" tells which attack, "the attack" alone relies on what was told before
_COMPLEMENT = re.compile(r"\s+(?:on|in|at|of|by|near|against|between|with|from|over|across|around|outside)\b")
_CLAUSE = "that"  # "said that protests went on": no determiner before a plural or more than one word
# "bombs Kharkiv", "hits a school"
_OBJECT = re.compile(r"\s+(?:the|an?|its|their|[A-Z0-9])\b|\s+[A-Z]")
_BACK = 45  # characters before a trigger in which its determiner stands
_REACH = 300  # characters of a long sentence that are read to either side


class Determiner(StrEnum):
    """How the trigger is introduced."""

    DEFINITE = "definite"  # "the attack", "Russia's attack"
    INDEFINITE = "indefinite"  # "an attack", "two strikes"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a mention stands: ordinals of sentence and paragraph, and the sentence, from ``start``.

    ``bare`` says that nothing but the trigger and one more word tells which event is meant; ``names`` are
    the stems of the sentence's proper names; ``verb`` that the trigger is one, as far as its form and what
    follows tell.
    """

    sentence: int
    paragraph: int
    start: int
    text: str
    determiner: Determiner
    bare: bool
    names: frozenset[str]
    headline: bool
    verb: bool


class Reader:
    """Knows an article's sentences and headline."""

    def __init__(self, article: Article | None) -> None:
        self._text = article.text if article else ""
        self._sentences = [match.end() for match in _BOUNDARY.finditer(self._text)]
        self._paragraphs = [match.start() for match in re.finditer(r"\n\s*\n", self._text)]
        # A word that the article also writes small is no name, whatever a headline's capitals say.
        self._small = {word for word in WORD.findall(self._text) if word[0].islower()}
        self._titles = [block for block in article.blocks if block.kind is BlockKind.TITLE] if article else []

    def around(self, mention: Mention) -> Surroundings:
        """Return what stands around a mention of the article."""
        at = mention.trigger.start
        sentence = bisect_right(self._sentences, at)
        begin, end = self._bounds(sentence)
        past = _is_past(mention)
        determiner, few = (Determiner.NONE, False) if past else self._determiner(mention.trigger)
        follows = bool(_COMPLEMENT.match(self._text, mention.trigger.end))
        start = max(begin, at - _REACH)
        text = self._text[start : min(end, at + _REACH)] or mention.quote
        return Surroundings(
            sentence=sentence,
            paragraph=bisect_right(self._paragraphs, at),
            start=start,
            text=text,
            determiner=determiner,
            bare=determiner is Determiner.DEFINITE and few and not follows,
            names=self._names(text),
            headline=any(block.start <= at < block.end for block in self._titles),
            verb=past or bool(_OBJECT.match(self._text, mention.trigger.end)),
        )

    def _names(self, sentence: str) -> frozenset[str]:
        capitals = (word for word in WORD.findall(sentence) if word[0].isupper())
        return telling(" ".join(word for word in capitals if word.lower() not in self._small))

    def _bounds(self, sentence: int) -> tuple[int, int]:
        ends: Sequence[int] = self._sentences
        begin = ends[sentence - 1] if sentence else 0
        return begin, ends[sentence] if sentence < len(ends) else len(self._text)

    def _determiner(self, trigger: Trigger) -> tuple[Determiner, bool]:
        """Return the determiner, and whether it points back with at most one word before the trigger."""
        found = _DETERMINER.match(self._text[max(0, trigger.start - _BACK) : trigger.start])
        if not found:
            return Determiner.NONE, False
        between = found["between"].lower().split()
        if not _parting().isdisjoint(between):
            return Determiner.NONE, False  # "the ministry was urging": it is that of another noun
        few = len(between) <= 1
        pointing = (found["pointing"] or "").lower()
        if pointing == _CLAUSE and (not few or trigger.text.endswith("s")):
            return Determiner.NONE, False
        few = bool(pointing) and few
        return (Determiner.DEFINITE if found["definite"] else Determiner.INDEFINITE), few


@cache
def _parting() -> frozenset[str]:
    return frozenset(settings()["words"]["parting"])


def _is_past(mention: Mention) -> bool:
    """Say whether the trigger is a past tense, so that a determiner before it is its subject's."""
    first = mention.trigger.text.lower().split()[0] if mention.trigger.text.split() else ""
    return first.endswith("ed") or first in settings()["words"]["past_tenses"]
