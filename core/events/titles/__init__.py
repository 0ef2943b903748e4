"""Writes an event's title: a short plain headline made from its trigger, parties, place and numbers."""

from collections.abc import Sequence

from core.events.matching import Hit, is_verb
from core.events.merging import is_sent_to
from core.events.numbers import Numbers
from core.events.parties import Filled
from core.events.places import Place
from core.events.status import Verdict
from core.events.syntax import Tree
from core.events.titles.diplomacy import diplomacy
from core.events.titles.facts import Facts, speaker
from core.events.titles.fighting import fighting
from core.events.titles.speech import speech
from core.events.titles.wording import Names, capital, listed
from core.model import Status

__all__ = ["compose"]

_MOST_WORDS = 12
_SPEECH = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"))


def compose(
    tree: Tree,
    hit: Hit,
    parties: Filled,
    *,
    further: Sequence[Hit] = (),
    verdict: Verdict,
    mode: str,
    place: Place,
    numbers: Numbers,
) -> str:
    """Return a headline of at most twelve words, such as "Russian drones strike Kyiv; 3 killed".

    ``further`` are the other triggers of the sentence that name the same event: what drones were sent to do
    says more than that they were sent.
    """
    hit = next((other for other in further if is_sent_to(tree, hit, other)), hit)
    entry = hit.entry
    token, status = tree.tokens[hit.head], verdict.status
    moves = entry.type in ("RETREAT", "MOBILIZE")  # "before withdrawing"
    described = (
        not moves or token.dep == "pobj" or bool(tree.children(hit.head, "det", "amod", "poss", "compound"))
    )
    gerund = token.tag == "VBG" and token.dep in ("pobj", "pcomp") and not tree.children(hit.head, "dobj")
    facts = Facts(
        tree=tree,
        hit=hit,
        topics=tuple(other.head for other in further if not other.entry.verb),
        verbal=is_verb(tree, hit) and not (gerund and described),
        type=entry.type,
        track=entry.track,
        mode=mode,
        status=status,
        disputed=status is Status.DENIED and verdict.cue.lower().startswith(tuple(listed("disputing"))),
        source=parties.source,
        target=parties.target,
        told=parties.told,
        names=Names(parties.persons if _speak(entry.track, status) else ()),
        place=place,
        speaker=speaker(tree, hit, parties.target) if entry.type in _SPEECH else ("", False),
    )
    if entry.track == "battlefield":
        core = fighting(facts)
    elif entry.type in _SPEECH:
        core = speech(facts)
    else:
        core = diplomacy(facts)
    core = _denied_once(core) if status is Status.DENIED else core
    core = _whole(_limited(core, place.name)).replace("'", "’")  # articles write either
    return capital(core if status is Status.DENIED else core + _casualties(core, numbers))


def _whole(core: str) -> str:
    """Leave out words told twice, and a preposition at the end whose phrase could not be told shortly."""
    told = core.split()
    words = [word for i, word in enumerate(told) if not i or word.lower() != told[i - 1].lower()]
    while len(words) > 1 and words[-1] in listed("leading"):
        words.pop()
    return " ".join(words)


def _denied_once(core: str) -> str:
    """Leave out the "no" of "no convoy does not reach the town", where the verb denies it already."""
    words = core.split()
    return " ".join(word for word in words if word.lower() != "no") if "not" in words else core


def _speak(track: str, status: Status) -> bool:
    """Say whether persons stand for their sides: not in fighting, nor in what others are asked to do."""
    return track != "battlefield" and status is not Status.PROPOSED


def _limited(core: str, place: str) -> str:
    """Drop the place at the end of a title that is too long."""
    words = core.split()
    if len(words) <= _MOST_WORDS:
        return core
    shorter = core.removesuffix(place).rsplit(None, 1)[0] if place and core.endswith(place) else core
    return " ".join(shorter.split()[:_MOST_WORDS])


def _casualties(core: str, numbers: Numbers) -> str:
    """Return "; 3 killed", if the title has room for it."""
    for number, word in ((numbers.killed, "killed"), (numbers.injured, "injured")):
        if number and len(core.split()) + 2 <= _MOST_WORDS:
            return f"; {number:,} {word}"
    return ""
