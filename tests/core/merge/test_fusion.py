"""What an event says where its reports differ."""

from collections.abc import Callable
from typing import Any

import pytest

from core.merge.fusion import fuse
from core.model import Basis, Mention, Status
from tests.core.merge.press import Press

SIDES = {"source": ("Chad",), "target": ("Libya",)}


@pytest.fixture
def talks(press: Press) -> Callable[..., Mention]:
    """Tell of the talks in Bern: each report with its own day, status and words."""

    def tell(name: str, published: str, **fields: Any) -> Mention:
        press.article(
            name,
            published,
            f"Talks {name}\n\nEnvoys of Chad and Libya and the talks in Bern, told by desk {name}.",
        )
        return press.tell(name, "the talks in Bern", "talks", "CONSULT", **SIDES, place="Bern", **fields)

    return tell


def test_a_day_told_outright_outweighs_the_day_of_the_news(
    press: Press, talks: Callable[..., Mention]
) -> None:
    talks("a", "2024-03-06")
    told = talks("b", "2024-03-06", edtf="2024-03-05")
    event = press.event_of(told)
    assert len(event.mentions) == 2
    assert (event.edtf, event.basis) == ("2024-03-05", Basis.EXPLICIT)
    assert {mention.edtf for mention in event.mentions} == {"2024-03-06~", "2024-03-05"}


def test_a_plan_lends_its_day_to_what_came_of_it(press: Press, talks: Callable[..., Mention]) -> None:
    talks("a", "2024-03-01", edtf="2024-03-05", status=Status.PLANNED)
    held = talks("b", "2024-03-05")
    event = press.event_of(held)
    assert (event.status, event.edtf) == (Status.OCCURRED, "2024-03-05")


@pytest.mark.parametrize(
    ("reports", "status"),
    [
        ([("2024-03-01", Status.PROPOSED), ("2024-03-02", Status.PLANNED)], Status.PLANNED),
        ([("2024-03-01", Status.PLANNED), ("2024-03-05", Status.OCCURRED)], Status.OCCURRED),
        ([("2024-03-01", Status.PLANNED), ("2024-03-04", Status.CANCELLED)], Status.CANCELLED),
        ([("2024-03-05", Status.OCCURRED), ("2024-03-06", Status.PROPOSED)], Status.OCCURRED),
        ([("2024-03-02", Status.PLANNED), ("2024-03-02", Status.OCCURRED)], Status.OCCURRED),
    ],
)
def test_the_status_is_that_of_the_latest_report_and_what_was_done_is_not_undone(
    press: Press, talks: Callable[..., Mention], reports: list[tuple[str, Status]], status: Status
) -> None:
    told = [talks(f"{n}", day, status=each, edtf="2024-03-05") for n, (day, each) in enumerate(reports)]
    event = press.event_of(told[0])
    assert len(event.mentions) == len(reports)
    assert event.status is status
    assert {mention.status for mention in event.mentions} == {each for _, each in reports}


def test_one_denial_does_not_undo_what_several_report(press: Press, talks: Callable[..., Mention]) -> None:
    done = [talks(name, "2024-03-05", edtf="2024-03-05") for name in "ab"]
    talks("c", "2024-03-06", edtf="2024-03-05", status=Status.DENIED)
    assert press.event_of(done[0]).status is Status.OCCURRED


def test_the_lowest_and_the_highest_toll_are_kept_and_each_report_keeps_its_own(press: Press) -> None:
    tolls = {"a": 4, "b": 6, "c": 5}
    told = []
    for name, killed in tolls.items():
        press.article(name, "2024-03-05", f"Bus hit\n\nA shell hit a bus in Bar and killed {killed} people.")
        quote = f"A shell hit a bus in Bar and killed {killed} people"
        told.append(
            press.tell(name, quote, "hit", "ASSAULT", mode="heavy-weapons", place="Bar", killed=killed)
        )
    event = press.event_of(told[0])
    assert event.killed == (4, 6)
    assert {mention.article: mention.killed for mention in event.mentions} == tolls
    assert event.injured is None


def test_parties_that_only_one_of_many_reports_names_are_left_to_it(
    press: Press, talks: Callable[..., Mention]
) -> None:
    told = [talks(name, "2024-03-05", edtf="2024-03-05") for name in "abcd"]
    press.article(
        "e", "2024-03-05", "More\n\nEnvoys of Chad, Libya and Niger and the talks in Bern, told by desk e."
    )
    odd = press.tell(
        "e",
        "the talks in Bern",
        "talks",
        "CONSULT",
        source=("Chad", "Niger"),
        target=("Libya",),
        place="Bern",
        edtf="2024-03-05",
    )
    event = press.event_of(told[0])
    assert odd in event.mentions
    assert (event.source, event.target) == (("Chad",), ("Libya",))


SURE = {"edtf": "2024-03-05", "place": "Bern"}


def test_parties_are_not_lost_where_every_report_names_others(press: Press) -> None:
    named = [("Mali",), ("Chad", "Libya"), ("Chad", "Niger"), ("Togo",), ("Benin",), ("Egypt",), ("Gabon",)]
    told = []
    for number, parties in enumerate(named):
        press.article(
            f"{number}", "2024-03-05", f"Talks\n\nEnvoys met, and the talks in Bern, desk {number}."
        )
        told.append(press.tell(f"{number}", "the talks in Bern", "talks", "CONSULT", source=parties, **SURE))
    assert fuse("e", told, {}, len(told)).source == ("Chad", "Libya")


def test_where_reports_of_its_kind_name_no_party_the_others_do(press: Press) -> None:
    press.article("a", "2024-03-05", "Talks\n\nThe talks in Bern went on. The round in Bern ended. They met.")
    told = [
        press.tell("a", "The talks in Bern", "talks", "CONSULT", **SURE),
        press.tell("a", "The round in Bern", "round", "CONSULT", **SURE),
        press.tell("a", "They met", "met", "AGREE", **SIDES, **SURE),
    ]
    event = fuse("e", told, {}, 1)
    assert (event.type, event.source, event.target) == ("CONSULT", ("Chad",), ("Libya",))


def test_more_articles_make_an_event_surer_but_never_certain(
    press: Press, talks: Callable[..., Mention]
) -> None:
    one = talks("a", "2024-03-05", edtf="2024-03-05", confidence=0.6)
    alone = press.event_of(one).confidence
    for name in "bcdefgh":
        talks(name, "2024-03-05", edtf="2024-03-05", confidence=0.9)
    assert alone == pytest.approx(0.6)
    assert alone < press.event_of(one).confidence < 1


def test_the_title_says_where_it_was_if_one_of_the_reports_titles_does(
    press: Press, talks: Callable[..., Mention]
) -> None:
    for name, title in (("a", "Chad and Libya hold talks"), ("b", "Chad and Libya hold talks in Bern")):
        told = talks(name, "2024-03-05", title=title, edtf="2024-03-05")
    talks("c", "2024-03-05", title="Chad and Libya hold talks", edtf="2024-03-05")
    assert press.event_of(told).title == "Chad and Libya hold talks in Bern"
