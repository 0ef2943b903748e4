"""Folds words so that they compare: lower case, no accents, no endings, nothing that tells nothing apart."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ies", "ed", "es", "s")
_STEM = 4  # no ending is cut that would leave fewer letters


@cache
def settings() -> dict[str, Any]:
    """Return the step's settings: families of types, senses of triggers, words that tell nothing apart."""
    return tomllib.loads(Path(__file__).with_name("settings.toml").read_text(encoding="utf8"))


def stems(text: str) -> frozenset[str]:
    """Return the words of a text as a set, folded to lower case without accents, endings and short words."""
    return frozenset(stem(word) for word in WORD.findall(_folded(text)) if len(word) > 2 or word.isdigit())


def telling(text: str) -> frozenset[str]:
    """Return the stems of a text without the words that stand in any article."""
    return stems(text) - word_set("common_words")


@cache
def stem(word: str) -> str:
    """Return a folded word without its commonest endings."""
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the settings' lists of words, as stems."""
    words: Iterable[str] = settings()["words"][name]
    return frozenset(stem(word) for word in words)


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))
