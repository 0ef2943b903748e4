"""Finds a mention again when its article was read anew or its text has changed a little."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from core import selectors
from core.model import Mention, Trigger

_ENOUGH = 0.6  # share of the words two quotes must have in common where they are not the same clause
_SAME = 10.0  # an unchanged mention goes before all that are only alike


def pair(known: Mapping[str, Mention], found: Sequence[Mention]) -> dict[int, str]:
    """Return which of the mentions found is which of those known by name: position to name, best first."""
    scores = (
        (likeness(mention, other), name, position)
        for name, mention in known.items()
        for position, other in enumerate(found)
    )
    pairs: dict[int, str] = {}
    for score, name, position in sorted(scores, key=lambda found: (-found[0], found[1:])):
        if score > 0 and position not in pairs and name not in pairs.values():
            pairs[position] = name
    return pairs


def likeness(old: Mention, new: Mention) -> float:
    """Return how surely two mentions report the same clause's event, 0 if they do not."""
    if old == new:
        return _SAME
    if not _same_trigger(old, new):
        return 0.0
    shared = _shared(old.quote, new.quote)
    if shared < _ENOUGH:
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


def _shared(old: str, new: str) -> float:
    """Return the share of words two quotes have in common; a clause cut shorter or longer is the same."""
    if old == new:
        return 1.0
    shorter, longer = sorted((old, new), key=len)
    if shorter in longer:
        return 0.9
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def relocate(mention: Mention, before: str, now: str) -> Mention:
    """Return the mention with its quote and offsets as its article's changed text has them.

    Where too little of the quote is left, the mention keeps its words and stands at 0, with no length.
    """
    if before == now:
        return mention
    place = selectors.locate(now, *selectors.describe(before, mention.start, mention.end))
    if place is None:
        return replace(mention, start=0, end=0, trigger=Trigger(0, 0, mention.trigger.text))
    quote = now[place.start : place.end]
    expected = place.start + mention.trigger.start - mention.start
    return replace(
        mention,
        start=place.start,
        end=place.end,
        quote=quote,
        trigger=_trigger(mention.trigger.text, place.start, quote, expected),
    )


def _trigger(word: str, start: int, quote: str, expected: int) -> Trigger:
    """Return the trigger where it stands in the quote, nearest to where it is expected."""
    places: Iterable[int] = (start + at for at in range(len(quote)) if quote.startswith(word, at))
    at = min(places, key=lambda place: abs(place - expected), default=None)
    return Trigger(start, start, word) if at is None else Trigger(at, at + len(word), word)
