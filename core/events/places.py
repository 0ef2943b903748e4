"""Finds the most precise place named for an event, and the country it lies in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.events.lexicon import load, standard, word_set, words
from core.events.parties import Kind, Span
from core.events.revenge import belongs_to_paid_back
from core.events.syntax import Tree

_LOCAL = frozenset(
    ("in", "at", "near", "outside", "inside", "around", "across", "throughout", "over", "within")
)
_STRUCK = _LOCAL | frozenset(
    ("on", "against", "into", "of", "toward", "towards", "to", "from", "upon", "through", "along")
)
_WAYS = _LOCAL | frozenset(("to", "for", "into", "from"))
SPOKEN = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT"))
_APART = frozenset(("before", "after", "since", "following", "until", "ahead"))
_OBJECT = ("dobj", "nsubjpass", "nsubj", "appos", "conj", "dative")
_ASIDE = ("advcl", "conj", "ccomp", "parataxis", "ROOT")
_LINES = frozenset("-–")
_FAR = 25  # characters between a place and the site it names


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written, its country, and the preposition before it; empty where none is named."""

    name: str = ""
    country: str = ""
    preposition: str = ""


@dataclass(frozen=True, slots=True)
class Sought:
    """The event whose place is sought: its trigger, its clause (character offsets), and what it is.

    ``further`` are other words for the same event, ``others`` those of other events. The place of fighting
    can be what is struck, that of diplomacy stands after "in" or "at"; that of what is ``spoken`` is where
    it was said.
    """

    head: int
    further: tuple[int, ...]
    others: frozenset[int]
    clause: tuple[int, int]
    fighting: bool
    spoken: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    at: int
    place: Place
    precise: int


def find(text: str, tree: Tree, spans: Sequence[Span], event: Sought) -> Place:
    """Return the place of an event, named within its clause; ``spans`` are the names in the sentence."""
    moves = tree.tokens[event.head].lemma in _visits()
    preps = _STRUCK if event.fighting else _WAYS if moves else _LOCAL
    found = []
    for candidate in _candidates(text, tree, spans, preps, objects=event.fighting or moves):
        at, head = candidate.at, event.head
        under = tree.dominates(head, at)
        inside = event.clause[0] <= tree.tokens[at].start < event.clause[1]
        if event.spoken and not _beside(tree, at, head):
            continue
        if (
            _of_another_event(tree, at, event)
            or _of_another_clause(tree, at, event)
            or _of_another_time(tree, at, event.head)
        ):
            continue
        if inside or (event.fighting and (under or _opens(tree, at, head))):
            near = under or tree.clause_head(at) == head
            found.append((-candidate.precise, not near, abs(at - head), candidate.place))
    return min(found, key=lambda one: one[:3])[3] if found else Place()


def _of_another_event(tree: Tree, at: int, event: Sought) -> bool:
    """Say whether a place stands under another event that is joined on: "hit X, and attacks near Y"."""
    own = (event.head, *event.further)
    path = [at, *tree.ancestors(at)]
    end = next((n for n, i in enumerate(path) if i in own), 0)
    return any(i in event.others and tree.tokens[i].dep == "conj" for i in path[:end])


def _of_another_clause(tree: Tree, at: int, event: Sought) -> bool:
    """Say whether a place belongs to what is told beside the event: "..., while Ukraine hit Moscow"."""
    top = tree.clause_head(at)
    while tree.tokens[top].dep == "xcomp":  # "as envoys prepared to meet in X"
        top = tree.tokens[top].head
    heads = (event.head, *event.further)
    own = any(top in (head, tree.clause_head(head), *tree.ancestors(head)) for head in heads)
    with_it = (
        tree.tokens[top].dep == "pcomp" and tree.tokens[at].dep == "nsubj"
    )  # "with Kyiv enduring a barrage"
    return not own and (tree.tokens[top].dep in _ASIDE or with_it)


def _of_another_time(tree: Tree, at: int, head: int) -> bool:
    """Say whether a place belongs to what was before or after the event: "a day before talks in Istanbul".

    So it does after what was paid back: "shelled it in revenge for raids last week in Goma".
    """
    between = [i for i in tree.ancestors(at) if tree.dominates(head, i) and i != head]
    marks = (m for i in between for m in (i, *tree.children(i, "mark")))
    apart = any(tree.tokens[i].text.lower() in _APART for i in marks)
    return apart or belongs_to_paid_back(tree, head, at)


def _opens(tree: Tree, at: int, head: int) -> bool:
    """Say whether a place opens the sentence and so tells where all in it happened."""
    opening = tree.opening_phrase(head)
    return opening is not None and tree.dominates(opening, at)


def _beside(tree: Tree, at: int, head: int) -> bool:
    """Say whether a place tells where something was said, not where that is which was spoken of."""
    prep = tree.tokens[at].head
    return tree.tokens[prep].head == head or tree.tokens[head].head == tree.tokens[prep].head


