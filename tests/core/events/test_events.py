"""Events out of sentences: found or not, of which type, with which status and date, and why."""

import datetime as dt

import pytest

from core import language
from core.events import build_lexicon, candidates, extract
from core.model import (
    Basis,
    Block,
    BlockKind,
    Mention,
    PublicationBasis,
    PublicationDate,
    Status,
    TimeExpression,
    TimexType,
)

TODAY = PublicationDate("2024-03-14", PublicationBasis.USER)

TOOK = (
    "Under cover of air strikes that, according to health officials, left 67 Malians dead, soldiers took Gao."
)


def timex(text: str, words: str, first: str, last: str = "", basis: Basis = Basis.RELATIVE) -> TimeExpression:
    start = text.index(words)
    last = last or first
    edtf = first if first == last else f"{first}/{last}"
    return TimeExpression(
        start,
        start + len(words),
        words,
        TimexType.DATE,
        first,
        edtf=edtf,
        basis=basis,
        first=dt.date.fromisoformat(first),
        last=dt.date.fromisoformat(last),
    )


def read(text: str, *timexes: TimeExpression, published: PublicationDate = TODAY) -> list[Mention]:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line), BlockKind.BODY))
        start += len(line) + 1
    document = language.segment(text, blocks)
    document = language.parse(document, candidates(document))
    return extract("a", document, timexes, published)


def one(text: str, trigger: str, *timexes: TimeExpression) -> Mention:
    found = [m for m in read(text, *timexes) if trigger in m.trigger.text]
    assert len(found) == 1, [(m.trigger.text, m.type) for m in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "mode"),
    [
        (
            "Sudanese rebels shelled a market in Omdurman, killing nine people.",
            "shelled",
            "ASSAULT",
            "heavy-weapons",
        ),
        ("Houthi fighters fired three missiles at an Israeli port.", "fired", "ASSAULT", "aerial"),
        ("Armenian troops came under fire near the border.", "came under fire", "ASSAULT", ""),
        ("Israel carried out air strikes on Gaza City overnight.", "air strikes", "ASSAULT", "aerial"),
        ("A suicide bomber rammed a truck into an Iraqi army base.", "rammed", "ASSAULT", "explosives"),
        ("Libyan forces seized the town of Tarhuna from militants.", "seized", "ASSAULT", "firearms"),
        ("Georgian planes raided the port of Poti.", "raided", "ASSAULT", "aerial"),
        ("Rebels struck at the embassy on Thursday.", "struck at", "ASSAULT", ""),
        ("Azerbaijan accused Armenia of breaking the truce.", "accused", "ACCUSE", ""),
        ("Qatar urged Hamas and Israel to accept the plan.", "urged", "REQUEST", ""),
        ("Ethiopia rejected the African Union's offer.", "rejected", "REJECT", ""),
        ("The American president issued an ultimatum to Iran.", "ultimatum", "THREATEN", ""),
        ("Syrian and Turkish ministers held talks in Moscow.", "talks", "CONSULT", ""),
        ("Norway pledged ammunition to the Ukrainian army.", "pledged", "AID", ""),
        ("Colombia and the rebels signed a peace deal.", "signed", "AGREE", ""),
        ("The rebels took the town but troops drove them out.", "drove them out", "ASSAULT", "firearms"),
        ("The army said it had shot down six of them over Tine.", "shot down", "ASSAULT", "aerial"),
        ("The ministry said 94 drones had been destroyed over Chad.", "destroyed", "ASSAULT", "drone"),
        ("The American president said Iran had to accept a truce.", "said", "REQUEST", ""),
        ("Iran retaliated with missiles on Friday.", "retaliated", "ASSAULT", "aerial"),
        ("The Houthi rebels took up arms in 2004.", "took up arms", "ASSAULT", "firearms"),
        ("Boko Haram seized 110 schoolgirls in Dapchi.", "seized", "ASSAULT", "abduct"),
        ("The two delegations will sit down in Doha on Saturday.", "sit down", "CONSULT", ""),
        ("Nothing came of the previous round in Jeddah.", "previous round", "CONSULT", ""),
        ("Hungary blocked a new package of sanctions.", "blocked", "REJECT", ""),
        ("Hamas handed three hostages to the Red Cross.", "handed", "RETREAT", ""),
        ("The president of Azerbaijan promised revenge.", "promised revenge", "THREATEN", ""),
        ("The army besieged the rebel town of El Fasher.", "besieged", "COERCE", ""),
        ("The army said two tanks had been lost in an act of sabotage.", "sabotage", "ASSAULT", "explosives"),
        ("Gunmen took the bridge. The strike on Goma killed two.", "strike", "ASSAULT", ""),
        ("The president said there would be no talks with the rebels.", "talks", "REJECT", ""),
        ("Azerbaijan has obstructed aid deliveries to Karabakh.", "obstructed", "REJECT", ""),
        ("French jets flew to Chad on Monday and hit rebel camps.", "hit", "ASSAULT", "aerial"),
        ("Columns of Malian soldiers drove into the town of Gao.", "drove into", "ASSAULT", "firearms"),
        ("Rebels kidnapped ten nuns in Goma. The strike on a base killed two.", "strike", "ASSAULT", ""),
        ("Hackers knocked out the ministry's website, Estonia said.", "knocked out", "COERCE", ""),
        (
            "A cyberattack hit Iran's biggest bank, which said it was attacked from Israel.",
            "attacked",
            "COERCE",
            "",
        ),
        ("Canada imposed sanctions on Belarus.", "sanctions", "SANCTION", ""),
        ("The two armies swapped prisoners; Russia released 90 soldiers.", "released", "RETREAT", ""),
    ],
)
def test_type_and_mode(text: str, trigger: str, type_: str, mode: str) -> None:
    mention = one(text, trigger)
    assert (mention.type, mention.mode) == (type_, mode)
    assert mention.track == ("battlefield" if type_ in ("ASSAULT", "COERCE") else "diplomatic")


