import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.intake import absorb
from core.project import Project
from tests.core.project.making import KARSK, SECOND_ROUND, VIENNA, WIRE, article, read


def ids(*texts: str) -> set[str]:
    return {article(text).id for text in texts}


def found(project: Project, words: str) -> set[str]:
    return {hit.article for hit in project.search(words)}


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("refinery", (KARSK,)),
        ("REFINERY", (KARSK,)),
        ("refin", (KARSK,)),
        ("refin ", ()),
        ("Vienna", (VIENNA, SECOND_ROUND, WIRE)),
        ("Vienna ministry", (SECOND_ROUND,)),
        ("ministry Vienna", (SECOND_ROUND,)),
        ('"met in Vienna"', (VIENNA, SECOND_ROUND, WIRE)),
        ('"Vienna met"', ()),
        ('"long way', (VIENNA,)),
        ("nowhere", ()),
        ("", ()),
        ("  ", ()),
        ('""', ()),
    ],
)
def test_all_words_must_occur(project: Project, words: str, texts: tuple[str, ...]) -> None:
    assert found(project, words) == ids(*texts)


def test_a_word_without_its_accents_is_found(empty: Project) -> None:
    source = article("Talks in Besançon\n\nThey met in Besançon on 3 May, officials in Kyiv said.\n")
    absorb(empty, [read(source)])
    assert found(empty, "besancon") == {source.id}


def test_the_words_are_marked_in_the_passage_around_them(project: Project) -> None:
    (hit,) = project.search("refinery")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["refinery"]
    assert "A drone struck a refinery in Karsk" in hit.snippet


def test_an_article_with_the_words_in_its_title_comes_first(project: Project) -> None:
    assert project.search("strikes")[0].article in ids(KARSK, WIRE)
    assert found(project, "night") == ids(KARSK)


def test_no_more_than_asked_for_are_returned(project: Project) -> None:
    assert len(project.search("Vienna", limit=2)) == 2


HOSTILE = [
    '"', '""', "'", "*", "^", "(", ")", "vienna AND", "OR", "NOT vienna", "NEAR(a b)", "title:vienna", "+",
    "vienna*", 'vi"enna', "{title text}: vienna", "x'; DROP TABLE article", "a:b", "vienna\0", "%", "🕊️", "-x",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_signs_that_mean_something_to_the_index_are_only_words_here(project: Project, words: str) -> None:
    project.search(words)
    assert found(project, "Vienna") == ids(VIENNA, SECOND_ROUND, WIRE)


def test_operators_are_words_like_others(project: Project) -> None:
    assert found(project, "vienna OR refinery") == set()
    assert found(project, "vienna -ministry") == ids(SECOND_ROUND)
    assert found(project, "title:vienna") == set()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30) | st.text('"*^:()-+{} avAND', max_size=20))
def test_no_words_whatever_break_the_search(project: Project, words: str) -> None:
    for hit in project.search(words):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_removed_and_changed_articles_are_found_by_what_they_hold_now(project: Project) -> None:
    project.remove_articles(ids(KARSK))
    assert found(project, "refinery") == set()
    changed = article(VIENNA.replace("depot", "warehouse"), id=article(VIENNA).id)
    absorb(project, [read(changed)])
    assert found(project, "warehouse") == ids(VIENNA)
    assert found(project, "depot") == ids(WIRE)
