"""What a clause tells: an event or none, of which kind, one or two, and on what day."""

import pytest

from tests.core.events.reading import one, read


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "track"),
    [
        (
            "Government forces retook Bor, the capital of Jonglei, on Monday.",
            "retook",
            "ASSAULT",
            "battlefield",
        ),
        (
            "Commandos overran the last patch of jungle held by the guerrillas on Monday.",
            "overran",
            "ASSAULT",
            "battlefield",
        ),
        (
            "Rebels burst into the capital and set fire to the town hall on Monday.",
            "burst into",
            "ASSAULT",
            "battlefield",
        ),
        ("Houthi fighters fired on a tanker in the Red Sea on Monday.", "fired on", "ASSAULT", "battlefield"),
        (
            "Rebels inflicted heavy losses on the army at Afabet on Monday.",
            "inflicted",
            "ASSAULT",
            "battlefield",
        ),
        ("US tanks seize Baghdad airport; the war goes on.", "seize", "ASSAULT", "battlefield"),
        ("A missile fell in the sea off Aden on Monday.", "fell", "ASSAULT", "battlefield"),
        ("The rebels said no to talks on Monday.", "said no", "REJECT", "diplomatic"),
        ("The US renewed ties with Damascus after the war.", "renewed ties", "SUPPORT", "diplomatic"),
        ("Marines waded ashore at Umm Qasr on Monday.", "waded ashore", "ASSAULT", "battlefield"),
        (
            "Paratroopers dropped from the sky north of the city on Monday to fight the rebels.",
            "dropped from",
            "MOBILIZE",
            "battlefield",
        ),
        (
            "France sent the carrier Clemenceau to the war in the Gulf on Monday.",
            "sent",
            "MOBILIZE",
            "battlefield",
        ),
        (
            "The guerrillas slipped away into the mountains on Monday.",
            "slipped away",
            "RETREAT",
            "battlefield",
        ),
        (
            "Both sides violated the cease-fire in Karabakh on Monday.",
            "violated",
            "ASSAULT",
            "battlefield",
        ),
        ("Bogota announced a cease-fire of a month with the ELN.", "announced", "CONCEDE", "diplomatic"),
        ("The US sent rockets to Ukraine on Monday.", "sent", "AID", "diplomatic"),
        (
            "The US will send Lebanon $95 million in military aid, with patrol boats among it.",
            "send",
            "AID",
            "diplomatic",
        ),
        ("Russia sent dozens of drones towards Odesa on Monday.", "sent", "ASSAULT", "battlefield"),
        ("Rebel fighters handed in their weapons on Monday.", "handed in", "RETREAT", "battlefield"),
        ("The army trapped 7,000 rebels in the city on Monday.", "trapped", "COERCE", "battlefield"),
        (
            "India sent two envoys to Colombo to talk to the rebels on Monday.",
            "sent",
            "CONSULT",
            "diplomatic",
        ),
        ("India will send 300 trainers to the army of Mali.", "send", "AID", "diplomatic"),
        ("The UN would fly 500 more peacekeepers to the war zone.", "fly", "AID", "diplomatic"),
        (
            "Turkey dispatched a medical plane to Somalia on Monday after the bombing.",
            "dispatched",
            "AID",
            "diplomatic",
        ),
        ("Norway will give Ukraine $7bn for weapons.", "give", "AID", "diplomatic"),
        (
            "The president disowned a decree that ordered the army to fight on.",
            "disowned",
            "REJECT",
            "diplomatic",
        ),
        ("Kenya closed part of its frontier to the rebels on Monday.", "closed", "COERCE", "diplomatic"),
        (
            "Envoys from eight countries gathered in Doha on Monday to end the war.",
            "gathered",
            "CONSULT",
            "diplomatic",
        ),
    ],
)
def test_words_that_name_an_event_only_of_the_right_things(
    text: str, trigger: str, kind: str, track: str
) -> None:
    found = one("2024-05-10", text, trigger)
    assert (found.type, found.track) == (kind, track)


def test_how_prisoners_are_is_no_attack() -> None:
    text = "Russia and Ukraine agreed on Monday to exchange prisoners who are ill, badly wounded or under 25."
    told = read("2025-06-03", f"{text} Russian missiles killed two men in Sumy.")
    assert [m.trigger.text for m in told if m.track == "battlefield"] == ["killed"]


def test_talks_themselves_hand_over_no_paper() -> None:
    headline = "Second round in Istanbul brings exchange of the dead, no ceasefire"
    text = "Russian and Ukrainian negotiators met in Istanbul. The Qatari envoy brought a draft agreement."
    told = read("2025-06-02", f"{headline}\n\n{text}")
    assert [m.trigger.text for m in told if m.type == "CONSULT"] == ["met", "brought"]


