import datetime as dt

import pytest

from core.model import Basis
from core.project import Add, Project, ProjectError, event_by_hand, event_from_selection
from tests.core.project.making import AT, VIENNA, article

WORDS = "They had come a long way"


def test_an_event_typed_in_is_added_as_it_was_typed(project: Project) -> None:
    made = event_by_hand(" Ceasefire offered ", "diplomatic", "CONCEDE", date="2025-05", place="Vienna")
    (new,) = project.apply(Add((made,)), AT).added
    added = project.event(new)
    assert (added.title, added.edtf, added.place) == ("Ceasefire offered", "2025-05", "Vienna")
    assert (added.first, added.last) == (dt.date(2025, 5, 1), dt.date(2025, 5, 31))
    assert (added.sources, added.mentions) == (0, ())


def test_a_selection_becomes_an_event_with_its_words_as_evidence(project: Project) -> None:
    source = article(VIENNA)
    start = source.text.index(WORDS)
    made = event_from_selection(
        source, start - 1, start + len(WORDS), title="A long way", track="diplomatic", type="CONSULT",
        date="2025-05-12",
    )  # fmt: skip
    (new,) = project.apply(Add((made,)), AT).added
    (evidence,) = project.provenance(new).evidence
    assert evidence.quote.exact == WORDS
    assert source.text[evidence.position.start : evidence.position.end] == WORDS
    assert (project.event(new).edtf, project.event(new).basis) == ("2025-05-12", Basis.USER)
    assert project.event(new).articles == (source.id,)


@pytest.mark.parametrize(("published", "date"), [("2025-05-21", "2025-05-21~"), ("2025-05", ""), ("", "")])
def test_a_selection_without_a_date_is_news_of_about_the_day_of_the_article(
    published: str, date: str
) -> None:
    source = article(VIENNA, published)
    made = event_from_selection(source, 0, 9, title="Talks", track="diplomatic", type="CONSULT")
    assert made.edtf == date


@pytest.mark.parametrize(
    ("start", "end", "title", "date", "words"),
    [
        (5, 5, "Talks", None, "Select the words"),
        (26, 28, "Talks", None, "Select the words"),
        (0, 9, " ", None, "title cannot be empty"),
        (0, 9, "Talks", "soon", "'soon' is not a date"),
    ],
)
def test_what_makes_no_event_is_refused_in_words(
    start: int, end: int, title: str, date: str | None, words: str
) -> None:
    with pytest.raises(ProjectError, match=words):
        event_from_selection(
            article(VIENNA), start, end, title=title, track="diplomatic", type="CONSULT", date=date
        )
