"""What speaks for and against a trigger naming a particular event: the evidence behind the confidence."""

from collections.abc import Sequence
from functools import cache

from core.events.frames import in_class
from core.events.lexicon import Lexicon, load, word_set, words
from core.events.matching import Hit
from core.events.syntax import Tree
from core.model import Status

_ACTS = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"))


def evidence(
    tree: Tree,
    hit: Hit,
    hits: Sequence[Hit],
    lexicon: Lexicon,
    *,
    status: Status,
    dated: bool,
    setting: float,
    told: int,
    position: float,
) -> dict[str, float]:
    """Return the named features of a trigger in its sentence, each 0..1.

    ``hits`` are all triggers of the sentence; ``dated`` says whether a time is told, ``setting`` how much the
    article is about conflict, ``told`` how often the same word named an event before,
    ``position`` where in the article the sentence stands, from 0 to 1.
    """
    entry, token = hit.entry, tree.tokens[hit.head]
    values = {
        "bias": 1.0,
        f"type:{entry.track[:1]}:{entry.type}": 1.0,
        f"strength:{entry.strength}": 1.0,
        f"status:{status}": 1.0,
        f"block:{tree.sentence.kind}": 1.0,
        "dated": float(dated),
        "setting": setting,
        "harm": float(entry.harm),
        f"dep:{token.dep}": 1.0,
        "quoted": float(_in_quotes(tree, hit.head)),
        "long": min(len(tree.tokens) / 60, 1.0),
        "general": float(_is_general(tree, hit.head)),
    }
    names = sum(t.pos == "PROPN" and t.dep != "compound" for t in tree.tokens)
    values |= {f"names:{min(names, 3)}": 1.0}
    values |= _place_in_sentence(tree, hit, hits, dated=dated)
    kind = "verb" if entry.verb else "noun"
    values |= {
        f"{kind}:{entry.type}": 1.0,
        f"undated:{kind}:{entry.strength}": float(not dated),
        f"{entry.type}:{status}": 1.0,
        "told": min(told, 4) / 4,
        "told:undated": min(told, 4) / 4 * (not dated),
        f"lemma:{token.lemma}": 1.0,
        f"{entry.type}:{token.dep}": 1.0,
        "position": position,
        "lead": float(position < 0.1),
    }
    values |= _verb_evidence(tree, hit, lexicon) if entry.verb else _noun_evidence(tree, hit)
    return {name: value for name, value in values.items() if value}


def _place_in_sentence(tree: Tree, hit: Hit, hits: Sequence[Hit], *, dated: bool) -> dict[str, float]:
    clause = tree.clause_head(hit.head)
    beside = [other for other in hits if other is not hit and other.entry.track == hit.entry.track]
    above = [other for other in hits if other is not hit and tree.dominates(other.head, hit.head)]
    verb = tree.tokens[clause]
    return {
        f"clause:{verb.dep}": 1.0,
        f"clause tag:{verb.tag}": 1.0,
        "beside": min(len(beside), 3) / 3,
        "alone": float(len(hits) == 1),
        "under same": float(any(other.entry.track == hit.entry.track for other in above)),
        "under other": float(any(other.entry.track != hit.entry.track for other in above)),
        "under act": float(
            any(other.entry.type in ("REQUEST", "ACCUSE", "REJECT", "THREATEN") for other in above)
        ),
        "content": float(
            hit.entry.track == "diplomatic"
            and any(other.entry.type in _ACTS and other.entry.track == hit.entry.track for other in above)
        ),
        "content undated": float(
            not dated
            and hit.entry.track == "diplomatic"
            and any(other.entry.type in _ACTS and other.entry.track == hit.entry.track for other in above)
        ),
        "in relative": float(any(tree.tokens[a].dep == "relcl" for a in tree.ancestors(hit.head))),
        "in adverbial": float(any(tree.tokens[a].dep == "advcl" for a in tree.ancestors(hit.head))),
        "in reported": float(any(tree.tokens[a].dep == "ccomp" for a in tree.ancestors(hit.head))),
        "depth": min(sum(1 for _ in tree.ancestors(hit.head)), 10) / 10,
        "first half": float(hit.head < len(tree.tokens) / 2),
    }