def test_conditions_not_set_are_no_demand() -> None:
    assert not read("2024-05-10", "Indonesia set no conditions for the UN force in East Timor.")


def test_a_siege_and_its_dead_and_an_attack_and_its_end_are_one_event() -> None:
    text = "The siege of the army base, in which 21 soldiers lost their lives, began on Monday."
    assert [m.trigger.text for m in read("2024-05-10", text)] == ["siege"]
    text = "Armenian forces repelled an attack near Martuni on Monday."
    assert [m.trigger.text for m in read("2024-05-10", text)] == ["repelled"]


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("On Monday, shelling hit a market in Omdurman and killed four people.", 1),
        ("Four rockets struck the port of Hodeidah, killing two sailors and wounding nine.", 1),
        ("The army fired rockets at the camp in response to an attack on a patrol on Sunday.", 2),
        ("Israel has bombed the port of Beirut – through which food would come – with missile strikes.", 1),
        ("Air defences downed six drones during a missile attack on Kyiv.", 2),
    ],
)
def test_an_attack_and_what_it_did_are_one_event_and_an_answer_is_another(text: str, triggers: int) -> None:
    found = [m.trigger.text for m in read("2024-02-14", text) if m.track == "battlefield"]
    assert len(found) == triggers, found


def test_the_present_perfect_takes_no_day_gone_by() -> None:
    text = "Rabat has condemned Ethiopia's invasion of Somalia in December 2006."
    assert one("2007-01-12", text, "condemned").edtf == "2007-01-12~"


def test_a_time_in_what_is_said_is_not_that_of_the_saying() -> None:
    text = "The envoy expressed confidence that Libya would choose a parliament before next spring."
    assert one("2019-06-10", text, "expressed confidence").edtf == "2019-06-10~"


def test_a_deadline_runs_for_the_time_told() -> None:
    text = "Asked on Tuesday, the president said he would let them know in two weeks."
    mention = one("2025-05-29", text, "let them know")
    assert (mention.type, mention.edtf) == ("THREATEN", "2025-05-27/2025-06-10")


@pytest.mark.parametrize("published", ["2025", "2025-05"])
def test_days_counted_from_a_month_or_year_of_publication_stay_as_open_as_that(published: str) -> None:
    text = (
        "Rebels shelled the port yesterday. The president gave them a two-week ultimatum to leave the town. "
        "The envoys met on Monday."
    )
    assert {m.edtf for m in read(published, text)} == {f"{published}~"}


def test_what_has_happened_is_not_dated_by_a_meeting_to_come() -> None:
    text = "Talks are planned for 9 June. The meeting ended after an hour."
    found = {str(m.status): m.edtf for m in read("2025-05-29", text)}
    assert found.get("planned") == "2025-06-09"
    assert found.get("occurred", "2025-05-29~") == "2025-05-29~"


def test_a_call_for_something_is_a_demand_and_a_call_with_someone_a_talk() -> None:
    demand = one(
        "2024-05-06",
        "Pope Francis repeated his call for a truce in Darfur on Friday.",
        "call",
    )
    talk = one("2024-05-06", "In a call with Putin on Friday, Macron asked for a truce in Kharkiv.", "call")
    assert (demand.type, talk.type) == ("REQUEST", "CONSULT")


@pytest.mark.parametrize(
    "text",
    [
        "Baku is refusing to end the blockade of Armenian lorries.",
        "The general refused to meet the rebels in Goma.",
        "Senators refuse to lift sanctions on Sudan.",
    ],
)
def test_what_is_refused_is_no_event_beside_the_refusal(text: str) -> None:
    assert [m.type for m in read("2024-02-14", text)] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Niger has turned down a French request, an army officer said on Tuesday.", ["REJECT", "REQUEST"]),
        ("The UN cut food supplies to a camp in Chad, relief officials said.", ["SANCTION"]),
        ("Kyiv said Moscow was deliberately shelling hospitals.", ["ACCUSE"]),
        ("Ukraine's army said Russia had violated the truce.", ["ACCUSE"]),
    ],
)
def test_to_say_where_news_is_from_is_no_accusation(text: str, kinds: list[str]) -> None:
    told = [m.type for m in read("2024-02-14", text) if m.track == "diplomatic"]
    assert [kind for kind in told if kind in ("ACCUSE", *kinds)] == kinds


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Russian drones struck the port city of Odesa and killed two people.", ["struck"]),
        ("Russian missiles hit Odesa and killed two people in Kharkiv.", ["hit", "killed"]),
        (
            "Jets bombed a camp in the forest and killed the rebels' founder, Raul Reyes.",
            ["bombed", "killed"],
        ),
    ],
)
def test_the_dead_that_the_clause_of_an_attack_goes_on_with_are_its_dead(
    text: str, triggers: list[str]
) -> None:
    assert [m.trigger.text for m in read("2024-02-14", text)] == triggers
