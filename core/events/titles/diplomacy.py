"""Words the titles of what sides do together or for each other: talks, deals, aid, sanctions, releases."""

from core.events.titles import gist
from core.events.titles.facts import (
    Facts,
    adjectives,
    names_of,
    object_text,
    said,
    subject,
    verb_phrase,
    where,
)
from core.events.titles.wording import listed, listing, preposition, present, short
from core.model import Status
from core.taxonomy import describe

_ALL = 4  # sides of one meeting that a title names
_NOT_HELD = (Status.PROPOSED, Status.CANCELLED, Status.DENIED)
_AHEAD = {
    Status.PROPOSED: " proposed",
    Status.CANCELLED: " called off",
    Status.PLANNED: " planned",
    Status.HYPOTHETICAL: " possible",
}
_RECEIVED = frozenset(("AID", "SANCTION", "CONCEDE", "CONSULT", "AGREE", "COOPERATE"))
_LAID = (("on", "measures"), ("with", "relations"))
_PLACED = frozenset(("CONSULT", "AGREE", "PROTEST", "COERCE", "RETREAT"))


def diplomacy(facts: Facts) -> str:
    """Return the title of talks, a deal, aid, sanctions or a release."""
    if facts.type == "CONSULT":
        return _consult(facts)
    return _verb(facts) if facts.verbal else _noun(facts)


def _pair(facts: Facts) -> str:
    """Return both sides as one subject: "Putin and Trump", "Russia and UN"."""
    sides = (*facts.source, *(side for side in facts.target if side not in facts.source))
    return facts.names.alike(sides)


def _hyphened(facts: Facts) -> str:
    """Return "Russia-Ukraine" before a noun; the adjective where only one side is known."""
    sides = (*facts.source[:1], *facts.target[:1])
    return "-".join(short(side) for side in sides) if len(sides) == 2 else adjectives(sides)


def _consult(facts: Facts) -> str:
    lemmas = {*facts.noun.split(), *(facts.tree.tokens[i].lemma for i in facts.hit.tokens)}
    if lemmas & listed("visits"):
        return _visit(facts)
    if facts.verbal and lemmas & (listed("papers") | listed("swaps")):
        return _verb(facts)
    if told := _failed(facts) or _hosted(facts):
        return told
    if facts.status in _NOT_HELD:
        return _not_held(facts)
    if not (facts.source and facts.target):
        return _of_one(facts)
    return _of_two(facts, lemmas)


def _failed(facts: Facts) -> str:
    """Return "Russia-Ukraine talks collapse in Minsk" where the sentence tells that they did."""
    tree, head = facts.tree, facts.hit.head
    verb = tree.tokens[head].head
    ends = not facts.verbal and tree.tokens[head].dep == "nsubj" and facts.status is Status.OCCURRED
    if not ends or tree.tokens[verb].lemma not in listed("failing"):
        return ""
    particles = " ".join(tree.tokens[c].text.lower() for c in tree.children(verb, "prt"))
    does = f"{present(tree.tokens[verb].lemma, plural=tree.tokens[head].tag == 'NNS')} {particles}".strip()
    return f"{_hyphened(facts)} {facts.trigger} {does}{where(facts)}".strip()


def _hosted(facts: Facts) -> str:
    """Return "Qatar brokers talks" for "talks brokered by Qatar"."""
    host = _convened(facts) if facts.by else ""
    does = said(facts.status, host, plural=facts.many) if host else ""
    return f"{facts.by} {does} {facts.trigger}{where(facts)}" if host else ""


def _convened(facts: Facts) -> str:
    """Return by which verb the source brings others together: "talks brokered by X"."""
    tree = facts.tree
    found = (tree.tokens[c].lemma for c in tree.children(facts.hit.head, "acl") if tree.is_passive(c))
    return next((lemma for lemma in found if lemma in listed("convening")), "")


