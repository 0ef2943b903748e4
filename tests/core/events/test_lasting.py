"""What is told by how long it lasted gets the span of it."""

import datetime as dt

import pytest

from core import language, temporal
from core.events import candidates, extract
from core.model import Basis, Block, BlockKind, Mention, PublicationBasis, PublicationDate

DAY = "2024-02-14"  # a Wednesday


def read(text: str) -> list[Mention]:
    document = language.segment(text, [Block(0, len(text), BlockKind.BODY)])
    document = language.parse(document, candidates(document))
    timexes = temporal.tag(text, dt.date.fromisoformat(DAY))
    return extract("a", document, timexes, PublicationDate(DAY, PublicationBasis.USER), least=0.0)


@pytest.mark.parametrize(
    ("trigger", "text", "edtf"),
    [
        ("shelling", "Tine fell after ten days of shelling.", "2024-02-05/2024-02-14"),
        ("bombing", "After four days of bombing, Chad on Monday accepted a truce.", "2024-02-09/2024-02-12"),
        ("shelling", "Tine fell after two weeks of raids and shelling.", "2024-02-01~/2024-02-14"),
        ("talks", "Both agreed to a truce after a long night of talks.", "2024-02-13/2024-02-14"),
    ],
)
def test_the_span_reaches_back_from_the_time_of_the_clause(trigger: str, text: str, edtf: str) -> None:
    found = next(m for m in read(text) if trigger in m.trigger.text)
    assert (found.edtf, found.basis) == (edtf, Basis.RELATIVE)
    assert (found.first, found.last) == (dt.date.fromisoformat(edtf[:10]), dt.date.fromisoformat(edtf[-10:]))


def test_hours_make_no_span() -> None:
    assert {m.edtf for m in read("Both agreed after ten hours of talks.")} == {"2024-02-14~"}
