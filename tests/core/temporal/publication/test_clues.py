"""What each kind of clue makes of a text, told from the days it leaves likely; the facts are our own."""

import datetime as dt

import pytest

from core import temporal
from core.facts import Facts, Landmark, Term
from core.temporal.publication import answer, clues, grid
from core.temporal.publication.solver import solve
from tests.core.temporal.publication.making import ALL, TERMS, TITLES, kinds_of, likeliest, likely


def test_a_titled_holder_was_in_office() -> None:
    assert likely("President Ada Brandt said no.", "2028-05-01", "2031-04-30") > 0.8


def test_a_former_holder_was_in_office_before() -> None:
    assert likely("Former president Ada Brandt said no.", "2031-05-01", "2039-12-31") > 0.7


def test_a_new_holder_has_followed_the_old_one() -> None:
    text = "President Ola Quist met her predecessor, the former president Ada Brandt."
    assert likely(text, "2031-05-01", "2039-12-31") > 0.9


def test_an_event_in_the_title_is_news() -> None:
    assert likely("Thousands fled.", "2031-03-11", "2031-03-12", "Dam breaks above Orlo") > 0.25


def test_an_event_with_its_weekday_is_less_than_a_week_old() -> None:
    text = "Thousands fled after the dam above Orlo broke on Tuesday."
    without = "Thousands fled after the dam above Orlo broke."
    assert likely(text, "2031-03-11", "2031-03-17") > likely(without, "2031-03-11", "2031-03-17")


def test_an_event_with_its_date_is_some_days_old() -> None:
    text = "Thousands fled after the dam above Orlo broke on 11 March."
    assert likely(text, "2031-03-15", "2031-05-15") > likely(text, "2031-03-11", "2031-03-14")


def test_a_week_after_an_event_is_counted_from_it() -> None:
    text = "A first family came home two weeks after the dam at Orlo broke."
    assert likely(text, "2031-03-22", "2031-03-29") > likely(
        "The dam at Orlo broke.", "2031-03-22", "2031-03-29"
    )


def test_words_of_an_event_count_only_near_each_other_and_at_a_words_start() -> None:
    for text in (
        "They reached Orlo. It was late. A dam stood.",
        "In Porlo the dam held.",
        "Orlo has no madam.",
    ):
        assert not clues(text, (), ALL)


def test_small_words_are_found_in_capitals_and_names_only_as_they_are() -> None:
    assert clues("ORLO: Dam in danger, say Orlo's people.", (), ALL)
    assert not clues("the orlo dam", (), ALL)


def test_words_of_an_era_come_no_sooner() -> None:
    text = "They took the hoverbus."
    assert likely(text, "2029-01-01", "2030-12-31") > 5 * likely(text, "2027-01-01", "2028-12-31")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It rained on Monday and Tuesday, and on Wednesday the sun came out.", 2),
        ("On Friday the guns fell silent, as they had on Thursday.", 4),
    ],
)
def test_the_last_of_several_weekdays_is_the_likeliest(text: str, day: int) -> None:
    assert dt.date.fromisoformat(likeliest(text, Facts())).weekday() == day


def test_the_latest_of_several_dates_tells_most() -> None:
    text = "Shells fell on 3 May, 9 May and 20 May 2031, and on 24 May the city was silent."
    assert likely(text, "2031-05-24", "2031-06-30", known=Facts()) > 0.3
    assert "2031-05-24" <= likeliest(text, Facts()) < "2031-06-30"


def test_a_date_by_itself_is_that_of_the_day() -> None:
    text = "5 May 2031\n\nThe talks go on."
    assert answer(clues(text, temporal.recognise(text), Facts())).candidates[0].date == "2031-05-05"


def test_days_left_before_an_event_count_back_from_it() -> None:
    text = "They will meet on 20 August. With five more days before the meeting, hope is small."
    assert "“five more days” are left before 20 August" in _reasons(text)


def test_days_before_an_event_told_as_past_are_no_days_left() -> None:
    text = "They will meet on 20 August. It was said three days before the first war."
    assert not [clue for clue in clues(text, temporal.recognise(text), Facts()) if clue.kind == "pair"]


