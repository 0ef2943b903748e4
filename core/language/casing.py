"""Writes a headline in capitals ("Rebels Storm Base in Goma") as a sentence, so that it can be parsed.

Which words are names is learned from the text below it, and else from what the model knows.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from pathlib import Path

from core.model import Document

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_JOINED = re.compile(rf"{_WORD.pattern}(?:-{_WORD.pattern})*")  # "Mazar-i-Sharif" has a capital
_PLAIN = re.compile(r"(?<![\w'’-])[a-z]{6,}")  # no word that such a headline leaves small is so long
_LEAST = 4  # words with capitals
_ACRONYM = 3  # letters of a word that may stand for a name: "US TO SEND TANKS"
_STEM = 5  # letters by which two forms of one word are known: "Stalls", "stalled"


class Casing:
    """How the words of a document are written where nothing forces a capital on them."""

    def __init__(self, document: Document, common: Callable[[str], bool]) -> None:
        """Take a document, whose sentences need no tokens.

        Args:
            document: read when the first headline in capitals is met.
            common: whether a word in small letters is no name, asked where the document does not tell.
        """
        self._document = document
        self._common = common

    @cached_property
    def _written(self) -> Counter[str]:
        """How often each word stands inside the sentences, but for headlines in capitals."""
        found: Counter[str] = Counter()
        for sentence in self._document.sentences:
            words = _JOINED.findall(self._document.text[sentence.start : sentence.end])
            if not _is_headline(words):
                found.update(part for word in words[1:] for part in _WORD.findall(word))
        return found

    @cached_property
    def _stems(self) -> set[str]:
        return {word[:_STEM] for word in self._written if word.islower() and len(word) >= _STEM}

    def sentence(self, text: str) -> str:
        """Return a sentence as the document would write its words; the length stays."""
        if _PLAIN.search(text) or not _is_headline(_JOINED.findall(text)):
            return text
        start = next(_WORD.finditer(text)).start()
        loud = text.isupper()
        told = _WORD.sub(lambda match: self._word(match[0], loud=loud), text)
        return told[:start] + text[start] + told[start + 1 :]

    def _word(self, word: str, *, loud: bool) -> str:
        """Return a word as the document writes it; ``loud`` where the whole headline is in capitals."""
        small = word.lower()
        if small == word or len(small) != len(word) or (word.isupper() and not loud):
            return word  # "US", "ISIS"
        titled = small[0].upper() + small[1:]
        forms = [form for form in (small, word, titled) if self._written[form]]
        if forms:
            return max(forms, key=lambda form: self._written[form])
        if loud and len(word) <= _ACRONYM:
            return small if small in listed("small") else word
        known = small[:_STEM] in self._stems or self._common(small)
        return small if known else titled


def _is_headline(words: Sequence[str]) -> bool:
    """Say whether the words have capitals that a sentence would not give them."""
    small = [word for word in words if word[0].islower()]
    return len(words) - len(small) >= _LEAST and listed("small").issuperset(small)


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words, in small letters, of a list of the data file."""
    data = tomllib.loads(Path(__file__).with_name("casing.toml").read_text(encoding="utf-8"))
    return frozenset(data[name].split())
