"""Keeps the thread of the story: what was last told, when it was, and by which means."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from core.edtf import interval
from core.events.dating import Dated, before, clipped, from_publication, from_story, from_timex, span
from core.events.deadlines import length as days_of
from core.events.deadlines import run_out
from core.events.focus import Focus, had, holds, is_earlier
from core.events.gaps import Gap, moved
from core.events.lasting import until
from core.events.lexicon import word_set
from core.events.matching import Hit
from core.events.modes import by_weapon
from core.events.parties.cases import TOGETHER
from core.events.proposing import Found
from core.events.ranges import together
from core.events.revenge import is_paid_back
from core.events.syntax import Tree
from core.model import Basis, BlockKind, Document, PublicationDate, Status, TimeExpression

_AND = re.compile(r"\s*(?:,|and|or|,\s*and)\s*(?:on|in)?\s*(?:the\s*)?")
_DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "their", "his", "her"))
_RECENT_DAYS = 45  # a day further back is background; the story does not stay there
_FRESH_DAYS = 2  # news told by the way is news all the same
_ASIDE = ("relcl", "acl", "advcl")
_A_FEW_DAYS = 3  # a wider span dates its own event only
_NEAR = 2  # sentences of one paragraph
_GUNS = "firearms"
_NEXT = 1  # sentence, if another paragraph begins
_ON = 3  # sentences, if fighting goes on in the simple past
_TOLD = (Basis.EXPLICIT, Basis.PARTIAL, Basis.RELATIVE)


@dataclass(frozen=True, slots=True)
class _Told:
    """An event told earlier in the article."""

    index: int
    paragraph: int
    track: str
    type: str
    mode: str
    lemma: str
    status: Status
    sides: frozenset[str]
    dated: Dated
    aside: bool


class Story:
    """The events of one article told so far."""

    def __init__(
        self,
        published: PublicationDate,
        thread: Sequence[Focus | None],
        sections: Sequence[int],
        *,
        of_yesterday: bool,
    ) -> None:
        self._published = published
        self._thread = thread
        self._sections = sections
        self._of_yesterday = of_yesterday
        self._told: list[_Told] = []
        self._modes: list[str] = []

    def date(self, one: Found, mode: str, sides: frozenset[str]) -> list[Dated]:
        """Return the date of an event between ``sides``; several where several dates are listed for it."""
        index, tree, hit, status = one.index, one.tree, one.hit, one.verdict.status
        if hit.entry.within:
            return [self._deadline(one)]
        if one.gap and status is Status.OCCURRED:
            dates = [self._apart(one.gap)]
        elif one.length and status is Status.OCCURRED:
            dates = [self._lasting(one.length, one.timexes)]
        elif one.timexes:
            told = _listed(tree, one.timexes)
            told = together(told) if hit.entry.type == "CONSULT" else told
            dates = [clipped(from_timex(timex), self._published.day, status) for timex in told]
        else:
            again = self._same_event(one, mode, sides)
            earlier = self._standing(one) or (from_story(again) if again else None)
            if is_paid_back(tree, hit.head) and not _is_definite(tree, hit):
                earlier = self._before(earlier)
            dates = [earlier or self._news(one)]
        entry = hit.entry
        self._told += [
            _Told(
                index,
                tree.sentence.paragraph,
                entry.track,
                entry.type,
                mode,
                tree.tokens[hit.head].lemma,
                status,
                sides,
                dated,
                _is_aside(tree, hit),
            )
            for dated in dates
        ]
        days = run_out(tree, sorted(one.tokens()))
        return [span(dated, days) if days else dated for dated in dates]

    def _standing(self, one: Found) -> Dated | None:
        """Return where the sentences before have left the story, for what is told on in the simple past.

        What had been done before a day long ago is only known to lie before it.
        """
        focus, occurred = self._thread[one.index], one.verdict.status is Status.OCCURRED
        beside = any(told.index == one.index and told.dated.basis in _TOLD for told in self._told)
        if focus is None or not occurred or beside or not holds(focus, one.tree, one.hit):
            return None
        dated = clipped(from_timex(focus.timex), self._published.day, Status.OCCURRED)
        if dated.last and self._is_past(dated, _RECENT_DAYS) and had(one.tree, one.hit):
            reason = f"told as done before the day given by “{focus.timex.text}”"
            return replace(before(dated.last, reason), basis=Basis.NARRATIVE)
        narrated = _is_narrated(one.tree, one.hit) and not self._is_ahead(dated)
        return from_story(dated) if narrated else None

    def _news(self, one: Found) -> Dated:
        """Return the date of what tells no time: the day before, where the lead tells of yesterday."""
        day, status = self._published.day, one.verdict.status
        if day and status is Status.OCCURRED and is_earlier(one.tree, one.hit):
            return before(day, "told as earlier than what else is told: before the news")
        if not (self._of_yesterday and day and status is Status.OCCURRED):
            return from_publication(self._published, status)
        eve = day - dt.timedelta(days=1)
        return Dated(f"{eve}~", eve, eve, Basis.DCT, "no time told: news of the day before, as the lead")

    def _before(self, answer: Dated | None) -> Dated | None:
        """Return the open date of what is paid back: before the answer to it, else before the news."""
        day = answer.last if answer and answer.last else self._published.day
        return before(day, f"told as what another attack pays back: by {day}") if day else None

    def _apart(self, gap: Gap) -> Dated:
        """Return the date told by how far it is from another event: one with a time, else today's news."""
        known = from_timex(gap.timexes[0]) if gap.timexes else None
        return moved(known or from_publication(self._published, Status.OCCURRED), gap)

    def _lasting(self, length: TimeExpression, told: Sequence[TimeExpression]) -> Dated:
        """Return the span of what lasted so long, up to the time of its clause, else to publication."""
        end = from_timex(told[0]) if told else from_publication(self._published, Status.OCCURRED)
        if end.first != end.last and end.first and end.last and _days(end) + 1 == days_of(length):
            return end  # "four days of fighting, from 7 to 10 May"
        return until(end, length)

    def _deadline(self, one: Found) -> Dated:
        """Return the span from the day the deadline was set, else published, to the day it runs out."""
        start = (
            from_timex(one.timexes[0])
            if len(one.timexes) > 1
            else from_publication(self._published, one.verdict.status)
        )
        last = one.timexes[-1]
        if days := days_of(last):
            return span(start, days)
        end = last.first
        if start.first is None or end is None:
            return start
        reason = f"{start.reason}; runs out “{last.text}”"
        return replace(start, edtf=interval(start.first, end), last=end, reason=reason)

    def _same_event(self, one: Found, mode: str, sides: frozenset[str]) -> Dated | None:
        """Return the date of the event told before that this one takes up again or goes on from."""
        index, tree, hit, status = one.index, one.tree, one.hit, one.verdict.status
        entry, token = hit.entry, tree.tokens[hit.head]
        definite, narrated = _is_definite(tree, hit), _is_narrated(tree, hit)
        told_on = narrated and entry.track == "battlefield" and not tree.in_quotes(hit.head)
        beyond = _ON if told_on else _NEXT
        for told in reversed(self._told):
            beside = told.paragraph == tree.sentence.paragraph
            if told.dated.basis is Basis.DCT or told.status is Status.DENIED:
                continue
            near = index - told.index <= (_NEAR if beside else beyond)
            if told.aside and self._is_past(told.dated, _FRESH_DAYS):
                near = False
            over = told.status is status and self._is_past(told.dated, -1)  # by the end of today
            if near and over and narrated and index == told.index and told.dated.basis in _TOLD:
                return told.dated
            if told.track != entry.track or not self._is_recent(told.dated):
                continue
            if status is Status.OCCURRED and self._is_ahead(told.dated):
                continue
            wide = _days(told.dated) > _A_FEW_DAYS and told.index != index
            elsewhere = self._sections[told.index] != self._sections[index]
            known = definite and told.lemma == token.lemma
            known = known or (told.type == "ASSAULT" and _is_of_incident(tree, hit))
            if (wide or elsewhere) and not known:
                continue
            if near and not elsewhere and told.status is status and entry.track == "battlefield":
                return told.dated
            other = told.type == "ASSAULT" == entry.type and told.mode and mode and told.mode != mode
            other = other or (entry.type in TOGETHER and _are_others(told.sides, sides))
            again = definite and told.type == entry.type and not other
            if again and (told.lemma == token.lemma or index - told.index <= _NEAR):
                return told.dated
        return None

    def _is_past(self, dated: Dated, days: int) -> bool:
        """Say whether a date is so far back that what is told in the simple past goes on from there."""
        today = self._published.day
        return today is not None and dated.last is not None and (today - dated.last).days > days

    def _is_recent(self, dated: Dated, days: int = _RECENT_DAYS) -> bool:
        today = self._published.day
        if today is None or dated.first is None or dated.last is None:
            return False
        return (today - dated.first).days <= days and _days(dated) <= days

    def _is_ahead(self, dated: Dated) -> bool:
        today = self._published.day
        return today is not None and dated.first is not None and dated.first > today

    def mode(self, tree: Tree, hit: Hit, stated: str) -> str:
        """Return the means of an attack: as stated, else that of the attack a noun points back to."""
        if hit.entry.type != "ASSAULT":
            return stated
        if not stated and hit.entry.mode and _is_definite(tree, hit):
            afar = tree.tokens[hit.head].lemma in word_set("from afar")
            fit = (m for m in reversed(self._modes) if m in by_weapon() and not (afar and m == _GUNS))
            stated = next(fit, "")
        self._modes.append(stated)
        return stated


