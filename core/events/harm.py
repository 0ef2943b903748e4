"""Reads what one word tells of the dead and the hurt: "killed", "left 14 dead", "lost their lives", a toll.

Serves the counting of an event's casualties, which decides which of these words are told of it.
"""

from collections.abc import Iterator

from core.events.counting import count, words_of
from core.events.syntax import Tree

_INTRANSITIVE = ("die", "perish")
_STATES = ("oprd", "acomp")  # "left four people dead", "four were dead"


def is_harm(tree: Tree, i: int) -> bool:
    """Say whether a word tells of dead or hurt."""
    return any(tells(tree, i, kind) for kind in ("killed", "injured"))


def tells(tree: Tree, i: int, kind: str) -> bool:
    """Say whether a word tells of one ``kind`` of harm, "killed" or "injured"."""
    token = tree.tokens[i]
    if kind == "killed" and token.lemma in words_of("losses"):
        whom = tree.object(i)
        return whom is not None and not _is_thing_lost(tree, whom, i)
    if token.lemma in words_of("casualties"):
        return count(tree, i) == 0  # "no casualties"; any other number is of dead and hurt together
    if kind == "killed" and (_is_life_lost(tree, i) or _is_felled(tree, i) or _is_body(tree, i)):
        return True
    return token.lemma in words_of(kind) or token.text.lower() in words_of(kind)


def harmed(tree: Tree, i: int, kind: str) -> Iterator[int]:
    """Yield how many a word like "killed" or "dead" speaks of."""
    if not tells(tree, i, kind):
        return
    who = _victims(tree, i)
    if who is None:
        return
    for noun in _listed(tree, who):
        apart = _is_harm_of_another(tree, noun, i) or _is_thing_lost(tree, noun, i)
        if not apart and (number := count(tree, noun)) is not None:
            yield number


def toll(tree: Tree, i: int) -> int | None:
    """Return N of "the toll rose to N", "a toll of N", "put the dead at N", "the number killed is N"."""
    told = _figure(tree, i)
    return count(tree, told) if told is not None else None


def _figure(tree: Tree, i: int) -> int | None:
    """Return the word that tells the number of a toll."""
    token, above = tree.tokens[i], tree.tokens[i].head
    is_toll = token.lemma in words_of("tolls")
    own = tree.prep_object(i, "of", "to", "at") if is_toll else None
    if own is not None and count(tree, own) is not None:
        return own
    put = tree.tokens[above].lemma == "put" and token.text.lower() in words_of("put")
    if token.dep not in ("nsubj", "dobj") or not (is_toll or put or _is_number_of_dead(tree, i)):
        return None
    if (reached := tree.prep_object(above, "to", "at")) is not None or token.dep == "dobj":
        return reached
    return next(iter(tree.children(above, "dobj", "attr")), None)


def _is_number_of_dead(tree: Tree, i: int) -> bool:
    """Say whether a word is that of "the number of people killed", "the number of dead"."""
    return tree.tokens[i].lemma == "number" and any(
        tells(tree, j, "killed") for j in tree.subtree(i) if j > i
    )


def _is_life_lost(tree: Tree, i: int) -> bool:
    """Say whether a word is the lives of "lost their lives", "cost 21 lives", "the loss of 300 lives"."""
    if tree.tokens[i].lemma != "life":
        return False
    above = tree.tokens[i].head
    over = {tree.tokens[above].lemma, tree.tokens[tree.tokens[above].head].lemma}
    return not over.isdisjoint(words_of("taking"))


def _is_body(tree: Tree, i: int) -> bool:
    """Say whether a word is that of "counted 17 bodies", "the bodies of five people were pulled out"."""
    token = tree.tokens[i]
    return token.lemma == "body" and tree.tokens[token.head].lemma in words_of("recovering")


def _is_felled(tree: Tree, i: int) -> bool:
    """Say whether a verb is that of "were gunned down"."""
    if (end := tree.prep_object(i, "to")) is not None and tree.tokens[end].lemma == "death":
        return tree.tokens[i].pos == "VERB"  # "stabbed to death"
    down = any(tree.tokens[c].lemma == "down" for c in tree.children(i, "prt", "advmod"))
    return down and tree.tokens[i].lemma in words_of("felled")


def _listed(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the members of a list of nouns: "a mayor, his wife and their driver"."""
    yield noun
    for other in tree.children(noun, "conj"):
        yield from _listed(tree, other)


def _is_harm_of_another(tree: Tree, noun: int, i: int) -> bool:
    """Say whether a conjunct is counted by its own word: "four dead and 120 wounded"."""
    return noun != i and is_harm(tree, noun)


def _is_thing_lost(tree: Tree, noun: int, i: int) -> bool:
    """Say whether a loss is none of life: "lost 18 soldiers and four aircraft"."""
    return tree.tokens[i].lemma in words_of("losses") and tree.tokens[noun].lemma not in words_of("persons")


def _victims(tree: Tree, i: int) -> int | None:
    """Return who was killed or hurt: the object of a verb, the subject of "died", the noun itself."""
    token = tree.tokens[i]
    if token.lemma == "life":
        return _owner_of_lives(tree, i)
    if token.lemma == "body":
        return of if (of := tree.prep_object(i, "of")) is not None else i
    return (
        _harmed_by(tree, i) if token.pos in ("VERB", "AUX") and token.dep not in _STATES else _who_is(tree, i)
    )


def _who_is(tree: Tree, i: int) -> int | None:
    """Return who is said to be "dead" or "wounded"."""
    token = tree.tokens[i]
    if tree.children(i, "nummod") and token.pos not in ("VERB", "AUX"):
        return i  # "left 14 dead"
    if token.tag == "JJ" and (own := tree.children(i, "nsubj")):
        return own[0]  # "left 67 villagers dead"
    if token.dep in _STATES:
        whom = tree.object(token.head)
        return whom if token.dep == "oprd" or whom is not None else tree.subject(token.head)
    return token.head if token.dep == "amod" and tree.tokens[token.head].pos in ("NOUN", "NUM") else i


def _harmed_by(tree: Tree, i: int) -> int | None:
    """Return whom a verb harms: "killed 14", "14 died", "14 were killed"."""
    token = tree.tokens[i]
    who = _dead(tree, i) if token.lemma in _INTRANSITIVE else tree.object(i)
    active = token.tag == "VBD" and tree.children(i, "dobj")  # "and a blast killed 19"
    if who is None or (token.dep == "conj" and not active):
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
