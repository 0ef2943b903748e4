"""Reads the parties of an event that a noun names: modifiers, prepositions, the verb it hangs on."""

from core.events.parties.arguments import (
    agent,
    better,
    blamed_for,
    carrier,
    doer,
    first,
    is_argument,
    named_only,
    prep,
    preps,
    read_at,
    verbs,
)
from core.events.parties.cases import FIGHTING, SPEECH, TOGETHER, Case, Told
from core.events.parties.phrases import NOTHING, Grade, Phrases, Reading
from core.events.revenge import is_paid_back

_TIMES = ("after", "before", "following", "during", "since")


def of_noun(phrases: Phrases, case: Case, noun: int) -> Told:
    """Return the parties that the words around a noun tell."""
    tree = phrases.tree
    own = phrases.modifiers(noun)
    if case.type in TOGETHER:
        return _meeting(phrases, case, noun, own)
    source, target = (NOTHING, own) if own.grade == Grade.PLACE else (own, NOTHING)
    blamed = blamed_for(tree, noun)
    if blamed is not None:
        source = source or phrases.read(blamed)
    between = prep(phrases, noun, ("between",))
    if len(between.sides) > 1:
        return Told(Reading(between.sides[:1], between.grade), Reading(between.sides[1:], between.grade))
    source = source or named_only(prep(phrases, noun, preps("source", case.type)))
    if case.type in SPEECH and not source:
        source = named_only(prep(phrases, noun, ("of",)))  # "the allegation of a Chadian envoy"
    target = better(target, prep(phrases, noun, preps("target", case.type)))
    if case.type == "ASSAULT" and not source and (of := prep(phrases, noun, ("of",))).grade is Grade.NAMED:
        target = better(target, of)
    for clause in tree.children(noun, "relcl", "acl"):
        if case.type == "ASSAULT" and tree.tokens[clause].lemma in verbs("happening"):
            target = better(target, prep(phrases, clause, preps("target", case.type)))
    if tree.tokens[noun].lemma in verbs("clashes") and (against := prep(phrases, noun, ("with",))):
        source, target = source or against, better(target, against) if source else target
    above = carrier(tree, noun)
    meanwhile = (
        tree.tokens[tree.tokens[noun].head].text.lower() == "during"
    )  # "came under fire during a raid"
    if above is None or (meanwhile and case.type in FIGHTING):
        return Told(source, target)
    if is_paid_back(tree, noun):
        return Told(source, better(target, named_only(doer(phrases, above))))
    return _with_carrier(phrases, case, noun, above, Told(source, target))


def _with_carrier(phrases: Phrases, case: Case, noun: int, above: int, told: Told) -> Told:
    """Add what the verb over a noun tells: who "launched a strike", who "came under fire"."""
    tree = phrases.tree
    source, target = told.source, told.target
    lemma = tree.tokens[above].lemma
    if tree.tokens[noun].dep in ("nsubj", "nsubjpass") and not tree.is_passive(above):
        if case.type == "ASSAULT" and target.grade < Grade.NAMED:  # "the strike hit a convoy"
            target = better(target, read_at(phrases, tree.object(above)))
            target = better(target, prep(phrases, above, preps("target", "ASSAULT")))
        return Told(source, target)
    subject = read_at(phrases, tree.subject(above))
    if lemma in verbs("patient"):  # "received aid from X"
        return Told(better(source, prep(phrases, above, ("from", "to"))), better(subject, target))
    if lemma in verbs("suffering"):
        return Told(source, better(subject, target))
    answers = case.type == "REQUEST" and lemma in verbs("answering")
    if lemma in verbs("doing") and not answers and (is_argument(tree, noun, above) or case.type != "ASSAULT"):
        source = source or subject
        if target.grade < Grade.NAMED:
            target = better(target, prep(phrases, above, preps("target", case.type)))
        if (
            tree.tokens[noun].dep == "dobj"
            and target.grade == Grade.NONE
            and (given := tree.children(above, "dative"))
        ):
            target = read_at(phrases, given[0])
    elif not source and (case.type in ("RETREAT", "AID", "SANCTION") or _is_means(phrases, noun, above)):
        source = subject
    return Told(source, target)


def _is_means(phrases: Phrases, noun: int, above: int) -> bool:
    """Say whether a noun tells by what its verb was done: "damaged a bridge in a drone attack"."""
    tree = phrases.tree
    prep = tree.tokens[tree.tokens[noun].head].text.lower()
    means = tree.tokens[noun].dep == "pobj" and prep in ("in", "with", "through")
    return means and not tree.is_passive(above) and tree.object(above) is not None


def _meeting(phrases: Phrases, case: Case, noun: int, own: Reading) -> Told:
    """Return who takes part in what a noun like "talks" or "deal" names, those told first in front."""
    tree = phrases.tree
    inner = [
        noun,
        *(
            i
            for p in tree.children(noun, "prep")
            if tree.tokens[p].text.lower() == "of"
            for i in tree.children(p, "pobj")
        ),
    ]
    between = first(prep(phrases, i, ("between", "among")) for i in inner)
    if between:
        return Told(between, NOTHING)
    partners = first(prep(phrases, i, preps("target", case.type)) for i in inner)
    if tree.tokens[noun].lemma in verbs("visits"):
        partners = partners or first(prep(phrases, i, ("to",)) for i in tree.subtree(noun))
    else:
        partners = named_only(partners)
    source = named_only(own) or named_only(first(phrases.modifiers(i) for i in inner[1:]))
    if len(source.sides) > 1:
        return Told(source, NOTHING)
    convened = first(prep(phrases, c, ("by",)) for c in tree.children(noun, "acl"))
    if convened:
        return Told(convened, source or partners)
    source = source or named_only(prep(phrases, noun, preps("source", case.type)))
    above = carrier(tree, noun)
    if above is not None and not (source and partners):
        subject = doer(phrases, above)
        if tree.is_passive(above):
            subject = subject or prep(phrases, above, ("by", "between"))
        if tree.tokens[noun].dep not in ("nsubj", "nsubjpass") or tree.is_passive(above):
            host = named_only(subject)
            visit = tree.tokens[noun].lemma in verbs("visits")
            if visit and host and partners.sides == host.sides:  # "hosted X during a visit to Moscow"
                source = source or named_only(read_at(phrases, tree.object(above)))
            told = bool(source) and visit  # "welcomed a visit by X"
            source, partners = (source, partners or host) if told else _with_host(source, partners, host)
        partners = partners or named_only(prep(phrases, above, ("with", "between")))
    if above is None and partners and not source:
        source = _who_came_from(phrases, noun)
        source = NOTHING if set(source.sides) & set(partners.sides) else source
    return Told(source, partners)


def _who_came_from(phrases: Phrases, noun: int) -> Reading:
    """Return who did what is told to come before or after talks: "agreed to it after a call with X"."""
    tree = phrases.tree
    prep = tree.tokens[tree.tokens[noun].head]
    if tree.tokens[noun].dep != "pobj" or prep.text.lower() not in _TIMES:
        return NOTHING
    above = (i for i in tree.ancestors(noun) if tree.tokens[i].pos in ("VERB", "AUX"))
    return first(agent(phrases, i) if tree.is_passive(i) else named_only(doer(phrases, i)) for i in above)


def _with_host(source: Reading, partners: Reading, subject: Reading) -> tuple[Reading, Reading]:
    """Put the subject of "held talks with X" first; who owns the talks and is another one is met."""
    if not subject or set(subject.sides) == set(source.sides):
        return source or subject, partners
    return subject, partners or source
