"""Finds the triggers of a parsed sentence: the longest lexicon entry at each word whose frame fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.events.frames import fits
from core.events.lexicon import Entry, Lexicon, base, word_set
from core.events.syntax import NOMINAL, Tree
from core.model import Token

SHOTDOWN = "shotdown"  # the lexicon's mode for air defence: the mode is that of what was shot down
_MISREAD = ("VBG", "VBZ", "VBP")  # tags of verbs; what stands where a noun must is one all the same
_PURPOSES = ("relcl", "acl", "advcl")
_WINDOW = 8  # how far a phrase like "issued a stern new ultimatum" may stretch, in words


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found: its entry, the token that carries the syntax, and all its tokens (sorted)."""

    entry: Entry
    head: int
    tokens: tuple[int, ...]


def is_verb(tree: Tree, hit: Hit) -> bool:
    """Say whether a trigger is used as a verb, as a listed noun is in "where they were meeting X"."""
    acting = tree.tokens[hit.head].tag == "VBG" and bool(tree.children(hit.head, "nsubj"))
    return hit.entry.verb or acting


def find(tree: Tree, lexicon: Lexicon) -> list[Hit]:
    """Return the triggers of a sentence in order; no two share a token."""
    hits = [hit for i in range(len(tree.tokens)) if (hit := _at(tree, i, lexicon)) is not None]
    hits.sort(key=lambda hit: (-len(hit.tokens), hit.head))
    taken: set[int] = set()
    kept = []
    for hit in hits:
        if taken.isdisjoint(hit.tokens):
            taken.update(hit.tokens)
            kept.append(hit)
    kept.sort(key=lambda hit: hit.head)
    return [_as_named_before(tree, hit, kept[:i]) for i, hit in enumerate(kept)]


def _as_named_before(tree: Tree, hit: Hit, before: Sequence[Hit]) -> Hit:
    """Return an attack on "it" as what its sentence named it: "a cyberattack ... said it was attacked"."""
    victim = tree.object(hit.head)
    general = hit.entry.verb and hit.entry.words == ("attack",)
    if not general or victim is None or tree.tokens[victim].pos != "PRON":
        return hit
    named = [one.entry for one in before if one.entry.words[-1].endswith("attack") and not one.entry.verb]
    return replace(hit, entry=replace(hit.entry, type=named[-1].type, mode=named[-1].mode)) if named else hit


def _at(tree: Tree, i: int, lexicon: Lexicon) -> Hit | None:
    token = tree.tokens[i]
    misread = token.tag in _MISREAD and (token.dep in NOMINAL or _is_stepped_up(tree, i))
    if misread and (nouns := _nouns(token, lexicon)):
        return _first(tree, i, nouns, lexicon)  # "shelling hit a market", "for NATO airstrikes"
    if token.pos in ("VERB", "AUX") or token.tag in ("VBN", "VBG", "VBD") or _is_mistaken(tree, i):
        if token.dep == "amod" and not tree.children(i, "agent"):
            return None  # "besieged town", "Russian-backed": a state, not an occasion
        if token.tag == "VBN" and (token.dep in NOMINAL or _tells_a_state(tree, i)):
            return None  # "among the wounded"
        entries = lexicon.verbs.get(token.lemma) or lexicon.verbs.get(base(token.text.lower()), ())
        found = _first(tree, i, entries, lexicon)
        if found is not None or token.text.lower() not in lexicon.nouns:
            return found
    if token.pos in ("NOUN", "PROPN") or token.tag == "VBG":
        return _first(tree, i, _nouns(token, lexicon), lexicon)
    return None


def _is_stepped_up(tree: Tree, i: int) -> bool:
    """Say whether a noun in -ing is the object of a verb that adds little: "steps up shelling"."""
    before = tree.tokens[i - 1] if i else tree.tokens[i]
    verb = tree.tokens[before.head] if before.tag == "RP" else before
    return before.tag == "RP" and tree.tokens[i].tag == "VBG" and verb.lemma in word_set("light")


