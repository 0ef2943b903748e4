"""Which way a weekday or a day without a year points, told by the words around it."""

import datetime as dt

import pytest

from core.model import Basis
from core.temporal import tag

THURSDAY = dt.date(2025, 5, 29)


def value(text: str, dct: dt.date = THURSDAY) -> str:
    return tag(text, dct)[0].value


@pytest.mark.parametrize(
    "text",
    [
        "The ministers will meet on Monday.",
        "Envoys flew in ahead of a meeting on Monday.",
        "The exchange is set to begin on Monday.",
        "The council was to meet for a fifth time on Monday.",
        "The envoys were to fly to Doha on Monday.",
        "The hearing was postponed until Monday.",
        "A vote is scheduled for Monday.",
        "They agreed to meet Monday.",
        "The truce, due to expire on Monday, was extended.",
        "The rebels have until Monday to answer.",
        "The hearing is on Monday.",
        "The council, which meets on Monday, wants a vote.",
        "“We’ll meet Monday,” he said.",
        "US to send envoy to Doha on Monday",
        "The army offered a ceasefire for Monday.",
        "The envoy is expected to have a call on Monday.",
        "The talks are due to be held on Monday.",
        "On Monday, the council will vote.",
        "The ministry said the talks would resume on Monday.",
        "It must answer by Monday at the latest, or the truce will lapse.",
        "The ministers are meeting on Monday.",
        "The hearing is Monday.",
        "Monday's meeting will be the second.",
        "She thought Monday would be her last day.",
        "On Monday, lawmakers hold a hearing.",
        "Each side was asked to answer by Monday.",
        "The army extended the truce until Monday.",
        "The hearing has been moved to Monday.",
        "The window for talks closes on Monday.",
        "On Monday Gen. Smith will brief them.",
        "The president will meet Mr. Smith and Gen. John F. Jones on Monday.",
        "A truce that begins on Monday was welcomed, he said.",
        "She flew in on the last leg of a trip that ends Monday.",
        "The hearing was brought forward to Monday.",
        "On Monday the gate, which was shut in the raid, will open.",
        "On Monday a check of the line, which lasted ten days, resumes.",
        "The rebels have until the close of business on Monday.",
        "The vote has been put back to Monday.",
        "The raid will begin as planned on Monday.",
        "The deadline runs out early on Monday.",
        "Schools close on Monday, the governor said.",
        "Both parties called off their marches through Monday.",
        "The show runs through Monday.",
        "More snow was forecast by Monday.",
        "Monday's march may be put off.",
        "Monday's final could be the last.",
        "Guards are preparing for Monday's vote.",
        "Chileans vote in a run-off on Monday.",
        "The Senate may begin to debate a slimmed-down bill as early as Monday.",
        "They are planning a march through the city Monday.",
        "Monday's summit, the first of its kind, will bring together six leaders.",
        "The general retires on Monday.",
        "Foreign ministers discuss the war at a meeting on Monday.",
        "The coast could see heavy rain on Monday.",
        "A vote was due on Monday but has been postponed.",
        "Student leaders are calling for marches on Monday.",
        "The union has called for a general strike on Monday.",
        "It has dropped a decision to open the border on Monday.",
        "A page devoted to Monday's planned protests was shut.",
        "Kenya: schools to shut Monday as floods spread",
        "Drivers would strike as soon as talks resumed on Monday.",
        "Arms will be handed over once the truce has begun on Monday.",
        "Aides are getting ready for a scheduled call on Monday.",
        "The two will talk in a scheduled call on Monday.",
        "The envoy was due in Cairo on Monday for talks.",
    ],
)
def test_future_weekday(text: str) -> None:
    assert value(text) == "2025-06-02"


@pytest.mark.parametrize(
    "text",
    [
        "The army hit back on Monday.",
        "The ministry said Monday that the talks would resume.",
        "On Monday, rockets struck the port.",
        "Two people were killed Monday.",
        "Rebels retook the port Monday.",
        "Monday's strike killed two.",
        "They took the blame for Monday's strike.",
        "The envoys did not meet Monday.",
        "The exchange had been planned for Monday.",
        "The fugitives, held on Monday, will be tried.",
        "The offer had been due to expire Monday.",
        "The talks lasted until Monday and failed.",
        "The announcement Monday that he will go stunned them.",
        "It stood at 300 entries as of Monday, when the list was shut.",
        "Starting on Monday, they were able to leave.",
        "The swap, originally set for Monday, took place two days later.",
        "Guards used dogs to clear the square on Monday.",
        "Monks were forced to leave the abbey on Monday.",
        "The general let the march begin on Monday as planned.",
        "Both shipyards withdrew their offers to buy the dry dock Monday.",
    ],
)
def test_past_weekday(text: str) -> None:
    assert value(text) == "2025-05-26"


