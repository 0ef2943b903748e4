"""Finds where the story stands in time: the day that the main clause before told in the simple past.

A main clause in the present or the perfect brings the story back to the news of the day.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.events.lexicon import word_set
from core.events.matching import Hit
from core.events.nearness import token_of
from core.events.syntax import Tree
from core.model import Document, Sentence, TimeExpression, TimexType

_NOW = ("VBZ", "VBP")
_AHEAD = ("will", "can", "may", "must", "shall")  # "would" and "could" go with the past
_LONG_AGO = 45  # days
_FRESH = 7  # days: a time so near, told by the way, brings the story back to the news
_LEAST, _MOST = 4, 0.6  # times of long ago, and their share, that make a text tell of old
_A_FEW = 3  # days: a wider span holds on only where it opens its sentence
_FAR = 9999
_ANSWERS = ("REJECT", "ACCUSE", "PROTEST")
_KNOWN = ("the", "their")  # "the last meeting between them" was before what is told
_OPEN = ("since", "until", "till", "from", "by", "before", "after")


@dataclass(frozen=True, slots=True)
class Focus:
    """The time at which the story stands; not ``firm`` where only what came "then", or answers, is of it."""

    timex: TimeExpression
    firm: bool


def thread(
    document: Document, timexes: Sequence[TimeExpression], today: dt.date | None
) -> list[Focus | None]:
    """Return for each sentence the time at which the sentences before it have left the story.

    In news a paragraph begins at the day of publication; what tells mostly of long ago goes on where it was.
    ``timexes`` are those that name days.
    """
    old = _tells_of_old(timexes, today)
    standing: Focus | None = None
    paragraph = -1
    found: list[Focus | None] = []
    for sentence in document.sentences:
        if sentence.paragraph != paragraph and not old:
            standing = None
        paragraph = sentence.paragraph
        found.append(standing)
        within = [t for t in timexes if sentence.start <= t.start < sentence.end]
        before = standing
        if sentence.tokens:
            standing = _after(sentence, within, before, old=old)
        else:
            standing = _after_unparsed(document.text[sentence.start : sentence.end], within, before, old=old)
        if standing is before and any(_is_fresh(timex, today) for timex in within):
            standing = None
    return found


def _is_fresh(timex: TimeExpression, today: dt.date | None) -> bool:
    return today is not None and timex.last is not None and (today - timex.last).days <= _FRESH


def _tells_of_old(timexes: Sequence[TimeExpression], today: dt.date | None) -> bool:
    """Say whether most of the times told are months gone by, as in a feature or a history."""
    days = [timex.last for timex in timexes if timex.type is not TimexType.DURATION and timex.last]
    gone = [day for day in days if today and (today - day).days > _LONG_AGO]
    return len(gone) >= _LEAST and len(gone) > len(days) * _MOST


def holds(focus: Focus, tree: Tree, hit: Hit) -> bool:
    """Say whether what a verb tells in the simple past is of the time at which the story stands.

    It is not where a clause before it in its sentence is of now: "Kyiv has agreed; Moscow denied it".
    """
    verb = hit.head
    if not (focus.firm or _comes_then(tree, verb) or _replies(tree, hit)):
        return False
    if tree.tokens[verb].dep == "conj" and is_of_now(tree, tree.tokens[verb].head):
        return False  # "has welcomed the truce but refused to talk"
    above = (verb, *tree.ancestors(verb))
    beside = (other for other in _finite(tree, list(_main_verbs(tree))) if other < verb)
    return not any(is_of_now(tree, other) for other in beside if other not in above)


def had(tree: Tree, hit: Hit) -> bool:
    """Say whether a verb is in the pluperfect: "had withdrawn"."""
    auxiliaries = tree.children(hit.head, "aux") if hit.entry.verb else ()
    return any(tree.tokens[i].lemma == "have" and tree.tokens[i].tag == "VBD" for i in auxiliaries)


def is_earlier(tree: Tree, hit: Hit) -> bool:
    """Say whether an event is set before others: "an earlier round", "most since Russia invaded"."""
    clause = tree.clause_head(hit.head)
    marked = {tree.tokens[c].text.lower() for c in tree.children(clause, "mark")}
    if tree.tokens[clause].tag == "VBD" and "since" in marked:
        return True
    spoken_of = [i for p in tree.children(hit.head, "prep") for i in tree.children(p, "pobj")]
    nouns = spoken_of if hit.entry.verb else hit.tokens
    marks = {tree.tokens[c].text.lower() for i in nouns for c in tree.children(i, "amod", "det", "poss")}
    return not marks.isdisjoint(word_set("earlier")) or ("last" in marks and not marks.isdisjoint(_KNOWN))


def _after_unparsed(
    text: str, timexes: Sequence[TimeExpression], before: Focus | None, *, old: bool
) -> Focus | None:
    """Return where the story stands after a sentence without triggers: "All efforts failed on Monday"."""
    if word_set("of now").intersection(text.lower().split()):
        return None
    days = [timex for timex in timexes if timex.type is not TimexType.DURATION and timex.last]
    if len(timexes) > 1 or len(days) < len(timexes):
        return None
    return Focus(days[0], old or _days(days[0]) <= _A_FEW) if days else before


def _after(
    sentence: Sentence, timexes: Sequence[TimeExpression], before: Focus | None, *, old: bool
) -> Focus | None:
    """Return where the story stands after a sentence."""
    tree = Tree(sentence)
    told = list(_main_verbs(tree))
    if any(_leads_back(tree, verb) for verb in _finite(tree, told)):
        return None
    beside = [verb for verb in _finite(tree, told) if verb <= told[-1]]  # "they met on Monday; talks failed"
    moved = [(timex, verb) for timex in timexes if (verb := _dated(tree, timex, beside)) is not None]
    if not moved:
        return before
    timex, verb = moved[-1]
    stays = old or _days(timex) <= _A_FEW or _opens(tree, timex)
    return Focus(timex, stays and _is_simple_past(tree, verb))


def _replies(tree: Tree, hit: Hit) -> bool:
    """Say whether a verb only answers what was told: "Sudan protested", "The rebels rejected it"."""
    content = tree.children(hit.head, "dobj", "ccomp", "xcomp", "prep")
    return hit.entry.type in _ANSWERS and all(tree.tokens[i].pos == "PRON" for i in content)


def _comes_then(tree: Tree, verb: int) -> bool:
    """Say whether a clause tells what came next: "Chad then closed the border"."""
    told = tree.children(tree.clause_head(verb), "advmod")
    return any(tree.tokens[c].lemma in word_set("then") for c in told)


def _main_verbs(tree: Tree) -> Iterator[int]:
    """Yield the verbs of the main clauses, in order: the root and what is joined to it."""
    for i, token in enumerate(tree.tokens):
        above = i
        while tree.tokens[above].dep == "conj" and tree.tokens[above].head != above:
            above = tree.tokens[above].head
        if token.pos in ("VERB", "AUX") and tree.tokens[above].head == above:
            yield i


def _finite(tree: Tree, verbs: Sequence[int]) -> list[int]:
    """Return the verbs of the main clauses and of those that stand beside them or tell what is said."""
    return [*verbs, *(c for verb in verbs for c in tree.children(verb, "ccomp", "parataxis"))]


def is_of_now(tree: Tree, verb: int) -> bool:
    """Say whether a clause is in the present, the perfect or the future."""
    finite = [verb, *tree.children(verb, "aux", "auxpass")]
    return any(tree.tokens[i].tag in _NOW or tree.tokens[i].lemma in _AHEAD for i in finite)


def _leads_back(tree: Tree, verb: int) -> bool:
    """Say whether a clause is of now, and more than "officials say" before what they say of the past."""
    return is_of_now(tree, verb) and not any(
        _is_simple_past(tree, said) for said in tree.children(verb, "ccomp")
    )


def _dated(tree: Tree, timex: TimeExpression, verbs: Sequence[int]) -> int | None:
    """Return the verb, of the main clauses, whose day an expression tells."""
    at = token_of(tree, timex)
    if at is None or timex.type is TimexType.DURATION or timex.first is None or timex.last is None:
        return None
    path = list(tree.ancestors(at))
    verb = next((i for i in path if tree.tokens[i].pos in ("VERB", "AUX")), None)
    opened = timex.type is TimexType.DATE and any(tree.tokens[i].text.lower() in _OPEN for i in path[:2])
    return verb if verb in verbs and not opened else None


def _days(timex: TimeExpression) -> int:
    return (timex.last - timex.first).days if timex.first and timex.last else _FAR


def _opens(tree: Tree, timex: TimeExpression) -> bool:
    """Say whether the date stands first and so holds for what follows: "In March 2019 rebels ..."."""
    subject = next((t.start for t in tree.tokens if t.dep in ("nsubj", "nsubjpass")), None)
    return subject is not None and timex.start < subject


def _is_simple_past(tree: Tree, verb: int) -> bool:
    auxiliaries = tree.children(verb, "aux", "auxpass")
    if not auxiliaries:
        return tree.tokens[verb].tag == "VBD"
    return all(tree.tokens[i].tag == "VBD" and tree.tokens[i].lemma != "have" for i in auxiliaries)
