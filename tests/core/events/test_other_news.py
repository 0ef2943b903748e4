"""The words of war in other news, in figures of speech and in general remarks: no event."""

import pytest

from core.model import Status
from tests.core.events.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "He used a shell company to buy the yacht.",
        "The singer talks about her childhood in a new memoir.",
        "Arsenal attacked from the start and Saka struck twice before the break.",
        "The carmaker launched an assault on the luxury market with a price cut.",
        "The defender was shown a red card after a clash with the goalkeeper.",
        "She died after a short battle with cancer.",
        "Labour won the battle for the marginal seat, capturing it from the Conservatives.",
        "Inflation hit a target set by the central bank.",
        "The company fired 300 workers and launched a new drone for farmers.",
        "The army has long relied on volunteers.",
        "War is hell.",
        "An explosion of new species followed the end of the ice age.",
        "The chancellor will unveil a raid on pensions next week.",
        "The ministers traded blows over taxes in a barrage of advertisements.",
        "A war of words broke out between the two singers.",
        "The senators took part in a debate and took the train home.",
        "Officials spoke on condition of anonymity.",
        "The army and the rebels battled on the diplomatic stage.",
        "The army and the militia fought in court over the frozen assets.",
        "Officials said the quest is to shrink demand for gas.",
        "As the country defends in the east, an official says the war effort is failing.",
        "Tokyo fell in line with its allies on the war on Monday.",
        "The sailor pleaded guilty to spying in a court in Kyiv.",
    ],
)
def test_the_words_of_war_in_other_news_name_no_event(text: str) -> None:
    assert [(m.trigger.text, m.type) for m in read("2024-02-14", text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Rail workers will strike on Friday in a dispute over pay.",
        "A fire destroyed a warehouse in Leeds on Monday night; no one was hurt.",
        "The minister came under fire in the press over hospital waiting times.",
        "The explosion of interest in padel has taken clubs by surprise.",
        "A gas explosion in a block of flats in Naples injured four people.",
        "Storms battered the coast, killing three people and damaging hundreds of homes.",
        "Police shot and wounded a bank robber in Marseille.",
        "Critics fired a barrage of questions at the director.",
        "Wolves killed 40 sheep in the valley.",
        "Investors bombarded the annual meeting with questions.",
        "Detectives raided six addresses and arrested the leader of the gang.",
        "As Serbia and Kosovo battle on the stage of diplomacy, the hotels of Geneva are full.",
        "The heirs fight on in court, and the battle for votes has begun.",
        "Farmers blockaded a supermarket depot with tractors.",
        "An earthquake flattened a market town and lightning struck a church.",
    ],
)
def test_accidents_crime_and_figures_of_speech_are_no_battle(text: str) -> None:
    assert [m.trigger.text for m in read("2024-02-14", text) if m.track == "battlefield"] == []


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Moscow has repeatedly denied shelling civilian areas.", "denied"),
        ("The two armies agreed to a six-week halt to attacks on power plants.", "attacks"),
        ("Seoul said it is not opposed to further talks with the rebels.", "opposed"),
        ("The missiles were shot down and caused no damage, the army said.", "damage"),
        ("The general escaped with the wounded soldiers of his brigade.", "wounded"),
        ("An official who had fought in Donbas opened the school.", "fought"),
        ("The army said no one was hurt in the drone strike.", "hurt"),
        ("Thousands of soldiers have been killed in the war.", "killed"),
        ("The head of military operations met militias backed by Iran.", "operations"),
        ("The head of military operations met militias backed by Iran.", "backed"),
        ("India bombed what it called terrorist camps in Pakistan.", "called"),
        ("Officials in Berlin declined to comment on the strike.", "declined"),
        ("The besieged country missed the deadline for a payment on its bonds.", "deadline"),
    ],
)
def test_general_remarks_ends_and_acts_not_done_report_nothing(text: str, trigger: str) -> None:
    assert trigger not in " ".join(m.trigger.text for m in read("2024-02-14", text))


SPORT = """
Rangers took the lead when a strike from the edge of the box beat the goalkeeper. The fans roared.
The visitors fought back and laid siege to the goal before half-time. Their striker hit the post.
The referee sent off the coach after a clash on the touchline.
"""
CRIME = """
Detectives arrested two men after a gunman opened fire outside a nightclub. One man was killed.
The attack was part of a feud, a jury heard. The raid on a pub in May was captured on CCTV.
"""
BUSINESS = """
Shares in the retailer fell after it lost the battle for a smaller rival. Investors attacked the plan.
Its talks with the union over wages collapsed. The merger would have brought profit to both.
"""


@pytest.mark.parametrize("text", [SPORT, CRIME, BUSINESS])
def test_an_article_about_other_things_holds_no_battle(text: str) -> None:
    assert [m.trigger.text for m in read("2024-02-14", text) if m.track == "battlefield"] == []


def test_an_article_about_other_things_tells_only_of_talks_between_known_sides() -> None:
    text = BUSINESS + "The president of Chad met the president of Niger on Monday."
    assert [m.trigger.text for m in read("2024-02-14", text)] == ["met"]


def test_a_sentence_on_war_in_an_article_about_other_things_still_counts() -> None:
    text = SPORT + "Russian missiles struck a stadium in Odesa on Monday."
    assert [m.trigger.text for m in read("2024-02-14", text) if m.track == "battlefield"] == ["struck"]


def test_a_feast_in_a_land_at_war_leaves_it_news_of_war() -> None:
    text = "Chad began its spring festival on Monday with the war in its sixth year. "
    text += (
        "Air strikes on Tine went on at the weekend. Since the earthquake, a truce has been broken at will."
    )
    assert "Air strikes" in [m.trigger.text for m in read("2024-02-14", text)]


def test_who_is_sworn_in_swears_no_revenge() -> None:
    text = "Chad's general was elected on Friday and sworn in a week later, as rebels shelled Tine."
    assert "THREATEN" not in [m.type for m in read("2024-02-14", text)]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Chad marked the third anniversary of the invasion of Tine on Monday.", "invasion"),
        ("The siege of Tine has lasted longer than the Chadian war against Libya.", "war"),
        ("The truce between Chad and Niger expires next Monday.", "truce"),
        ("The mandate of the UN force in Chad runs out on 31 March.", "runs out"),
        ("Chad made another push for a truce in Darfur.", "push"),
        ("Chadian troops showed little sign of the withdrawal they had promised.", "withdrawal"),
    ],
)
def test_what_is_remembered_compared_or_runs_out_is_no_event_of_today(text: str, trigger: str) -> None:
    found = [m for m in read("2024-02-14", text) if trigger in m.trigger.text]
    assert [m.status for m in found if m.status is Status.OCCURRED] == []
