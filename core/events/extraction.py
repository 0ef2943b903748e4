"""Reads a parsed document from the first sentence to the last and puts the mentions together."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from core.events import attribution, below, focus, modes, numbers, places, quoting, sequel, titles
from core.events.attaching import usable
from core.events.dating import Dated
from core.events.lexicon import Lexicon, load, standard
from core.events.matching import SHOTDOWN, is_verb
from core.events.parties import Case, Filled, Parties
from core.events.proposing import SKIPPED, Found, propose, words_of
from core.events.sections import sections
from core.events.story import Story, is_of_yesterday
from core.model import Document, Mention, PublicationDate, Status, TimeExpression, Trigger

_LONG_AGO = 180  # days


def candidates(document: Document, lexicon: Lexicon | None = None) -> list[int]:
    """Return the indices of the sentences worth parsing: that can name an event or tell the dead of one."""
    lexicon = lexicon or standard()
    spoken = [words_of(document, sentence) for sentence in document.sentences]
    return [
        i
        for i, sentence in enumerate(document.sentences)
        if sentence.kind not in SKIPPED and (lexicon.may_name(spoken[i]) or sequel.may_follow(spoken[i]))
    ]


def extract(
    article_id: str,
    document: Document,
    timexes: Sequence[TimeExpression],
    published: PublicationDate,
    lexicon: Lexicon | None = None,
    *,
    least: float | None = None,
) -> list[Mention]:
    """Return the event mentions of a document whose candidate sentences are parsed, in the order of the text.

    Args:
        article_id: stored in each mention.
        document: as ``core.language.parse`` returns it.
        timexes: all time expressions of the text, sorted.
        published: the article's date; without one, undated events get an empty ``edtf``.
        lexicon: one with triggers of the user's own; None is the one in use.
        least: the confidence a mention must reach; None is the one the weights were fitted for.
    """
    limit = load("weights.toml")["threshold"] if least is None else least
    proposed = propose(document, timexes, published, lexicon or standard())
    found = [one for one in proposed if one.confidence >= limit]
    if not found:
        return []
    parties = Parties(document, published.day)
    stated = [modes.mode(one, proposed) for one in found]
    cases = [_case(one, mode, published.day) for one, mode in zip(found, stated, strict=True)]
    assigned = parties.assign(cases)
    thread = focus.thread(document, usable(timexes), published.day)
    yesterday = is_of_yesterday(document, timexes, published)
    parts = sections(document)
    story = Story(published, thread, parts, of_yesterday=yesterday)
    told_next = sequel.told_next(document, found, timexes)
    mentions: list[Mention] = []
    triggers: dict[int, set[int]] = defaultdict(set)
    for one in found:
        triggers[one.index] |= one.tokens()
    for one, told, sides in zip(found, stated, assigned, strict=True):
        others = frozenset(triggers[one.index] - one.tokens())
        mode = story.mode(one.tree, one.hit, told)
        dates = story.date(one, mode, frozenset((*sides.source, *sides.target)))
        listed = len(dates) > 1
        mentions += [
            _mention(
                article_id,
                document,
                one,
                mode=mode,
                dated=dated,
                listed=listed,
                others=others,
                sides=sides,
                parties=parties,
                told_next=told_next.get(one.index, numbers.NONE_TOLD),
            )
            for dated in dates
        ]
    return below.look_back(mentions, document, parts, published.day)


def _case(one: Found, mode: str, today: dt.date | None) -> Case:
    """Return what the search for the parties needs to know of an event."""
    entry = one.hit.entry
    ends = [timex.last for timex in one.timexes if timex.last]
    far = today is not None and bool(ends) and (today - max(ends)).days > _LONG_AGO
    heads = tuple((hit.head, is_verb(one.tree, hit)) for hit in (one.hit, *one.further))
    return Case(
        one.index,
        one.tree,
        entry.type,
        entry.track,
        mode,
        defence=entry.mode == SHOTDOWN,
        heads=heads,
        long_ago=far,
    )


def _mention(
    article_id: str,
    document: Document,
    one: Found,
    *,
    mode: str,
    dated: Dated,
    listed: bool,
    others: frozenset[int],
    sides: Filled,
    parties: Parties,
    told_next: numbers.Numbers,
) -> Mention:
    """Put the parts of one mention together; ``listed`` where it has one of several dates.

    ``told_next`` are the numbers of the sentence that follows, which count where its own tells none.
    """
    tree, hit, entry = one.tree, one.hit, one.hit.entry
    tokens = tree.tokens
    keep, day = one.tokens(), set[int]()
    if dated.timex in one.timexes and dated.timex is not None:
        day = {i for i, t in enumerate(tokens) if t.start < dated.timex.end and t.end > dated.timex.start}
        if day and not _between(others, day, keep):
            keep |= day
    if entry.blames or entry.urges:
        keep |= quoting.said(tree, hit.head, others)  # they are told by it alone
    first, last = quoting.clause(
        tree, hit.head, tuple(sorted(keep)), verb=entry.verb, outcomes=one.outcomes(), others=others
    )
    if listed and day:
        first, last = quoting.up_to(day, one.tokens(), first, last)
    clause = (tokens[first].start, tokens[last].end)
    start, end = tokens[hit.tokens[0]].start, tokens[hit.tokens[-1]].end
    trigger = Trigger(start, end, document.text[start:end])
    also = tuple(further.head for further in one.further)
    fighting, spoken = entry.track == "battlefield", entry.type in places.SPOKEN
    sought = places.Sought(hit.head, also, others, clause, fighting, spoken)
    named = parties.within(tree.sentence.start, tree.sentence.end)
    place = places.find(document.cased, tree, named, sought)
    counted = numbers.casualties(tree, hit.head, clause) if fighting else numbers.NONE_TOLD
    counted = told_next if fighting and counted == numbers.NONE_TOLD else counted
    asserted = attribution.find(document.text, tree, hit.head, clause)
    title = titles.compose(
        tree,
        hit,
        sides,
        further=one.further,
        verdict=one.verdict,
        mode=mode,
        place=place,
        numbers=counted,
    )
    return Mention(
        article=article_id,
        start=clause[0],
        end=clause[1],
        quote=document.text[clause[0] : clause[1]],
        trigger=trigger,
        title=title,
        track=entry.track,
        type=entry.type,
        mode=mode,
        status=one.verdict.status,
        edtf=dated.edtf,
        first=dated.first,
        last=dated.last,
        basis=dated.basis,
        source=sides.source,
        target=sides.target,
        place=place.name,
        country=place.country,
        killed=counted.killed,
        injured=counted.injured,
        attribution=asserted,
        confidence=round(one.confidence, 3),
        reasons=(*_reasons(one, trigger), dated.reason, *sides.reasons),
    )


def _between(others: AbstractSet[int], day: AbstractSet[int], trigger: AbstractSet[int]) -> bool:
    """Say whether another event's trigger stands between a day and a trigger."""
    near, far = max(min(day), min(trigger)), min(max(day), max(trigger))
    return any(far < i < near for i in others)


def _reasons(one: Found, trigger: Trigger) -> tuple[str, ...]:
    entry = one.hit.entry
    kind = "verb" if entry.verb else "noun"
    reasons = [f"the {kind} “{trigger.text}” names an event of type {entry.type} ({entry.track})"]
    if one.verdict.cue:
        reasons.append(f"“{one.verdict.cue}” makes it {one.verdict.status}")
    elif one.verdict.status is Status.OCCURRED:
        reasons.append("told as a fact: occurred")
    return tuple(reasons)
