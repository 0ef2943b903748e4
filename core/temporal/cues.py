"""Finds which way a sentence points at a time expression: back or ahead, and by which words.

No parse: the nearest telling word of the clause decides, to the left first, then to the right.
"""

from dataclasses import replace

from core.temporal.cue_lexicon import NO_CUE, Cue, CueLexicon, cue_lexicon
from core.temporal.cue_terms import TERM_REACH, dated_act, fate_of_event, is_planned, is_term, surer, verbs
from core.temporal.cue_words import OVERTAKEN, OWNERS, PREPOSITIONS, goes_on, is_no_verb, word_cue
from core.temporal.forms import Direction
from core.temporal.lexicon import ENGLISH
from core.temporal.words import Words, codes

_REACH = 30  # words looked at on either side
_FAR_COST = 0.01
_SURE = 0.55  # a cue as sure as this ends the search
_PLUPERFECT = 5
_GIVEN_UP = frozenset({"originally", "initially"})
_ALSO_DATES = frozenset({"may", "sat"})
_OVER = frozenset({"was", "were"})
_PASSIVE_PAST = frozenset({"was", "were", "been"})
_DID = frozenset({"did", "didn't", "didn’t"})
_PERHAPS_OVER = 0.7
_NEVER = "never"
_TURN = 12  # words after an expression in which "but never came" stands
_REACH_OF_BE = 8  # words before it in which the "was" of "was due to arrive" stands
_REACH_OF_WAITING = 10  # words before an expression in which "once" stands
_REACH_OF_MAIN = 12  # words before "once" in which the verb that waits stands
_ASIDE = 10  # words at most from one comma to the next around what a name is said to be
_OPENING = 2  # words before an expression that opens its sentence, at most
_PHRASE_REACH = 9  # how far before an expression a phrase may end: the widest gap, and its last word
_HEADLINE, _ADJACENT = 0.45, 0.5
_SUBORDINATE_COST = 0.3
_POSSESSIVE = 0.5
_FIXED_KIND, _SURE_KIND, _LEAST_FIXED = 0.6, 0.8, 0.5
_REPORTING = 0.4  # how much a verb of telling, or one beyond a comma, counts beside the clause's own
_TELLING = 0.4  # a cue as sure as this tells for its clause
_NOUN_REACH, _VERB_REACH = 4, 8  # words after "Monday's" among which its noun and its verb are sought
_HELD, _REACH_OF_THERE = 0.75, 9
_TOLD_OF = frozenset({"that", "of", "about"})
_ASKING = frozenset({"what", "who", "when", "where", "how", "which"})
_NO_PLAN = frozenset({"was", "is", "has", "does", "this"})
_GOING_ON = frozenset({"is", "are"})


_BORDERS = frozenset({",", "—", "–", ";", ":", "“", "”", '"', "(", ")"})
_TERMS = frozenset({"until", "till", "to", "by", "through", "for"})
_TERMS_AHEAD, _TERM = frozenset({"until", "till", "through"}), 0.75
_DATES = frozenset({"date", "day", "deadline"})
_POSSESSIVES = frozenset({"'s", "’s"})
_QUOTES = frozenset({"“", "”", '"'})
_ENTRY = frozenset({"-", "–", "—", ":"})
_SUBORDINATING = frozenset({"as", "after", "while", "because", "amid"})
_CLAUSES = frozenset({"that", "who", "which", "whose"})
_WAITING = frozenset({"once", "unless"})
_LINKS = frozenset({"and", "or", "but", "when", "as", "if"})


def sentence_around(words: Words, first: int, last: int) -> tuple[int, int]:
    """Return the word span of the sentence around words ``first`` to ``last``, cut to the reach of cues."""
    table = codes(words.language).by_class
    stops = table["END"] + table["DOT"] + table["BREAK"]
    start, end = first, last
    while start > 0 and first - start < _REACH and not _stops(words, start - 1, stops):
        start -= 1
    while end < len(words.codes) and end - last < _REACH and not _stops(words, end, stops):
        end += 1
    return start, end


def _stops(words: Words, index: int, stops: str) -> bool:
    """Say whether a sentence ends at a word; the dot of an abbreviation or initial does not end it."""
    if words.codes[index] not in stops:
        return False
    if words.text[words.starts[index]] != ".":
        return True
    following = words.text[words.ends[index] : words.ends[index] + 2]
    ends = len(following) < 1 or following[0].isspace() or following[0] in "\"”’')"
    return ends and not _is_shortened(words, index)


