"""Names and what they stand for."""

import datetime as dt

import pytest

from core.events.lexicon import load, words
from core.events.parties.names import Kind, cities, fold, holders, names
from core.events.parties.scanning import scan, split

TODAY = dt.date(2024, 3, 14)


def sides(text: str, today: dt.date | None = TODAY) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[span.start : span.end], span.sides) for span in scan(text, split(text), today)]


@pytest.mark.parametrize(
    ("name", "side", "kind"),
    [
        ("Russian", "Russia", Kind.PEOPLE),
        ("Kyiv", "Ukraine", Kind.SEAT),
        ("the Kremlin".removeprefix("the "), "Russia", Kind.PEOPLE),
        ("Burma", "Myanmar", Kind.PEOPLE),
        ("Al-Shabaab", "Al-Shabaab", Kind.GROUP),
        ("Zelenskyy", "Ukraine", Kind.PERSON),
        ("Donbas", "Ukraine", Kind.PLACE),
    ],
)
def test_a_name_stands_for_its_side(name: str, side: str, kind: Kind) -> None:
    found = names()[fold(name)]
    assert (found.sides, found.kind) == ((side,), kind)


def test_accents_hyphens_and_possessives_do_not_matter() -> None:
    assert fold("Erdoğan’s") == "erdogan"
    assert fold("Mazār-e-Sharīf") == "mazar e sharif"
    assert cities()[fold("Khan Younis")]


def test_a_possessive_inside_a_name_does_not_hide_it() -> None:
    assert sides("The Tigray People's Liberation Front and the Lord’s Resistance Army spoke.") == [
        ("Tigray People's Liberation Front", ("TPLF",)),
        ("Lord’s Resistance Army", ("Lord's Resistance Army",)),
    ]


def test_a_last_name_counts_with_and_without_its_article() -> None:
    assert sides("Serraj and al-Serraj, el-Burhan and Burhan") == [
        ("Serraj", ("Government of National Accord",)),
        ("al-Serraj", ("Government of National Accord",)),
        ("el-Burhan", ("Sudan",)),
        ("Burhan", ("Sudan",)),
    ]


def test_a_first_name_is_no_holder() -> None:
    assert sides("Saeed Izadi and Moussa Traore spoke.", dt.date(2025, 6, 1)) == []


def test_a_river_is_no_country() -> None:
    assert sides("Niger is on the Niger river.") == [("Niger", ("Niger",))]


def test_the_longest_name_counts() -> None:
    assert sides("North Korea met South Sudan.") == [
        ("North Korea", ("North Korea",)),
        ("South Sudan", ("South Sudan",)),
    ]


def test_short_names_count_only_in_capitals() -> None:
    assert sides("It is up to us, said the US.") == [("US", ("United States",))]


def test_a_city_that_is_also_a_word_counts_only_where_a_place_can_stand() -> None:
    assert sides("Nancy Reading gave an Orange to Police.") == []
    assert sides("Shelling was heard in Izium.") == [("Izium", ("Ukraine",))]
    assert sides("Ukraine named him as Captain Anton Sumy.") == [("Ukraine", ("Ukraine",))]


def test_compounds_tell_who_leads_and_who_holds() -> None:
    assert sides("a Saudi-led force, Russian-held Tokmak, Turkey-Greece talks, Russian-speaking cities") == [
        ("Saudi-led", ("Saudi Arabia",)),
        ("Russian-held", ("Russia",)),
        ("Turkey-Greece", ("Turkey", "Greece")),
    ]


def test_an_office_is_known_while_it_is_held_and_after_but_not_before() -> None:
    assert "starmer" not in holders(dt.date(2010, 1, 1))
    assert holders(dt.date(2025, 1, 1))["starmer"][0][1] == "United Kingdom"


def test_someone_else_of_the_same_last_name_is_no_holder() -> None:
    assert sides("Boris Johnson spoke. Greta Johnson sang.", dt.date(2022, 1, 1)) == [
        ("Johnson", ("United Kingdom",))
    ]


def test_every_side_of_a_known_war_and_of_a_known_person_has_a_name() -> None:
    wars = load("belligerents.toml")["wars"]
    told = {side for war in wars for key in ("ours", "theirs") for side in words(war[key])}
    told |= set(load("people.toml")["people"])
    assert [side for side in told if side not in names()[fold(side)].sides] == []
