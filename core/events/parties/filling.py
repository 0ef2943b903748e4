"""Completes the parties of an event from what the article told before, by the conventions of each type."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.events.lexicon import load, words
from core.events.parties.cases import FIGHTING, TOGETHER, Case, Told
from core.events.parties.conflict import Conflict
from core.events.parties.phrases import Grade
from core.events.parties.references import nouns

Sides = tuple[str, ...]

_NEAR = 1  # sentences
_STEM = 4  # letters that "bombing" and "bombed" share
_RECENT = 3  # sentences
_OWN_ACCORD = 3  # attacks told one way before an unclaimed blast is laid at the attacker's door
_DIPLOMATIC = TOGETHER | {"REQUEST", "REJECT", "THREATEN", "CONCEDE"}


@dataclass(frozen=True, slots=True)
class Filled:
    """The parties of an event, in words where they are from; ``told`` are those its sentence names."""

    case: Case
    source: Sides
    target: Sides
    reasons: tuple[str, ...] = ()
    persons: tuple[tuple[str, str], ...] = ()
    told: Sides = ()


def fill(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> Filled:
    """Return an event's parties; ``before`` are the events told before it in the article."""
    source, target = told.source.sides, told.target.sides
    if case.track == "battlefield" and case.type in FIGHTING:
        by, to = _fight(case, told, conflict, before)
    elif case.type in TOGETHER:
        by, to = _together(case, source, target, conflict, before)
    elif case.type in ("AID", "SANCTION", "SUPPORT", "CONCEDE"):
        by, to = _one_sided(case, source, target, conflict, before)
    else:
        by, to = _speech(case, told, conflict, before)
    to = tuple(side for side in to if side not in by)
    return Filled(
        case, by, to, _reasons(told, by, to), told.persons, (*told.source.sides, *told.target.sides)
    )


def _reasons(told: Told, source: Sides, target: Sides) -> tuple[str, ...]:
    reasons = []
    for role, sides, reading in (("by", source, told.source), ("to", target, told.target)):
        if not sides:
            continue
        how = ""
        if sides != reading.sides:
            how = ", from what the article tells around it"
        elif reading.grade is Grade.PLACE:
            how = ", by the place"
        elif reading.grade is Grade.BACK:
            how = ", named before"
        reasons.append(f"{role} {' and '.join(sides)}{how}")
    return tuple(reasons)


# Fighting


