"""Parsing: only what is wanted, as plain tokens whose offsets point into the article."""

from core.language import parse, segment
from core.model import Block, BlockKind, Document

TEXT = "The army shelled the port. Nobody spoke.\nIt’s over, said the mayor’s aide"


def document() -> Document:
    return segment(TEXT, [Block(0, len(TEXT), BlockKind.BODY)])


def test_only_wanted_sentences_get_tokens() -> None:
    parsed = parse(document(), [0])
    assert parsed.sentences[0].tokens
    assert not parsed.sentences[1].tokens


def test_offsets_point_into_the_text_with_its_own_quotes() -> None:
    parsed = parse(document(), range(3))
    for sentence in parsed.sentences:
        for token in sentence.tokens:
            assert TEXT[token.start : token.end].replace("’", "'") == token.text
    assert any(token.text == "'s" for token in parsed.sentences[2].tokens)


def test_syntax_is_that_of_one_sentence() -> None:
    tokens = parse(document(), [0]).sentences[0].tokens
    verb = next(token for token in tokens if token.lemma == "shell")
    assert (verb.pos, verb.dep) == ("VERB", "ROOT")
    assert [token.dep for token in tokens].count("ROOT") == 1
    assert tokens[1].head == tokens.index(verb)


def test_parsing_twice_or_nothing_changes_nothing() -> None:
    once = parse(document(), [1])
    assert parse(once, [1, 1]) == once
    assert parse(document(), []) == document()


def test_a_verb_with_a_subject_is_no_part_of_a_noun() -> None:
    text = "Iran launches drones at Israel"
    tokens = parse(segment(text, [Block(0, len(text), BlockKind.TITLE)]), [0]).sentences[0].tokens
    verb = next(i for i, token in enumerate(tokens) if token.text == "launches")
    assert tokens[verb].dep == "ROOT"
    assert [token.text for token in tokens if token.head == verb and token.dep == "dobj"] == ["drones"]
