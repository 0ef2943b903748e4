"""Into a project: articles read once and again; tables as one act, not twice; Twotrack's own JSON exactly."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core import articles, intake, pipeline
from core.exchange import Collection, Imported, document
from core.intake import Intake, take_in
from core.model import Basis, Event, Status
from core.pipeline import Processed
from core.project import (
    Add,
    Command,
    Judge,
    Merge,
    Pin,
    Project,
    SetDate,
    SetNote,
    SetParties,
    SetPlace,
    SetStatus,
    SetTitle,
    SetTrack,
    SetType,
    Split,
    Tag,
    open_project,
)

AT = dt.datetime(2025, 6, 3, 9, tzinfo=dt.UTC)
NEWS = (
    (
        "2024-03-06",
        "Envoys met in Geneva on Tuesday. The army shelled a market in Omdurman on Monday, killing four.",
    ),
    (
        "2024-03-08",
        "Shelling killed four people in Omdurman on Monday. The sides will meet in Jeddah on 14 March.",
    ),
)


def imported(*origins: str) -> Imported:
    day = dt.date(2025, 5, 29)
    plain = Event(
        "", "Strike", "battlefield", "ASSAULT", "drone", Status.OCCURRED, "2025-05-29", day, day,
        Basis.EXPLICIT, (), (), "Sumy", "Ukraine", None, None, (), 0.9, (), (), 1, point=(50.9, 34.8),
    )  # fmt: skip
    return Imported("ACLED", tuple(replace(plain, origin=f"ACLED {origin}") for origin in origins))


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Callable[[str], Project]]:
    made: list[Project] = []

    def make(name: str) -> Project:
        path = tmp_path / f"{name}.twotrack"
        made.append(open_project(path, create=not path.exists()))
        return made[-1]

    yield make
    for project in made:
        project.close()


def reports() -> list[Processed]:
    found = [
        articles.from_text(text, title=f"Report of {day}", published=day, source=f"{day}.txt")
        for day, text in NEWS
    ]
    return [pipeline.process(article) for article in found]


@pytest.fixture
def told(new: Callable[[str], Project]) -> Project:
    """A project with two articles read."""
    project = new("told")
    intake.absorb(project, reports())
    assert len(project.events()) >= 3
    return project


def carried(project: Project) -> Imported:
    """Return what comes of the project's JSON."""
    sent = Collection("told", tuple(project.articles()), tuple(project.events()), tuple(project.links()))
    back, problems = document.loads(json.loads(document.dumps(sent)), "told.json")
    assert not problems
    return Imported("Twotrack", back.events, articles=back.articles)


def bare(project: Project) -> list[str]:
    """Return what a project shows, apart from the names it gives events."""
    return sorted(repr(replace(event, id="", origin="")) for event in project.events())


def test_an_article_read_again_replaces_itself(new: Callable[[str], Project]) -> None:
    project, results = new("news"), reports()
    intake.absorb(project, results[:1])
    events = project.events()
    intake.absorb(project, results[:1])
    assert project.events() == events
    intake.absorb(project, results)
    assert len(project.articles()) == 2
    assert {event.id for event in events} <= {event.id for event in project.events()}


def test_what_was_merged_elsewhere_stays_merged(new: Callable[[str], Project]) -> None:
    project, results = new("news"), reports()
    events, _ = pipeline.merged(results)
    one = replace(
        events[0],
        id="one",
        mentions=tuple(mention for event in events for mention in event.mentions),
        articles=tuple(result.article.id for result in results),
    )
    intake.absorb(project, results, [one])
    (event,) = project.events()
    assert event.id == "one"
    assert len(event.mentions) == len(one.mentions)


def test_events_of_a_table_survive_in_the_project_beside_those_told(
    told: Project, new: Callable[[str], Project]
) -> None:
    before = told.events()
    came = take_in(told, imported("A1", "A2"), "acled.csv", AT)
    assert (came.added, came.known, came.articles) == (2, 0, 0)
    again = new("told").events()
    assert [event.origin for event in again if event.origin] == ["ACLED A1", "ACLED A2"]
    assert [event for event in again if not event.origin] == before
    event = again[-1]
    assert (event.point, event.marks.confirmed, event.edtf) == ((50.9, 34.8), None, "2025-05-29")


def test_a_table_is_one_act_that_can_be_undone_and_redone(told: Project) -> None:
    before = told.events()
    take_in(told, imported("A1", "A2"), "acled.csv", AT)
    assert told.undo_label == "import acled.csv"
    told.undo()
    assert told.events() == before
    told.redo()
    assert len(told.events()) == len(before) + 2


def test_the_same_row_is_not_taken_in_twice_not_even_rejected(new: Callable[[str], Project]) -> None:
    project = new("p")
    take_in(project, imported("A1", "A1", "A2"), "acled.csv", AT)
    assert len(project.events()) == 2
    project.apply(Judge((project.events()[0].id,), False), AT)
    came = take_in(project, imported("A1", "A2", "A3"), "acled.csv", AT)
    assert (came.added, came.known) == (1, 2)
    assert sum(event.marks.confirmed is False for event in project.events()) == 1


