"""Shortens phrases of a parsed sentence to a few words that stand alone: "two villages", "to withdraw"."""

from collections.abc import Iterator

from core.events.lexicon import load, word_set, words
from core.events.syntax import Tree
from core.events.titles.wording import listed

_PARTS = ("compound", "nummod", "amod", "nmod", "poss", "quantmod", "det")
_OF = frozenset(("of",))
_NEEDED = frozenset(("of", "to", "for"))  # "halt to attacks", "need for ceasefire"
_GRADED = ("JJR", "JJS")  # "More than 300"
_SUMS = ("NUM", "SYM")
_MOST_ADJECTIVES = 2
_SETTINGS = frozenset(words(load("words.toml")["settings"])) - {"with", "on", "to", "from"}


def noun_phrase(tree: Tree, i: int | None, most: int = 5, preps: frozenset[str] = _OF) -> str:
    """Return a noun with what must stand before it and one phrase after it; empty where that is too long.

    ``most`` is the number of words, ``preps`` the prepositions that may follow. Adjectives go first where it
    is too long, then the phrase after it.
    """
    if i is None or not _can_stand(tree, i):
        return ""
    if _is_time(tree, i) or _is_cut_off(tree, i):
        return ""
    if tree.tokens[i].pos in _SUMS:
        preps |= {"in"}  # "$360m in aid"
    plain = tree.tokens[i].lemma in listed("plain")
    needs = tree.tokens[i].lemma in word_set("quantity") | listed("portions")
    for adjectives in (_MOST_ADJECTIVES, 0):
        head = joined(tree, [*_before(tree, i, adjectives), i])
        for after in _after(tree, i, most - len(head.split()), preps, needed=needs):
            text = f"{head} {after}".strip()
            bare = plain and " " not in text
            if len(text.split()) <= most and '"' not in text and not bare:
                return text
    return ""


def _can_stand(tree: Tree, i: int) -> bool:
    """Say whether a word can be the head of a phrase: a noun, a number, "the wounded"."""
    token = tree.tokens[i]
    return token.pos in ("NOUN", "PROPN", *_SUMS) or (token.pos == "ADJ" and token.dep == "pobj")


def _is_cut_off(tree: Tree, i: int) -> bool:
    """Say whether a hyphen follows: the parser has taken the word from a longer one."""
    if tree.tokens[i].text.endswith("-"):
        return True
    after = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    return after is not None and after.text == "-" and after.start == tree.tokens[i].end


def _is_time(tree: Tree, i: int) -> bool:
    lemma = tree.tokens[i].lemma
    return lemma in word_set("calendar") or lemma in listed("hours")


def _after(tree: Tree, i: int, room: int, preps: frozenset[str], *, needed: bool) -> Iterator[str]:
    """Yield what may follow a noun, the longest first; nothing at all, unless the noun needs it."""
    for c in tree.children(i, "prep"):
        word = tree.tokens[c].text.lower()
        if word in preps or (needed and word in _NEEDED):
            for inner in tree.children(c, "pobj"):
                passing = word == "of" and not needed and tree.tokens[inner].lemma in listed("passing")
                if not passing and (text := noun_phrase(tree, inner, room - 1, frozenset())):
                    several = tree.tokens[i].pos == "NUM" and tree.tokens[i].lemma != "one"
                    counted = several and not tree.children(inner, "nummod")
                    yield text if counted else f"{word} {text}"  # "91 of its citizens"
            break
    conjuncts = [c for c in tree.children(i, "conj") if tree.tokens[c].pos == tree.tokens[i].pos]
    if len(conjuncts) == 1 and (text := noun_phrase(tree, conjuncts[0], min(room - 1, 2), frozenset())):
        yield f"and {text}"
    if not needed or not tree.children(i, "prep"):
        yield ""


def _before(tree: Tree, i: int, most_adjectives: int) -> list[int]:
    """Return the tokens before a noun that belong to it."""
    kept: list[int] = []
    adjectives = 0
    for c in tree.children(i, *_PARTS):
        token = tree.tokens[c]
        if c > i or token.text in ('"', "(", "[") or _is_left_out(tree, c):
            continue
        plain = token.dep == "amod" and not token.text[:1].isupper()
        adjectives += plain
        inner = [k for k in tree.subtree(c) if tree.tokens[k].text.lower() not in ("the", "a", "an")]
        if len(inner) <= 4 and not (plain and adjectives > most_adjectives):
            kept += [*_bound(tree, inner[0]), *inner] if inner else []
    hyphens = {k + 1 for k in kept if tree.tokens[k + 1].text == "-" and k + 2 in (*kept, i)}  # "cease-fire"
    return _unbroken(tree, sorted({*kept, *hyphens}), i)


def _unbroken(tree: Tree, kept: list[int], end: int) -> list[int]:
    """Leave out what is glued by hyphens to a word left out: no "anti-" without its "government"."""
    runs: list[list[int]] = []
    for k in range(min(kept, default=end), end):
        glued = bool(runs) and tree.tokens[k - 1].end == tree.tokens[k].start
        runs[-1].append(k) if glued else runs.append([k])
    whole = {k for run in runs if len(run) < 2 or set(run) <= set(kept) for k in run}
    return [k for k in kept if k in whole or tree.tokens[k].text.startswith(("'", "’"))]


