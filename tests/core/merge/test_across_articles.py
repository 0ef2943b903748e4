"""Which reports of different articles are held to tell of one event."""

import random
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.merge import merge
from core.model import Event, Mention, Status
from tests.core.merge.press import Press

BOMB = {"mode": "explosives", "source": ("Taliban",), "target": ("Germany",)}


@pytest.fixture
def three(press: Press) -> tuple[Mention, Mention, Mention]:
    """Three reports of one bombing, which give it three tolls and two days."""
    press.article(
        "a",
        "2016-11-11",
        "Bomb at mission\n\nA lorry bomb tore into the German mission in Herat late on Thursday "
        "and killed four people, officials in Herat said.",
    )
    press.article(
        "b",
        "2016-11-11",
        "Blast in Herat\n\nA bomb in a lorry killed at least six people outside the German "
        "mission in Herat, a doctor said.",
    )
    press.article(
        "c",
        "2016-11-10",
        "Herat hit\n\nTwo people died when a lorry bomb went off at the German mission in "
        "Herat, the governor said.",
    )
    return (
        press.tell(
            "a",
            "A lorry bomb tore into the German mission in Herat late on Thursday",
            "bomb",
            "ASSAULT",
            **BOMB,
            edtf="2016-11-10",
            killed=4,
        ),
        press.tell("b", "A bomb in a lorry killed at least six people", "bomb", "ASSAULT", **BOMB, killed=6),
        press.tell(
            "c",
            "a lorry bomb went off at the German mission in Herat",
            "bomb",
            "ASSAULT",
            **BOMB,
            killed=2,
            place="Herat",
        ),
    )


def test_reports_with_different_days_and_tolls_of_one_attack_meet(
    press: Press, three: tuple[Mention, Mention, Mention]
) -> None:
    assert press.are_one(*three)
    event = press.event_of(three[0])
    assert (event.edtf, event.killed, event.sources) == ("2016-11-10", (2, 6), 3)


def test_the_days_other_strikes_of_the_same_sides_are_not_melted_into_one(press: Press) -> None:
    air = {"mode": "drone", "source": ("Russia",), "target": ("Ukraine",)}
    press.article("a", "2024-03-05", "Night of drones\n\nDrones set a mill on fire in Poltava.")
    press.article("b", "2024-03-05", "Drones again\n\nDrones set a garage on fire in Zhytomyr.")
    press.article("c", "2024-03-05", "More drones\n\nRussia sent drones against Ukraine in the night.")
    mill = press.tell("a", "Drones set a mill on fire in Poltava", "set", "ASSAULT", **air, place="Poltava")
    garage = press.tell(
        "b", "Drones set a garage on fire in Zhytomyr", "set", "ASSAULT", **air, place="Zhytomyr"
    )
    general = press.tell("c", "Russia sent drones against Ukraine", "sent", "ASSAULT", **air)
    assert len(press.events()) == 3
    assert not press.are_one(mill, garage)
    assert not press.are_one(mill, general)


def test_a_round_of_talks_remembered_as_about_two_weeks_ago_is_the_one_that_was_reported(
    press: Press,
) -> None:
    sides = {"source": ("Russia",), "target": ("Ukraine",)}
    press.article("a", "2025-05-16", "First round\n\nEnvoys held direct talks in Istanbul on Friday.")
    press.article(
        "b", "2025-05-30", "Second round near\n\nThe direct talks two weeks ago brought a swap of prisoners."
    )
    then = press.tell(
        "a",
        "Envoys held direct talks in Istanbul",
        "talks",
        "CONSULT",
        **sides,
        edtf="2025-05-16",
        place="Istanbul",
    )
    recalled = press.tell(
        "b", "The direct talks two weeks ago", "talks", "CONSULT", **sides, edtf="2025-05-16~"
    )
    assert press.are_one(then, recalled)


@pytest.mark.parametrize(("number", "one"), [("1,350", True), ("60", False)])
def test_a_large_number_that_both_tell_ties_two_reports_that_name_no_day(
    press: Press, number: str, one: bool
) -> None:
    sides = {"source": ("Chad",), "target": ("Libya",)}
    press.article("a", "2024-03-05", f"Swap agreed\n\nChad and Libya agreed to swap {number} captives each.")
    press.article(
        "b", "2024-03-06", f"Hope for captives\n\nThe two sides agreed to swap {number} captives each."
    )
    first = press.tell("a", f"agreed to swap {number} captives each", "agreed to swap", "AGREE", **sides)
    later = press.tell("b", f"agreed to swap {number} captives each", "agreed to swap", "AGREE", **sides)
    assert press.are_one(first, later) is one


def test_copies_of_one_wire_text_count_as_one_source(press: Press) -> None:
    story = " ".join(
        f"Clause number {n} of the agency's long story about the town of Bar." for n in range(20)
    )
    for name, extra in (("a", ""), ("b", " With reporting by our staff."), ("c", "")):
        press.article(name, "2024-03-05", f"Town taken\n\n{story} Rebels seized the town of Bar.{extra}")
    press.article(
        "d",
        "2024-03-05",
        "Bar falls\n\nRebels seized the town of Bar after a week of fighting, a witness in Bar said.",
    )
    told = [
        press.tell(name, "Rebels seized the town of Bar", "seized", "ASSAULT", mode="firearms", place="Bar")
        for name in "abcd"
    ]
    event = press.event_of(told[0])
    assert len(event.articles) == 4
    assert event.sources == 2


