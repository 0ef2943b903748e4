"""Dates what is told by how long it lasted, up to the time of its clause: "after ten days of shelling"."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from core.edtf import bounds
from core.events import deadlines
from core.events.dating import Dated
from core.events.matching import Hit
from core.events.syntax import Tree
from core.model import Basis, TimeExpression


def find(tree: Tree, hit: Hit, timexes: Sequence[TimeExpression]) -> TimeExpression | None:
    """Return the length of time "of" which a noun is told, if it is one of days or more."""
    noun = hit.head
    while tree.tokens[noun].dep == "conj":  # "a week of raids and shelling"
        noun = tree.tokens[noun].head
    of = tree.tokens[noun].head
    if hit.entry.verb or tree.tokens[noun].dep != "pobj" or tree.tokens[of].text.lower() != "of":
        return None
    unit = tree.tokens[tree.tokens[of].head]
    told = (timex for timex in timexes if timex.start <= unit.start < timex.end)
    return next((timex for timex in told if deadlines.length(timex) and "T" not in timex.value), None)


def until(end: Dated, length: TimeExpression) -> Dated:
    """Return the span that ends with a date and lasts so long; its start is exact where days are told."""
    if end.last is None:
        return end
    days = deadlines.length(length)
    start = end.last - dt.timedelta(days=max(days - 1, 1))  # the last day counts; a night spans two
    about = "" if length.value.endswith("D") else "~"
    edtf = f"{start}{about}/{end.last}"
    first, last = bounds(edtf)
    reason = f"{end.reason}; “{length.text}” tells how long it lasted"
    return replace(end, edtf=edtf, first=first, last=last, basis=Basis.RELATIVE, reason=reason)
