"""Which mentions of one article are held to retell one event."""

import pytest

from core.model import Mention, Status
from tests.core.merge.press import Press

STRIKE = {"mode": "aerial", "source": ("Russia",), "target": ("Ukraine",)}


def test_a_headline_its_lead_and_a_later_word_for_it_are_one(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Missile strike on Odesa kills four\n\n"
        "A missile strike hit the harbour of Odesa on Tuesday and killed four dockers.\n\n"
        "Cranes were still burning at noon. The strike was the third in a month, the mayor said.",
    )
    head = press.tell(
        "a", "Missile strike on Odesa kills four", "Missile strike", "ASSAULT", **STRIKE, killed=4
    )
    lead = press.tell(
        "a",
        "A missile strike hit the harbour of Odesa on Tuesday",
        "missile strike",
        "ASSAULT",
        **STRIKE,
        killed=4,
    )
    later = press.tell("a", "The strike was the third in a month", "strike", "ASSAULT", **STRIKE)
    assert press.are_one(head, lead, later)


def test_strikes_on_two_cities_of_one_day_stay_two(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Drones over two cities\n\n"
        "Drones hit a school in Kharkiv on Tuesday. Drones hit a depot in Dnipro on Tuesday, too.",
    )
    one = press.tell("a", "Drones hit a school in Kharkiv", "hit", "ASSAULT", **STRIKE, place="Kharkiv")
    two = press.tell("a", "Drones hit a depot in Dnipro", "hit", "ASSAULT", **STRIKE, place="Dnipro")
    assert not press.are_one(one, two)


@pytest.fixture
def siege(press: Press) -> dict[str, Mention]:
    """A raid told as a whole, as a bomb and as gunfire."""
    press.article(
        "a",
        "2016-11-11",
        "Gunmen raid a hotel in Herat\n\n"
        "A truck bomb tore open the gate of the Park Hotel in Herat. Shooting went on until dawn.\n\n"
        "The blast was heard for miles. The shooting left a guard dead.\n\n"
        "A spokesman claimed the attack for his group.",
    )
    who = {"source": ("Taliban",), "target": ("Afghanistan",)}
    return {
        "raid": press.tell("a", "Gunmen raid a hotel in Herat", "raid", "ASSAULT", **who),
        "bomb": press.tell(
            "a", "A truck bomb tore open the gate", "truck bomb", "ASSAULT", mode="explosives", **who
        ),
        "guns": press.tell("a", "Shooting went on until dawn", "Shooting", "ASSAULT", mode="firearms", **who),
        "blast": press.tell(
            "a", "The blast was heard for miles", "blast", "ASSAULT", mode="explosives", **who
        ),
        "again": press.tell(
            "a", "The shooting left a guard dead", "shooting", "ASSAULT", mode="firearms", **who
        ),
        "claim": press.tell("a", "claimed the attack", "attack", "ASSAULT", **who),
    }


def test_an_attack_as_a_whole_is_kept_from_the_bomb_and_the_gunfire_it_was_made_with(
    press: Press, siege: dict[str, Mention]
) -> None:
    assert press.are_one(siege["raid"], siege["claim"])
    assert press.are_one(siege["bomb"], siege["blast"])
    assert press.are_one(siege["guns"], siege["again"])
    assert len(press.events()) == 3


def test_where_an_attack_was_made_in_one_way_only_the_general_word_means_it(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Rocket attack on Sumy\n\nA rocket attack hit a clinic in Sumy at noon. Nobody has "
        "claimed the attack.",
    )
    rocket = press.tell(
        "a", "A rocket attack hit a clinic", "rocket attack", "ASSAULT", **STRIKE, place="Sumy"
    )
    general = press.tell("a", "Nobody has claimed the attack", "attack", "ASSAULT")
    assert press.are_one(rocket, general)


def test_what_could_happen_is_not_what_happened(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Odesa fears strike\n\nRussia struck Odesa on Monday.\n\nRussia could strike Odesa "
        "again, the mayor said.",
    )
    done = press.tell("a", "Russia struck Odesa", "struck", "ASSAULT", **STRIKE, place="Odesa")
    feared = press.tell(
        "a",
        "Russia could strike Odesa again",
        "strike",
        "ASSAULT",
        **STRIKE,
        place="Odesa",
        status=Status.HYPOTHETICAL,
    )
    assert not press.are_one(done, feared)