def test_the_day_before_publication_needs_a_sure_cue_to_look_ahead() -> None:
    assert value("The council, which meets on Wednesday, wants a vote.") == "2025-06-04"
    assert value("Residents were told not to leave on Wednesday.") == "2025-05-28"
    assert value("The talks were to go on on Wednesday.") == "2025-05-28"


def test_what_had_been_planned_may_be_ahead_or_over() -> None:
    may = dt.date(2011, 5, 16)
    assert value("The firm had planned to open its mill by September.", may) == "2011-09"
    assert value("The firm had planned to open its mill in April.", may) == "2011-04"
    assert value("She had been due to testify on Thursday.", may) == "2011-05-12"


def test_a_month_takes_the_year_that_opens_its_sentence() -> None:
    october = dt.date(2012, 10, 30)
    assert [item.value for item in tag("Last year the fair was held in May.", october)] == ["2011", "2011-05"]
    told = [item.value for item in tag("In 2010 they met twice, in March and in November.", october)]
    assert told == ["2010", "2010-03", "2010-11"]
    assert [item.value for item in tag("Last year sales fell, but in May they rose.", october)][
        1
    ] == "2012-05"
    assert [item.value for item in tag("They won last year and, in April, again.", october)][1] == "2012-04"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2011, on 5 May he came to power.", "2011-05-05"),
        ("In 2011 he was a soldier, but on 5 May he will be sworn in.", "2026-05-05"),
    ],
)
def test_a_year_that_opens_a_sentence_is_that_of_its_days(text: str, value: str) -> None:
    assert tag(text, dt.date(2025, 6, 10))[-1].value == value


def test_what_is_going_on_tells_neither_way() -> None:
    november = dt.date(2025, 11, 22)
    assert value("The board said it is calling for a vote on 7 December.", november) == "2025-12-07"
    assert value("The bank said it is reviewing a raid on Monday.") == "2025-05-26"


def test_the_publication_day_itself_counts() -> None:
    assert value("Rockets hit the port on Thursday.") == "2025-05-29"


def test_last_and_next_name_the_side() -> None:
    assert value("He left last Thursday.") == "2025-05-22"
    assert value("He leaves next Thursday.") == "2025-06-05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sides will meet on 2 June.", "2025-06-02"),
        ("The sides met on 2 June, officials said.", "2025-06-02"),
        ("The deadline passed on 27 April.", "2025-04-27"),
        ("The city was lost in December.", "2024-12"),
        ("The summit will be held in December.", "2025-12"),
        ("Elections are expected by February.", "2026-02"),
    ],
)
def test_the_nearest_year_that_fits(text: str, expected: str) -> None:
    assert value(text) == expected


def test_across_the_turn_of_the_year() -> None:
    assert value("The sides will meet on 3 January.", dt.date(2024, 12, 30)) == "2025-01-03"
    assert value("The sides met on 30 December.", dt.date(2025, 1, 2)) == "2024-12-30"


def test_a_date_in_the_text_explains_a_weekday() -> None:
    found = tag("A second round is offered for 2 June. Why not before Monday?", THURSDAY)
    assert [item.value for item in found] == ["2025-06-02", "2025-06-02"]


def test_a_passive_participle_is_no_past() -> None:
    assert (
        value("The accession will still be held at the summit on 24 August.", dt.date(2025, 2, 10))
        == "2025-08-24"
    )


def test_reason_and_basis_are_told() -> None:
    found = tag("The ministers will meet on Monday.", THURSDAY)[0]
    assert found.basis is Basis.PARTIAL
    assert "29 May 2025" in found.reason
    assert "will" in found.reason
    assert tag("They met on 2 June 2024.", THURSDAY)[0].basis is Basis.EXPLICIT
    assert tag("They met yesterday.", THURSDAY)[0].basis is Basis.RELATIVE


def test_a_wrong_weekday_is_told() -> None:
    found = tag("They met on Friday, 2 June 2025.", THURSDAY)[0]
    assert (found.value, "no Friday" in found.reason) == ("2025-06-02", True)


def test_without_publication_day_what_needs_it_stays_open() -> None:
    found = tag("They met on Monday and will meet on 2 June, two weeks ago being too early.", None)
    assert [item.value for item in found] == ["XXXX-WXX-1", "XXXX-06-02", "XXXX-WXX"]
    assert all(item.first is None and item.last is None and not item.edtf for item in found)