def _of_two(facts: Facts, lemmas: set[str]) -> str:
    """Return "Putin and Trump speak by phone", "US and Iran hold talks in Oman"."""
    verb, rest = "meet", ""
    if lemmas & listed("calls"):
        verb, rest = "speak", " by phone"
    elif lemmas & listed("speaking"):
        verb = "speak"
    elif lemmas & listed("talks"):
        verb, rest = "hold", " peace talks" if "peace" in lemmas else " talks"
    elif lemmas & {"conference", "summit"}:
        verb, rest = "hold", f" {facts.trigger}"
    aimed = facts.verbal and facts.tree.object(facts.hit.head) is not None
    aimed = aimed or facts.tree.prep_object(facts.hit.head, "with") is not None
    if not aimed and 2 < len({*facts.source, *facts.target}) <= _ALL:
        together = listing([facts.names.one(side) for side in (*facts.source, *facts.target)])
        return f"{together} {said(facts.status, verb, plural=True)}{rest}{where(facts)}"
    if len(facts.target) > 1 or len(facts.source) > 1:
        joint = "" if verb == "meet" else f"{rest} with"
        does = said(facts.status, verb, plural=facts.many)
        return f"{facts.by} {does}{joint} {facts.to}{where(facts)}"
    return f"{_pair(facts)} {said(facts.status, verb, plural=True)}{rest}{where(facts)}"


def _visit(facts: Facts) -> str:
    place = facts.place.name or facts.to
    if not facts.by:
        return f"visit to {place}{_AHEAD.get(facts.status, '')}" if place else "visit"
    goes = said(facts.status, "visit" if place else "travel", plural=facts.many)
    return f"{facts.by} {goes} {place}".strip()


def _not_held(facts: Facts) -> str:
    nouns = ("talks", "negotiations", "meeting", "summit", "call", "visit")
    word = facts.trigger if not facts.verbal and facts.trigger.split()[-1] in nouns else "talks"
    if facts.status is Status.PROPOSED and facts.source and not facts.target:
        return f"{facts.by} {present('propose', plural=facts.many)} {word}{where(facts)}"
    named = f"{_hyphened(facts)} {word}".strip()
    how = _AHEAD.get(facts.status, "")
    return f"{named}{how}{where(facts)}" if how else f"no {named}{where(facts)}"


def _of_one(facts: Facts) -> str:
    """Return "G7 summit in Bavaria", "Guterres meets mediators" where one side or none is known."""
    if facts.verbal:
        return _verb(facts)
    noun = gist.noun_phrase(facts.tree, facts.hit.head, 4, frozenset()) or facts.trigger
    if any(word[:1].isupper() for word in noun.split()):
        return f"{noun}{_AHEAD.get(facts.status, '')}{where(facts)}"
    side = facts.by or facts.to
    if not side:
        return f"{noun}{_AHEAD.get(facts.status, '')}{where(facts)}"
    return f"{side} {said(facts.status, 'hold', plural=facts.many)} {facts.trigger}{where(facts)}"


def _noun(facts: Facts) -> str:
    """Return "Russia and Ukraine agree ceasefire", "US military aid to Ukraine", "EU sanctions on Russia"."""
    noun = gist.noun_phrase(facts.tree, facts.hit.head, 4, frozenset(("on", "of"))) or facts.trigger
    if " and " in noun or any(name in noun for name in names_of((*facts.source, *facts.target))):
        noun = facts.trigger
    how = _AHEAD.get(facts.status, "")
    if facts.type == "AGREE" and facts.status is Status.OCCURRED and facts.source and facts.target:
        verb = "reach" if facts.noun.split()[-1] in listed("reached") else "agree"
        verb = "sign" if facts.noun.split()[-1] in listed("signed") else verb
        return f"{_pair(facts)} {verb} {noun}{where(facts)}"
    no = "no " if facts.status is Status.DENIED else ""
    if facts.type in ("AGREE", "RETREAT", "COOPERATE"):
        return f"{no}{_hyphened(facts)} {noun}{how}{where(facts)}".strip()
    evacuation = "evacuation" in noun
    to = facts.names.joined([side for side in facts.target if side not in noun])
    aimed = f" {_aim(facts)} {to}" if to and not evacuation and facts.type != "PROTEST" else ""
    named = f"{no}{adjectives(facts.source)} {noun}".strip()
    return f"{named}{aimed}{how}{'' if aimed else where(facts, 'from' if evacuation else 'in')}"