def _verb_evidence(tree: Tree, hit: Hit, lexicon: Lexicon) -> dict[str, float]:
    head = hit.head
    subject, target = tree.subject(head), tree.object(head)
    tag = tree.tokens[head].tag
    auxiliaries = {tree.tokens[c].lemma for c in tree.children(head, "aux", "auxpass")}
    return {
        "verb": 1.0,
        f"tag:{tag}": 1.0,
        "perfect": float("have" in auxiliaries),
        "to": float("to" in auxiliaries),
        "modal": float(bool(auxiliaries & {"would", "could", "may", "might", "can"})),
        "v:subject": float(subject is not None),
        "v:actor": float(subject is not None and in_class(tree, subject, ("actor",), lexicon)),
        "v:name": float(subject is not None and tree.tokens[subject].pos == "PROPN"),
        "v:object": float(target is not None),
        "v:object name": float(target is not None and tree.tokens[target].pos == "PROPN"),
    }


def _noun_evidence(tree: Tree, hit: Hit) -> dict[str, float]:
    head = hit.head
    token = tree.tokens[head]
    determiners = {tree.tokens[c].text.lower() for c in tree.children(head, "det")}
    above = tree.tokens[token.head]
    names = any(tree.tokens[c].pos == "PROPN" for c in tree.children(head, "poss", "compound", "nmod"))
    adjective = any(tree.tokens[c].text[:1].isupper() for c in tree.children(head, "amod"))
    governed = tree.prep_object(head)
    plural = token.tag in ("NNS", "NNPS")
    return {
        "noun": 1.0,
        "n:the": float(bool(determiners & {"the", "this", "that", "these", "those"})),
        "n:a": float(bool(determiners & {"a", "an", "another"})),
        "n:no": float(bool(determiners & {"no", "any", "every", "such"})),
        "n:bare plural": float(
            plural and not determiners and not tree.children(head, "poss", "amod", "nummod", "prep")
        ),
        "n:plural": float(plural),
        "n:owner": float(bool(tree.children(head, "poss"))),
        "n:party": float(names or adjective),
        "n:prep": float(governed is not None),
        "n:prep name": float(
            governed is not None and any(tree.tokens[h].pos == "PROPN" for h in tree.heads(governed))
        ),
        "n:light": float(above.pos == "VERB" and above.lemma in word_set("light")),
        "n:recent": float(
            not word_set("recent").isdisjoint(tree.tokens[c].lemma for c in tree.children(head, "amod"))
        ),
        "n:number": float(bool(tree.children(head, "nummod"))),
        f"n:above:{above.pos}": 1.0,
        f"n:det:{next(iter(sorted(determiners)), '-')}": 1.0,
        "n:compound": float(len(hit.tokens) > 1),
        "n:bare": float(not tree.children(head)),
        "n:relative": float(bool(tree.children(head, "relcl", "acl"))),
    }


def _in_quotes(tree: Tree, i: int) -> bool:
    return sum(token.text in ('"', "“", "``") for token in tree.tokens[:i]) % 2 == 1


def _is_general(tree: Tree, head: int) -> bool:
    general = set(words(load("cues.toml")["general"]["words"]))
    clause = tree.clause_head(head)
    return any(tree.tokens[c].lemma in general for c in (*tree.children(clause), *tree.children(head)))


def setting(sentence_words: Sequence[set[str]]) -> float:
    """Return how much an article is about conflict: thrice the share of warlike sentences, at most 1."""
    if not sentence_words:
        return 0.0
    return min(3 * sum(is_warlike(found) for found in sentence_words) / len(sentence_words), 1.0)


def is_warlike(found: set[str]) -> bool:
    """Say whether any of the words belongs to war."""
    return not _war().isdisjoint(found)


@cache
def _war() -> frozenset[str]:
    return frozenset(words(load("setting.toml")["war"]))