def _is_shortened(words: Words, dot: int) -> bool:
    """Say whether a dot closes a shortened word or an initial: "Gen. Smith", "John F. Smith", "Nov. 5"."""
    if dot == 0 or dot + 1 >= len(words.codes) or words.ends[dot - 1] != words.starts[dot]:
        return False
    before = words.word(dot - 1)
    initial = len(before) == 1 and before.isupper()
    listed = before.lower() in cue_lexicon(words.language).abbreviations
    return initial or listed or words.is_a(dot - 1, "MONTHABBR")


def find(words: Words, first: int, last: int, *, day: bool) -> Cue:
    """Return the cue for the expression at words ``first`` to ``last``; ``day``: it names a day."""
    lexicon = cue_lexicon(words.language)
    start, end = sentence_around(words, first, last)
    before, after = _telling(words, start, first), _without_asides(_telling(words, last, end))
    if len(before) <= _OPENING and after[:1] == [","]:
        del after[0]  # "On Monday, a week after the talks, shells fell": no border between time and clause
    numbered = any(words.norm(place)[:1].isdigit() for place in range(first, last))
    if _stands_alone(before, after, numbered=numbered):
        return NO_CUE
    if numbered and OWNERS.intersection(before[-1:]) and _is_noun(lexicon, after):
        after = ["'s", *after]  # "the 5 May deadline" is told as "Monday's deadline" is
    cue = dated_act(lexicon, before, after) or _weighed(lexicon, before, after, day=day)
    owning = _POSSESSIVES.intersection(after[:1])
    found = cue if cue.confidence or owning else _untold(lexicon, words, start, end, before)
    return replace(found, planned=True) if is_planned(lexicon, found, before) else found


def dates_act(words: Words, first: int, last: int) -> bool:
    """Say whether an expression is the day of putting off: "adjourned Wednesday until Monday"."""
    start, end = sentence_around(words, first, last)
    before, after = (_telling(words, *span) for span in ((start, first), (last, end)))
    return dated_act(cue_lexicon(words.language), before, after) is not None


def _stands_alone(before: list[str], after: list[str], *, numbered: bool) -> bool:
    """Say whether no verb tells of a date: "30 April - A well is drilled", "accepted 5 May as the date"."""
    if numbered and not before and _ENTRY.intersection(after[:1]):
        return True  # an entry of a chronology
    return (
        after[:1] == ["as"] and bool(_DATES.intersection(after[1:4])) and PREPOSITIONS.isdisjoint(before[-1:])
    )


def _weighed(lexicon: CueLexicon, before: list[str], after: list[str], *, day: bool) -> Cue:
    """Return the cue that the words on either side of an expression give; none where no verb tells."""
    possessive = bool(
        _POSSESSIVES.intersection(after[:1])
    )  # "Monday's talks": the verb tells of something else
    phrase = (day and _held(lexicon, before)) or _phrase_cue(lexicon, before, day=day and not possessive)
    if _OVER.intersection(after[:1]) or _is_called_off(lexicon, after):  # "the vote due on Monday was held"
        phrase = replace(phrase, confidence=min(phrase.confidence, _PERHAPS_OVER))
    if phrase.confidence > _SURE:
        return _unless_failed(lexicon, phrase, before, after)
    left = _unless_failed(lexicon, _left(lexicon, before, after), before, after)
    if possessive:
        others = (phrase, _of_its_kind(lexicon, after), _of_what_is_fixed(lexicon, after))
        told = next((cue for cue in others if cue.confidence), None)
        return told or replace(left, confidence=left.confidence * _POSSESSIVE)
    if left.confidence > _SURE and _says(lexicon, before):
        right = _right(lexicon, [], after, left)
        left = right if right.direction is Direction.FUTURE and right.confidence > _TELLING else left
    event = _is_noun(lexicon, after) or bool(lexicon.scheduled_nouns.intersection(after[:1]))
    attributive = not day and bool(OWNERS.intersection(before[-1:])) and event
    if left.confidence > _SURE and not attributive:
        return surer(lexicon, left, phrase, before, after)
    cues = (phrase, left, _right(lexicon, before, after, left), _bare_infinitive(lexicon, before, left))
    best = max(cues, key=lambda cue: cue.confidence)
    if not attributive:
        return surer(lexicon, best, phrase, before, after)
    weaker = replace(best, confidence=best.confidence * _POSSESSIVE)  # "plans to leave a June accord"
    return fate_of_event(lexicon, after) or weaker


