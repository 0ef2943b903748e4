"""Tells whether an event has happened, is planned, proposed, possible, denied or called off, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.events.lexicon import load, word_set, words
from core.events.matching import Hit
from core.events.parties.arguments import takes_blame
from core.events.syntax import Tree
from core.model import Status

_UPWARD = (
    "dobj",
    "pobj",
    "prep",
    "xcomp",
    "nsubjpass",
    "acl",
    "compound",
    "conj",
    "ccomp",
    "pcomp",
    "nsubj",
    "amod",
)
_STEPS = 4


@dataclass(frozen=True, slots=True)
class Verdict:
    """The status, and the word that decided it (empty for a plain statement)."""

    status: Status
    cue: str = ""


@cache
def _cues(table: str) -> dict[str, Status]:
    return {word: Status(name) for name, text in load("cues.toml")[table].items() for word in words(text)}


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word for text in load("cues.toml")[table].values() for word in words(text))


def decide(tree: Tree, hit: Hit) -> Verdict:
    """Return the status of an event: by tense, modals, negation, and what stands over and beside it."""
    act = hit.entry.type in _words("acts")
    if not hit.entry.verb:
        beside = _beside(tree, hit)
        if beside is not None and (not act or beside.status is Status.HYPOTHETICAL):
            over = _from_above(tree, hit)  # "a planned meeting was cancelled"
            return over if over is not None and over.status is Status.CANCELLED else beside
    if act and hit.entry.verb and takes_blame(tree, hit.head):
        return Verdict(Status.OCCURRED)  # "must bear the responsibility" blames today
    own = _own_verb(tree, hit)
    told = _by_appointment(tree, hit) or _by_question(tree) or _by_lack(tree, hit)
    if told is None and own is not None and not (act or hit.entry.verb):
        told = _by_readiness(tree, own)
    if told is None and own is not None:
        told = _by_verb(tree, own, act=act)
    if told is None and own is not None and not act:
        told = _by_aim(tree, own)
    if told is None and not act:
        told = _from_above(tree, hit)
    return told or Verdict(Status.OCCURRED)


def _by_question(tree: Tree) -> Verdict | None:
    """Judge what is asked as what may be so: "Has the army left the town?"."""
    asks = tree.tokens[-1].text == "?" and tree.tokens[0].pos == "AUX"
    return Verdict(Status.HYPOTHETICAL, "?") if asks else None


def _by_lack(tree: Tree, hit: Hit) -> Verdict | None:
    """Judge what is told as lacking as not so: "the talks ended without a deal"."""
    above = tree.tokens[tree.tokens[hit.head].head]
    lacks = not hit.entry.verb and tree.tokens[hit.head].dep == "pobj" and above.text.lower() == "without"
    return Verdict(Status.DENIED, above.text) if lacks else None


def _by_appointment(tree: Tree, hit: Hit) -> Verdict | None:
    """Judge by "is due in Beirut", which tells of what lies ahead whatever its day."""
    told = [tree.tokens[i] for i in hit.tokens if hit.entry.verb]
    due = next((token.text for token in told if token.lemma in _words("appointed")), "")
    return Verdict(Status.PLANNED, due) if due else None


def _own_verb(tree: Tree, hit: Hit) -> int | None:
    """The verb whose tense is the event's: the trigger, or the verb that a noun is subject or object of."""
    if hit.entry.verb:
        return hit.head
    dep = tree.tokens[hit.head].dep
    above = tree.tokens[hit.head].head
    if dep in ("nsubj", "nsubjpass", "dobj", "attr") and tree.tokens[above].pos in ("VERB", "AUX"):
        return above
    return None


def _by_readiness(tree: Tree, verb: int) -> Verdict | None:
    """Judge by what something is said to be: "talks are due to resume", "a deal is possible"."""
    if tree.tokens[verb].lemma != "be":
        return None
    cues = _cues("over") | _cues("beside")
    if any(_is_infinitive(tree, c) for c in tree.children(verb, "xcomp")):
        return Verdict(Status.PLANNED, "to")  # "talks are to go on"
    said = (tree.tokens[c].lemma for c in tree.children(verb, "acomp"))
    return next((Verdict(cues[lemma], lemma) for lemma in said if lemma in cues), None)


def _is_infinitive(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[c].tag == "TO" for c in tree.children(verb, "aux"))


