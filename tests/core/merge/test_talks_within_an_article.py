"""Which talks, words and agreements told in one article are held to be one."""

from core.model import Status
from tests.core.merge.press import Press


def test_talks_are_one_whether_named_by_day_by_weekday_or_as_the_second_round(press: Press) -> None:
    press.article(
        "a",
        "2025-05-29",
        "Offer of June talks\n\n"
        "Moscow wants to hold talks in Istanbul on 2 June. Kyiv asked for the paper before a "
        "meeting on Monday.\n\n"
        "The second round of talks would follow the one in May.",
    )
    sides = {"source": ("Russia",), "target": ("Ukraine",), "edtf": "2025-06-02", "status": Status.PROPOSED}
    named = press.tell("a", "talks in Istanbul on 2 June", "talks", "CONSULT", **sides, place="Istanbul")
    weekday = press.tell(
        "a", "a meeting on Monday", "meeting", "CONSULT", **sides | {"status": Status.PLANNED}
    )
    round_ = press.tell("a", "The second round of talks", "round of talks", "CONSULT", **sides)
    assert press.are_one(named, weekday, round_)


def test_talks_of_other_sides_on_the_same_day_stay_apart(press: Press) -> None:
    press.article(
        "a",
        "2025-03-24",
        "Shuttle in Riyadh\n\nThe Americans held talks with Russia on Monday. They held talks "
        "with Ukraine on Monday, too.",
    )
    day = {"edtf": "2025-03-24", "place": "Riyadh"}
    one = press.tell(
        "a",
        "held talks with Russia",
        "talks",
        "CONSULT",
        source=("United States",),
        target=("Russia",),
        **day,
    )
    two = press.tell(
        "a",
        "held talks with Ukraine",
        "talks",
        "CONSULT",
        source=("United States",),
        target=("Ukraine",),
        **day,
    )
    assert not press.are_one(one, two)


def test_a_call_is_not_a_meeting(press: Press) -> None:
    press.article(
        "a",
        "2025-03-19",
        "Call and visit\n\nThe presidents spoke in a phone call on Tuesday.\n\nThe presidents "
        "met in a visit on Tuesday.",
    )
    sides = {"source": ("United States",), "target": ("Ukraine",), "edtf": "2025-03-18"}
    call = press.tell("a", "The presidents spoke in a phone call", "call", "CONSULT", **sides)
    visit = press.tell("a", "The presidents met in a visit", "visit", "CONSULT", **sides, place="Kyiv")
    assert not press.are_one(call, visit)


def test_deadlines_that_begin_on_different_days_are_two(press: Press) -> None:
    press.article(
        "a",
        "2025-05-29",
        "Another deadline\n\nWashington gave Moscow two weeks on 19 May.\n\nIt gave Moscow two "
        "weeks on 28 May.",
    )
    sides = {"source": ("United States",), "target": ("Russia",)}
    one = press.tell(
        "a", "gave Moscow two weeks on 19 May", "gave", "THREATEN", **sides, edtf="2025-05-19/2025-06-02"
    )
    two = press.tell(
        "a", "gave Moscow two weeks on 28 May", "gave", "THREATEN", **sides, edtf="2025-05-28/2025-06-11"
    )
    assert not press.are_one(one, two)


def test_a_meeting_and_what_it_was_for_are_one(press: Press) -> None:
    press.article(
        "a", "2024-03-05", "In Bern\n\nThe envoys will meet in Bern on Friday to discuss the border."
    )
    sides = {"source": ("Chad",), "target": ("Libya",), "edtf": "2024-03-08", "status": Status.PLANNED}
    meet = press.tell("a", "The envoys will meet in Bern on Friday", "meet", "CONSULT", **sides)
    discuss = press.tell("a", "to discuss the border", "discuss", "CONSULT", **sides)
    assert press.are_one(meet, discuss)


def test_a_paper_handed_over_at_talks_is_an_act_of_its_own(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Bern\n\nThe envoys held talks in Bern on Tuesday.\n\nAt the talks Chad handed over a paper.",
    )
    sides = {"source": ("Chad",), "target": ("Libya",), "edtf": "2024-03-05"}
    talks = press.tell("a", "The envoys held talks in Bern", "talks", "CONSULT", **sides)
    paper = press.tell("a", "Chad handed over a paper", "handed over", "CONSULT", **sides)
    assert not press.are_one(talks, paper)


def test_two_statements_are_not_one_for_being_said(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Words\n\nMali said that it wants the bridge.\n\nMali said that the price of salt is too high.",
    )
    one = press.tell("a", "Mali said that it wants the bridge", "said", "REQUEST", source=("Mali",))
    two = press.tell("a", "Mali said that the price of salt is too high", "said", "REQUEST", source=("Mali",))
    assert not press.are_one(one, two)


def test_the_same_demand_of_two_sides_is_two_demands(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Demands\n\nChad urged Mali to open the bridge.\n\nNiger urged Mali to open the bridge.",
    )
    one = press.tell(
        "a", "Chad urged Mali to open the bridge", "urged", "REQUEST", source=("Chad",), target=("Mali",)
    )
    two = press.tell(
        "a", "Niger urged Mali to open the bridge", "urged", "REQUEST", source=("Niger",), target=("Mali",)
    )
    assert not press.are_one(one, two)


def test_two_agreements_with_nothing_in_common_are_two(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Oil\n\nChad agreed to sell two wells to a firm.\n\nPrices rose.\n\nShares fell.\n\n"
        "Mali agreed to a truce in its north.",
    )
    one = press.tell("a", "agreed to sell two wells to a firm", "agreed to", "AGREE")
    two = press.tell("a", "agreed to a truce in its north", "agreed to", "AGREE")
    assert not press.are_one(one, two)


