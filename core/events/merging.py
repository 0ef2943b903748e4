"""Lets several words for one event in a sentence count once: "killed in an attack", "hold talks"."""

from collections.abc import Sequence

from core.events.lexicon import word_set
from core.events.matching import SHOTDOWN, Hit
from core.events.parties.arguments import takes_blame
from core.events.syntax import Tree

_JOINED = ("dobj", "pobj", "nsubj", "nsubjpass", "prep", "agent", "xcomp", "attr", "compound", "amod", "nmod")
_DASHES = ("–", "—", "-", "--")
_CONTRASTS = ("while", "whereas", "although", "though")
_SAID_OF = ("acl", "relcl")
_BESIDE = ("appos", "dep", "npadvmod")
_TIMES = ("after", "before", "since", "until")
_SETTING = ("in", "with", "by", "through", "via", "of", "from", "to", "on", "upon", "for", "at")


def merge(tree: Tree, hits: Sequence[Hit]) -> list[tuple[Hit, tuple[Hit, ...]]]:
    """Return each event's own trigger, with the further triggers of the sentence that tell the same event."""
    owner: dict[int, int] = {}
    for i, hit in enumerate(hits):
        leads = [
            j
            for j, other in enumerate(hits)
            if i != j and owner.get(j) != i and _same(tree, hit, other) and _leads(tree, other, hit, i < j)
        ]
        if leads:
            owner[i] = min(leads, key=lambda j: _steps(tree, hit.head, hits[j].head))
    return [
        (hit, tuple(hits[i] for i, j in owner.items() if _root(owner, i) == k))
        for k, hit in enumerate(hits)
        if k not in owner
    ]


def _steps(tree: Tree, a: int, b: int) -> int:
    """Return the distance of two words in the tree."""
    above, below = [a, *tree.ancestors(a)], [b, *tree.ancestors(b)]
    common = next(i for i in above if i in below)
    return above.index(common) + below.index(common)


def _root(owner: dict[int, int], i: int) -> int:
    seen: set[int] = set()
    while i in owner and i not in seen:
        seen.add(i)
        i = owner[i]
    return i


def _leads(tree: Tree, lead: Hit, other: Hit, other_first: bool) -> bool:
    """Say which of two triggers names the event: what was done before what it did, a noun before its verb."""
    if any(is_sent_to(tree, *pair) or _is_refused(tree, *pair) for pair in ((lead, other), (other, lead))):
        return tree.dominates(lead.head, other.head)
    if (lead.entry.mode == SHOTDOWN) != (other.entry.mode == SHOTDOWN):
        return lead.entry.mode == SHOTDOWN
    if lead.entry.harm != other.entry.harm:
        return not lead.entry.harm
    if lead.entry.verb != other.entry.verb:
        verb_leads = lead.entry.track == "diplomatic" and lead.entry.type != "CONSULT"
        return lead.entry.verb == verb_leads
    return not other_first if not tree.dominates(lead.head, other.head) else True


def _same(tree: Tree, a: Hit, b: Hit) -> bool:
    content = any(is_sent_to(tree, *pair) or _is_refused(tree, *pair) for pair in ((a, b), (b, a)))
    if content or a.entry.track != b.entry.track or not _are_of_one_kind(a, b):
        return content
    if (a.entry.mode == SHOTDOWN) != (b.entry.mode == SHOTDOWN):
        return _is_stopped(tree, a, b)
    upper, lower = (a, b) if tree.dominates(a.head, b.head) else (b, a)
    if a.entry.harm or b.entry.harm:
        return _harm_of(tree, upper, lower) or _in_which(tree, a, b)
    if not tree.dominates(upper.head, lower.head):
        return _begins(tree, a, b)
    token = tree.tokens[lower.head]
    # "a deal signed in March"
    said_of = lower.entry.verb and token.head == upper.head and token.dep in _SAID_OF
    if said_of or (upper.entry.blames and takes_blame(tree, lower.head)):  # "X said Y was to blame"
        return True
    return upper.entry.verb != lower.entry.verb and _joined(tree, upper.head, lower.head)


