"""Where it happened."""

from collections.abc import Callable

import pytest

from core.model import Mention

One = Callable[..., Mention]


@pytest.mark.parametrize(
    ("text", "trigger", "place", "country"),
    [
        ("Russian missiles struck the city of Odesa in Ukraine.", "struck", "Odesa", "Ukraine"),
        ("Shelling killed two people in the Kherson region.", "Shelling", "Kherson region", "Ukraine"),
        ("Drones hit the Azovstal plant in Ukraine.", "hit", "Azovstal plant", "Ukraine"),
        ("Rebels attacked an army post in northern Mali.", "attacked", "northern Mali", "Mali"),
        ("The army bombed the Syrian village of Kfar Nuran.", "bombed", "Kfar Nuran", ""),
        ("Turkey struck Kurdish fighters in Iraq near Duhok.", "struck", "Duhok", "Iraq"),
        ("Israeli and Syrian envoys held talks in Paris.", "talks", "Paris", "France"),
        ("The pope visited South Sudan.", "visited", "South Sudan", "South Sudan"),
        ("Houthi fighters fired missiles at a warship in the Gulf of Aden.", "fired", "Gulf of Aden", ""),
    ],
)
def test_the_most_precise_place_is_found_as_written(
    mention: One, text: str, trigger: str, place: str, country: str
) -> None:
    found = mention(text, trigger)
    assert found.place == place
    assert not country or found.country == country


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Russia struck an army convoy.", "struck"),
        ("Norway pledged tanks to Ukraine.", "pledged"),
        ("France condemned the war in Sudan.", "condemned"),
    ],
)
def test_a_side_or_a_topic_is_no_place(mention: One, text: str, trigger: str) -> None:
    assert mention(text, trigger).place == ""


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Georgian forces withdrew from Tskhinvali on Sunday.", "withdrew", "Tskhinvali"),
        ("Sharaa met Putin in Kazan in mid-March.", "met", "Kazan"),
        ("Libyan troops shelled a barracks in Abu Salim on Sunday.", "shelled", "Abu Salim"),
        ("Ukraine attacked two air bases, a day before talks in Istanbul.", "attacked", ""),
        ("Colombian warplanes bombed a rebel camp at Guapi.", "bombed", "Guapi"),
        ("Rebels attacked the village of Kyauk Ni Maw on Tuesday.", "attacked", "Kyauk Ni Maw"),
        ("The capital Khartoum endured the heaviest barrage in weeks.", "barrage", "Khartoum"),
        ("Rockets hit towns across Sudan, with Khartoum enduring a barrage.", "hit", "Sudan"),
        ("Forces shelled a camp on Monday night, hours before envoys were to meet in Doha.", "shelled", ""),
        ("Drones hit a port as officials prepared to resume talks in Riyadh.", "hit", ""),
        ("India's army shelled posts along the Line of Control.", "shelled", "Line of Control"),
        (
            "Missiles struck Kyiv, killing six in a block, and Kyiv's army reports attacks near Izium.",
            "struck",
            "Kyiv",
        ),
        ("A rocket struck a Kyiv residential building.", "struck", "Kyiv"),
        ("Gunmen struck at the Dutch Consulate in the northern hub of Kunduz.", "struck", "Kunduz"),
        ("Gunmen struck at the Dutch Consulate.", "struck", "Dutch Consulate"),
        ("India agreed to set up a Centre of Excellence in Mumbai.", "agreed", "Mumbai"),
    ],
)
def test_a_place_is_that_of_its_own_event(mention: One, text: str, trigger: str, place: str) -> None:
    assert mention(text, trigger).place == place


def test_a_name_that_a_city_abroad_has_in_another_language_lies_where_the_text_is(mention: One) -> None:
    found = mention("Serb shells hit a house near Kamenica in Albania.", "hit")
    assert (found.place, found.target) == ("Kamenica", ("Albania",))