def _unless_failed(lexicon: CueLexicon, cue: Cue, before: list[str], after: list[str]) -> Cue:
    """Turn back what points ahead where it failed: "was due on Friday but never came"."""
    turn = [word for word in after[:_TURN] if word != ","]
    was = bool(_OVER.intersection(before[-_REACH_OF_BE:]))
    missed = was and turn[:1] == ["but"] and lexicon.calling_off.isdisjoint(turn)
    never = turn[:1] == [_NEVER] or bool(_DID.intersection(turn[:1]))
    told = _nearest(lexicon, turn, range(len(turn))) if missed or never else cue
    return told if told.direction is Direction.PAST else cue


def _is_called_off(lexicon: CueLexicon, after: list[str]) -> bool:
    """Say whether what was fixed was put off, on its day or before: "due on Friday has been called off"."""
    place = next((place for place, word in enumerate(after[:_TURN]) if word in _PASSIVE_PAST), _TURN)
    return not lexicon.calling_off.isdisjoint(after[place + 1 : place + 3])


def _telling(words: Words, start: int, end: int) -> list[str]:
    """Return the words that may tell: no names of dates ("May", "Sat"), and none that brackets set aside."""
    out = [_telling_word(words, index) for index in range(start, end)]
    for place in [place for place, word in enumerate(out) if word in _ALSO_DATES]:
        named = words.is_a(start + place, "MONTHWORD") or words.is_a(start + place, "WEEKDAYABBR")
        out[place] = "" if named else out[place]
    while ")" in out and "(" in out[: out.index(")")]:
        closing = out.index(")")
        opening = closing - 1 - out[closing - 1 :: -1].index("(")
        del out[opening : closing + 1]
    return out


def _telling_word(words: Words, index: int) -> str:
    """Return a word as cues know it: "що" opens a clause as "that" does, "той" does not."""
    norm = words.norm(index)
    if words.language == ENGLISH:
        return norm
    return cue_lexicon(words.language).links.get(words.word(index).lower(), "" if norm == "that" else norm)


def _without_asides(after: list[str]) -> list[str]:
    """Leave out what commas set aside: "On Monday the gate, which was shut (or: an old one), will open"."""
    for place in range(len(after) - 1):
        opening = after[place + 1] if after[place] == "," else ""
        reach = len(after) if opening in _CLAUSES else place + _ASIDE if opening in OWNERS else 0
        if "," in after[place + 2 : reach]:
            return after[:place] + after[after.index(",", place + 2) + 1 :]
    return after


def _left(lexicon: CueLexicon, before: list[str], after: list[str]) -> Cue:
    """Return what the clause tells before the expression; none where the expression opens its clause."""
    bare = lexicon.reporting.isdisjoint(before[-1:]) and PREPOSITIONS.isdisjoint(before[-1:])
    subject = bare and bool(after) and after[0] in lexicon.ahead  # "thought Friday would be the last"
    opens = before[-1:] == ["that"] or (before[-2:-1] == ["that"] and before[-1] in PREPOSITIONS)
    if subject or opens:  # "said that on Friday they would"
        return NO_CUE
    found = _before_colon(lexicon, before) or _nearest(lexicon, before, range(len(before) - 1, -1, -1))
    if found.words in lexicon.ahead and _TERMS_AHEAD.intersection(before[-1:]):
        return replace(found, confidence=max(found.confidence, _TERM))  # "would stay shut until December"
    return _awaited(lexicon, found, before)


def _before_colon(lexicon: CueLexicon, before: list[str]) -> Cue | None:
    """Return the cue of the clause that a colon lists days of: "has answered twice: ... and on 5 May"."""
    colon = len(before) - before[::-1].index(":") if ":" in before else 0
    listed, clause = before[colon:], before[: max(0, colon - 1)]
    if (
        _QUOTES.intersection(listed)
        or _TERMS.intersection(listed[-1:])
        or _nearest(lexicon, listed, range(len(listed))).confidence
    ):
        return None
    cue = _nearest(lexicon, clause, range(len(clause) - 1, -1, -1))
    return cue if cue.confidence and cue.words not in lexicon.reporting else None


