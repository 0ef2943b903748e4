"""The same words in war and out of it: what is an event, of which type, means, status and day."""

import pytest

from core import language, temporal
from core.events import candidates, extract
from core.model import Block, BlockKind, Mention, PublicationBasis, PublicationDate


def read(day: str, text: str) -> list[Mention]:
    published = PublicationDate(day, PublicationBasis.USER)
    document = language.segment(text, [Block(0, len(text), BlockKind.BODY)])
    document = language.parse(document, candidates(document))
    timexes = temporal.tag(text, published.day)
    return extract("a", document, timexes, published)


def one(day: str, text: str, trigger: str) -> Mention:
    found = [m for m in read(day, text) if trigger in m.trigger.text]
    assert len(found) == 1, [(m.trigger.text, m.type) for m in read(day, text)]
    return found[0]


@pytest.mark.parametrize(
    ("day", "text", "trigger", "kind"),
    [
        (
            "2024-02-14",
            "Israeli warplanes bombed a residential block in Rafah on Monday, killing 14 people.",
            "bombed",
            ("ASSAULT", "aerial", "occurred", "2024-02-12"),
        ),
        (
            "2024-02-14",
            "Hamas released two hostages in exchange for 30 Palestinian prisoners.",
            "released",
            ("RETREAT", "", "occurred", "2024-02-14~"),
        ),
        (
            "2024-02-14",
            "Mediators from Qatar and Egypt are due to meet in Cairo on Thursday.",
            "meet",
            ("CONSULT", "", "planned", "2024-02-15"),
        ),
        (
            "2024-03-06",
            "Delegates of the army and of the militia met in Jeddah on Tuesday.",
            "met",
            ("CONSULT", "", "occurred", "2024-03-05"),
        ),
        (
            "2024-02-14",
            "The US military said it shot down three drones over the Red Sea overnight.",
            "shot down",
            ("ASSAULT", "drone", "occurred", "2024-02-13/2024-02-14"),
        ),
        (
            "2023-06-20",
            "Heavy artillery fire shook Omdurman at dawn on Tuesday, residents said.",
            "artillery fire",
            ("ASSAULT", "heavy-weapons", "occurred", "2023-06-20"),
        ),
        (
            "2019-04-10",
            "Forces loyal to Khalifa Haftar advanced on Tripoli from the south on Sunday.",
            "advanced on",
            ("ASSAULT", "firearms", "occurred", "2019-04-07"),
        ),
        (
            "2019-04-10",
            "The UN postponed a national conference on Libya that had been planned for 14 April.",
            "conference",
            ("CONSULT", "", "cancelled", "2019-04-14"),
        ),
        (
            "2016-12-14",
            "Syrian government troops took control of eastern Aleppo's last rebel-held districts.",
            "took control",
            ("ASSAULT", "firearms", "occurred", "2016-12-14~"),
        ),
        (
            "2020-10-12",
            "President Aliyev ruled out talks unless Armenia withdrew its troops.",
            "ruled out",
            ("REJECT", "meet", "occurred", "2020-10-12~"),
        ),
        (
            "1995-08-30",
            "NATO jets struck Bosnian Serb positions around Sarajevo early on Wednesday.",
            "struck",
            ("ASSAULT", "aerial", "occurred", "1995-08-30"),
        ),
        (
            "1995-01-10",
            "Moscow offered a 48-hour truce to the Chechen fighters.",
            "offered",
            ("REQUEST", "", "occurred", "1995-01-10~"),
        ),
        (
            "1991-01-18",
            "Iraq fired Scud missiles at Tel Aviv and Haifa early on Friday.",
            "fired",
            ("ASSAULT", "aerial", "occurred", "1991-01-18"),
        ),
        (
            "1991-01-18",
            "Allied aircraft flew more than 2,000 sorties over Iraq and Kuwait.",
            "sorties",
            ("ASSAULT", "aerial", "occurred", "1991-01-18~"),
        ),
        (
            "2018-12-13",
            "Each side will hand over lists of prisoners to the Red Cross on 15 December.",
            "hand over",
            ("CONSULT", "", "planned", "2018-12-15"),
        ),
        (
            "2025-06-14",
            "Israel killed the commander of Iran's Revolutionary Guards in a strike on Tehran on Friday.",
            "strike",
            ("ASSAULT", "", "occurred", "2025-06-13"),
        ),
        (
            "2025-06-14",
            "The sixth round of nuclear talks in Muscat has been called off, Oman said.",
            "talks",
            ("CONSULT", "", "cancelled", "2025-06-14~"),
        ),
        (
            "2022-11-03",
            "Under the deal, Tigrayan fighters are to be disarmed within 30 days.",
            "disarmed",
            ("RETREAT", "", "planned", "2022-11-03/2022-12-03"),
        ),
        (
            "2014-09-05",
            "There was an exchange of fire near Mariupol hours before the truce.",
            "exchange of fire",
            ("ASSAULT", "firearms", "occurred", "2014-09-05~"),
        ),
        (
            "2014-09-05",
            "Kiev and the separatists exchanged prisoners on Friday under the Minsk protocol.",
            "exchanged prisoners",
            ("RETREAT", "", "occurred", "2014-09-05"),
        ),
        (
            "2014-09-05",
            "The two presidents had a frank exchange of views by telephone on Wednesday.",
            "exchange of views",
            ("CONSULT", "", "occurred", "2014-09-03"),
        ),
        (
            "2023-10-12",
            "The Security Council will vote on Friday on a Brazilian draft resolution.",
            "vote",
            ("CONSULT", "", "planned", "2023-10-13"),
        ),
        (
            "2025-09-10",
            "The European Union has frozen the assets of nine commanders of the paramilitary force.",
            "frozen the assets",
            ("SANCTION", "", "occurred", "2025-09-10~"),
        ),
        (
            "2025-09-10",
            "A ceasefire was declared by the rebels on Monday.",
            "declared",
            ("CONCEDE", "", "occurred", "2025-09-08"),
        ),
        (
            "2022-07-12",
            "The president would travel to Tehran next week to hold talks, officials said.",
            "hold talks",
            ("CONSULT", "", "planned", "2022-07-18/2022-07-24"),
        ),
        (
            "2025-12-03",
            "Kyiv accused Moscow of planning to stage a sham referendum in the occupied south.",
            "stage a sham referendum",
            ("COERCE", "", "planned", "2025-12-03/.."),
        ),
        (
            "2021-05-14",
            "A Hamas spokesman called the truce plan a farce on Thursday.",
            "called",
            ("REJECT", "", "occurred", "2021-05-13"),
        ),
        (
            "2021-05-14",
            "Abbas described the raid as a crime.",
            "described",
            ("ACCUSE", "", "occurred", "2021-05-14~"),
        ),
        (
            "2021-05-14",
            "Washington called the offer a breakthrough.",
            "called",
            ("SUPPORT", "", "occurred", "2021-05-14~"),
        ),
        (
            "2021-05-14",
            "The German chancellor called President Sisi on Wednesday.",
            "called",
            ("CONSULT", "", "occurred", "2021-05-12"),
        ),
        (
            "2021-05-14",
            "The two presidents spoke for an hour on Wednesday.",
            "spoke",
            ("CONSULT", "", "occurred", "2021-05-12"),
        ),
        (
            "2021-05-14",
            "The foreign minister of Oman will attend the talks on Sunday.",
            "talks",
            ("CONSULT", "", "planned", "2021-05-16"),
        ),
        (
            "2015-03-27",
            "The war, which broke out in 2011, has driven millions from their homes.",
            "broke out",
            ("ASSAULT", "", "occurred", "2011"),
        ),
        (
            "2015-03-27",
            "Rebels took the town of Busra on Wednesday.",
            "took",
            ("ASSAULT", "firearms", "occurred", "2015-03-25"),
        ),
        (
            "2015-03-27",
            "Iraqi troops advanced on Wednesday to the edge of Tikrit.",
            "advanced",
            ("ASSAULT", "firearms", "occurred", "2015-03-25"),
        ),
        (
            "2015-03-27",
            "Artillery was heard south of Aden at dawn on Thursday.",
            "heard",
            ("ASSAULT", "heavy-weapons", "occurred", "2015-03-26"),
        ),
        (
            "2015-03-27",
            "Saudi Arabia sent 100 jets against the Houthis on Wednesday.",
            "sent",
            ("ASSAULT", "aerial", "occurred", "2015-03-25"),
        ),
        (
            "2015-03-27",
            "The murder of two Libyan judges by militants on Monday caused outrage.",
            "murder",
            ("ASSAULT", "", "occurred", "2015-03-23"),
        ),
        (
            "2009-06-30",
            "The envoys of Georgia and Russia talked about the border for two hours on Monday.",
            "talked",
            ("CONSULT", "", "occurred", "2009-06-29"),
        ),
        (
            "2009-06-30",
            "Washington paused the training of Malian soldiers on Monday.",
            "paused",
            ("SANCTION", "", "occurred", "2009-06-29"),
        ),
        (
            "2009-06-30",
            "Further talks are planned for Friday in Juba.",
            "talks",
            ("CONSULT", "", "planned", "2009-07-03"),
        ),
        (
            "2009-06-30",
            "The rebels rejected talks in Juba.",
            "talks",
            ("CONSULT", "", "proposed", "2009-06-30/.."),
        ),
        (
            "1999-06-10",
            "NATO suspended its bombing of Yugoslavia on Wednesday.",
            "suspended",
            ("RETREAT", "", "occurred", "1999-06-09"),
        ),
        (
            "1999-06-10",
            "On Wednesday 300 Serb soldiers laid down their arms.",
            "laid down",
            ("RETREAT", "", "occurred", "1999-06-09"),
        ),
        (
            "1999-06-10",
            "Both sides promised not to attack the monasteries.",
            "promised",
            ("AGREE", "", "occurred", "1999-06-10~"),
        ),
        (
            "1999-06-10",
            "Russia blocked a council statement on Tuesday.",
            "blocked",
            ("REJECT", "", "occurred", "1999-06-08"),
        ),
        (
            "1999-06-10",
            "The junta vowed on Tuesday that the rebels would be crushed.",
            "vowed",
            ("THREATEN", "", "occurred", "1999-06-08"),
        ),
        (
            "1999-06-10",
            "Talks in Moscow were to go on on Friday.",
            "Talks",
            ("CONSULT", "", "planned", "1999-06-11"),
        ),
        (
            "2024-10-02",
            "Leaders of the Group of Seven spoke by telephone on Tuesday.",
            "spoke",
            ("CONSULT", "", "occurred", "2024-10-01"),
        ),
        (
            "2024-10-02",
            "Italy pulled its diplomats out of Asmara on Tuesday.",
            "pulled",
            ("SANCTION", "", "occurred", "2024-10-01"),
        ),
    ],
)
def test_events_of_many_wars(day: str, text: str, trigger: str, kind: tuple[str, str, str, str]) -> None:
    mention = one(day, text, trigger)
    assert (mention.type, mention.mode, mention.status, mention.edtf) == kind


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


