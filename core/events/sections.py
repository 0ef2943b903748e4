"""Finds where an article turns to another topic: at the headings between its paragraphs.

What a section tells without a time is not of the day that another one has told.
"""

from collections import Counter

from core.model import BlockKind, Document, Sentence

_ENDS = frozenset(".!?…:;,\"”’'»)")
_LONGEST = 12  # words of a heading
_MOST = 0.5  # share of paragraphs: a text without full stops has no headings


def sections(document: Document) -> list[int]:
    """Return for each sentence the number of headings up to it."""
    paragraphs = Counter(sentence.paragraph for sentence in document.sentences)
    marks = [
        paragraphs[sentence.paragraph] == 1 and _is_heading(document, sentence)
        for sentence in document.sentences
    ]
    if sum(marks) > len(paragraphs) * _MOST:
        return [0] * len(marks)
    return [sum(marks[: i + 1]) for i in range(len(marks))]


def _is_heading(document: Document, sentence: Sentence) -> bool:
    text = document.text[sentence.start : sentence.end]
    return sentence.kind is BlockKind.BODY and text[-1] not in _ENDS and len(text.split()) <= _LONGEST
