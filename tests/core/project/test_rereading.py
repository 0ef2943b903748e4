"""What a user decided stays when articles are read anew, come again, are changed or go."""

from dataclasses import replace

import pytest

from core import intake, pipeline
from core.intake import absorb
from core.model import Event, Mention, Status
from core.pipeline import Processed
from core.project import (
    Add,
    Judge,
    Merge,
    Move,
    Project,
    SetDate,
    SetNote,
    SetPublished,
    SetTitle,
    Split,
    open_project,
)
from tests.core.project.making import AT, KARSK, SECOND_ROUND, VIENNA, WIRE, article, event, read


def of(project: Project, words: str) -> Event:
    """Return the event that tells of these words."""
    (found,) = [e for e in project.events() if any(words in m.quote for m in e.mentions)]
    return found


def come_again(project: Project, *texts: str) -> None:
    absorb(project, [read(article(text)) for text in texts])


def test_a_corrected_event_stays_corrected_when_its_article_comes_again(project: Project) -> None:
    project.apply(SetDate((of(project, "refinery").id,), "2025-05-10"), AT)
    before = project.events()
    come_again(project, KARSK)
    assert project.events() == before


def test_a_rejected_event_stays_rejected_when_its_article_was_removed_and_comes_again(
    project: Project,
) -> None:
    project.apply(Judge((of(project, "refinery").id,), False), AT)
    before = project.events()
    project.remove_articles([article(KARSK).id])
    assert not [e for e in project.events() if e.marks.confirmed is False]
    come_again(project, KARSK)
    assert project.events() == before


def test_decisions_wait_in_the_file_for_an_article_to_come_again(project: Project) -> None:
    project.apply(SetTitle((of(project, "refinery").id,), "The refinery burns"), AT)
    project.remove_articles([article(KARSK).id])
    project.close()
    again = open_project(project.path)
    come_again(again, KARSK)
    assert of(again, "refinery").title == "The refinery burns"
    again.undo()
    assert of(again, "refinery").title == "Assault in Karsk"
    again.close()