def is_sent_to(tree: Tree, sent: Hit, attack: Hit) -> bool:
    """Say whether someone or something is sent for an attack: "sent drones to hit the port"."""
    if tree.tokens[sent.head].lemma not in word_set("sending") or not tree.dominates(sent.head, attack.head):
        return False
    purpose = attack.entry.verb and attack.entry.type == "ASSAULT" and tree.tokens[attack.head].tag == "VB"
    if not purpose or tree.tokens[attack.head].lemma in word_set("waging"):
        return False
    path = [attack.head, *tree.ancestors(attack.head)]
    between = [tree.tokens[i] for i in path[1 : path.index(sent.head)]]
    return all(
        t.tag in ("VB", "IN") or t.lemma in word_set("missions") or t.head == sent.head for t in between
    )


def _is_refused(tree: Tree, refusal: Hit, act: Hit) -> bool:
    """Say whether an act is what someone refuses to do: "refused to lift the ban"."""
    verb = tree.tokens[act.head]
    refused = refusal.entry.type == "REJECT" and verb.dep == "xcomp" and verb.head == refusal.head
    return refused and refusal.entry.words[-1] == "to"


def _are_of_one_kind(a: Hit, b: Hit) -> bool:
    """Say whether two types can be of one event; a siege may kill as an attack does."""
    return a.entry.type == b.entry.type or (
        a.entry.harm != b.entry.harm and "COERCE" in (a.entry.type, b.entry.type)
    )


def _is_stopped(tree: Tree, a: Hit, b: Hit) -> bool:
    """Say whether an attack is what was beaten off: "repelled an attack".

    Else what was fired and what was shot down are two events; the plane's dead are its own.
    """
    stopped, launched = (a, b) if a.entry.mode == SHOTDOWN else (b, a)
    if not launched.entry.verb and tree.object(stopped.head) == launched.head:
        return True
    attack, harm = (a, b) if b.entry.harm else (b, a)
    return harm.entry.harm and tree.tokens[harm.head].tag == "VBG" and _result_of(tree, attack, harm)


def _begins(tree: Tree, a: Hit, b: Hit) -> bool:
    """Say whether one is told as what the other began with: "a truck bomb started the assault"."""
    first, whole = tree.tokens[a.head], tree.tokens[b.head]
    verb = tree.tokens[first.head]
    parts = {(first.dep, whole.dep)} & {("nsubj", "dobj"), ("dobj", "nsubj")}
    return bool(parts) and first.head == whole.head and verb.lemma in word_set("beginning")


def _after_an_aside(tree: Tree, verb: int, noun: int) -> bool:
    """Say whether a phrase is that of a verb before an aside: "hit Tyre – spared before – with rockets"."""
    prep = tree.tokens[noun].head
    dashes = [i for i in range(verb, prep) if tree.tokens[i].text in _DASHES]
    means = tree.tokens[noun].dep == "pobj" and tree.tokens[prep].text.lower() in ("with", "in", "by")
    return means and len(dashes) > 1 and dashes[-1] == prep - 1


def _joined(tree: Tree, upper: int, lower: int) -> bool:
    """Say whether only arguments and phrases like "in", "with", "by" lie between the two words."""
    if tree.tokens[lower].dep in _BESIDE and tree.clause_head(lower) == upper:
        return True  # "bombed a convoy, an attack in which ..."
    if _after_an_aside(tree, upper, lower):
        return True
    i = lower
    while i != upper:
        token = tree.tokens[i]
        if token.dep not in _JOINED:
            return False
        if token.dep in ("prep", "agent") and token.text.lower() not in _SETTING:
            return False
        if i != lower and token.lemma in word_set("answers"):
            return False  # "fired rockets in response to an attack"
        i = token.head
    return True