def test_a_siege_and_its_dead_and_an_attack_and_its_end_are_one_event() -> None:
    text = "The siege of the army base, in which 21 soldiers lost their lives, began on Monday."
    assert [m.trigger.text for m in read("2024-05-10", text)] == ["siege"]
    text = "Armenian forces repelled an attack near Martuni on Monday."
    assert [m.trigger.text for m in read("2024-05-10", text)] == ["repelled"]


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
        "As Russia and Ukraine battle on the diplomatic stage, the hotels of Geneva are full.",
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
        ("The two armies agreed to a 30-day halt to attacks on power plants.", "attacks"),
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


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("On Monday, shelling hit a market in Omdurman and killed four people.", 1),
        ("Four rockets struck the port of Hodeidah, killing two sailors and wounding nine.", 1),
        ("The army fired rockets at the camp in response to an attack on a patrol on Sunday.", 2),
        ("Air defences downed six drones during a missile attack on Kyiv.", 2),
    ],
)
def test_an_attack_and_what_it_did_are_one_event_and_an_answer_is_another(text: str, triggers: int) -> None:
    found = [m.trigger.text for m in read("2024-02-14", text) if m.track == "battlefield"]
    assert len(found) == triggers, found


def test_the_present_perfect_takes_no_day_gone_by() -> None:
    text = "Ankara has condemned Russia's invasion of Ukraine in February 2022."
    assert one("2022-07-23", text, "condemned").edtf == "2022-07-23~"


def test_a_time_in_what_is_said_is_not_that_of_the_saying() -> None:
    text = "The envoy expressed confidence that Libya would hold elections by the end of the year."
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


def test_a_call_for_something_is_a_demand_and_a_call_with_someone_a_talk() -> None:
    demand = one(
        "2024-05-06",
        "Pope Francis repeated his call for a truce in Darfur on Friday.",
        "call",
    )
    talk = one("2024-05-06", "In a call with Putin on Friday, Macron asked for a truce in Kharkiv.", "call")
    assert (demand.type, talk.type) == ("REQUEST", "CONSULT")
