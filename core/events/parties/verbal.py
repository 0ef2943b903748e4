"""Reads the parties of an event that a verb names: subject, object, prepositions, clauses under it."""

from core.events.lexicon import standard
from core.events.parties.arguments import (
    agent,
    better,
    doer,
    first,
    is_seat,
    named_only,
    prep,
    preps,
    read_at,
    takes_blame,
    verbs,
)
from core.events.parties.cases import FIGHTING, SPEECH, TOGETHER, Case, Told
from core.events.parties.phrases import NOTHING, Grade, Phrases, Reading
from core.events.parties.references import is_attack, is_private, nouns
from core.events.syntax import Tree

_WHENCE = ("in", "from", "near", "inside", "outside", "throughout", "around")
_CLAUSES = ("ccomp", "xcomp", "pcomp", "advcl", "acl")


def of_verb(phrases: Phrases, case: Case, verb: int) -> Told:
    """Return the parties that subject, object and prepositions of a verb tell."""
    tree = phrases.tree
    target = tree.object(verb)
    by, to = doer(phrases, verb), read_at(phrases, target)
    if case.track == "diplomatic" and is_private(tree, verb):
        by = NOTHING
    if case.type in FIGHTING and is_seat(phrases, target):
        to = Reading(to.sides, Grade.PLACE)  # "entered Kabul"
    lemma = tree.tokens[verb].lemma
    under = tree.prep_object(verb, "under")
    if lemma in verbs("suffering") and under is not None and not tree.is_passive(verb):
        froms = preps("source", case.type)  # "came under fire from X", "under X's fire"
        giver = named_only(phrases.modifiers(under)) or prep(phrases, under, froms)
        giver = giver or prep(phrases, verb, froms)
        return Told(Reading(giver.sides, Grade.NAMED) if giver else NOTHING, by)
    subject = tree.subject(verb)
    falls = lemma == "fall" and subject is not None and _is_weapon(tree, subject)
    yields = case.type == "RETREAT" or case.type in TOGETHER  # "surrendered to X", "received X in Paris"
    if lemma in verbs("patient") and not tree.is_passive(verb) and not falls and not yields:
        giver = prep(phrases, verb, ("to", "from"))
        return Told(giver, by if case.type != "AID" or by else to)
    if case.type == "ASSAULT" and target is not None and lemma in verbs("sending") and _is_sent(tree, target):
        by, to = by or named_only(to), NOTHING
    if case.type in SPEECH:
        return _spoken(phrases, case, verb, by, to)
    if not by:
        by = prep(phrases, verb, preps("source", case.type))
    if case.type == "RETREAT" and target is not None and tree.tokens[target].lemma in nouns("measures"):
        whom = first(prep(phrases, i, ("on", "against", "of")) for i in (target, verb))
        return Told(by or named_only(phrases.modifiers(target)), whom)  # "EU sanctions on X were lifted"
    if to.grade < Grade.NAMED or case.type in TOGETHER:
        to = _beside(phrases, case, verb, target, to)
    return Told(by, to)


def _spoken(phrases: Phrases, case: Case, verb: int, by: Reading, to: Reading) -> Told:
    """Return who says it, and of or to whom; ``by`` and ``to`` are subject and object."""
    tree = phrases.tree
    if takes_blame(tree, verb):
        return Told(phrases.teller(verb), by)
    accused = tree.tokens[verb].lemma in verbs("accusing") and tree.object(verb) is None
    if accused and not tree.children(verb, "ccomp"):
        return Told(agent(phrases, verb), by)  # headline: "X accused of shelling Y"
    told = not tree.is_passive(verb) and tree.object(verb) is not None  # "rejected a plan by X"
    return Told(by if told else by or agent(phrases, verb), _spoken_to(phrases, case, verb, to))


