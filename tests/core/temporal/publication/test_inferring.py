"""The publication date inferred from a text that states none: what is answered, how exactly, and why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import temporal
from core.edtf import bounds
from core.model import PublicationBasis, PublicationDate

_PLAIN = "The two sides met for an hour. Nobody would say what came of it."
_TALKS = (
    "Delegations of Russia and Ukraine are to meet in Istanbul on Monday, the host said. "
    "The Kremlin has proposed 2 June for the meeting, as President Donald Trump presses for a truce in the "
    "war that Vladimir Putin began three years ago.\n\n"
    "“We have at least three more days before we fly,” Ukraine's defence minister, Rustem Umerov, said on "
    "Friday. The talks on 2 June will be the second round since 16 May."
)


_PIECES = (
    *(
        "Monday",
        "yesterday",
        "2 June",
        "31 April 2025",
        "30 February",
        "May 8, 2022",
        "in 1066",
        "in 9999",
        "9/11",
    ),
    *(
        "day 9999 of the war",
        "day 0 of the invasion",
        "five months into",
        "the war",
        "two weeks after",
        "before",
    ),
    *("Ukraine", "President Joe Biden", "former", "Trump", "“", "”", "\n", ". ", ",", "İ", "ß"),
)


def _infer(text: str, title: str = "") -> PublicationDate:
    return temporal.infer_publication(text, title=title)


def test_a_text_without_a_clue_stays_open() -> None:
    found = _infer(_PLAIN)
    assert (found.edtf, found.basis, found.candidates) == ("", PublicationBasis.UNKNOWN, ())


@pytest.mark.parametrize("text", ["", " ", "\n\n", "?!", "\ud800", "2"])
def test_a_text_that_says_nothing_stays_open(text: str) -> None:
    assert _infer(text) == PublicationDate()


def test_clues_that_meet_give_the_day() -> None:
    found = _infer(_TALKS)
    assert found.edtf == "2025-05-30"
    assert found.basis is PublicationBasis.INFERRED
    assert 0.6 <= found.confidence < 1


def test_candidates_come_best_first_each_with_reasons() -> None:
    found = _infer(_TALKS)
    scores = [candidate.score for candidate in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert 1 < len(scores) <= 5
    assert sum(scores) <= 1
    assert all(candidate.reasons for candidate in found.candidates)
    assert found.reasons == found.candidates[0].reasons


def test_reasons_name_the_words_they_rest_on() -> None:
    reasons = " / ".join(_infer(_TALKS).reasons)
    assert "“at least three more days” are left before 2 June" in reasons
    assert "Rustem Umerov was Ukraine's defence minister from 6 September 2023 to 17 July 2025" in reasons
    assert "“2 June” is 3 days ahead" in reasons


def test_reasons_that_pick_the_day_come_before_those_that_pick_the_year() -> None:
    reasons = list(_infer(_TALKS).reasons)
    picks_the_day = reasons.index("“2 June” is 3 days ahead")
    assert picks_the_day < next(place for place, reason in enumerate(reasons) if "Umerov" in reason)


def test_the_title_counts() -> None:
    text = "Fighting went on along the front on Saturday, and both armies claimed gains."
    title = "Ukraine: what we know on day 200 of the invasion"
    assert _infer(text).day is None
    assert _infer(text, title).edtf in {"2022-09-10", "2022-09-11"}


def test_where_no_more_is_known_a_month_or_year_is_the_answer() -> None:
    text = (
        "The prime minister, Liz Truss, promised Ukraine more arms, with the invasion of Ukraine in its "
        "eighth month. The foreign secretary, James Cleverly, and President Joe Biden were to speak again. "
        "The chancellor, Kwasi Kwarteng, said that the invasion, which entered its eighth month, costs much."
    )
    found = _infer(text)
    assert found.edtf in {"2022", "2022-09", "2022-10"}
    assert found.basis is PublicationBasis.INFERRED
    assert found.reasons == found.candidates[0].reasons != ()


def test_a_history_is_not_dated_to_a_day() -> None:
    text = (
        "The civil war began on 26 July 1967. In March 1968 the rebels lost the port, and on 4 October 1968 "
        "the army took the second city. Talks in 1969 came to nothing. The last garrison gave up on "
        "12 January 1970, and an amnesty followed in February 1970."
    )
    assert _infer(text).day is None


def test_the_same_text_gives_the_same_answer() -> None:
    assert _infer(_TALKS) == _infer(_TALKS)


@pytest.mark.parametrize("language", ["en", "uk", "ru", "de", "xx", ""])
def test_every_language_is_read(language: str) -> None:
    assert isinstance(temporal.infer_publication(_TALKS, language=language), PublicationDate)


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_mixture_of_clues_gives_an_answer_or_none(parts: list[str]) -> None:
    found = _infer(" ".join(parts), "".join(parts[:3]))
    assert found.edtf == "" or bounds(found.edtf)
    assert all(0 <= candidate.score <= 1 for candidate in found.candidates)
    assert (found.basis is PublicationBasis.INFERRED) == bool(found.edtf)


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_an_answer_or_none(text: str) -> None:
    found = _infer(text)
    assert found.edtf == "" or bounds(found.edtf)
