"""Gives each event its date: that of the time expression in its clause, else the story's, else the news'."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.edtf import bounds, interval
from core.events.matching import Hit
from core.events.revenge import belongs_to_paid_back, is_paid_back
from core.events.syntax import CLAUSE_DEPS, Tree
from core.model import Basis, PublicationDate, Status, TimeExpression, TimexType
from core.wording import count

_DAY = re.compile(r"\d{4}(-\d\d){0,2}")
_CLAUSE_COST = {"relcl": 6, "xcomp": 1}
_FAR = 99
_REPORTED = 20  # "said on Monday that ...": used where nothing nearer is told
_REPORT = ("ccomp", "parataxis")
_CONTENT = 6  # a time told in what is said is not that of the saying
_APART = ("day", "week", "month", "year")
_QUOTES = frozenset('"“”')
_LASTING = ("since", "until")  # what a verb tells has gone on so long
_GONE = 3  # days: a time so far back does not go with the present perfect


@dataclass(frozen=True, slots=True)
class Dated:
    """An event's date: EDTF, bounds, basis, the reason in words, and the expression it comes from."""

    edtf: str
    first: dt.date | None
    last: dt.date | None
    basis: Basis
    reason: str
    timex: TimeExpression | None = None


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
    taken = {id(timex): owner[at] for timex in timexes if (at := _just_before(tree, hits, timex)) is not None}
    for hit, further in events:
        others = {head for head, event in owner.items() if event != hit.head}
        ranked = sorted(
            (
                (distance, *_loosely(tree, (hit, *further), timex), timex.start, timex)
                for timex in timexes
                if taken.get(id(timex), hit.head) == hit.head
                and (distance := min(_nearness(tree, one, timex, others) for one in (hit, *further))) < _FAR
                and not _contradicts(tree, hit, timex, today)
                and not _is_measured_from(tree, hit, timex)
            ),
            key=lambda item: item[:4],
        )
        if ranked:
            nearest = ranked[0][:3]
            told = [timex for *near, _, timex in ranked if tuple(near) == nearest]
            found[hit.head] = [_beginning(tree, hit, timex) for timex in told]
    return found


def _loosely(tree: Tree, hits: Sequence[Hit], timex: TimeExpression) -> tuple[bool, bool]:
    """Say whether a time hangs on the noun of a verb's phrase, and whether it only tells since when.

    "The curfew, in force since May, was lifted on Sunday" tells of Sunday.
    """
    at = token_of(tree, timex)
    path = [] if at is None else [at, *tree.ancestors(at)]
    tokens = {i for hit in hits if hit.entry.verb for i in hit.tokens}
    first = next((i for i in path if i in tokens), None)
    noun = first is not None and tree.tokens[first].pos == "NOUN"
    before = next((t.text.lower() for t in reversed(tree.tokens) if t.end <= timex.start), "")
    return noun, before in _LASTING


def _beginning(tree: Tree, hit: Hit, timex: TimeExpression) -> TimeExpression:
    """Return the day itself for what a clause hung on it tells: "since June, when rebels took the town"."""
    since, at = "/" in timex.edtf, token_of(tree, timex)
    clause = tree.clause_head(hit.head)
    above = list(tree.ancestors(clause))[:2] if tree.tokens[clause].dep == "relcl" else []
    told = at in above or _is_the_day_of(tree, hit, timex)
    if not since or not told or not _DAY.fullmatch(timex.value):
        return timex
    first, last = bounds(timex.value)
    return replace(timex, edtf=timex.value, first=first, last=last)


def _is_the_day_of(tree: Tree, hit: Hit, timex: TimeExpression) -> bool:
    """Say whether a trigger tells what an expression is the day of: "since 3 May, the day X fell"."""
    clause = tree.tokens[tree.clause_head(hit.head)]
    day = tree.tokens[clause.head]
    if clause.dep != "relcl" or day.lemma not in _APART or day.start < timex.end:
        return False
    return all(t.dep in ("punct", "det") for t in tree.tokens if timex.end <= t.start < day.start)


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
    """Say whether a time only tells how rare an event is: "met for the first time since May"."""
    at = token_of(tree, timex)
    since = tree.tokens[at].head if at is not None else 0
    if tree.tokens[since].text.lower() != "since":
        return False
    above = tree.tokens[since].head
    return tree.tokens[above].pos == "NOUN" and above not in hit.tokens