def _is_mistaken(tree: Tree, i: int) -> bool:
    """Say whether the tagger took a headline's verb for a noun: it has a subject and an object."""
    return tree.tokens[i].dep == "ROOT" and all(tree.children(i, dep) for dep in ("nsubj", "dobj"))


def _tells_a_state(tree: Tree, i: int) -> bool:
    """Say whether a participle says how somebody is: "to free those who are ill, wounded or young"."""
    above = tree.tokens[tree.tokens[i].head]
    return above.pos == "ADJ" or (tree.tokens[i].dep == "conj" and above.tag == "VB")  # joined to "free"


def _nouns(token: Token, lexicon: Lexicon) -> tuple[Entry, ...]:
    """Look a noun up; in headlines the model takes plurals for names and leaves them as they are."""
    lemma, lower = token.lemma, token.text.lower()
    for form in (lemma, lower, lemma.removesuffix("s"), lemma.removesuffix("es")):
        if form in lexicon.nouns:
            return lexicon.nouns[form]
    return ()


def _first(tree: Tree, i: int, entries: tuple[Entry, ...], lexicon: Lexicon) -> Hit | None:
    for entry in entries:
        tokens = _verb_tokens(tree, i, entry) if entry.verb else _noun_tokens(tree, i, entry)
        if tokens and fits(tree, i, entry, lexicon):
            return Hit(entry, i, tokens)
    return None


def _verb_tokens(tree: Tree, i: int, entry: Entry) -> tuple[int, ...]:
    """Return the tokens of a verb and its particles, prepositions and nouns, which must depend on it."""
    if len(entry.words) > 1 and not tree.words.issuperset(entry.words[1:]):
        return ()
    found = [i]
    for word in entry.words[1:]:
        after = found[-1] + 1
        near = range(after, min(after + _WINDOW, len(tree.tokens)))
        place = next((j for j in near if _is(tree, j, word) and _belongs(tree, i, found[-1], j)), None)
        if place is None and word is entry.words[-1]:  # "sanctions were lifted"
            place = next((j for j in tree.children(i, "nsubjpass") if _is(tree, j, word)), None)
        if place is None:
            return ()
        found.append(place)
    return tuple(sorted(found))


def _belongs(tree: Tree, verb: int, previous: int, j: int) -> bool:
    """A noun of the phrase must depend on its verb; a particle or preposition directly so, or follow it."""
    token = tree.tokens[j]
    if any(tree.tokens[c].lemma in word_set("calendar") for c in tree.children(j, "pobj")):
        return False  # "called the president on Friday"
    if token.tag == "VB" and token.dep in _PURPOSES:
        return False  # "launched drones to attack the port" is no "launched an attack"
    if token.lemma == "as" and tree.tokens[token.head].head == verb:
        return True  # "hold families as shields"
    beside = j == previous + 1 or (j == previous + 2 and tree.tokens[j - 1].dep == "neg")
    if beside or token.head in (verb, previous):
        return j - previous <= 4 or token.dep in ("dobj", "prt")
    above = list(tree.ancestors(j))
    if token.pos not in ("NOUN", "PROPN", "PRON", "VERB") or verb not in above:
        return False
    # "carried out the raid to avenge the air strikes" tells of no strikes carried out
    return all(tree.tokens[a].lemma not in word_set("answers") for a in above[: above.index(verb)])


def _noun_tokens(tree: Tree, i: int, entry: Entry) -> tuple[int, ...]:
    """Return the tokens of a compound, read backwards from its head, or of "exchange of prisoners"."""
    found = [i]
    j = i
    for word in reversed(entry.words[: entry.head]):
        j -= 1
        if j >= 0 and tree.tokens[j].text == "-":
            j -= 1
        if j < 0 or not _is(tree, j, word):
            return ()
        found.append(j)
    j = i
    for word in entry.words[entry.head + 1 :]:
        near = range(j + 1, min(j + 5, len(tree.tokens)))
        place = next((k for k in near if _is(tree, k, word)), None)
        if place is None:
            return ()
        found.append(place)
        j = place
    return tuple(sorted(found))


def _is(tree: Tree, j: int, word: str) -> bool:
    token = tree.tokens[j]
    return word in (token.lemma, token.text.lower()) or token.text.lower() == word + "s"
