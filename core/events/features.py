"""What speaks for and against a trigger naming a particular event: the evidence behind the confidence.

The names are those of ``data/weights.toml``, which says how much each of them counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.events.lexicon import Lexicon, word_set
from core.events.matching import Hit
from core.events.syntax import Tree
from core.events.wordclasses import in_class, is_name
from core.model import Status

_ACTS = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN"))
_ACTS_AND_DEALS = _ACTS | {"AGREE", "SUPPORT"}
_REPORTING = ("say", "report", "tell", "accord", "announce", "add")
_CONDITIONS = ("if", "whether", "unless")
_ASSERTED = frozenset(("ROOT", "ccomp", "conj", "parataxis"))
_ASIDE = {
    "relcl": "relative",
    "acl": "relative",
    "advcl": "adverbial",
    "pcomp": "gerund",
    "xcomp": "infinitive",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a trigger beside its sentence's syntax.

    ``own_time`` tells whether a time stands in its own clause, ``ahead`` whether that is a day to come.
    ``setting`` tells how much the article is about conflict, ``told`` how often the same word named an event
    before, ``position`` where in the article the sentence stands, from 0 to 1.
    """

    status: Status
    dated: bool
    own_time: bool
    ahead: bool
    setting: float
    told: int
    position: float


def evidence(
    tree: Tree, hit: Hit, hits: Sequence[Hit], lexicon: Lexicon, context: Context
) -> dict[str, float]:
    """Return the features of a trigger among all ``hits`` of its sentence, each 0 to 1, zeros left out."""
    values = dict(_of_the_trigger(tree, hit, context))
    values |= _of_the_sentence(tree, hit, hits, context)
    values |= _of_the_verb(tree, hit, lexicon) if hit.entry.verb else _of_the_noun(tree, hit, context)
    return {name: float(value) for name, value in values.items() if value}


def _of_the_trigger(tree: Tree, hit: Hit, context: Context) -> Iterator[tuple[str, float]]:
    entry, token = hit.entry, tree.tokens[hit.head]
    kind = "verb" if entry.verb else "noun"
    yield "bias", 1
    yield f"type {entry.track}:{entry.type}", 1
    yield f"{kind} {entry.type}", 1
    yield f"{kind} of strength {entry.strength}", 1
    yield f"undated {kind} of strength {entry.strength}", not context.dated
    yield f"status {context.status}", 1
    yield f"dep {token.dep}", 1
    yield "dated", context.dated
    yield "time of its own", context.own_time
    yield "day ahead", context.ahead
    yield f"word {token.lemma.lower()}", 1
    yield "harm", entry.harm
    yield "setting", context.setting
    yield "told before", min(context.told, 4) / 4
    yield "told before, undated", min(context.told, 4) / 4 * (not context.dated)
    yield "position", context.position
    yield "lead", context.position < 0.1
    yield "phrase", len(hit.tokens) > 1


def _of_the_sentence(tree: Tree, hit: Hit, hits: Sequence[Hit], context: Context) -> dict[str, float]:
    clause = tree.clause_head(hit.head)
    above = list(tree.ancestors(hit.head))
    over = [other for other in hits if other is not hit and other.head in above]
    same = [other for other in hits if other is not hit and other.entry.track == hit.entry.track]
    named = _named(tree)
    names = sum(tree.tokens[i].dep != "compound" for i in named)
    near = sum(i in named for i in tree.subtree(clause))
    told = hit.entry.track == "diplomatic" and any(o.entry.type in _ACTS_AND_DEALS for o in over)
    path = [i for i in (hit.head, *above) if tree.tokens[i].pos in ("VERB", "AUX")]
    asides = {_ASIDE[tree.tokens[i].dep] for i in path if tree.tokens[i].dep in _ASIDE}
    lemmas = {token.lemma for token in tree.tokens}
    return {
        "reported": not lemmas.isdisjoint(_REPORTING),
        "conditional": not lemmas.isdisjoint(_CONDITIONS),
        "number": any(token.pos == "NUM" for token in tree.tokens),
        f"block {tree.sentence.kind}": 1,
        f"names {min(names, 3)}": 1,
        "names near": min(near, 4) / 4,
        f"clause {tree.tokens[clause].dep}": 1,
        f"clause tag {tree.tokens[clause].tag}": 1,
        "asserted": all(tree.tokens[i].dep in _ASSERTED for i in path),
        **{f"in {aside}": 1 for aside in asides},
        "in reported": any(tree.tokens[i].dep == "ccomp" for i in path),
        "beside": min(len(same), 3) / 3,
        "alone": len(hits) == 1,
        "first": hits[0] is hit,
        "under same track": any(o.entry.track == hit.entry.track for o in over),
        "under other track": any(o.entry.track != hit.entry.track for o in over),
        "under act": any(o.entry.type in _ACTS for o in over),
        "content": told,
        "content, undated": told and not context.dated,
        "depth": min(len(above), 10) / 10,
        "first half": hit.head < len(tree.tokens) / 2,
        "long": min(len(tree.tokens) / 60, 1),
        "quoted": tree.in_quotes(hit.head),
        "first person": _first_person(tree, clause),
    }


