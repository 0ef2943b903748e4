"""Dates an event by how long before or after another of its sentence it was: "two days after the raid".

Works on the triggers of one sentence, before their dates are settled by the story.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.edtf import bounds, interval
from core.events.dating import Dated
from core.events.deadlines import number
from core.events.focus import is_of_now
from core.events.matching import Hit
from core.events.nearness import governs, token_of
from core.events.syntax import Tree
from core.model import Basis, TimeExpression

_CONNECTORS = {"after": -1, "before": 1}
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_HOURS_OF_A_DAY = 24
_ONE = ("a", "an", "the")


@dataclass(frozen=True, slots=True)
class Gap:
    """How long after (or before, if negative) another event one was; ``timexes`` are those of the other."""

    count: int
    unit: str
    words: str
    timexes: tuple[TimeExpression, ...]


def find(
    tree: Tree,
    events: Sequence[tuple[Hit, tuple[Hit, ...]]],
    dates: Mapping[int, Sequence[TimeExpression]],
    days: Sequence[TimeExpression],
) -> dict[int, Gap]:
    """Return, by the trigger's head, the events that are dated by another of the sentence.

    ``events`` are triggers with the further triggers of the same event, ``dates`` theirs, ``days`` those that
    the sentence names.
    """
    found: dict[int, Gap] = {}
    for hit, _ in events:
        connector = _connector(tree, hit)
        told = _length(tree, connector) if connector is not None else None
        if connector is None or told is None:
            continue
        count, unit, first = told
        sign = _CONNECTORS[tree.tokens[connector].text.lower()]
        words = " ".join(token.text for token in tree.tokens[first : connector + 1])
        upper = _verb_above(tree, hit, connector)
        main = _event_at(tree, events, hit, upper)
        beside = _days_of(tree, upper, days)
        if main is None and beside and upper is not None and upper < connector:
            found[hit.head] = Gap(
                sign * count, unit, words, beside[:1]
            )  # "marched on Monday, a day after ..."
            continue
        if main is None:
            if upper is not None and sign < 0 and is_of_now(tree, upper) and not dates[hit.head]:
                found[hit.head] = Gap(sign * count, unit, words, ())  # "two months after it did, X is ..."
            continue
        own = [timex for timex in dates[hit.head] if governs(tree, hit.head, timex)]
        if not own and not dates[main.head] and _is_known(tree, hit):
            continue
        if own:
            found[main.head] = Gap(-sign * count, unit, words, tuple(own[:1]))
        else:
            found[hit.head] = Gap(sign * count, unit, words, tuple(beside or dates[main.head])[:1])
    return found


def _days_of(tree: Tree, verb: int | None, days: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """Return the days that hang on a verb itself: "broke down on 2 March", not "in force since May"."""
    return tuple(day for day in days if verb is not None and _hangs_on(tree, verb, token_of(tree, day)))


def _hangs_on(tree: Tree, verb: int, at: int | None) -> bool:
    if at is None:
        return False
    head = tree.tokens[at].head
    prep = tree.tokens[head].dep == "prep" and tree.tokens[head].text.lower() != "since"
    return head == verb or (prep and tree.tokens[head].head == verb)


def _is_known(tree: Tree, hit: Hit) -> bool:
    """Say whether a noun points back to what was told, and so has a date already: "after the attack"."""
    definite = any(tree.tokens[c].tag in ("DT", "PRP$") for c in tree.children(hit.head, "det", "poss"))
    return not hit.entry.verb and definite and not tree.children(hit.head, "prep")


def moved(base: Dated, gap: Gap) -> Dated:
    """Return the date that lies by the gap from another, as exact as the gap: days, about a week, a month."""
    if base.first is None or base.last is None:
        return base
    if gap.unit in _MONTHS:
        edtf = _month(base.first, gap.count * _MONTHS[gap.unit])
        edtf = edtf[:4] if gap.unit == "year" else edtf
    elif gap.unit in _DAYS:
        days = dt.timedelta(days=gap.count * _DAYS[gap.unit])
        edtf = interval(base.first + days, base.last + days) + ("~" if gap.unit == "week" else "")
    else:
        days = dt.timedelta(days=-(-abs(gap.count) // _HOURS_OF_A_DAY))
        edtf = (
            interval(base.first - days, base.last)
            if gap.count < 0
            else interval(base.first, base.last + days)
        )
    first, last = bounds(edtf)
    reason = f"{base.reason}; “{gap.words}” tells how far from it"
    return replace(base, edtf=edtf, first=first, last=last, basis=Basis.RELATIVE, reason=reason)


def _connector(tree: Tree, hit: Hit) -> int | None:
    """Return the "after" or "before" that sets the event's clause, or the noun itself, apart from another."""
    above = () if hit.entry.verb else tree.ancestors(hit.head)
    preps = [i for i in above if tree.tokens[i].dep == "prep"][:1]
    clause = tree.clause_head(hit.head)
    words = (*preps, *tree.children(clause, "mark", "advmod", "prep"), *_after_a_length(tree, clause))
    return next((i for i in words if i < hit.head and tree.tokens[i].text.lower() in _CONNECTORS), None)


def _after_a_length(tree: Tree, clause: int) -> list[int]:
    """Return "after" of "a day after X had struck" where the parser makes "a day" subject of the clause."""
    return [p for i in tree.children(clause, "nsubj", "npadvmod") for p in tree.children(i, "prep")]


def _length(tree: Tree, connector: int) -> tuple[int, str, int] | None:
    """Return number, unit and first token of the length of time told right before a word."""
    if connector < 2:
        return None
    unit = tree.tokens[connector - 1].lemma.lower()
    word = tree.tokens[connector - 2].text.lower()
    count = 1 if word in _ONE else number(word)
    known = unit in _DAYS or unit in _MONTHS or unit == "hour"
    return (count, unit, connector - 2) if known and count else None


def _verb_above(tree: Tree, hit: Hit, connector: int) -> int | None:
    """Return the verb of the clause that an event is set apart from."""
    clause = tree.clause_head(hit.head)
    opens = tree.tokens[connector].dep == "mark" or connector in _after_a_length(tree, clause)
    outside = clause if opens and not tree.dominates(connector, hit.head) else connector
    return next((i for i in tree.ancestors(outside) if tree.tokens[i].pos in ("VERB", "AUX")), None)


def _event_at(
    tree: Tree, events: Sequence[tuple[Hit, tuple[Hit, ...]]], hit: Hit, verb: int | None
) -> Hit | None:
    """Return the other event that a verb tells of."""
    for named, further in events if verb is not None else ():
        heads = [one.head for one in (named, *further)]
        if named is not hit and verb in (*heads, *map(tree.clause_head, heads)):
            return named
    return None


def _month(day: dt.date, months: int) -> str:
    """Return the month that lies some months from that of a day, as EDTF."""
    index = day.year * 12 + day.month - 1 + months
    return f"{index // 12:04d}-{index % 12 + 1:02d}"
