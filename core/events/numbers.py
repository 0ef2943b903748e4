"""Reads how many were killed and injured from the words around an event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.events.counting import count, words_of
from core.events.syntax import Tree

_CAUSE = ("pobj", "prep", "agent", "conj", "compound")
_BY = ("in", "by", "from", "with", "during", "of", "as")
_INTRANSITIVE = ("die", "perish")
_STATES = ("oprd", "acomp")  # "left four people dead", "four were dead"


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers as told; None where nothing is said."""

    killed: int | None = None
    injured: int | None = None


def casualties(tree: Tree, head: int, clause: tuple[int, int]) -> Numbers:
    """Return the numbers told of an attack: within its clause, and in what is joined to it by "and".

    ``head`` is the trigger, ``clause`` its clause (character offsets); a toll may stand over both.
    """
    inside = [i for i, t in enumerate(tree.tokens) if clause[0] <= t.start < clause[1]]
    inside += [i for i in _results(tree, head) if i not in inside]
    harms = [i for i in (*inside, *_above(tree, head)) if _is_harm(tree, i)]
    joined = {j for i in harms for j in _coordinated(tree, i) if _is_harm(tree, j)}
    told = sorted(i for i in {*harms, *joined} if not _is_told_apart(tree, i, head))
    tolls = {*inside, *tree.ancestors(head), *_after(tree, head)}
    killed = [n for i in told for n in _harmed(tree, i, "killed")]
    killed += [n for i in tolls if (n := _toll(tree, i)) is not None] if not killed else []
    killed += [n for n in _slain(tree, head, inside) if not killed]
    injured = [n for i in told for n in _harmed(tree, i, "injured")]
    return Numbers(sum(killed) if killed else None, sum(injured) if injured else None)


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