def _of_the_verb(tree: Tree, hit: Hit, lexicon: Lexicon) -> dict[str, float]:
    head = hit.head
    subject, target = tree.subject(head), tree.object(head)
    foe = tree.prep_object(head, "with", "against")
    auxiliaries = {tree.tokens[c].lemma for c in tree.children(head, "aux", "auxpass")}
    return {
        f"verb tag {tree.tokens[head].tag}": 1,
        "verb perfect": "have" in auxiliaries,
        "verb past perfect": any(
            tree.tokens[c].text.lower() in ("had", "'d") for c in tree.children(head, "aux")
        ),
        "verb infinitive": "to" in auxiliaries,
        "verb modal": bool(auxiliaries & {"would", "could", "may", "might", "can"}),
        "verb with subject": subject is not None,
        "verb with actor": subject is not None and in_class(tree, subject, ("actor",), lexicon),
        "verb with name": subject is not None and tree.tokens[subject].pos == "PROPN",
        "verb with object": target is not None,
        "verb against actor": foe is not None and in_class(tree, foe, ("actor", "force"), lexicon),
        "verb with named object": target is not None and tree.tokens[target].pos == "PROPN",
    }


def _of_the_noun(tree: Tree, hit: Hit, context: Context) -> dict[str, float]:
    head = hit.head
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    determiners = {tree.tokens[c].text.lower() for c in tree.children(head, "det")}
    definite = bool(determiners & {"the", "this", "that", "these", "those"})
    governed = tree.prep_object(head)
    plural = token.tag in ("NNS", "NNPS")
    owners = tree.children(head, "poss", "compound", "nmod")
    return {
        "noun definite": definite,
        "noun definite, undated": definite and not context.dated,
        "noun indefinite": bool(determiners & {"a", "an", "another"}),
        "noun negated": bool(determiners & {"no", "any", "every", "such"}),
        "noun plural": plural,
        "noun naming": _is_named(tree, head),
        "noun pointing back": definite and not context.dated and not _is_named(tree, head),
        "noun bare": not tree.children(head),
        "noun bare plural": plural
        and not determiners
        and not tree.children(head, "poss", "amod", "nummod", "prep"),
        "noun with owner": bool(tree.children(head, "poss")),
        "noun with party": any(tree.tokens[c].pos == "PROPN" for c in owners)
        or any(tree.tokens[c].text[:1].isupper() for c in tree.children(head, "amod")),
        "noun with phrase": governed is not None,
        "noun with named phrase": governed is not None
        and any(tree.tokens[h].pos == "PROPN" for h in tree.heads(governed)),
        "noun with number": bool(tree.children(head, "nummod")),
        "noun with clause": bool(tree.children(head, "relcl", "acl")),
        "noun singled out": not word_set("recent").isdisjoint(
            tree.tokens[c].lemma for c in tree.children(head, "amod")
        ),
        "noun of light verb": above.pos == "VERB" and above.lemma in word_set("light"),
        f"noun under {above.pos}": 1,
        f"noun after {above.text.lower()}": token.dep == "pobj",
    }


def _is_named(tree: Tree, head: int) -> bool:
    """Say whether a proper name stands in the phrase of a noun."""
    return any(tree.tokens[i].pos == "PROPN" for i in tree.subtree(head))


def _first_person(tree: Tree, clause: int) -> bool:
    return any(tree.tokens[c].lemma in ("i", "we") for c in tree.children(clause, "nsubj", "nsubjpass"))


@lru_cache(maxsize=8)  # all triggers of a sentence ask
def _named(tree: Tree) -> frozenset[int]:
    """Return the words that are names or made of one: "Afghan and German forces"."""
    return frozenset(
        i
        for i, token in enumerate(tree.tokens)
        if token.pos == "PROPN" or (i > 0 and token.pos == "ADJ" and is_name(token))
    )