def test_talks_that_were_not_held_are_not_those_that_were(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Envoys meet\n\nHe has not spoken with Libya's ministers about the dam, and the envoys "
        "who took part in the Bern meeting are now writing it up.",
    )
    sides = {"source": ("Chad",), "target": ("Libya",)}
    unmet = press.tell(
        "a", "has not spoken with Libya's ministers", "spoken with", "CONSULT", status=Status.DENIED, **sides
    )
    met = press.tell("a", "who took part in the Bern meeting", "meeting", "CONSULT", **sides)
    assert not press.are_one(unmet, met)


def test_an_agreement_is_one_whichever_side_is_named_first(press: Press) -> None:
    press.article(
        "a",
        "2024-01-12",
        "Junta and rebels agree ceasefire\n\n"
        "The talks were held over the border. The alliance had agreed to stop the fighting on Thursday.",
    )
    day = {"edtf": "2024-01-11"}
    head = press.tell(
        "a",
        "Junta and rebels agree ceasefire",
        "agree",
        "AGREE",
        source=("Junta",),
        target=("Rebels",),
        **day,
    )
    later = press.tell(
        "a",
        "The alliance had agreed to stop the fighting",
        "agreed",
        "AGREE",
        source=("Rebels",),
        target=("Junta",),
        **day,
    )
    assert press.are_one(head, later)


def test_a_call_and_the_talks_that_it_was_about_are_two(press: Press) -> None:
    press.article(
        "a",
        "2025-05-10",
        "Minister on the telephone\n\n"
        "The minister, who had telephoned the general in the morning, said they would hold talks abroad.",
    )
    sides = {"source": ("United States",), "target": ("Pakistan",)}
    call = press.tell(
        "a", "who had telephoned the general", "telephoned", "CONSULT", edtf="2025-05-10", **sides
    )
    talks = press.tell(
        "a",
        "they would hold talks abroad",
        "talks",
        "CONSULT",
        status=Status.PLANNED,
        edtf="2025-05-10",
        **sides,
    )
    assert not press.are_one(call, talks)


def test_calls_of_one_leader_with_two_others_stay_apart(press: Press) -> None:
    press.article(
        "a",
        "2024-05-08",
        "Two calls\n\nBarrow and Moyo had a long telephone call on Wednesday.\n\nThe day was full of news "
        "from the front. The markets fell.\n\nOn Wednesday an envoy described the call between Barrow and "
        "Keita as friendly.",
    )
    sides = {"source": ("Chad",), "target": ("Niger",), "edtf": "2024-05-08"}
    one = press.tell("a", "Barrow and Moyo had a long telephone call", "telephone call", "CONSULT", **sides)
    two = press.tell("a", "the call between Barrow and Keita", "call", "CONSULT", **sides)
    assert not press.are_one(one, two)


def test_what_they_also_agreed_on_is_another_agreement(press: Press) -> None:
    press.article(
        "a",
        "2024-05-08",
        "Deals\n\nThe two sides agreed to free all fishermen. They also agreed to open a bridge.",
    )
    sides = {"source": ("Chad",), "target": ("Niger",)}
    one = press.tell("a", "agreed to free all fishermen", "agreed to", "AGREE", **sides)
    two = press.tell("a", "They also agreed to open a bridge", "agreed to", "AGREE", **sides)
    assert not press.are_one(one, two)


def test_two_demands_with_nothing_in_common_are_two(press: Press) -> None:
    press.article(
        "a",
        "2024-05-08",
        "Words\n\nThe minister called on Niger to open its border.\n\nRain fell in the hills for days. The "
        "minister called on Niger to pay its debts.",
    )
    sides = {"source": ("Chad",), "target": ("Niger",)}
    one = press.tell("a", "called on Niger to open its border", "called on", "REQUEST", **sides)
    two = press.tell("a", "called on Niger to pay its debts", "called on", "REQUEST", **sides)
    assert not press.are_one(one, two)


def test_a_verb_is_not_told_as_known_by_the_article_of_its_subject(press: Press) -> None:
    press.article(
        "a",
        "2024-05-08",
        "Words\n\nThere were demands by deputies for an inquiry into the ferry. The minister was urging "
        "judges to look at the papers.",
    )
    sides = {"source": ("Chad",), "target": ("Niger",)}
    one = press.tell("a", "demands by deputies for an inquiry into the ferry", "demands", "REQUEST", **sides)
    two = press.tell("a", "The minister was urging judges to look", "urging", "REQUEST", **sides)
    assert not press.are_one(one, two)


def test_what_they_also_agreed_is_another_agreement(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Envoys meet in Doha\n\nChad and Libya agreed to open the border at the talks in Doha on Monday. "
        "They also agreed to exchange prisoners.",
    )
    sides = {"source": ("Chad",), "target": ("Libya",), "edtf": "2024-03-04"}
    border = press.tell("a", "Chad and Libya agreed to open the border", "agreed to", "AGREE", **sides)
    swap = press.tell("a", "They also agreed to exchange prisoners", "agreed to", "AGREE", **sides)
    assert not press.are_one(border, swap)


def test_what_was_told_the_press_is_no_talks(press: Press) -> None:
    press.article(
        "a",
        "2024-03-05",
        "Trudeau in Kyiv\n\nTrudeau and Zelensky held their conference in Kyiv on Monday. "
        "At their news conference in Kyiv on Monday the two promised more arms.",
    )
    sides = {"source": ("Canada",), "target": ("Ukraine",), "place": "Kyiv", "edtf": "2024-03-04"}
    met = press.tell("a", "Trudeau and Zelensky held their conference", "conference", "CONSULT", **sides)
    told = press.tell("a", "At their news conference in Kyiv", "news conference", "CONSULT", **sides)
    assert not press.are_one(met, told)