def by_chance(press: Press, seed: int, articles: int) -> Press:
    """Fill the press with reports that are alike by chance in place, day and words."""
    chance = random.Random(seed)
    towns, acts = ["Arka", "Belo", "Cimra"], ["hit", "struck", "shelled"]
    for number in range(articles):
        told = [(chance.choice(towns), chance.choice(acts), n) for n in range(chance.randint(1, 4))]
        lines = [f"Guns {act} the mill of {town} in report {n}." for town, act, n in told]
        name = press.article(f"{number}", f"2024-03-0{chance.randint(3, 6)}", "Guns\n\n" + "\n\n".join(lines))
        for (town, act, _), line in zip(told, lines, strict=True):
            dated = {"edtf": f"2024-03-0{chance.randint(3, 6)}"} if chance.random() < 0.6 else {}
            place = {"place": town} if chance.random() < 0.7 else {}
            press.tell(name, line, act, "ASSAULT", mode="heavy-weapons", **dated, **place)
    return press


def grouped(events: list[Event]) -> dict[str, frozenset[str]]:
    return {event.id: frozenset(mention.id for mention in event.mentions) for event in events}


SEEDS = st.integers(0, 10**6)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.randoms(use_true_random=False))
def test_the_events_do_not_depend_on_the_order_of_articles_and_mentions(
    empty_press: type[Press], seed: int, chance: random.Random
) -> None:
    press = by_chance(empty_press(), seed, articles=6)
    before = press.events()
    chance.shuffle(press.articles)
    chance.shuffle(press.mentions)
    assert press.events() == before


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_every_mention_is_in_one_event_and_ids_are_unlike(empty_press: type[Press], seed: int) -> None:
    press = by_chance(empty_press(), seed, articles=6)
    events = press.events()
    told = [mention for event in events for mention in event.mentions]
    assert sorted(told, key=lambda m: m.id) == sorted(press.mentions, key=lambda m: m.id)
    assert len({event.id for event in events}) == len(events)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.integers(1, 5))
def test_adding_articles_leaves_the_events_that_were_there(
    empty_press: type[Press], seed: int, known: int
) -> None:
    press = by_chance(empty_press(), seed, articles=6)
    names = {article.id for article in press.articles[:known]}
    before = merge(press.articles[:known], [m for m in press.mentions if m.article in names])
    after = grouped(press.events(before))
    for identifier, mentions in grouped(before).items():
        assert mentions <= after[identifier]
        assert all(mention.split(":")[0] not in names for mention in after[identifier] - mentions)


@settings(deadline=None, max_examples=40)
@given(SEEDS, st.integers(1, 5))
def test_saying_which_articles_are_new_spares_work_and_changes_nothing(
    empty_press: type[Press], seed: int, known: int
) -> None:
    press = by_chance(empty_press(), seed, articles=6)
    names = {article.id for article in press.articles[:known]}
    before = merge(press.articles[:known], [m for m in press.mentions if m.article in names])
    new = {article.id for article in press.articles} - names
    after = merge(press.articles, press.mentions, before, new)
    assert after == press.events(before)
    untouched = [event for event in before if new.isdisjoint(grouped_articles(after, event.id))]
    assert all(any(event is same for same in after) for event in untouched)


def grouped_articles(events: list[Event], identifier: str) -> tuple[str, ...]:
    return next(event.articles for event in events if event.id == identifier)


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_merging_again_changes_nothing(empty_press: type[Press], seed: int) -> None:
    press = by_chance(empty_press(), seed, articles=6)
    once = press.events()
    assert press.events(once) == once


@settings(deadline=None, max_examples=40)
@given(SEEDS)
def test_removing_an_article_leaves_the_others_events_their_ids(empty_press: type[Press], seed: int) -> None:
    press = by_chance(empty_press(), seed, articles=6)
    before = press.events()
    gone = press.articles.pop().id
    press.mentions = [mention for mention in press.mentions if mention.article != gone]
    left = {
        identifier: {m for m in told if m.split(":")[0] != gone}
        for identifier, told in grouped(before).items()
    }
    assert grouped(press.events(before)) == {identifier: told for identifier, told in left.items() if told}


def test_a_mention_that_has_changed_is_grouped_afresh_and_keeps_its_id_where_it_can(
    press: Press, three: tuple[Mention, Mention, Mention]
) -> None:
    before = press.events()
    press.mentions[1] = replace(three[1], edtf="2011-03-04", first=None, last=None)
    after = press.events(before)
    assert len(after) == 2
    assert next(event.id for event in after if three[0] in event.mentions) == before[0].id