@pytest.mark.parametrize(
    "text",
    [
        "Junior doctors voted to strike over pay for a second week.",
        "The striker hit the post before half-time as Leeds attacked.",
        "The firm is a shell company registered in Jersey.",
        "Critics attacked the film, and shares fell by 4 per cent.",
        "The singer fired her manager after the tour.",
        "Forest fires destroyed the crops, farmers said.",
        "The virus has killed 40 people, doctors said.",
        "Investors hammered out a deal to buy the bank.",
        "My grandmother loved to bake bread.",
        "",
    ],
)
def test_ordinary_news_holds_no_battle(text: str) -> None:
    assert [m.trigger.text for m in read(text) if m.track == "battlefield"] == []


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst night since the war began.",
        "The sides agreed to exchange prisoners who are ill, badly wounded or young.",
        "The president of Ukraine left the White House without a deal.",
    ],
)
def test_what_only_tells_of_a_time_a_state_or_a_way_is_no_fighting(text: str) -> None:
    assert [m.trigger.text for m in read(text) if m.track == "battlefield"] == []


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Gunfire could be heard in the port of Tine.", "Gunfire", Status.OCCURRED),
        ("Peace talks between Chad and Sudan collapsed in Doha.", "talks", Status.OCCURRED),
        ("Chad denied that its troops had entered the port.", "entered", Status.DENIED),
        ("Chad said it had captured the port; Sudan has not confirmed it.", "captured", Status.OCCURRED),
        ("Egyptian and Israeli envoys met in Cairo.", "met", Status.OCCURRED),
        ("The foreign minister will visit Beirut.", "visit", Status.PLANNED),
        ("The Kremlin has proposed a round of peace talks with Kyiv.", "talks", Status.PROPOSED),
        ("Officials said the Russian army could attack Odesa.", "attack", Status.HYPOTHETICAL),
        ("The Israeli army did not attack the hospital, it said.", "attack", Status.DENIED),
        ("Iran cancelled the peace talks with Iraq.", "talks", Status.CANCELLED),
        ("Envoy due in Tehran as Israel says Iran to supply rockets to Iraq", "supply", Status.PLANNED),
        ("Talks on a truce between Chad and Sudan were due to resume in Cairo.", "truce", Status.PROPOSED),
        ("A planned meeting of Chad and Sudan in Doha was cancelled.", "meeting", Status.CANCELLED),
        ("There were no talks between Chad and Sudan in May.", "talks", Status.DENIED),
    ],
)
def test_status_follows_tense_modality_and_nouns(text: str, trigger: str, status: Status) -> None:
    mention = one(text, trigger)
    assert mention.status is status
    if status is not Status.OCCURRED:
        assert any(f"makes it {status}" in reason for reason in mention.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow gave the units in Gori until noon.",
        "The army chief said his men might have to pull back from Tine.",
        "The president of Chad said: “We have to stay together.”",
        "The Kremlin spokesman told reporters not to expect a truce.",
    ],
)
def test_what_is_no_demand_and_no_concession(text: str) -> None:
    assert [m.trigger.text for m in read(text) if m.type in ("REQUEST", "CONCEDE")] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (TOOK, "left"),
        ("The army shelled Tine as negotiators return to Doha.", "return"),
    ],
)
def test_who_leaves_people_dead_or_returns_somewhere_gives_nothing_up(text: str, word: str) -> None:
    assert [m.trigger.text for m in read(text) if word in m.trigger.text] == []


def test_what_someone_will_not_grant_is_a_refusal() -> None:
    assert one("Hungary will not approve the deal with Russia.", "approve").type == "REJECT"


