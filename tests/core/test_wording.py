import pytest

from core.wording import count


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (12_500, "12,500 events")]
)
def test_a_number_stands_with_its_noun(number: int, told: str) -> None:
    assert count(number, "event") == told