def _bound(tree: Tree, i: int) -> list[int]:
    """Return the first word of "up to 225", "at least 14", "more than 300" where the parser parts it."""
    pairs = {"to": "up", "least": "at", "than": "more"}
    before = tree.tokens[i - 1].text.lower() if i else ""
    return [i - 1] if before and pairs.get(tree.tokens[i].text.lower()) == before else []


def _is_left_out(tree: Tree, c: int) -> bool:
    token = tree.tokens[c]
    if token.dep == "det":
        return token.text.lower() != "no"
    if token.dep == "poss":
        return token.tag == "PRP$" or token.lemma in word_set("calendar")
    return token.text.lower() in listed("dropped") or token.lemma in word_set("calendar")


def joined(tree: Tree, tokens: list[int]) -> str:
    """Return tokens as text, with a space where one stands between them or a word was left out."""
    text, previous = "", -2
    for i in tokens:
        glued = previous == i - 1 and tree.tokens[previous].end == tree.tokens[i].start
        token = tree.tokens[i]
        kept = token.pos in ("PROPN", "ADJ") and token.tag not in _GRADED
        starts = i == 0 and not kept and not token.text.isupper()
        text += ("" if not text or glued else " ") + (token.text.lower() if starts else token.text)
        previous = i
    return text.strip(" -–")


def complement(tree: Tree, verb: int, most: int = 5) -> str:
    """Return what a verb needs to be understood: its object, else its first phrase; empty where none is."""
    away = [c for c in tree.children(verb, "advmod") if tree.tokens[c].text.lower() in listed("away")]
    particle = " ".join(tree.tokens[c].text.lower() for c in (*tree.children(verb, "prt"), *away))
    target = next(iter(tree.children(verb, "dobj", "attr", "acomp")), None)
    text = noun_phrase(tree, target, most, frozenset(("of", "on", "for", "to", "in")))
    if target is None:
        for c in tree.children(verb, "prep"):
            deeper = next(iter(tree.children(c, "prep")), c)  # "out of talks"
            inner = noun_phrase(tree, next(iter(tree.children(deeper, "pobj")), None), most - 1)
            if inner and tree.tokens[c].text.lower() not in _SETTINGS:
                text = f"{joined(tree, sorted({c, deeper})).lower()} {inner}"
                break
    elif not text:
        return tree.tokens[target].text if tree.tokens[target].dep == "acomp" else ""
    return f"{particle} {text}".strip()


def infinitive(tree: Tree, verb: int, most: int = 7) -> str:
    """Return "to withdraw troops", "not to return part"; empty where it cannot be cut short."""
    after = complement(tree, verb, most - 2)
    aims = [
        c
        for c in tree.children(verb, "prep")
        if tree.tokens[c].text.lower() not in _SETTINGS and not _is_day(tree, c)
    ]
    after = after or ("" if aims else _there(tree, verb))
    if not after and (aims or tree.children(verb, "dobj", "xcomp", "ccomp")):
        deeper = next(iter(tree.children(verb, "xcomp")), None)
        after = (gerund(tree, deeper) or infinitive(tree, deeper, most - 2)) if deeper is not None else ""
        if not after:
            return ""
    no = "not " if tree.children(verb, "neg") else ""
    marked = any(tree.tokens[c].text.lower() == "for" for c in tree.children(verb, "mark"))
    who = noun_phrase(tree, next(iter(tree.children(verb, "nsubj")), None), 3) if marked else ""
    whom = f"for {who} " if who else ""  # "call for Moscow to withdraw"
    return f"{whom}{no}to {tree.tokens[verb].lemma} {after}".strip()


def _is_day(tree: Tree, prep: int) -> bool:
    return any(_is_time(tree, i) for i in tree.children(prep, "pobj"))


def _there(tree: Tree, verb: int) -> str:
    """Return "in Istanbul" of "to meet in Istanbul on Monday"."""
    for c in tree.children(verb, "prep") if tree.tokens[verb].lemma in listed("gathering") else ():
        for i in tree.children(c, "pobj"):
            if tree.tokens[c].text.lower() in ("in", "at") and tree.tokens[i].pos == "PROPN":
                return f"{tree.tokens[c].text.lower()} {noun_phrase(tree, i, 3)}"
    return ""


def gerund(tree: Tree, verb: int, most: int = 6) -> str:
    """Return "shelling a corridor" for an -ing form; empty where it cannot be cut short."""
    token = tree.tokens[verb]
    if token.tag != "VBG":
        return ""
    after = complement(tree, verb, most - 1)
    deeper = next((c for c in tree.children(verb, "xcomp") if tree.tokens[c].tag == "VB"), None)
    if not after and deeper is not None:
        after = infinitive(tree, deeper, most - 1)
    bare = token.text.lower() in listed("bare")
    alone = not bare and not tree.children(verb, "dobj", "ccomp", "xcomp")
    how = tree.children(verb, "advmod")[-1:] if alone and not after else []  # "firing first"
    after = after or " ".join(tree.tokens[c].text.lower() for c in how if c == verb + 1)
    return f"{token.text.lower()} {after}".strip() if after or alone else ""
