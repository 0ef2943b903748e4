"""Words the titles of what sides say to each other: demands, charges, refusals, threats, praise."""

from core.events.titles import gist
from core.events.titles.contents import ASKED, WITH_PLACE, addressee, called, demanded, given_days
from core.events.titles.facts import Facts, said, verb_phrase
from core.events.titles.spoken import ALONE, PLAIN, content, short, told
from core.events.titles.wording import listed, present, verb_of
from core.model import Status


def speech(facts: Facts) -> str:
    """Return the title of a demand, an accusation, a refusal, a threat or praise."""
    if "deadline" in facts.noun or "ultimatum" in facts.noun:
        return _deadline(facts)
    if not facts.verbal:
        return _noun(facts)
    verb, *ended = facts.hit.entry.words
    if facts.type == "REJECT" and verb in listed("declaring") and facts.by:
        return f"{facts.by} {present(verb, plural=facts.many)} end of {' '.join(ended)}"
    if facts.hit.entry.blames or facts.hit.entry.urges or facts.hit.entry.words[0] in listed("spoken"):
        return _bidden(facts) or told(facts)
    return _verb(facts)


def _bidden(facts: Facts) -> str:
    """Return "Santos tells FARC to speed up talks" where someone is told to do something."""
    what = demanded(facts) if facts.hit.entry.words[0] == "tell" and facts.by and facts.to else ""
    bids = what.startswith(("to ", "not to "))
    return f"{facts.by} {present('tell', plural=facts.many)} {facts.to} {what}" if bids else ""


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
    verb = verb_of(facts.noun) or PLAIN.get(facts.type, facts.trigger)
    aimed = facts.type in ("ACCUSE", "SUPPORT") or verb in ("threaten", "warn", "appeal to", "refuse")
    about = facts.to if aimed else content(facts, facts.hit.head)
    about = "" if about == facts.by else about
    if not facts.by or not about:
        if facts.type == "REQUEST" and facts.by and not aimed:
            return _made(facts)
        return short(facts, verb if aimed else PLAIN.get(facts.type, verb))
    first, _, rest = verb.partition(" ")
    return " ".join(filter(None, (facts.by, present(first, plural=facts.many), rest, about)))


def _made(facts: Facts) -> str:
    """Return "Russia makes offer to Ukraine", "US puts pressure on Israel"."""
    if (verb := verb_of(facts.noun)) == "propose" and "proposal" not in facts.noun:
        return f"{facts.by} {present(verb, plural=facts.many)} {facts.trigger}"  # "proposes peace plan"
    if not facts.to:
        return short(facts, PLAIN["REQUEST"])
    pressed = "pressure" in facts.noun.split()
    does = present("put" if pressed else "make", plural=facts.many)
    prep = "on" if pressed else "of" if "demand" in facts.noun else "to"
    return f"{facts.by} {does} {facts.trigger} {prep} {facts.to}"


def _verb(facts: Facts) -> str:
    """Return "Kyiv urges Canada not to return part", "Lavrov dismisses Ukraine's proposal"."""
    tree = facts.tree
    lemma = tree.tokens[facts.hit.head].lemma
    whom, what = addressee(facts), demanded(facts)
    if lemma in listed("telling") and not whom and not what:
        return told(facts)
    if lemma in listed("laying"):
        whom = facts.to
        what = what if whom else ""
    if not facts.by:
        return _unsaid(facts, what)
    return _special(facts, lemma) or _sentence(facts, whom, what)


def _special(facts: Facts, lemma: str) -> str:
    """Return what is worded in its own way: "Trump gives Russia 50 days", "Kyiv and Moscow trade blame"."""
    if set(facts.hit.entry.words) & listed("swaps") and facts.source and facts.target:
        return f"{facts.names.alike((*facts.source, *facts.target))} {verb_phrase(facts, plural=True)}"
    if lemma == "give" and facts.to and (days := given_days(facts)):
        return f"{facts.by} {present('give', plural=facts.many)} {facts.to} {days}"
    target = facts.object
    if lemma in listed("calling") and target is not None and facts.tree.tokens[target].pos == "PRON":
        first, _, rest = ALONE[facts.type].partition(" ")
        return f"{facts.by} {present(first, plural=facts.many)} {rest}".strip()  # "called it a lie"
    return ""


def _sentence(facts: Facts, whom: str, what: str) -> str:
    """Put who says it, the verb, to whom and what together."""
    tree = facts.tree
    first, *others = facts.hit.tokens
    lemma = tree.tokens[first].lemma
    cut = bool(others) and not what and tree.tokens[others[-1]].tag == "TO"  # "threatens to"
    if not whom and not what and (cut or not others or facts.preposition):
        return short(facts, lemma if lemma in listed("own") else PLAIN[facts.type])
    rest = [gist.noun_phrase(tree, i, 3) or tree.tokens[i].text.lower() for i in others]
    asked = next((i for i in others if tree.tokens[i].lemma in listed("asked")), None)
    if asked is not None and not what and (asks := content(facts, asked)):
        rest[-1:], what = [gist.noun_phrase(tree, asked, 4, ASKED)], asks  # "echoes call for X to ..."
    refused = facts.type == "REJECT" and bool(tree.children(facts.hit.head, "neg"))
    does = said(Status.DENIED if refused else Status.OCCURRED, lemma, plural=facts.many)
    if refused and any(tree.tokens[c].lemma in ("will", "would") for c in tree.children(first, "aux")):
        does = f"will not {lemma}"
    verb = " ".join((does, *rest))
    if verb.endswith(" to") and not whom:
        what = what.removeprefix("to ")
    return " ".join(filter(None, (facts.by, verb, whom, what or called(facts))))


def _unsaid(facts: Facts, what: str) -> str:
    """Return "Russia accused of shelling corridor" where nobody is told to say so."""
    token = facts.tree.tokens[facts.hit.head]
    if facts.to and what and token.tag in ("VBN", "VBD"):
        return f"{facts.to} {token.text.lower()} {what}"
    object_ = facts.tree.object(facts.hit.head)
    thing = gist.noun_phrase(facts.tree, object_, 5, WITH_PLACE)
    if thing and not facts.to and token.tag == "VBN" and len(facts.hit.tokens) == 1:
        return f"{thing} {token.text.lower()}"  # "motion rejected"
    return short(facts, "")
