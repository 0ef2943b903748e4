"""How events are linked, and the words that say why."""

import random

import pytest

from core.merge import find_links
from core.model import Link, Mention, Status
from tests.core.merge.press import Press

SIDES = {"source": ("Chad",), "target": ("Libya",)}


def links(press: Press, later: Mention, earlier: Mention) -> list[Link]:
    """Return the links between the events of two mentions."""
    events = press.events()
    ids = {mention.id: event.id for event in events for mention in event.mentions}
    ends = ids[later.id], ids[earlier.id]
    return [one for one in find_links(events) if (one.later, one.earlier) == ends]


def link(press: Press, later: Mention, earlier: Mention) -> Link:
    """Return the one link between the events of two mentions."""
    (found,) = links(press, later, earlier)
    return found


@pytest.fixture
def plan(press: Press) -> Mention:
    press.article("a", "2024-03-01", "Talks set\n\nChad and Libya will hold border talks in Bern on 5 March.")
    return press.tell(
        "a",
        "Chad and Libya will hold border talks in Bern on 5 March",
        "talks",
        "CONSULT",
        **SIDES,
        place="Bern",
        status=Status.PLANNED,
        edtf="2024-03-05",
    )


def test_a_plan_is_linked_to_what_was_put_in_its_place(press: Press, plan: Mention) -> None:
    press.article(
        "b",
        "2024-03-04",
        "Talks put off\n\nThe border talks in Bern were postponed to 19 March, Chad and Libya said.",
    )
    moved = press.tell(
        "b",
        "The border talks in Bern were postponed to 19 March",
        "talks",
        "CONSULT",
        **SIDES,
        place="Bern",
        status=Status.PLANNED,
        edtf="2024-03-19",
    )
    found = link(press, moved, plan)
    assert found.kind == "moves"
    assert "another day" in found.reason
    assert "Chad, Libya" in found.reason


def test_a_plan_is_linked_to_its_cancelling(press: Press, plan: Mention) -> None:
    press.article(
        "b",
        "2024-03-08",
        "Talks off\n\nChad and Libya called the border talks in Bern off for good on 8 March.",
    )
    off = press.tell(
        "b",
        "Chad and Libya called the border talks in Bern off for good on 8 March",
        "talks",
        "CONSULT",
        **SIDES,
        place="Bern",
        status=Status.CANCELLED,
        edtf="2024-03-08",
    )
    assert link(press, off, plan).kind == "cancels"


def test_a_plan_without_a_day_is_fulfilled_by_the_talks_that_follow(press: Press) -> None:
    press.article("a", "2024-03-01", "Talks wanted\n\nChad offered Libya talks on the border in Bern.")
    offered = press.tell(
        "a",
        "talks on the border in Bern",
        "talks",
        "CONSULT",
        **SIDES,
        place="Bern",
        status=Status.PROPOSED,
        edtf="2024-03-01/..",
    )
    press.article("b", "2024-04-10", "Talks held\n\nChad and Libya held talks in Bern on 9 April.")
    held = press.tell(
        "b", "held talks in Bern on 9 April", "talks", "CONSULT", **SIDES, place="Bern", edtf="2024-04-09"
    )
    found = link(press, held, offered)
    assert found.kind == "fulfils"
    assert "within the time planned" in found.reason


def test_talks_long_after_or_of_other_sides_fulfil_nothing(press: Press, plan: Mention) -> None:
    press.article("b", "2024-06-20", "Talks held\n\nChad and Libya held border talks in Bern on 19 June.")
    late = press.tell(
        "b", "held border talks in Bern", "talks", "CONSULT", **SIDES, place="Bern", edtf="2024-06-19"
    )
    press.article("c", "2024-03-06", "Talks held\n\nMali and Niger held border talks in Bern on 5 March.")
    other = press.tell(
        "c",
        "held border talks in Bern",
        "talks",
        "CONSULT",
        source=("Mali",),
        target=("Niger",),
        place="Bern",
        edtf="2024-03-05",
    )
    assert not links(press, late, plan)
    assert not links(press, other, plan)