def test_words_for_one_event_give_one_mention() -> None:
    found = read("Seven soldiers were killed and two wounded in a mortar attack near Goma.")
    assert [m.trigger.text for m in found] == ["mortar attack"]
    assert "killed" in found[0].quote


def test_several_events_in_one_sentence() -> None:
    found = read("Israel accused Hezbollah of firing rockets, and France condemned the air strikes on Tyre.")
    assert {"accused", "condemned", "air strikes"} <= {m.trigger.text for m in found}


def test_the_date_goes_by_syntax_not_by_nearness() -> None:
    text = "Rebels bombed the Syrian capital on Monday, and the army shelled Homs on Tuesday."
    monday, tuesday = timex(text, "Monday", "2024-03-11"), timex(text, "Tuesday", "2024-03-12")
    assert one(text, "bombed", monday, tuesday).edtf == "2024-03-11"
    assert one(text, "shelled", monday, tuesday).edtf == "2024-03-12"


def test_what_is_a_day_off_does_not_share_the_day() -> None:
    text = "Rebels shelled Homs on Monday, one day before the talks in Geneva."
    monday = timex(text, "Monday", "2024-03-11")
    assert one(text, "shelled", monday).edtf == "2024-03-11"
    assert one(text, "talks", monday).edtf != "2024-03-11"


def test_each_listed_date_gives_a_mention() -> None:
    text = "The general set the rebels two-week deadlines on 2 January and 9 February."
    dates = timex(text, "2 January", "2024-01-02"), timex(text, "9 February", "2024-02-09")
    found = [m for m in read(text, *dates) if m.type == "THREATEN"]
    assert [m.edtf for m in found] == ["2024-01-02/2024-01-16", "2024-02-09/2024-02-23"]


def test_without_a_time_it_is_news_of_the_day_and_says_so() -> None:
    mention = one("Russian drones struck a power plant in Kharkiv.", "struck")
    assert (mention.edtf, mention.basis) == ("2024-03-14~", Basis.DCT)
    assert any("no time told" in reason for reason in mention.reasons)


def test_what_lies_ahead_without_a_time_is_open() -> None:
    assert one("The envoy will visit Khartoum.", "visit").edtf == "2024-03-14/.."


def test_the_story_keeps_its_date() -> None:
    text = "Israeli jets bombed Beirut on Monday. The strikes destroyed two buildings in the city."
    found = read(text, timex(text, "Monday", "2024-03-11"))
    strikes = next(m for m in found if m.trigger.text == "strikes")
    assert (strikes.edtf, strikes.basis, strikes.mode) == ("2024-03-11", Basis.NARRATIVE, "aerial")


def test_a_span_is_cut_at_the_publication_day() -> None:
    text = "The German chancellor will visit Kyiv this week."
    week = timex(text, "this week", "2024-03-11", "2024-03-17")
    assert one(text, "visit", week).edtf == "2024-03-14/2024-03-17"


def test_an_unknown_publication_date_is_never_guessed() -> None:
    found = read("Rebels shelled the Libyan capital.", published=PublicationDate())
    assert [(m.edtf, m.first) for m in found] == [("", None)]


def test_mentions_quote_the_text_exactly() -> None:
    text = "“Enough,” he said.\nUN envoys met Taliban chiefs in Doha (pictured)\n\nGunmen ambushed a convoy!"
    found = read(text)
    assert len(found) >= 2
    for mention in found:
        assert text[mention.start : mention.end] == mention.quote
        assert mention.start <= mention.trigger.start < mention.trigger.end <= mention.end
        assert 0 < mention.confidence <= 1
        assert mention.title


def test_unparsed_sentences_give_nothing() -> None:
    text = "Rebels shelled the port."
    document = language.segment(text, [Block(0, len(text), BlockKind.BODY)])
    assert candidates(document) == [0]
    assert extract("a", document, [], TODAY) == []


def test_a_word_of_a_date_is_no_trigger() -> None:
    text = "In March the talks with Serbia failed."
    found = read(text, timex(text, "March", "2024-03-01", "2024-03-31", Basis.PARTIAL))
    assert "PROTEST" not in {m.type for m in found}


def test_a_users_triggers_are_found_and_go_first() -> None:
    table = {
        "track": "humanitarian",
        "type": "FLEE",
        "verbs": "flee, cross over",
        "subject": "people",
        "strength": 3,
    }
    lexicon = build_lexicon([table])
    text = "Thousands of refugees fled Khartoum after the shelling."
    document = language.segment(text, [Block(0, len(text), BlockKind.BODY)])
    document = language.parse(document, candidates(document, lexicon))
    found = extract("a", document, [], TODAY, lexicon)
    assert ("humanitarian", "FLEE", "fled") in {(m.track, m.type, m.trigger.text) for m in found}
