"""Armed groups that no list knows are learned from how an article tells of them."""

from collections.abc import Callable

import pytest

from core.events.parties.learning import learn
from core.events.parties.scanning import scan, split
from core.model import Mention

One = Callable[..., Mention]


def _learned(text: str) -> set[str]:
    found = split(text)
    return set(learn(text, found, scan(text, found, None)).values())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops retook the town from fighters of the Zorva group.", "Zorva group"),
        ("On Monday Zorva gunmen shelled a base.", "Zorva"),
        ("The rebel coalition Alliance Fleuve Azar took the airport.", "Alliance Fleuve Azar"),
        ("An armed group called Dawn of Azar said so.", "Dawn of Azar"),
        ("The Movement for the Liberation of Azar militants fled.", "Movement for the Liberation of Azar"),
        ("It was the Azar Plains Liberation Front that fired.", "Azar Plains Liberation Front"),
    ],
)
def test_a_group_is_learned_from_the_words_around_it(text: str, name: str) -> None:
    assert any(one.removeprefix("The ") == name for one in _learned(text))


@pytest.mark.parametrize(
    "text",
    [
        "Masked gunmen fired at the bus.",
        "Hundreds of Sunni fighters fled the city.",
        "He wrote so in a Telegram group.",
        "Houthi fighters fired a missile.",
        "Fighters from Beirut and Tripoli joined.",
        "The Contact Group met in Bonn.",
    ],
)
def test_no_group_is_learned_from_other_names(text: str) -> None:
    assert _learned(text) == set()


def test_who_is_learned_fights_and_is_fought(mention: One) -> None:
    text = (
        "Philippine soldiers retook a village from fighters of the Zorva group on Monday. "
        "On Sunday the group had attacked a convoy. Gunmen of the Zorva burned a school."
    )
    assert mention(text, "retook").target == ("Zorva group",)
    attacked = mention(text, "attacked")
    assert (attacked.source, attacked.target) == (("Zorva group",), ("Philippines",))


def test_a_group_learned_is_known_by_its_short_name_too(mention: One) -> None:
    text = "The rebel movement Dawn of Azar (DOA) shelled Goma. Congolese jets bombed DOA positions."
    assert mention(text, "bombed").target == ("Dawn of Azar",)