def is_of_yesterday(
    document: Document, timexes: Sequence[TimeExpression], published: PublicationDate
) -> bool:
    """Say whether the lead tells of yesterday, as in a morning paper."""
    lead = next((s for s in document.sentences if s.kind is BlockKind.BODY), None)
    day = published.day
    return any(
        t.basis is Basis.RELATIVE and t.day == day - dt.timedelta(days=1)
        for t in timexes
        if lead and day and lead.start <= t.start < lead.end
    )


def _are_others(some: frozenset[str], sides: frozenset[str]) -> bool:
    """Say whether talks are held by others: two are named each time, and not the same two."""
    return len(some) == len(sides) == 2 and some != sides


def _is_definite(tree: Tree, hit: Hit) -> bool:
    """Say whether a noun points back to what was told: "the strike", "their attack", "it was a raid"."""
    above = tree.tokens[hit.head].head
    it = [tree.tokens[c].text.lower() for c in tree.children(above, "nsubj")]
    if tree.tokens[hit.head].dep == "attr" and it in (["it"], ["this"], ["that"]):
        return True
    marks = tree.children(hit.head, "det", "poss")
    return not hit.entry.verb and any(tree.tokens[c].text.lower() in _DEFINITE for c in marks)


def _is_of_incident(tree: Tree, hit: Hit) -> bool:
    """Say whether a harm is that of an attack told before: "ten were killed in the incident"."""
    places = (i for p in tree.children(hit.head, "prep") for i in tree.children(p, "pobj"))
    return hit.entry.harm and any(tree.tokens[i].lemma in word_set("incidents") for i in places)


