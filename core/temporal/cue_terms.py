"""Tells of terms and plans: the day something was put off, plans told as past, events still to come.

What a lone word tells is for ``cue_words.py``; which words of a sentence decide is for ``cues.py``.
"""

from dataclasses import replace
from itertools import chain, pairwise

from core.temporal.cue_lexicon import LEAST_VERB, Cue, CueLexicon, Phrase
from core.temporal.forms import Direction

_UNTIL = frozenset({"until", "till"})
_ON = frozenset({"on", "over", "late", "early"})
_RANGING = frozenset({"from", "between", "to", "until", "till", "for", "by"})
_ACT_REACH = 8  # words before a day among which the verb that it dates stands
_ACT = 0.8
_WAS_TO, _OVER = frozenset({"was to", "were to"}), frozenset({"was", "were"})
_PARTICIPLE_REACH = 4  # how far before "until" a participle that sets a term by its ending may stand
_STRETCHING = frozenset({"since", "from"})
_OPENING, _VERB_REACH = 2, 8  # words before an expression that opens its sentence; after it, to a verb
TERM_REACH = 14  # how far before its end the verb of a term may stand
_PLAN_REACH = 5  # words before "to" in which "supposed" stands
_PRESENT = frozenset({"is", "are", "'s", "’s", "am", "be"})
_EVENT_REACH, _FATE_REACH = 3, 10  # words after a month among which its event, and what becomes of it, stand
_FATE = 0.6
_TO_OFF = frozenset({"called", "put", "pulled", "changed"})  # of these only "called off"
_STILL = frozenset(
    {"still", "in", "on", "off", "not", "to", "likely", "expected", "due", "going", "under", "at"}
)


def dated_act(lexicon: CueLexicon, before: list[str], after: list[str]) -> Cue | None:
    """Return the cue of the day on which something was put off: "adjourned Wednesday until Monday"."""
    told = before[:-1] if _ON.intersection(before[-1:]) else before
    if after[:1] == [] or after[0] not in _UNTIL or _RANGING.intersection(told[-1:]):
        return None
    act = lexicon.deferring.intersection(verbs(told[-_ACT_REACH:]))
    return Cue(Direction.PAST, min(act), _ACT) if act else None


def verbs(words: list[str]) -> frozenset[str]:
    """Return words with those told in two: "put off"."""
    plain = frozenset(words)
    return (
        plain | {f"{verb} off" for verb, off in pairwise(words) if off == "off"} if "off" in plain else plain
    )


def is_planned(lexicon: CueLexicon, cue: Cue, before: list[str]) -> bool:
    """Say whether a plan is told as past, so that its day counts from that of what was done.

    "Extended the truce until Monday", "was to have met on Monday"; not "is to meet on Monday".
    """
    if cue.words in _WAS_TO or _is_thwarted(before[-TERM_REACH:], cue.words):
        return True
    if cue.words in _UNTIL:
        return not lexicon.deferring.isdisjoint(verbs(before[-TERM_REACH:]))
    if not cue.words.startswith("to ") or "to" not in before:
        return False
    place = len(before) - 1 - before[::-1].index("to")
    near = before[max(0, place - _PLAN_REACH) : place]
    plan = next((at for at, word in enumerate(near) if word in lexicon.intending), None)
    return plan is not None and _PRESENT.isdisjoint(near[max(0, plan - 1) : plan])


def _is_thwarted(before: list[str], verb: str) -> bool:
    """Say whether a verb tells of a plan that failed: "was to have carried it into orbit"."""
    return any(
        before[at] in _OVER and before[at + 1 : at + 3] == ["to", "have"] and verb in before[at + 3 : at + 5]
        for at in range(len(before))
    )


def fate_of_event(lexicon: CueLexicon, after: list[str]) -> Cue | None:
    """Return the cue of "the August summit is in doubt": what may fail, or is spoken of now, is to come."""
    if lexicon.scheduled_nouns.isdisjoint(after[:_EVENT_REACH]):
        return None
    pairs = list(pairwise([*after[:_FATE_REACH], ""]))
    off = (word for word, on in pairs if word in lexicon.calling_off and (on == "off" or word not in _TO_OFF))
    still = (word for word, on in pairs if word in _PRESENT and on in _STILL)
    doubt = (word for word, _ in pairs if word == "doubt")
    told = next(chain(off, still, doubt), "")
    return Cue(Direction.FUTURE, told, _FATE) if told else None


def is_term(lexicon: CueLexicon, phrase: Phrase, before: list[str], terms: frozenset[str]) -> bool:
    """Say whether what must stand before a phrase does: a listed verb, or a participle ("скасовано до")."""
    if not (phrase.after or phrase.after_endings):
        return True
    near = before[-_PARTICIPLE_REACH:]
    near = near if _STRETCHING.isdisjoint(near) else []  # "сбиты с 20:00 до 23:00"
    formed = any(len(word) > LEAST_VERB and word.endswith(phrase.after_endings) for word in near)
    told = formed and bool(phrase.after_endings) and lexicon.auxiliary_past.isdisjoint(before)
    return told or not phrase.after.isdisjoint(terms)


def surer(lexicon: CueLexicon, best: Cue, phrase: Cue, before: list[str], after: list[str]) -> Cue:
    """Return a cue as sure as a phrase is where no verb points the other way: "тринадцятий удар з січня"."""
    least = lexicon.alone.get(phrase.words, 0.0)
    if best.confidence >= least or best.direction is not phrase.direction:
        return best
    goes_on = len(before) > _OPENING or not lexicon.lasting.isdisjoint(after[:_VERB_REACH])
    return replace(best, confidence=least) if goes_on else best