def _candidates(
    text: str, tree: Tree, spans: Sequence[Span], preps: frozenset[str], *, objects: bool
) -> Iterator[_Candidate]:
    """Yield the places named in a sentence where a place can stand."""
    taken: set[int] = set()
    for span in spans:
        tokens = [i for i, t in enumerate(tree.tokens) if span.start <= t.start < span.end]
        if not tokens or span.tie is not None:
            continue
        taken.update(tokens)
        last = next((i for i in tokens if tree.tokens[i].head not in tokens), tokens[-1])
        top = _whole(tree, last)
        if top != last and tree.prep_object(top, "of") is not None:
            continue  # "the Gaza city of Rafah" is Rafah
        named = span.kind in (Kind.PLACE, Kind.SEAT, Kind.COUNTRY)
        acts = tree.tokens[last].dep == "nsubj" and not (span.kind is Kind.SEAT and _undergoes(tree, last))
        struck = objects and (span.kind is Kind.PLACE or (top == last and not acts))
        if named and _stands(tree, top, preps, objects=struck):
            precise = 2 if span.kind is Kind.PLACE else 1 if span.kind is Kind.SEAT else 0
            name = _name(text, tree, (span.start, span.end), top)
            yield _Candidate(last, Place(name, span.sides[0], _before(tree, top)), precise)
    towns = {i for i in taken for span in spans if span.kind is Kind.PLACE and _holds(span, tree, i)}
    land = next((span.sides[0] for span in spans if span.kind is Kind.PLACE), "")
    for i, token in enumerate(tree.tokens):
        if i not in taken and _is_unknown_place(tree, i, preps):
            name = _name(text, tree, (token.start, token.end), i)
            site = token.lemma in standard().classes["building"] and _is_in_one_of(tree, i, towns)
            yield _Candidate(i, Place(name, land, _before(tree, i)), 1 if site else 2)


def _undergoes(tree: Tree, subject: int) -> bool:
    """Say whether a subject has something done to it: "Kyiv endured a barrage"."""
    return tree.tokens[tree.tokens[subject].head].lemma in _suffering()


def _is_in_one_of(tree: Tree, site: int, towns: Iterable[int]) -> bool:
    """Say whether a town is told for a building: "at the German consulate in Kunduz"."""
    clause = tree.clause_head(site)
    return any(tree.dominates(site, i) or tree.clause_head(i) == clause for i in towns)


def _holds(span: Span, tree: Tree, i: int) -> bool:
    return span.start <= tree.tokens[i].start < span.end


def _whole(tree: Tree, i: int) -> int:
    """Return the noun that a place's name is part of: "region" of "Kherson region"."""
    token = tree.tokens[i]
    above = tree.tokens[token.head]
    part = token.dep in ("compound", "nmod", "amod", "poss") and above.pos in ("NOUN", "PROPN")
    return token.head if part and above.lemma in _sites() else i


def _stands(tree: Tree, i: int, preps: frozenset[str], *, objects: bool) -> bool:
    token = tree.tokens[i]
    if token.dep == "pobj":
        prep = tree.tokens[token.head]
        if prep.text.lower() == "of" and tree.tokens[prep.head].lemma in _sites():  # "in the city of X"
            return _stands(tree, prep.head, preps, objects=objects)
        return prep.text.lower() in preps
    if token.dep in ("appos", "conj") and token.head != i:
        return _stands(tree, token.head, preps, objects=objects)
    if token.dep in ("compound", "nmod", "amod"):  # "a Kyiv apartment block"
        return objects
    return objects and token.dep in _OBJECT


def _is_unknown_place(tree: Tree, i: int, preps: frozenset[str]) -> bool:
    """Say whether a name that no list knows must be a place: "the village of X", "in X", "near X"."""
    token = tree.tokens[i]
    prefixed = i + 1 < len(tree.tokens) and tree.tokens[i + 1].text in _LINES  # "in mid-May"
    name = token.pos == "PROPN" and token.text[:1].isalpha() and not prefixed
    if not name or token.dep != "pobj" or token.lemma in word_set("calendar"):
        return False
    prep = tree.tokens[token.head]
    if prep.text.lower() == "of":
        of = tree.tokens[prep.head]  # but not "the Centre of Excellence"
        return of.lemma in standard().classes["place"] and of.text[:1].islower()
    named = token.lemma in _sites()
    near = (
        _STRUCK
        if named
        else ("in", "near", "outside", "at")
        if preps is _STRUCK
        else ("in", "near", "outside")
    )
    return prep.text.lower() in near and prep.text.lower() in preps


def _name(text: str, tree: Tree, span: tuple[int, int], top: int) -> str:
    """Return the place as written: with its site, and with "eastern" and the like before it."""
    start, end = span
    if tree.tokens[top].start >= end and tree.tokens[top].start - end < _FAR:
        end = tree.tokens[top].end
    if tree.tokens[top].lemma in _sites() and tree.tokens[top].text[:1].isupper():  # "Gulf of Aden"
        named = tree.prep_object(top, "of")
        end = tree.tokens[named].end if named is not None and tree.tokens[named].pos == "PROPN" else end
    for c in reversed(tree.children(top, "amod", "compound", "nmod", "poss")):
        token = tree.tokens[c]
        named = token.text[:1].isupper() and token.lemma.lower() not in word_set("calendar")
        leads = named or token.lemma in _directions()
        own = tree.subtree(c)
        first = tree.tokens[own[0]]
        if leads and tree.tokens[own[-1]].end < start <= tree.tokens[own[-1]].end + 1:
            start = first.start if first.text.lower() != "the" else tree.tokens[own[1]].start
    return text[start:end].removesuffix("'s").removesuffix("’s")


def _before(tree: Tree, i: int) -> str:
    token = tree.tokens[i]
    return tree.tokens[token.head].text.lower() if token.dep == "pobj" else ""


@cache
def _sites() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["places"]["sites"]))


@cache
def _directions() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["places"]["directions"]))


@cache
def _suffering() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["carriers"]["suffering"]))


@cache
def _visits() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["carriers"]["visits"]))