def test_the_dead_of_a_strike_belong_to_the_strike_of_their_sentence(press: Press) -> None:
    press.article("a", "2024-03-05", "Night raid\n\nBombs struck a farm near Izium and killed two people.")
    struck = press.tell("a", "Bombs struck a farm", "struck", "ASSAULT", **STRIKE)
    dead = press.tell("a", "killed two people", "killed", "ASSAULT", killed=2)
    assert press.are_one(struck, dead)


def test_tolls_too_far_apart_are_of_two_attacks(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Strikes\n\nAn air strike on Sumy killed two people.\n\nThe air strike on Sumy killed "
        "40 people in the market.",
    )
    one = press.tell(
        "a", "An air strike on Sumy killed two people", "air strike", "ASSAULT", **STRIKE, killed=2
    )
    two = press.tell(
        "a", "The air strike on Sumy killed 40 people", "air strike", "ASSAULT", **STRIKE, killed=40
    )
    assert not press.are_one(one, two)


@pytest.mark.parametrize("text", ["", "\n", "😀" * 50, "A. B. C.", "the the the the attack"])
def test_articles_with_next_to_no_text_are_read(press: Press, text: str) -> None:
    press.article("a", "2024-03-05", f"{text} attack")
    mention = press.tell("a", "attack", "attack", "ASSAULT")
    assert press.event_of(mention).mentions == (mention,)


def test_a_mention_whose_article_is_missing_is_read_by_its_quote(press: Press) -> None:
    press.article("a", "2024-03-05", "Talks\n\nThe envoys met in Bern.")
    mention = press.tell("a", "The envoys met in Bern", "met", "CONSULT")
    press.articles.clear()
    assert press.event_of(mention).mentions == (mention,)


def test_an_attack_does_not_take_day_and_place_from_what_it_avenges(press: Press) -> None:
    press.article(
        "a",
        "2016-11-11",
        "Raid on mission in Herat\n\nGunmen raided the mission in Herat on Thursday.\n\n"
        "A spokesman called the attack a revenge for air strikes on Kunduz last week.",
    )
    who = {"source": ("Taliban",), "target": ("Germany",)}
    raid = press.tell(
        "a",
        "Gunmen raided the mission in Herat",
        "raided",
        "ASSAULT",
        **who,
        place="Herat",
        edtf="2016-11-10",
    )
    borrowed = {"edtf": "2016-10-31/2016-11-06", "place": "Kunduz", "mode": "aerial"}
    claimed = press.tell("a", "called the attack a revenge", "attack", "ASSAULT", **who, **borrowed)
    strikes = press.tell("a", "air strikes on Kunduz last week", "air strikes", "ASSAULT", **borrowed)
    assert press.are_one(raid, claimed)
    assert not press.are_one(claimed, strikes)


def test_marches_in_two_cities_on_one_day_are_two(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Marches\n\nA march is to be held in Bar on Friday. A similar march is to be held in Kot on Friday.",
    )
    day = {"edtf": "2024-03-08", "status": Status.PLANNED}
    one = press.tell("a", "A march is to be held in Bar", "march", "PROTEST", **day, place="Bar")
    two = press.tell("a", "A similar march is to be held in Kot", "march", "PROTEST", **day, place="Kot")
    assert not press.are_one(one, two)


def test_bombings_in_two_countries_are_two(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Bombings\n\nA bombing in Chad killed nine people. The bombing in Mali was like it.",
    )
    bomb = {"mode": "explosives"}
    one = press.tell(
        "a", "A bombing in Chad", "bombing", "ASSAULT", **bomb, place="Chad", country="Chad", target=("Chad",)
    )
    two = press.tell(
        "a",
        "The bombing in Mali",
        "bombing",
        "ASSAULT",
        **bomb,
        place="Mali",
        country="Mali",
        target=("Mali",),
    )
    assert not press.are_one(one, two)


def test_protests_in_general_are_not_the_ones_that_the_news_is_about(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Phones cut off\n\nThe ongoing protests in Bar show what phones can do. They help in many ways: "
        "crowds find each other. A historian points out that protests were held long before there were any.",
    )
    now = press.tell(
        "a", "The ongoing protests in Bar", "protests", "PROTEST", target=("Bar",), confidence=0.6
    )
    ever = press.tell("a", "protests were held long before", "protests", "PROTEST", confidence=0.5)
    assert not press.are_one(now, ever)


