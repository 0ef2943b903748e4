"""Tells what one word says of time, in the light of those beside it: tense, infinitive, what is fixed.

The sentence around an expression, and which of its words decides, is for ``cues.py``.
"""

from dataclasses import replace

from core.temporal.cue_lexicon import LEAST_VERB, Cue, CueLexicon
from core.temporal.forms import Direction

OWNERS = frozenset({"a", "an", "the", "its", "his", "her", "their"})
PREPOSITIONS = frozenset(
    {"on", "in", "over", "by", "during", "at", "of", "until", "since", "from", "for", "before", "after", "to"}
)
_PAST, _PRESENT, _PERFECTIVE = 0.75, 0.5, 0.7
OVERTAKEN = 0.4  # "had planned to open it by May" tells neither whether it did nor whether May is over
_AS_PLANNED = frozenset({"as", "than", "previously", "originally", "initially", "long"})
_PROGRESSIVE = 0.65
_INFINITIVE, _FIXED = 0.7, 0.85
_BARE_HAVE = frozenset({"to", "will", "would", "shall"})
_WILL = frozenset({"will", "shall"})
_SHORT_WILL = ("'ll", "’ll")
_CAUSING = frozenset({"let", "lets", "made", "helped", "saw", "watched"})
_CALLING = frozenset({"call", "calls", "called", "calling"})
_PROMISE = 0.65
_CALL, _CALL_REACH = 0.65, 7  # words after "call for" in which what is called for stands
_PROVIDING = frozenset({"provide", "provides"})
_PERCEIVED = (["could", "be", "heard"], ["could", "be", "seen"])
_PASSIVE = frozenset({"be", "being", "is", "are"})  # "will be held": the auxiliary tells, not the participle
_SETTINGS = frozenset({"in", "at", "during", "after", "following", "with"})
_STATING = frozenset({"stay", "keep", "remain", "lie"})
_BEFORE_NOUNS = OWNERS | {
    "of",
    "in",
    "with",
    "under",
    "at",
    "from",
    "into",
    "against",
    "between",
    "amid",
    "some",
}


def goes_on(lexicon: CueLexicon, following: str) -> bool:
    """Say whether what goes on now is told: "is calling for talks on 7 December"."""
    told = following in lexicon.progressives or following in lexicon.single
    return following.endswith("ing") and not told


def word_cue(lexicon: CueLexicon, words: list[str], place: int) -> Cue | None:
    """Return what the word at a place tells, in the light of the four words before it and the one after."""
    outright = _told_outright(lexicon, words[place : place + _CALL_REACH]) or _agreed(lexicon, words, place)
    if outright:
        return outright
    word = "will" if words[place].endswith(_SHORT_WILL) else words[place]
    found = lexicon.single.get(word) or _by_ending(lexicon, word)
    compound = place > 0 and words[place - 1] == "-"  # "Russian-made", "US-led"
    if (
        compound
        or (found and found.direction is Direction.PAST and _is_no_past_verb(lexicon, words, place))
        or (not found and word != "to" and word not in _PASSIVE)
    ):
        return None
    before = tuple(words[max(0, place - 4) : place])
    following = words[place + 1] if place + 1 < len(words) else ""
    if _is_told_before(lexicon, word, before) or _qualifies(lexicon, word, before, following):
        return None
    if word in _PASSIVE and following in lexicon.progressives:
        found = Cue(Direction.FUTURE, f"{word} {following}", _PROGRESSIVE)
    elif word == "to":
        found = _infinitive(lexicon, before, following)
    if found and found.direction is Direction.FUTURE and "had" in before:
        return replace(found, direction=Direction.PAST, confidence=min(found.confidence, OVERTAKEN))
    passive = found and found.direction is Direction.PAST and _PASSIVE.intersection(before[-2:])
    return None if passive else found


def _agreed(lexicon: CueLexicon, words: list[str], place: int) -> Cue | None:
    """Return the cue of what was agreed or promised: "домовилися зустрітися", "promised a vote in April"."""
    word, before = words[place], words[max(0, place - 4) : place]
    infinitive = len(word) >= LEAST_VERB and word.endswith(lexicon.infinitive_endings)
    if infinitive and not lexicon.control.isdisjoint(before):
        return Cue(Direction.FUTURE, word, _INFINITIVE)
    if word not in lexicon.promising:
        return None
    after = words[place + 1 : place + _CALL_REACH]
    dated = after == ["by"] or not lexicon.scheduled_nouns.isdisjoint(after)
    return Cue(Direction.FUTURE, word, OVERTAKEN if "had" in before else _PROMISE) if dated else None


