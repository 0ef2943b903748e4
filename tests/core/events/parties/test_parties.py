"""Who did it and to whom, on wars of four decades."""

from collections.abc import Callable

import pytest

from core.model import Mention

One = Callable[..., Mention]
Many = Callable[..., list[Mention]]


@pytest.mark.parametrize(
    ("day", "text", "trigger", "source", "target"),
    [
        ("2023-10-08", "Hamas gunmen stormed Israeli towns near the border.", "stormed", "Hamas", "Israel"),
        ("2023-04-20", "The Sudanese army bombed RSF positions.", "bombed", "Sudan", "Rapid Support Forces"),
        (
            "2024-03-01",
            "Houthi fighters fired a missile at a US warship.",
            "fired",
            "Houthis",
            "United States",
        ),
        (
            "2015-10-02",
            "Russian jets bombed Syrian rebels near Homs.",
            "bombed",
            "Russia",
            "Free Syrian Army",
        ),
        (
            "2021-08-13",
            "Afghan commandos surrendered to the Taliban.",
            "surrendered",
            "Afghanistan",
            "Taliban",
        ),
        (
            "2023-09-08",
            "Tuareg rebels met JNIM leaders. Tuareg rebels shelled Gao. Jihadists attacked a camp.",
            "attacked",
            "JNIM",
            "",
        ),
        (
            "2015-05-24",
            "Colombian jets bombed a camp. On Saturday rebels of the ELN blew up a pipeline.",
            "blew up",
            "ELN",
            "Colombia",
        ),
        (
            "2009-04-21",
            "Sri Lankan jets bombed the Tamil Tigers. Civilians died in an army assault, the rebels said.",
            "assault",
            "Sri Lanka",
            "Tamil Tigers",
        ),
        ("2023-09-08", "JNIM rebels attacked a boat on the Niger river.", "attacked", "JNIM", ""),
        ("1995-01-05", "Chechen fighters ambushed a Russian convoy.", "ambushed", "Chechnya", "Russia"),
        ("1995-07-12", "NATO aircraft bombed Bosnian Serb tanks.", "bombed", "NATO", "Bosnian Serbs"),
        (
            "2009-02-04",
            "Sri Lankan troops shelled a Tamil Tiger base.",
            "shelled",
            "Sri Lanka",
            "Tamil Tigers",
        ),
        ("2025-01-27", "M23 rebels captured Goma from the Congolese army.", "captured", "M23", "DR Congo"),
        ("2021-08-13", "Kandahar fell to the Taliban on Thursday.", "fell", "Taliban", "Afghanistan"),
        ("2024-08-05", "Myanmar's army lost the town of Lashio to MNDAA rebels.", "lost", "MNDAA", "Myanmar"),
        ("2024-05-01", "Two soldiers were killed by Hezbollah rockets.", "killed", "Hezbollah", ""),
        ("2020-10-09", "The town came under fire from Azerbaijan.", "under fire", "Azerbaijan", ""),
        ("2020-10-09", "Armenian posts came under Azeri fire.", "under", "Azerbaijan", "Armenia"),
        ("2025-07-25", "Five villagers were hurt in Thai shelling of Pursat.", "shelling", "Thailand", ""),
        (
            "2025-10-26",
            "Sudan's paramilitary Rapid Support Forces seized the army's last base.",
            "seized",
            "Rapid Support Forces",
            "Sudan",
        ),
        (
            "1995-08-30",
            "NATO jets bombed Bosnian Serb guns. French gunners shelled Serb positions.",
            "shelled",
            "France",
            "Bosnian Serbs",
        ),
        (
            "2025-03-19",
            "Israel bombed Hodeidah. In Yemen, the Houthis fired a missile at an Israeli airbase.",
            "fired",
            "Houthis",
            "Israel",
        ),
        (
            "2024-12-02",
            (
                "Israel bombed Syrian airfields near Damascus. Israel bombed Syrian ports. "
                "Syria condemned Israel. Israel said it had hit a border crossing used by Hezbollah."
            ),
            "hit",
            "Israel",
            "Hezbollah",
        ),
        (
            "2025-03-19",
            (
                "Israeli jets bombed Hamas posts in Gaza. The Houthis fired a missile at Israel. The "
                "Israeli military said it intercepted the missile."
            ),
            "intercepted",
            "Israel",
            "Houthis",
        ),
        (
            "2025-02-01",
            "The TNLA attacked a convoy. Kachin rebels shot down a helicopter.",
            "shot",
            "Kachin Independence Army",
            "",
        ),
        (
            "2020-01-06",
            "Forces loyal to Khalifa Haftar shelled Tripoli.",
            "shelled",
            "Libyan National Army",
            "",
        ),
    ],
)
def test_an_attack_has_its_attacker_and_its_victim(
    mention: One, day: str, text: str, trigger: str, source: str, target: str
) -> None:
    found = mention(text, trigger, day)
    assert source in found.source
    assert not target or target in found.target


