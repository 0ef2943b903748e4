"""Dates what headlines, headings and the lead leave open by what the text below them tells.

Works on the mentions of an article, once all of them have a date of their own.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.events.parties.cases import TOGETHER
from core.model import Basis, BlockKind, Document, Mention

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
_NEWS_DAYS = 4  # what headline and lead tell is no older
_A_FEW_DAYS = 3  # a wider span dates its own event only
_NEAR = 2  # days by which two tellings of one deadline differ
_ENDS = '.!?"”'  # a line below the headline that ends in none of these is not the lead yet
_AGAIN = 4  # sentences in which the text tells again what the headline told
_TOLD = (Basis.EXPLICIT, Basis.PARTIAL, Basis.RELATIVE)
_Stretch = tuple[int, int]


def look_back(
    mentions: Sequence[Mention], document: Document, sections: Sequence[int], today: dt.date | None
) -> list[Mention]:
    """Date the undated events of headlines and lead, and deadlines, by a dated mention of them below.

    Args:
        mentions: those of the article, in order of its text.
        document: the article's.
        sections: for each sentence the number of headings up to it.
        today: the publication day, if it is known.
    """
    lead = _lead(document)
    told = list(_told_again(document, sections))
    settled = [_same_deadline(m, mentions) for m in mentions]
    return [
        _from_below(m, [other for other in mentions if _may_date(m, other, document, told)], today)
        if m.basis is Basis.DCT and _within(m, [*lead, *(heading for heading, _ in told)])
        else m
        for m in settled
    ]


def _lead(document: Document) -> list[_Stretch]:
    """Return the sentences up to the end of the first paragraph of running text."""
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    opening = next((s.paragraph for s in body if document.text[s.end - 1] in _ENDS), 0)
    return [(s.start, s.end) for s in body if s.paragraph <= opening]


def _told_again(document: Document, sections: Sequence[int]) -> Iterator[tuple[_Stretch, _Stretch]]:
    """Yield each headline and heading with the text below it that tells more of it."""
    sentences = document.sentences
    body = [s for s in sentences if s.kind is BlockKind.BODY]
    for i, sentence in enumerate(sentences):
        if sentence.kind is BlockKind.TITLE:
            below = body[:_AGAIN]
        elif i and sections[i] != sections[i - 1]:
            below = [s for s, section in zip(sentences, sections, strict=True) if section == sections[i]]
            below = below[1 : _AGAIN + 1]
        else:
            continue
        if below:
            yield (sentence.start, sentence.end), (below[0].start, below[-1].end)


def _may_date(
    mention: Mention, other: Mention, document: Document, told: Sequence[tuple[_Stretch, _Stretch]]
) -> bool:
    below = any(_within(mention, [heading]) and _within(other, [text]) for heading, text in told)
    return below or _refers_back(other, document) or _is_told_again(mention, other)


def _from_below(mention: Mention, others: Sequence[Mention], today: dt.date | None) -> Mention:
    for other in others:
        if other.start <= mention.start or other.basis not in _TOLD or not _alike(mention, other):
            continue
        if _is_told_again(mention, other) or (_is_news(other, today) and mention.first):
            reasons = (*mention.reasons[:-1], f"dated by the text below: “{other.quote}”")
            return _dated_by(mention, other, reasons)
    return mention


def _dated_by(mention: Mention, other: Mention, reasons: tuple[str, ...]) -> Mention:
    """Return a mention with the days of another, and why."""
    return replace(
        mention,
        edtf=other.edtf,
        first=other.first,
        last=other.last,
        basis=Basis.NARRATIVE,
        reasons=reasons,
    )


def _is_news(mention: Mention, today: dt.date | None) -> bool:
    """Say whether something happened in the last few days, and it is known when."""
    if today is None or mention.first is None or mention.last is None:
        return False
    return (today - mention.first).days <= _NEWS_DAYS and (mention.last - mention.first).days <= _A_FEW_DAYS


def _refers_back(mention: Mention, document: Document) -> bool:
    """Say whether an attack is spoken of as known: "the strike"."""
    before = document.text[: mention.trigger.start].rsplit(None, 1)[-1:]
    return mention.type == "ASSAULT" and before != [] and before[0].lower() in _DEFINITE


def _same_deadline(mention: Mention, mentions: Sequence[Mention]) -> Mention:
    """Give a deadline whose day is not told the days of one as long that another sentence dates."""
    if mention.type != "THREATEN" or mention.basis is not Basis.DCT or "/" not in mention.edtf:
        return mention
    for other in mentions:
        dated = other.type == "THREATEN" and other.basis in _TOLD and "/" in other.edtf
        if dated and other.last and mention.last and abs((other.last - mention.last).days) <= _NEAR:
            reasons = (*mention.reasons, f"the same deadline is dated elsewhere: “{other.quote}”")
            return _dated_by(mention, other, reasons)
    return mention


def _within(mention: Mention, stretches: Sequence[_Stretch]) -> bool:
    return any(start <= mention.start < end for start, end in stretches)


def _alike(one: Mention, other: Mention) -> bool:
    """Say whether a later mention can tell the same event: same type, means, parties and status."""
    if (one.type, one.track, one.status) != (other.type, other.track, other.status):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    sides, others = {*one.source, *one.target}, {*other.source, *other.target}
    if one.type in TOGETHER and len(sides) > 1 and sides == others:
        return True  # who receives and who visits, whichever is told
    if one.source and other.source:
        return bool(set(one.source) & set(other.source))
    return one.type == "ASSAULT" or one.trigger.text.lower() == other.trigger.text.lower()


def _is_told_again(one: Mention, other: Mention) -> bool:
    """Say whether what came before the news is told again below, by the same word of the same place."""
    came_before = one.first is None and one.place != ""
    return came_before and one.place == other.place and one.trigger.text == other.trigger.text