def _is_no_past_verb(lexicon: CueLexicon, words: list[str], place: int) -> bool:
    """Say whether a word in "-ed" tells no past: "will stay closed", "under heightened threat"."""
    if not words[place].endswith(lexicon.past_endings):
        return False
    before = words[max(0, place - 2) : place]
    auxiliary, verb = before if len(before) == 2 else ("", before[-1] if before else "")
    led = auxiliary in lexicon.ahead and verb.isalpha() and verb not in lexicon.auxiliaries | _PASSIVE
    perfect = verb == "have" and auxiliary in _WILL
    return led or perfect or verb in _STATING or verb in _BEFORE_NOUNS


def _told_outright(lexicon: CueLexicon, words: list[str]) -> Cue | None:
    """Return what words tell whatever stands before: "call for protests on Monday", "could be heard"."""
    if words[0] in _CALLING and words[1:2] == ["for"] and lexicon.called_nouns.intersection(words):
        return Cue(Direction.FUTURE, f"{words[0]} for", _CALL)
    if words[0] in _PROVIDING and words[1:2] == ["for"]:
        return Cue(Direction.FUTURE, f"{words[0]} for", _FIXED)
    if words[:3] in _PERCEIVED:
        return Cue(Direction.PAST, words[0], _PAST)
    return None


def _qualifies(lexicon: CueLexicon, word: str, before: tuple[str, ...], following: str) -> bool:
    """Say whether a word only tells what kind of event it was in, at or after which more is told.

    "In a scheduled call on Friday they agreed", but "ahead of a scheduled call on Friday".
    """
    noun = following.isalpha() and following not in PREPOSITIONS
    set_in = bool(OWNERS.intersection(before[-1:]) and _SETTINGS.intersection(before[-2:-1]))
    return word in lexicon.fixing and noun and set_in


def _is_told_before(lexicon: CueLexicon, word: str, before: tuple[str, ...]) -> bool:
    """Say whether the words before a verb tell its time: "did not meet", "will have", "as planned"."""
    if word == "have":
        return bool(_BARE_HAVE.intersection(before[-1:]))
    if word in lexicon.plural_only and not _has_plural(before):
        return True
    if word in lexicon.fixing:
        return bool(_AS_PLANNED.intersection(before[-1:]))
    if word not in lexicon.infinitives:
        return False
    led = (
        before[-1:] == ("to",)
        or (not word.endswith("s") and _CAUSING.intersection(before))  # "let the offensive begin"
        or lexicon.auxiliaries.intersection(before[-3:])
        or any(near.endswith(_SHORT_WILL) for near in before[-2:])
    )
    if before and len(before[-1]) >= LEAST_VERB and before[-1].endswith(lexicon.past_endings):
        return True  # "popped open on Monday"
    relative = before[-1:] == ("that",) and word.endswith("s")  # "a summit that ends on Monday"
    return bool(led or (lexicon.not_verbs.intersection(before[-1:]) and not relative))


def _has_plural(before: tuple[str, ...]) -> bool:
    """Say whether a plural stands before what may be a noun too: "Chileans vote", not "the Commons vote"."""
    subject = before[-1] if before else ""
    return len(subject) >= LEAST_VERB and subject.endswith("s") and OWNERS.isdisjoint(before[-2:-1])


def _infinitive(lexicon: CueLexicon, before: tuple[str, ...], following: str) -> Cue | None:
    controlled = lexicon.control.intersection(before)
    verb = controlled and following.isalpha() and not is_no_verb(lexicon, following)
    strength = _FIXED if lexicon.fixing.intersection(before) else _INFINITIVE
    return Cue(Direction.FUTURE, f"to {following}", strength) if verb else None


def is_no_verb(lexicon: CueLexicon, word: str) -> bool:
    """Say whether a word after "to" is no verb: "to the town", "to nearly all"."""
    plural = word.endswith("s") and not word.endswith(("ss", "us"))
    return plural or word in lexicon.not_verbs or word.endswith("ly")


def _by_ending(lexicon: CueLexicon, word: str) -> Cue | None:
    """Return what a verb's ending tells; in some languages the present beside a day tells what is fixed."""
    if len(word) < LEAST_VERB:
        return None
    if word.endswith(lexicon.past_endings) and word[:2] != "un" and word not in lexicon.not_past:
        return Cue(Direction.PAST, word, _PAST)
    if word.endswith(lexicon.future_endings):
        return Cue(Direction.FUTURE, word, _PERFECTIVE)
    if word.endswith(lexicon.present_endings) and word not in lexicon.not_present:
        return Cue(Direction.FUTURE, word, _PERFECTIVE if _is_perfective(lexicon, word) else _PRESENT)
    return None


def _is_perfective(lexicon: CueLexicon, word: str) -> bool:
    """Say whether a form looks like the future of a perfective verb, which has no present: "оголосять"."""
    formed = word.startswith(lexicon.perfective_prefixes) and word.endswith(lexicon.perfective_endings)
    return formed and not word.endswith(lexicon.not_perfective)
