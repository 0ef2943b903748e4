"""Finds the triggers of all parsed sentences, each with its status, dates, evidence and confidence."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from core.events import deadlines, entries, gaps, lasting, merging, ranges
from core.events.attaching import attach, usable
from core.events.features import Context, evidence
from core.events.gating import admits, is_about_war, setting
from core.events.lexicon import Lexicon, load
from core.events.matching import Hit, find
from core.events.nearness import governs
from core.events.remarks import is_measure_of_time, reports_nothing
from core.events.status import Verdict, decide
from core.events.syntax import Tree
from core.model import BlockKind, Document, PublicationDate, Sentence, Status, TimeExpression, TimexType

SKIPPED = (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.FURNITURE)
_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_EVENING = ("TEV", "TNI")
_KIND_ACTS = ("CONCEDE", "RETREAT", "AID", "AGREE", "COOPERATE", "CONSULT", "SUPPORT")
_ACTS = ("REQUEST", "ACCUSE", "REJECT", "THREATEN")


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in its sentence, with all that was decided about it; ``further`` name the same event."""

    index: int
    tree: Tree
    hit: Hit
    further: tuple[Hit, ...]
    verdict: Verdict
    timexes: tuple[TimeExpression, ...]
    evidence: dict[str, float]
    confidence: float
    gap: gaps.Gap | None = None
    length: TimeExpression | None = None

    def tokens(self) -> set[int]:
        """Return the tokens of all its triggers."""
        return {i for hit in (self.hit, *self.further) for i in hit.tokens}

    def outcomes(self) -> list[int]:
        """Return the verbs whose clauses tell the outcome: whom it killed, what drones were sent to hit."""
        sent = [hit for hit in self.further if merging.is_sent_to(self.tree, self.hit, hit)]
        return [hit.head for hit in self.further if hit.entry.harm or hit in sent]


def propose(
    document: Document, timexes: Sequence[TimeExpression], published: PublicationDate, lexicon: Lexicon
) -> list[Found]:
    """Return every trigger of the document with its confidence, however low."""
    spoken = [words_of(document, sentence) for sentence in document.sentences]
    about = setting(spoken)
    told: Counter[tuple[str, str]] = Counter()
    headings = entries.headings(document, timexes)
    found: list[Found] = []
    for index, sentence in enumerate(document.sentences):
        if not sentence.tokens or sentence.kind in SKIPPED:
            continue
        tree = Tree(sentence)
        heading = headings[index]
        near = [
            entries.within(timex, heading, published.day)
            for timex in timexes
            if sentence.start <= timex.start < sentence.end
        ]
        warlike = is_about_war(tree, spoken[index], about)
        hits = [
            hit
            for hit in find(tree, lexicon)
            if (warlike or admits(tree, hit, lexicon, about))
            and not (_is_time(tree, hit, near) or reports_nothing(tree, hit, lexicon))
            and (not is_measure_of_time(tree, hit, lexicon) or any(governs(tree, hit.head, t) for t in near))
        ]
        days = usable(ranges.joined(document.text, near))
        for one in _in_sentence(index, tree, hits, near, published, days=days, heading=heading):
            name = (one.hit.entry.type, tree.tokens[one.hit.head].lemma)
            context = Context(
                status=one.verdict.status,
                dated=bool(one.timexes),
                own_time=any(governs(tree, tree.clause_head(one.hit.head), t) for t in one.timexes),
                ahead=_is_ahead(one.timexes, published),
                setting=max(about, 0.0),
                told=told[name],
                position=index / len(document.sentences),
            )
            values = evidence(tree, one.hit, hits, lexicon, context)
            told[name] += 1
            found.append(replace(one, evidence=values, confidence=_confidence(values)))
    return found


def _in_sentence(
    index: int,
    tree: Tree,
    hits: Sequence[Hit],
    timexes: Sequence[TimeExpression],
    published: PublicationDate,
    *,
    days: Sequence[TimeExpression],
    heading: TimeExpression | None,
) -> Iterator[Found]:
    """Yield the events of a sentence with status and dates, not yet weighed; ``heading`` opens its entry.

    ``days`` are those of the time expressions that name days, stretches of days as one.
    """
    merged = merging.merge(tree, hits)
    dates = attach(tree, merged, days, published.day)
    if heading:
        dates = {head: told or [heading] for head, told in dates.items()}
    apart = gaps.find(tree, merged, dates, days)
    for lead, further in merged:
        named = _sent(tree, lead, further)
        if named.entry.within:
            if ends := _deadline(tree.tokens[named.head].end, timexes, published):
                yield Found(index, tree, named, further, Verdict(Status.OCCURRED), ends, {}, 0.0)
            continue
        hit = _refused(tree, named, decide(tree, named))
        told = decide(tree, hit) if hit is named else Verdict(Status.OCCURRED)
        verdict = _by_day(tree, told, hit, dates[hit.head], published)
        possible = _possible(tree, hit, dates[hit.head], verdict, published)
        gap, length = apart.get(hit.head), lasting.find(tree, hit, timexes)
        yield Found(index, tree, hit, further, verdict, tuple(possible), {}, 0.0, gap, length)


def words_of(document: Document, sentence: Sentence) -> set[str]:
    """Return the words of a sentence, in lower case."""
    text = document.text[sentence.start : sentence.end].lower()
    joined = _JOINED.findall(text) if "-" in text else ()  # "cease-fire" is a ceasefire
    return {*_WORD.findall(text), *(word.replace("-", "") for word in joined)}


