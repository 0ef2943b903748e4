"""Decides whether a trigger word is meant in the sense of its lexicon entry, by what stands around it."""

from functools import cache

from core.events.lexicon import Entry, Lexicon, load, words
from core.events.syntax import NOMINAL, Tree
from core.events.wordclasses import ACTORS, in_class, is_name, plainly_in
from core.model import BlockKind

_PERHAPS = frozenset(("may", "might", "could", "would"))
_SEVERAL = ("they", "both", "two", "three")


def fits(tree: Tree, head: int, entry: Entry, lexicon: Lexicon) -> bool:
    """Say whether subject, object, prepositions and modifiers are those that the entry asks for."""
    return _verb_fits(tree, head, entry, lexicon) if entry.verb else _noun_fits(tree, head, entry, lexicon)


def _verb_fits(tree: Tree, head: int, entry: Entry, lexicon: Lexicon) -> bool:
    subject, target = tree.subject(head), _object(tree, head, entry)
    if not (
        _subject_fits(tree, subject, entry, lexicon) and _object_fits(tree, head, target, entry, lexicon)
    ):
        return False
    if (entry.together and not _are_several(tree, subject)) or not _clause_fits(tree, head, subject, entry):
        return False
    return _complement_fits(tree, head, entry, lexicon) and _preps_fit(tree, head, entry, lexicon)


def _clause_fits(tree: Tree, head: int, subject: int | None, entry: Entry) -> bool:
    """Say whether the verb has the clause that the entry asks for, and no object where it must have none."""
    if entry.intransitive and tree.children(head, "dobj"):
        return False
    if entry.to_clause and not any(_is_to_clause(tree, c) for c in tree.children(head, "xcomp", "ccomp")):
        return False
    return not (
        (entry.urges and not _urges(tree, head)) or (entry.blames and not _blames(tree, head, subject))
    )


def _subject_fits(tree: Tree, subject: int | None, entry: Entry, lexicon: Lexicon) -> bool:
    roles = dict(entry.roles)
    if subject is None:
        return not (entry.strict and "subject" in roles and "object" not in roles)
    if "subject" in roles and not in_class(tree, subject, roles["subject"], lexicon):
        return False
    telling, of = [subject], tree.prep_object(subject, "of")
    if of is not None and not in_class(tree, subject, ACTORS, lexicon):
        telling.append(of)  # "a war of words broke out", but not "envoys of the army met"
    return not any(plainly_in(tree, i, roles.get("not_subject", ()), lexicon) for i in telling)


def _object_fits(tree: Tree, head: int, target: int | None, entry: Entry, lexicon: Lexicon) -> bool:
    roles = dict(entry.roles)
    names, banned = roles.get("object", ()), roles.get("not_object", ())
    joined = () if target is None else (target, *tree.children(target, "conj"))
    if joined and all(plainly_in(tree, i, banned, lexicon) for i in joined):
        return False  # but not "killed himself and four others"
    if not names:
        return True
    if target is None:
        fits_alone = "none" in names or not entry.strict or tree.is_passive(head)
    else:
        token = tree.tokens[target]
        named = token.lemma in entry.words[1:] or token.text.lower() in entry.words[1:]
        given = tree.children(head, "dobj")  # "gave Kyiv missiles", "flew students out of Kharkiv"
        fits_alone = named or any(in_class(tree, i, names, lexicon) for i in (target, *given))
    supplied = tree.prep_object(head, "with")  # "supply rebels with arms"
    return fits_alone or (supplied is not None and in_class(tree, supplied, names, lexicon))


def _complement_fits(tree: Tree, head: int, entry: Entry, lexicon: Lexicon) -> bool:
    """Say whether what the verb calls its object is of the class asked for: "called it a lie"."""
    roles = dict(entry.roles)
    if "complement" not in roles and "not_complement" not in roles:
        return True
    objects = [i for i in tree.children(head, "dobj", "nsubjpass") if tree.tokens[i].tag != "WP"]
    named = [c for i in objects for c in (*tree.children(head, "oprd"), *tree.children(i, "dobj"))]
    named += [c for c in tree.children(head, "prt") if tree.tokens[c].lemma == "over"]  # "declared it over"
    preps = [p for i in (head, *objects) for p in tree.children(i, "prep")]
    named += [c for p in preps if tree.tokens[p].lemma == "as" for c in tree.children(p)]
    if "not_complement" in roles:  # "left ten people dead", however parsed
        return not named and all(tree.tokens[c].pos != "ADJ" for c in tree.children(head, "ccomp"))
    lemmas = {tree.tokens[i].lemma for c in named for i in tree.subtree(c)}
    return any(not lemmas.isdisjoint(lexicon.classes[name]) for name in roles["complement"])


def _are_several(tree: Tree, subject: int | None) -> bool:
    """Say whether a subject stands for more than one: "the two leaders spoke"."""
    if subject is None:
        return False
    token = tree.tokens[subject]
    return token.tag in ("NNS", "NNPS") or token.lemma in _SEVERAL or bool(tree.children(subject, "conj"))


