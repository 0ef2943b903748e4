"""Who says so."""

from collections.abc import Callable

import pytest

from core.model import Mention

One = Callable[..., Mention]


@pytest.mark.parametrize(
    ("text", "trigger", "speaker"),
    [
        ("Rebels attacked a base in Mali, officials said.", "attacked", "officials"),
        ("Rebels attacked a base, according to Mali’s army chief.", "attacked", "Mali’s army chief"),
        ("The Kremlin says Ukraine attacked a bridge.", "attacked", "Kremlin"),
        ("Army spokesman Idris Bakar said rebels attacked a base in Chad.", "attacked", "Idris Bakar"),
        ("The general, Idris Bakar, said rebels attacked a base in Chad.", "attacked", "Idris Bakar"),
        ("Kyiv accused Moscow of shelling a school.", "shelling", "Kyiv"),
        ("Rebels attacked a base in Mali.", "attacked", ""),
        ("Rebels attacked a base in Mali, which the army said it had left.", "attacked", ""),
    ],
)
def test_the_speaker_is_named_as_written(mention: One, text: str, trigger: str, speaker: str) -> None:
    assert mention(text, trigger).attribution == speaker


def test_a_person_told_by_the_last_name_is_named_in_full(mention: One) -> None:
    text = "Mayor Idris Bakar opened a road.\nRebels attacked the army base at noon, Bakar said."
    assert mention(text, "attacked").attribution == "Idris Bakar"
