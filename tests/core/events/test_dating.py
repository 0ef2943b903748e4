"""Which day an event gets: from its clause, from another event, from the story, from the text below."""

import datetime as dt

import pytest

from core import language, temporal
from core.events import candidates, extract
from core.model import Block, BlockKind, Mention, PublicationBasis, PublicationDate, Status

DAY = "2024-02-14"  # a Wednesday
STRUCK = "Chad has targeted Sudan's main port of Tine – through which food would pass – with air strikes"


def read(text: str, title: str = "") -> list[Mention]:
    whole = f"{title}\n{text}" if title else text
    blocks = [Block(0, len(title), BlockKind.TITLE)] if title else []
    blocks.append(Block(len(whole) - len(text), len(whole), BlockKind.BODY))
    document = language.segment(whole, blocks)
    document = language.parse(document, candidates(document))
    timexes = temporal.tag(whole, dt.date.fromisoformat(DAY))
    return extract("a", document, timexes, PublicationDate(DAY, PublicationBasis.USER), least=0.0)


def date_of(trigger: str, text: str) -> str:
    return next(m.edtf for m in read(text) if trigger in m.trigger.text)


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("agreed", "The two envoys met on Monday and agreed to a truce.", "2024-02-12"),
        ("condemned", "Chad closed its border on Monday and has condemned the raid.", "2024-02-14~"),
    ],
)
def test_a_coordinated_verb_shares_the_day_where_it_tells_on(trigger: str, text: str, edtf: str) -> None:
    assert date_of(trigger, text) == edtf


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("entered", "Rebels seized the airport on Monday, a day after they entered the city.", "2024-02-11"),
        ("attack", "Chad shelled Tine on Monday, three days after a rocket attack.", "2024-02-09"),
        ("bombing", "The raid came two weeks after the bombing of a bus.", "2024-01-31~"),
        ("sent", "Mali declared a truce on Monday, three months after it sent troops to Tine.", "2023-11"),
        (
            "offensive",
            "Rebels agreed to a truce on Monday, a day after Chad had launched an offensive.",
            "2024-02-11",
        ),
        (
            "shelled",
            f"{STRUCK} only two days after Beirut shelled the town of Metula.",
            "2024-02-12",
        ),
        ("shelled", "Two weeks after Chad shelled Tine, the town is empty.", "2024-01-31~"),
        ("signed", "Shells fell on Tine, 12 hours after Chad signed a deal.", "2024-02-13/2024-02-14"),
        ("shelled", "Chad shelled Tine two days after an attack on 1 February.", "2024-02-03"),
    ],
)
def test_an_event_told_so_long_after_another_is_dated_by_it(trigger: str, text: str, edtf: str) -> None:
    assert date_of(trigger, text) == edtf


def test_an_attack_known_already_is_not_dated_by_what_came_after_it() -> None:
    text = "Rebels bombed a bus on 3 February. Chad shut its border two days after the attack."
    assert date_of("attack", text) == "2024-02-03"


def test_what_happened_in_the_month_since_when_is_of_that_month() -> None:
    text = "The port has been shut since December, when rebels launched an offensive along the coast."
    assert date_of("launched", text) == "2023-12"


def test_a_clause_with_when_is_of_the_time_before_it() -> None:
    text = "Talks failed in May 2022, when rebels shelled Tine, and in June 2023, when an ambush killed six."
    assert (date_of("shelled", text), date_of("ambush", text)) == ("2022-05", "2023-06")


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("shelled", "Chad put Tine under martial law on 19 May 2023 and shelled its port.", "2023-05-19"),
        ("rejected", "Chad accused Sudan last week. Sudan rejected the charge.", "2024-02-14~"),
        ("urged", "Chad accused Sudan on Monday. It urged the council to meet.", "2024-02-12"),
        ("urged", "Chad accused Sudan on Monday. The pope urged the council to meet.", "2024-02-12"),
        ("rejected", "Chad accused Sudan last week; Sudan rejected the charge.", "2024-02-05/2024-02-11"),
        ("rejected", "Chad accused Sudan on Monday. Sudan has rejected the charge.", "2024-02-14~"),
    ],
)
def test_an_act_of_the_same_doer_or_sentence_goes_on_with_the_story(
    trigger: str, text: str, edtf: str
) -> None:
    assert date_of(trigger, text) == edtf


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("bombed", "In March 2019 rebels raided Tine. Chad bombed their camp.", "2019-03"),
        ("broke off", "In March 2019 rebels raided Tine. Chad broke off relations with Sudan.", "2019-03"),
        ("raid", "In March 2019 Chad bombed a rebel camp. The raid killed six.", "2019-03"),
        ("condemns", "In March 2019 rebels raided Tine. Chad condemns the rebels.", "2024-02-14~"),
        ("broke off", "In March 2019 rebels raided Tine.\nChad broke off relations.", "2024-02-14~"),
    ],
)
def test_what_a_paragraph_tells_of_long_ago_goes_on_in_the_simple_past(
    trigger: str, text: str, edtf: str
) -> None:
    assert date_of(trigger, text) == edtf