def governs(tree: Tree, head: int, timex: TimeExpression) -> bool:
    """Say whether a time expression stands in the phrase or clause of a word."""
    at = token_of(tree, timex)
    return at is not None and tree.dominates(head, at)


def token_of(tree: Tree, timex: TimeExpression) -> int | None:
    """The token of the expression that carries its syntax: the one governed from outside it."""
    inside = [i for i, token in enumerate(tree.tokens) if token.start < timex.end and token.end > timex.start]
    if not inside:
        return None
    members = set(inside)
    return next(
        (i for i in inside if tree.tokens[i].head not in members or tree.tokens[i].head == i), inside[0]
    )


def _nearness(tree: Tree, hit: Hit, timex: TimeExpression, heads: set[int]) -> int:
    """How far an expression is from a trigger, a clause with "when" being next to the time before it."""
    beside = _opens_clause_of(tree, hit, timex) or _is_the_day_of(tree, hit, timex)
    return 1 if beside else _distance(tree, hit, timex, heads)


def _distance(tree: Tree, hit: Hit, timex: TimeExpression, heads: set[int]) -> int:
    """How far an expression is from a trigger: 0 within its phrase, more with each clause between."""
    at = token_of(tree, timex)
    if at is None:
        return _FAR
    path = list(tree.ancestors(at))
    if at in hit.tokens or hit.head in path:
        return _FAR if _owned(path, hit.head, heads) else _clauses_between(tree, hit.head, at)
    steps = _FAR if any(_on_another_day(tree, i) for i in tree.ancestors(hit.head) if i not in path) else 0
    previous = hit.head
    for upper in tree.ancestors(hit.head):
        dep = tree.tokens[previous].dep
        if tree.tokens[previous].pos in ("VERB", "AUX"):
            after = dep == "conj" and _comes_after(tree, previous, at)
            if (after and not _goes_on(tree, previous)) or (
                dep in _REPORT and _is_past_quote(tree, previous)
            ):
                return _FAR
            steps += 2 if after else 0
            steps += _REPORTED if dep in _REPORT else 0
            steps += 2 if dep in CLAUSE_DEPS else 0
        previous = upper
        if upper in path or upper == at:
            if _owned(path, upper, heads):
                return _FAR
            return 1 + steps + _clauses_between(tree, upper, at)
    return _FAR


def _is_past_quote(tree: Tree, verb: int) -> bool:
    """Say whether a clause is quoted and tells of the past: "“It was a long meeting,” he said on Monday"."""
    finite = (verb, *tree.children(verb, "aux", "auxpass"))
    past = any(tree.tokens[i].tag == "VBD" for i in finite)
    return past and any(
        tree.tokens[i].text in _QUOTES for i in tree.children(tree.tokens[verb].head, "punct")
    )


def _opens_clause_of(tree: Tree, hit: Hit, timex: TimeExpression) -> bool:
    """Say whether a clause with "when" follows the expression and holds the trigger."""
    after = [i for i, token in enumerate(tree.tokens) if token.start >= timex.end and token.text != ","][:1]
    return any(
        tree.tokens[i].text.lower() == "when"
        and tree.dominates(tree.tokens[i].head, hit.head)
        and hit.head > i
        for i in after
    )


def _on_another_day(tree: Tree, i: int) -> bool:
    """Say whether a phrase sets an event on another day: "attacked on Sunday, one day before the talks"."""
    lead = tree.children(i, "npadvmod") if tree.tokens[i].text.lower() in ("before", "after") else []
    return any(tree.tokens[c].lemma in _APART for c in lead)


