"""Finds what a title of speech tells: whom it is addressed to, what is demanded, laid or threatened."""

from core.events.lexicon import word_set
from core.events.parties.names import is_place
from core.events.titles import gist
from core.events.titles.facts import Facts, adjectives, names_of
from core.events.titles.spoken import content
from core.events.titles.wording import listed

WITH_PLACE = frozenset(("of", "on", "in", "against", "for"))
ASKED = frozenset(("for",))
_CLAUSES = ("ccomp", "xcomp", "advcl", "acl")
_CONTENT = frozenset(("for", "against", "over", "about"))


def addressee(facts: Facts) -> str:
    """Return whom the words are addressed to, or what is rejected or condemned."""
    tree, target = facts.tree, facts.object
    if target is None:
        return facts.to if facts.preposition in ("on", "to") else ""
    if target in facts.hit.tokens:
        return ""
    if tree.tokens[target].pos in ("PROPN", "PRON"):
        return tree.tokens[target].text if is_place(tree.tokens[target].text) else facts.to
    return _thing(facts, target) or (
        (facts.to or tree.tokens[target].text.lower()) if _is_side(facts, target) else ""
    )


def _thing(facts: Facts, target: int) -> str:
    """Return what is proposed, rejected or condemned in a few words, with whose it is where that helps."""
    tree = facts.tree
    text = gist.noun_phrase(tree, target, 5, WITH_PLACE)
    if facts.by in text.split() and facts.to:
        return f"{tree.tokens[target].lemma} with {facts.to}"  # "a meeting of him and X"
    if text and " " not in text and facts.type in ("ACCUSE", "REJECT") and _names_target(facts):
        return f"{adjectives(facts.target[:1])} {text}"  # "rejects US proposal"
    if text and tree.tokens[target].lemma in listed("asked"):
        return f"{gist.noun_phrase(tree, target, 5, ASKED)} {content(facts, target)}".strip()
    return text


def given_days(facts: Facts) -> str:
    """Return "50 days" for time given instead of a deadline named."""
    tree = facts.tree
    for i in (*facts.hit.tokens, *tree.children(facts.hit.head, "dobj")):
        if tree.tokens[i].lemma in word_set("times") and (count := tree.children(i, "nummod")):
            return gist.joined(tree, [*count, i])
    return ""


def _names_target(facts: Facts) -> bool:
    """Say whether the sentence itself names whom it is aimed at."""
    return any(token.text in names_of(facts.target[:1]) for token in facts.tree.tokens)


def _is_side(facts: Facts, target: int) -> bool:
    """Say whether a phrase is nothing but a way to name the target: "the Canadian government"."""
    return facts.tree.tokens[target].lemma in listed("plain")


def demanded(facts: Facts) -> str:
    """Return what is demanded, laid to someone or refused: "to withdraw", "of shelling a corridor"."""
    tree, head = facts.tree, facts.hit.head
    named = facts.object is not None and facts.object not in facts.hit.tokens
    heads = [head, *(tree.children(head, "dobj") if facts.type == "ACCUSE" or not named else ())]
    laid = facts.tree.tokens[head].lemma in listed("laying")
    found = (text for i in heads for text in (_laid(facts, i), "" if laid else _infinitive(facts, i)) if text)
    return next(found, "")


def _laid(facts: Facts, i: int) -> str:
    """Return "of shelling corridor", "for help", "over report" under a verb."""
    tree = facts.tree
    for prep in tree.children(i, "prep"):
        word = tree.tokens[prep].text.lower()
        if prep in facts.hit.tokens or prep < i:
            continue  # "X, for the rebels, demanded"
        for inner in tree.children(prep, "pcomp"):
            if text := gist.gerund(tree, inner):
                return f"{word} {text}"
        own = i == facts.hit.head
        lemma = tree.tokens[facts.hit.head].lemma
        warned = own and facts.type in ("ACCUSE", "THREATEN")
        threat = own and word == "with" and facts.type == "THREATEN"
        laid = threat or (word == "of" and (warned or lemma in listed("laying")))
        asked = word == "to" and lemma in listed("inviting")
        for inner in tree.children(prep, "pobj") if laid or asked or (own and word in _CONTENT) else ():
            named = not own and tree.tokens[inner].pos == "PROPN"  # "the leaders of X"
            if not named and (text := gist.noun_phrase(tree, inner, 4)):
                return f"{word} {text}"
    return ""


def _infinitive(facts: Facts, i: int) -> str:
    """Return "to withdraw troops" under a verb."""
    tree = facts.tree
    for clause in tree.children(i, *_CLAUSES):
        token = tree.tokens[clause]
        if clause in facts.hit.tokens:
            continue
        marked = any(tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux"))
        if token.tag == "VB" and marked and (text := gist.infinitive(tree, clause)):
            return text
        after = clause == max(facts.hit.tokens) + 1  # "ruled out sending troops"
        refused = facts.type == "REJECT" and (token.dep == "xcomp" or after)
        if refused and (text := gist.gerund(tree, clause)):
            return text  # "denied targeting civilians"
    return _that(facts, i)


def _that(facts: Facts, i: int) -> str:
    """Return "Armenia withdraw troops" in "demanded that Armenia withdraw its troops"."""
    tree = facts.tree
    for clause in tree.children(i, "ccomp", "advcl") if facts.type == "REQUEST" else ():
        subjects = tree.children(clause, "nsubjpass")
        passive = any(tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux")) and subjects
        if passive and (who := gist.noun_phrase(tree, subjects[0], 3)):
            return f"{who} to be {tree.tokens[clause].text.lower()}"  # "for the truce to be restored"
    for clause in tree.children(i, "ccomp") if facts.type == "REQUEST" else ():
        subjects = tree.children(clause, "nsubj")
        after = gist.complement(tree, clause)
        who = gist.noun_phrase(tree, subjects[0], 3) if subjects else ""
        if to_be_done := _to_be_done(facts, clause):
            return to_be_done
        told = after or tree.tokens[clause].lemma in listed("standing")
        if subjects and tree.tokens[clause].tag in ("VB", "VBP") and told and (who or facts.to):
            named = any(word[:1].isupper() for word in who.split())
            return f"{who if named or not facts.to else facts.to} {tree.tokens[clause].lemma} {after}".strip()
    return ""


def _to_be_done(facts: Facts, clause: int) -> str:
    """Return "foreign aid to Kyiv be ended" of a demand that it be so."""
    tree = facts.tree
    be = any(tree.tokens[c].text.lower() == "be" for c in tree.children(clause, "auxpass"))
    subject = next(iter(tree.children(clause, "nsubjpass")), None) if be else None
    bare = not tree.children(clause, "aux")  # neither "should be" nor "to be"
    who = gist.noun_phrase(tree, subject, 5, frozenset(("of", "on", "to"))) if bare else ""
    return f"{who} be {tree.tokens[clause].text.lower()}" if who else ""


def called(facts: Facts) -> str:
    """Return what something is called: "outrageous", "act of war", "as threat"."""
    tree, head = facts.tree, facts.hit.head
    for i in tree.children(head, "oprd"):
        token = tree.tokens[i]
        article = next(
            (tree.tokens[c].text for c in tree.children(i, "det") if tree.tokens[c].lemma in ("a", "an")), ""
        )
        return token.text if token.pos == "ADJ" else f"{article} {gist.noun_phrase(tree, i, 4)}".strip()
    named = tree.prep_object(head, "as") if facts.object is not None else None
    text = gist.noun_phrase(tree, named, 4)
    return f"as {text}" if text else ""