@pytest.mark.parametrize(
    ("text", "trigger", "source", "target"),
    [
        ("Azerbaijan accused Armenia of shelling a village.", "accused", "Azerbaijan", "Armenia"),
        ("Armenia was accused by Azerbaijan of shelling a village.", "accused", "Azerbaijan", "Armenia"),
        ("Moscow imposed sanctions on its former ally Moldova.", "imposed", "Russia", "Moldova"),
        ("EU sanctions against Syria were lifted on Monday.", "lifted", "European Union", "Syria"),
        ("Washington eased its sanctions against Sudan.", "eased", "United States", "Sudan"),
        ("Israel lifted its blockade of Gaza.", "lifted", "Israel", "Palestinians"),
        ("France welcomed a visit by the Iranian president.", "visit", "Iran", "France"),
        ("Putin hosted Xi during a visit to Moscow.", "visit", "China", "Russia"),
        ("Paris condemned the Israeli strike on Beirut.", "condemned", "France", "Israel"),
        ("Washington urged Israel not to launch an assault.", "urged", "United States", "Israel"),
        ("Brazil called on Russia to stop the bombing.", "called on", "Brazil", "Russia"),
        (
            "The United Nations demanded that Rwanda withdraw its troops.",
            "demanded",
            "United Nations",
            "Rwanda",
        ),
        ("Tehran rejected Washington's offer of talks.", "rejected", "Iran", "United States"),
        ("The US president gave Iran an ultimatum.", "ultimatum", "United States", "Iran"),
        ("Germany threatened to cut aid to Rwanda.", "threatened", "Germany", "Rwanda"),
        (
            "Armenia and Azerbaijan agreed to a truce. Macron welcomed the truce.",
            "welcomed",
            "France",
            "Armenia",
        ),
        (
            (
                "Armenia accused Azerbaijan of shelling a town. The Karabakh army said Azerbaijan attacked "
                "its posts. The two countries agreed to a truce."
            ),
            "agreed",
            "Armenia",
            "Azerbaijan",
        ),
        (
            "Thai shells hit a Cambodian town. China called for an immediate ceasefire.",
            "called for",
            "China",
            "Cambodia",
        ),
        (
            "Iran rejected the plan. Araghchi met Steve Witkoff. He will fly to Moscow to hold talks.",
            "talks",
            "Iran",
            "Russia",
        ),
        (
            "Prime Minister Fayez al-Serraj met the Italian ambassador.",
            "met",
            "Government of National Accord",
            "Italy",
        ),
        ("President Milosevic received Alexander Lukashenko in Belgrade.", "received", "Serbia", "Belarus"),
        ("Kouchner arrived in Tbilisi with a European Union peace plan.", "arrived", "France", "Georgia"),
        (
            "FARC rebels fought Colombian troops. Timochenko flew to Cuba. France urged both sides to talk.",
            "urged",
            "France",
            "FARC",
        ),
        (
            "The Kremlin said after Vladimir Putin and Donald Trump had spoken by phone.",
            "spoken",
            "Russia",
            "United States",
        ),
        ("Moscow called on Kyiv to withdraw its troops.", "withdraw", "Ukraine", "Russia"),
        (
            "Russia and Ukraine swapped 240 prisoners, with the United Arab Emirates as the go-between.",
            "swapped",
            "Russia",
            "Ukraine",
        ),
        ("Ukraine warned that it might bar Russian warships.", "warned", "Ukraine", "Russia"),
        (
            "Algeria urged restraint, and foreign minister Karim Lotfi flew to Bamako.",
            "flew",
            "Algeria",
            "Mali",
        ),
        ("Norway donated 20 tanks to Ukraine.", "donated", "Norway", "Ukraine"),
        ("Serbia will supply Mali with mortars.", "supply", "Serbia", "Mali"),
        ("The EU imposed sanctions on Belarus.", "sanctions", "European Union", "Belarus"),
        ("Sudan received food aid from Turkey.", "food aid", "Turkey", "Sudan"),
    ],
)
def test_words_measures_and_aid_have_a_sender_and_an_addressee(
    mention: One, text: str, trigger: str, source: str, target: str
) -> None:
    found = mention(text, trigger)
    assert (source in found.source, target in found.target) == (True, True), (found.source, found.target)


