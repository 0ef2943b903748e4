"""Reads a text as an article and gives its event mentions."""

from collections.abc import Callable

import pytest

from core import language
from core.events import candidates, extract
from core.model import Block, BlockKind, Mention, PublicationBasis, PublicationDate

Reading = Callable[..., list[Mention]]


@pytest.fixture(scope="session")
def mentions() -> Reading:
    """Return a function from a text, a line to a block, and a day to its mentions, however unsure."""

    def read(text: str, day: str = "2024-03-14", *, title: str = "") -> list[Mention]:
        whole = f"{title}\n{text}" if title else text
        blocks, start = [], 0
        for i, line in enumerate(whole.split("\n")):
            kind = BlockKind.TITLE if title and i == 0 else BlockKind.BODY
            blocks.append(Block(start, start + len(line), kind))
            start += len(line) + 1
        document = language.segment(whole, blocks)
        document = language.parse(document, candidates(document))
        return extract("a", document, [], PublicationDate(day, PublicationBasis.USER), least=0.0)

    return read


@pytest.fixture(scope="session")
def mention(mentions: Reading) -> Callable[..., Mention]:
    """Return a function to the first mention of a text whose trigger, or else quote, holds given words."""

    def one(text: str, words: str, day: str = "2024-03-14", *, title: str = "") -> Mention:
        found = mentions(text, day, title=title)
        named = [m for m in found if words in m.trigger.text] or [m for m in found if words in m.quote]
        assert named, [(m.trigger.text, m.type) for m in found]
        return named[0]

    return one
