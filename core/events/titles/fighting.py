"""Words the titles of what happens on the battlefield."""

from core.events.lexicon import standard
from core.events.parties.names import is_state
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
from core.events.titles.wording import listed, preposition, short
from core.model import Status
from core.taxonomy import describe

_BY_MODE = {
    "drone": "drone strike",
    "aerial": "air strike",
    "heavy-weapons": "shelling",
    "explosives": "bombing",
    "targeted": "killing",
}
_ONESELF = frozenset(("himself", "herself", "themselves"))
_OWNED = ("force", "building", "vehicle")
_STRUCK = ("building", "people", "vehicle", "force", "gathering", "place")
_BLASTS = frozenset(("explode", "detonate", "go off", "blow up"))
_TOWARDS = ("into", "on", "at", "toward", "towards", "against", "across")
_ON = ("on", "against", "at", "into", "of")
_AT = (" on ", " against ", " at ", " into ")
_AHEAD = {
    Status.PLANNED: "{} expected",
    Status.HYPOTHETICAL: "possible {}",
    Status.PROPOSED: "{} urged",
    Status.DENIED: "no {}",
    Status.CANCELLED: "{} called off",
}


def fighting(facts: Facts) -> str:
    """Return the title of an attack, a move of troops, a siege or a retreat, without its casualties."""
    if facts.disputed:
        return _disputed(facts)
    if not facts.verbal:
        return _noun(facts)
    if facts.hit.entry.harm and not _wrecks(facts):
        return _harm(facts)
    return _without_object(facts) or _verb(facts)


def _wrecks(facts: Facts) -> bool:
    """Say whether somebody is told to have laid waste to something that a title can name."""
    done = facts.hit.entry.mode == "destroy" and not facts.tree.is_passive(facts.hit.head)
    return done and bool(subject(facts)[0] and gist.noun_phrase(facts.tree, facts.object))


def _disputed(facts: Facts) -> str:
    """Return "Russian strike on hospital in Kyiv denied": what is denied may have been all the same."""
    word = facts.trigger if not facts.verbal else _BY_MODE.get(facts.mode, "")
    word = word or describe(facts.track, facts.type, facts.mode).label.lower()
    return f"{adjectives(facts.source)} {word}{_on(facts, preposition(word))} denied".strip()


def _without_object(facts: Facts) -> str:
    """Return the title of what goes off, falls, breaks out or comes under fire; empty where it is another."""
    subject_of = facts.tree.subject(facts.hit.head)
    if facts.noun in _BLASTS and facts.tree.object(facts.hit.head) is None:
        return f"explosion{_on(facts, 'in')}"
    if facts.noun == "fall":
        return _fall(facts)
    if "under" in facts.noun.split():
        return _under(facts)
    if _ONESELF.intersection(facts.hit.entry.words):
        return f"{adjectives(facts.source)} suicide bombing{_on(facts, 'in')}".strip()
    if subject_of is not None and facts.tree.tokens[subject_of].lemma in listed("wars"):
        return _begun(facts, subject_of)
    return ""


def _noun(facts: Facts) -> str:
    """Return "Russian missile attack on Dnipro", worded by whether it has happened."""
    noun = "attack" if facts.noun in listed("effects") else facts.trigger
    prep = preposition(noun if facts.hit.entry.verb else facts.noun)
    if facts.status is Status.PLANNED and facts.source:
        plans = said(Status.OCCURRED, "plan", plural=facts.many)
        return f"{facts.by} {plans} {noun}{_on(facts, prep)}"
    local = prep == "in" and not where(facts)
    if local and facts.target and facts.type == "ASSAULT":
        named = _against(facts, noun)
    else:
        named = f"{adjectives(facts.source)} {noun}{_on(facts, prep)}".strip()
    return _AHEAD.get(facts.status, "{}").format(named)


def _against(facts: Facts, noun: str) -> str:
    """Return "Russian bomb attack on Ukraine", "Russia and Ukraine clash" where no place is named."""
    to = short(facts.target[0])
    if listed("mutual") & set(facts.noun.split()) and facts.source:
        return f"{facts.by} and {to} clash" if facts.status is Status.OCCURRED else f"fighting with {to}"
    if facts.mode == "explosives":
        return f"{adjectives(facts.source)} bomb attack on {to}".strip()
    return f"{adjectives(facts.source)} {noun} against {to}".strip()


