"""Finds a mention again when its article was read anew or its text has changed a little.

Works on what W3C Web Annotation calls the quote and position selectors, and on the trigger.
"""

from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from core.model import Mention, Trigger

_ENOUGH = 0.6  # share of the words two quotes must have in common where they are not the same clause


def best_match(mention: Mention, candidates: Iterable[tuple[str, Mention]]) -> str | None:
    """Return the key of the candidate that is the same mention, None if there is none."""
    scored = ((likeness(mention, other), key) for key, other in candidates)
    score, key = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
    return key if score > 0 else None


def likeness(old: Mention, new: Mention) -> float:
    """Return how surely two mentions report the same clause's event, 0 if they do not."""
    shared = _shared(old, new)
    if shared < _ENOUGH or not _same_trigger(old, new):
        return 0.0
    agreeing = (
        old.trigger == new.trigger,
        old.type == new.type,
        old.edtf == new.edtf,
        old.status == new.status,
        old.title == new.title,
    )
    return shared + sum(agreeing)


def _same_trigger(old: Mention, new: Mention) -> bool:
    if old.trigger.text.casefold() == new.trigger.text.casefold():
        return True
    overlap = old.trigger.start < new.trigger.end and new.trigger.start < old.trigger.end
    return overlap and old.article == new.article and old.type == new.type


def _shared(old: Mention, new: Mention) -> float:
    if old.quote == new.quote:
        return 1.0
    shorter, longer = sorted((old.quote, new.quote), key=len)
    if shorter in longer:
        return 0.9
    return SequenceMatcher(None, old.quote.split(), new.quote.split(), autojunk=False).ratio()


def relocate(mention: Mention, text: str) -> Mention:
    """Return the mention with its offsets where its quote stands in the text now.

    Where the quote was reworded, the part of it that is left is quoted; where nothing is left, the offsets
    are 0 and the quote stays.
    """
    if text[mention.start : mention.end] == mention.quote:
        return mention
    places = _occurrences(mention.quote, text)
    if places:
        return _moved(mention, min(places, key=lambda place: abs(place - mention.start)))
    same = SequenceMatcher(None, text, mention.quote, autojunk=False).find_longest_match()
    if same.size * 2 < len(mention.quote):
        return replace(mention, start=0, end=0, trigger=Trigger(0, 0, mention.trigger.text))
    start, end = same.a, same.a + same.size
    place = text.find(mention.trigger.text, start, end)
    trigger = Trigger(place, place + len(mention.trigger.text), mention.trigger.text)
    return replace(
        mention,
        start=start,
        end=end,
        quote=text[start:end],
        trigger=trigger if place >= 0 else Trigger(start, start, mention.trigger.text),
    )


def _occurrences(quote: str, text: str) -> list[int]:
    places, place = [], text.find(quote) if quote else -1
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return places


def _moved(mention: Mention, start: int) -> Mention:
    shift = start - mention.start
    trigger = mention.trigger
    return replace(
        mention,
        start=start,
        end=mention.end + shift,
        trigger=replace(trigger, start=trigger.start + shift, end=trigger.end + shift),
    )