def _is_aside(tree: Tree, hit: Hit) -> bool:
    """Say whether an event is told by the way: the story does not stay at "who took the town in May"."""
    clauses = (i for i in (hit.head, *tree.ancestors(hit.head)) if tree.tokens[i].pos in ("VERB", "AUX"))
    return any(tree.tokens[i].dep in _ASIDE for i in clauses)


def _is_narrated(tree: Tree, hit: Hit) -> bool:
    """Say whether it is told in the simple past, as stories are: "the envoy left", "the raid killed six"."""
    verb = tree.clause_head(hit.head)
    if not hit.entry.verb and not (_is_definite(tree, hit) and tree.tokens[hit.head].dep == "nsubj"):
        return False
    was = any(tree.tokens[c].tag == "VBD" for c in tree.children(verb, "auxpass"))
    return tree.tokens[verb].tag == "VBD" or was


def _days(dated: Dated) -> int:
    """Return how many days lie between the ends of a date; many where an end is open."""
    if dated.first is None or dated.last is None:
        return 9999
    return (dated.last - dated.first).days


def _listed(tree: Tree, timexes: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Return the first expression, and those that are listed with it ("on 3 May and 9 May")."""
    starts = {t.start for t in tree.tokens}
    kept = [timexes[0]]
    days = {timexes[0].edtf}
    for one, other in pairwise(timexes):
        between = " ".join(t.text for t in tree.tokens if one.end <= t.start and t.end <= other.start)
        if other.start not in starts or not _AND.fullmatch(between):
            break
        kept += [other] if other.edtf not in days else []  # "yesterday, Sunday"
        days.add(other.edtf)
    return kept