def test_rows_that_were_merged_are_there_already(told: Project, new: Callable[[str], Project]) -> None:
    take_in(told, imported("A1", "A2"), "acled.csv", AT)
    sent = [event for event in told.events() if not event.origin]  # as in a table exported before merging
    first, second = (event.id for event in told.events() if event.origin)
    told.apply(SetTitle((second,), "Another title"), AT)
    told.apply(Merge((first, second)), AT)
    told.apply(Merge((first, sent[0].id)), AT)
    own_rows = Imported("Twotrack", tuple(replace(event, mentions=(), articles=()) for event in sent))
    assert take_in(told, imported("A2", "A1", "A3"), "acled.csv", AT).added == 1
    assert take_in(told, own_rows, "told.csv", AT) == Intake(0, len(sent))
    assert len(told.events()) == len(sent) + 1


def test_nothing_new_is_no_act(new: Callable[[str], Project]) -> None:
    project = new("p")
    take_in(project, Imported("ACLED"), "empty.csv", AT)
    assert not project.undo_label


def test_imported_events_can_be_decided_on_as_others(new: Callable[[str], Project]) -> None:
    project = new("p")
    take_in(project, imported("A1"), "acled.csv", AT)
    (event,) = project.events()
    project.apply(SetDate((event.id,), "2025-05-30~"), AT)
    (changed,) = project.events()
    assert (changed.edtf, changed.origin, changed.basis) == ("2025-05-30~", "ACLED A1", Basis.USER)


def test_reading_more_articles_leaves_imported_events_alone(told: Project) -> None:
    take_in(told, imported("A1"), "acled.csv", AT)
    more = articles.from_text("Rebels seized a bridge near Sumy on Friday.", published="2025-05-31")
    intake.absorb(told, [pipeline.process(more)])
    assert [event.origin for event in told.events() if event.origin] == ["ACLED A1"]


def test_our_json_makes_the_same_project_elsewhere(told: Project, new: Callable[[str], Project]) -> None:
    other = new("other")
    came = take_in(other, carried(told), "told.json", AT)
    assert other.articles() == told.articles()
    assert other.events() == told.events()
    assert other.links() == told.links()
    assert (came.added, came.articles) == (len(told.events()), 2)
    assert not other.undo_label  # nothing was decided


def test_our_json_carries_every_decision(told: Project, new: Callable[[str], Project]) -> None:
    first, second, third, *_ = [event.id for event in told.events()]
    commands: tuple[Command, ...] = (
        SetDate((first,), "2024-03-05~"),
        SetTrack((first,), "battlefield"),
        SetType((first,), "AID", ""),
        SetStatus((first,), Status.DENIED),
        SetTitle((first,), "Another title"),
        SetPlace((first,), "Bern", "Switzerland"),
        SetParties((first,), ("Sudan",), ()),
        SetNote((first,), "look again"),
        Tag((first,), ("a", "b")),
        Pin((second,)),
        Judge((second,), True),
        Judge((third,), False),
        Add((replace(imported("A9").events[0], origin=""),)),  # made by hand
        Add(imported("A8").events),
    )
    for command in commands:
        told.apply(command, AT)
    other = new("other")
    take_in(other, carried(told), "told.json", AT)
    assert bare(other) == bare(told)
    assert sorted(event.origin[:14] for event in other.events() if event.origin) == [
        "ACLED A8",
        "Twotrack user-",
    ]
    assert other.undo_label == "import told.json"


def test_our_json_keeps_what_was_merged_and_split(told: Project, new: Callable[[str], Project]) -> None:
    shelling = next(event for event in told.events() if len(event.mentions) > 1)
    told.apply(Split(shelling.mentions[:1]), AT)
    first, second, *_ = [event.id for event in told.events() if event.id != shelling.id]
    told.apply(Merge((first, second)), AT)
    other = new("other")
    take_in(other, carried(told), "told.json", AT)

    def groups(project: Project) -> set[frozenset[str]]:
        return {frozenset(mention.id for mention in event.mentions) for event in project.events()}

    assert groups(other) == groups(told)
    ids = {event.id for event in other.events()}
    assert not [name for name in ids if name.startswith("user-")]  # these are counted in each project anew


def test_our_json_leaves_what_is_there_already(told: Project) -> None:
    sent = carried(told)
    told.apply(SetTitle((told.events()[0].id,), "Decided since"), AT)
    before = told.events()
    came = take_in(told, sent, "told.json", AT)
    assert (came.added, came.known, came.articles) == (0, len(before), 0)
    assert told.events() == before


def test_an_event_whose_article_is_missing_is_kept_without_its_words(
    told: Project, new: Callable[[str], Project]
) -> None:
    sent = replace(carried(told), articles=())
    other = new("other")
    take_in(other, sent, "told.json", AT)
    assert [event.title for event in other.events()] == [event.title for event in told.events()]
    assert not any(event.mentions or event.articles for event in other.events())
    assert take_in(other, sent, "told.json", AT).added == 0


def test_events_made_by_hand_in_two_projects_are_two_although_they_have_one_number(
    new: Callable[[str], Project],
) -> None:
    mine, yours, ours = new("mine"), new("yours"), new("ours")
    for project, title in ((mine, "Talks"), (yours, "Strike")):
        project.apply(Add((replace(imported("A9").events[0], origin="", title=title),)), AT)
    assert [p.events()[0].id for p in (mine, yours)] == ["user-1", "user-1"]
    for project in (mine, yours, mine):
        take_in(ours, carried(project), "x.json", AT)
    assert sorted(event.title for event in ours.events()) == ["Strike", "Talks"]
