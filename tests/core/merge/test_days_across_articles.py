"""Reports of one event that tell its day differently, and of two that fell on one day."""

from dataclasses import replace

from core.model import Basis
from tests.core.merge.press import Press


def test_one_raid_that_two_reports_put_in_weeks_that_touch_meets(press: Press) -> None:
    raid = {"mode": "aerial", "place": "Kunduz", "target": ("Taliban",)}
    press.article(
        "a", "2016-11-11", "Talk of Kunduz\n\nAir strikes near Kunduz last week killed 30 villagers."
    )
    press.article("b", "2016-11-10", "Anger in Kunduz\n\nAir strikes near Kunduz this week killed villagers.")
    last = press.tell(
        "a",
        "Air strikes near Kunduz last week",
        "Air strikes",
        "ASSAULT",
        **raid,
        edtf="2016-10-31/2016-11-06",
    )
    this = press.tell(
        "b",
        "Air strikes near Kunduz this week",
        "Air strikes",
        "ASSAULT",
        **raid,
        edtf="2016-11-07/2016-11-10",
    )
    assert press.are_one(last, this)


def test_an_attack_from_evening_to_morning_meets_the_reports_of_the_evening(press: Press) -> None:
    attack = {"source": ("Taliban",), "target": ("Germany",), "place": "Herat"}
    press.article(
        "a",
        "2016-11-11",
        "Attack on German mission in Herat\n\nThe German mission in Herat was attacked late on Thursday. "
        "Guards beat the attack on the mission in Herat back in the early hours of Friday.",
    )
    press.article("b", "2016-11-10", "Raid in Herat\n\nThe German mission in Herat was attacked on Thursday.")
    evening = press.tell(
        "a",
        "The German mission in Herat was attacked late on Thursday",
        "attacked",
        "ASSAULT",
        **attack,
        edtf="2016-11-10",
    )
    press.mentions[-1] = evening = replace(evening, basis=Basis.NARRATIVE)
    morning = press.tell(
        "a",
        "Guards beat the attack on the mission in Herat back",
        "attack",
        "ASSAULT",
        **attack,
        edtf="2016-11-11",
    )
    report = press.tell(
        "b", "The German mission in Herat was attacked", "attacked", "ASSAULT", **attack, edtf="2016-11-10"
    )
    assert press.are_one(evening, morning, report)


def test_calls_of_one_day_between_other_persons_are_two(press: Press) -> None:
    call = {"source": ("United States",), "target": ("Egypt",), "edtf": "2011-02-05"}
    press.article(
        "a", "2011-02-06", "Calls\n\nHillary Clinton spoke with Ahmed Shafiq by phone on Saturday night."
    )
    press.article("b", "2011-02-05", "A call\n\nJoe Biden spoke with Omar Suleiman by phone on Saturday.")
    press.article(
        "c", "2011-02-06", "Again\n\nMrs Clinton, Hillary Clinton, spoke with Ahmed Shafiq on Saturday."
    )
    one = press.tell("a", "Hillary Clinton spoke with Ahmed Shafiq by phone", "spoke with", "CONSULT", **call)
    two = press.tell("b", "Joe Biden spoke with Omar Suleiman by phone", "spoke with", "CONSULT", **call)
    same = press.tell("c", "Hillary Clinton, spoke with Ahmed Shafiq", "spoke with", "CONSULT", **call)
    assert press.are_one(one, same)
    assert not press.are_one(one, two)