def _beside(phrases: Phrases, case: Case, verb: int, target: int | None, to: Reading) -> Reading:
    """Return whom the prepositions of a verb, or of its object, lead to."""
    names = preps("target", case.type)
    lemma = phrases.tree.tokens[verb].lemma
    if lemma in verbs("visits"):
        names = tuple(name for name in names if name != "with")  # "flew in with a plan of X"
    if lemma in verbs("sending"):
        names = tuple(name for name in names if name not in _WHENCE)  # "in Yemen, X fired a missile at Y"
    found = better(to, prep(phrases, verb, names))
    if target is not None and found.grade <= Grade.PLACE:
        found = better(found, prep(phrases, target, names))
    if found.grade == Grade.NONE:
        tree = phrases.tree
        inner = [
            c for i in (verb, target) if i is not None for c in tree.children(i, "xcomp", "advcl", "acl")
        ]
        for clause in inner:
            if tree.tokens[clause].tag in ("VB", "VBG") and tree.tokens[clause].lemma not in verbs("helping"):
                found = better(found, read_at(phrases, tree.object(clause)))
    stays = case.type in TOGETHER and phrases.tree.tokens[verb].lemma not in verbs("visits")
    return named_only(found) if stays else found


def _spoken_to(phrases: Phrases, case: Case, verb: int, to: Reading) -> Reading:
    """Return whom a demand, charge, refusal or threat is aimed at."""
    tree = phrases.tree
    found = to
    told_to = tree.tokens[verb].lemma not in verbs("accusing") and tree.children(verb, "ccomp")
    if case.type == "ACCUSE" and (found.grade == Grade.NONE or told_to):
        found = better(_clause_subjects(phrases, verb), found)
    if found.grade <= Grade.PLACE:
        found = better(found, prep(phrases, verb, preps("target", case.type)))
    if found.grade == Grade.NONE and (target := tree.object(verb)) is not None:
        found = prep(phrases, target, (*preps("target", case.type), "by", "between"))
        found = found or _of_what(phrases, target)
        if case.type == "ACCUSE" and is_attack(tree.tokens[target].lemma):
            found = named_only(found)  # "condemned the shelling of X": X did not shell itself
    if found.grade == Grade.NONE:
        found = _clause_subjects(phrases, verb)
    if found.grade == Grade.NONE:
        for clause in tree.children(verb, "xcomp"):  # "refused to attend talks with X"
            inner = tree.object(clause)
            found = better(found, read_at(phrases, inner))
            found = better(found, prep(phrases, clause, ("with", "to", "on")))
            if inner is not None:
                found = better(found, prep(phrases, inner, ("with", "to", "on")))
    if case.type == "THREATEN" and (found.grade == Grade.NONE or _speaks_of_itself(tree, verb)):
        found = NOTHING
        for clause in tree.children(verb, "xcomp", "ccomp"):
            found = better(found, read_at(phrases, tree.object(clause)))
            found = better(found, prep(phrases, clause, preps("target", "ASSAULT")))
    return found


def _speaks_of_itself(tree: Tree, verb: int) -> bool:
    """Say whether the clause told is about who tells it: "warned that it would bar X's ships"."""
    clauses = tree.children(verb, "ccomp")
    return any(tree.tokens[s].pos == "PRON" for c in clauses for s in tree.children(c, "nsubj"))


def _of_what(phrases: Phrases, i: int) -> Reading:
    """Return with whom something asked for is to be: "proposed a second round of talks with X"."""
    tree = phrases.tree
    inner = [c for p in tree.children(i, "prep") for c in tree.children(p, "pobj")]
    return first(prep(phrases, one, ("with", "between")) for one in (i, *inner))


def _clause_subjects(phrases: Phrases, verb: int) -> Reading:
    """Return whom the clause under a verb of saying is about: "said Russia had", "demanded that Israel"."""
    for clause in phrases.tree.children(verb, *_CLAUSES):
        for subject in phrases.tree.children(clause, "nsubj", "nsubjpass"):
            if found := phrases.read(subject):
                return found
    return NOTHING


def _is_sent(tree: Tree, i: int) -> bool:
    """Say whether a noun is a weapon or a force, which one sends."""
    return _is_weapon(tree, i) or any(
        tree.tokens[h].lemma in standard().classes["force"] for h in tree.heads(i)
    )


def _is_weapon(tree: Tree, i: int) -> bool:
    classes = standard().classes
    return any(
        tree.tokens[h].lemma in classes["weapon"] or tree.tokens[h].lemma in classes["strike"]
        for h in tree.heads(i)
    )
