"""Completes who attacked whom from the article's war: the means, the ground, the attack told before."""

from collections.abc import Sequence

from core.events.lexicon import standard
from core.events.parties.cases import Case, Filled, Sides, Told
from core.events.parties.conflict import Conflict
from core.events.parties.phrases import Grade
from core.events.parties.references import nouns
from core.events.revenge import is_paid_back

_NEAR = 1  # sentences
_OWN_ACCORD = 3  # attacks told one way before an unclaimed blast is laid at the attacker's door
_BEFORE = 3  # events: who was attacked just now is who shoots down
_STEM = 4  # letters that "bombing" and "bombed" share


def fight(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    """Return who fights whom, as told, and as the article's war has it where that is left open."""
    source, target = told.source.sides, told.target.sides
    if case.type == "MOBILIZE" or (source and told.target.grade > Grade.PLACE and case.type != "RETREAT"):
        return source, target
    if is_paid_back(case.tree, case.head):
        avenger = _avenger(case, before)
        foe = conflict.foe(avenger)
        at_war = frozenset((*foe[:1], *avenger[:1])) in conflict.fought
        target = target if told.target.grade > Grade.PLACE else avenger or target
        return source or (foe if at_war else ()), target
    if case.defence:
        return _defence(told, conflict, before)
    if source:
        return source, (_left_to if case.type == "RETREAT" else _struck_by)(told, conflict, before)
    if target:
        return _attack_on(case, told, conflict, before)
    return _same_attack(case, conflict, before) if case.type == "ASSAULT" else (source, target)


def _avenger(case: Case, before: Sequence[Filled]) -> Sides:
    """Return who pays back an attack, told just before in the sentence: "bombed it in revenge for raids"."""
    return next((f.source for f in reversed(before) if f.case.index == case.index and f.is_fight), ())


def _defence(told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    """Return who shot something down, and whose it was: the one who attacked last."""
    source, target = told.source.sides, told.target.sides
    met = bool(source) and any(f.is_fight and set(f.target) & set(source) for f in before[-_BEFORE:])
    known = conflict.at_home == source != ()  # "the army" that rebels fight has air defences
    if not target and told.source.grade <= Grade.BACK and conflict.main is not None and not (met or known):
        return conflict.main[1:], conflict.main[:1]
    main = conflict.main[:1] if conflict.main is not None else ()
    owner = main if main and main != source else _shot_by(source, before) or conflict.foe(source)
    return source or conflict.foe(target, told.named), target or owner


def _attack_on(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> tuple[Sides, Sides]:
    """Return the parties of an attack whose victim is known; aircraft over a land at war are the state's."""
    target = told.target.sides
    foe = conflict.foe(target, told.named)
    if foe and set(foe) <= conflict.groups and not set(target) <= conflict.groups and _is_by_air(case):
        return target, foe
    return _attacker_of(case, told, conflict, before), target


def _is_by_air(case: Case) -> bool:
    """Say whether an attack is made by aircraft, which rebels do not have."""
    tree = case.tree
    near = [head for head, _ in case.heads] + [c for head, _ in case.heads for c in tree.children(head)]
    flying = (i for i in near if tree.tokens[i].lemma in nouns("aircraft"))
    return any(all(tree.tokens[c].lemma != "suicide" for c in tree.children(i)) for i in flying)


def _shot_by(defender: Sides, before: Sequence[Filled]) -> Sides:
    """Return whose drones and missiles are shot down: those of who attacked last."""
    fights = (f for f in reversed(before) if f.is_fight and f.source and f.source != defender)
    return next((f.source for f in fights if not f.case.defence), ())


def _left_to(told: Told, conflict: Conflict, _: Sequence[Filled]) -> Sides:
    """Return before whom a side retreats: its enemy, else who is named."""
    return conflict.foe(told.source.sides) or (told.target.sides if told.target.grade > Grade.PLACE else ())


def _struck_by(told: Told, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    """Return whom a side strikes on a country's ground: its usual victim, its enemy, or the country."""
    source, ground = told.source.sides, told.target.sides
    foe = conflict.foe(source, told.named)
    usual = conflict.victim(source, ground)
    if usual and not set(foe) & set(told.named):
        return usual
    at_home = set(ground) <= set(source)
    if ground and (conflict.fight(source, ground) or not (at_home or set(foe) <= conflict.groups)):
        return ground  # groups are fought on others' ground, states on their own
    last = next((f.target for f in reversed(before) if f.source == source and f.target and f.is_fight), ())
    return foe or ground or last


def _attacker_of(case: Case, told: Told, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    target = told.target.sides
    if accuser := _accuser(case, before):
        return conflict.foe(target) if conflict.foe(target) != accuser else ()
    for filled in reversed(before):
        if case.index - filled.case.index > _NEAR:
            break
        if (
            _can_be_same(case, filled.case)
            and filled.is_fight
            and filled.source
            and set(filled.target) & set(target)
            and not set(filled.source) & set(target)
        ):
            return filled.source
    foe = conflict.foe(target, told.named)
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
    fights = [f for f in reversed(before) if f.is_fight and (f.source or f.target)]
    apart = case.long_ago and not _is_the_war(case)
    fights = [f for f in fights if f.case.long_ago] if apart else fights
    near = (f for f in fights if case.index - f.case.index <= _NEAR and _can_be_same(case, f.case))
    alike = (f for f in fights if case.mode and f.case.mode == case.mode)
    same = next(near, None) or next(alike, None)
    if same is not None:
        return same.source, same.target
    if apart:
        return (), ()
    state, group = conflict.pair or ("", "")
    if group in conflict.groups and state not in conflict.groups and _is_by_air(case):
        return (state,), (group,)
    usual = conflict.one_way
    if usual is None or _accuser(case, before) or (_is_unclaimed(case) and not conflict.attacks):
        return (), ()
    return usual[:1], usual[1:]


def _is_the_war(case: Case) -> bool:
    """Say whether it is the war itself whose outbreak is told: "the war began two years ago"."""
    subject = case.tree.subject(case.head)
    told = (case.head,) if subject is None else (case.head, subject)
    return any(case.tree.tokens[i].lemma in standard().classes["war"] for i in told)


def _is_unclaimed(case: Case) -> bool:
    """Say whether the words tell of a blast and not of who caused it."""
    return case.lemma in nouns("blasts")


def attacker_meant(case: Case, accuser: Sides, conflict: Conflict, before: Sequence[Filled]) -> Sides:
    """Return who made the attack that is condemned: one of the same word, else the article's main one."""
    condemned = case.tree.object(case.head)
    if condemned is None:
        return ()
    lemma = case.tree.tokens[condemned].lemma
    fights = [f for f in reversed(before) if f.is_fight and f.source and f.source != accuser]
    fights = [f for f in fights if not f.case.defence]
    named = next((f.source for f in fights if f.case.lemma.startswith(lemma[:_STEM])), ())
    if named or lemma not in standard().nouns:
        return named
    main = [source for (source, _), _ in conflict.attacks.most_common() if source not in accuser]
    return (main[0],) if main else next((f.source for f in fights), ())