@pytest.mark.parametrize(
    ("text", "trigger", "sides"),
    [
        ("Envoys of India and Pakistan held talks in Dubai.", "talks", ("India", "Pakistan")),
        ("Talks between Serbia and Kosovo began in Brussels.", "Talks", ("Serbia", "Kosovo")),
        ("The Russia-US talks resumed in Riyadh.", "talks", ("Russia", "United States")),
        ("Egypt's president met his Turkish counterpart in Cairo.", "met", ("Egypt", "Turkey")),
        ("Colombia signed a truce with the FARC.", "signed", ("Colombia", "FARC")),
        ("Rwanda freed two pilots after a phone call with Burundi.", "phone call", ("Rwanda", "Burundi")),
        (
            "Libya agreed to a pause that would stop it shelling Tripoli after talks with Egypt.",
            "talks",
            ("Libya", "Egypt"),
        ),
    ],
)
def test_talks_and_deals_have_both_their_sides_in_order(
    mention: One, text: str, trigger: str, sides: tuple[str, str]
) -> None:
    found = mention(text, trigger)
    assert (found.source[:1], found.target[:1]) == (sides[:1], sides[1:])


def test_the_army_is_that_of_a_state(mention: One) -> None:
    text = "Israel shelled Rafah. Hamas said six people died. Gaza's hospitals were full. "
    found = mention(text + "The army said that its troops had fired at gunmen.", "fired at", "2024-03-14")
    assert found.source == ("Israel",)


def test_a_plan_rejected_is_of_who_made_it(mention: One) -> None:
    found = mention("Israel's cabinet, which rejected a proposal by John Kerry, met again.", "rejected")
    assert (found.source, found.target) == (("Israel",), ("United States",))


def test_all_of_a_list_call_for_it(mention: One) -> None:
    found = mention("The United States, Saudi Arabia, Egypt and Qatar called for a truce in Sudan.", "called")
    assert found.source == ("United States", "Saudi Arabia", "Egypt", "Qatar")


def test_the_army_of_a_land_at_war_with_its_rebels_is_that_land_s(mention: One) -> None:
    text = (
        "The RSF stormed El Fasher in Sudan. Sudan bombed RSF camps near Nyala. Washington accused the RSF.\n"
    )
    found = mention(text + "The army recaptured the palace.", "recaptured", "2026-05-06")
    assert (found.source, found.target) == (("Sudan",), ("Rapid Support Forces",))
    shot = mention(text + "The army said it had shot down six drones.", "shot down", "2026-05-06")
    assert (shot.source, shot.target) == (("Sudan",), ("Rapid Support Forces",))
