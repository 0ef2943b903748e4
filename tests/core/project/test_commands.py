import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from core.model import Basis, Event, Status
from core.project import (
    Add,
    Batch,
    Command,
    Judge,
    Merge,
    Move,
    Pin,
    Project,
    ProjectError,
    Reset,
    SetColour,
    SetDate,
    SetNote,
    SetParties,
    SetPlace,
    SetPublished,
    SetStatus,
    SetTitle,
    SetTrack,
    SetType,
    Split,
    Tag,
)
from tests.core.project.making import AT, event


def named(project: Project, title: str, date: str) -> Event:
    (found,) = [e for e in project.events() if e.title == title and e.edtf == date]
    return found


@pytest.fixture
def talks(project: Project) -> Event:
    return named(project, "Consult in Vienna", "2025-05-12")


@pytest.fixture
def depot(project: Project) -> Event:
    return named(project, "Assault in Orlovka", "2025-05-11")


@pytest.mark.parametrize(
    ("command", "fields"),
    [
        (lambda e: SetDate((e,), "2025-05-10~"), {"edtf": "2025-05-10~", "basis": Basis.USER}),
        (lambda e: SetDate((e,), ""), {"edtf": "", "first": None, "last": None}),
        (
            lambda e: SetDate((e,), "2025-05-10/2025-05-12"),
            {"first": dt.date(2025, 5, 10), "last": dt.date(2025, 5, 12)},
        ),
        (lambda e: SetTrack((e,), "battlefield"), {"track": "battlefield"}),
        (lambda e: SetType((e,), "AGREE"), {"type": "AGREE", "mode": ""}),
        (lambda e: SetStatus((e,), Status.CANCELLED), {"status": Status.CANCELLED}),
        (lambda e: SetTitle((e,), "First round"), {"title": "First round"}),
        (lambda e: SetParties((e,), ("North",), ("South",)), {"source": ("North",), "target": ("South",)}),
        (lambda e: SetPlace((e,), "Graz", "Austria"), {"place": "Graz", "country": "Austria"}),
    ],
)
def test_a_field_that_is_set_holds_and_can_be_undone_and_redone(
    project: Project, talks: Event, command: Callable[[str], Command], fields: dict[str, object]
) -> None:
    change = project.apply(command(talks.id), AT)
    after = project.event(talks.id)
    assert {name: getattr(after, name) for name in fields} == fields
    assert change.changed == {talks.id}
    assert project.undo().changed == {talks.id}
    assert project.event(talks.id) == talks
    project.redo()
    assert project.event(talks.id) == after


@pytest.mark.parametrize(
    ("command", "mark", "value"),
    [
        (lambda e: Judge((e,), True), "confirmed", True),
        (lambda e: Judge((e,), False), "confirmed", False),
        (lambda e: Pin((e,)), "pinned", True),
        (lambda e: SetNote((e,), "ask again"), "note", "ask again"),
        (lambda e: SetColour((e,), "#aa3300"), "colour", "#aa3300"),
        (lambda e: Tag((e,), add=("vienna", "round 1")), "tags", ("vienna", "round 1")),
    ],
)
def test_a_mark_is_set_beside_the_fields_found(
    project: Project, talks: Event, command: Callable[[str], Command], mark: str, value: object
) -> None:
    project.apply(command(talks.id), AT)
    marked = project.event(talks.id)
    assert getattr(marked.marks, mark) == value
    assert replace(marked, marks=talks.marks) == talks


def test_a_judgement_can_be_taken_back(project: Project, talks: Event) -> None:
    project.apply(Judge((talks.id,), False), AT)
    project.apply(Judge((talks.id,), None), AT)
    assert project.event(talks.id) == talks


@pytest.mark.parametrize(
    "commands",
    [
        (lambda e: SetNote((e,), "ask"), lambda e: SetNote((e,), "")),
        (lambda e: SetColour((e,), "#aa3300"), lambda e: SetColour((e,), "")),
        (lambda e: Pin((e,)), lambda e: Pin((e,), False)),
        (lambda e: Tag((e,), add=("a",)), lambda e: Tag((e,), remove=("a",))),
    ],
)
def test_a_mark_taken_off_leaves_nothing_decided(
    project: Project, talks: Event, commands: tuple[Callable[[str], Command], ...]
) -> None:
    for make in commands:
        project.apply(make(talks.id), AT)
    assert project.event(talks.id) == talks
    assert all(origin.at is None for origin in project.provenance(talks.id).fields)