def _fight(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    source, target = told.source.sides, told.target.sides
    if case.type == "MOBILIZE":
        return source, target
    if case.defence and not told.target and told.source.grade <= Grade.BACK and conflict.main:
        return conflict.main[1:], conflict.main[:1]
    if source and told.target.grade <= Grade.PLACE:
        return source, _struck_by(source, target, conflict, before)
    if target and not source:
        return _attacker_of(case, target, conflict, before), target
    if not source and not target and case.type == "ASSAULT":
        return _same_attack(case, conflict, before)
    return source, target


def _struck_by(source: Sides, ground: Sides, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    """Return whom a side strikes on a country's ground: its usual victim, its enemy, or the country."""
    usual = conflict.victim(source, ground)
    if usual:
        return usual
    if ground and conflict.fight(source, ground):
        return ground
    last = next((f.target for f in reversed(before) if f.source == source and f.target and _is_fight(f)), ())
    return conflict.foe(source) or ground or last


def _attacker_of(case: Case, target: Sides, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    if accuser := _accuser(case, before):
        return conflict.foe(target) if conflict.foe(target) != accuser else ()
    for filled in reversed(before):
        if case.index - filled.case.index > _NEAR:
            break
        if (
            _can_be_same(case, filled.case)
            and _is_fight(filled)
            and filled.source
            and set(filled.target) & set(target)
        ):
            return filled.source
    foe = conflict.foe(target)
    if foe and _is_unclaimed(case) and conflict.attacks[foe[0], target[0]] < _OWN_ACCORD:
        return ()
    return foe


def _can_be_same(one: Case, other: Case) -> bool:
    """Say whether two attacks can be one: they are not made by different means."""
    return not one.mode or not other.mode or one.mode == other.mode


def _accuser(case: Case, before: Sequence[Filled]) -> Sides:
    """Return who denounces the attack in its own sentence, and so is not the one who made it."""
    return next((f.source for f in before if f.case.index == case.index and f.case.type == "ACCUSE"), ())


def _same_attack(case: Case, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    """Return the parties of the attack by the same means told last, else of the article's main one."""
    fights = [f for f in reversed(before) if _is_fight(f) and (f.source or f.target)]
    near = (f for f in fights if case.index - f.case.index <= _NEAR and _can_be_same(case, f.case))
    alike = (f for f in fights if case.mode and f.case.mode == case.mode)
    same = next(near, None) or next(alike, None)
    if same is not None:
        return same.source, same.target
    if conflict.attacks and not _accuser(case, before):
        source, target = conflict.attacks.most_common(1)[0][0]
        return (source,), (target,)
    if fights:
        return fights[0].source, fights[0].target
    if conflict.main is None or _is_unclaimed(case):
        return (), ()
    return conflict.main[:1], conflict.main[1:]


def _is_fight(filled: Filled) -> bool:
    return filled.case.track == "battlefield" and filled.case.type in ("ASSAULT", "COERCE")


def _is_unclaimed(case: Case) -> bool:
    """Say whether the words tell of a blast and not of who caused it."""
    return case.tree.tokens[case.head].lemma in _blasts()


def _blasts() -> frozenset[str]:
    return frozenset(words(load("roles.toml")["nouns"]["blasts"]))


# Talks and agreements


def _together(
    case: Case, source: Sides, target: Sides, conflict: Conflict, before: Sequence[Filled]
) -> tuple[Sides, Sides]:
    if source and target:
        return source, target
    known = source or target
    if known:
        other = _partner(known, before, TOGETHER)
        if not other and _is_peace(case):
            other = conflict.foe(known)
        if not source:
            return (other, target) if other else (target, ())
        near = _partner(known, [f for f in before if case.index - f.case.index <= _RECENT], TOGETHER)
        return source, near or (other if _is_peace(case) or _is_definite(case) else ())
    again = [f for f in reversed(before) if f.case.type in TOGETHER and f.source]
    same = next((f for f in again if _lemma(f.case) == _lemma(case)), None) if _is_definite(case) else None
    for filled in (same, *again):
        if filled is not None and (filled.target or filled is same):
            return filled.source, filled.target
    if conflict.main is not None and _is_peace(case):
        return conflict.main[:1], conflict.main[1:]
    return (), ()


def _partner(known: Sides, before: Sequence[Filled], types: frozenset[str]) -> Sides:
    """Return with whom a side was last told to speak."""
    for filled in reversed(before):
        if filled.case.type in types and filled.source and filled.target:
            if set(filled.source) & set(known):
                return filled.target
            if set(filled.target) & set(known):
                return filled.source
    return ()


def _is_peace(case: Case) -> bool:
    """Say whether it is about what two sides of a war settle between them."""
    lemmas = {case.tree.tokens[i].lemma for head, _ in case.heads for i in (head, *case.tree.children(head))}
    return bool(lemmas & nouns("settled"))


def _lemma(case: Case) -> str:
    return case.tree.tokens[case.head].lemma


def _is_definite(case: Case) -> bool:
    tokens = case.tree.tokens
    return any(
        tokens[c].text.lower() in ("the", "this", "that", "these")
        for c in case.tree.children(case.head, "det")
    )


# Help and pressure


def _one_sided(
    case: Case, source: Sides, target: Sides, conflict: Conflict, before: Sequence[Filled]
) -> tuple[Sides, Sides]:
    if not source and not target:
        last = next((f for f in reversed(before) if f.case.type == case.type), None)
        near = last is not None and case.index - last.case.index <= _RECENT
        return (last.source, last.target) if last is not None and near else ((), ())
    if not source:
        source = next(
            (f.source for f in reversed(before) if f.case.type == case.type and set(f.target) & set(target)),
            (),
        )
    if not target:
        target = _partner(source, before, frozenset((case.type,)))
    if source and not target and conflict.main is not None and not set(source) & set(conflict.main):
        helps = case.type in ("AID", "SUPPORT")
        target = conflict.main[1:] if helps else conflict.main[:1] if case.type == "SANCTION" else ()
    return source, target


# Words


def _speech(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    source, target = told.source.sides, told.target.sides
    if case.type == "ACCUSE":
        return _accusation(case, source, target, conflict, before)
    if source and not target and not _has_other_address(case):
        target = _addressed(case, source, conflict, before)
    elif target and not source:
        source = _addressed(case, target, conflict, before)
    return source, target


def _addressed(case: Case, known: Sides, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    """Return to whom one side's words go: the enemy it threatens, with whom it has just spoken, its enemy."""
    if case.type == "THREATEN" and (foe := conflict.foe(known)):
        return foe
    near = [f for f in before if case.index - f.case.index <= _RECENT]
    return _partner(known, near, _DIPLOMATIC) or conflict.foe(known) or _partner(known, before, _DIPLOMATIC)


def _accusation(
    case: Case, source: Sides, target: Sides, conflict: Conflict, before: Sequence[Filled]
) -> tuple[Sides, Sides]:
    if source and not target:
        last = _attack_meant(case, [f for f in before if _is_fight(f) and f.source])
        if last is not None and case.index - last.case.index <= _RECENT and last.source != source:
            return source, last.source
        return source, conflict.foe(source)
    if target and not source:
        return conflict.foe(target), target
    return source, target


def _attack_meant(case: Case, fights: Sequence[Filled]) -> Filled | None:
    """Return the attack that is condemned: the last one of the same word, else the last."""
    condemned = case.tree.object(case.head)
    stem = case.tree.tokens[condemned].lemma[:_STEM] if condemned is not None else ""
    named = (f for f in reversed(fights) if stem and _lemma(f.case).startswith(stem))
    return next(named, fights[-1] if fights else None)


def _has_other_address(case: Case) -> bool:
    """Say whether a demand names someone it is addressed to who is no side: "urged civilians to leave"."""
    tree = case.tree
    found = tree.object(case.head)
    if found is None:
        found = tree.prep_object(case.head, "on", "to")
    return (
        case.type == "REQUEST"
        and found is not None
        and tree.tokens[found].lemma in nouns("victims") | {"diplomat"}
    )
