"""Titles: what a newspaper would print above the event."""

from collections.abc import Callable

import pytest

from core.events.titles.wording import adjective, present, short
from core.model import Mention

One = Callable[..., Mention]
Many = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("text", "trigger", "title"),
    [
        (
            "Russian drones struck Kyiv overnight, killing three people.",
            "struck",
            "Russian drones strike Kyiv; 3 killed",
        ),
        (
            "Hezbollah fired 200 rockets into northern Israel.",
            "fired",
            "Hezbollah fires 200 rockets into northern Israel",
        ),
        ("Israeli warplanes bombed the city of Rafah in Gaza.", "bombed", "Israeli warplanes bomb Rafah"),
        ("The Taliban captured Kandahar on Thursday.", "captured", "Taliban capture Kandahar"),
        (
            "Russia will launch missile strikes on Ukraine.",
            "launch",
            "Russia plans missile strikes on Ukraine",
        ),
        ("Myanmar's army lost the town of Lashio to MNDAA rebels.", "lost", "Myanmar loses Lashio to MNDAA"),
        (
            "Houthi rebels carried out dozens of strikes.",
            "carried out",
            "Houthi rebels carry out dozens of strikes",
        ),
        ("Vladimir Putin and Donald Trump held a phone call.", "call", "Putin and Trump speak by phone"),
        ("US and Iranian envoys held talks in Oman.", "talks", "US and Iran hold talks in Oman"),
        (
            "India and Pakistan will hold talks in Dubai.",
            "talks",
            "India and Pakistan to hold talks in Dubai",
        ),
        ("Russia proposed peace talks in Istanbul.", "proposed", "Russia proposes peace talks in Istanbul"),
        (
            "Cairo urged Sudan not to open the dam.",
            "urged",
            "Egypt urges Sudan not to open dam",
        ),
        ("The UN demanded that Rwanda withdraw its troops.", "demanded", "UN demands Rwanda withdraw troops"),
        (
            "Azerbaijan accused Armenia of shelling a village.",
            "accused",
            "Azerbaijan accuses Armenia of shelling village",
        ),
        (
            "Armenia's offer to meet in Tbilisi on 2 June was welcome to Azerbaijan.",
            "offer",
            "Armenia offers to meet in Tbilisi",
        ),
        (
            "Russia said that Ukraine had fired on its positions.",
            "fired on",
            "Ukraine fires on Russian positions",
        ),
        (
            "Tigrayan forces were pushed out of eastern Amhara by the Ethiopian army.",
            "pushed out",
            "Ethiopian army pushes Tigrayan forces out of eastern Amhara",
        ),
        (
            "Government forces retook Bor on Monday in South Sudan's war with the rebels.",
            "retook",
            "Government forces retake Bor",
        ),
        ("Karabakh Armenians laid down arms on Wednesday.", "laid down", "Nagorno-Karabakh lays down arms"),
        (
            "Rodrigo Duterte declared martial law in Mindanao after the rebels' attack.",
            "declared",
            "Duterte declares martial law in Mindanao",
        ),
        ("The Taliban captured Mazar-i-Sharif on Saturday.", "captured", "Taliban capture Mazar-i-Sharif"),
        (
            "A suicide bomber blew himself up in Kabul on Sunday.",
            "blew himself up",
            "Suicide bombing in Kabul",
        ),
        (
            "Russia demanded that foreign military aid to Kyiv be ended.",
            "demanded",
            "Russia demands foreign military aid to Kyiv be ended",
        ),
        (
            "Rwanda demanded that Ugandan troops leave the country.",
            "demanded",
            "Rwanda demands Ugandan troops leave",
        ),
        (
            "Ukraine said a meeting of the two presidents should be the next step.",
            "said",
            "Ukraine says meeting should be next step",
        ),
        ("Armenia is accused of shelling a village.", "accused", "Armenia accused of shelling village"),
        (
            "Macron condemned Israel's attack on Beirut.",
            "condemned",
            "Macron condemns Israel’s attack on Beirut",
        ),
        ("Thai and Cambodian soldiers exchanged fire.", "fire", "Thailand and Cambodia exchange fire"),
        ("China offered to mediate in the war.", "offered", "China offers to mediate"),
        ("Armenian forces agreed to a truce on Monday.", "agreed", "Armenian forces agree to truce"),
        ("India and Pakistan will swap 40 prisoners.", "swap", "India and Pakistan to swap 40 prisoners"),
        (
            "Fourteen missiles were fired by Russia at the Kyiv region.",
            "fired",
            "Russia fires fourteen missiles at Kyiv region",
        ),
        ("The US gave Iran a two-week deadline.", "deadline", "US sets Iran a two-week deadline"),
        ("Norway pledged 20 tanks to Ukraine.", "pledged", "Norway pledges 20 tanks to Ukraine"),
        ("Serbia will supply Mali with mortars.", "supply", "Serbia to supply Mali with mortars"),
        ("Russia received munitions from Iran.", "received", "Russia receives munitions from Iran"),
        ("The FARC released 242 captured soldiers.", "released", "FARC releases 242 captured soldiers"),
        (
            "Armenian posts came under artillery fire near Goris.",
            "under",
            "Armenian posts come under artillery fire near Goris",
        ),
        (
            "French gunners fired 600 shells at Serb positions.",
            "fired",
            "France fires 600 shells at Serb positions",
        ),
        ("A Russian bomb fell on a market in Kherson.", "fell", "Russian bomb falls on Kherson"),
        (
            "The war between Russia and Ukraine began in February.",
            "began",
            "War between Russia and Ukraine begins",
        ),
        (
            "Nine anti-government rebel groups attacked the army.",
            "attacked",
            "Nine rebel groups attack army",
        ),
        (
            "Gunmen carried out the assassination of Amir Khan in Tehran.",
            "assassination",
            "Assassination of Amir Khan in Tehran",
        ),
        ("Rwanda sent troops across the border.", "sent", "Rwanda sends troops across border"),
        (
            "The foreign ministers of Bosnia, Croatia and Serbia will meet in Geneva.",
            "meet",
            "Bosnia, Croatia and Serbia to meet in Geneva",
        ),
        ("Talks brokered by China began in Kunming.", "Talks", "China brokers talks in Kunming"),
        (
            "Afghan and Pakistani troops fought along the border.",
            "fought",
            "Afghan and Pakistani troops fight",
        ),
        (
            "Ismail Khan surrendered to Taliban fighters in Herat.",
            "surrendered",
            "Ismail Khan surrenders in Herat",
        ),
        (
            "Russian troops left after withdrawing from Gori.",
            "withdrawing",
            "Russia withdraws from Gori",
        ),
        ("Macron ruled out sending troops to Mali.", "ruled out", "Macron rules out sending troops"),
        ("The EU peace plan was published.", "peace plan", "EU proposes peace plan"),
        ("Wang Yi condemned the attack.", "condemned", "Wang Yi condemns attack"),
        ("Santos told the FARC to lay down its arms.", "told", "Santos tells FARC to lay down arms"),
        (
            "The UN appealed to Russia and Ukraine to end the war.",
            "appealed",
            "UN appeals to Russia and Ukraine to end war",
        ),
        (
            "The US and Ukraine signed an agreement in Washington.",
            "signed",
            "US and Ukraine sign agreement in Washington",
        ),
        (
            "The missile hit a hall where officials from Ukraine were meeting arms suppliers.",
            "meeting",
            "Ukraine meets arms suppliers",
        ),
        ("Hamas insisted that the blockade of Gaza be lifted.", "lifted", "Blockade of Gaza lifted"),
        ("Khartoum signed up to a local truce.", "signed up", "Sudan signs up to local truce"),
        (
            "Russia and Ukraine agreed on the need for a ceasefire.",
            "agreed",
            "Russia and Ukraine agree on need for ceasefire",
        ),
        (
            "MNDAA rebels signed a ceasefire with Myanmar in Kunming.",
            "signed",
            "MNDAA and Myanmar sign ceasefire in Kunming",
        ),
        (
            "DR Congo broke off diplomatic ties with Rwanda.",
            "broke off",
            "DR Congo breaks diplomatic ties with Rwanda",
        ),
        (
            "Guterres appealed for the truce to be restored.",
            "appealed",
            "Guterres appeals for truce to be restored",
        ),
        (
            "Karadzic threatened to walk out of peace talks.",
            "threatened",
            "Karadzic threatens to walk out of peace talks",
        ),
        ("Turkey warned that it would retaliate.", "warned", "Turkey warns it would retaliate"),
        (
            "Trump threatened Russia with new sanctions.",
            "threatened",
            "Trump threatens Russia with sanctions",
        ),
        (
            "The EU has pushed for Georgia to change the law on Russian spies.",
            "pushed for",
            "EU pushes for Georgia to change law on Russian spies",
        ),
        ("The UN demanded an end to the fighting.", "demanded", "UN demands end to fighting"),
        ("Russia denied it had struck the hospital in Kyiv.", "struck", "Russian attack on Kyiv denied"),
        ("The army denied the shelling of a market in Nyala.", "shelling", "Shelling of Nyala denied"),
        ("China rejected accusations of genocide in Xinjiang.", "genocide", "Genocide in Xinjiang denied"),
        ("There were no strikes on Kyiv overnight.", "strikes", "No strikes on Kyiv"),
        ("The rebels did not attack Goma, a spokesman said.", "attack", "Rebels do not attack Goma"),
        ("Chad opposed a strike on Tripoli.", "strike", "Possible strike on Tripoli"),
        (
            "Ethiopia and Eritrea agreed to a cease-fire in Badme.",
            "agreed",
            "Ethiopia and Eritrea agree to cease-fire in Badme",
        ),
        ("Egypt invited Hamas to talks in Cairo.", "invited", "Egypt invites Hamas to talks"),
        ("Iran rejected a US proposal.", "rejected", "Iran rejects US proposal"),
        ("Araghchi called the strikes outrageous.", "called", "Araghchi calls strikes outrageous"),
        (
            "Moscow and Kyiv traded blame for the attack.",
            "traded",
            "Russia and Ukraine trade blame for attack",
        ),
        (
            "Barrow echoed the call for Kigali to withdraw its troops.",
            "echoed",
            "Barrow echoes call for Kigali to withdraw troops",
        ),
        (
            "Egypt's president will receive him in Cairo.",
            "receive",
            "Egypt’s president to receive guest in Cairo",
        ),
        (
            "They met in Oslo, where a treaty initialled in May is to be signed.",
            "initialled",
            "Treaty initialled in Oslo",
        ),
        (
            "No aid convoy has reached Khartoum in Sudan.",
            "reached",
            "Aid convoy does not reach Khartoum for Sudan",
        ),
        ("The Syrian army declared the truce over.", "declared", "Syria declares end of truce"),
        (
            "The court of Thailand suspended Prime Minister Paetongtarn Shinawatra.",
            "suspended",
            "Court of Thailand suspends Prime Minister Paetongtarn Shinawatra",
        ),
        ("Rwanda was put under American sanctions.", "put under", "Rwanda put under sanctions"),
        ("Hezbollah fired rockets on Oct. 8, 2023.", "fired", "Hezbollah fires rockets"),
        ("Tshisekedi is expected in Luanda.", "expected", "Tshisekedi to visit Luanda"),
        ("Has Chad begun its withdrawal from Tine?", "withdrawal", "Possible Chadian withdrawal from Tine"),
        ("Last weekend: Drones hit a depot in Goma.", "hit", "Drones hit depot in Goma"),
        ("Russia's truce with Ukraine was broken on Sunday.", "truce", "Russia’s truce broken"),
        (
            "Russian forces seized 21 square kilometres.",
            "seized",
            "Russian forces seize 21 square kilometres",
        ),
        ("The army seized power in Niger from Mali.", "seized", "Nigerien army seizes power"),
        ("Xi Jinping will meet Putin in Kazan.", "meet", "Xi Jinping and Putin to meet in Kazan"),
        (
            "Ethiopia and the TPLF signed a truce in Pretoria.",
            "signed",
            "Ethiopia and TPLF sign truce in Pretoria",
        ),
    ],
)
def test_a_title_says_in_the_present_who_does_what_to_whom(
    mention: One, text: str, trigger: str, title: str
) -> None:
    assert mention(text, trigger).title == title