def _owned(path: list[int], upper: int, heads: set[int]) -> bool:
    """Say whether another trigger stands between the expression and ``upper``: then it dates that one."""
    return any(i in heads for i in path[: path.index(upper)]) if upper in path else False


def _goes_on(tree: Tree, conjunct: int) -> bool:
    """Say whether a coordinated verb tells on of the same doer and time: "met on Monday and agreed"."""
    perfect = [tree.tokens[c].tag in ("VBZ", "VBP") for c in tree.children(conjunct, "aux")]
    return not any(perfect) and not tree.children(conjunct, "nsubj", "nsubjpass")


def _comes_after(tree: Tree, conjunct: int, at: int) -> bool:
    """A date at the start of coordinated clauses holds for all; one inside the first, for the first only."""
    return tree.tokens[at].start > tree.tokens[tree.tokens[conjunct].head].start


def _clauses_between(tree: Tree, upper: int, lower: int) -> int:
    count = 0
    for i in (lower, *tree.ancestors(lower)):
        if i == upper:
            break
        token = tree.tokens[i]
        if token.pos in ("VERB", "AUX") and token.dep in CLAUSE_DEPS:
            told = token.dep == "ccomp" or (token.dep == "acl" and bool(tree.children(i, "mark")))
            count += _CONTENT if told else 1 if token.head == upper else _CLAUSE_COST.get(token.dep, 3)
    return count if count < 6 else _FAR


def from_timex(timex: TimeExpression) -> Dated:
    """Return the date that a time expression names."""
    reason = f"dated by “{timex.text}”" + (f": {timex.reason}" if timex.reason else "")
    return Dated(timex.edtf, timex.first, timex.last, timex.basis, reason, timex)


def clipped(dated: Dated, today: dt.date | None, status: Status) -> Dated:
    """Cut a span like "this week" at the publication day: the past ends there, what is planned begins."""
    if today is None or dated.first is None or dated.last is None or not dated.first < today < dated.last:
        return dated
    if status is Status.OCCURRED and (dated.last - dated.first).days <= 31:
        return replace(dated, edtf=interval(dated.first, today), last=today)
    if status is Status.PLANNED:
        return replace(dated, edtf=interval(today, dated.last), first=today)
    return dated


def from_story(earlier: Dated) -> Dated:
    """Return a date taken over from what was told before."""
    source = f" by “{earlier.timex.text}”" if earlier.timex else ""
    return Dated(
        earlier.edtf,
        earlier.first,
        earlier.last,
        Basis.NARRATIVE,
        f"no time told here; the story is at the date given before{source}",
        earlier.timex,
    )


def before(day: dt.date, reason: str) -> Dated:
    """Return the open date of what is only known to have happened by a day."""
    return Dated(f"../{day}", None, day, Basis.DCT, reason)


def from_publication(published: PublicationDate, status: Status) -> Dated:
    """Return the date of news that tells no time: about the publication day, or open for what lies ahead."""
    if not published.edtf:
        return Dated("", None, None, Basis.DCT, "no time told, and the publication date is not known")
    if status in (Status.PLANNED, Status.PROPOSED, Status.HYPOTHETICAL):
        edtf, reason = (
            f"{published.edtf}/..",
            "not yet happened, no time told: on the publication day or later",
        )
    else:
        edtf, reason = f"{published.edtf}~", "no time told: news of the publication day"
    first, last = bounds(edtf)
    return Dated(edtf, first, last, Basis.DCT, reason)


def span(start: Dated, days: int) -> Dated:
    """Return the span of a deadline that runs for some days from the day it was set.

    Where only the month or year is known in which it was set, the date stays as open as that.
    """
    reason = f"{start.reason}; the deadline runs {count(days, 'day')}"
    if start.first is None or not _begins_on_a_day(start.edtf):
        return replace(start, reason=reason)
    end = (start.last or start.first) + dt.timedelta(days=days)
    return Dated(interval(start.first, end), start.first, end, start.basis, reason, start.timex)


def _begins_on_a_day(edtf: str) -> bool:
    return len(edtf.partition("/")[0].rstrip("~?%")) == len("2025-06-02")