def test_a_paper_whose_lead_tells_of_yesterday_tells_of_that_day() -> None:
    text = "Chad accepted a truce yesterday.\nThe rebels have condemned the deal. Sudan will send observers."
    found = {m.trigger.text: m.edtf for m in read(text)}
    assert (found["condemned"], found["send"]) == ("2024-02-13~", "2024-02-14/..")


def test_fighting_told_on_after_what_was_said_of_it_is_of_its_day() -> None:
    text = "Gunmen raided Tine on Monday.\nChad has condemned it.\nTwo bombs went off at the port."
    assert date_of("went off", text) == "2024-02-12"


def test_fighting_by_other_means_goes_on_the_same_day() -> None:
    text = "Rebels laid mines on Sunday. Gun battles raged on Monday. The army fired rockets at Tine."
    assert date_of("fired", text) == "2024-02-12"


def test_a_headline_is_dated_by_the_lead_that_tells_the_same() -> None:
    text = "The envoy of Chad met the rebels in Doha on Monday."
    met = {m.edtf for m in read(text, "Envoy of Chad meets rebels") if m.type == "CONSULT"}
    assert met == {"2024-02-12"}


def test_a_headline_is_not_of_a_day_long_ago() -> None:
    text = "The war goes on. Sudan's troops overran the town of Tine on 3 February."
    found = [m.edtf for m in read(text, "Sudan's troops overran a camp") if m.trigger.text == "overran"]
    assert found == ["2024-02-14~", "2024-02-03"]


def test_what_is_planned_is_not_of_the_day_gone_by_of_another_clause() -> None:
    text = "Drones hit Tine on Monday, starting a fire, as Chad and Sudan prepared to resume talks in Doha."
    assert date_of("resume", text) == "2024-02-14/.."


@pytest.mark.parametrize(
    ("heading", "edtf"),
    [("Blast in Abéché", "2024-02-14~"), ("A blast was heard in Abéché as well.", "2024-02-12")],
)
def test_a_day_is_not_carried_over_a_heading(heading: str, edtf: str) -> None:
    text = f"Rebels shelled Tine on Monday.\n{heading}\nAn explosion damaged an army depot.\nIt is at war."
    assert date_of("explosion", text) == edtf


def test_a_heading_is_dated_by_what_its_section_tells() -> None:
    text = "It is a long war.\nChad meets Sudan\nSudan met Chad in Doha on Monday.\nIt was hot."
    assert date_of("meets", text) == "2024-02-12"


def test_what_somebody_is_quoted_with_does_not_go_on_with_the_fighting() -> None:
    text = "Rebels took Tine on Friday.\nFew slept. “We withdrew from Abéché,” an officer told reporters."
    assert date_of("withdrew", text) == "2024-02-14~"


def test_what_is_told_in_the_present_of_a_day_to_come_is_planned() -> None:
    found = {m.trigger.text: (str(m.status), m.edtf) for m in read("The truce takes effect on Friday.")}
    assert found["takes effect"] == ("planned", "2024-02-16")


def test_what_was_done_on_a_day_gone_by_has_happened_whatever_is_told_over_it() -> None:
    found = {
        m.trigger.text: (str(m.status), m.edtf)
        for m in read("Chad said the girls kidnapped in May 2023 would be freed.")
    }
    assert found["kidnapped"] == ("occurred", "2023-05")