def test_tags_are_added_and_taken_off_one_by_one(project: Project, talks: Event) -> None:
    project.apply(Tag((talks.id,), add=("a", "b")), AT)
    project.apply(Tag((talks.id,), add=("c",), remove=("a",)), AT)
    assert project.event(talks.id).marks.tags == ("b", "c")


def test_many_events_are_changed_and_undone_as_one(project: Project) -> None:
    before = project.events()
    project.apply(SetStatus(tuple(e.id for e in before), Status.DENIED), AT)
    assert {e.status for e in project.events()} == {Status.DENIED}
    assert project.undo_label == f"change status of {len(before)} events"
    project.undo()
    assert project.events() == before


def test_reset_gives_the_fields_back_to_the_machine_and_leaves_the_marks(
    project: Project, talks: Event
) -> None:
    project.apply(SetTitle((talks.id,), "First round"), AT)
    project.apply(SetDate((talks.id,), "2025-05-13"), AT)
    project.apply(SetNote((talks.id,), "sure"), AT)
    project.apply(Reset((talks.id,)), AT)
    reset = project.event(talks.id)
    assert replace(reset, marks=talks.marks) == talks
    assert reset.marks.note == "sure"


def test_reset_of_one_field_leaves_the_others(project: Project, talks: Event) -> None:
    project.apply(SetTitle((talks.id,), "First round"), AT)
    project.apply(SetDate((talks.id,), "2025-05-13"), AT)
    project.apply(Reset((talks.id,), ("edtf",)), AT)
    assert project.event(talks.id) == replace(talks, title="First round")


def test_merged_events_are_one_with_all_mentions_tags_and_notes(
    project: Project, talks: Event, depot: Event
) -> None:
    project.apply(Tag((talks.id,), add=("a",)), AT)
    project.apply(Tag((depot.id,), add=("b",)), AT)
    project.apply(SetNote((depot.id,), "the same night"), AT)
    change = project.apply(Merge((talks.id, depot.id)), AT)
    one = project.event(talks.id)
    assert set(one.mentions) == {*talks.mentions, *depot.mentions}
    assert (one.title, one.edtf, one.killed) == (talks.title, talks.edtf, depot.killed)
    assert one.marks.tags == ("a", "b")
    assert one.marks.note == "the same night"
    assert change.removed == {depot.id}
    assert depot.id not in [e.id for e in project.events()]


def test_an_event_that_names_nobody_takes_the_parties_of_what_is_merged_into_it(
    project: Project, talks: Event
) -> None:
    told = (event(source=("North",), target=("South",)), event(source=("East",)))
    (first,), (second,) = (project.apply(Add((other,)), AT).added for other in told)
    assert (talks.source, talks.target) == ((), ())
    project.apply(Merge((talks.id, first, second)), AT)
    one = project.event(talks.id)
    assert (one.source, one.target) == (("North",), ("South",))
    project.undo()
    assert project.event(talks.id) == talks


def test_an_event_merged_into_one_that_is_merged_again_follows(
    project: Project, talks: Event, depot: Event
) -> None:
    second = named(project, "Consult in Vienna", "2025-05-20")
    project.apply(Merge((talks.id, depot.id)), AT)
    project.apply(Merge((second.id, talks.id)), AT)
    assert set(project.event(second.id).mentions) == {*second.mentions, *talks.mentions, *depot.mentions}


def test_a_split_makes_an_event_that_can_be_changed_like_any_other(project: Project, depot: Event) -> None:
    away, stays = depot.mentions
    change = project.apply(Split((away,)), AT)
    (new,) = change.added
    assert project.event(new).mentions == (away,)
    assert project.event(new).killed == (away.killed, away.killed)
    assert project.event(depot.id).mentions == (stays,)
    assert project.event(depot.id).articles == (stays.article,)
    project.apply(SetTitle((new,), "Another depot"), AT)
    assert project.event(new).title == "Another depot"


def test_moving_the_last_mention_away_leaves_no_event_behind(project: Project, talks: Event) -> None:
    second = named(project, "Consult in Vienna", "2025-05-20")
    project.apply(Move(second.mentions, talks.id), AT)
    assert set(project.event(talks.id).mentions) == {*talks.mentions, *second.mentions}
    assert project.event(talks.id).sources == 3
    with pytest.raises(ProjectError, match="no event"):
        project.event(second.id)


