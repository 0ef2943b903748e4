"""Looks up the words of facts in a text: fast where there are thousands of facts and one text."""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

_SENTENCE = re.compile(r"[^.!?\n]{3,1200}(?:[.!?](?!\s+[A-Z“\"\n]|\s*$)[^.!?\n]{0,400}){0,8}")
_TOKEN = re.compile(r"\w+")
_PREFIX = 4
_BACK = 48  # characters before a word in which it is looked for whether it is told as happened

WordSets = Sequence[tuple[str, ...]]
"""Each set holds words that stand together in a sentence; any one of the sets will do."""


class Phrases:
    """A text ready to be asked for phrases.

    A phrase begins at the start of a word and may end inside one ("assassinat"). One in small letters is
    also found with capitals, one with capitals only as it is.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = text.lower() if len(text.lower()) == len(text) else text
        self._sentences = [match.span() for match in _SENTENCE.finditer(text)]
        self._pairs = [(one[0], two[1]) for one, two in pairwise(self._sentences)]
        self._prefixes = {match[0][:_PREFIX].lower() for match in _TOKEN.finditer(text)}

    def first_of(self, sets: WordSets) -> tuple[str, ...] | None:
        """Return the first set all of whose words are in the text."""
        return next((group for group in sets if self._may_hold(group) and self._holds(group)), None)

    def spans(self, sets: WordSets) -> tuple[tuple[int, int], ...]:
        """Return the sentences in which all the words of a set stand together."""
        return self._spans(sets, self._sentences)

    def adjoining(self, sets: WordSets) -> tuple[tuple[int, int], ...]:
        """Return the pairs of sentences, one after the other, in which all the words of a set stand."""
        return self._spans(sets, self._pairs)

    def _spans(self, sets: WordSets, among: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
        held = [group for group in sets if self._may_hold(group)]
        return tuple(sorted({span for group in held for span in self._together(group, among)}))

    def holding(self, pattern: re.Pattern[str]) -> tuple[tuple[int, int], ...]:
        """Return the sentences in which a pattern is found."""
        return tuple(span for span in self._sentences if pattern.search(self._text, *span))

    def tell_as_happened(self, sets: WordSets, spans: Sequence[tuple[int, int]]) -> bool:
        """Say whether a sentence tells the words of a set as happened, not as asked for, planned or denied.

        ``spans``: the sentences that hold them. Names tell neither way.
        """
        return any(
            all(self._stands(word, *span) for word in group)
            and all(self._happens(word, *span) for word in group if word.islower())
            for group in sets
            for span in spans
        )

    def look_back(self, sets: WordSets, spans: Sequence[tuple[int, int]]) -> bool:
        """Say whether each sentence that holds words of a set looks back on them: "since the election"."""
        return all(
            any(
                _cue("back").search(self._lower, max(start, place - _BACK), place)
                for group in sets
                for word in group
                for place in self._places(word, start, end)
            )
            for start, end in spans
        )

    def held(self, sets: WordSets, spans: Sequence[tuple[int, int]]) -> frozenset[str]:
        """Return the words of the sets that stand whole in one of the sentences."""
        return frozenset(
            word
            for group in sets
            if any(all(self._stands(word, *span) for word in group) for span in spans)
            for word in group
        )

    def _happens(self, word: str, start: int, end: int) -> bool:
        return any(
            not _cue("unreal").search(self._lower, max(start, place - _BACK), place)
            for place in self._places(word, start, end)
        )

    def _together(self, group: tuple[str, ...], among: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        if not self._holds(group):
            return []
        return [span for span in among if all(self._stands(word, *span) for word in group)]

    def _may_hold(self, group: tuple[str, ...]) -> bool:
        """Say fast whether the text may hold the words: by the first letters of its words."""
        return all(_first_letters(word) in self._prefixes or _is_short(word) for word in group)

    def _holds(self, group: tuple[str, ...]) -> bool:
        return all(self._stands(word, 0, len(self._text)) for word in group)

    def _stands(self, word: str, start: int, end: int) -> bool:
        return next(self._places(word, start, end), None) is not None

    def _places(self, word: str, start: int, end: int) -> Iterator[int]:
        text = self._lower if word.islower() else self._text
        place = text.find(word, start, end)
        while place >= 0:
            if place == 0 or not text[place - 1].isalnum() or not word[0].isalnum():
                yield place
            place = text.find(word, place + 1, end)


@cache
def _first_letters(word: str) -> str:
    match = _TOKEN.search(word)
    return match[0][:_PREFIX].lower() if match else ""


@cache
def _is_short(word: str) -> bool:
    """Say whether the first word may go on in the text, so that its first letters do not tell."""
    match = _TOKEN.search(word)
    return match is None or (match.end() == len(word) and len(match[0]) < _PREFIX)


@cache
def _cue(name: str) -> re.Pattern[str]:
    """Return what finds a cue of ``phrases.toml`` right before a word or some words before it."""
    data = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    words = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in data[name])
    return re.compile(
        rf"(?<!\w)(?:{words})(?:[ “‘'\"-]{{1,3}}[\w’'-]+){{0,{data['between']}}}[ “‘'\"-]{{1,3}}$"
    )
