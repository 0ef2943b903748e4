"""Words what is said where no short phrase tells it: by the clause it stands in, or by who speaks to whom."""

from core.events.titles import gist
from core.events.titles.facts import Facts
from core.events.titles.wording import listed, present

PLAIN = {
    "ACCUSE": "accuse",
    "REQUEST": "appeal to",
    "REJECT": "rebuff",
    "THREATEN": "threaten",
    "SUPPORT": "support",
}
ALONE = {
    "ACCUSE": "make accusations",
    "REQUEST": "make appeal",
    "REJECT": "refuse",
    "THREATEN": "issue threat",
    "SUPPORT": "voice support",
}
UNSAID = {
    "ACCUSE": "accusation against",
    "REQUEST": "demand to",
    "REJECT": "refusal to",
    "THREATEN": "threat to",
    "SUPPORT": "support for",
}
_HELPERS = 2


def content(facts: Facts, i: int) -> str:
    """Return what a noun of speech is about: "to stage talks", "peace talks"."""
    tree = facts.tree
    for clause in tree.children(i, "acl", "xcomp", "ccomp", "relcl"):
        if tree.tokens[clause].tag == "VB" and (text := gist.infinitive(tree, clause)):
            return text
    for prep in tree.children(i, "prep"):
        if tree.tokens[prep].text.lower() in ("for", "of", "on"):
            for inner in tree.children(prep, "pobj"):
                return gist.noun_phrase(tree, inner, 5)
    return ""


def told(facts: Facts) -> str:
    """Return "Blinken says Russia had taken steps", else that one side blames or urges the other."""
    tree, lemma = facts.tree, facts.hit.entry.words[0]
    tells_itself = lemma in listed("telling")
    for clause in tree.children(facts.hit.head, "ccomp"):
        subjects = tree.children(clause, "nsubj", "nsubjpass")
        after = gist.complement(tree, clause, 5)
        intransitive = not tree.children(clause, "dobj", "xcomp", "ccomp", "acomp", "attr")
        if not subjects or not facts.by or not (after or intransitive):
            continue
        who = gist.noun_phrase(tree, subjects[0], 3)
        # "warned that it would retaliate", "said they had shelled"
        if tree.tokens[subjects[0]].pos == "PRON":
            own = tree.tokens[subjects[0]].text.lower() in ("it", "he", "she")
            who = "it" if own and tells_itself else "" if own else facts.to
        helpers = [
            tree.tokens[c].text.lower()
            for c in tree.children(clause, "aux", "auxpass", "neg")
            if tree.tokens[c].text[:1] not in "'’"
        ]
        if helpers in (["had"], ["has"], ["have"]) and tree.tokens[clause].text.endswith("ed"):
            helpers = []  # headlines use the simple past
        named = who == "it" or any(word[:1].isupper() for word in who.split()) or facts.hit.entry.urges
        if who and len(helpers) <= _HELPERS and named:
            tells = present(lemma if tells_itself else "say", plural=facts.many)
            verb = tree.tokens[clause].text.lower()
            return " ".join(filter(None, (facts.by, tells, who, *helpers, verb, after)))
    return short(facts, lemma if lemma in listed("own") else PLAIN.get(facts.type, "tell"))


def short(facts: Facts, verb: str) -> str:
    """Return "Kyiv accuses Moscow" where the sentence gives no content that can be cut short."""
    if not facts.by and not facts.to:
        preps = frozenset(("of", "for", "on", "to", "against", "in"))
        noun = gist.noun_phrase(facts.tree, facts.hit.head, 6, preps)
        return noun or UNSAID[facts.type].split()[0]
    if not facts.by:
        return f"{UNSAID[facts.type]} {facts.to}"
    first, _, rest = (verb if facts.to else ALONE[facts.type]).partition(" ")
    return " ".join(filter(None, (facts.by, present(first, plural=facts.many), rest, facts.to)))
