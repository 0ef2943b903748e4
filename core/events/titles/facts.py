"""What a title is made from, and the pieces that all titles share: who, does what, to whom, where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from core.events.lexicon import standard
from core.events.matching import Hit
from core.events.places import Place
from core.events.syntax import Tree
from core.events.titles import gist
from core.events.titles.wording import Names, adjective, listed, present, short
from core.model import Status

_WORDS = re.compile(r"[^\s-]+")
_NEARBY = frozenset(("near", "outside", "across", "throughout", "off", "over", "around", "inside"))
_LED_BY = {"RETREAT": ("from",), "COERCE": ("to",)}
_ACTORS = ("force", "weapon", "vehicle", "people", "person", "group")


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one event when its title is written; ``told`` are the sides its sentence names.

    ``speaker`` is who speaks without being a side, as the sentence has it, and whether that is a plural.
    """

    tree: Tree
    hit: Hit
    topics: tuple[int, ...]  # nouns that name the same event: "agreed to a truce"
    verbal: bool
    type: str
    track: str
    mode: str
    status: Status
    disputed: bool  # denied by somebody, and not told as untrue
    source: tuple[str, ...]
    target: tuple[str, ...]
    told: tuple[str, ...]
    names: Names
    place: Place
    speaker: tuple[str, bool] = ("", False)

    @property
    def by(self) -> str:
        """Return the name of who does it."""
        return self.names.joined(self.source) or self.speaker[0]

    @property
    def to(self) -> str:
        """Return the name of whom it is done to."""
        return self.names.joined(self.target)

    @property
    def many(self) -> bool:
        """Say whether who does it takes a plural verb."""
        return self.names.plural(self.source) if self.source else self.speaker[1]

    @property
    def trigger(self) -> str:
        """Return the trigger's words, in lower case but for short names in capitals."""
        text = gist.joined(self.tree, list(self.hit.tokens))
        return text if text.isupper() and len(text) < 5 else text.lower()

    @property
    def particles(self) -> str:
        """Return what belongs to the trigger's verb: "down" of "shot down"; not what the verb acts on."""
        tree, head = self.tree, self.hit.head
        acted = tree.object(head)
        own = (i for i in self.hit.tokens if i != head and (acted is None or not tree.dominates(acted, i)))
        return " ".join(tree.tokens[i].text.lower() for i in own)

    @property
    def noun(self) -> str:
        """Return the trigger's lemmas, as the lexicon lists it."""
        return " ".join(self.hit.entry.words)

    @property
    def object(self) -> int | None:
        """Return what the trigger's verb acts on: its object, or what its own preposition governs."""
        if self.preposition and not self.tree.is_passive(self.hit.head):
            return self.tree.prep_object(self.hit.head, self.preposition)
        acted = self.tree.object(self.hit.head)
        if acted is not None and self.tree.tokens[acted].dep == "dative":
            return next(iter(self.tree.children(self.hit.head, "dobj")), acted)  # "give Kyiv missiles"
        return acted

    @property
    def preposition(self) -> str:
        """Return the preposition that a trigger like "fire on" ends with."""
        last = self.tree.tokens[self.hit.tokens[-1]]
        governs = bool(self.tree.children(self.hit.tokens[-1], "pobj"))
        return last.text.lower() if len(self.hit.tokens) > 1 and governs else ""


def speaker(tree: Tree, hit: Hit, target: Sequence[str]) -> tuple[str, bool]:
    """Return who says what a verb tells, where that is no side: "residents" of "residents demand an end".

    In "Russia accused of shelling Mariupol" the subject is whom it is said to.
    """
    i = tree.subject(hit.head) if hit.entry.verb and not tree.is_passive(hit.head) else None
    if i is None or tree.tokens[i].dep != "nsubj" or tree.tokens[i].pos not in ("NOUN", "PROPN"):
        return "", False
    who = gist.noun_phrase(tree, i, 3)
    if who in target:
        return "", False
    return who, tree.tokens[i].tag in ("NNS", "NNPS") or bool(tree.children(i, "conj"))