def test_talks_that_are_due_are_planned() -> None:
    found = [(str(m.status), m.edtf) for m in read("Talks were due to resume in Doha on Friday.")]
    assert found == [("planned", "2024-02-16")]


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("closed", "Rebels overran Tine in May 2019. Chad then closed the border.", "2019-05"),
        ("condemned", "Rebels overran Tine in May 2019. The council condemned the raid.", "2024-02-14~"),
        ("urged", "Chad, which in May 2019 shelled Tine, urged Sudan to talk.", "2024-02-14~"),
        ("shelled", "Rebels, who took Tine on Friday, rested. The army shelled Abéché.", "2024-02-14~"),
        ("shelled", "Rebels took Tine on Friday. The army shelled Abéché.", "2024-02-09"),
    ],
)
def test_the_story_does_not_stay_at_what_is_told_by_the_way(trigger: str, text: str, edtf: str) -> None:
    assert date_of(trigger, text) == edtf


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        (
            "sit down",
            "Chad and Sudan are due to sit down in Doha for the first time since May.",
            "2024-02-14/..",
        ),
        ("blocked", "Chad has blocked a package of sanctions since 2 February.", "2024-02-02/2024-02-14"),
    ],
)
def test_since_dates_what_has_gone_on_and_not_what_is_rare(trigger: str, text: str, edtf: str) -> None:
    assert date_of(trigger, text) == edtf


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        (
            "seized",
            "Chad has lost ten men since 2 February – the day Sudan seized Tine.",
            "2024-02-02",
        ),
        (
            "talks",
            "Chad held talks with Sudan on 2 February. France praised the talks between Mali and Niger.",
            "2024-02-14~",
        ),
        (
            "meeting",
            "Chad held talks with Sudan on Monday. It was a tense meeting, diplomats in Doha say.",
            "2024-02-12",
        ),
        ("meeting", "“It was a tense meeting with Sudan,” the envoy said on Monday.", "2024-02-14~"),
        (
            "strike",
            "The army hit Tine on Monday. There were no strikes since 1 February. The strike killed two.",
            "2024-02-12",
        ),
    ],
)
def test_a_day_is_that_of_the_event_meant(trigger: str, text: str, edtf: str) -> None:
    assert [m.edtf for m in read(text) if trigger in m.trigger.text][-1] == edtf


def test_a_lead_below_a_standfirst_is_dated_by_what_tells_it_again() -> None:
    text = "Fear in Tine\nRebels blew up a gate in Tine. The explosion late on Monday killed six."
    assert date_of("blew up", text) == "2024-02-12"


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("agreed", "Chad and Sudan agreed on a hotline during the previous talks."),
        ("talks", "An earlier round of talks in Doha ended without a truce."),
        ("talks", "The last talks between Chad and Sudan ended in anger."),
    ],
)
def test_what_is_told_as_earlier_is_open_up_to_the_publication_day(trigger: str, text: str) -> None:
    found = next(m for m in read(text) if trigger in m.trigger.text)
    assert (found.edtf, found.first, found.last) == (f"../{DAY}", None, dt.date.fromisoformat(DAY))


@pytest.mark.parametrize(
    ("trigger", "text", "status"),
    [
        ("meets", "The council of ministers meets the rebels in Doha tonight.", "planned"),
        ("met", "The council of ministers met the rebels in Doha last night.", "occurred"),
        ("support", "The king of Chad said he would not support a strike on Tine.", "occurred"),
    ],
)
def test_an_evening_to_come_is_planned_and_what_is_refused_is_done(
    trigger: str, text: str, status: str
) -> None:
    assert next(m.status.value for m in read(text) if trigger in m.trigger.text) == status


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("invaded", "Kuwait held its largest parade of troops since Iraq invaded."),
        ("seized", "It was the heaviest fighting in Goma since rebels seized the airport."),
    ],
)
def test_what_something_else_came_since_was_before_the_news(trigger: str, text: str) -> None:
    assert date_of(trigger, text) == f"../{DAY}"


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        (
            "killed",
            "Rebels killed sixty villagers in Darfur between 1 and 9 February.",
            "2024-02-01/2024-02-09",
        ),
        ("met", "The envoys met in Tunis from 7 to 9 February.", "2024-02-07/2024-02-09"),
        (
            "fighting",
            "It led to three days of fighting between Chad and Niger, from 7 to 9 February.",
            "2024-02-07/2024-02-09",
        ),
        ("shelled", "Rebels shelled Goma yesterday, Tuesday, at noon.", "2024-02-13"),
        (
            "initialled",
            "Envoys go to a summit in Oslo, where a treaty initialled on 8 May 2023 is to be signed.",
            "2023-05-08",
        ),
        ("lifted", "The curfew, in force in Goma since late January, was lifted on Sunday.", "2024-02-11"),
        ("prolonged", "The ceasefire from 20 January had been prolonged on 2 February.", "2024-02-02"),
    ],
)
def test_a_stretch_of_days_is_one_date_and_a_verb_tells_of_its_own(
    trigger: str, text: str, edtf: str
) -> None:
    assert [m.edtf for m in read(text) if trigger in m.trigger.text] == [edtf]