def _on(facts: Facts, prep: str) -> str:
    """Return " on German consulate in Kabul", " on Kyiv", " near Kunduz": what is hit, and where."""
    tree, place = facts.tree, facts.place.name
    if facts.type in ("RETREAT", "MOBILIZE"):
        return where(facts, "from" if facts.type == "RETREAT" else "in")
    hit = tree.prep_object(facts.hit.head, *_ON) if not facts.verbal else None
    struck = gist.noun_phrase(tree, hit, 3, frozenset())
    area = hit is not None and tree.tokens[hit].lemma in listed("areas")
    if hit is not None and area and place and tree.prep_object(hit, "of") is not None:
        return where(facts, prep)  # "on the port of X"
    of = prep in ("in", "of") and hit is not None and tree.tokens[tree.tokens[hit].head].text.lower() == "of"
    named = any(word[:1].isupper() for word in struck.split())
    if (
        struck
        and (named or (of and not place))
        and struck not in (place, *names_of(facts.target))
        and place not in struck
    ):
        return f" {'of' if of else prep} {struck}{where(facts)}"  # "the murder of X"
    abroad = facts.place.country in facts.source and bool(facts.target)
    if place and place not in facts.source and not abroad:
        prep = "in" if prep == "of" and facts.noun in listed("slayings") else prep  # "killing in X"
        return where(facts, prep) or f" {prep} {place}"
    if not facts.target:
        return ""
    prep = "against" if prep == "in" and not is_state(facts.target[0]) else prep  # a group is no place
    return f" {prep} {short(facts.target[0])}"


def _harm(facts: Facts) -> str:
    """Return "drone strike on Kyiv" for those told killed or wounded; the number follows."""
    word = _BY_MODE.get(facts.mode, "attack")
    if not facts.source and not facts.mode:
        return f"deaths{where(facts)}" if where(facts) else f"attack{_on(facts, 'on')}"
    if word == "bombing" and not where(facts):
        word = "bomb attack"
    prep = "in" if word in ("killing", "bombing") else "of" if word == "shelling" else "on"
    return f"{adjectives(facts.source)} {word}{_on(facts, prep)}".strip()


def _fall(facts: Facts) -> str:
    fallen = facts.tree.subject(facts.hit.head)
    if fallen is not None and facts.tree.tokens[fallen].lemma in standard().classes["weapon"]:
        who, plural = gist.noun_phrase(facts.tree, fallen, 4), facts.tree.tokens[fallen].tag == "NNS"
        if not who or not any(word[:1].isupper() for word in who.split()):
            who = f"{adjectives(facts.source[:1])} {who or 'bombs'}".strip()
        on = where(facts, "on") or f" on {facts.to}".removesuffix(" on ")
        return f"{who} {said(facts.status, 'fall', plural=plural)}{on}"
    name = facts.place.name or gist.noun_phrase(facts.tree, fallen, 4) or facts.to
    taken = f" to {facts.by}" if facts.source else ""
    return f"{name} {said(facts.status, 'fall', plural=False)}{taken}"


def _begun(facts: Facts, war: int) -> str:
    """Return "war between Russia and Ukraine begins"."""
    word = facts.tree.tokens[war].text.lower()
    sides = facts.names.alike((*facts.source, *facts.target))
    between = f" {'between' if ' and ' in sides else 'in'} {sides}" if sides else ""
    does = verb_phrase(facts, plural=facts.tree.tokens[war].tag == "NNS")
    return f"{word}{between} {does}{where(facts, besides=sides)}"


def _under(facts: Facts) -> str:
    """Return "Armenian posts come under fire near Goris"."""
    struck = facts.tree.subject(facts.hit.head)
    text = gist.noun_phrase(facts.tree, struck, 4) if struck is not None else ""
    if text and not any(word[:1].isupper() for word in text.split()):
        text = f"{adjectives(facts.target[:1])} {text}".strip()
    plural = struck is not None and facts.tree.tokens[struck].tag == "NNS"
    who, plural = (text, plural) if text else (facts.to, facts.names.plural(facts.target))
    does = verb_phrase(facts, plural=plural)
    return f"{who} {does}{where(facts, besides=f'{who} {does}')}".strip()


