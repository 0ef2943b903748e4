"""Reads off a mention what tells one event from another: its possible days, places, parties and words.

All later comparison works on these small sets; nothing is compared as a whole text.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.edtf import bounds, is_approximate
from core.merge.surroundings import Determiner, Reader, Surroundings
from core.merge.wording import WORD, settings, stem, stems, telling, word_set
from core.model import Article, Basis, Mention

_MARKS = str.maketrans("", "", "~?%")
_TOLD = (Basis.USER, Basis.EXPLICIT, Basis.PARTIAL, Basis.RELATIVE)
_SHARP = 2  # days
_NEAR = 60  # characters before the trigger in which "also" belongs to it
_NUMBER = re.compile(
    r"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?)\b"
)
_ATTACK = "ASSAULT"
WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a mention.

    ``lo``/``hi`` are ordinals of the first and last possible day; ``date`` is the EDTF without marks of
    doubt, ``told`` says that the mention itself tells it. ``sense`` are the groups of like triggers that the
    trigger falls in. ``kind`` is how it was done (an attack by air, by bomb, or as a whole of several parts;
    talks by phone), empty where the words leave that open. ``words`` are those of the quote, ``aim`` those
    behind its trigger, ``actors`` the names before it, ``context`` the words of its sentence, ``names`` the
    proper names among them, ``named`` the words of the parties' names. ``further`` says that it is told as
    one more: "also called", "another round".
    """

    mention: Mention
    at: Surroundings
    lo: int
    hi: int
    date: str
    told: bool
    family: str
    sense: frozenset[str]
    kind: str
    casualties: bool
    places: frozenset[str]
    named_place: bool
    source: frozenset[str]
    target: frozenset[str]
    named: frozenset[str]
    trigger: frozenset[str]
    words: frozenset[str]
    aim: frozenset[str]
    actors: frozenset[str]
    numbers: frozenset[str]
    further: bool
    context: frozenset[str]
    names: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """All who take part, on either side."""
        return self.source | self.target

    @property
    def sharp(self) -> bool:
        """Whether the possible days lie close together."""
        return self.hi - self.lo <= _SHARP

    @property
    def definite(self) -> bool:
        """Whether it is told as something known: "the attack"."""
        return self.at.determiner is Determiner.DEFINITE

    @property
    def indefinite(self) -> bool:
        """Whether it is told as something new: "an attack"."""
        return self.at.determiner is Determiner.INDEFINITE


def read(articles: Iterable[Article], mentions: Iterable[Mention]) -> list[list[Traits]]:
    """Return the traits of the mentions, article by article, each in order of its text.

    Args:
        articles: where the mentions stand; a mention whose article is not here is read by its quote alone.
        mentions: in any order; one that is given twice is read once.
    """
    by_article: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in mentions:
        by_article[mention.article][mention.id] = mention
    texts = {article.id: article for article in articles if article.id in by_article}
    return [
        _read_article(texts.get(identifier), sorted(found.values(), key=_order))
        for identifier, found in sorted(by_article.items())
    ]


def _order(mention: Mention) -> tuple[int, int, str]:
    return mention.trigger.start, mention.start, mention.id


def _read_article(article: Article | None, mentions: Iterable[Mention]) -> list[Traits]:
    reader = Reader(article)
    found = [_read(mention, reader.around(mention)) for mention in mentions]
    sentences: dict[int, list[Traits]] = defaultdict(list)
    for t in found:
        sentences[t.at.sentence].append(t)
    found = [_own(t, sentences[t.at.sentence]) for t in found]
    found = [_again(t, found[:i]) for i, t in enumerate(found)]
    attacks = [t for t in found if t.mention.type == _ATTACK and t.kind]
    return [replace(t, kind=WHOLE) if _whole(t, attacks) else t for t in found]


def _own(one: Traits, sentence: Iterable[Traits]) -> Traits:
    """Return the traits without what the mention does not tell of itself.

    "The attack" does not say how or where; in "the attack, a reprisal for the air strikes on Kunduz last
    week" the day, the place and the means are those of the other event.
    """
    if not _general(one):
        return one
    others = [t for t in sentence if t is not one and not _general(t)]
    told = one.told and not (one.at.bare and any(t.told and t.date == one.date for t in others))
    borrowed = one.at.bare or any(t.kind == one.kind for t in others)
    one = replace(one, told=told, kind="" if borrowed else one.kind)
    return replace(one, places=frozenset(), named_place=False) if one.at.bare else one


def _general(one: Traits) -> bool:
    """Say whether the trigger is a word for any attack: "strike", but not "air strike"."""
    return bool(one.trigger) and one.trigger <= word_set("general")


