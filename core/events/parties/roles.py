"""Reads source and target of one event from the syntax around its triggers."""

from dataclasses import replace

from core.events.parties.arguments import better, named_only, verbs
from core.events.parties.cases import FIGHTING, TOGETHER, Case, Told
from core.events.parties.nominal import of_noun
from core.events.parties.phrases import NOTHING, Grade, Phrases, Reading
from core.events.parties.verbal import of_verb

_NOMINAL = ("pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj", "ROOT")


def read(phrases: Phrases, case: Case) -> Told:
    """Return what the syntax tells; the first trigger that names a role decides it."""
    told = Told()
    for head, is_verb in case.heads:
        verbal = is_verb and not _is_gerund_noun(phrases, head)
        one = of_verb(phrases, case, head) if verbal else of_noun(phrases, case, head)
        told = Told(better(told.source, one.source), better(told.target, one.target))
    launched = case.lemma in verbs("sending") and told.source  # "In X, its army fired rockets at a base"
    if case.type == "ASSAULT" and not told.target and not launched:
        told = Told(told.source, _opening(phrases, case.head))
    apart = () if case.type in TOGETHER else told.source.sides  # a court that suspends its minister is not he
    others = (person for person in told.target.persons if person[0] not in apart)
    persons = (*told.source.persons, *others)
    return replace(_shared_out(case, told), persons=persons, named=phrases.named())


def _opening(phrases: Phrases, head: int) -> Reading:
    """Return whose land a sentence opens with: "In the southern city of X, two men died in a blast"."""
    tree = phrases.tree
    opening = tree.opening_phrase(head)
    inner = next(iter(tree.children(opening, "pobj")), None) if opening is not None else None
    if inner is None:
        return NOTHING
    found = phrases.read(inner)
    return Reading(found.sides, Grade.PLACE) if found else NOTHING


def _shared_out(case: Case, told: Told) -> Told:
    """Put the sides told into the roles that the event's type has."""
    if case.type in TOGETHER:
        return _partners(told)
    if case.type in FIGHTING:
        told = Told(named_only(told.source), told.target)
    mutual = case.lemma in verbs("mutual") | verbs("clashes") or _each_other(case)
    if len(told.source.sides) == 2 and mutual and told.target.grade < Grade.NAMED:
        accuser, accused = told.source.sides  # "Kyiv and Moscow traded blame", "police and rebels clashed"
        return Told(Reading((accuser,), told.source.grade), Reading((accused,), told.source.grade))
    return _apart(told)


def _each_other(case: Case) -> bool:
    target = case.tree.object(case.head)
    return target is not None and case.tree.tokens[target].text.lower() == "other"


def _is_gerund_noun(phrases: Phrases, i: int) -> bool:
    """Say whether an -ing form stands as a noun: "the Russian shelling of Kharkiv", "in Thai shelling"."""
    token = phrases.tree.tokens[i]
    described = bool(phrases.tree.children(i, "amod", "poss", "det", "compound"))
    return token.tag == "VBG" and ((token.dep in _NOMINAL and described) or bool(phrases.adjoining(i)))


def _partners(told: Told) -> Told:
    """Share out those who meet or agree: the first named acts, the others are whom it meets."""
    sides = tuple(dict.fromkeys((*told.source.sides, *told.target.sides)))
    grade = max(told.source.grade, told.target.grade)
    if not told.source:
        return (
            Told(NOTHING, told.target)
            if len(sides) < 2
            else Told(Reading(sides[:1], grade), Reading(sides[1:], grade))
        )
    rest = tuple(side for side in sides if side not in told.source.sides)
    first = told.source.sides if rest else told.source.sides[:1]
    rest = rest or told.source.sides[1:]
    return Told(Reading(first, told.source.grade), Reading(rest, grade) if rest else NOTHING)


def _apart(told: Told) -> Told:
    """Nobody does it to itself: of a side in both roles, the role told more surely stays."""
    both = set(told.source.sides) & set(told.target.sides)
    if not both:
        return told
    if told.target.grade > told.source.grade:
        return Told(_without(told.source, both), told.target)
    return Told(told.source, _without(told.target, both))


def _without(reading: Reading, sides: set[str]) -> Reading:
    left = tuple(side for side in reading.sides if side not in sides)
    return Reading(left, reading.grade) if left else NOTHING
