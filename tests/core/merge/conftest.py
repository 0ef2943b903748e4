"""The press that the tests of merging write."""

import pytest

from tests.core.merge.press import Press


@pytest.fixture
def press() -> Press:
    return Press()


@pytest.fixture(scope="session")
def empty_press() -> type[Press]:
    """Make a press anew, for tests that need many."""
    return Press
