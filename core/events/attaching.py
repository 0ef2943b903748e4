"""Shares the time expressions of a sentence out to its events, by syntax."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.edtf import bounds
from core.events.lexicon import standard
from core.events.matching import Hit
from core.events.nearness import FAR, is_the_day_of, nearness, token_of
from core.events.revenge import belongs_to_paid_back, is_paid_back
from core.events.status import decide
from core.events.syntax import Tree
from core.model import Status, TimeExpression, TimexType

_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_LASTING = ("since", "until")  # what a verb tells has gone on so long
_BEFORE_NOUN = ("compound", "nmod", "nummod", "amod")
_PARTIES = ("nsubj", "nsubjpass", "dobj")
_AHEAD = (Status.PROPOSED, Status.PLANNED, Status.HYPOTHETICAL)
_GONE = 3  # days: a time so far back does not go with the present perfect


def usable(timexes: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the time expressions that name days."""
    return [t for t in timexes if t.edtf and t.type is not TimexType.SET]


def attach(
    tree: Tree,
    events: Sequence[tuple[Hit, tuple[Hit, ...]]],
    timexes: Sequence[TimeExpression],
    today: dt.date | None,
) -> dict[int, list[TimeExpression]]:
    """Share a sentence's time expressions out to its events, by syntax; the key is the trigger's head.

    ``events`` are triggers with the further triggers of the same event. Each expression belongs to the event
    it is nearest to in the tree; an event without one borrows that of the clause above it.
    """
    found: dict[int, list[TimeExpression]] = {hit.head: [] for hit, _ in events}
    owner = {one.head: hit.head for hit, further in events for one in (hit, *further)}
    hits = [one for hit, further in events for one in (hit, *further)]
    over = {id(timex) for timex in timexes if _is_over(timex, today)}
    sought = {hit.head for hit in hits if _is_sought(tree, hit, hits)} if over else set()
    ahead = {id(timex): sought if id(timex) in over else set() for timex in timexes}
    taken = {
        id(timex): owner[at]
        for timex in timexes
        if (at := _just_before(tree, hits, timex)) is not None and at not in ahead[id(timex)]
    }
    for hit, further in events:
        others = {head for head, event in owner.items() if event != hit.head}
        ranked = sorted(
            (
                (distance, *_loosely(tree, (hit, *further), timex), timex.start, timex)
                for timex in timexes
                if taken.get(id(timex), hit.head) == hit.head
                and (
                    distance := min(
                        nearness(tree, one, timex, others - ahead[id(timex)]) for one in (hit, *further)
                    )
                )
                < FAR
                and not _contradicts(tree, hit, timex, today)
                and not _is_measured_from(tree, hit, timex)
                and not _is_of_a_thing(tree, owner, timex)
            ),
            key=lambda item: item[:4],
        )
        if ranked:
            nearest = ranked[0][:3]
            told = [timex for *near, _, timex in ranked if tuple(near) == nearest]
            found[hit.head] = [
                _beginning(tree, hit, timex) for timex in told if not _holds_another(timex, told)
            ]
    return found