def _by_aim(tree: Tree, verb: int) -> Verdict | None:
    """Judge an infinitive by the word before it, or the verb whose aim it is: "will travel to hold talks"."""
    token = tree.tokens[verb]
    to = next((c for c in tree.children(verb, "aux") if tree.tokens[c].tag == "TO"), None)
    if to is None or token.dep != "advcl":
        return None
    before = tree.tokens[to - 1] if to else token
    if before.lemma in _cues("over"):  # "accused of planning to attack", however parsed
        return Verdict(_cues("over")[before.lemma], before.text)
    above = tree.tokens[token.head]
    asked = tree.prep_object(token.head, "with", "to") is not None  # "pleaded with them to free hostages"
    asked = asked or any(tree.tokens[c].text.lower() == "for" for c in tree.children(verb, "mark"))
    if asked and _cues("over").get(above.lemma) is Status.PROPOSED:
        return Verdict(Status.PROPOSED, above.text)
    return _by_verb(tree, token.head, act=False) if above.pos in ("VERB", "AUX") else None


def _beside(tree: Tree, hit: Hit) -> Verdict | None:
    cues = _cues("beside")
    for i in hit.tokens:
        for c in tree.children(i, "amod", "det", "compound", "advmod", "nmod"):
            lower = tree.tokens[c].text.lower()
            if lower in cues:
                return Verdict(cues[lower], lower)
    return None


def _by_verb(tree: Tree, verb: int, *, act: bool) -> Verdict | None:
    """Judge by the auxiliaries, the negation and the conjunction of a verb."""
    token = tree.tokens[verb]
    for c in tree.children(verb, "mark", "advmod"):
        lower = tree.tokens[c].text.lower()
        waits = lower == "until" and token.tag in ("VBZ", "VBP")  # "will not go until the army leaves"
        if waits or lower in ("if", "unless", "whether"):
            return Verdict(Status.HYPOTHETICAL, lower)
    if not act and (negation := _negation(tree, verb)):
        return Verdict(Status.DENIED, negation)
    modals = _cues("modals")
    for c in tree.children(verb, "aux"):
        lower = tree.tokens[c].text.lower()
        if lower in modals:
            return _by_modal(tree, verb, lower, modals[lower])
    for upper in tree.ancestors(verb):
        if tree.tokens[upper].lemma == "go" and token.dep == "xcomp" and tree.tokens[upper].tag == "VBG":
            return Verdict(Status.PLANNED, "going to")
        break
    infinitive = any(tree.tokens[c].tag == "TO" for c in tree.children(verb, "aux"))
    if infinitive and _stands_for_future(tree, verb):
        return Verdict(Status.PLANNED, "to")
    return None


def _negation(tree: Tree, verb: int) -> str:
    """Return the word that denies a verb: "did not", or the "no" of "no convoy has reached the town"."""
    subjects = tree.children(verb, "nsubj", "nsubjpass")
    none = [c for i in subjects for c in tree.children(i, "det") if tree.tokens[c].text.lower() == "no"]
    return next((tree.tokens[c].text for c in (*tree.children(verb, "neg"), *none)), "")


def _stands_for_future(tree: Tree, verb: int) -> bool:
    """Say whether an infinitive is the verb of its clause: "Envoys to meet in Doha", "they are to meet"."""
    token = tree.tokens[verb]
    above = tree.tokens[token.head]
    if token.dep == "ccomp":
        return bool(tree.children(verb, "nsubj", "nsubjpass"))  # "Egypt says Chad to send troops"
    if token.dep == "xcomp" and above.lemma in _words("stating"):
        return bool(tree.children(token.head, "dobj"))  # the same, where X is read as the object
    if token.dep in ("acl", "relcl"):
        if above.pos not in ("NOUN", "PROPN"):
            return False
        said = tree.tokens[above.head].lemma in _words("stating")
        aside = said and len(tree.children(above.head, "nsubj")) > 1  # "Minister to visit Beirut, says envoy"
        return above.dep == "ROOT" or aside
    return token.dep == "ROOT" or (token.dep == "xcomp" and above.lemma == "be")


def _by_modal(tree: Tree, verb: int, modal: str, status: Status) -> Verdict:
    if modal == "could" and tree.tokens[verb].lemma in _words("perceived"):
        return Verdict(Status.OCCURRED)  # "gunfire could be heard"
    if modal == "would":
        reported = {tree.tokens[a].lemma for a in tree.ancestors(verb)}
        agreed = {tree.tokens[c].lemma for c in tree.children(verb, "nsubj", "nsubjpass")}
        if not (_words("reporting").isdisjoint(reported) and _words("agreed").isdisjoint(agreed)):
            return Verdict(Status.PLANNED, modal)
    return Verdict(status, modal)


