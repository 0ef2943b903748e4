"""A draft: a form with the words it covers, before refiners and cues have seen it."""

from dataclasses import dataclass

from core.temporal.forms import Form
from core.temporal.shapes import Hit


@dataclass(frozen=True, slots=True)
class Draft:
    """Words ``first`` to ``last`` (exclusive) say ``form``; ``mod`` is TIMEX3's."""

    first: int
    last: int
    form: Form
    mod: str = ""


def whole(hit: Hit, form: Form, mod: str = "") -> list[Draft]:
    """Return one draft over the whole hit, with the modifier its words tell."""
    return [Draft(hit.first, hit.last, form, mod or modifier(hit))]


def modifier(hit: Hit) -> str:
    """Return the TIMEX3 modifier of words like "early", "the end of", "about", "at least"."""
    edge = hit.code("EDGE", "edge", "edge2") or hit.code(
        "POSITION SPANEDGE", "position", "position2", "mod2", "spanedge"
    )
    return edge or approximation(hit)


def approximation(hit: Hit) -> str:
    """Return the modifier of "about", "more than", "at least", "or so"."""
    words = hit.group("approx")
    if not words:
        return "APPROX" if hit.has("so") or hit.group("count")[1:2] in (["couple"], ["pair"]) else ""
    if words[0] in ("no", "not"):
        return "EQUAL_OR_LESS"
    if words[:2] == ["at", "least"]:
        return "EQUAL_OR_MORE"
    if words[:2] in (["at", "most"], ["up", "to"]):
        return "EQUAL_OR_LESS"
    return hit.code("APPROX OVERW THAN", "approx")