def adjectives(sides: Sequence[str]) -> str:
    """Return "Russian", "US and British" for the sides that act."""
    return " and ".join(adjective(side) for side in sides[:2])


def where(facts: Facts, default: str = "in", *, besides: str = "") -> str:
    """Return " in Kyiv", " near Kunduz"; empty where no place is named, or the title names it already."""
    name = facts.place.name
    if facts.track == "diplomatic":
        besides = f"{besides} {facts.by} {facts.to}"
    if not name or name in besides or name in facts.source:
        return ""
    if besides.endswith(" out"):
        return f" of {name}"  # "pushed out of X"
    if facts.place.preposition in _LED_BY.get(facts.type, ()):
        return f" {facts.place.preposition} {name}"  # "withdraws from X", "lays siege to X"
    if default == "in" and facts.place.preposition in ("on", "against"):
        return f" on {name}"
    moves = facts.type == "MOBILIZE" and facts.place.preposition in ("to", "into")
    if moves or facts.place.preposition in _NEARBY:
        return f" {facts.place.preposition} {name}"
    return f" {'at' if default == 'in' and name.split()[-1].lower() in listed('at') else default} {name}"


def verb_phrase(facts: Facts, *, plural: bool) -> str:
    """Return the trigger as the verb of a title: "strikes", "to fire on", "carries out air strikes"."""
    tree = facts.tree
    first, *others = facts.hit.tokens
    listed_so = facts.hit.entry.verb and first == facts.hit.head  # taggers may not know "retook"
    lemma = facts.hit.entry.words[0] if listed_so else tree.tokens[first].lemma
    parts = [said(facts.status, lemma, plural=plural)]
    own = tree.object(facts.hit.head)
    told: set[int] = set()
    for i in others:
        token = tree.tokens[i]
        if i in told and token.text.lower() != facts.preposition:
            continue  # "declares state of emergency": its "of emergency" is told
        if own is not None and own not in facts.hit.tokens and not tree.is_passive(facts.hit.head):
            if tree.dominates(own, i):
                continue  # "carried out dozens of strikes": the object tells it
            if token.text.lower() == facts.preposition:
                parts.append(gist.noun_phrase(tree, own, 4))  # "fired rockets at"
        is_noun = token.pos in ("NOUN", "PROPN") and i != first
        if any(j > i and tree.tokens[j].head != i and tree.dominates(j, i) for j in others):
            continue  # "declares martial law": its "martial" is told with "law"
        phrase = gist.noun_phrase(tree, i, 4, frozenset(("of", "on", "for"))) if is_noun else ""
        told.update(tree.subtree(i) if phrase else ())
        parts.append(phrase or token.text.lower())
    return " ".join(filter(None, parts))


def said(status: Status, lemma: str, *, plural: bool) -> str:
    """Return a verb as a status words it: "strikes", "to strike", "may strike", "urged to strike"."""
    ahead = {
        Status.PLANNED: f"to {lemma}",
        Status.HYPOTHETICAL: f"may {lemma}",
        Status.PROPOSED: f"urged to {lemma}",
        Status.DENIED: f"{'do' if plural else 'does'} not {lemma}",
        Status.CANCELLED: f"{'call' if plural else 'calls'} off plan to {lemma}",
    }
    return ahead.get(status) or present(lemma, plural=plural)


