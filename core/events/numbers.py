"""Reads how many were killed and injured from the words around an event."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.events.counting import count, words_of
from core.events.harm import harmed, is_harm, tells, toll
from core.events.syntax import Tree

_CAUSE = ("pobj", "prep", "agent", "conj", "compound")
_BY = ("in", "by", "from", "with", "during", "of", "as")
_STATES = ("oprd", "acomp")  # "were shot dead"
_SINCE, _AFTER = "since", "after"
_WHEN = ("when", "as", _AFTER, _SINCE)
_AT = ("in", "at", "near")
_PARTS = ("dobj", "attr", "nsubj", "nsubjpass", "acomp", "oprd")
_INNER = ("acl", "relcl", "nsubj", "nsubjpass")  # "a missile fired by rebels hit"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers as told; None where nothing is said."""

    killed: int | None = None
    injured: int | None = None


NONE_TOLD = Numbers()


def told_alone(tree: Tree) -> Numbers:
    """Return the numbers of a sentence that tells of nothing but the dead and the hurt of what came before.

    "At least nine people died", "officials put the dead at nine", "there were no casualties".
    """
    lemmas = {token.lemma for token in tree.tokens}
    elsewhere = any(_is_place(tree, i) for i in range(len(tree.tokens)))
    if elsewhere or not lemmas.isdisjoint(words_of("occasions") | words_of("totals")):
        return NONE_TOLD
    roots = [i for i, token in enumerate(tree.tokens) if token.dep == "ROOT"]
    clauses = [c for i in roots for c in (i, *tree.children(i, "ccomp", "xcomp"))]
    bare = [c for c in clauses if _is_bare_harm(tree, c) and not tree.children(c, "dobj", "neg")]
    told = {i for c in bare for i in _told_by(tree, c) if is_harm(tree, i)}
    told |= {j for i in told for j in _coordinated(tree, i) if is_harm(tree, j)}
    tolls = [n for i in range(len(tree.tokens)) if (n := toll(tree, i)) is not None]
    return _summed(tolls or _all(tree, told, "killed"), _all(tree, told, "injured"))


def _is_place(tree: Tree, i: int) -> bool:
    """Say whether a word opens "in Kapan", "at the port of Eden", which may be another place."""
    token = tree.tokens[i]
    here = token.dep == "prep" and token.text.lower() in _AT
    return here and any(tree.tokens[j].pos == "PROPN" for j in tree.subtree(i))


def casualties(tree: Tree, head: int, clause: tuple[int, int]) -> Numbers:
    """Return the numbers told of an attack: within its clause, and in what is joined to it by "and".

    ``head`` is the trigger, ``clause`` its clause (character offsets); a toll may stand over both.
    """
    inside = [i for i, t in enumerate(tree.tokens) if clause[0] <= t.start < clause[1]]
    inside += [i for i in (*_results(tree, head), *_following(tree, head)) if i not in inside]
    harms = [
        i
        for i in (*inside, *_above(tree, head), *_over_time(tree, head), *_opened(tree, head))
        if is_harm(tree, i)
    ]
    joined = {j for i in harms for j in _coordinated(tree, i) if is_harm(tree, j)}
    told = sorted(i for i in {*harms, *joined} if not _is_told_apart(tree, i, head))
    killer = (
        tree.tokens[head].head if tree.tokens[head].dep == "nsubj" else head
    )  # "the raid killed", "massacred"
    own = [i for i in told if i == killer and _all(tree, [i], "killed")]
    killed = _all(tree, own or told, "killed")
    near = {*inside, *tree.ancestors(head), *_told_by(tree, tree.clause_head(head)), *_after(tree, head)}
    tolls = {i: n for i in near if (n := toll(tree, i)) is not None}
    of_it = [n for i, n in tolls.items() if tree.dominates(tree.tokens[i].head, head)]  # "the toll from it"
    killed = of_it or killed or [*tolls.values()]
    killed += [n for n in _slain(tree, head, inside) if not killed]
    return _summed(killed, _all(tree, told, "injured"))