def test_a_strike_is_no_whole_of_which_bombs_and_gunfire_are_parts_unless_bombers_and_gunmen_came(
    press: Press,
) -> None:
    press.article(
        "a",
        "2019-04-09",
        "Warplane bombs the airport of Garwa\n\n"
        "A warplane bombed the airport of Garwa on Monday. The army said that it had carried out the strike. "
        "South of the town its soldiers exchanged fire with militiamen.",
    )
    army = {"source": ("Army of Garwa",), "target": ("Garwa",), "edtf": "2019-04-08"}
    head = press.tell(
        "a", "Warplane bombs the airport of Garwa", "bombs", "ASSAULT", mode="aerial", place="Garwa", **army
    )
    strike = press.tell("a", "it had carried out the strike", "strike", "ASSAULT", **army)
    press.tell("a", "its soldiers exchanged fire", "exchanged fire", "ASSAULT", mode="firearms", **army)
    assert press.are_one(head, strike)


def test_the_dead_told_after_an_attack_are_its_dead_unless_they_died_elsewhere(press: Press) -> None:
    press.article(
        "a",
        "2026-03-12",
        "Night over the harbour\n\n"
        "Drones struck the oil terminal at Varna overnight. One docker at the terminal died. "
        "Four people were killed in Burgas.",
    )
    night = {"edtf": "2026-03-11/2026-03-12", "source": ("Russia",), "confidence": 0.9}
    struck = press.tell(
        "a",
        "Drones struck the oil terminal at Varna",
        "struck",
        "ASSAULT",
        mode="drone",
        place="Varna",
        **night,
    )
    died = press.tell("a", "One docker at the terminal died", "died", "ASSAULT", killed=1, **night)
    elsewhere = press.tell(
        "a", "Four people were killed in Burgas", "killed", "ASSAULT", killed=4, place="Burgas", **night
    )
    assert press.are_one(struck, died)
    assert not press.are_one(struck, elsewhere)


def test_what_follows_in_one_sentence_is_another_blow(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Blast at base in Gao\n\n"
        "A truck bomb went off at the gate, followed by shots and an explosion in the mess, soldiers said. "
        "The bombing shook the town, and the bomb left a crater.",
    )
    bomb = {"mode": "explosives"}
    first = press.tell("a", "A truck bomb went off at the gate", "truck bomb", "ASSAULT", **bomb)
    second = press.tell("a", "an explosion in the mess", "explosion", "ASSAULT", **bomb)
    told = press.tell("a", "The bombing shook the town", "bombing", "ASSAULT", **bomb)
    again = press.tell("a", "the bomb left a crater", "bomb", "ASSAULT", **bomb)
    assert press.are_one(first, told, again)
    assert not press.are_one(first, second)


def test_those_sent_to_attack_made_the_attack(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Raid on Dutch mission in Gao\n\n"
        "A car bomb went off at the Dutch mission in Gao and gunmen fought guards for hours.\n\n"
        "A spokesman said they had been sent to destroy the compound and to kill all they found.",
    )
    sides = {"source": ("JNIM",), "target": ("Netherlands",)}
    raid = press.tell("a", "Raid on Dutch mission in Gao", "Raid", "ASSAULT", **sides)
    bomb = press.tell("a", "A car bomb went off", "car bomb", "ASSAULT", mode="explosives", **sides)
    press.tell("a", "gunmen fought guards for hours", "fought", "ASSAULT", mode="firearms", **sides)
    sent = press.tell("a", "they had been sent to destroy the compound", "sent", "ASSAULT", **sides)
    assert press.are_one(raid, sent)
    assert not press.are_one(bomb, sent)


def test_the_dead_are_those_of_the_attack_beside_them_by_the_same_means(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Night of drones\n\nDrones hit the port of Odesa, and in the harbour they killed two people at dawn.",
    )
    drones = {"mode": "drone"}
    attack = press.tell("a", "Drones hit the port of Odesa", "hit", "ASSAULT", **drones)
    dead = press.tell("a", "they killed two people", "killed", "ASSAULT", **drones, killed=2)
    assert press.are_one(attack, dead)


def test_a_trigger_marked_inside_a_word_is_compared(press: Press) -> None:
    press.article(
        "a", "2024-03-05", "Goma\n\nThe bombardment of the port went on. The bombardment of Goma ended."
    )
    port = press.tell("a", "The bombardment of the port", "bomb", "ASSAULT")
    goma = press.tell("a", "The bombardment of Goma", "bomb", "ASSAULT")
    assert {port, goma} <= {mention for event in press.events() for mention in event.mentions}