def _urges(tree: Tree, head: int) -> bool:
    """Say whether the clause reported says what someone must or should do."""
    for clause in tree.children(head, "ccomp"):
        auxiliaries = {tree.tokens[aux].lemma for aux in tree.children(clause, "aux")}
        needs = tree.tokens[clause].lemma in ("have", "need") and auxiliaries.isdisjoint(_PERHAPS)
        needs = needs and any(_is_to_clause(tree, c) for c in tree.children(clause, "xcomp"))
        subjects = tree.children(clause, "nsubj", "nsubjpass")
        named = any(is_name(tree.tokens[i]) for i in subjects)  # "we have to" is asked of nobody
        if subjects and ((needs and named) or auxiliaries & {"must", "should"}):
            return True
    return False


def _blames(tree: Tree, head: int, speaker: int | None) -> bool:
    """Say whether the clause reported tells a misdeed of someone else, named in it.

    Only what a side or a person says is a charge: "officials said" does but tell where the news is from.
    """
    if speaker is None or not _is_of_a_side(tree, speaker):
        return False
    blame = _blame()
    for clause in tree.children(head, "ccomp"):
        accused = next(iter(tree.children(clause, "nsubj", "nsubjpass")), None)
        if accused is None or tree.tokens[accused].lemma == tree.tokens[speaker].lemma:
            continue
        near = [
            clause,
            *tree.children(clause),
            *(
                c
                for x in tree.children(clause, "xcomp", "dobj", "attr", "advcl")
                for c in (x, *tree.children(x))
            ),
        ]
        if is_name(tree.tokens[accused]) and any(tree.tokens[i].lemma in blame for i in near):
            return True
    return False


def _is_of_a_side(tree: Tree, speaker: int) -> bool:
    """Say whether a speaker has a name, or that of a side: "Ukraine's army"; or stands for one who has."""
    told = (speaker, *tree.children(speaker, "amod", "compound", "poss", "nmod", "conj", "appos"))
    of = tree.prep_object(speaker, "of", "for")
    named = (*told, of) if of is not None else told
    return any(is_name(tree.tokens[i]) or tree.tokens[i].tag == "PRP" for i in named)


@cache
def _blame() -> frozenset[str]:
    return frozenset(words(load("blame.toml")["words"]))


def _object(tree: Tree, head: int, entry: Entry) -> int | None:
    """Return the object; with "fire on" that of the preposition, with "take control of" that of the noun."""
    if len(entry.words) > 1:
        found = tree.prep_object(head, *entry.words[1:])
        if found is not None:
            return found
        for noun in tree.children(head, "dobj"):
            of = tree.prep_object(noun, "of", "from")
            if tree.tokens[noun].lemma in entry.words and of is not None:
                return of
    return tree.object(head)


def _is_to_clause(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[c].tag == "TO" for c in tree.children(clause, "aux"))


def _preps_fit(tree: Tree, head: int, entry: Entry, lexicon: Lexicon) -> bool:
    def governs(prep: str, names: str) -> bool:
        found = tree.prep_object(head, prep)
        return found is not None and in_class(tree, found, words(names), lexicon)

    if any(governs(prep, names) for prep, names in entry.not_with_prep):
        return False
    return not entry.with_prep or any(governs(prep, names) for prep, names in entry.with_prep)


def _is_only_a_name(tree: Tree, head: int) -> bool:
    """Say whether a noun is but the name of somebody: "criticised Amnesty"."""
    token = tree.tokens[head]
    if head == 0 or token.tag != "NNP" or not token.text[:1].isupper() or token.text.isupper():
        return False
    return tree.sentence.kind is not BlockKind.TITLE and not tree.children(head) and token.dep in NOMINAL


def _noun_fits(tree: Tree, head: int, entry: Entry, lexicon: Lexicon) -> bool:
    token = tree.tokens[head]
    modifies = token.dep in ("compound", "amod", "nmod") and tree.tokens[token.head].pos in ("NOUN", "PROPN")
    if modifies and not (tree.sentence.kind is BlockKind.TITLE and token.pos == "PROPN"):
        return False  # "attack aircraft", "talks venue": the head decides what it is
    roles = dict(entry.roles)
    under = tree.tokens[token.head].lemma
    if any(under in lexicon.classes.get(name, ()) for name in roles.get("not_under", ())):
        return False
    of = tree.prep_object(head, "of")
    allowed = roles.get("of_only", ())
    if of is not None and allowed and not in_class(tree, of, (*allowed, "actor", "place"), lexicon):
        return False
    if _is_only_a_name(tree, head) or not _preps_fit(tree, head, entry, lexicon):
        return False
    banned = roles.get("not_noun_of", ())
    around = {tree.tokens[c].text.lower() for c in tree.children(head, "compound", "amod", "nmod")}
    topic = tree.prep_object(head, "of", "about", "over", "on", "in", "for", "at")
    if topic is not None and tree.tokens[topic].pos != "PROPN":
        around.add(tree.tokens[topic].lemma)
    around.difference_update(entry.words)
    return not any(word in lexicon.classes.get(name, ()) for name in banned for word in around)