def _all(tree: Tree, told: Iterable[int], kind: str) -> list[int]:
    return [n for i in sorted(told) for n in harmed(tree, i, kind)]


def _summed(killed: Sequence[int], injured: Sequence[int]) -> Numbers:
    """Add up; where nobody was even hurt, nobody was killed."""
    hurt = sum(injured) if injured else None
    return Numbers(sum(killed) if killed else hurt if hurt == 0 else None, hurt)


def _results(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of the result that hangs on the attack or its clause.

    "Fought them, leaving six dead", "a raid that left six dead", "a siege in which six lost their lives".
    """
    hung = [
        i
        for i in tree.children(tree.clause_head(head), "advcl")
        if i > head and tree.tokens[i].tag == "VBG" and not tree.children(i, "mark", "nsubj")
    ]
    for i in (*hung, *tree.children(head, "relcl")):
        yield from (i, *tree.children(i, "dobj", "oprd", "ccomp"))


def _following(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of a later clause that tells what the attack did and names no other cause.

    "A rocket hit a school; there were no casualties", "shelled the town, and ten people died".
    """
    clause = tree.clause_head(head)
    above = tree.tokens[clause].head
    later = [above] if tree.tokens[clause].dep == "ccomp" and above > clause else []
    for i in (*later, *tree.children(clause, "conj")):
        told = [j for j in (i, *tree.children(i, "ccomp")) if j > head and _is_bare_harm(tree, j)]
        for j in told:
            yield from _told_by(tree, j)


def _is_bare_harm(tree: Tree, verb: int) -> bool:
    """Say whether a clause tells of the dead, not who or what killed them nor that it was on another day."""
    killer = tree.children(verb, "agent") or (tells(tree, verb, "killed") and _has_killer(tree, verb))
    causes = (tree.prep_object(verb, prep) for prep in _BY)
    named = any(c is not None and tree.tokens[c].lemma in words_of("occasions") for c in causes)
    timed = any(tree.children(c, "npadvmod") for c in (verb, *tree.children(verb, "advmod")))
    return not (killer or named or timed) and any(is_harm(tree, i) for i in _told_by(tree, verb))


def _has_killer(tree: Tree, verb: int) -> bool:
    """Say whether a verb is that of "a rocket killed 19"."""
    acts = tree.children(verb, "nsubj") and tree.children(verb, "dobj")
    return bool(acts) and tree.tokens[verb].lemma not in words_of("losses")


def _over_time(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of the clause that an attack tells the time of: "two died when shells hit a bus"."""
    i = _time_clause(tree, head)
    if i is None or _is_of_another_day(tree, i):
        return
    above = tree.tokens[i].head
    for j in (above, *(c for c in tree.children(above, "ccomp") if c < i)):
        yield from _told_by(tree, j)


def _time_clause(tree: Tree, head: int) -> int | None:
    """Return the verb of the clause of time an attack is told in: "when a missile fired by rebels hit"."""
    i = head
    while tree.tokens[i].dep in _INNER and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return i if tree.tokens[i].dep == "advcl" and _marks(tree, i) else None


def _marks(tree: Tree, clause: int) -> list[int]:
    marks = tree.children(clause, "mark", "advmod")
    return [c for c in marks if tree.tokens[c].text.lower() in _WHEN]


def _is_of_another_day(tree: Tree, clause: int) -> bool:
    """Say whether a clause of time tells of another day: "a week after rebels struck", "since it began"."""
    mark, above = _marks(tree, clause)[0], tree.tokens[clause].head
    word = tree.tokens[mark].text.lower()
    spans = (
        *tree.children(clause, "npadvmod"),
        *(c for c in tree.children(above, "npadvmod") if c == mark - 1),
    )
    return word == _SINCE or (word == _AFTER and bool(spans))


def _after(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of the clauses joined to the attack's: "a bomb went off, and the toll rose to 41"."""
    for clause in tree.children(tree.clause_head(head), "conj"):
        yield from tree.subtree(clause)


def _slain(tree: Tree, head: int, inside: Sequence[int]) -> Iterator[int]:
    """Yield N of "the massacre of N villagers", "shot down with the loss of N men"."""
    lost = [i for i in inside if tree.tokens[i].lemma == "loss"]
    for i in [head] if tree.tokens[head].lemma in words_of("slaughter") else lost:
        whom = tree.prep_object(i, "of")
        told = whom is not None and (i == head or tree.tokens[whom].lemma in words_of("persons"))
        if whom is not None and told and (number := count(tree, whom)) is not None:
            yield number


def _told_by(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return a verb with its parts: "were among the 12 dead", "there were no casualties"."""
    among = tree.prep_object(verb, "among")
    return (verb, *tree.children(verb, *_PARTS), *(() if among is None else (among,)))


def _opened(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of the clause an attack opens, read as one too: "Shelling by rebels cost 11 lives"."""
    token, i = tree.tokens[head], _stands_for(tree, head)
    read = token.dep in ("advcl", "csubj") and not tree.children(token.head, "nsubj", "nsubjpass")
    if (read and token.tag == "VBG") or tree.tokens[i].dep == "nsubj":
        yield from _told_by(tree, tree.tokens[i].head)


def _stands_for(tree: Tree, head: int) -> int:
    """Return the word in an attack's place: "Azeri" of "Azeri shelling", read as a clause."""
    token = tree.tokens[head]
    return token.head if token.tag == "VBG" and token.dep == "acl" and token.head == head - 1 else head


def _above(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words that a noun tells the cause of: "died" over "in a blast"."""
    start = _stands_for(tree, head)
    for i in (start, *tree.ancestors(start)):
        token = tree.tokens[i]
        own = token.dep == "conj" and token.pos == "VERB"  # a clause of its own
        if own or token.dep not in _CAUSE or (token.dep == "prep" and token.text.lower() not in _BY):
            return
        yield token.head


def _is_told_apart(tree: Tree, i: int, head: int) -> bool:
    """Say whether a word repeats another in a clause of its own, or tells of another day.

    "58 were killed and nine rebels died", "2,000 have died since the siege began".
    """
    time = _time_clause(tree, head)
    if time is not None and not tree.dominates(time, i) and _is_of_another_day(tree, time):
        return True
    if any(_is_whose(tree, a) and not tree.dominates(a, head) for a in (i, *tree.ancestors(i))):
        return True  # "the army, whose campaign has cost 900 lives, bombed"
    above = tree.tokens[i].head
    kinds = [kind for kind in ("killed", "injured") if tells(tree, i, kind)]
    top = above if tree.tokens[i].dep in _STATES else i  # "were shot dead"
    again = any(tells(tree, a, kind) for a in _chain(tree, top) for kind in kinds)
    return again and bool(tree.children(top, "nsubj", "nsubjpass")) and not tree.dominates(top, head)


def _is_whose(tree: Tree, verb: int) -> bool:
    """Say whether a verb heads a clause of "whose": what it tells is of somebody else's doing."""
    subjects = tree.children(verb, "nsubj", "nsubjpass") if tree.tokens[verb].dep == "relcl" else []
    return any(tree.tokens[c].tag == "WP$" for s in subjects for c in tree.children(s, "poss"))


def _chain(tree: Tree, i: int) -> Iterator[int]:
    """Yield the words that one is joined to by "and", up to the first."""
    while tree.tokens[i].dep == "conj":
        i = tree.tokens[i].head
        yield i


def _coordinated(tree: Tree, i: int) -> Iterator[int]:
    """Yield the words joined to one by "and", in both directions: "killed and wounded"."""
    top = tree.tokens[i].head if tree.tokens[i].dep == "oprd" else i  # "left four dead and 120 wounded"
    while tree.tokens[top].dep == "conj":
        top = tree.tokens[top].head
    todo = [top]
    while todo:
        one = todo.pop()
        yield one
        todo += tree.children(one, "conj")
