"""Reports of one event that tell its day differently."""

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