@pytest.fixture
def deadline(press: Press) -> Mention:
    press.article("d", "2024-03-01", "Ultimatum\n\nMali gave Niger until 15 March to open the bridge.")
    return press.tell(
        "d",
        "Mali gave Niger until 15 March",
        "gave",
        "THREATEN",
        source=("Mali",),
        target=("Niger",),
        edtf="2024-03-01/2024-03-15",
    )


def test_a_deadline_set_anew_is_linked_to_the_one_before(press: Press, deadline: Mention) -> None:
    press.article("b", "2024-03-16", "More time\n\nMali gave Niger two more weeks, until 30 March.")
    anew = press.tell(
        "b",
        "Mali gave Niger two more weeks",
        "gave",
        "THREATEN",
        source=("Mali",),
        target=("Niger",),
        edtf="2024-03-16/2024-03-30",
    )
    found = link(press, anew, deadline)
    assert found.kind == "reissues"
    assert found.reason == "Mali sets Niger a new deadline"


def test_a_deadline_is_linked_to_what_was_yielded_before_its_end(press: Press, deadline: Mention) -> None:
    press.article("b", "2024-03-13", "Bridge open\n\nNiger agreed to open the bridge on 12 March.")
    yielded = press.tell(
        "b", "Niger agreed to open the bridge", "agreed", "AGREE", source=("Niger",), edtf="2024-03-12"
    )
    assert link(press, yielded, deadline).reason == "Niger moves before the deadline runs out"


def test_a_deadline_is_linked_to_what_was_done_when_it_had_run_out(press: Press, deadline: Mention) -> None:
    press.article("b", "2024-03-17", "Sanctions\n\nMali froze the accounts of Niger on 16 March.")
    done = press.tell(
        "b",
        "Mali froze the accounts of Niger",
        "froze",
        "SANCTION",
        source=("Mali",),
        target=("Niger",),
        edtf="2024-03-16",
    )
    assert link(press, done, deadline).kind == "fulfils"


def test_an_answer_is_linked_to_what_it_answers(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Tit for tat\n\nMali shelled a post of Niger. Niger hit back and bombed a camp of Mali.",
    )
    first = press.tell(
        "a", "Mali shelled a post of Niger", "shelled", "ASSAULT", source=("Mali",), target=("Niger",)
    )
    back = press.tell(
        "a",
        "Niger hit back and bombed a camp of Mali",
        "bombed",
        "ASSAULT",
        source=("Niger",),
        target=("Mali",),
        mode="aerial",
    )
    found = link(press, back, first)
    assert found.kind == "responds"
    assert "hit back" in found.reason


def test_an_answer_that_names_its_cause_is_linked_to_that(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Reprisal\n\nGunmen stormed a barracks on Tuesday in retaliation for air strikes on Bar "
        "a week before.",
    )
    stormed = press.tell(
        "a",
        "Gunmen stormed a barracks on Tuesday in retaliation for air strikes on Bar",
        "stormed",
        "ASSAULT",
        mode="firearms",
        edtf="2024-03-05",
    )
    strikes = press.tell(
        "a", "air strikes on Bar a week before", "air strikes", "ASSAULT", mode="aerial", edtf="2024-02-27"
    )
    assert link(press, stormed, strikes).kind == "responds"


def test_links_do_not_depend_on_the_order_of_events(press: Press, plan: Mention, deadline: Mention) -> None:
    press.article(
        "b",
        "2024-03-06",
        "Held\n\nChad and Libya held border talks in Bern on 6 March. Niger agreed to terms.",
    )
    press.tell(
        "b",
        "held border talks in Bern on 6 March",
        "talks",
        "CONSULT",
        **SIDES,
        place="Bern",
        edtf="2024-03-06",
    )
    press.tell("b", "Niger agreed to terms", "agreed", "AGREE", source=("Niger",), edtf="2024-03-06")
    events = press.events()
    links = find_links(events)
    assert links
    random.Random(1).shuffle(events)
    assert find_links(events) == links


def test_events_without_any_date_are_left_unlinked(press: Press) -> None:
    press.article("a", "", "Talks\n\nChad and Libya hold talks.")
    press.tell("a", "Chad and Libya hold talks", "talks", "CONSULT", **SIDES)
    assert find_links(press.events()) == []