def _awaited(lexicon: CueLexicon, found: Cue, before: list[str]) -> Cue:
    """Turn ahead the past of what is waited for: "would strike as soon as talks resumed on Monday"."""
    near = max(0, len(before) - _REACH_OF_WAITING)
    starts = [place for place in range(near, len(before)) if _waits(before, place)]
    if found.direction is not Direction.PAST or not starts:
        return found
    ahead = before[max(0, starts[-1] - _REACH_OF_MAIN) : starts[-1]]
    main = _nearest(lexicon, ahead, range(len(ahead) - 1, -1, -1))
    return main if main.direction is Direction.FUTURE else found


def _waits(before: list[str], place: int) -> bool:
    return before[place] in _WAITING or before[place : place + 3] == ["as", "soon", "as"]


def _says(lexicon: CueLexicon, before: list[str]) -> bool:
    """Say whether what is said to come begins before a day: "said the talks on Monday would be decisive"."""
    said = [place for place, word in enumerate(before) if word in lexicon.saying]
    clause = before[said[-1] + 1 : -1] if said else []
    return bool(OWNERS.intersection(clause[:1])) and PREPOSITIONS.isdisjoint(clause)


def _is_noun(lexicon: CueLexicon, after: list[str]) -> bool:
    """Say whether a month tells what kind of thing follows: "a June accord", but "the March was"."""
    word = after[0] if after else ""
    verb = word in lexicon.auxiliaries or word in lexicon.single or word in lexicon.infinitives
    return word.isalpha() and not verb and word not in PREPOSITIONS and word not in _LINKS


def _right(lexicon: CueLexicon, before: list[str], after: list[str], left: Cue) -> Cue:
    """Return what is told after the expression, weaker beside a telling word before it in the same clause."""
    if before and after[:1] == ["that"]:  # "the announcement Monday that he will go"
        return NO_CUE
    right = _nearest(lexicon, after, range(len(after)))
    apart = right.words in lexicon.reporting or (after[:1] and after[0] in _BORDERS)
    weak = apart and left.confidence >= _TELLING
    return replace(right, confidence=right.confidence * _REPORTING) if weak else right


def _of_its_kind(lexicon: CueLexicon, after: list[str]) -> Cue:
    """Return what the kind of event tells: "Monday's attack" is over, "Monday's planned march" is to come."""
    if lexicon.fixing.intersection(after[1:2]):
        return Cue(Direction.FUTURE, after[1], _FIXED_KIND)
    unplanned = next((word for word in after[1:_NOUN_REACH] if word in lexicon.unplanned_nouns), "")
    return Cue(Direction.PAST, unplanned, _SURE_KIND) if unplanned else NO_CUE


def _of_what_is_fixed(lexicon: CueLexicon, after: list[str]) -> Cue:
    """Return the cue of "Monday's meeting will be the second": of what is fixed before it happens."""
    if lexicon.scheduled_nouns.isdisjoint(after[1:_NOUN_REACH]):
        return NO_CUE
    right = _nearest(lexicon, after, range(min(len(after), _VERB_REACH)))
    return right if right.direction is Direction.FUTURE and right.confidence >= _LEAST_FIXED else NO_CUE


def _bare_infinitive(lexicon: CueLexicon, before: list[str], left: Cue) -> Cue:
    """Return the cue of a headline's infinitive before a day: "Schools to shut Thursday as floods spread"."""
    near = before[:-1] if before[-1:] == ["on"] else before
    infinitive = near[-2:-1] == ["to"] and near[-1].isalpha() and not is_no_verb(lexicon, near[-1])
    return (
        Cue(Direction.FUTURE, f"to {near[-1]}", _ADJACENT) if infinitive and not left.confidence else NO_CUE
    )


def _held(lexicon: CueLexicon, before: list[str]) -> Cue | None:
    """Return the cue of an event that is there on a day: "there are local elections on 28 November"."""
    event = PREPOSITIONS.intersection(before[-1:]) and lexicon.scheduled_nouns.intersection(before[-2:-1])
    near = before[-_REACH_OF_THERE:-2]
    there = near.index("there") if "there" in near else len(near)
    told_of = _TOLD_OF.intersection(near[there:])  # "there are reports of a vote on 5 May"
    held = event and _GOING_ON.intersection(near[there + 1 : there + 2]) and not told_of
    return Cue(Direction.FUTURE, "there is", _HELD) if held else None


