"""Plain sentences of war news: what was struck, who did it, what was only threatened, and the title told."""

import pytest

from core.model import Status
from tests.core.events.reading import one, read

DAY = "2024-03-14"  # a Thursday


@pytest.mark.parametrize(
    "struck",
    [
        "two air bases",
        "a funeral",
        "trenches",
        "the tents of the displaced",
        "a cemetery",
        "power cables",
        "tunnels",
    ],
)
@pytest.mark.parametrize("did", ["Rebels struck", "Ukrainian drones hit", "The army shelled"])
def test_what_was_struck_may_be_of_many_kinds(did: str, struck: str) -> None:
    assert [m.type for m in read(DAY, f"{did} {struck} on Sunday.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Israeli soldiers demolished homes in Jenin on Sunday.",
            "demolished",
            "Israeli soldiers demolish homes in Jenin",
        ),
        ("Troops looted shops in Bukavu on Sunday.", "looted", "Troops loot shops in Bukavu"),
        (
            "Houthi fighters sank a cargo ship in the Red Sea on Sunday.",
            "sank",
            "Houthi fighters sink cargo ship in Red Sea",
        ),
        (
            "Egypt massed troops on the Libyan border on Sunday.",
            "massed",
            "Egypt masses troops on Libyan border",
        ),
        ("Israel withdrew its troops from Gaza on Sunday.", "withdrew", "Israel withdraws troops from Gaza"),
        ("Israel sent a delegation to Cairo on Sunday.", "sent", "Israel sends delegation to Egypt"),
        ("Russia recognised Luhansk as independent on Sunday.", "recognised", "Russia recognises Luhansk"),
        ("John Smith met Abbas in Ramallah on Sunday.", "met", "John Smith meets Abbas in Ramallah"),
        (
            "The mediator met Hamas negotiators in Doha on Sunday.",
            "met",
            "Mediator meets Hamas negotiators in Doha",
        ),
        ("The sides agreed to a truce on Sunday.", "agreed", "Sides agree to truce"),
        (
            "The president declared martial law on Sunday.",
            "declared martial law",
            "President declares martial law",
        ),
        ("Talks between Sudan and the RSF collapsed on Sunday.", "Talks", "Sudan-RSF talks collapse"),
        ("Peace talks broke down on Sunday.", "talks", "Peace talks break down"),
        ("Rebels laid siege to El Obeid on Sunday.", "siege", "Rebels lay siege to El Obeid"),
        (
            "Russian missiles rained down on Kharkiv on Sunday.",
            "rained",
            "Russian missiles rain down on Kharkiv",
        ),
        (
            "Guterres urged both sides to stop fighting on Sunday.",
            "urged",
            "Guterres urges sides to stop fighting",
        ),
        ("Rebels boarded a tanker off Yemen on Sunday.", "boarded", "Rebels board tanker"),
    ],
)
def test_a_title_tells_who_did_what_to_whom_and_nothing_else(text: str, trigger: str, title: str) -> None:
    assert one(DAY, text, trigger).title == title


@pytest.mark.parametrize("did", ["destroyed a bridge", "burned homes", "wrecked a hospital"])
def test_harm_that_troops_of_a_side_do_is_war(did: str) -> None:
    assert [m.type for m in read(DAY, f"Russian forces {did} on Sunday.")] == ["ASSAULT"]


@pytest.mark.parametrize(
    ("text", "act", "content", "status"),
    [
        (
            "Israel warned Hezbollah against further attacks on Sunday.",
            "warned",
            "attacks",
            Status.HYPOTHETICAL,
        ),
        ("The UN voted for a ceasefire on Sunday.", "voted", "ceasefire", Status.PROPOSED),
        ("Trump threatened Russia with tariffs on March 10.", "threatened", "tariffs", Status.HYPOTHETICAL),
    ],
)
def test_what_is_only_threatened_or_asked_for_has_not_happened_and_leaves_its_day_to_the_act(
    text: str, act: str, content: str, status: Status
) -> None:
    assert one(DAY, text, act).edtf == "2024-03-10"
    assert one(DAY, text, content).status is status


def test_an_accepted_proposal_is_not_of_the_side_that_accepts_it() -> None:
    text = "Hamas accepted the proposal on Sunday."
    assert one(DAY, text, "accepted").source == ("Hamas",)
    assert one(DAY, text, "proposal").source == ()


def test_talks_put_off_by_nobody_named_are_called_off_and_refused_by_none() -> None:
    found = read(DAY, "Talks between Ethiopia and Tigray were postponed on Sunday.")
    assert [(m.type, m.status) for m in found] == [("CONSULT", Status.CANCELLED)]


@pytest.mark.parametrize("word", ["Power was cut", "Rice was cut off", "Panic spread"])
def test_a_last_name_that_is_a_word_names_nobody_whom_the_text_does_not_introduce(word: str) -> None:
    told = f"{word} in Kyiv on Sunday after a Russian strike."
    assert not {"United States", "Yugoslavia"} & {
        side for m in read(DAY, told) for side in (*m.source, *m.target)
    }


def test_a_last_name_that_is_a_word_names_whom_the_text_introduces() -> None:
    text = "Samantha Power flew to Kyiv on Sunday. Power met Zelenskyy."
    assert one(DAY, text, "met").source == ("United States",)


def test_what_talks_end_without_has_not_come_about_and_leaves_its_day_to_the_talks() -> None:
    text = "Talks in Geneva ended without a deal on Sunday."
    assert one(DAY, text, "Talks").edtf == "2024-03-10"
    assert one(DAY, text, "deal").status is Status.DENIED


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("Ukraine attacked four Russian air bases with drones on Sunday.", "attacked", "drone"),
        ("Ukraine attacked Russian air defences with artillery.", "attacked", "heavy-weapons"),
        ("A missile hit a drone factory.", "hit", "aerial"),
        ("Drones attacked an air base.", "attacked", "drone"),
        ("Russia launched drone attacks on Kyiv.", "drone attacks", "drone"),
    ],
)
def test_what_was_struck_does_not_tell_by_which_weapon(text: str, trigger: str, mode: str) -> None:
    assert one(DAY, text, trigger).mode == mode