@pytest.mark.parametrize(
    ("trigger", "text", "status"),
    [
        ("round of talks", "No decision has been made on a second round of talks in Doha.", Status.DENIED),
        ("blockade", "On day 47 of the blockade of Aden the two sides agreed on a truce.", Status.OCCURRED),
        ("signed", "A truce signed in April 2022 has never been renewed.", Status.OCCURRED),
        ("agreed", "No truce was agreed between Chad and Niger on Sunday.", Status.DENIED),
        ("meet", "Chadian and Nigerien envoys were supposed to meet on Sunday.", Status.PLANNED),
        ("treaty", "The text of a peace treaty between Chad and Niger is ready.", Status.PROPOSED),
        (
            "air strikes",
            "Chad, which had begun its third day of air strikes on Niger, would report on Friday.",
            Status.OCCURRED,
        ),
        ("due in", "The Chadian envoy is due in Doha before the year is out.", Status.PLANNED),
    ],
)
def test_whether_it_has_happened(trigger: str, text: str, status: Status) -> None:
    assert [m.status for m in read(text) if m.trigger.text.endswith(trigger)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "It is too soon to lift the ban on the exiled generals of Chad.",
        "Nobody has voted in Chad for ten years.",
        "Given what was seen in the last three days, the army of Chad stays.",
        "Chad has promised a referendum by the end of the year.",
        "Oil fell for a third day as the war in Chad went on.",
    ],
)
def test_what_nobody_does_and_what_is_no_act(text: str) -> None:
    assert read(text) == []


def test_who_did_what_is_told_of_long_ago_is_not_guessed_from_the_war_of_today() -> None:
    war = "Iran struck Haifa on Monday. Iran struck Eilat on Tuesday. "
    old = read(war + "A bombing on 8 May 2019 killed six people in a market.")
    assert [(m.source, m.target) for m in old if m.trigger.text == "bombing"] == [((), ())]
    recent = read(war + "A bombing on Sunday killed six people in a market.")
    assert [m.source for m in recent if m.trigger.text == "bombing"] == [("Iran",)]


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("began", "The war of 2020-22 between Chad and Niger began on 3 November 2020.", "2020-11-03"),
        (
            "strikes",
            "The truce, in force since May 2023, broke down on 2 February, two days after strikes on Goma.",
            "2024-01-31",
        ),
        (
            "closed its airspace",
            "Troops paraded in Goma on Sunday, five days after Chad closed its airspace.",
            "2024-02-06",
        ),
        (
            "attack",
            "The bridge has been shut since the 22 January 2023 missile attack on Goma.",
            "2023-01-22",
        ),
        ("fighting", "In the fighting of January, Chadian troops struck Tine on 13 January.", "2024-01-13"),
        (
            "renewed",
            "The truce with Chad was never renewed, and the town will be a century old next Thursday.",
            "2024-02-14~",
        ),
        ("talks", "Chad's rebels want talks with the army, as the 1999 accord requires.", "2024-02-14/.."),
        ("meet", "The leaders of Chad and Niger meet in Doha on 8 and 9 May.", "2024-05-08/2024-05-09"),
    ],
)
def test_a_day_hangs_on_the_verb_it_stands_with(trigger: str, text: str, edtf: str) -> None:
    assert date_of(trigger, text) == edtf
