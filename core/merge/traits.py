"""Reads off a mention what tells one event from another: its possible days, places, parties and words.

All later comparison works on these small sets; nothing is compared as a whole text.
"""

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from core.edtf import bounds, is_approximate
from core.model import Basis, Mention

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ed", "es", "s")
_MARKS = str.maketrans("", "", "~?%")
_STEM = 4  # no ending is cut that would leave fewer letters


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of a mention.

    ``lo``/``hi`` are ordinals of the first and last possible day, ``sharp`` says that they lie close
    together; ``date`` is the EDTF without marks of doubt; ``form`` is how the sides of a meeting met.
    """

    mention: Mention
    lo: int
    hi: int
    date: str
    sharp: bool
    family: str
    places: frozenset[str]
    named_place: bool
    source: frozenset[str]
    target: frozenset[str]
    trigger: frozenset[str]
    form: str
    words: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        """All who take part, on either side."""
        return self.source | self.target


@cache
def settings() -> dict[str, Any]:
    """Return the step's settings: weights, families of types, words that tell nothing apart."""
    return tomllib.loads(Path(__file__).with_name("settings.toml").read_text(encoding="utf8"))


def read(mention: Mention) -> Traits:
    """Return the traits of a mention."""
    lo, hi = _window(mention)
    trigger = stems(mention.trigger.text)
    place = stems(mention.place) - _setting("place_words")
    return Traits(
        mention=mention,
        lo=lo,
        hi=hi,
        date=mention.edtf.translate(_MARKS),
        sharp=hi - lo <= 2,
        family=_family(mention),
        places=place,
        named_place=bool(place) and _is_name(mention.place),
        source=frozenset(mention.source),
        target=frozenset(mention.target),
        trigger=trigger,
        form=_form(trigger, stems(mention.quote)),
        words=stems(f"{mention.quote} {mention.title}") - _setting("common_words"),
    )


def stems(text: str) -> frozenset[str]:
    """Return the words of a text as a set, folded to lower case without accents, endings and short words."""
    return frozenset(_stem(word) for word in _WORD.findall(_folded(text)) if len(word) > 2 or word.isdigit())


@cache
def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def _folded(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


@cache
def _setting(name: str) -> frozenset[str]:
    words: Iterable[str] = settings()["words"][name]
    return frozenset(_stem(word) for word in words)


@cache
def _families() -> dict[tuple[str, str], str]:
    return {
        (track, type_): f"{track}-{number}"
        for track, groups in settings()["families"].items()
        for number, group in enumerate(groups)
        for type_ in group
    }


def _family(mention: Mention) -> str:
    return _families().get((mention.track, mention.type), f"{mention.track}-{mention.type}")


def _form(trigger: frozenset[str], quote: frozenset[str]) -> str:
    """Return how the sides met, where the words say that it was not face to face."""
    forms: dict[str, dict[str, list[str]]] = settings()["forms"]
    for form, words in forms.items():
        if any(trigger & {_stem(w)} for w in words["trigger"]) or any(
            _stem(w) in quote for w in words["quote"]
        ):
            return form
    return ""


def _is_name(place: str) -> bool:
    """Say whether the place is a proper name and no description: "Sumy region", not "a village near Sumy"."""
    plain = [word for word in _WORD.findall(place) if not word[0].isupper()]
    return all(_stem(word) in _setting("place_words") for word in plain)


def _window(mention: Mention) -> tuple[int, int]:
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