def _above(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words that a noun tells the cause of: "died" over "in a blast"."""
    for i in (head, *tree.ancestors(head)):
        token = tree.tokens[i]
        own = token.dep == "conj" and token.pos == "VERB"  # a clause of its own
        if own or token.dep not in _CAUSE or (token.dep == "prep" and token.text.lower() not in _BY):
            return
        yield token.head


def _is_told_apart(tree: Tree, i: int, head: int) -> bool:
    """Say whether a word repeats another in a clause of its own: "58 were killed and nine rebels died"."""
    above = tree.tokens[i].head
    kinds = [kind for kind in ("killed", "injured") if _tells(tree, i, kind)]
    top = above if tree.tokens[i].dep in _STATES else i  # "were shot dead"
    again = any(_tells(tree, a, kind) for a in _chain(tree, top) for kind in kinds)
    return again and bool(tree.children(top, "nsubj", "nsubjpass")) and not tree.dominates(top, head)


def _chain(tree: Tree, i: int) -> Iterator[int]:
    """Yield the words that one is joined to by "and", up to the first."""
    while tree.tokens[i].dep == "conj":
        i = tree.tokens[i].head
        yield i


def _is_harm(tree: Tree, i: int) -> bool:
    return any(_tells(tree, i, kind) for kind in ("killed", "injured"))


def _tells(tree: Tree, i: int, kind: str) -> bool:
    token = tree.tokens[i]
    if kind == "killed" and token.lemma in words_of("losses"):
        whom = tree.object(i)
        return whom is not None and not _is_thing_lost(tree, whom, i)
    if kind == "killed" and (_is_life_lost(tree, i) or _is_felled(tree, i)):
        return True
    return token.lemma in words_of(kind) or token.text.lower() in words_of(kind)


def _is_life_lost(tree: Tree, i: int) -> bool:
    """Say whether a word is the lives of "lost their lives", "cost 21 lives", "the loss of 300 lives"."""
    if tree.tokens[i].lemma != "life":
        return False
    above = tree.tokens[i].head
    over = {tree.tokens[above].lemma, tree.tokens[tree.tokens[above].head].lemma}
    return not over.isdisjoint(words_of("taking"))


def _is_felled(tree: Tree, i: int) -> bool:
    """Say whether a verb is that of "were gunned down"."""
    if (end := tree.prep_object(i, "to")) is not None and tree.tokens[end].lemma == "death":
        return tree.tokens[i].pos == "VERB"  # "stabbed to death"
    down = any(tree.tokens[c].lemma == "down" for c in tree.children(i, "prt", "advmod"))
    return down and tree.tokens[i].lemma in words_of("felled")


def _toll(tree: Tree, i: int) -> int | None:
    """Return N of "the death toll rose to N", "a toll of N"."""
    if tree.tokens[i].lemma not in words_of("tolls"):
        return None
    above = tree.tokens[i].head
    if (told := tree.prep_object(i, "of", "to", "at")) is None and tree.tokens[i].dep in ("nsubj", "dobj"):
        told = tree.prep_object(above, "to", "at")
        told = tree.object(above) if told is None and tree.tokens[i].dep == "nsubj" else told
    return count(tree, told) if told is not None else None


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


def _harmed(tree: Tree, i: int, kind: str) -> Iterator[int]:
    """Yield how many a word like "killed" or "dead" speaks of."""
    if not _tells(tree, i, kind):
        return
    who = _victims(tree, i)
    if who is None:
        return
    for noun in _listed(tree, who):
        apart = _is_harm_of_another(tree, noun, i) or _is_thing_lost(tree, noun, i)
        if not apart and (number := count(tree, noun)) is not None:
            yield number


def _listed(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the members of a list of nouns: "a mayor, his wife and their driver"."""
    yield noun
    for other in tree.children(noun, "conj"):
        yield from _listed(tree, other)


def _is_harm_of_another(tree: Tree, noun: int, i: int) -> bool:
    """Say whether a conjunct is counted by its own word: "four dead and 120 wounded"."""
    return noun != i and _is_harm(tree, noun)


def _is_thing_lost(tree: Tree, noun: int, i: int) -> bool:
    """Say whether a loss is none of life: "lost 18 soldiers and four aircraft"."""
    return tree.tokens[i].lemma in words_of("losses") and tree.tokens[noun].lemma not in words_of("persons")


def _victims(tree: Tree, i: int) -> int | None:
    """Return who was killed or hurt: the object of a verb, the subject of "died", the noun itself."""
    token = tree.tokens[i]
    if token.lemma == "life":
        return _owner_of_lives(tree, i)
    if token.pos not in ("VERB", "AUX") and tree.children(i, "nummod"):
        return i  # "left 14 dead"
    if token.dep in _STATES:
        return tree.object(token.head) if token.dep == "oprd" else tree.subject(token.head)
    if token.pos not in ("VERB", "AUX"):
        return token.head if token.dep == "amod" and tree.tokens[token.head].pos in ("NOUN", "NUM") else i
    who = _dead(tree, i) if token.lemma in _INTRANSITIVE else tree.object(i)
    if who is None or (token.dep == "conj" and tree.children(i, "nsubj", "nsubjpass", "nummod")):
        own = tree.children(i, "nsubj", "nsubjpass", "nummod")
        who = own[0] if own and token.tag in ("VBN", "VBD") else who
    if who is None and token.tag == "VBG":  # "injuring and hospitalising four"
        who = next((found for c in tree.children(i, "conj") if (found := tree.object(c)) is not None), None)
    return who


def _dead(tree: Tree, i: int) -> int | None:
    """Return who died; of "five people, among them a child, died" all five."""
    whole = [c for c in tree.children(i, "nsubj") if tree.prep_object(c, "among", "including") is None]
    return whole[-1] if len(whole) == 1 else tree.subject(i)


def _owner_of_lives(tree: Tree, i: int) -> int | None:
    """Return who died: "21 lives", "the lives of 14 villagers", "21 people lost their lives"."""
    if tree.children(i, "nummod"):
        return i
    of, above = tree.prep_object(i, "of"), tree.tokens[i].head
    return of if of is not None or tree.tokens[above].lemma != "lose" else tree.subject(above)
