"""Words the titles of what sides say to each other: demands, charges, refusals, threats, praise."""

from core.events.titles import gist
from core.events.titles.facts import Facts, said
from core.events.titles.wording import listed, present, verb_of
from core.model import Status

_WITH_PLACE = frozenset(("of", "on", "in", "against", "for"))
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
_PLAIN = {
    "ACCUSE": "accuse",
    "REQUEST": "call on",
    "REJECT": "rebuff",
    "THREATEN": "threaten",
    "SUPPORT": "support",
}
_ALONE = {
    "ACCUSE": "make accusations",
    "REQUEST": "make appeal",
    "REJECT": "refuse",
    "THREATEN": "issue threat",
    "SUPPORT": "voice support",
}
_UNSAID = {
    "ACCUSE": "accusation against",
    "REQUEST": "demand to",
    "REJECT": "refusal to",
    "THREATEN": "threat to",
    "SUPPORT": "support for",
}
_CONTENT = frozenset(("for", "against", "over", "about"))
_HELPERS = 2


def speech(facts: Facts) -> str:
    """Return the title of a demand, an accusation, a refusal, a threat or praise."""
    if "deadline" in facts.noun or "ultimatum" in facts.noun:
        return _deadline(facts)
    if not facts.verbal:
        return _noun(facts)
    if facts.hit.entry.blames or facts.hit.entry.urges or facts.hit.entry.words[0] in listed("spoken"):
        return _told(facts)
    return _verb(facts)


def _deadline(facts: Facts) -> str:
    """Return "Trump sets Putin a two-week deadline"."""
    tree = facts.tree
    found = (k for k in facts.hit.tokens if tree.tokens[k].lemma in ("deadline", "ultimatum"))
    i = next(found, facts.hit.head)
    noun = gist.noun_phrase(tree, i, 3, frozenset())
    if not noun or any(word[:1].isupper() for word in noun.split()):
        noun = tree.tokens[i].lemma
    noun = noun.removesuffix("s") if tree.tokens[i].tag == "NNS" else noun
    if not facts.by:
        return f"{noun} for {facts.to}" if facts.to else f"{noun} set"
    verb = said(Status.OCCURRED, "give" if "ultimatum" in noun else "set", plural=facts.many)
    article = "an" if noun[:1] in "aeiou" else "a"
    return " ".join(filter(None, (facts.by, verb, facts.to, article, noun)))


def _noun(facts: Facts) -> str:
    """Return "Kyiv proposes peace talks" for "Kyiv's proposal of peace talks"."""
    verb = verb_of(facts.noun) or _PLAIN.get(facts.type, facts.trigger)
    aimed = facts.type in ("ACCUSE", "SUPPORT") or verb in ("threaten", "warn", "call on", "refuse")
    content = "" if aimed else _content(facts, facts.hit.head)
    content = content or (facts.to if aimed else "")
    if not facts.by or not content:
        return _short(facts, verb if aimed else _PLAIN.get(facts.type, verb))
    first, _, rest = verb.partition(" ")
    return " ".join(filter(None, (facts.by, present(first, plural=facts.many), rest, content)))


def _content(facts: Facts, i: int) -> str:
    """Return what a noun of speech is about: "to stage talks", "peace talks"."""
    tree = facts.tree
    for clause in tree.children(i, "acl", "xcomp", "ccomp"):
        if tree.tokens[clause].tag == "VB" and (text := gist.infinitive(tree, clause)):
            return text
    for prep in tree.children(i, "prep"):
        if tree.tokens[prep].text.lower() in ("for", "of", "on"):
            for inner in tree.children(prep, "pobj"):
                return gist.noun_phrase(tree, inner, 5)
    return ""


def _told(facts: Facts) -> str:
    """Return "Blinken says Russia had taken steps", else that one side blames or urges the other."""
    tree = facts.tree
    for clause in tree.children(facts.hit.head, "ccomp"):
        subjects = tree.children(clause, "nsubj", "nsubjpass")
        after = gist.complement(tree, clause, 5)
        intransitive = not tree.children(clause, "dobj", "xcomp", "ccomp", "acomp", "attr")
        if not subjects or not facts.by or not (after or intransitive):
            continue
        who = gist.noun_phrase(tree, subjects[0], 3) if tree.tokens[subjects[0]].pos != "PRON" else facts.to
        helpers = [
            tree.tokens[c].text.lower()
            for c in tree.children(clause, "aux", "auxpass", "neg")
            if tree.tokens[c].text[:1] not in "'’"
        ]
        if who and len(helpers) <= _HELPERS and any(word[:1].isupper() for word in who.split()):
            tells = present("say", plural=facts.many)
            verb = tree.tokens[clause].text.lower()
            return " ".join(filter(None, (facts.by, tells, who, *helpers, verb, after)))
    return _short(facts, _PLAIN.get(facts.type, "tell"))