def test_what_was_fixed_for_yesterday_is_over_where_the_verb_says_so() -> None:
    assert value("A service planned for Wednesday was called off.") == "2025-05-28"
    assert value("A service planned for Wednesday will be held.") == "2025-06-04"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From March to May, no food came in.", ["2025-03", "2025-05"]),
        ("He was arrested in July when guards searched him.", ["2024-07"]),
        ("The firm is set to sell itself under a March accord with the bank.", ["2025-03"]),
        ("They agreed in a call to send more in October.", ["2025-10"]),
        ("In September, a week after the feast, a bomb killed two.", ["2024-09", "P1W"]),
        ("They reached a deal to free ten in October.", ["2025-10"]),
        ("It looks to retire its oldest jets in June.", ["2025-06"]),
        ("In June Moscow struck back.", ["2024-06"]),
        ("In March Moscow struck back.", ["2025-03"]),
        ("They left after failing to take the town at the end of January.", ["2025-01"]),
    ],
)
def test_months_without_a_year(text: str, expected: list[str]) -> None:
    assert [found.value for found in tag(text, THURSDAY)] == expected


def test_both_ends_of_a_range_point_the_same_way() -> None:
    found = tag("Voting runs from 8am to 8pm on Sunday.", THURSDAY)
    assert [item.value for item in found] == ["2025-06-01T08:00", "2025-06-01T20:00"]


def test_what_brackets_set_aside_hides_no_cue() -> None:
    found = tag("The truce is to begin at 8 p.m. (1700 GMT) on Saturday.", THURSDAY)
    assert [item.value[:10] for item in found] == ["2025-05-31"] * 3


def test_the_weekend_just_over_or_coming() -> None:
    friday = dt.date(2025, 5, 30)
    assert value("He spoke at the weekend.", friday) == "2025-W21-WE"
    assert value("He will speak at the weekend.", friday) == "2025-W22-WE"
    assert value("They feared for the match this weekend.", friday) == "2025-W22-WE"


def test_an_hour_of_tomorrow_is_past_midnight_elsewhere() -> None:
    assert value("Shots were heard at 2:20 a.m. Friday in Cairo.") == "2025-05-30T02:20"
    assert value("Shots were heard on Friday in Cairo.") == "2025-05-23"


def test_the_year_is_that_of_publication_beside_one_to_come() -> None:
    found = tag("It will be done by 2027. Output fell over the full year, or since year-end.", THURSDAY)
    assert [item.value for item in found] == ["2027", "2025", "2024-12-31"]


def test_the_next_day_is_not_ahead_where_the_verb_looks_back() -> None:
    assert value("The next day the army withdrew.") == "XXXX-XX-XX"


def test_weekdays_side_by_side_point_the_same_way() -> None:
    found = tag("The company would begin cutting on Monday or Tuesday.", THURSDAY)
    assert [item.value for item in found] == ["2025-06-02", "2025-06-03"]


def test_what_is_due_is_ahead_even_of_yesterdays_name() -> None:
    assert value("He is due to be in a debate on Wednesday.") == "2025-06-04"


@pytest.mark.parametrize(
    "text",
    [
        "The convoy was due on Monday but never came.",
        "A second ship was due on Monday, but it did not arrive.",
        "Talks due on Monday did not take place.",
        "The pope was to have said mass there on Monday.",
        "In a scheduled call on Monday, the two agreed to meet again.",
        "Four were hurt after a planned march on Monday turned violent.",
        "The troops withdrew as soon as the truce took effect on Monday.",
        "The cabinet fell after the Commons vote on Monday.",
        "Gunfire could be heard on Monday around the square.",
        "The envoy called for calm on Monday.",
        "He was due to join the board on Monday but its chairman, an old rival, said he would not.",
        "Her aides popped open balloons on Monday.",
        "Its results on Monday were better than expected.",
        "He wants to help the survivors of Monday's earthquake.",
        "The council will discuss Monday's deadly attack.",
        "Monday that same man said it was too early to even ask.",
    ],
)
def test_what_was_planned_is_over_where_the_sentence_says_so(text: str) -> None:
    assert value(text) == "2025-05-26"


def test_little_turns_the_name_of_tomorrow_ahead() -> None:
    text = "The envoy was scheduled to land in Aden, the port in the south, his first stop, {}."
    assert value(text.format("Friday")) == "2025-05-30"
    assert value(text.format("Saturday")) == "2025-05-24"


def test_a_live_page_goes_on_into_the_next_days() -> None:
    stamps = "Update 9:15 a.m. Friday. {} Update 2 p.m. Friday. {} Update 7:40 p.m. Friday. {}"
    text = stamps.format("Rocks flew.", "A bus burned.", "The ministry said on Friday that two had died.")
    assert {item.value[:10] for item in tag(text, THURSDAY)} == {"2025-05-30"}
    assert value("The ministry said on Friday that two had died.") == "2025-05-23"


def test_an_entry_of_a_chronology_is_of_its_own_day_whatever_it_foretells() -> None:
    assert value("12 March - The minister says no well will be drilled.") == "2025-03-12"
    assert value("On 12 March the minister will open the well.") == "2026-03-12"


def test_what_is_wanted_by_yesterdays_name_is_wanted_in_a_week() -> None:
    assert value("Paris wants an answer by Wednesday.") == "2025-06-04"
    assert value("Paris had wanted an answer by Wednesday.") == "2025-05-28"
