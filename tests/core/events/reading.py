"""One text read for its mentions, with the day it was published."""

from core import language, temporal
from core.events import candidates, extract
from core.model import Block, BlockKind, Mention, PublicationBasis, PublicationDate


def read(day: str, text: str) -> list[Mention]:
    published = PublicationDate(day, PublicationBasis.USER)
    document = language.segment(text, [Block(0, len(text), BlockKind.BODY)])
    document = language.parse(document, candidates(document))
    timexes = temporal.tag(text, published.day)
    return extract("a", document, timexes, published)


def one(day: str, text: str, trigger: str) -> Mention:
    found = [m for m in read(day, text) if trigger in m.trigger.text]
    assert len(found) == 1, [(m.trigger.text, m.type) for m in read(day, text)]
    return found[0]
