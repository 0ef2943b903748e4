"""Attacks that are paid back, and those for which somebody was sent: whose, where, when, how many dead."""

import datetime as dt

import pytest

from core import language, temporal
from core.events import candidates, extract
from core.model import Block, BlockKind, Mention, PublicationBasis, PublicationDate
from tests.core.events.reading import one, read

DAY = "2024-03-14"  # a Thursday


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        (
            "Hamas said it fired the rockets in revenge for strikes on Rafah last week.",
            "strikes",
            (),
            ("Hamas",),
        ),
        (
            "In response to a rocket attack, Israel bombed a camp near Gaza City.",
            "rocket attack",
            ("Palestinians",),
            ("Israel",),
        ),
        (
            "Hezbollah fired rockets at Haifa in retaliation for Israeli strikes on Beirut.",
            "strikes",
            ("Israel",),
            ("Lebanon",),
        ),
    ],
)
def test_who_pays_an_attack_back_was_attacked(
    text: str, trigger: str, source: tuple[str, ...], target: tuple[str, ...]
) -> None:
    paid_back = one(DAY, text, trigger)
    assert set(paid_back.source) <= set(source)
    assert paid_back.target == target


def test_the_place_and_the_week_are_those_of_what_is_paid_back() -> None:
    text = "Shabab fighters said they bombed the hotel in revenge for drone strikes in Kismayo last week."
    answer, paid_back = one(DAY, text, "bombed"), one(DAY, text, "drone strikes")
    assert (answer.place, paid_back.place) == ("", "Kismayo")
    assert (answer.edtf, paid_back.edtf) == ("2024-03-14~", "2024-03-04/2024-03-10")


def test_what_is_paid_back_came_before_the_news() -> None:
    text = "Hezbollah fired rockets at Haifa in retaliation for Israeli strikes on Beirut."
    assert one(DAY, text, "strikes").edtf == f"../{DAY}"


def test_what_is_paid_back_came_before_the_answer() -> None:
    text = "US warplanes bombed Sanaa on Monday. They did so in retaliation for a Houthi attack on a tanker."
    assert one(DAY, text, "attack").edtf == "../2024-03-11"


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("The bombing was a response to an Indian strike on Muzaffarabad.", "bombing", "Pakistan", "India"),
        (
            "Hamas described the rocket fire as retaliation for an Israeli raid in Jenin.",
            "fire",
            "Hamas",
            "Israel",
        ),
    ],
)
def test_an_answer_is_made_by_those_who_were_struck(
    text: str, trigger: str, source: str, target: str
) -> None:
    answer = one(DAY, text, trigger)
    assert (answer.source, answer.target) == ((source,), (target,))


def test_what_came_before_the_news_of_a_headline_is_dated_by_the_text_below() -> None:
    title = "Shabab bomb hotel in revenge for air strikes on Kismayo"
    body = (
        "The hotel was hit on Wednesday. It was an answer to air strikes on Kismayo in February, they said."
    )
    text = f"{title}\n{body}"
    end = len(title)
    document = language.segment(
        text, [Block(0, end, BlockKind.TITLE), Block(end + 1, len(text), BlockKind.BODY)]
    )
    document = language.parse(document, candidates(document))
    day = dt.date.fromisoformat(DAY)
    found = extract("a", document, temporal.tag(text, day), PublicationDate(DAY, PublicationBasis.USER))
    strikes = [m.edtf for m in found if m.trigger.text == "air strikes"]
    assert strikes == ["2024-02", "2024-02"]


def test_a_noun_that_the_parser_takes_for_a_verb_names_its_attack_with_the_dead() -> None:
    text = (
        "A Taliban commander called it revenge for Nato airstrikes against a wedding near Marja last month "
        "in which 47 guests were killed."
    )
    strikes = one(DAY, text, "airstrikes")
    assert (strikes.source, strikes.place, strikes.killed) == (("NATO",), "Marja", 47)
    assert [m.trigger.text for m in read(DAY, text)] == ["airstrikes"]


@pytest.mark.parametrize(
    "text",
    [
        "The army denied the shelling of a market in Nyala on Monday, in which ten people died.",
        "Police blamed rebels for a raid near Gao on Monday in which ten people were killed.",
    ],
)
def test_a_clause_with_in_which_tells_the_dead_of_the_attack_before_it(text: str) -> None:
    assert [m.killed for m in read(DAY, text) if m.track == "battlefield"] == [10]


def test_the_dead_of_an_incident_are_of_the_day_of_the_attack_told_before() -> None:
    text = (
        "The army said it was looking into an air strike last week on the village of Tama. "
        "Some 30 people were killed in the incident, residents said."
    )
    assert one(DAY, text, "killed").edtf == "2024-03-04/2024-03-10"


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("A suicide truck bomb began the assault on the base in Gao.", ["truck bomb"]),
        ("A car bomb apparently opened the attack at the gate of the base.", ["car bomb"]),
        ("A car bomb killed three soldiers, and the rebels began an assault on the base.", None),
    ],
)
def test_what_an_attack_began_with_is_that_attack(text: str, triggers: list[str] | None) -> None:
    found: list[Mention] = read(DAY, text)
    assert len(found) == (len(triggers) if triggers else 2), [m.trigger.text for m in found]
    assert triggers is None or [m.trigger.text for m in found] == triggers


@pytest.mark.parametrize(
    ("text", "title", "edtf"),
    [
        (
            "Russia sent 50 drones to attack Kyiv on Monday, the air force said.",
            "Russia attacks Kyiv",
            "2024-03-11",
        ),
        (
            "The Sudanese army sent warplanes to bomb the rebels' camp near Nyala.",
            "Sudanese army bombs rebels’ camp near Nyala",
            "2024-03-14~",
        ),
        ("Russia launched 50 drones to attack Kyiv.", "Russia attacks Kyiv", "2024-03-14~"),
    ],
)
def test_sending_something_to_attack_is_one_attack(text: str, title: str, edtf: str) -> None:
    (attack,) = read(DAY, text)
    assert (attack.type, attack.title, attack.edtf) == ("ASSAULT", title, edtf)


def test_the_quote_tells_what_they_were_sent_to_attack() -> None:
    sent = one(
        DAY, "The militia said the bombers had been sent to destroy the parliament in Tripoli.", "sent"
    )
    assert (sent.quote, sent.place) == (
        "the bombers had been sent to destroy the parliament in Tripoli",
        "Tripoli",
    )


def test_troops_sent_to_fight_in_a_war_are_troops_sent() -> None:
    text = "Rwanda sent troops to fight the rebels in Cabo Delgado."
    assert one(DAY, text, "sent").type == "MOBILIZE"


def test_a_fight_with_a_force_counts_where_a_participle_tells_it() -> None:
    text = "Gunmen stormed the town hall in Jalula after the blast, battling with Kurdish and Iraqi troops."
    assert "battling" in [m.trigger.text for m in read(DAY, text)]


def test_a_reprisal_ends_what_is_told_of_the_attack_itself() -> None:
    text = "The rebels called the raid a reprisal for airstrikes in Jebel Marra this week."
    raid, strikes = one(DAY, text, "raid"), one(DAY, text, "airstrikes")
    assert (raid.quote, raid.place, raid.edtf) == ("The rebels called the raid a reprisal", "", "2024-03-14~")
    assert (strikes.place, strikes.edtf) == ("Jebel Marra", "2024-03-11/2024-03-14")


def test_a_part_of_those_sent_does_not_tell_the_means() -> None:
    text = "Masked rebels, including three suicide bombers, were sent to attack the hall in Jalula."
    assert one(DAY, text, "attack").mode == ""
