"""The publication date inferred from a text that states none."""

from core import temporal
from core.model import PublicationBasis

_PLAIN = "The two sides met for an hour. Nobody would say what came of it."


def test_a_text_without_a_clue_stays_open() -> None:
    found = temporal.infer_publication(_PLAIN)
    assert (found.edtf, found.basis, found.candidates) == ("", PublicationBasis.UNKNOWN, ())
