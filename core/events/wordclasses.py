"""Says whether a noun phrase is of one of the word classes (``data/classes.toml``) of the frames."""

from collections.abc import Iterable

from core.events.lexicon import Lexicon, word_set
from core.events.parties.names import Kind, fold
from core.events.parties.names import names as known_names
from core.events.syntax import Tree
from core.model import Token

_NAMED = frozenset(("actor", "place", "person", "official"))  # a proper name may be any of these
_OWNED = frozenset(("actor", "place"))  # so may what belongs to one: "Libya's main port"
_BY_MODIFIER = frozenset(("peacekeeper", "relief", "navy"))  # "aid convoy", "carrier group"
_COUNTED = frozenset(("weapon", "vehicle", "people"))  # "six of them" may be of these
_CURRENCIES = ("$", "€", "£")
ACTORS = ("force", "official", "person", "group")


def in_class(tree: Tree, i: int, names: Iterable[str], lexicon: Lexicon) -> bool:
    """Say whether a noun phrase is of one of the word classes."""
    names = set(names)
    if "any" in names:
        return True
    return any(_word_in_class(tree, h, names, lexicon) for h in tree.heads(i))


def _word_in_class(tree: Tree, i: int, names: set[str], lexicon: Lexicon) -> bool:
    token = tree.tokens[i]
    of = tree.prep_object(i, "of") if token.pos == "NUM" else None
    if of is not None and (_is_some_of_them(tree, of, names) or _word_in_class(tree, of, names, lexicon)):
        return True  # "six of them", "six of the drones"
    if _is_named(tree, i, names) or ("cash" in names and _is_sum(tree, i)):
        return True
    if "actor" in names:
        names = names.union(ACTORS, ("pronoun",))
    beside = tree.children(i, "compound", "amod") if is_name(token) or names & _BY_MODIFIER else []
    forms = {form for j in (i, *beside) for form in (tree.tokens[j].lemma, tree.tokens[j].text.lower())}
    return any(not forms.isdisjoint(lexicon.classes.get(name, ())) for name in names)


def _is_some_of_them(tree: Tree, of: int, names: set[str]) -> bool:
    return tree.tokens[of].pos == "PRON" and bool(names & _COUNTED)


def _is_named(tree: Tree, i: int, names: set[str]) -> bool:
    """Say whether a proper name stands for one of the classes, or owns it."""
    token = tree.tokens[i]
    if names & _NAMED and is_name(token):
        return True
    if names & _OWNED and any(is_name(tree.tokens[c]) for c in tree.children(i, "poss")):
        return True
    return "force" in names and _is_armed_group(token)


def _is_sum(tree: Tree, i: int) -> bool:
    """Say whether it is a sum of money: "$7bn"."""
    return any(tree.tokens[c].text in _CURRENCIES for c in tree.children(i, "nmod", "quantmod"))


def _is_armed_group(token: Token) -> bool:
    """Say whether a name is that of an armed group: "the Taliban", "Hamas"."""
    known = known_names().get(fold(token.text)) if token.pos == "PROPN" else None
    return known is not None and known.kind is Kind.GROUP


def is_name(token: Token) -> bool:
    """A proper noun, or a capitalised word that the tagger takes for a common one ("Guterres")."""
    if token.lemma in word_set("calendar"):
        return False
    return token.pos == "PROPN" or (token.text[:1].isupper() and token.pos in ("NOUN", "ADJ", "X"))


def plainly_in(tree: Tree, i: int, names: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Say whether a noun, or what is compounded with it, is a word of one of the classes; no names."""
    words_of_it = [tree.tokens[j] for j in (i, *tree.children(i, "compound", "amod", "nmod"))]
    listed = {word for name in names for word in lexicon.classes.get(name, ())}
    return "any" in names or any(t.lemma in listed for t in words_of_it if t.pos != "PROPN")
