"""Says what rules out that two mentions tell of one event, however alike their words."""

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from functools import cache

from core.merge.traits import WHOLE, Traits
from core.merge.wording import settings, word_set
from core.model import Basis, Status

MUTUAL = "CONSULT"  # meetings have no doer and no victim
_ALIKE = 0.7  # "mazar-e-sharif" and "mazar-i-sharif"
_UNLIKE = {Status.HYPOTHETICAL, Status.OCCURRED}  # "could strike Kyiv" is not the strike on Kyiv
_UNMET = {Status.DENIED, Status.OCCURRED}  # "has not spoken to" is about no talks that were held
_AHEAD = {Status.PLANNED, Status.PROPOSED}
_OWN = frozenset(("document", "press"))  # handing over a paper, or facing the press, is an act of its own
_THEN = re.compile(r"\bfollowed by\b|,? (?:and|but) then\b")
_ALSO = re.compile(r"\balso(?: [\w'’-]+)?\s+$")
_CALL = "call"  # the sense of triggers like "spoke", "phoned"
_TOLLS = 0.3  # the lower of two tolls of one attack is at least this part of the higher


def conflict(a: Traits, b: Traits) -> bool:
    """Say whether two mentions cannot tell of one event, wherever they stand."""
    return (
        a.family != b.family
        or {a.mention.status, b.mention.status} == _UNLIKE
        or (a.mention.type == b.mention.type == MUTUAL and {a.mention.status, b.mention.status} == _UNMET)
        or _still_ahead(a, b)
        or _in_turn(a, b)
        or _other_persons(a, b)
        or _other_place(a, b)
        or _other_toll(a, b)
        or _part_of_whole(a, b)
        or (a.mention.track != "battlefield" and (other_means(a, b) or other_sides(a, b)))
    )


def apart(a: Traits, b: Traits) -> bool:
    """Say whether the dates exclude each other. Reports of one day may differ by the night between."""
    gap = max(a.lo, b.lo) - min(a.hi, b.hi)
    if gap <= 0:
        return _unequal_spans(a, b)
    loose = any(t.mention.basis is not Basis.DCT and t.hi > t.lo for t in (a, b))
    return gap > 1 or not loose


def share_place(a: frozenset[str], b: frozenset[str]) -> bool:
    """Say whether two sets of place words have one in common, spelling apart."""
    return bool(a & b) or any(_same_name(x, y) for x in a for y in b)


def disjoint(a: Collection[str], b: Collection[str]) -> bool:
    """Say whether both name something and nothing in common."""
    return bool(a) and bool(b) and not set(a) & set(b)


@cache
def _same_name(a: str, b: str) -> bool:
    return a[0] == b[0] and SequenceMatcher(None, a, b).ratio() >= _ALIKE


def _unequal_spans(a: Traits, b: Traits) -> bool:
    """Deadlines that overlap are still two when they begin on different days."""
    spans = a.mention.type == b.mention.type == "THREATEN" and "/" in a.mention.edtf and "/" in b.mention.edtf
    return spans and a.mention.first != b.mention.first and a.told and b.told


def _still_ahead(a: Traits, b: Traits) -> bool:
    """Say whether one article tells the one as done and the other as to come on a later day."""
    if a.mention.article != b.mention.article:
        return False
    done, ahead = (a, b) if a.mention.status is Status.OCCURRED else (b, a)
    if done.mention.status is not Status.OCCURRED or ahead.mention.status not in _AHEAD:
        return False
    last, first = done.mention.last, ahead.mention.first
    return last is not None and first is not None and last < first


def _in_turn(a: Traits, b: Traits) -> bool:
    """Say whether one is told after the other: "a car bomb, followed by gunfire", "They also agreed to"."""
    if a.mention.article != b.mention.article:
        return False
    first, later = sorted((a, b), key=lambda t: t.mention.trigger.start)
    gap = later.at.sentence - first.at.sentence
    at = later.mention.trigger.start - later.at.start
    if gap <= 1 and first.trigger & later.trigger and _ALSO.search(later.at.text, 0, max(at, 0)):
        return True
    begin = max(first.mention.trigger.end - first.at.start, 0)
    then = gap == 0 and bool(_THEN.search(first.at.text, begin, max(at, 0)))
    return then and not (a.casualties or b.casualties)


def _other_persons(a: Traits, b: Traits) -> bool:
    """Say whether others spoke with each other for the same sides: ministers, after the presidents did."""
    if not a.mention.type == b.mention.type == MUTUAL or _CALL not in a.sense & b.sense:
        return False
    sides = a.named | b.named
    one, two = ((t.words & t.names) - t.places - sides for t in (a, b))
    return len(one) > 1 and len(two) > 1 and not one & two


def _other_place(a: Traits, b: Traits) -> bool:
    somewhere = a.mention.track == "battlefield" or a.mention.type in settings()["kin"]["local"]
    if not somewhere:
        return False
    if disjoint({a.mention.country} - {""}, {b.mention.country} - {""}):
        return not share_place(a.places, b.places)
    if not (a.named_place and b.named_place):
        return False
    return not share_place(a.places, b.places) and not _holds(a, b)


def _holds(a: Traits, b: Traits) -> bool:
    """Say whether one place may hold the other: a party's country, or the country of the other mention."""
    return any(one.mention.place in (*one.parties, other.mention.country) for one, other in ((a, b), (b, a)))


def other_means(a: Traits, b: Traits) -> bool:
    """Say whether one was done in a way that rules out the other's: bomb and gun, call and visit."""
    if a.kind == b.kind or a.mention.type != b.mention.type:
        return False
    if not a.kind or not b.kind:
        return not _OWN.isdisjoint((a.kind, b.kind))
    return not any({a.kind, b.kind} <= set(kin) for kin in settings()["kin"]["kinds"])


def _part_of_whole(a: Traits, b: Traits) -> bool:
    """Say whether one is an attack as a whole and the other, by its very word, what it was made with."""
    if (a.kind == WHOLE) == (b.kind == WHOLE) or not (a.kind and b.kind):
        return False
    part = b if a.kind == WHOLE else a
    return not part.trigger & word_set("general")


def other_sides(a: Traits, b: Traits) -> bool:
    """Say whether others did it: another doer, other sides at the table."""
    if a.mention.track == "battlefield":
        return False  # either side may be named as the one who began, or where it happened
    if a.mention.type == MUTUAL:
        return len(a.parties) > 1 and len(b.parties) > 1 and len(a.parties & b.parties) < 2
    one_sided = a.mention.type in settings()["kin"]["one_sided"]
    return disjoint(a.source, b.source) if one_sided else disjoint(a.parties, b.parties)


def _other_toll(a: Traits, b: Traits) -> bool:
    """Say whether the numbers of killed are too far apart to be early and late counts of one attack."""
    one, two = a.mention.killed, b.mention.killed
    return one is not None and two is not None and min(one, two) < _TOLLS * max(one, two)