def _reasons(text: str) -> tuple[str, ...]:
    solution = solve(clues(text, temporal.recognise(text), Facts()))
    return solution.reasons(solution.best(1)[0], 7)


def test_a_spelling_of_the_same_holder_counts_once() -> None:
    twice = Facts(
        (*TERMS, Term("Ada Brant", "president", "Orland", TERMS[0].start, TERMS[0].end)), titles=TITLES
    )
    found = clues("President Ada Brandt, or Ada Brant, said no.", (), twice)
    assert len([clue for clue in found if clue.kind == "office"]) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Orlo was hit on Saturday, one day before the talks, which are to open on 2 June.",
            "2030-06-01",
        ),
        ("Orlo was shelled on Saturday, on the eve of talks that are due on 2 June.", "2030-06-01"),
        ("The guns fell silent on Thursday, two days ahead of the 10 August vote.", "2030-08-08"),
        ("On Tuesday, a week after the raid of 4 March, the road to Orlo was opened.", "2031-03-11"),
        ("He resigned on Wednesday, three days after the second round on 28 April 2030.", "2030-05-01"),
    ],
)
def test_days_counted_from_a_date_are_named_by_it_and_a_weekday_tells_the_year(text: str, day: str) -> None:
    named = f"President Ada Brandt spoke of the war. {text}"  # in office from May 2028 to April 2031
    assert likeliest(named) == day
    assert likely(named, f"{day[:4]}-01-01", f"{day[:4]}-12-31") > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Three days after he fled, the army took Orlo on 4 March.",
        "He fled on Monday, two days before dawn. The army took Orlo on 4 March.",
        "They rested for two days. The army took Orlo on 4 March.",
    ],
)
def test_a_date_that_nothing_is_counted_from_gives_no_other(text: str) -> None:
    quotes = [clue.quote for clue in clues(text, temporal.recognise(text), Facts())]
    assert not [quote for quote in quotes if "…" in quote]


def test_a_weekday_and_a_date_in_one_sentence_are_two_days() -> None:
    text = "They met on Sunday and will meet again on 2 June."
    assert not [clue for clue in clues(text, temporal.recognise(text), Facts()) if clue.kind == "pair"]


@pytest.mark.parametrize(
    "text",
    [
        "Engineers fear that the dam above Orlo will not hold.",
        "Villagers called for the dam above Orlo to be mended.",
        "If the dam breaks, Orlo is lost.",
    ],
)
def test_an_event_feared_or_asked_for_may_lie_ahead(text: str) -> None:
    broken = "The dam above Orlo has broken."
    assert likely(text, "2031-02-25", "2031-03-10") > 2 * likely(broken, "2031-02-25", "2031-03-10")


def test_an_event_with_its_month_is_told_when_that_is_over() -> None:
    text = "Thousands fled when the dam above Orlo broke in March."
    assert likely(text, "2031-04-01", "2031-12-31") > likely(text, "2031-03-11", "2031-03-31")


def test_a_post_is_older_than_the_days_told_after_it() -> None:
    post = "“The bridge is gone” (@orlo) May 3, 2031\n\n"
    after = post + "On 9 May the army said that it would be built again."
    on_its_day = ("2031-05-03", "2031-05-04")
    assert likely(post, *on_its_day, known=Facts()) > 0.5
    assert likely(after, *on_its_day, known=Facts()) < 0.3


def test_a_weekday_told_with_its_date_counts_once() -> None:
    text = "They were seized on Monday. “Four men were taken on Monday 9 June,” the police said."
    assert not {"weekday", "first weekday", "pair"} & set(kinds_of(text))


def test_few_texts_come_from_long_after_the_last_event_known() -> None:
    text = "On Sunday, 1 June, nine were killed."  # a Sunday in 2031 and 2036
    assert likely(text, "2031-06-01", "2031-06-08") > 2 * likely(text, "2036-06-01", "2036-06-08")


@pytest.mark.parametrize(
    "text",
    [
        "Orland marked the second anniversary of the invasion.",
        "Orland marks two years of war.",
        "Candles were lit on the second anniversary of the war in Orland.",
    ],
)
def test_an_anniversary_is_told_on_its_day(text: str) -> None:
    assert likely(text, "2032-01-06", "2032-01-12") > 20 * likely(text, "2032-02-06", "2032-02-12")