def subject(facts: Facts) -> tuple[str, bool]:
    """Return who acts, as a title names it, and whether that is a plural: "Israeli warplanes", "Russia"."""
    tree = facts.tree
    i = tree.subject(facts.hit.head)
    marks = tree.children(i, "det", "predet", "nummod") if i is not None else []
    several = {tree.tokens[c].lemma for c in marks} | set(facts.hit.entry.words)
    if several & (listed("swaps") | {"both", "two"}) and facts.source and facts.target:
        return facts.names.alike((*facts.source, *facts.target)), True
    guessed = not set(facts.source) & set(facts.told) or _is_only_met(facts, i)
    if i is not None and tree.tokens[i].pos == "PROPN" and guessed:
        text = gist.noun_phrase(tree, i, 3) or tree.tokens[i].text
        many = tree.tokens[i].tag == "NNPS" or _is_plural_of_war(tree.tokens[i].text.lower())
        return text, many  # one of whom no list knows the side: "Ismail Khan surrenders"
    if i is not None and tree.tokens[i].pos == "NOUN" and not tree.children(i, "conj"):
        double = any(tree.children(c, "conj") for c in tree.children(i, "amod"))  # "Thai and Lao troops"
        text = gist.noun_phrase(tree, i, 4 if double or tree.children(i, "prep") else 3)
        if text and text == facts.by:
            return text, facts.many
        plural = tree.tokens[i].tag == "NNS" or tree.tokens[i].lemma in listed("plural")
        named = any(word[:1].isupper() for word in text.split())
        in_force = facts.noun.endswith(("effect", "force", "hold"))  # "the truce takes effect"
        if text and (not facts.source or in_force or (named and _is_actor(tree, i))):
            return text, plural
        bare = tree.tokens[i].lemma != "group" and len(text.split()) < 3
        if text and bare and _is_actor(tree, i) and not tree.children(i, "nummod"):
            whose = "" if _is_only_met(facts, i) else adjectives(facts.source[:1])
            return f"{whose} {text}".strip(), plural
    return (facts.by, facts.many) if facts.by else _unnamed(tree, i)


def _unnamed(tree: Tree, i: int | None) -> tuple[str, bool]:
    """Return a doer that says little, where nothing says more: "sides agree to truce"."""
    if i is None or tree.tokens[i].pos != "NOUN" or tree.tokens[i].dep != "nsubj":
        return "", False
    return tree.tokens[i].text.lower(), tree.tokens[i].tag == "NNS"


def _is_only_met(facts: Facts, subject: int | None) -> bool:
    """Say whether the side taken for the doer is named by the object alone: "John Smith met Abbas"."""
    tree, acted = facts.tree, facts.tree.object(facts.hit.head)
    if subject is None or acted is None:
        return False
    names = {facts.by, *names_of(facts.source)} - {""}
    phrases = (gist.joined(tree, tree.subtree(subject)), gist.noun_phrase(tree, acted, preps=frozenset()))
    by_doer, by_object = (any(name in phrase for name in names) for phrase in phrases)
    return by_object and not by_doer


def _is_plural_of_war(word: str) -> bool:
    """Say whether a word taken for a name is a plural of fighters or weapons: "Drones hit X" in a list."""
    classes = standard().classes
    return word.endswith("s") and word[:-1] in classes["weapon"] | classes["force"]


def _is_actor(tree: Tree, i: int) -> bool:
    classes = standard().classes
    lemmas = [tree.tokens[h].lemma for h in tree.heads(i)]
    return any(lemma in classes[name] for name in _ACTORS for lemma in lemmas)


def object_text(facts: Facts, i: int | None, most: int = 5) -> str:
    """Return what a verb acts on: the place where that is one, the phrase in short, else the target."""
    tree = facts.tree
    if i is None:
        return facts.to
    place = facts.place.name
    named = tree.tokens[i].lemma in listed("areas") and facts.place.preposition in ("of", "")
    if place and (named or tree.tokens[i].text in _WORDS.findall(place)):
        return place  # "the city of Sirte" is Sirte
    text = gist.noun_phrase(tree, i, most)
    own = "" if _is_only_met(facts, tree.subject(facts.hit.head)) else adjectives(facts.source[:1])
    text = text.removeprefix(f"{own} ") if own else text
    if not text and tree.tokens[i].pos not in ("PROPN", "PRON"):
        return "" if facts.track == "diplomatic" else facts.to
    return text or facts.to


def names_of(sides: Sequence[str]) -> tuple[str, ...]:
    """Return the words by which a title may name sides."""
    return (*(short(side) for side in sides), *(adjective(side) for side in sides), *sides)