def _untold(lexicon: CueLexicon, words: Words, start: int, end: int, before: list[str]) -> Cue:
    """Return the cue of a sentence in which no verb tells: of a question in the present, of a headline."""
    asked = end < len(words.codes) and words.word(end) == "?" and before[:1] and before[0] in _ASKING
    verb = before[1] if asked and len(before) > 1 else ""
    if verb.endswith("s") and verb not in _NO_PLAN:
        return Cue(Direction.FUTURE, f"{before[0]} {verb}", _ADJACENT)  # "What happens in October?"
    return _headline(lexicon, words, start, end)


def _headline(lexicon: CueLexicon, words: Words, start: int, end: int) -> Cue:
    """Return the cue of a headline's infinitive, "Envoys to meet Sunday", where no verb tells more."""
    for index in range(start + 1, end - 1):
        following = words.word(index + 1)
        if words.word(index) == "to" and following.islower() and not is_no_verb(lexicon, following):
            return Cue(Direction.FUTURE, f"to {following}", _HEADLINE)
    return NO_CUE


def _phrase_cue(lexicon: CueLexicon, before: list[str], *, day: bool) -> Cue:
    """Return the cue of a phrase right before the expression; "had been planned for" points back."""
    near, terms = frozenset(before[-_PHRASE_REACH:]), verbs(before[-TERM_REACH:])
    for phrase in lexicon.phrases:
        if phrase.words[-1] not in near or (phrase.day and not day):
            continue
        if not is_term(lexicon, phrase, before[-TERM_REACH:], terms):
            continue
        size = len(phrase.words)
        for gap in range(phrase.gap + 1):
            end = len(before) - gap
            if tuple(before[max(0, end - size) : end]) == phrase.words and not _goes_over(
                lexicon, before[end:]
            ):
                if _GIVEN_UP.intersection(before[-_PLUPERFECT:]):
                    return NO_CUE  # "originally set for Tuesday": the verb tells whether that has passed
                over = "had" in before[-_PLUPERFECT:] or (size > 1 and before[end : end + 1] == ["have"])
                turned = phrase.cue.direction is Direction.FUTURE and over  # "was to have met on Friday"
                if turned and phrase.cue.confidence < _ADJACENT:
                    return NO_CUE  # "had been promised by July": the verb tells
                past = Cue(Direction.PAST, phrase.cue.words, min(phrase.cue.confidence, OVERTAKEN))
                return past if turned else phrase.cue
    return NO_CUE


def _goes_over(lexicon: CueLexicon, words: list[str]) -> bool:
    """Say whether a sentence goes on to another verb: "closed since 28 February, will reopen on"."""
    others = lexicon.auxiliaries | lexicon.infinitives
    near = words[:-1] if words[-1:] == ["on"] else words
    verb = word_cue(lexicon, near, len(near) - 1) if len(near) > 1 else None
    over = verb is not None and verb.direction is Direction.PAST and near[-1] not in _OVER
    later = "," in words and not others.isdisjoint(words[words.index(",") :])
    return later or over or bool(_OVER.intersection(words))


def _nearest(lexicon: CueLexicon, words: list[str], places: range) -> Cue:
    """Return the first telling word, its confidence lowered by distance and clause borders passed."""
    cost = 0.0
    for steps, place in enumerate(places):
        word = words[place]
        if word in _BORDERS:
            cost += lexicon.clause_cost
        elif word in _SUBORDINATING and places.step > 0:
            cost += _SUBORDINATE_COST
        elif word in _CLAUSES and places.step > 0:  # what follows tells of something else
            cost += 2 * lexicon.clause_cost
        elif word in _GOING_ON and words[place + 1 : place + 2] and goes_on(lexicon, words[place + 1]):
            return NO_CUE  # "said it is calling for talks on 7 December": what goes on now tells neither way
        elif cue := word_cue(lexicon, words, place):
            return Cue(cue.direction, cue.words, max(0.05, cue.confidence - cost - steps * _FAR_COST))
    return NO_CUE
