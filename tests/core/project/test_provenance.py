import datetime as dt
from dataclasses import replace

import pytest

from core.intake import absorb
from core.model import Event, Status
from core.project import (
    Add,
    Agent,
    Judge,
    Merge,
    Move,
    Project,
    ProjectError,
    Reset,
    SetDate,
    SetPublished,
    SetStatus,
    SetTitle,
    Split,
)
from core.selectors import locate
from tests.core.project.making import AT, KARSK, SECOND_ROUND, article, event, read

LATER = AT + dt.timedelta(hours=1)


def of(project: Project, words: str) -> Event:
    (found,) = [e for e in project.events() if any(words in m.quote for m in e.mentions)]
    return found


def test_a_field_found_is_told_by_the_mentions_that_say_it(project: Project) -> None:
    depot = of(project, "depot")
    told = project.provenance(depot.id)
    assert told.by is Agent.MACHINE
    assert {told.of(name).by for name in ("edtf", "title", "place", "killed")} == {Agent.MACHINE}
    tolls = [depot.mentions[i].killed for i in told.of("killed").evidence]
    assert sorted(tolls, key=str) == [2, 3]
    assert len(told.of("edtf").evidence) == 2
    assert told.history == ()


def test_the_evidence_says_where_the_words_stand_and_which_rule_read_them(project: Project) -> None:
    depot = of(project, "depot")
    for mention, evidence in zip(depot.mentions, project.provenance(depot.id).evidence, strict=True):
        text = project.article(mention.article).text
        assert evidence.mention == mention
        assert evidence.quote.exact == text[evidence.position.start : evidence.position.end]
        assert text[evidence.anchor.start : evidence.anchor.end] == "struck"
        assert locate(text, evidence.quote, evidence.position) == evidence.position
        assert evidence.rules == ("“struck” names the event",)
        assert evidence.title in ("Delegations meet in Vienna", "Talks and strikes go on")
        assert evidence.published == "2025-05-21"
        assert evidence.moved is None


def test_a_field_the_user_set_says_when_and_what_was_found(project: Project) -> None:
    depot = of(project, "depot")
    project.apply(SetDate((depot.id,), "2025-05-10"), AT)
    origin = project.provenance(depot.id).of("edtf")
    assert (origin.by, origin.at) == (Agent.USER, AT)
    assert (origin.value, origin.found) == ("2025-05-10", "2025-05-11")
    assert project.provenance(depot.id).of("title").by is Agent.MACHINE


def test_the_history_tells_every_decision_also_those_undone(project: Project) -> None:
    depot = of(project, "depot")
    project.apply(SetTitle((depot.id,), "The depot"), AT)
    project.apply(SetTitle((depot.id,), "The depot burns"), LATER)
    project.apply(Judge((depot.id,), True), LATER)
    project.undo()
    history = project.provenance(depot.id).history
    assert [(act.at, act.field, act.before, act.after, act.undone) for act in history] == [
        (AT, "title", None, "The depot", False),
        (LATER, "title", "The depot", "The depot burns", False),
        (LATER, "confirmed", None, True, True),
    ]
    assert [act.label for act in history] == ["change title", "change title", "confirm event"]


def test_after_reset_a_field_is_the_machines_again(project: Project) -> None:
    depot = of(project, "depot")
    project.apply(SetStatus((depot.id,), Status.DENIED), AT)
    project.apply(Reset((depot.id,)), LATER)
    assert project.provenance(depot.id).of("status").by is Agent.MACHINE
    assert len(project.provenance(depot.id).history) == 2


def test_an_event_added_by_hand_is_the_users_with_its_time(project: Project) -> None:
    (new,) = project.apply(Add((event(),)), AT).added
    told = project.provenance(new)
    assert (told.by, told.at) == (Agent.USER, AT)
    assert told.of("title").by is Agent.USER
    assert told.evidence == ()
    assert [(act.field, act.before) for act in told.history] == [("event", None)]


def test_an_event_split_off_is_the_users_though_its_fields_are_read(project: Project) -> None:
    away = of(project, "depot").mentions[0]
    (new,) = project.apply(Split((away,)), AT).added
    told = project.provenance(new)
    assert (told.by, told.at) == (Agent.USER, AT)
    assert told.of("edtf").by is Agent.MACHINE
    assert told.evidence[0].moved == AT


def test_a_mention_moved_and_an_event_merged_are_told_in_the_history(project: Project) -> None:
    depot, second = of(project, "depot"), of(project, "on 20 May")
    refinery, shelled = of(project, "refinery"), of(project, "shelled Karsk")
    project.apply(Move(second.mentions, depot.id), AT)
    project.apply(Merge((refinery.id, shelled.id)), LATER)
    moved = project.provenance(depot.id)
    assert [evidence.moved for evidence in moved.evidence] == [None, None, AT]
    assert [(act.field, act.after) for act in moved.history] == [("mentions", depot.id)]
    assert [(act.field, act.after) for act in project.provenance(refinery.id).history] == [
        ("merged", refinery.id)
    ]
    assert len(project.provenance(refinery.id).evidence) == 2


def test_the_publication_date_in_the_evidence_is_the_one_the_user_set(project: Project) -> None:
    source = article(SECOND_ROUND)
    project.apply(SetPublished((source.id,), "2025-05-22"), AT)
    (evidence,) = project.provenance(of(project, "on 20 May").id).evidence
    assert evidence.published == "2025-05-22"


def test_the_words_can_be_found_again_in_a_text_that_changed_a_little(project: Project) -> None:
    (evidence, _) = project.provenance(of(project, "depot").id).evidence
    text = project.article(evidence.mention.article).text
    changed = "Updated at noon.\n\n" + text.replace("A drone struck a depot", "A single drone struck a depot")
    place = locate(changed, evidence.quote, evidence.position)
    assert place is not None
    assert "drone struck a depot in Orlovka on 11 May" in changed[place.start : place.end]


def test_evidence_of_an_article_whose_words_are_gone_keeps_the_quote(project: Project) -> None:
    refinery = of(project, "refinery")
    project.apply(SetTitle((refinery.id,), "The refinery burns"), AT)
    nothing = "Night of strikes on Karsk\n\nThe page was taken down.\n"
    absorb(project, [read(article(nothing, id=article(KARSK).id))])
    (evidence,) = project.provenance(refinery.id).evidence
    assert evidence.quote.exact == refinery.mentions[0].quote
    assert evidence.position.start == evidence.position.end == 0


def test_there_is_no_provenance_of_an_event_that_is_not_there(project: Project) -> None:
    with pytest.raises(ProjectError, match="no event 'nothing'"):
        project.provenance("nothing")
    with pytest.raises(KeyError):
        project.provenance(project.events()[0].id).of("nothing")


def test_every_event_and_field_has_an_origin(project: Project) -> None:
    project.apply(Add((replace(event(), title="By hand"),)), AT)
    for found in project.events():
        told = project.provenance(found.id)
        for origin in told.fields:
            set_by_nobody = origin.value in ("", (), None, False)
            assert origin.by is Agent.USER or origin.evidence or set_by_nobody
