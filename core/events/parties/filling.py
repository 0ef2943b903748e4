"""Completes the parties of an event from what the article told before, by the conventions of each type."""

from collections.abc import Sequence

from core.events.parties.arguments import carrier, verbs
from core.events.parties.attacks import attacker_meant, fight
from core.events.parties.cases import FIGHTING, TOGETHER, Case, Filled, Sides, Told
from core.events.parties.conflict import Conflict
from core.events.parties.phrases import Grade
from core.events.parties.references import is_attack, is_private, nouns
from core.events.syntax import Tree

_RECENT = 3  # sentences
_DIPLOMATIC = TOGETHER | {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"}


def fill(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> Filled:
    """Return an event's parties; ``before`` are the events told before it in the article."""
    source, target = told.source.sides, told.target.sides
    if case.track == "battlefield" and case.type in FIGHTING:
        by, to = fight(case, told, conflict, before)
    elif case.type in TOGETHER or (case.type == "RETREAT" and _is_peace(case) and not source):
        by, to = _together(case, source, target, conflict, before)
    elif case.type in ("AID", "SANCTION", "SUPPORT", "CONCEDE"):
        by, to = _one_sided(case, told, conflict, before)
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


# Talks and agreements


def _together(
    case: Case, source: Sides, target: Sides, conflict: Conflict, before: Sequence[Filled]
) -> tuple[Sides, Sides]:
    if (source and target) or is_private(case.tree, case.head):
        return source, target
    known = source or target
    if known:
        other = _partner(known, before, TOGETHER)
        if not other and _is_peace(case):
            other = conflict.foe(known)
        if not source:
            return (other, target) if other else (target, ())
        if _is_mediated(case):
            return source, tuple(side for side in conflict.pair if side not in source)
        near = _partner(known, [f for f in before if case.index - f.case.index <= _RECENT], TOGETHER)
        return source, near or (other if _is_peace(case) or _is_definite(case) else ())
    return _again(case, conflict, before)


def _again(case: Case, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    """Return who meets or agrees where no side is told: those of the like event before, or those at war."""
    again = [f for f in reversed(before) if f.case.type in TOGETHER and f.source]
    same = next((f for f in again if f.case.lemma == case.lemma), None) if _is_definite(case) else None
    peace = _is_peace(case)
    for filled in (same, *again):
        if filled is None or (peace and not _is_peace(filled.case)):
            continue
        if _is_mediated(filled.case):
            return filled.target[:1], filled.target[1:]
        if filled.target or filled is same:
            return filled.source, filled.target
    return (conflict.pair[:1], conflict.pair[1:]) if peace else ((), ())


def _partner(known: Sides, before: Sequence[Filled], types: frozenset[str]) -> Sides:
    """Return with whom a side was last told to speak."""
    for filled in reversed(before):
        if filled.case.type in types and filled.source and filled.target:
            if set(filled.source) & set(known):
                return filled.target
            if set(filled.target) & set(known):
                return filled.source
    return ()


def _is_mediated(case: Case) -> bool:
    """Say whether who acts only brings others together: "Malaysia hosted the talks"."""
    above = case.head if case.tree.tokens[case.head].pos == "VERB" else carrier(case.tree, case.head)
    return above is not None and case.tree.tokens[above].lemma in verbs("mediating")


def _is_peace(case: Case) -> bool:
    """Say whether it is about what two sides of a war settle between them."""
    lemmas = {case.tree.tokens[i].lemma for head, _ in case.heads for i in (head, *case.tree.children(head))}
    return bool(lemmas & nouns("settled"))


def _is_for_peace(case: Case) -> bool:
    """Say whether what is asked for is an end to the fighting."""
    return any(case.tree.tokens[i].lemma in nouns("calming") for i in case.tree.subtree(case.head))


def _is_definite(case: Case) -> bool:
    tokens = case.tree.tokens
    return any(
        tokens[c].text.lower() in ("the", "this", "that", "these")
        for c in case.tree.children(case.head, "det")
    )


# Help and pressure


def _one_sided(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    source, target = told.source.sides, told.target.sides
    if not source and not target:
        last = next((f for f in reversed(before) if f.case.type == case.type), None)
        near = last is not None and case.index - last.case.index <= _RECENT
        return (last.source, last.target) if last is not None and near else ((), ())
    if not source:
        source = next(
            (f.source for f in reversed(before) if f.case.type == case.type and set(f.target) & set(target)),
            (),
        )
    if not target and case.type == "SUPPORT":
        target = _settlers(case, before)
    if not target:
        target = _partner(source, before, frozenset((case.type,)))
    if source and not target and conflict.main is not None and not set(source) & set(conflict.main):
        helped, foe = _helped(conflict.main, told.named), conflict.main[:1]
        target = helped if case.type in ("AID", "SUPPORT") else foe if case.type == "SANCTION" else ()
    if source and not target and case.type == "SANCTION":
        target = conflict.foe(source)
    return source, target


def _helped(main: tuple[str, str], named: Sides) -> Sides:
    """Return who of two at war is helped: whom alone the sentence names, else the one attacked."""
    near = tuple(side for side in main if side in named)
    return near if len(near) == 1 else main[1:]


def _settlers(case: Case, before: Sequence[Filled]) -> Sides:
    """Return who agreed on what is welcomed: "praised the deal"."""
    praised = case.tree.object(case.head)
    if praised is None or case.tree.tokens[praised].lemma not in nouns("settled"):
        return ()
    agreed = (f for f in reversed(before) if f.case.type == "AGREE" and f.target)
    return next(((*f.source, *f.target) for f in agreed), ())


# Words


def _speech(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    source, target = told.source.sides, told.target.sides
    if case.type == "ACCUSE":
        return _accusation(case, source, target, conflict, before)
    if source and not target and not _has_other_address(case):
        target = _addressed(case, source, conflict, before)
    elif target and not source and not _has_other_speaker(case):
        source = _addressed(case, target, conflict, before)
    return source, target


def _addressed(case: Case, known: Sides, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    """Return to whom words go: the enemy threatened or asked to talk, with whom one just spoke, the enemy."""
    if case.type == "THREATEN" and (foe := conflict.foe(known)):
        return foe
    if case.mode == "meet" and (foe := conflict.foe(known)):
        return foe  # talks are offered to the enemy
    outsider = conflict.main is not None and not set(known) & set(conflict.main)
    if case.type == "REQUEST" and conflict.main is not None and outsider and _is_for_peace(case):
        return conflict.main  # an appeal to those at war
    near = [f for f in before if case.index - f.case.index <= _RECENT]
    return _partner(known, near, _DIPLOMATIC) or conflict.foe(known) or _partner(known, before, _DIPLOMATIC)


def _accusation(
    case: Case, source: Sides, target: Sides, conflict: Conflict, before: Sequence[Filled]
) -> tuple[Sides, Sides]:
    acted = case.tree.object(case.head)
    if not target:
        condemned = source or (acted is not None and is_attack(case.tree.tokens[acted].lemma))
        attacker = attacker_meant(case, source, conflict, before) if condemned else ()
        return source, attacker or conflict.foe(source)
    if not source and (acted is None or not _has_other_speaker(case)):  # "X accused of shelling Y"
        return conflict.foe(target), target
    return source, target


def _has_other_address(case: Case) -> bool:
    """Say whether words are addressed to someone who is no side: "urged civilians to leave"."""
    tree, verb = case.tree, case.head
    threat = case.type == "THREATEN"
    if case.type not in ("REQUEST", "THREATEN") or tree.tokens[verb].lemma not in verbs("addressing"):
        return False
    to_do = [c for c in tree.children(verb, "ccomp", "xcomp", "advcl") if _is_infinitive(tree, c)]
    found = tree.object(verb)
    if found is None:
        found = tree.prep_object(verb, "on", "to")
    for clause in to_do if found is None else ():
        found = next(iter(tree.children(clause, "nsubj")), found)
    if found is None:
        return False
    own = any(tree.tokens[c].tag == "PRP$" for c in tree.children(found, "poss"))  # "urged his diplomats"
    to_do += [c for c in tree.children(found, "acl", "relcl", "xcomp") if _is_infinitive(tree, c)]
    return bool(to_do or threat) and (own or _is_other(case, found))


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].text.lower() == "to" for c in tree.children(verb, "aux"))


def _has_other_speaker(case: Case) -> bool:
    """Say whether someone who is no side speaks: "residents demanded"."""
    subject = case.tree.subject(case.head)
    return subject is not None and _is_other(case, subject)


def _is_other(case: Case, i: int) -> bool:
    """Say whether a noun without a side stands for nobody at war, nor for what they settle."""
    token = case.tree.tokens[i]
    known = nouns("institutions") | nouns("attackers") | nouns("settled")
    theirs = any(case.tree.tokens[c].lemma in nouns("pairs") for c in case.tree.children(i, "poss"))
    return token.pos in ("NOUN", "PROPN") and token.lemma not in known and not theirs