CHANGES = {
    "a word put in": ("a refinery in Karsk", "an oil refinery in Karsk"),
    "another toll": ("killing 4 people", "killing 5 people"),
    "a sentence before": ("A drone struck", "It was a long night in the town. A drone struck"),
    "a part cut off": (", killing 4 people", ""),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("source", [{"url": "https://paper.example/karsk"}, {"source": "/papers/karsk.html"}])
def test_a_rejected_event_stays_rejected_when_its_article_comes_again_with_its_text_changed(
    empty: Project, change: tuple[str, str], source: dict[str, str]
) -> None:
    filling = " ".join(f"word{number}" for number in range(60))
    text = f"{KARSK}\n{filling}\n"
    absorb(empty, [read(article(text, **source))])
    empty.apply(Judge((of(empty, "struck").id,), False), AT)
    absorb(empty, [read(article(text.replace(*change), **source))])
    assert of(empty, "struck").marks.confirmed is False
    (kept,) = empty.articles()
    assert kept.text == text.replace(*change)
    mention = of(empty, "struck").mentions[0]
    assert kept.text[mention.start : mention.end] == mention.quote


def test_another_article_from_the_same_address_is_an_article_of_its_own(empty: Project) -> None:
    absorb(empty, [read(article(KARSK, url="https://paper.example/live"))])
    absorb(empty, [read(article(SECOND_ROUND, url="https://paper.example/live"))])
    assert len(empty.articles()) == 2


def test_the_same_text_from_another_outlet_is_an_article_of_its_own(empty: Project) -> None:
    absorb(empty, [read(article(KARSK, outlet="The Courier", source="pasted text"))])
    absorb(empty, [read(article(f"{KARSK}\n", outlet="The Herald", id="other", source="pasted text"))])
    assert len(empty.articles()) == 2


def without(processed: Processed, words: str) -> Processed:
    return replace(processed, mentions=tuple(m for m in processed.mentions if words not in m.quote))


def test_a_decided_event_that_is_no_longer_found_is_kept_as_it_was_last_seen(project: Project) -> None:
    project.apply(SetNote((of(project, "refinery").id,), "seen by two"), AT)
    before = of(project, "refinery")
    absorb(project, [without(read(article(KARSK)), "refinery")])
    assert of(project, "refinery") == before
    assert before.id not in [e.id for e in project.machine_events()]


def test_an_undecided_event_that_is_no_longer_found_is_gone(project: Project) -> None:
    change = absorb(project, [without(read(article(KARSK)), "refinery")])
    assert len(change.removed) == 1
    assert not [e for e in project.events() if any("refinery" in m.quote for m in e.mentions)]


def test_a_kept_event_goes_when_its_decision_is_undone_and_comes_back_with_redo(project: Project) -> None:
    project.apply(SetNote((of(project, "refinery").id,), "seen by two"), AT)
    kept = of(project, "refinery")
    absorb(project, [without(read(article(KARSK)), "refinery")])
    assert project.undo().removed == {kept.id}
    assert project.redo().added == {kept.id}
    assert project.event(kept.id) == kept


def test_a_mention_split_off_stays_apart_when_its_article_is_read_anew(project: Project) -> None:
    away = of(project, "depot").mentions[0]
    (new,) = project.apply(Split((away,)), AT).added
    before = project.events()
    come_again(project, VIENNA, WIRE)
    assert project.events() == before
    assert project.event(new).mentions == (away,)


def test_merged_events_stay_one_when_their_articles_come_again(project: Project) -> None:
    one, other = of(project, "refinery"), of(project, "depot")
    project.apply(Merge((one.id, other.id)), AT)
    before = project.events()
    project.remove_articles([article(KARSK).id])
    come_again(project, KARSK)
    assert project.events() == before


def test_a_moved_mention_stays_where_it_was_moved_when_no_longer_found(project: Project) -> None:
    target = of(project, "refinery")
    moved = of(project, "shelled Karsk").mentions
    project.apply(Move(moved, target.id), AT)
    absorb(project, [without(read(article(KARSK)), "shelled")])
    assert set(project.event(target.id).mentions) == {*target.mentions, *moved}


def test_an_event_of_the_users_own_is_found_again_in_a_changed_text(empty: Project) -> None:
    first = article(VIENNA, url="https://paper.example/vienna")
    absorb(empty, [read(first)])
    words = "They had come a long way"
    start = first.text.index(words)
    (known, *_) = empty.mentions()
    selected = replace(known, quote=words, start=start, end=start + len(words), title="A long way")
    (new,) = empty.apply(Add((event(selected),)), AT).added
    changed = VIENNA.replace("They had", "After midnight. They had")
    absorb(empty, [read(article(changed, url="https://paper.example/vienna"))])
    (mention,) = empty.event(new).mentions
    assert mention.start == start + len("After midnight. ")
    assert empty.articles()[0].text[mention.start : mention.end] == words


def told_apart(project: Project, words: str) -> tuple[Event, Mention]:
    found = of(project, words)
    return found, next(m for m in found.mentions if words in m.quote)


def test_a_small_decided_event_is_not_swallowed_by_a_large_one(project: Project) -> None:
    small = of(project, "refinery")
    project.apply(Judge((small.id,), False), AT)
    large = of(project, "depot")
    swallowed = replace(large, mentions=(*large.mentions, *small.mentions))
    others = [e for e in project.machine_events() if e.id not in (small.id, large.id)]
    karsk = article(KARSK)
    project.store([karsk], {karsk.id: read(karsk).mentions}, [*others, swallowed], [])
    assert project.event(small.id).marks.confirmed is False
    assert project.event(small.id).mentions == small.mentions
    assert project.event(large.id) == large
    project.undo()
    assert set(project.event(large.id).mentions) == {*large.mentions, *small.mentions}
    project.redo()
    assert project.event(large.id) == large


def test_an_event_the_machine_calls_otherwise_now_keeps_the_name_decisions_know(project: Project) -> None:
    known = of(project, "refinery")
    project.apply(SetTitle((known.id,), "The refinery burns"), AT)
    renamed = [replace(e, id=f"new-{e.id}") for e in project.machine_events()]
    project.store([], {}, renamed, [])
    assert of(project, "refinery").id == known.id
    assert of(project, "refinery").title == "The refinery burns"


def test_removing_an_article_retells_the_events_it_alone_dated(project: Project) -> None:
    depot = of(project, "depot")
    project.remove_articles([article(VIENNA).id])
    left = project.event(depot.id)
    assert left.articles == (article(WIRE).id,)
    assert left.killed == (3, 3)
    assert left.sources == 1


# --- the publication date


def test_a_new_publication_date_is_shown_at_once_and_asks_for_a_new_reading(project: Project) -> None:
    source = article(SECOND_ROUND)
    change = project.apply(SetPublished((source.id,), "2025-05-11"), AT)
    assert change.reextract == {source.id}
    assert project.article(source.id).published.edtf == "2025-05-11"
    assert not absorb(project, [read(project.article(source.id))]).reextract
    assert of(project, "shelled Orlovka").edtf == "2025-05-10"


def test_undo_of_a_publication_date_asks_for_a_new_reading_with_the_old_one(project: Project) -> None:
    source = article(SECOND_ROUND)
    project.apply(SetPublished((source.id,), "2025-05-11"), AT)
    absorb(project, [read(project.article(source.id))])
    assert project.undo().reextract == {source.id}
    assert project.article(source.id) == source
    absorb(project, [read(project.article(source.id))])
    assert of(project, "shelled Orlovka").edtf == "2025-05-20"


def test_an_article_that_comes_again_keeps_the_date_the_user_set(project: Project) -> None:
    source = article(SECOND_ROUND)
    project.apply(SetPublished((source.id,), "2025-05-11"), AT)
    assert absorb(project, [read(source)]).reextract == {source.id}
    assert project.article(source.id).published.edtf == "2025-05-11"


def test_a_date_the_user_set_on_an_event_outlasts_a_new_publication_date(project: Project) -> None:
    project.apply(SetDate((of(project, "shelled Orlovka").id,), "2025-05-18"), AT)
    source = article(SECOND_ROUND)
    project.apply(SetPublished((source.id,), "2025-05-11"), AT)
    absorb(project, [read(project.article(source.id))])
    assert of(project, "shelled Orlovka").edtf == "2025-05-18"


def test_relative_dates_follow_a_new_publication_date_through_the_real_steps(empty: Project) -> None:
    text = (
        "Night of fire\n\nA drone strike on the port of Odesa killed three people yesterday, police said.\n"
    )
    absorb(empty, [pipeline.process(article(text, "2025-05-21"))])
    (strike,) = empty.events()
    assert strike.edtf.startswith("2025-05-20")
    (source,) = empty.articles()
    change = empty.apply(SetPublished((source.id,), "2025-06-11"), AT)
    intake.reextract(empty, change.reextract)
    (strike,) = empty.events()
    assert strike.edtf.startswith("2025-06-10")
    intake.reextract(empty, empty.undo().reextract)
    assert empty.events()[0].edtf.startswith("2025-05-20")


def test_confirmed_and_planned_survive_a_reading_by_a_newer_program(project: Project) -> None:
    ids = tuple(e.id for e in project.events())
    project.apply(Judge(ids, True), AT)
    newer = [
        replace(
            found, mentions=tuple(replace(m, status=Status.PLANNED, confidence=0.9) for m in found.mentions)
        )
        for found in (read(article(text)) for text in (VIENNA, SECOND_ROUND, KARSK, WIRE))
    ]
    absorb(project, newer)
    assert {e.id for e in project.events()} == set(ids)
    assert all(e.marks.confirmed and e.status is Status.PLANNED for e in project.events())