def _aim(facts: Facts) -> str:
    """Return the preposition between what is done and to whom: "sanctions on", "aid to", "blockade of"."""
    if facts.type == "COERCE":
        return preposition(facts.noun)
    return "on" if facts.type == "SANCTION" else "to"


def _verb(facts: Facts) -> str:
    """Return "Germany pledges 12 tanks to Ukraine", "Russia and Ukraine sign grain deal"."""
    if facts.hit.entry.words[0] in listed("receiving") and facts.target and facts.type == "AID":
        return _received(facts)
    who, plural = _actors(facts)
    if not who or (facts.tree.is_passive(facts.hit.head) and not facts.source):
        return _passive(facts)
    if _is_signed(facts) and (paper := gist.noun_phrase(facts.tree, facts.tree.subject(facts.hit.head), 4)):
        return f"{paper} {facts.tree.tokens[facts.hit.head].text.lower()}{where(facts)}"
    does = verb_phrase(facts, plural=plural)
    target = facts.object
    what = object_text(facts, target) if target is not None and target not in facts.hit.tokens else ""
    what = what or _infinitive(facts)
    what = f"with {what}" if facts.type == "AGREE" and what == facts.to and what else what
    if does.endswith(" to"):
        what = what.removeprefix("to ")
        does = does if what else does.removesuffix(" to")
    if not what and (topic := gist.noun_phrase(facts.tree, next(iter(facts.topics), None), 4)):
        to = (
            facts.hit.entry.words[0] == "agree"
            or facts.tree.prep_object(facts.hit.head, "to") in facts.topics
        )
        what = f"to {topic}" if to else topic
    what = what or _prepositional(facts) or _swapped(facts)
    joint = facts.hit.entry.words[0] in listed("joint")
    vague = not what or (facts.hit.entry.words[0] == "agree" and what in ("agreement", "to agreement"))
    if facts.type == "AGREE" and joint and vague:
        return _agreed(facts, who, plural=plural)
    if (
        facts.type == "AID"
        and not what
        and set(facts.hit.entry.words) & (listed("giving") | listed("announcing"))
    ):
        what = "aid"
    if facts.type == "CONSULT" and not what and facts.to not in who:
        sent = target is not None and bool(set(facts.hit.entry.words) & listed("papers"))
        what = facts.tree.tokens[target].text.lower() if sent and target is not None else facts.to
    if not what and set(facts.hit.entry.words) & listed("hosting"):
        what = "guest"  # "will receive him in Doha"
    if does.endswith(" on") and (not what or what.startswith("to ") or not facts.object):
        does = does.removesuffix(" on")  # "agreed on Monday to"
    text = f"{who} {does} {what}".strip()
    text += _means(facts, what) + _receiver(facts, text)
    return text + (where(facts, besides=text) if facts.type in _PLACED else "")


def _is_signed(facts: Facts) -> bool:
    """Say whether the subject is what sides sign: the parser has missed a passive in "a treaty signed"."""
    tree, head = facts.tree, facts.hit.head
    who = tree.subject(head)
    joint = facts.type == "AGREE" and bool(set(facts.hit.entry.words) & listed("joint"))
    done = tree.tokens[head].tag in ("VBD", "VBN") and tree.object(head) in (None, who)
    return (
        joint and done and who is not None and tree.tokens[who].lemma in listed("signed") | listed("reached")
    )


def _prepositional(facts: Facts) -> str:
    """Return "to local truce" in "signed up to a local truce"."""
    if facts.preposition or facts.type != "AGREE":
        return ""
    text = gist.noun_phrase(facts.tree, facts.tree.prep_object(facts.hit.head, "to"), 5)
    return f"to {text}" if text else ""


def _swapped(facts: Facts) -> str:
    """Return what is swapped where the sentence has it too long, or has it passed over."""
    swaps = facts.type == "RETREAT" and bool(set(facts.hit.entry.words) & listed("swaps"))
    return "prisoners" if swaps and "prisoner" not in facts.hit.entry.words else ""