def _deadline(
    after: int, timexes: Sequence[TimeExpression], published: PublicationDate
) -> tuple[TimeExpression, ...]:
    """Return the day a deadline was set, if it is told, and the day or the length of time when it runs out.

    Nothing where neither is told.
    """
    today = published.day
    if today is None:
        return ()
    days = [timex for timex in usable(timexes) if timex.type is not TimexType.DURATION]
    ahead = [timex for timex in days if timex.first is not None and timex.first > today]
    ahead += [timex for timex in timexes if timex.start > after and deadlines.length(timex)]
    told = [timex for timex in days if timex.first is not None and timex.first <= today]
    return (*told[:1], ahead[0]) if ahead else ()


def _is_time(tree: Tree, hit: Hit, timexes: Sequence[TimeExpression]) -> bool:
    """Say whether the word is part of a date: "March" is no protest."""
    start = tree.tokens[hit.head].start
    return any(timex.start <= start < timex.end for timex in timexes)


def _by_day(
    tree: Tree, verdict: Verdict, hit: Hit, timexes: Sequence[TimeExpression], published: PublicationDate
) -> Verdict:
    """An event of a day to come has not occurred: "the truce takes effect on Friday".

    One told in the past of a day gone by has: "the hostages seized in April will go home".
    """
    apposed = tree.tokens[hit.head].dep == "acl"  # "a truce signed in April was never renewed"
    unsure = verdict.status is Status.PLANNED or (verdict.status is Status.DENIED and apposed)
    if unsure and _is_done(tree, hit) and _is_gone(timexes, published):
        return Verdict(Status.OCCURRED)
    clause = tree.clause_head(hit.head)
    aside = tree.tokens[clause].dep == "relcl" and bool(timexes) and not governs(tree, clause, timexes[0])
    timeless = (not hit.entry.verb and not aside) or tree.tokens[hit.head].tag in ("VBZ", "VBP")
    told = verdict.status is Status.OCCURRED and timeless and hit.entry.type not in _ACTS
    if told and (_is_ahead(timexes, published) or (hit.entry.verb and _is_tonight(timexes, published))):
        return Verdict(Status.PLANNED, timexes[0].text)
    return verdict


def _is_done(tree: Tree, hit: Hit) -> bool:
    """Say whether a verb tells of what was done: "seized the port", "hostages seized"."""
    token = tree.tokens[hit.head]
    return hit.entry.verb and (token.tag == "VBD" or (token.tag == "VBN" and token.dep == "acl"))


def _is_gone(timexes: Sequence[TimeExpression], published: PublicationDate) -> bool:
    """Say whether the time told is a day gone by."""
    last, today = timexes[0].last if timexes else None, published.day
    return last is not None and today is not None and last < today


def _is_ahead(timexes: Sequence[TimeExpression], published: PublicationDate) -> bool:
    """Say whether the time told is a day to come."""
    first, today = timexes[0].first if timexes else None, published.day
    return first is not None and today is not None and first > today


def _is_tonight(timexes: Sequence[TimeExpression], published: PublicationDate) -> bool:
    """Say whether the time told is the evening of the publication day, as in "the council meets tonight"."""
    told = timexes[0] if timexes else None
    return told is not None and told.first == published.day and told.value.endswith(_EVENING)


def _sent(tree: Tree, hit: Hit, further: Sequence[Hit]) -> Hit:
    """Sending something for an attack is an attack."""
    attack = next((one for one in further if merging.is_sent_to(tree, hit, one)), None)
    if attack is None:
        return hit
    told = attack.entry
    return replace(hit, entry=replace(hit.entry, type=told.type, mode=told.mode, track=told.track))


def _refused(tree: Tree, hit: Hit, verdict: Verdict) -> Hit:
    """What someone says they will not grant, give or agree to is a refusal."""
    if verdict.status is Status.DENIED and hit.entry.type in _KIND_ACTS:
        verb = hit.head if hit.entry.verb else tree.clause_head(hit.head)
        auxiliaries = {tree.tokens[c].lemma for c in tree.children(verb, "aux")}
        spoken = tree.subject(verb) is not None and auxiliaries & {"will", "would", "be", "can", "wo"}
        there = tree.children(verb, "expl") and auxiliaries & {"will", "would"}  # "there will be no talks"
        if spoken if hit.entry.verb else there:
            return replace(hit, entry=replace(hit.entry, type="REJECT", mode=""))
    return hit


def _possible(
    tree: Tree,
    hit: Hit,
    timexes: list[TimeExpression],
    verdict: Verdict,
    published: PublicationDate,
) -> list[TimeExpression]:
    """What has occurred cannot be of a day to come: such a date is that of what is spoken of.

    Nor is what is planned of a day gone by that is told outside its own clause.
    """
    today = published.day
    if today is not None and verdict.status is Status.PLANNED:
        clause = tree.clause_head(hit.head)
        return [t for t in timexes if governs(tree, clause, t) or t.first is None or t.first >= today]
    if verdict.status is not Status.OCCURRED or today is None:
        return timexes
    return [timex for timex in timexes if timex.first is None or timex.first <= today]


@cache
def _weights() -> dict[str, float]:
    return {name: float(value) for name, value in load("weights.toml")["weights"].items()}


def _confidence(values: dict[str, float]) -> float:
    weights = _weights()
    total = sum(value * weights.get(name, 0.0) for name, value in values.items())
    return 1 / (1 + math.exp(-total))
