"""What a scene shows of given events."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise

import pytest

from core.model import Basis, Event, Link, Marks, Status
from core.publish.made_up import event, events
from core.scene import Frame, Scene, SourceFacts, View
from core.timeline import build_scene, prepare
from tests.core.timeline.plain import Plain

_MARCH = dt.date(2025, 3, 3)


def _scene(made: list[Event], linked: list[Link] | None = None, **asked: object) -> Scene:
    return build_scene(made, linked or [], View(**asked), Plain())  # type: ignore[arg-type]


def _texts(scene: Scene) -> list[str]:
    return [label.text for label in scene.labels]


def _talks(number: int, date: str, status: Status = Status.OCCURRED, **more: object) -> Event:
    return replace(event(number, f"Talks {number}", "diplomatic", "CONSULT", date, status=status), **more)  # type: ignore[arg-type]


def _strike(number: int, date: str) -> Event:
    return event(number, f"Strike {number}", "battlefield", "ASSAULT", date, mode="aerial")


def test_the_same_input_gives_the_same_scene() -> None:
    made = events(50, _MARCH, 60)
    one, other = _scene(made), _scene(list(made))
    assert (one.marks, one.labels, one.lines, one.bars) == (
        other.marks,
        other.labels,
        other.lines,
        other.bars,
    )


def test_a_prepared_table_gives_the_same_scene_as_its_events() -> None:
    made = events(50, _MARCH, 60)
    assert build_scene(prepare(made), [], View(), Plain()).labels == _scene(made).labels


def test_talks_stand_above_the_axis_and_strikes_below() -> None:
    scene = _scene([_talks(1, "2025-03-04"), _strike(2, "2025-03-06")])
    axis = next(bar.box for bar in scene.bars if bar.colour == "band")
    places = {mark.event: mark.y for mark in scene.marks if mark.event}
    assert places["e1"] < axis[1]
    assert places["e2"] > axis[3]


def test_each_few_event_has_its_name_and_date() -> None:
    texts = _texts(_scene([_talks(1, "2025-03-04"), _strike(2, "2025-03-06")]))
    assert {"Talks 1", "4 March", "Strike 2", "6 March"} <= set(texts)


def test_what_one_day_brought_is_told_under_one_date() -> None:
    texts = _texts(_scene([_talks(n, "2025-03-04") for n in range(4)]))
    assert texts.count("4 March") == 1
    assert {f"Talks {n}" for n in range(4)} <= set(texts)


@pytest.mark.parametrize(
    ("status", "style"),
    [
        (Status.OCCURRED, "filled"),
        (Status.PLANNED, "hollow"),
        (Status.PROPOSED, "dashed"),
        (Status.HYPOTHETICAL, "dashed"),
        (Status.DENIED, "struck"),
        (Status.CANCELLED, "struck"),
    ],
)
def test_what_has_not_happened_looks_so_and_is_explained(status: Status, style: str) -> None:
    scene = _scene([_talks(1, "2025-03-04", status)])
    assert [mark.style for mark in scene.marks if mark.event == "e1"] == [style]
    explained = {mark.style for mark in scene.marks if not mark.event}
    assert style in explained
    word = "possible" if status is Status.HYPOTHETICAL else status.value
    assert status is Status.OCCURRED or word in _texts(scene)


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    made = [_talks(1, "2025-03-04"), _strike(2, "2025-03-06")]
    texts = _texts(_scene(made))
    assert "talks" in texts
    assert "air or missile strike" in texts
    assert not {"agreement", "planned", "deadline or stretch of time", "possible time"} & set(texts)


@pytest.mark.parametrize("width", range(700, 1300, 60))
def test_the_legend_leaves_no_row_free_above_the_plot(width: int) -> None:
    many = [
        _strike(n, f"2025-03-{1 + n % 28:02}") if n % 2 else _talks(n, f"2025-03-{1 + n % 28:02}", status)
        for n, status in enumerate([*Status] * 12)
    ]
    scene = _scene(many, width=width, height=420, frame=Frame.BARE)
    (panel,) = scene.panels
    explained = [mark.y for mark in scene.marks if not mark.event]
    assert panel.box[1] - max(explained) < 22


def test_a_deadline_is_a_bar_from_its_first_day_to_its_last() -> None:
    scene = _scene(
        [event(1, "Deadline", "diplomatic", "THREATEN", "2025-03-04/2025-03-18"), _talks(2, "2025-03-20")]
    )
    (bar,) = [bar for bar in scene.bars if bar.event == "e1"]
    assert scene.time(bar.box[0]) == pytest.approx(dt.date(2025, 3, 4).toordinal())
    assert scene.time(bar.box[2]) == pytest.approx(dt.date(2025, 3, 19).toordinal())


def test_without_labels_nothing_is_named_but_the_lanes_and_the_legend() -> None:
    made = [event(1, "Deadline", "diplomatic", "THREATEN", "2025-03-04/2025-03-18"), _talks(2, "2025-03-20")]
    scene = _scene(made, labels=False)
    assert scene.named == ()
    assert not any(label.event for label in scene.labels)
    assert {mark.event for mark in scene.marks} >= {"e1", "e2"}


def test_an_uncertain_date_is_a_whisker_over_its_possible_days() -> None:
    scene = _scene([_talks(1, "2025-03"), _talks(2, "2025-03-10"), _talks(3, "2025-04-20")])
    days = [dt.date(2025, 3, 1).toordinal(), dt.date(2025, 4, 1).toordinal()]
    whiskers = [line.points for line in scene.lines if [round(scene.time(x)) for x, _ in line.points] == days]
    assert len(whiskers) == 1
    assert "possible time" in _texts(scene)


def test_about_is_said_in_words_and_explained() -> None:
    scene = _scene([_talks(1, "2025-03-04~", basis=Basis.DCT), _talks(2, "2025-03-09")])
    texts = _texts(scene)
    assert "about 4 March, as reported" in texts
    assert any("“About” marks dates" in text for text in texts)
    assert "about that day" in texts


def test_years_are_told_where_they_differ() -> None:
    assert "4 March 2024" in _texts(_scene([_talks(1, "2024-03-04"), _talks(2, "2025-03-09")]))
    assert "2025" in _texts(_scene([_talks(1, "2025-03-04"), _talks(2, "2025-03-09")]))


def test_a_plan_points_to_what_came_of_it() -> None:
    made = [_talks(1, "2025-03-04", Status.PLANNED), _talks(2, "2025-03-16")]
    scene = _scene(made, [Link("moves", "e2", "e1")])
    arrow = next(line for line in scene.lines if line.arrow and line.colour == "diplomatic")
    assert arrow.points[0][0] < arrow.points[1][0]
    assert "plan or deadline, and what came of it" in _texts(scene)
    assert not any(line.arrow for line in _scene(made, [Link("moves", "e2", "e1")], links=False).lines)


def test_a_crowd_is_a_silhouette_with_its_chief_events_named() -> None:
    made = events(3000, _MARCH, 400)
    scene = _scene(made)
    assert {"diplomatic-strong", "battlefield-strong"} == set(scene.density)
    assert 8 <= len(scene.named) <= 30
    assert scene.hidden == 3000 - len({mark.event for mark in scene.marks if mark.event})


def test_the_lanes_of_a_silhouette_share_one_scale() -> None:
    made = [_talks(n, f"2025-03-{n % 28 + 1:02}") for n in range(280)]
    made += [_strike(n + 500, f"2025-03-{n % 28 + 1:02}") for n in range(560)]
    heights = {role: float((boxes[:, 3] - boxes[:, 1]).max()) for role, boxes in _scene(made).density.items()}
    assert heights["battlefield-strong"] == pytest.approx(2 * heights["diplomatic-strong"], rel=0.01)


def test_a_pinned_event_is_named_in_any_crowd() -> None:
    made = events(3000, _MARCH, 400)
    pinned = replace(made[1234], marks=Marks(pinned=True), sources=1)
    assert pinned.id in _scene([*made[:1234], pinned, *made[1235:]]).named


def test_more_marks_than_fit_are_counted() -> None:
    made = [_strike(n, "2025-03-04") for n in range(20)]
    made += [_strike(n + 20, f"2025-03-{n + 1:02}") for n in range(25)]
    scene = _scene(made, width=900, height=420)
    counts = [int(text[1:]) for text in _texts(scene) if text.startswith("+") and text != "+N"]
    assert scene.hidden > 0
    assert sum(counts) == scene.hidden
    assert "more events" in _texts(scene)


def test_what_lies_beyond_the_edges_is_told_there() -> None:
    made = [_talks(1, "2021-03-04"), *(_talks(n + 2, f"2025-03-{n + 4:02}") for n in range(12))]
    assert any("1 earlier event (2021)" in text for text in _texts(_scene(made)))


def test_filters_leave_events_out() -> None:
    made = [_talks(1, "2025-03-04"), _talks(2, "2025-03-09", Status.PLANNED), _strike(3, "2025-03-06")]
    assert _scene(made, tracks=("battlefield",)).named == ("e3",)
    assert _scene(made, statuses=("planned",)).named == ("e2",)
    assert _scene(made, confidence=0.9).named == ()


def test_no_events_make_an_empty_chart_that_says_so() -> None:
    scene = _scene([])
    assert "0 events" in _texts(scene)
    assert scene.description.endswith("No event falls into the time shown.")


def test_a_track_of_the_user_s_own_has_a_lane_below() -> None:
    made = [_talks(1, "2025-03-04"), event(2, "Convoy arrives", "humanitarian", "AID", "2025-03-05")]
    scene = _scene(made)
    places = {label.text: label.y for label in scene.labels}
    assert places["DIPLOMATIC"] < places["BATTLEFIELD"] < places["HUMANITARIAN"]
    assert next(mark.colour for mark in scene.marks if mark.event == "e2") == "other"


def test_a_title_without_a_font_gives_type_and_place_and_says_so() -> None:
    made = [replace(_talks(1, "2025-03-04"), title="\ue000\ue001", place="Arden")]
    texts = _texts(_scene(made))
    assert "Talks, Arden" in texts
    assert any("1 title in letters that no font here has" in text for text in texts)


def test_numbers_go_with_time() -> None:
    made = [_talks(1, "2025-03-24"), _talks(2, "2025-03-04"), _strike(3, "2025-03-10")]
    scene = _scene(made, numbered=True)
    assert scene.numbers == {"e2": 1, "e3": 2, "e1": 3}
    assert any(text.startswith("1 ") and "Talks 2" in text for text in _texts(scene))


def test_rows_show_one_time_after_the_other() -> None:
    panels = _scene(events(60, _MARCH, 200), rows=3).panels
    assert len(panels) == 3
    assert [panel.last for panel in panels[:2]] == [panel.first for panel in panels[1:]]
    assert all(upper.box[3] < lower.box[1] for upper, lower in pairwise(panels))


def test_the_words_around_are_made_from_the_events() -> None:
    talks = _talks(1, "2025-03-04", source=("Norland",), target=("Sudmark",))
    made = [talks, _strike(2, "2025-03-10"), _strike(3, "2025-03-11")]
    facts = SourceFacts(34, 12, "2025-03-01", "2025-03-15", 3)
    scene = _scene(made, sources=facts)
    assert scene.title == "Norland and Sudmark, 4 to 11 March 2025"
    texts = _texts(scene)
    assert "1 diplomatic event, 2 battlefield events, as told by 34 articles" in texts
    assert (
        "34 articles from 12 outlets, published 1 to 15 March 2025 (3 dates inferred from the text)." in texts
    )
    both = _texts(_scene(made, sources=replace(facts, tables=(("ACLED", 1),))))
    assert "1 diplomatic event, 2 battlefield events, as told by 34 articles and ACLED" in both
    assert any("inferred from the text). 1 event from ACLED." in text for text in both)
    narrow = _texts(_scene(made, sources=facts, width=480))
    assert any(text.endswith("inferred from the text).") for text in narrow)
    one = _texts(_scene(made, sources=replace(facts, inferred=1)))
    assert any("(1 date inferred from the text)" in text for text in one)


def test_a_title_of_the_user_s_own_and_none_at_all() -> None:
    made = [_talks(1, "2025-03-04")]
    assert "My title" in _texts(_scene(made, title="My title"))
    assert _scene(made, title="").title == ""


def test_a_bare_frame_has_no_title() -> None:
    scene = _scene([_talks(1, "2025-03-04")], frame=Frame.BARE)
    assert scene.title not in _texts(scene)
    assert "Twotrack" not in _texts(scene)


def test_the_description_is_two_true_sentences() -> None:
    made = [_talks(n, f"2025-03-{n + 4:02}") for n in range(3)] + [_strike(9, "2025-03-20")]
    told = _scene(made).description
    assert told.startswith(
        "Parallel timelines, 4 to 20 March 2025: 3 diplomatic events above 1 battlefield event. "
    )
    assert "Most frequent is talks; most prominent: " in told
    assert told.count(". ") == 1


def test_today_is_named_and_days_of_publication_are_explained() -> None:
    made = [_talks(n, f"2025-03-{n + 4:02}") for n in range(20)]
    noon = dt.date(2025, 3, 14).toordinal() + 0.5
    assert "today" in _texts(_scene(made, today=noon))
    assert "article published" in _texts(_scene(made, published=(noon,)))
    assert "article published" not in _texts(_scene(made, published=(noon - 4000,)))


def test_a_kind_on_two_tracks_is_explained_once() -> None:
    made = [
        event(n, "Aid", track, "AID", "2025-03-05") for n, track in enumerate(("diplomatic", "humanitarian"))
    ]
    assert _texts(_scene(made)).count("aid or support") == 1


def test_times_and_places_agree() -> None:
    scene = _scene(events(20, _MARCH, 30))
    noon = dt.date(2025, 3, 14).toordinal() + 0.5
    assert scene.time(scene.x(noon)) == pytest.approx(noon)