def test_two_events_settled_apart_stay_apart_whatever_comes_to_join_them(
    press: Press, three: tuple[Mention, Mention, Mention]
) -> None:
    alone = [merge(press.articles, [mention]) for mention in three[:2]]
    events = press.events([event for one in alone for event in one])
    assert len(events) == 2
    assert {event.id for event in events} == {one[0].id for one in alone}


def test_nothing_told_makes_no_events(press: Press) -> None:
    press.article("a", "2024-03-05", "Quiet day\n\nNothing happened.")
    assert press.events() == []
    assert merge([], []) == []


def test_an_article_without_a_known_date_meets_none_that_has_one(press: Press) -> None:
    press.article("a", "", "Talks\n\nEnvoys of Chad and Libya met in Bern.")
    press.article("b", "2024-03-05", "Talks\n\nEnvoys of Chad and Libya met in Bern.")
    sides = {"source": ("Chad",), "target": ("Libya",), "place": "Bern", "status": Status.OCCURRED}
    undated = press.tell("a", "Envoys of Chad and Libya met in Bern", "met", "CONSULT", **sides)
    press.tell("b", "Envoys of Chad and Libya met in Bern", "met", "CONSULT", **sides)
    event = press.event_of(undated)
    assert event.mentions == (undated,)
    assert event.edtf == ""


def test_text_that_stands_unchanged_for_weeks_is_no_event_of_any_day(press: Press) -> None:
    told = []
    for day in range(1, 29):
        name = press.article(
            f"{day}", f"2024-03-{day:02}", "News\n\nThe Bar Fund is holding an appeal for the Bar dam."
        )
        told.append(
            press.tell(name, "The Bar Fund is holding an appeal for the Bar dam", "appeal", "REQUEST")
        )
    assert len(press.events()) == len(told)


def test_what_stands_unchanged_and_tells_of_it_twice_is_none_either(press: Press) -> None:
    told = []
    for day in range(1, 9):
        text = "The Bar Fund is holding an appeal for the Bar dam, and the appeal goes on."
        name = press.article(f"{day}", f"2024-03-{day:02}", f"News\n\n{text}")
        told.append(press.tell(name, "The Bar Fund is holding an appeal", "appeal", "REQUEST"))
        press.tell(name, "the appeal goes on", "appeal", "REQUEST")
    assert not any(press.are_one(one, other) for one, other in pairwise(told))


def test_a_call_of_two_leaders_is_not_the_talks_that_their_officers_broke_off(press: Press) -> None:
    sides = {"source": ("Chad",), "target": ("Libya",), "edtf": "2024-03-05"}
    press.article(
        "a",
        "2024-03-05",
        "Speech\n\nThe president of Chad spoke to his colleague on Tuesday about the unrest.",
    )
    press.article(
        "b",
        "2024-03-05",
        "Officers\n\nLibyan officers cut short their talks in Chad on Tuesday to fly home.",
    )
    call = press.tell("a", "The president of Chad spoke to his colleague", "spoke to", "CONSULT", **sides)
    talks = press.tell("b", "Libyan officers cut short their talks in Chad", "talks", "CONSULT", **sides)
    assert not press.are_one(call, talks)


def test_the_beginning_of_a_war_is_one_event_wherever_it_is_recalled(press: Press) -> None:
    sides = {"source": ("Arland",), "target": ("Boria",)}
    press.article(
        "a", "2024-03-05", "Grain\n\nPrices have doubled since Arland invaded Boria on 24 February."
    )
    press.article(
        "b", "2024-06-01", "Opera\n\nThe house had been shut since the invasion of Boria on 24 February."
    )
    one = press.tell(
        "a", "Arland invaded Boria on 24 February", "invaded", "ASSAULT", **sides, edtf="2024-02-24"
    )
    two = press.tell(
        "b", "the invasion of Boria on 24 February", "invasion", "ASSAULT", **sides, edtf="2024-02-24"
    )
    assert press.are_one(one, two)


def test_a_report_joins_no_two_acts_that_another_tells_apart(press: Press) -> None:
    press.article(
        "a",
        "2016-11-11",
        "Herat shaken\n\nA lorry bomb tore into the German mission in Herat and killed four people. The "
        "mayor had asked for more police in spring. Nobody came, and the shops of the bazaar paid guards of "
        "their own. Most were farmers' sons without work. Bombings shook the German mission in Herat.",
    )
    press.article(
        "b", "2016-11-11", "Bomb in Herat\n\nA lorry bomb killed four people at the German mission in Herat."
    )
    quote = "A lorry bomb tore into the German mission in Herat and killed four people"
    one = press.tell("a", quote, "bomb", "ASSAULT", **BOMB, place="Herat", killed=4)
    quote = "Bombings shook the German mission in Herat"
    all_month = press.tell("a", quote, "Bombings", "ASSAULT", **BOMB, place="Herat", edtf="2016-11")
    assert not press.are_one(one, all_month)
    quote = "A lorry bomb killed four people at the German mission in Herat"
    other = press.tell("b", quote, "bomb", "ASSAULT", **BOMB, place="Herat", killed=4)
    assert press.are_one(one, other)
    assert not press.are_one(one, all_month)