def test_no_title_is_longer_than_twelve_words_or_ends_in_the_middle(mentions: Many) -> None:
    text = (
        "Ukraine's president urged the leaders of the world's seven richest nations to deliver more of the "
        "long-promised air defence systems, artillery shells and armoured vehicles to the front at Bakhmut. "
        "Two dozen heavily armed Russian-backed separatists and their allies attacked the long-besieged "
        "and strategically important railway town of Pokrovsk in the Donetsk region, killing 14 people."
    )
    found = mentions(text)
    assert found
    for title in (m.title for m in found):
        assert len(title.split()) <= 12
        assert title.split()[-1].lower() not in ("the", "a", "of", "to", "and", "in", "on", "for")
        assert title[:1].isupper()


def test_every_mention_has_a_title_even_where_no_side_is_known(mentions: Many) -> None:
    text = "Talks were held. An attack killed nine. The truce will take effect. It was rejected by all."
    assert all(m.title.strip() for m in mentions(text))


def test_sides_are_named_shortly_and_by_their_adjective() -> None:
    assert [short(side) for side in ("United States", "Sudan")] == ["US", "Sudan"]
    assert [adjective(side) for side in ("Russia", "United Kingdom", "Hamas", "Nowhere")] == [
        "Russian",
        "British",
        "Hamas",
        "Nowhere",
    ]


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("strike", "strikes"), ("carry", "carries"), ("have", "has"), ("push", "pushes"), ("say", "says")],
)
def test_verbs_stand_in_the_third_person(lemma: str, form: str) -> None:
    assert present(lemma, plural=False) == form
    assert present(lemma, plural=True) == lemma
