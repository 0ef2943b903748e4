"""The same words in war and out of it: what is an event, of which type, means, status and day."""

import pytest

from tests.core.events.reading import one


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
            "Kyiv said Moscow plans to stage a sham referendum in the occupied south.",
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


def test_what_waits_for_something_does_not_tell_that_it_came() -> None:
    text = "Cairo said it would not open the border until Sudan signs the treaty."
    assert one("2024-02-14", text, "signs").status == "hypothetical"


def test_a_possible_threat_is_none_that_was_made() -> None:
    text = "The embassy spoke of a possible threat to ships off Yemen on Monday."
    assert one("2024-02-14", text, "threat").status == "hypothetical"