def test_landmarks_of_the_same_words_are_alternatives() -> None:
    summits = tuple(
        Landmark(dt.date(year, 6, 10), f"Summit of {year}", (("Orlo", "summit"),))
        for year in (2029, 2030, 2031)
    )
    text = "Leaders gathered at the Orlo summit."
    near = [
        likely(text, f"{y}-06-08", f"{y}-06-13", known=Facts(landmarks=summits)) for y in (2029, 2030, 2031)
    ]
    assert min(near) > 0.1
    assert "Summit of" in _reasons_of(text, Facts(landmarks=summits))


def _reasons_of(text: str, known: Facts) -> str:
    solution = solve(clues(text, temporal.recognise(text), known))
    return " / ".join(solution.reasons(solution.best(1)[0], 7))


def test_some_days_after_something_else_are_not_counted_from_an_event() -> None:
    other = "The dam above Orlo broke, three weeks after heavy rain set in."
    assert "anchored" not in kinds_of(other)
    assert "anchored" in kinds_of("Rain set in three weeks after the dam above Orlo broke.")


def test_a_date_and_a_weekday_far_apart_say_nothing_of_each_other() -> None:
    text = "A truce has held since 12 May, he said. The guns were silent. On Monday new talks began."
    pair = next(clue for clue in clues(text, temporal.recognise(text), Facts()) if clue.kind == "pair")
    far, near = grid.index(dt.date(2031, 8, 1)), grid.index(dt.date(2031, 5, 12))  # a Monday
    assert pair.weights[far] == 0 < pair.weights[near]


def test_words_of_an_event_may_stand_in_two_sentences_but_tell_less_there() -> None:
    apart = "Engineers inspected the dam. Thousands had fled from Orlo below it."
    together = "Thousands had fled from Orlo below the dam."
    march = ("2031-03-11", "2031-03-17")
    assert 0.01 < likely(apart, *march) < likely(together, *march)


def test_a_summit_is_spoken_of_before_it_is_held() -> None:
    day, told = dt.date(2031, 6, 10), (("Orlo", "summit"),)
    text = "Leaders spoke of the Orlo summit."
    before = ("2031-05-27", "2031-06-09")
    scheduled = Facts(landmarks=(Landmark(day, "Summit", told, "scheduled"),))
    sudden = Facts(landmarks=(Landmark(day, "Summit", told),))
    assert likely(text, *before, known=scheduled) > 2 * likely(text, *before, known=sudden)


def test_a_weekday_of_a_known_event_still_parts_the_days() -> None:
    text = "The dam above Orlo broke on Tuesday. On Sunday it had rained."
    gaps = [clue for clue in clues(text, temporal.recognise(text), ALL) if clue.kind == "weekday"]
    assert [clue.quote for clue in gaps] == ["Sunday"]
    assert likely(text, "2031-03-11", "2031-03-12") > likely(text, "2031-03-15", "2031-03-16")


def test_an_event_told_with_its_year_is_long_gone() -> None:
    text = "Thousands fled when the dam above Orlo broke in 2031."
    without = "Thousands fled when the dam above Orlo broke."
    fresh = ("2031-03-11", "2031-03-17")
    assert likely(text, *fresh) < likely(without, *fresh) / 5


def test_a_first_name_tells_who_of_two_namesakes_is_meant() -> None:
    namesakes = Facts(
        (
            Term("Ada Brandt", "president", "Orland", dt.date(2012, 5, 1), dt.date(2016, 4, 30)),
            Term("Max Brandt", "president", "Orland", dt.date(2028, 5, 1), dt.date(2032, 4, 30)),
            Term("Max Ono", "president", "Ulm", dt.date(2001, 5, 1), dt.date(2005, 4, 30)),
        ),
        titles=TITLES,
    )
    first, second = ("2012-05-01", "2016-04-30"), ("2028-05-01", "2032-04-30")
    assert likely("President Ada Brandt said no.", *first, known=namesakes) > 0.8
    assert likely("The president, Max Brandt, said no.", *second, known=namesakes) > 0.8
    either = "President Brandt said no."
    assert 0.3 < likely(either, *first, known=namesakes) < 0.6
    assert 0.3 < likely(either, *second, known=namesakes) < 0.6
    assert not [
        clue for clue in clues("President Olga Brandt said no.", (), namesakes) if clue.kind == "office"
    ]
    full = "Ada Brandt, the president, spoke first. Later President Brandt left."
    assert likely(full, *first, known=namesakes) > 0.8