def test_a_mention_split_off_can_be_moved_back(project: Project, depot: Event) -> None:
    away = depot.mentions[0]
    (new,) = project.apply(Split((away,)), AT).added
    change = project.apply(Move((away,), depot.id), AT)
    assert change.removed == {new}
    assert set(project.event(depot.id).mentions) == set(depot.mentions)


def test_a_new_split_takes_nothing_over_from_an_earlier_one_that_is_gone(
    project: Project, depot: Event
) -> None:
    (new,) = project.apply(Split((depot.mentions[0],)), AT).added
    project.apply(SetTitle((new,), "A mistake"), AT)
    project.apply(Move((depot.mentions[0],), depot.id), AT)
    (other,) = project.apply(Split((depot.mentions[1],)), AT).added
    assert project.event(other).title == depot.title


def test_an_event_is_added_by_hand(project: Project) -> None:
    (new,) = project.apply(Add((event(),)), AT).added
    assert project.event(new) == event(identifier=new)
    project.undo()
    assert new not in [e.id for e in project.events()]
    project.redo()
    assert project.event(new) == event(identifier=new)


def test_an_event_added_from_a_selection_keeps_its_words(project: Project) -> None:
    source = project.articles()[0]
    words = "They had come a long way"
    start = source.text.index(words)
    mention = replace(
        project.mentions()[0], quote=words, start=start, end=start + len(words), title="A long way"
    )
    (new,) = project.apply(Add((event(mention),)), AT).added
    assert project.event(new).mentions == (mention,)
    (apart,) = project.apply(Split((mention,)), AT).added
    assert project.event(apart).mentions == (mention,)


def test_several_commands_are_one_act(project: Project, talks: Event, depot: Event) -> None:
    both = Batch((SetTitle((talks.id,), "First round"), Judge((depot.id,), True)), "tidy up")
    project.apply(both, AT)
    assert project.undo_label == "tidy up"
    project.undo()
    assert (project.event(talks.id), project.event(depot.id)) == (talks, depot)


def test_a_command_that_changes_nothing_is_no_step_to_undo(project: Project, talks: Event) -> None:
    project.apply(SetTitle((talks.id,), "First round"), AT)
    project.apply(SetTitle((talks.id,), "First round"), AT)
    project.undo()
    assert not project.undo_label


def test_a_new_command_after_undo_leaves_nothing_to_redo(project: Project, talks: Event) -> None:
    project.apply(SetTitle((talks.id,), "First round"), AT)
    project.undo()
    assert project.redo_label == "change title"
    project.apply(SetTitle((talks.id,), "Round one"), AT)
    assert not project.redo_label


def test_undo_and_redo_with_nothing_to_do_change_nothing(project: Project) -> None:
    before = project.events()
    project.undo()
    project.redo()
    assert project.events() == before


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda e: SetDate((e,), "31 May"), "'31 May' is not a date"),
        (lambda e: SetDate((e,), "2025-02-30"), "not a date"),
        (lambda e: SetDate((e,), "2025-05-30/2025-05-02"), "not a date"),
        (lambda e: SetTitle((e,), "  "), "cannot be empty"),
        (lambda e: SetTrack((e,), "sideways"), "no track 'sideways'"),
        (lambda e: SetNote(("nothing",), "x"), "no event 'nothing'"),
        (lambda e: Merge((e,)), "two or more"),
        (lambda e: Merge((e, e)), "two or more"),
        (lambda e: Split(()), "Choose the mentions"),
        (lambda e: Move((), e), "Choose the mentions to move"),
        (lambda e: Move((), "nothing"), "no event 'nothing'"),
        (lambda e: SetPublished(("nothing",), "2025-05-01"), "no article 'nothing'"),
        (lambda e: Add((event(edtf=""), replace(event(), edtf="soon"))), "'soon' is not a date"),
    ],
)
def test_a_command_that_makes_no_sense_is_refused_in_words_and_changes_nothing(
    project: Project, talks: Event, make: Callable[[str], Command], words: str
) -> None:
    before = project.events()
    with pytest.raises(ProjectError, match=words):
        project.apply(make(talks.id), AT)
    assert project.events() == before
    assert not project.undo_label


def test_a_mention_that_is_not_in_the_project_cannot_be_moved(project: Project, talks: Event) -> None:
    foreign = replace(talks.mentions[0], start=1)
    with pytest.raises(ProjectError, match="no longer in the project"):
        project.apply(Move((foreign,), talks.id), AT)
