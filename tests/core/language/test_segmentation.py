"""Sentences of news text: abbreviations, initials, quotes, headlines; furniture is left out."""

import pytest

from core.language import segment
from core.model import Block, BlockKind


def cut(text: str, kind: BlockKind = BlockKind.BODY) -> list[str]:
    document = segment(text, [Block(0, len(text), kind)])
    return [text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks failed. Shelling resumed.", ["Talks failed.", "Shelling resumed."]),
        (
            "Gen. Abdel Fattah al-Burhan met Mr. Smith. They left.",
            ["Gen. Abdel Fattah al-Burhan met Mr. Smith.", "They left."],
        ),
        (
            "The U.S. Navy sailed. A U.N. envoy flew to the U.S. He landed.",
            ["The U.S. Navy sailed.", "A U.N. envoy flew to the U.S.", "He landed."],
        ),
        ("On Nov. 17 the truce began. It held.", ["On Nov. 17 the truce began.", "It held."]),
        ("J. F. Kennedy spoke. All listened.", ["J. F. Kennedy spoke.", "All listened."]),
        ("“We will not leave.” She turned away.", ["“We will not leave.”", "She turned away."]),
        ("“Who fired?” he asked. Nobody knew.", ["“Who fired?” he asked.", "Nobody knew."]),
        (
            "It cost 1.5 million. Wages rose 3.2 per cent.",
            ["It cost 1.5 million.", "Wages rose 3.2 per cent."],
        ),
        ("He wrote it on X. “Stop the war,” it said.", ["He wrote it on X.", "“Stop the war,” it said."]),
        ("Wait… The guns fell silent!", ["Wait…", "The guns fell silent!"]),
        (
            "`` They came at night . '' A clerk saw them .",
            ["`` They came at night . ''", "A clerk saw them ."],
        ),
    ],
)
def test_a_full_stop_ends_a_sentence_only_where_it_should(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_line_break_ends_a_headline_without_a_full_stop() -> None:
    assert cut("Rebels take Goma\r\nThe city fell\n\n  on Monday. ") == [
        "Rebels take Goma",
        "The city fell",
        "on Monday.",
    ]


@pytest.mark.parametrize("text", ["", "   \n\t\n", "* * *\n---", "…"])
def test_text_without_words_has_no_sentences(text: str) -> None:
    assert cut(text) == []


def test_furniture_is_left_out_and_offsets_stay() -> None:
    text = "Sign up now\nThe siege ended."
    blocks = [Block(0, 11, BlockKind.FURNITURE), Block(12, len(text), BlockKind.BODY)]
    sentences = segment(text, blocks).sentences
    assert [(s.start, s.end, s.kind) for s in sentences] == [(12, len(text), BlockKind.BODY)]


def test_paragraphs_are_counted_by_lines() -> None:
    text = "One. Two.\n\nThree."
    document = segment(text, [Block(0, len(text), BlockKind.BODY)])
    assert [s.paragraph for s in document.sentences] == [0, 0, 1]