def _verb(facts: Facts) -> str:
    """Return "Israeli warplanes bomb Rafah", "Ukraine recaptures two villages"."""
    if facts.hit.entry.words[0] in listed("receiving") and facts.target:
        return _received(facts)
    who, plural = subject(facts)
    undergone = facts.tree.object(facts.hit.head) in facts.hit.tokens  # "the truce was broken"
    if not who or (facts.tree.is_passive(facts.hit.head) and (undergone or not facts.source)):
        return _passive(facts)
    target = facts.object
    there = facts.place.name if facts.place.country in facts.target else ""
    what = _aimed(facts, there or facts.to) if target is None else object_text(facts, target)
    if (
        what in who
        or target in facts.hit.tokens
        or (target is None and any(name in who for name in names_of(facts.target)))
    ):
        what = ""
    does, last = verb_phrase(facts, plural=plural), facts.tree.tokens[facts.hit.tokens[-1]]
    into = _into(facts)
    if facts.tree.is_passive(facts.hit.head) and last.tag == "IN":  # "14 missiles were fired at Kyiv"
        does = does.removesuffix(last.text).rstrip()
        aim = facts.tree.prep_object(facts.hit.head, last.text.lower())
        towards = "out of" if last.text.lower() == "out" else last.text.lower()
        into = f"{towards} {object_text(facts, aim)}" if aim is not None else ""
    struck = there or facts.to
    named = {struck, facts.place.name} - {""}
    untold = struck and what and not into and not any(name in what for name in named)
    untold = untold and not facts.preposition and not any(prep in what for prep in _AT)
    if untold and facts.hit.entry.words[0] in listed("fired"):
        return " ".join((who, does, what, "at", struck))
    said_so = f"{who} {does} {what} {into}"
    if target is not None and not where(facts, besides=said_so) and not any(n in said_so for n in named):
        owned = _owned(facts, target, what)
        does, what = (does.replace(what, owned), owned) if what and what in does else (does, owned)
    text = " ".join(filter(None, (who, does, what, into)))
    return text + where(facts, besides=text)


def _owned(facts: Facts, target: int, what: str) -> str:
    """Return "Russian positions" for "positions", where nothing else tells whose they are.

    Troops that are moved are not those of the side they are moved against.
    """
    if facts.type != "ASSAULT":
        return what
    classes = standard().classes
    bare = len(what.split()) == 1 and what.islower() and facts.target != facts.source
    bare = bare and what not in listed("unowned")
    kinds = any(facts.tree.tokens[target].lemma in classes[name] for name in _OWNED)
    return f"{adjectives(facts.target[:1])} {what}".strip() if bare and kinds else what


def _into(facts: Facts) -> str:
    """Return "into German consulate", "at Ganja" after what was driven or fired."""
    tree, head = facts.tree, facts.hit.head
    if facts.preposition or tree.object(head) is None:
        return ""
    for prep in (*tree.children(head, "prep"), *tree.children(tree.object(head) or head, "prep")):
        word = tree.tokens[prep].text.lower()
        for inner in tree.children(prep, "pobj") if word in _TOWARDS else ():
            led = word != "on" or any(
                tree.tokens[inner].lemma in standard().classes[name] for name in _STRUCK
            )
            if led and (text := gist.noun_phrase(tree, inner, 4)):
                return f"{word} {text}"
    return ""


def _received(facts: Facts) -> str:
    """Return "Myanmar loses Lashio to MNDAA"."""
    names = facts.names
    loses = said(facts.status, facts.hit.entry.words[0], plural=names.plural(facts.target))
    what = object_text(facts, facts.object)
    taken = f" to {facts.by}" if facts.source and facts.hit.entry.words[0] == "lose" else ""
    return f"{facts.to} {loses} {'' if what == facts.to else what}".strip() + taken


def _aimed(facts: Facts, what: str) -> str:
    """Return whom a verb without an object is aimed at, with the preposition it takes."""
    if facts.hit.entry.words[0] in ("crash", "land") and facts.place.name:
        return where(facts).strip()
    prep = {"MOBILIZE": "near", "RETREAT": "from"}.get(facts.type)
    prep = "in" if facts.hit.entry.words[0] == "surrender" else prep
    if prep:
        prep = "to" if facts.place.preposition in ("to", "into") else prep
        return f"{prep} {facts.place.name}" if facts.place.name else ""
    if what and what == facts.place.name and facts.place.preposition in _TOWARDS:
        return f"{facts.place.preposition} {what}"  # "missiles rain down on X"
    against = facts.hit.entry.words[0] in ("fight", "battle", "clash", "counterattack", "strike")
    return f"against {what}" if what and against else what


def _passive(facts: Facts) -> str:
    """Return "Kyiv apartment block destroyed" where nobody is told to have done it."""
    tree, token = facts.tree, facts.tree.tokens[facts.hit.head]
    what = gist.noun_phrase(tree, tree.object(facts.hit.head), 5)
    if token.tag == "VBN" and what:
        aimed = tree.prep_object(facts.hit.head, facts.preposition) if facts.preposition else None
        aim = object_text(facts, aimed) if aimed is not None else ""
        text = " ".join(filter(None, (what, token.text.lower(), facts.particles, aim)))
        return text + where(facts, besides=text)
    word = _BY_MODE.get(facts.mode) or describe(facts.track, facts.type, facts.mode).label
    if facts.type == "RETREAT" and what and not facts.place.name:
        return _AHEAD.get(facts.status, "{}").format(f"{word} from {what}")
    return _AHEAD.get(facts.status, "{}").format(f"{word}{_on(facts, preposition(word))}")
