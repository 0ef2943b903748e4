"""Folds words so that they compare: lower case, no accents, no endings, nothing that tells nothing apart."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

WORD = re.compile(r"\d{1,3}(?:,\d{3})+|[^\W_]+(?:['’-][^\W_]+)*")
# Longer before shorter; after each, how many letters must be left. Porter's rules are more than is needed
# where both words of every pair are news English.
_ENDINGS = {"ments": 4, "ment": 4, "ings": 3, "ing": 3, "ions": 4, "ion": 4, "ers": 4, "ies": 3}
_ENDINGS |= {"ed": 3, "es": 3, "s": 3}
_SHORT = 3  # letters
_DOUBLED = re.compile(r"([^aeiouylsz])\1$")  # "hitting", "rammed", but not "shelling", "pressed"


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
    """Return a folded word without its commonest endings: "strike", "strikes" and "striking" are one."""
    word = word.removesuffix("'s").removesuffix("’s").replace(",", "")
    for ending, least in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= least:
            word = _DOUBLED.sub(r"\1", word.removesuffix(ending))
            break
    return word.rstrip("ey") if len(word) > _SHORT else word


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