def _again(one: Traits, before: Sequence[Traits]) -> Traits:
    """Return the traits with the kind of the last attack that was named by the same word: "the strike"."""
    if one.kind or not one.at.bare:
        return one
    near: int = settings()["retelling"]["again_near"]
    kinds = (
        t.kind for t in reversed(before) if t.kind and t.trigger & one.trigger and _behind(one, t) <= near
    )
    return replace(one, kind=next(kinds, ""))


def _behind(one: Traits, other: Traits) -> int:
    return one.at.sentence - other.at.sentence


def _whole(one: Traits, attacks: Iterable[Traits]) -> bool:
    """Say whether an attack is told as a whole of which the article also tells parts.

    Where it has a bomb and gunfire on one day and at one place, "the attack" is neither of them. In an
    article that knows one way only, it is just another word for it.
    """
    if one.mention.type != _ATTACK or one.kind or one.casualties:
        return False
    same_days = [t for t in attacks if t.lo <= one.hi + 1 and one.lo <= t.hi + 1]
    ways = {t.kind for t in same_days if not (one.places and t.places) or one.places & (t.places | t.context)}
    return {"explosives", "firearms"} <= ways


def _read(mention: Mention, at: Surroundings) -> Traits:
    lo, hi = window(mention)
    trigger = stems(mention.trigger.text)
    place = stems(mention.place) - word_set("place_words") - stems(mention.country)
    senses = frozenset(name for name, words in _senses().items() if trigger & words)
    before, behind = _around(mention)
    casualties = senses - {"killing"} == {"casualties"}
    return Traits(
        mention=mention,
        at=at,
        lo=lo,
        hi=hi,
        date=mention.edtf.translate(_MARKS),
        told=mention.basis in _TOLD,
        family=family(mention),
        sense=senses,
        kind=_kind(mention, trigger),
        casualties=casualties,
        places=place,
        named_place=bool(place) and _is_name(mention.place),
        source=frozenset(mention.source),
        target=frozenset(mention.target),
        named=frozenset().union(*map(_party, mention.source), *map(_party, mention.target)),
        trigger=trigger - word_set("saying"),
        words=telling(mention.quote) - trigger,
        aim=telling(behind) - trigger,
        actors=(telling(before) & at.names) - trigger,
        numbers=frozenset(_NUMBER.findall(mention.quote.lower())),
        further=bool(stems(before[-_NEAR:]) & word_set("further")),
        context=telling(at.text) - trigger,
        names=at.names - trigger,
    )


def _around(mention: Mention) -> tuple[str, str]:
    """Return what of the quote stands before the trigger and behind it."""
    start, end = mention.trigger.start - mention.start, mention.trigger.end - mention.start
    return mention.quote[: max(start, 0)], mention.quote[max(end, 0) :]


def family(mention: Mention) -> str:
    """Return the family of types under which other reports may file the same act."""
    return _families().get((mention.track, mention.type), f"{mention.track}-{mention.type}")


@cache
def _party(name: str) -> frozenset[str]:
    return stems(name)


@cache
def _senses() -> dict[str, frozenset[str]]:
    return {name: frozenset(map(stem, words)) for name, words in settings()["senses"].items()}


@cache
def _families() -> dict[tuple[str, str], str]:
    return {
        (track, type_): f"{track}-{number}"
        for track, groups in settings()["families"].items()
        for number, group in enumerate(groups)
        for type_ in group
    }


@cache
def _kinds() -> dict[str, str]:
    return {mode: kind for kind, modes in settings()["kinds"].items() for mode in modes}


def _kind(mention: Mention, trigger: frozenset[str]) -> str:
    if mention.type != "CONSULT":
        return _kinds().get(mention.mode, mention.mode)
    quote = stems(mention.quote)
    forms: dict[str, dict[str, list[str]]] = settings()["forms"]
    for form, words in forms.items():
        if trigger & set(map(stem, words["trigger"])) or quote & set(map(stem, words["quote"])):
            return form
    return ""


def _is_name(place: str) -> bool:
    """Say whether the place is a proper name and no description: "Sumy region", not "a village near Sumy"."""
    plain = [word for word in WORD.findall(place) if not word[0].isupper()]
    return all(stem(word) in word_set("place_words") for word in plain)


def window(mention: Mention) -> tuple[int, int]:
    """Return the ordinals of the days the event can lie on, widened where the date is approximate."""
    first, last = mention.first, mention.last
    if mention.edtf and first is None and last is None:
        first, last = bounds(mention.edtf)
    slack: dict[str, int] = settings()["slack"]
    if first is None and last is None:
        return dt.date.min.toordinal(), dt.date.max.toordinal()
    lo = (last or dt.date.min).toordinal() - slack["open"] if first is None else first.toordinal()
    hi = (first or dt.date.max).toordinal() + slack["open"] if last is None else last.toordinal()
    if mention.basis is Basis.DCT:
        return (lo - slack["news"] if first is not None else lo), hi
    if is_approximate(mention.edtf):
        return lo - slack["about"], hi + slack["about"]
    return lo, hi
