"""Makes up events by a seeded generator, for the gallery and the benchmarks. None of them is real."""

import datetime as dt
import random
from collections.abc import Sequence

from core import edtf
from core.model import Basis, Event, Mention, Status, Trigger

_PLACES = (
    "Arden",
    "Belmora",
    "Castrel",
    "Dunhill",
    "Estova",
    "Farrow",
    "Greyport",
    "Hallin",
    "Istra",
    "Korvin",
)
_SIDES = ("Norland", "Sudmark")
_DIPLOMATIC = (
    ("CONSULT", "", "{a} and {b} envoys meet in {p}"),
    ("REQUEST", "meet", "{a} offers a new round of talks in {p}"),
    ("REQUEST", "", "{a} calls on {b} to withdraw from {p}"),
    ("ACCUSE", "", "{a} accuses {b} of breaking the truce"),
    ("REJECT", "", "{b} rejects the {p} proposal"),
    ("AGREE", "", "{a} and {b} agree on a prisoner exchange"),
    ("SANCTION", "", "Union adopts sanctions on {a}"),
    ("AID", "", "Donors pledge relief for {p}"),
    ("THREATEN", "", "Mediator sets {a} a two-week deadline"),
)
_BATTLE = (
    ("ASSAULT", "drone", "Drones strike the port of {p}"),
    ("ASSAULT", "aerial", "Missiles hit {p}, {k} killed"),
    ("ASSAULT", "heavy-weapons", "Artillery shells villages near {p}"),
    ("ASSAULT", "firearms", "{a} troops enter {p}"),
    ("ASSAULT", "explosives", "Blast at a depot in {p}"),
    ("MOBILIZE", "", "{a} moves a brigade towards {p}"),
    ("COERCE", "", "{a} closes the road to {p}"),
    ("ASSAULT", "", "Attack on a convoy at {p}"),
)


def event(
    number: int,
    title: str,
    track: str,
    kind: str,
    date: str,
    *,
    mode: str = "",
    status: Status = Status.OCCURRED,
    basis: Basis = Basis.PARTIAL,
    source: Sequence[str] = (),
    target: Sequence[str] = (),
    sources: int = 1,
    killed: int | None = None,
    place: str = "",
) -> Event:
    """Return an event with one mention that says just its title."""
    first, last = edtf.bounds(date)
    articles = tuple(f"made-up-{n + 1}" for n in range(sources))
    mention = Mention(
        articles[0],
        0,
        len(title),
        title,
        Trigger(0, len(title), title),
        title,
        track,
        kind,
        mode,
        status,
        date,
        first,
        last,
        basis,
        tuple(source),
        tuple(target),
        place,
        killed=killed,
        confidence=0.8,
    )
    toll = None if killed is None else (killed, killed)
    return Event(
        f"e{number}",
        title,
        track,
        kind,
        mode,
        status,
        date,
        first,
        last,
        basis,
        tuple(source),
        tuple(target),
        place,
        "",
        toll,
        None,
        (),
        0.8,
        (mention,),
        articles,
        sources,
    )


def events(number: int, first: dt.date, days: int, *, seed: int = 1, share: float = 0.4) -> list[Event]:
    """Return made-up events over so many days, ``share`` of them diplomatic, thicker around a few days."""
    chance = random.Random(seed)  # noqa: S311
    peaks = [chance.uniform(0, days) for _ in range(max(1, days // 40))]
    made = []
    for n in range(number):
        near = (
            chance.gauss(chance.choice(peaks), max(1.0, days / 30))
            if chance.random() < 0.45
            else chance.uniform(0, days)
        )
        day = first + dt.timedelta(days=int(near) % days)
        made.append(_one(n, day, chance, diplomatic=chance.random() < share))
    return made


def _one(number: int, day: dt.date, chance: random.Random, *, diplomatic: bool) -> Event:
    kind, mode, pattern = chance.choice(_DIPLOMATIC if diplomatic else _BATTLE)
    sides = chance.sample(_SIDES, 2)
    killed = int(chance.paretovariate(1.2)) if kind == "ASSAULT" and chance.random() < 0.4 else None
    place = chance.choice(_PLACES)
    title = pattern.format(a=sides[0], b=sides[1], p=place, k=killed or "several")
    status = Status.OCCURRED
    if diplomatic and chance.random() < 0.15:
        status = chance.choice((Status.PLANNED, Status.PROPOSED, Status.CANCELLED))
    date = day.isoformat() + ("~" if chance.random() < 0.2 else "")
    if kind == "THREATEN":
        date = edtf.interval(day, day + dt.timedelta(days=14))
    elif chance.random() < 0.08:
        date = edtf.interval(day, day + dt.timedelta(days=1))
    return event(
        number,
        title,
        "diplomatic" if diplomatic else "battlefield",
        kind,
        date,
        mode=mode,
        status=status,
        source=sides[:1],
        target=sides[1:],
        sources=min(40, int(chance.paretovariate(1.1))),
        killed=killed,
        place=place,
    )