def _short(facts: Facts, verb: str) -> str:
    """Return "Kyiv accuses Moscow" where the sentence gives no content that can be cut short."""
    if not facts.by and not facts.to:
        preps = frozenset(("of", "for", "on", "to", "against", "in"))
        noun = gist.noun_phrase(facts.tree, facts.hit.head, 6, preps)
        return noun or _UNSAID[facts.type].split()[0]
    if not facts.by:
        return f"{_UNSAID[facts.type]} {facts.to}"
    first, _, rest = (verb if facts.to else _ALONE[facts.type]).partition(" ")
    return " ".join(filter(None, (facts.by, present(first, plural=facts.many), rest, facts.to)))


def _verb(facts: Facts) -> str:
    """Return "Kyiv urges Canada not to return part", "Lavrov dismisses Ukraine's proposal"."""
    tree = facts.tree
    first, *others = facts.hit.tokens
    lemma = tree.tokens[first].lemma
    whom, what = _addressee(facts), _what(facts)
    if lemma in listed("laying"):
        whom = facts.to
        what = what if whom else ""
    if not facts.by:
        return _unsaid(facts, what)
    if not whom and not what and not (others and not facts.preposition):
        return _short(facts, lemma if lemma in listed("own") else _PLAIN[facts.type])
    rest = [gist.noun_phrase(tree, i, 3) or tree.tokens[i].text.lower() for i in others]
    refused = facts.type == "REJECT" and bool(tree.children(facts.hit.head, "neg"))
    does = said(Status.DENIED if refused else Status.OCCURRED, lemma, plural=facts.many)
    verb = " ".join((does, *rest))
    if verb.endswith(" to"):
        what = what.removeprefix("to ")
    return " ".join(filter(None, (facts.by, verb, whom, what)))


def _unsaid(facts: Facts, what: str) -> str:
    """Return "Russia accused of shelling corridor" where nobody is told to say so."""
    token = facts.tree.tokens[facts.hit.head]
    if facts.to and what and token.tag in ("VBN", "VBD"):
        return f"{facts.to} {token.text.lower()} {what}"
    return _short(facts, "")


def _addressee(facts: Facts) -> str:
    """Return whom the words are addressed to, or what is rejected or condemned."""
    tree, target = facts.tree, facts.object
    if target is None:
        return facts.to if facts.preposition in ("on", "to") else ""
    if target in facts.hit.tokens:
        return ""
    if tree.tokens[target].pos in ("PROPN", "PRON"):
        return facts.to
    return gist.noun_phrase(tree, target, 5, _WITH_PLACE) or (facts.to if _is_side(facts, target) else "")


def _is_side(facts: Facts, target: int) -> bool:
    """Say whether a phrase is nothing but a way to name the target: "the Canadian government"."""
    return facts.tree.tokens[target].lemma in listed("plain")


def _what(facts: Facts) -> str:
    """Return what is demanded, laid to someone or refused: "to withdraw", "of shelling a corridor"."""
    tree, head = facts.tree, facts.hit.head
    named = facts.object is not None and facts.object not in facts.hit.tokens
    heads = [head, *(tree.children(head, "dobj") if facts.type == "ACCUSE" or not named else ())]
    laid = facts.tree.tokens[head].lemma in listed("laying")
    found = (text for i in heads for text in (_laid(facts, i), "" if laid else _demanded(facts, i)) if text)
    return next(found, "")


def _laid(facts: Facts, i: int) -> str:
    """Return "of shelling corridor", "for help", "over report" under a verb."""
    tree = facts.tree
    for prep in tree.children(i, "prep"):
        word = tree.tokens[prep].text.lower()
        if prep in facts.hit.tokens:
            continue
        for inner in tree.children(prep, "pcomp"):
            if text := gist.gerund(tree, inner):
                return f"{word} {text}"
        own = i == facts.hit.head
        if own and (word in _CONTENT or (word == "of" and facts.type == "ACCUSE")):
            for inner in tree.children(prep, "pobj"):
                if text := gist.noun_phrase(tree, inner, 4):
                    return f"{word} {text}"
    return ""


def _demanded(facts: Facts, i: int) -> str:
    """Return "to withdraw troops" under a verb."""
    tree = facts.tree
    for clause in tree.children(i, *_CLAUSES):
        token = tree.tokens[clause]
        if clause in facts.hit.tokens:
            continue
        marked = any(tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux"))
        if token.tag == "VB" and marked and (text := gist.infinitive(tree, clause)):
            return text
        if facts.type == "REJECT" and token.dep == "xcomp" and (text := gist.gerund(tree, clause)):
            return text  # "denied targeting civilians"
    return _that(facts, i)


def _that(facts: Facts, i: int) -> str:
    """Return "Armenia withdraw troops" in "demanded that Armenia withdraw its troops"."""
    tree = facts.tree
    for clause in tree.children(i, "ccomp") if facts.type == "REQUEST" else ():
        subjects = tree.children(clause, "nsubj")
        after = gist.complement(tree, clause)
        who = gist.noun_phrase(tree, subjects[0], 3) if subjects else ""
        if subjects and tree.tokens[clause].tag in ("VB", "VBP") and after and (who or facts.to):
            named = any(word[:1].isupper() for word in who.split())
            return f"{who if named else facts.to} {tree.tokens[clause].lemma} {after}".strip()
    return ""
