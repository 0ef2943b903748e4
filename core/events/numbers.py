"""Reads how many were killed and injured from the words around an event."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.events.lexicon import load, words
from core.events.parties import is_known
from core.events.syntax import Tree

_TIMES = (12, 100)  # a dozen, a hundred: counted themselves
_CAUSE = ("pobj", "prep", "agent", "conj", "compound")
_BY = ("in", "by", "from", "with", "during", "of", "as")
_INTRANSITIVE = ("die", "perish")


@dataclass(frozen=True, slots=True)
class Numbers:
    """Whole numbers as told; None where nothing is said."""

    killed: int | None = None
    injured: int | None = None


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words(load("numbers.toml")[name]))


@cache
def _values() -> dict[str, int]:
    return {str(name): int(value) for name, value in load("numbers.toml")["values"].items()}


def casualties(tree: Tree, head: int, clause: tuple[int, int]) -> Numbers:
    """Return the numbers told of an attack: within its clause, and in what is joined to it by "and".

    ``head`` is the trigger, ``clause`` its clause (character offsets); a toll may stand over both.
    """
    inside = [i for i, t in enumerate(tree.tokens) if clause[0] <= t.start < clause[1]]
    inside += [i for i in _results(tree, head) if i not in inside]
    harms = [i for i in (*inside, *_above(tree, head)) if _is_harm(tree, i)]
    joined = {j for i in harms for j in _coordinated(tree, i) if _is_harm(tree, j)}
    told = sorted(i for i in {*harms, *joined} if not _is_told_apart(tree, i, head))
    tolls = {*inside, *tree.ancestors(head)}
    killed = [n for i in told for n in _harmed(tree, i, "killed")]
    killed += [n for i in tolls if (n := _toll(tree, i)) is not None] if not killed else []
    killed += [n for n in _slain(tree, head) if not killed]
    injured = [n for i in told for n in _harmed(tree, i, "injured")]
    return Numbers(sum(killed) if killed else None, sum(injured) if injured else None)


def _results(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of the result that hangs on the attack's clause: "fought them, leaving six dead"."""
    for i in tree.children(tree.clause_head(head), "advcl"):
        if i > head and tree.tokens[i].tag == "VBG" and not tree.children(i, "mark", "nsubj"):
            yield from (i, *tree.children(i, "dobj", "oprd", "ccomp"))


def _slain(tree: Tree, head: int) -> Iterator[int]:
    """Yield N of "the massacre of N villagers"."""
    whom = tree.prep_object(head, "of") if tree.tokens[head].lemma in _words("slaughter") else None
    if whom is not None and (number := _count(tree, whom)) is not None:
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
    top = above if tree.tokens[i].dep in ("oprd", "acomp") else i  # "were shot dead"
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
    if kind == "killed" and token.lemma in _words("losses"):
        whom = tree.object(i)
        return whom is not None and not _is_thing_lost(tree, whom, i)
    return token.lemma in _words(kind) or token.text.lower() in _words(kind)


def _toll(tree: Tree, i: int) -> int | None:
    """Return N of "the death toll rose to N", "a toll of N"."""
    if tree.tokens[i].lemma not in _words("tolls"):
        return None
    above = tree.tokens[i].head
    if (told := tree.prep_object(i, "of")) is None and tree.tokens[i].dep == "nsubj":
        told = tree.prep_object(above, "to", "at")
        told = tree.object(above) if told is None else told
    return _count(tree, told) if told is not None else None


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
    for noun in (who, *tree.children(who, "conj")):
        apart = _is_harm_of_another(tree, noun, i) or _is_thing_lost(tree, noun, i)
        if not apart and (number := _count(tree, noun)) is not None:
            yield number


def _is_harm_of_another(tree: Tree, noun: int, i: int) -> bool:
    """Say whether a conjunct is counted by its own word: "four dead and 120 wounded"."""
    return noun != i and _is_harm(tree, noun)


def _is_thing_lost(tree: Tree, noun: int, i: int) -> bool:
    """Say whether a loss is none of life: "lost 18 soldiers and four aircraft"."""
    return tree.tokens[i].lemma in _words("losses") and tree.tokens[noun].lemma not in _words("persons")


def _victims(tree: Tree, i: int) -> int | None:
    """Return who was killed or hurt: the object of a verb, the subject of "died", the noun itself."""
    token = tree.tokens[i]
    if token.dep in ("oprd", "acomp"):  # "left four people dead", "four were dead"
        return tree.object(token.head) if token.dep == "oprd" else tree.subject(token.head)
    if token.pos not in ("VERB", "AUX"):
        return token.head if token.dep == "amod" and tree.tokens[token.head].pos in ("NOUN", "NUM") else i
    who = tree.subject(i) if token.lemma in _INTRANSITIVE else tree.object(i)
    if who is None or (token.dep == "conj" and tree.children(i, "nsubj", "nsubjpass", "nummod")):
        own = tree.children(i, "nsubj", "nsubjpass", "nummod")
        who = own[0] if own and token.tag in ("VBN", "VBD") else who
    if who is None and token.tag == "VBG":  # "injuring and hospitalising four"
        who = next((found for c in tree.children(i, "conj") if (found := tree.object(c)) is not None), None)
    return who


def _count(tree: Tree, i: int) -> int | None:
    """Return the number of a noun phrase: "at least 14 people", "three", "a woman", "the girl's father"."""
    token = tree.tokens[i]
    own = _value(token.text) if token.pos in ("NUM", "NOUN", "PRON", "DET", "ADJ") else None
    for c in tree.children(i, "nummod", "det"):
        if token.lemma == "number" and c > i:
            return 1  # "their number two"
        if (value := _value(tree.tokens[c].text)) is not None:
            dozens = own if own in _TIMES else _dozens(tree, c)
            return value * (dozens or 1)  # "two dozen"; "no one" is none
    if own is not None:
        return own
    if token.lemma in _words("persons") and token.tag == "NN":
        return 1
    named = token.tag == "NNP" and token.pos == "PROPN" and not is_known(token.text)
    return 1 if named and token.dep in ("nsubjpass", "nsubj", "dobj") else None


def _dozens(tree: Tree, number: int) -> int | None:
    """Return 12 where a word is the "two" of "two dozen people"."""
    return next((v for c in tree.children(number) if (v := _value(tree.tokens[c].text)) in _TIMES), None)


def _value(text: str) -> int | None:
    plain = text.replace(",", "").lower()
    return int(plain) if plain.isdigit() else _values().get(plain)