def _from_above(tree: Tree, hit: Hit) -> Verdict | None:
    """Judge by the words that govern the event: "offered to", "plans for", "agreed to", "the prospect of"."""
    cues = _cues("over") | (_cues("over fighting") if hit.entry.track == "battlefield" else {})
    for upper, below in _governors(tree, hit.head):
        token = tree.tokens[upper]
        if upper in hit.tokens:
            continue
        beside = (below, *tree.children(upper, "prt", "prep"))
        aims = (
            [f"{token.lemma} to"] if tree.tokens[below].dep == "xcomp" and _is_infinitive(tree, below) else []
        )
        phrases = (*(f"{token.lemma} {tree.tokens[i].lemma}" for i in beside), *aims, token.lemma)
        cue = next((key for key in phrases if key in cues), None)
        if (none := _undecided(tree, upper)) is not None:
            return Verdict(Status.DENIED, tree.tokens[none].text)
        if cue is not None and (
            _looks_ahead(tree, hit, upper, below)
            or (cues[cue] is Status.DENIED and tree.tokens[below].dep == "ccomp")
        ):
            modal = _by_verb(tree, upper, act=False) if cues[cue] is Status.PLANNED else None
            unsure = modal is not None and modal.status is Status.HYPOTHETICAL  # "may seek to occupy"
            return modal if modal and unsure else Verdict(cues[cue], token.text)
        if token.pos in ("VERB", "AUX") and (verdict := _by_verb(tree, upper, act=False)) is not None:
            return verdict if tree.tokens[below].dep != "advcl" else None
    return None


def _undecided(tree: Tree, upper: int) -> int | None:
    """Return what there is none of: "no decision (was made) on a third round"."""
    told = (upper, *tree.children(upper, "nsubjpass", "dobj"))
    return next(
        (
            i
            for i in told
            if tree.tokens[i].lemma in _words("undecided")
            and any(tree.tokens[c].text.lower() in _words("scarce") for c in tree.children(i, "det", "amod"))
        ),
        None,
    )


def _looks_ahead(tree: Tree, hit: Hit, upper: int, below: int) -> bool:
    """Under a verb like "agree" or "plan", what it is about lies ahead; its subject and setting do not."""
    dep = tree.tokens[below].dep
    fronted = dep == "prep" and below < upper  # "on day 40 of the siege they agreed"
    if fronted or dep in ("nsubj", "advcl", "advmod", "npadvmod"):
        return False
    if dep == "ccomp":
        return not _is_past(tree, below)
    if dep == "prep":
        return tree.tokens[below].text.lower() in (
            "for",
            "to",
            "of",
            "on",
            "about",
            "with",
            "from",
            "against",
        )
    return not (tree.tokens[upper].pos == "VERB" and hit.entry.verb and _is_past(tree, hit.head))


def _is_past(tree: Tree, verb: int) -> bool:
    if tree.tokens[verb].tag == "VBD":
        return True
    return any(tree.tokens[c].tag in ("VBD", "VBZ", "VBP") for c in tree.children(verb, "aux", "auxpass"))


def _governors(tree: Tree, head: int) -> Iterator[tuple[int, int]]:
    """Yield (governor, what of it leads down to the event), as long as the event is what it is about."""
    below = head
    for _ in range(_STEPS):
        token = tree.tokens[below]
        if token.head == below or not (token.dep in _UPWARD or _is_infinitive_of_noun(tree, below)):
            return
        if token.dep == "nsubj" and tree.tokens[token.head].pos in ("VERB", "AUX"):
            return
        if token.dep == "prep" and token.text.lower() in word_set("settings") and not _is_cue(tree, below):
            return
        another = token.dep == "conj" and tree.children(below, "nsubj", "nsubjpass")  # "and that police ..."
        if another or any(
            t.text == ";" for t in tree.tokens[min(below, token.head) : max(below, token.head)]
        ):
            return  # "said it had taken the town; Kyiv has not confirmed it"
        upper = tree.tokens[token.head]
        if token.dep == "prep" and upper.lemma in word_set("answers"):
            return  # "called for a response to the strikes"
        yield token.head, below
        if token.dep == "prep" and upper.pos == "NOUN" and token.text.lower() in word_set("topics"):
            return  # "would question reports about the strikes"
        below = token.head


def _is_cue(tree: Tree, prep: int) -> bool:
    """Say whether a preposition makes a cue with what is over it: "threatened Russia with tariffs"."""
    return f"{tree.tokens[tree.tokens[prep].head].lemma} {tree.tokens[prep].lemma}" in _cues("over")


def _is_infinitive_of_noun(tree: Tree, verb: int) -> bool:
    """Say whether an infinitive tells what a noun is for: "the call for Moscow to send its terms"."""
    return tree.tokens[verb].dep == "relcl" and any(
        tree.tokens[c].tag == "TO" for c in tree.children(verb, "aux")
    )