def test_a_rank_before_a_surname_is_no_first_name() -> None:
    assert likely("The president, General Brandt, said no.", "2028-05-01", "2031-04-30") > 0.8


def test_an_event_looked_back_on_is_older_than_one_told_as_news() -> None:
    news = "They have little. The dam at Orlo broke and many fled."
    back = "They have little. Since the dam at Orlo broke many fled."
    days = ("2031-03-11", "2031-03-12")
    start = "A reporter went through the villages of the plain and wrote down what people told her. " * 6
    assert likely(start + back, *days) < likely(start + news, *days) / 2


def test_two_events_far_apart_that_share_a_word_of_a_sentence_are_alternatives() -> None:
    visit = Landmark(dt.date(2031, 9, 2), "Brandt speaks in Orlo", (("Brandt", "Orlo", "spoke"),))
    wife = Landmark(dt.date(2030, 2, 5), "Brandt's wife sings in Orlo", (("Orlo", "sang"),))
    known = Facts(landmarks=(visit, wife))
    text = "She sang in Orlo, where Brandt spoke."
    assert len([clue for clue in clues(text, (), known) if clue.kind.startswith("landmark")]) == 1
    assert likely(text, "2030-02-05", "2030-02-08", known=known) > 0.1
    assert likely(text, "2031-09-02", "2031-09-05", known=known) > 0.1


def test_a_places_name_alone_tells_less_than_what_happened_there() -> None:
    start = "A reporter went through the villages of the plain and wrote down what people told her. " * 6
    days = ("2031-03-11", "2031-03-12")
    bare = Facts(landmarks=(Landmark(dt.date(2031, 3, 11), "The dam at Orlo breaks", (("Orlo",),)),))
    told = Facts(landmarks=(Landmark(dt.date(2031, 3, 11), "The dam at Orlo breaks", (("Orlo", "dam"),)),))
    text = start + "People from Orlo spoke of the dam."
    assert likely(text, *days, known=bare) < likely(text, *days, known=told)


def test_a_full_date_told_as_past_is_not_ahead() -> None:
    told = "He was caught on 26 May 2021."
    open_ = "The meeting is on 26 May 2021."
    before = ("2018-01-01", "2021-05-20")
    assert likely(told, *before) < likely(open_, *before)


@pytest.mark.parametrize(
    "head",
    ["KARSK, May 16 (Valley Wire) -", "KARSK, Friday, May 16 —", "Karsk, 16 May —", "KARSK, 16 May:"],
)
def test_a_dateline_without_its_year_tells_the_day(head: str) -> None:
    text = f"{head} Envoys left on Friday. A truce of 9 December ended on 12 May. They return on 3 June."
    assert likeliest(text)[5:] in ("05-16", "05-17")


@pytest.mark.parametrize("head", ["Karsk, 16 May:", "On 16 May -", "It was 16 May —"])
def test_a_day_that_opens_a_text_without_a_place_is_no_dateline(head: str) -> None:
    assert "dateline" not in kinds_of(f"{head} envoys left on Friday.")


def test_years_to_the_day_since_an_event_are_counted_from_it() -> None:
    text = "Three years ago today the dam above Orlo broke."
    assert likely(text, "2034-03-10", "2034-03-11") > 100 * likely(text, "2034-04-10", "2034-04-11")


def test_a_day_of_the_past_is_not_the_day_at_hand_where_that_has_its_weekday() -> None:
    text = "The fair opened on 16 May 2031, an aide said on Friday."
    assert likely(text, "2031-05-16", "2031-05-18") < 0.2


def test_a_day_to_come_is_far_from_publication() -> None:
    text = "She would take office on 16 May 2031."
    assert likely(text, "2031-05-15", "2031-05-17") < 0.2
