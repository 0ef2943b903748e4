"""Headlines in capitals: parsed as sentences, names kept, offsets those of the article."""

import pytest

from core.language import parse, segment
from core.model import Block, BlockKind, Token

BODY = "On Monday fighters of the Red Brigade stormed an army base near Goma. They claim to hold its airport."


def headline(text: str, body: str = BODY) -> tuple[Token, ...]:
    """Return the tokens of a headline above a body."""
    whole = f"{text}\n{body}"
    end = len(text)
    blocks = [Block(0, end, BlockKind.TITLE), Block(end + 1, len(whole), BlockKind.BODY)]
    return parse(segment(whole, blocks), [0]).sentences[0].tokens


def written(tokens: tuple[Token, ...]) -> str:
    return " ".join(token.text for token in tokens)


def test_words_are_written_as_the_text_below_writes_them() -> None:
    tokens = headline("Red Brigade Fighters Stormed Base and Claim Airport Near Goma")
    assert written(tokens) == "Red Brigade fighters stormed base and claim airport near Goma"
    verb = next(token for token in tokens if token.text == "stormed")
    assert (verb.pos, verb.dep) == ("VERB", "ROOT")


def test_offsets_stay() -> None:
    text = "Red Brigade Fighters Storm Base and Claim Airport Near Goma"
    for token in headline(text):
        assert text[token.start : token.end].lower() == token.text.lower()


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Bush Urges Sudan to Halt Attacks in Darfur", "Bush urges Sudan to halt attacks in Darfur"),
        ("US Strikes Kill Ten in Yemen, WHO Says", "US strikes kill ten in Yemen , WHO says"),
        ("US TO SEND TANKS TO KYIV", "US to send tanks to Kyiv"),
        ("Erdogan Offers to Host Putin-Zelensky Talks", "Erdogan offers to host Putin - Zelensky talks"),
        ("Talks Stall as Kerry Leaves Geneva", "Talks stall as Kerry leaves Geneva"),
        ("Mediators Say They Will Meet Again in May", "Mediators say they will meet again in May"),
    ],
)
def test_without_help_from_the_text_the_model_tells_verbs_from_names(title: str, read: str) -> None:
    assert written(headline(title, "Nothing more was known.")) == read


@pytest.mark.parametrize(
    "title",
    [
        "Rebels storm Goma airport",
        "Haitham al-Ghais",
        "Guterres met Tinubu in Abuja, Nigeria, with Kofi Annan",
    ],
)
def test_other_lines_stay_as_they_are(title: str) -> None:
    assert "".join(token.text for token in headline(title)) == title.replace(" ", "")


def test_a_name_that_the_text_writes_small_once_stays_a_name() -> None:
    body = "A base was lost. The Base Committee met, and the Base Committee said so. Its two envoys left."
    told = headline("Base Committee Envoys Leave Goma Talks", body)
    assert written(told).startswith("Base Committee envoys leave")


def test_letters_that_change_length_are_left() -> None:
    text = "İNEGÖL Mayor Calls Meeting With Envoys"
    assert [token.start for token in headline(text)] == sorted(token.start for token in headline(text))
    assert written(headline(text)).startswith("İNEGÖL")
