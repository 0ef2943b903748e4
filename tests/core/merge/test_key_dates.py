"""Which days of a collection are held to matter most."""

import datetime as dt

from core.merge import key_dates
from core.model import TimeExpression, TimexType
from tests.core.merge.press import Press


def named(day: dt.date) -> TimeExpression:
    iso = day.isoformat()
    return TimeExpression(0, 1, iso, TimexType.DATE, iso, edtf=iso, first=day, last=day)


def test_a_day_looked_back_on_for_weeks_outranks_a_busy_day_of_news(press: Press) -> None:
    start, busy = dt.date(2024, 3, 1), dt.date(2024, 3, 10)
    timexes = {}
    for number in range(5):
        name = press.article(
            f"later {number}", f"2024-03-{15 + number}", "Later\n\nSince the first of March."
        )
        timexes[name] = [named(start)]
        name = press.article(f"news {number}", "2024-03-10", "News\n\nToday.")
        timexes[name] = [named(busy)]
    ranked = [day for day, _ in key_dates(press.articles, press.mentions, timexes, 10)]
    assert ranked == [start, busy]


def test_an_article_is_one_voice_however_often_it_names_a_day(press: Press) -> None:
    loud, shared = dt.date(2024, 3, 1), dt.date(2024, 3, 2)
    timexes = {press.article("loud", "2024-03-09", "L\n\nx"): [named(loud)] * 50}
    for number in range(8):
        timexes[press.article(f"{number}", f"2024-03-1{number}", "S\n\nx")] = [named(shared)]
    assert key_dates(press.articles, [], timexes, 1)[0][0] == shared


def test_events_told_of_a_day_count_and_more_than_news_without_a_day(press: Press) -> None:
    press.article("a", "2024-03-05", "Two\n\nRebels took Bar on Sunday. Rebels took Kot.")
    press.tell("a", "Rebels took Bar on Sunday", "took", "ASSAULT", edtf="2024-03-03")
    news = press.tell("a", "Rebels took Kot", "took", "ASSAULT", edtf="2024-03-05")
    assert key_dates(press.articles, press.mentions, {}, 5)[0][0] == dt.date(2024, 3, 3)
    assert news.first in dict(key_dates(press.articles, press.mentions, {}, 5))


def test_scores_run_from_one_down_and_no_more_days_are_given_than_asked_for(press: Press) -> None:
    timexes = {
        press.article(f"{n}", "2024-04-01", "T\n\nx"): [named(dt.date(2024, 3, d)) for d in range(1, n + 2)]
        for n in range(6)
    }
    ranked = key_dates(press.articles, [], timexes, 4)
    scores = [score for _, score in ranked]
    assert len(ranked) == 4
    assert scores[0] == 1.0
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_spans_and_open_dates_name_no_key_day(press: Press) -> None:
    press.article("a", "2024-03-05", "March\n\nAll through March.")
    press.tell("a", "All through March", "through", "ASSAULT", edtf="2024-03")
    press.tell("a", "through March", "March", "ASSAULT", edtf="../2024-03-05")
    assert key_dates(press.articles, press.mentions, {}, 5) == []


def test_nothing_has_no_key_days() -> None:
    assert key_dates([], [], {}, 5) == []
    assert key_dates([], [], {}, 0) == []
