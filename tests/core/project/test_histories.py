"""Random sequences of all a user can do: undo all is the start, redo all the end, saving changes nothing."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.intake import absorb
from core.model import Article, Event, Link, Status
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
    open_project,
)
from tests.core.project.making import AT, KARSK, SECOND_ROUND, VIENNA, WIRE, article, event, read

ARTICLES = [article(text) for text in (VIENNA, SECOND_ROUND, KARSK, WIRE)]
CHANGED = [
    article(VIENNA.replace("Delegations met", "Both delegations met"), id=ARTICLES[0].id),
    article(KARSK.replace("killing 4 people", "killing 5 people"), id=ARTICLES[2].id),
    article(
        WIRE.replace("A drone struck a depot in Orlovka on 11 May, killing 3 people.", ""), id=ARTICLES[3].id
    ),
    article(SECOND_ROUND, "2025-05-13", id=ARTICLES[1].id),
]


@dataclass(frozen=True)
class Act:
    """What is done: a command made of the events there then, or an act on articles."""

    name: str
    number: int
    other: int


COMMANDS: dict[str, Callable[[list[Event], int, int], Command]] = {
    "date": lambda e, n, o: SetDate((_one(e, n),), f"2025-05-{1 + o:02}"),
    "no date": lambda e, n, o: SetDate((_one(e, n),), ""),
    "track": lambda e, n, o: SetTrack((_one(e, n),), ("diplomatic", "battlefield")[o % 2]),
    "type": lambda e, n, o: SetType((_one(e, n),), ("AGREE", "COERCE")[o % 2], ""),
    "status": lambda e, n, o: SetStatus((_one(e, n),), list(Status)[o % len(Status)]),
    "title": lambda e, n, o: SetTitle((_one(e, n), _one(e, o)), f"title {o}"),
    "parties": lambda e, n, o: SetParties((_one(e, n),), ("North",), ("South",) * (o % 2)),
    "place": lambda e, n, o: SetPlace((_one(e, n),), "Graz", "Austria"),
    "judge": lambda e, n, o: Judge((_one(e, n), _one(e, o)), (True, False, None)[o % 3]),
    "judge all": lambda e, n, o: Judge(tuple(x.id for x in e), (True, False)[o % 2]),
    "pin": lambda e, n, o: Pin((_one(e, n),), pinned=bool(o % 2)),
    "note": lambda e, n, o: SetNote((_one(e, n),), ("", "a note")[o % 2]),
    "colour": lambda e, n, o: SetColour((_one(e, n),), ("", "#336699")[o % 2]),
    "tag": lambda e, n, o: Tag((_one(e, n),), add=(f"tag {o % 3}",), remove=(f"tag {n % 3}",)),
    "reset": lambda e, n, o: Reset((_one(e, n),)),
    "merge": lambda e, n, o: Merge((_one(e, n), _one(e, o), _one(e, n + o))),
    "split": lambda e, n, o: Split(e[n % len(e)].mentions[: 1 + o % 2]),
    "move": lambda e, n, o: Move(e[n % len(e)].mentions[o % 2 :], _one(e, o)),
    "add": lambda e, n, o: Add((event(title=f"by hand {o}"),)),
    "select": lambda e, n, o: Add((event(*e[n % len(e)].mentions[:1], title="selected"),)),
    "published": lambda e, n, o: SetPublished((ARTICLES[n % 4].id,), f"2025-05-{1 + o:02}"),
    "batch": lambda e, n, o: Batch((SetTitle((_one(e, n),), "one"), Pin((_one(e, o),))), "two at once"),
}
ON_ARTICLES: dict[str, Callable[[Project, int], object]] = {
    "read again": lambda project, n: absorb(project, [read(ARTICLES[n % 4])]),
    "read changed": lambda project, n: absorb(project, [read(CHANGED[n % 4])]),
    "remove": lambda project, n: project.remove_articles([ARTICLES[n % 4].id]),
}
ON_PROJECT = ("undo", "redo", "reopen")

numbers = st.integers(0, 27)
acts = st.builds(Act, st.sampled_from([*COMMANDS, *COMMANDS, *ON_ARTICLES, *ON_PROJECT]), numbers, numbers)
some = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _one(events: list[Event], number: int) -> str:
    return events[number % len(events)].id


class Window:
    """A project at hand, as a user works in it."""

    def __init__(self, path: Path) -> None:
        self.project = open_project(path, create=True)
        absorb(self.project, [read(source) for source in ARTICLES])

    def do(self, act: Act) -> None:
        """Do the act; what cannot be done then is refused in words and changes nothing."""
        if act.name == "reopen":
            self.reopen()
        elif act.name in ("undo", "redo"):
            getattr(self.project, act.name)()
        elif act.name in ON_ARTICLES:
            ON_ARTICLES[act.name](self.project, act.number)
        elif events := self.project.events():
            before = everything(self.project)
            try:
                self.project.apply(COMMANDS[act.name](events, act.number, act.other), AT)
            except ProjectError:
                assert everything(self.project) == before

    def reopen(self) -> None:
        self.project.close()
        self.project = open_project(self.project.path)


@contextmanager
def window() -> Iterator[Window]:
    with tempfile.TemporaryDirectory() as folder:
        at_hand = Window(Path(folder) / "war.twotrack")
        try:
            yield at_hand
        finally:
            at_hand.project.close()


def everything(project: Project) -> tuple[list[Event], list[Article], list[Link], str, str]:
    return project.events(), project.articles(), project.links(), project.undo_label, project.redo_label


def unnamed(project: Project) -> list[str]:
    """Return the events without their ids, which may differ where events came and went."""
    return sorted(repr(replace(found, id="")) for found in project.events())


@some
@given(st.lists(acts, max_size=25))
def test_undoing_all_is_the_start_and_redoing_all_the_end(done: list[Act]) -> None:
    with window() as worked, window() as plain:
        for act in done:
            worked.do(act)
            if act.name in ON_ARTICLES:
                plain.do(act)
        project = worked.project
        while project.redo_label:
            project.redo()
        end, undone = everything(project), 0
        while project.undo_label:
            project.undo()
            undone += 1
        assert unnamed(project) == unnamed(plain.project)
        assert project.articles() == plain.project.articles()
        assert sorted(link.kind for link in project.links()) == sorted(x.kind for x in plain.project.links())
        for _ in range(undone):
            project.redo()
        assert everything(project) == end


@some
@given(st.lists(acts, max_size=25))
def test_saving_and_opening_again_changes_nothing(done: list[Act]) -> None:
    with window() as worked:
        for act in done:
            worked.do(act)
        before = everything(worked.project)
        worked.reopen()
        assert everything(worked.project) == before
        copy = worked.project.path.with_name("copy.twotrack")
        worked.project.save_as(copy)
        assert everything(worked.project) == before
        worked.project.close()
        assert sorted(path.name for path in copy.parent.iterdir()) == ["copy.twotrack", "war.twotrack"]


@some
@given(st.lists(acts, max_size=25))
def test_what_an_act_says_it_changed_is_what_changed(done: list[Act]) -> None:
    with window() as worked:
        for act in done:
            project, before = worked.project, {found.id: found for found in worked.project.events()}
            if act.name not in COMMANDS or not before:
                worked.do(act)
                continue
            try:
                change = project.apply(COMMANDS[act.name](project.events(), act.number, act.other), AT)
            except ProjectError:
                continue
            after = {found.id: found for found in project.events()}
            same = after.keys() & before.keys()
            assert change.added == after.keys() - before.keys()
            assert change.removed == before.keys() - after.keys()
            assert change.changed == {name for name in same if after[name] != before[name]}


@some
@given(st.lists(acts, max_size=25))
def test_no_mention_found_is_ever_out_of_sight(done: list[Act]) -> None:
    with window() as worked:
        for act in done:
            worked.do(act)
        shown = {mention for found in worked.project.events() for mention in found.mentions}
        assert shown.issuperset(worked.project.mentions())