def _harm_of(tree: Tree, upper: Hit, lower: Hit) -> bool:
    """Say whether one word tells what the attack named by the other did."""
    if tree.dominates(upper.head, lower.head):
        between = [
            i
            for i in (lower.head, *tree.ancestors(lower.head))
            if i != upper.head and tree.dominates(upper.head, i)
        ]
        if any(_contrasts(tree, i) for i in between) or _is_told_apart(tree, lower):
            return False
        if lower.entry.harm and any(_marked(tree, i, _TIMES) for i in between):
            return False  # "attacked, two days after a shell killed 37": another attack
        if upper.entry.harm and lower.entry.harm:
            return not any(_is_apart(tree, i) for i in between if i != lower.head)
        joined = all(tree.tokens[i].dep != "conj" for i in between)
        return upper.entry.harm or joined or _goes_on_to_kill(tree, upper, lower)
    if tree.clause_head(upper.head) == tree.clause_head(lower.head):
        return True
    attack, harm = (upper, lower) if lower.entry.harm else (lower, upper)
    return _result_of(tree, attack, harm)


def _goes_on_to_kill(tree: Tree, attack: Hit, harm: Hit) -> bool:
    """Say whether the same clause goes on with the harm: "drones hit the port and killed two people".

    What was done at a place of its own, "and killed two in Kharkiv", is told apart, and so is the killing of
    somebody in particular.
    """
    verb, whom = tree.tokens[harm.head], tree.object(harm.head)
    same = verb.dep == "conj" and verb.head == attack.head and attack.entry.verb and harm.entry.harm
    counted = whom is not None and (tree.tokens[whom].pos == "NUM" or tree.children(whom, "nummod"))
    elsewhere = tree.prep_object(harm.head, "in", "at", "near", "outside")
    return same and bool(counted) and not _is_apart(tree, harm.head) and elsewhere is None


def _in_which(tree: Tree, a: Hit, b: Hit) -> bool:
    """Say whether a clause tells the harm of the attack named last: "a raid near Gao in which ten died"."""
    attack, harm = (a, b) if b.entry.harm else (b, a)
    marks = [
        w
        for p in tree.children(harm.head, "prep")
        for w in tree.children(p, "pobj")
        if tree.tokens[w].tag == "WDT"
    ]
    if attack.entry.harm or attack.entry.verb or not marks or attack.head > marks[0]:
        return False
    return all(tree.tokens[i].pos not in ("VERB", "AUX") for i in range(attack.head + 1, marks[0]))


def _is_apart(tree: Tree, verb: int) -> bool:
    """Say whether a clause has a subject of its own: "two were shot, and police said 100 were killed"."""
    return tree.tokens[verb].dep == "conj" and bool(tree.children(verb, "nsubj", "nsubjpass"))


def _contrasts(tree: Tree, verb: int) -> bool:
    """Say whether a clause sets another act beside the main one: "while Ukraine damaged a building"."""
    return _marked(tree, verb, _CONTRASTS)


def _marked(tree: Tree, verb: int, marks: Sequence[str]) -> bool:
    return any(tree.tokens[m].text.lower() in marks for m in tree.children(verb, "mark"))


def _is_told_apart(tree: Tree, attack: Hit) -> bool:
    """Say whether an attack has a clause of its own: "two died in a blast, and shells hit a school"."""
    top = tree.clause_head(attack.head)
    subjects = tree.children(top, "nsubj", "nsubjpass") if tree.tokens[top].dep == "conj" else []
    return not attack.entry.harm and bool(subjects) and attack.head in (top, *subjects)


def _result_of(tree: Tree, attack: Hit, harm: Hit) -> bool:
    """Say whether a clause hung on the attack's tells its result: "was shelled, killing two"."""
    token = tree.tokens[harm.head]
    if token.head != tree.clause_head(attack.head) or attack.head > harm.head:
        return False
    subjects = tree.children(harm.head, "nsubj", "nsubjpass")
    if token.dep == "conj":
        # "shelling hit a market and killed four", "the raid left six dead and 30 wounded"
        return all(tree.tokens[s].pos == "NUM" for s in subjects)
    if token.dep not in ("advcl", "relcl", "acl") or tree.children(harm.head, "mark"):
        return False
    follows = all(tree.tokens[s].tag in ("WDT", "WP") for s in subjects)
    return follows and (token.tag == "VBG" or bool(subjects))
