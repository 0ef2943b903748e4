"""The quote of a mention is the shortest stretch that states its event, and none of another's."""

import pytest

from tests.core.events.test_events import read, timex

FOUGHT = "Rebels fought with soldiers after the bombing outside the embassy."
OFFER = "Chad has proposed three rounds of talks with Libya."
BLAME = "Kenya said Somalia had violated the truce, while Uganda called for calm."
CLAIM = "The rebels said they carried out the attack in revenge for a raid on Helmand."


@pytest.mark.parametrize(
    ("text", "trigger", "stated"),
    [
        (OFFER, "talks", "three rounds of talks with Libya"),
        (OFFER, "proposed", "Chad has proposed three rounds of talks with Libya"),
        (FOUGHT, "bombing", "the bombing outside the embassy"),
        (FOUGHT, "fought", "Rebels fought with soldiers"),
        (CLAIM, "attack", "they carried out the attack in revenge"),
        ("The envoys held talks in Bern.", "talks", "The envoys held talks in Bern"),
        (
            "The army showed a rocket hitting a school in Goma.",
            "hitting",
            "a rocket hitting a school in Goma",
        ),
        (BLAME, "said", "Kenya said Somalia had violated the truce"),
    ],
)
def test_each_event_of_a_sentence_has_its_own_words(text: str, trigger: str, stated: str) -> None:
    assert [m.quote for m in read(text) if trigger in m.trigger.text] == [stated]


def test_a_day_told_beyond_another_event_stays_out_of_the_quote() -> None:
    text = "On Monday jets bombed soldiers who came under attack from rebels."
    found = read(text, timex(text, "Monday", "2024-03-11"))
    attack = next(m for m in found if "attack" in m.trigger.text)
    assert attack.quote == "soldiers who came under attack from rebels"


def test_an_offer_and_what_is_offered_are_told_with_whose_it_is() -> None:
    text = "Chad was ready, its envoy said following Sudan's offer to meet in Doha on 20 March."
    found = read(text, timex(text, "20 March", "2024-03-20"))
    quote = "Sudan's offer to meet in Doha on 20 March"
    assert [(m.type, m.quote) for m in found] == [("REQUEST", quote), ("CONSULT", quote)]