def _is_sought(tree: Tree, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Say whether an event is not so, or yet to come and another is about it: "voted for a truce"."""
    if hit.entry.verb:
        return False
    over, status = set(tree.ancestors(hit.head)), decide(tree, hit).status
    return status is Status.DENIED or (status in _AHEAD and any(other.head in over for other in hits))


def _is_over(timex: TimeExpression, today: dt.date | None) -> bool:
    return today is not None and timex.last is not None and timex.last < today


def _holds_another(timex: TimeExpression, told: Sequence[TimeExpression]) -> bool:
    """Say whether a stretch only frames a day told beside it: "during the war last June, on 13 June"."""
    first, last = timex.first, timex.last
    within = (one for one in told if one is not timex and one.edtf != timex.edtf and one.first and one.last)
    return any(
        first and last and first <= one.first and one.last <= last for one in within if one.first and one.last
    )


def _loosely(tree: Tree, hits: Sequence[Hit], timex: TimeExpression) -> tuple[bool, bool]:
    """Say whether a time hangs on a noun of a verb's phrase, and whether it only tells since when.

    "The curfew, in force since May, was lifted on Sunday" tells of Sunday.
    """
    at = token_of(tree, timex)
    path = [] if at is None else [at, *tree.ancestors(at)]
    tokens = {i for hit in hits if hit.entry.verb for i in hit.tokens}
    at_verb = next((n for n, i in enumerate(path) if i in tokens), None)
    onto = path[: at_verb + 1][-2:] if at_verb is not None else []
    noun = any(tree.tokens[i].pos == "NOUN" and i in tokens for i in onto[-1:]) or any(
        tree.tokens[i].dep in _PARTIES for i in onto[:-1]
    )
    before = next((t.text.lower() for t in reversed(tree.tokens) if t.end <= timex.start), "")
    return noun, before in _LASTING


def _beginning(tree: Tree, hit: Hit, timex: TimeExpression) -> TimeExpression:
    """Return the day itself for what a clause hung on it tells: "since June, when rebels took the town"."""
    since, at = "/" in timex.edtf, token_of(tree, timex)
    clause = tree.clause_head(hit.head)
    above = list(tree.ancestors(clause))[:2] if tree.tokens[clause].dep == "relcl" else []
    told = at in above or _is_since_it(tree, hit, at) or is_the_day_of(tree, hit, timex)
    if not since or not told or not _DAY.fullmatch(timex.value):
        return timex
    first, last = bounds(timex.value)
    return replace(timex, edtf=timex.value, first=first, last=last)


def _is_since_it(tree: Tree, hit: Hit, at: int | None) -> bool:
    """Say whether something else is told to go on since the event: "closed since the 3 May attack"."""
    before = at is not None and tree.tokens[at].head == hit.head and tree.tokens[at].dep in _BEFORE_NOUN
    return before and not hit.entry.verb and tree.tokens[tree.tokens[hit.head].head].text.lower() in _LASTING


def _just_before(tree: Tree, hits: Sequence[Hit], timex: TimeExpression) -> int | None:
    """The noun in a phrase that an expression follows: "(retaliation for) the raids on Kunduz last week"."""
    at = token_of(tree, timex)
    if at is None or tree.tokens[tree.tokens[at].head].text.lower() in _LASTING:
        return None
    nouns = {hit.head for hit in hits if not hit.entry.verb}
    verbs = {hit.head for hit in hits if hit.entry.verb}
    over = [i for i in tree.ancestors(at) if i in nouns or i in verbs]
    nearest = next((i for i in over if i in nouns), None)
    if nearest is not None and over[0] in verbs:
        return None  # "a summit in X, where a treaty initialled on 3 May is to be signed"
    for hit in reversed(hits):
        last = hit.tokens[-1]
        if hit.entry.verb or tree.tokens[hit.head].dep != "pobj" or last >= at:
            continue
        if nearest not in (None, hit.head):
            continue
        first = next(i for i, token in enumerate(tree.tokens) if token.end > timex.start)
        between = [i for i in range(last + 1, first) if not tree.dominates(hit.head, i)]
        beside = timex.start - tree.tokens[last].end <= 4 or all(i == first - 1 for i in between)
        if beside or (is_paid_back(tree, hit.head) and belongs_to_paid_back(tree, 0, first)):
            return hit.head
    return None


def _contradicts(tree: Tree, hit: Hit, timex: TimeExpression, today: dt.date | None) -> bool:
    """The present perfect tells of no day gone by: "has condemned the invasion in February"."""
    at = token_of(tree, timex)
    if not hit.entry.verb or today is None or timex.last is None or at is None:
        return False
    if hit.head not in list(tree.ancestors(at))[:2]:
        return False
    perfect = any(
        tree.tokens[c].lemma == "have" and tree.tokens[c].tag in ("VBZ", "VBP")
        for c in tree.children(hit.head, "aux")
    )
    return perfect and (today - timex.last).days >= _GONE


def _is_measured_from(tree: Tree, hit: Hit, timex: TimeExpression) -> bool:
    """Say whether a time only tells how rare an event is: "the first time since May", "the worst since"."""
    at = token_of(tree, timex)
    since = tree.tokens[at].head if at is not None else None
    if since is None or tree.tokens[since].text.lower() != "since":
        return False
    above, beside = tree.tokens[since].head, max(since - 1, 0)
    most = any(tree.tokens[c].tag == "JJS" for c in tree.children(beside, "amod"))
    return most or (tree.tokens[above].pos == "NOUN" and above not in hit.tokens)


def _is_of_a_thing(tree: Tree, heads: Mapping[int, int], timex: TimeExpression) -> bool:
    """Say whether a year only tells which thing is meant, no event: "as the 1999 constitution requires"."""
    at = token_of(tree, timex)
    if at is None or not _YEAR.fullmatch(timex.value):
        return False
    noun = tree.tokens[at].head
    event = (
        noun in heads
        or tree.tokens[noun].lemma in standard().nouns
        or tree.tokens[noun].lemma in standard().classes["war"]
    )
    return tree.tokens[at].dep in _BEFORE_NOUN and not event and tree.tokens[noun].pos in ("NOUN", "PROPN")
