"""Writes an event's title: a short headline from its trigger, parties, place and numbers."""

from core.events.numbers import Numbers
from core.model import Status
from core.taxonomy import describe

_MOST_PARTIES = 2
_AHEAD = {
    Status.PLANNED: "planned",
    Status.PROPOSED: "proposed",
    Status.HYPOTHETICAL: "possible",
    Status.DENIED: "denied",
    Status.CANCELLED: "called off",
}
_BETWEEN = ("CONSULT", "AGREE", "COOPERATE")
_ACTS = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN"))


def compose(
    *,
    trigger: str,
    track: str,
    type_: str,
    mode: str,
    status: Status,
    source: tuple[str, ...],
    target: tuple[str, ...],
    place: str,
    numbers: Numbers,
    intercepted: bool = False,
) -> str:
    """Return a short headline, such as "Russia: drone strike on Ukraine, Kyiv; 3 killed"."""
    name = describe(track, type_, mode).label
    if intercepted:
        name = f"{name} intercepted" if mode else "interception"
    elif (
        track == "diplomatic"
        and " " not in trigger
        and trigger.lower().endswith(("talks", "deadline", "summit"))
    ):
        name = trigger.lower()
    parts = [_with_parties(name, type_, source, target)]
    if place and place not in (*source, *target):
        parts.append(place)
    title = ", ".join(parts)
    if status in _AHEAD and type_ not in _ACTS:
        title += f" ({_AHEAD[status]})"
    if numbers.killed:
        title += f"; {numbers.killed} killed"
    elif numbers.injured:
        title += f"; {numbers.injured} injured"
    return title[:1].upper() + title[1:]


def _with_parties(name: str, type_: str, source: tuple[str, ...], target: tuple[str, ...]) -> str:
    by, to = (" and ".join(sides[:_MOST_PARTIES]) for sides in (source, target))
    if type_ in _BETWEEN:
        return f"{name}: {' and '.join(filter(None, (by, to)))}" if by or to else name
    if by and to:
        return f"{by}: {name} {'on' if type_ == 'ASSAULT' else 'to'} {to}"
    return f"{by}: {name}" if by else f"{name}: {to}" if to else name
