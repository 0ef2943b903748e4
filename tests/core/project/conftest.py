from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from core.intake import absorb
from core.project import Judge, Project, SetTitle, open_project
from tests.core.project.making import AT, KARSK, SECOND_ROUND, VIENNA, WIRE, article, read

settings.register_profile("thorough", max_examples=2000)  # pytest --hypothesis-profile=thorough


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "war.twotrack"


@pytest.fixture
def empty(path: Path) -> Iterator[Project]:
    project = open_project(path, create=True)
    yield project
    project.close()


@pytest.fixture
def project(empty: Project) -> Project:
    """Four articles, two of which tell of the same talks and the same strike on a depot."""
    absorb(empty, [read(article(text)) for text in (VIENNA, SECOND_ROUND, KARSK, WIRE)])
    return empty


@pytest.fixture
def saved(project: Project) -> Path:
    """A closed project of four articles with a few decisions."""
    first, *_ = project.events()
    project.apply(SetTitle((first.id,), "First of all"), AT)
    project.apply(Judge((first.id,), True), AT)
    project.close()
    return project.path