def _agreed(facts: Facts, who: str, *, plural: bool) -> str:
    """Return "Russia and Ukraine reach agreement" where the sentence does not say on what."""
    both = bool(facts.source and facts.target)
    who, plural = (_pair(facts), True) if both else (who, plural)
    return f"{who} {said(facts.status, 'reach', plural=plural)} agreement{where(facts)}"


def _actors(facts: Facts) -> tuple[str, bool]:
    """Return who acts: both sides of a deal, if the sentence names both."""
    swaps = bool(set(facts.hit.entry.words) & listed("swaps"))
    if swaps and facts.source and facts.target:
        return _pair(facts), True
    both = facts.type == "AGREE" and facts.source and facts.target and set(facts.target) <= set(facts.told)
    if both and set(facts.hit.entry.words) & listed("joint"):
        return _pair(facts), True
    return subject(facts)


def _means(facts: Facts, what: str) -> str:
    """Return " with drones" in "supplies Russia with drones", "presents Ukraine with memorandum"."""
    gives = facts.type == "AID" or bool(set(facts.hit.entry.words) & listed("presenting"))
    given = facts.tree.prep_object(facts.hit.head, "with") if gives else None
    text = gist.noun_phrase(facts.tree, given, 3)
    return f" with {text}" if text and what == facts.to else ""


def _received(facts: Facts) -> str:
    """Return "Russia receives munitions from Iran"."""
    gets = said(facts.status, facts.hit.entry.words[0], plural=facts.names.plural(facts.target))
    giver = f" from {facts.by}" if facts.source else ""
    return f"{facts.to} {gets} {object_text(facts, facts.object) or 'aid'}{giver}"


def _receiver(facts: Facts, text: str) -> str:
    """Return whom it goes to, where the title does not name that side yet."""
    told = bool(set(facts.target) & set(facts.told))
    if facts.type not in _RECEIVED or not told or "evacuate" in facts.hit.entry.words:
        return ""
    if any(name in text for name in (facts.to, *names_of(facts.target))):
        return ""
    if facts.type == "SANCTION":
        laid = [prep for prep, name in _LAID if set(text.lower().split()) & listed(name)]
        return f" {laid[0]} {facts.to}" if laid else ""
    if facts.type in ("AGREE", "COOPERATE"):
        tree, head = facts.tree, facts.hit.head
        over = (i for i in (head, tree.object(head)) if i is not None)
        joint = any(tree.prep_object(i, "with") is not None for i in over)
        return f" with {facts.to}" if joint else ""
    giving = bool(set(facts.hit.entry.words) & listed("giving")) or facts.type == "CONSULT"
    prep = "to" if giving else "for"
    return f" {prep} {facts.to}"


def _infinitive(facts: Facts) -> str:
    """Return what is agreed or promised: "to cut gas use"."""
    tree = facts.tree
    for i in facts.hit.tokens:
        for clause in tree.children(i, "xcomp", "advcl", "ccomp"):
            marked = any(tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux"))
            if tree.tokens[clause].tag == "VB" and marked and (text := gist.infinitive(tree, clause, 6)):
                return text
    return ""


def _passive(facts: Facts) -> str:
    """Return "Ukrainian pilots trained", or what the type is called where no noun can stand for it."""
    token = facts.tree.tokens[facts.hit.head]
    what = gist.noun_phrase(facts.tree, facts.tree.object(facts.hit.head), 5)
    if token.tag == "VBN" and what:
        text = f"{what} {token.text.lower()} {facts.particles}".strip()
        return text + _receiver(facts, text) + where(facts, besides=text)
    if facts.type == "RETREAT":
        swaps = bool(set(facts.hit.entry.words) & listed("swaps"))
        return f"{'prisoner swap' if swaps else 'prisoners released'}{where(facts)}"
    label = describe(facts.track, facts.type, facts.mode).label
    return f"{label} for {facts.to}" if facts.to else f"{label}{where(facts)}"
