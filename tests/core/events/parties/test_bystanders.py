"""Who speaks without being a side at war: the title names them, and no side is put in their place."""

from collections.abc import Callable

import pytest

from core.model import Mention

One = Callable[..., Mention]


@pytest.mark.parametrize(
    ("text", "trigger", "target", "title"),
    [
        (
            "Lawmakers warned Iran against enriching uranium.",
            "warned",
            ("Iran",),
            "Lawmakers warn Iran against enriching uranium",
        ),
        (
            "Israel bombed Rafah. A rights group condemned the bombing.",
            "condemned",
            ("Israel",),
            "Rights group condemns bombing",
        ),
        (
            "Russia shelled Donetsk on Monday. Residents condemned the shelling of Donetsk.",
            "condemned",
            ("Russia",),
            "Residents condemn shelling of Donetsk",
        ),
        (
            "A Russian chess player criticised the war in Ukraine.",
            "criticised",
            ("Ukraine",),
            "Russian chess player criticises war in Ukraine",
        ),
        (
            "Mothers pleaded with Hamas to free the hostages.",
            "pleaded",
            ("Hamas",),
            "Mothers plead to free hostages",
        ),
    ],
)
def test_bystanders_speak_for_themselves(
    mention: One, text: str, trigger: str, target: tuple[str, ...], title: str
) -> None:
    one = mention(text, trigger)
    assert (one.source, one.target, one.title) == ((), target, title)


def test_the_subject_of_accused_of_is_the_accused(mention: One) -> None:
    text = "Russia accused of shelling Mariupol. Ukraine and Russia have been at war since February."
    assert mention(text, "accused").target == ("Russia",)
    assert "Russia accuses Russia" not in mention(text, "accused").title


@pytest.mark.parametrize(
    "text",
    [
        "Human rights groups condemned the shelling of Kharkiv.",
        "Summit talks ended. Kharkiv was shelled after that.",
    ],
)
def test_a_word_of_english_is_no_city_of_the_land_the_article_names(mention: One, text: str) -> None:
    assert mention(text, "condemned" if "condemned" in text else "talks").source == ()


def test_it_is_one_after_a_word_for_where(mention: One) -> None:
    assert mention("Insurgents shelled a market in Hit on Monday.", "shelled").place == "Hit"
