"""Walks the dependency tree of a sentence: subjects, objects, clauses, governors."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from core.events.lexicon import word_set
from core.model import Sentence, Token

_SUBJECTS = ("nsubj", "csubj")
NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos")
_PASSIVE = ("nsubjpass", "csubjpass")
_NOUNS = ("NOUN", "PROPN")
_CALLS = ("call", "appeal", "plead")
_FINITE = ("VBD", "VBZ", "VBP")
_CONJUNCTIONS = ("after", "before", "since", "until")
CLAUSE_DEPS = frozenset(
    ("ROOT", "ccomp", "xcomp", "advcl", "acl", "relcl", "conj", "parataxis", "pcomp", "csubj")
)


class Tree:
    """A parsed sentence with its child lists; all methods take and give token indices."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self._deps = [token.dep for token in sentence.tokens]
        self._passives: dict[int, bool] = {}  # asked for many times over
        self._subjects: dict[int, int | None] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the sentence in small letters: as lemmas, as written, without a plural's ending."""
        written = [token.text.lower() for token in self.tokens]
        bare = (word.removesuffix("s") for word in written)
        return frozenset((*(token.lemma for token in self.tokens), *written, *bare))

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head != i:
                children[token.head].append(i)
        return children

    def children(self, i: int, *deps: str) -> list[int]:
        """Return the dependents of a token, in order; only those with one of the labels, if given."""
        found, told = self._children[i], self._deps
        return [c for c in found if told[c] in deps] if found and deps else found

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the governors from the nearest to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield i

    def subtree(self, i: int) -> list[int]:
        """Return a token and all it governs, sorted."""
        found, todo = [], [i]
        while todo:
            found.append(todo[-1])
            todo += self._children[todo.pop()]
        return sorted(found)

    def dominates(self, upper: int, lower: int) -> bool:
        """Say whether ``upper`` governs ``lower``, directly or not (or is it)."""
        return upper == lower or upper in self.ancestors(lower)

    def verb_above(self, i: int) -> int | None:
        """Return the nearest governing verb, or None."""
        return next((a for a in self.ancestors(i) if self.tokens[a].pos in ("VERB", "AUX")), None)

    def opening_phrase(self, i: int) -> int | None:
        """Return the preposition that opens the sentence and hangs on a governor of a token, or None."""
        if self.tokens and self.tokens[0].tag == "IN" and self.tokens[0].dep == "ROOT":
            return 0 if i else None  # "In X, a bomb killed six", read as no sentence
        first = 0 if self.tokens and self.tokens[0].dep == "prep" else None
        return first if first is not None and self.tokens[first].head in self.ancestors(i) else None

    def in_quotes(self, i: int) -> bool:
        """Say whether a quotation is open before a token."""
        return sum(token.text in ('"', "“", "``") for token in self.tokens[:i]) % 2 == 1

    def clause_head(self, i: int) -> int:
        """Return the verb (or root) that heads the clause a token stands in; a verb heads its own."""
        while not self._is_verb(i) and self.tokens[i].head != i:
            i = self.tokens[i].head
        while self.tokens[i].dep in ("aux", "auxpass") and self.tokens[i].head != i:
            i = self.tokens[i].head
        return i

    def _is_verb(self, i: int) -> bool:
        """Say whether a word is a verb and used as one: "shelling" that is a subject is not."""
        token = self.tokens[i]
        return token.pos in ("VERB", "AUX") and not (token.tag == "VBG" and token.dep in NOMINAL)

    def is_passive(self, verb: int) -> bool:
        """Say whether the verb is a passive, or a past participle that modifies a noun ("held by rebels")."""
        if verb not in self._passives:
            self._passives[verb] = self._is_passive(verb)
        return self._passives[verb]

    def _is_passive(self, verb: int) -> bool:
        token = self.tokens[verb]
        active = self.children(verb, "nsubj") and self.children(verb, "dobj")  # "rejected a plan by X"
        told = self.children(verb, "nsubjpass", "auxpass") or (not active and self._agent(verb) is not None)
        if told or self._is_reported(verb):
            return True
        return token.tag == "VBN" and token.dep in ("acl", "amod") and not self.children(verb, "dobj", "aux")

    def _is_reported(self, verb: int) -> bool:
        """Say whether a participle tells what a passive over it is said of: "were reported killed"."""
        token = self.tokens[verb]
        told = (
            token.tag == "VBN" and token.dep in ("xcomp", "oprd") and not self.children(verb, "dobj", "aux")
        )
        return told and bool(self.children(token.head, "nsubjpass"))

    def subject(self, verb: int) -> int | None:
        """Return who acts: the subject, the agent of a passive, or the subject of a governing verb."""
        if verb not in self._subjects:
            self._subjects[verb] = self._subject(verb)
        return self._subjects[verb]

    def _subject(self, verb: int) -> int | None:
        if self.is_passive(verb):
            return self._agent(verb)
        own = self.children(verb, *_SUBJECTS)
        for aux in self.children(verb, "aux"):  # "the minister has, however, said"
            own = own or self.children(aux, *_SUBJECTS)
        own = self._subject_after(verb) or own
        own = own or self._subject_after_day(verb)
        if own:
            return self._antecedent(own[-1])  # of "Sudan's paramilitary Rapid Support Forces" the last
        token = self.tokens[verb]
        if token.dep in ("acl", "relcl", "amod") and self.tokens[token.head].pos in _NOUNS:
            return token.head if token.tag in ("VBG", "VBD") or token.dep == "relcl" else None
        if token.dep in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep") and token.head != verb:
            return self._shared_subject(verb)
        return None

    def _subject_after_day(self, verb: int) -> list[int]:
        """Return X of "On Saturday X struck", which the parser takes for a part of the date."""
        for p in self.children(verb, "prep"):
            for i in self.children(p, "pobj") if p < verb else ():
                days = [
                    c for c in self.children(i, "compound") if self.tokens[c].lemma in word_set("calendar")
                ]
                if days and days[0] == p + 1:
                    return [i]
        return []

    def _subject_after(self, verb: int) -> list[int]:
        """Return X of "a day after X had struck", which the parser hangs on "after"."""
        for time in self.children(verb, "npadvmod", "advmod", "nsubj"):
            for p in self.children(time, "prep") if self.tokens[time].lemma in word_set("times") else ():
                for i in self.children(p, "pobj") if self.tokens[p].text.lower() in _CONJUNCTIONS else ():
                    between = range(max(self.subtree(i)) + 1, verb)
                    if i < verb and between and all(self.tokens[k].head == verb for k in between):
                        return [i]
        return self._subject_after_saying(verb)

    def _subject_after_saying(self, verb: int) -> list[int]:
        """Return X of "said after X had struck", where X is read as what "after" governs."""
        over = self.tokens[verb].head
        for p in self.children(over, "prep") if self.tokens[verb].dep == "ccomp" else ():
            for i in self.children(p, "pobj") if self.tokens[p].text.lower() in _CONJUNCTIONS else ():
                between = range(max(self.subtree(i)) + 1, verb)
                if i < verb and between and all(self.tokens[k].head == verb for k in between):
                    return [i]
        return []

    def _shared_subject(self, verb: int) -> int | None:
        """Follow "agreed to meet", "met and signed", "struck X, killing two" up to the subject."""
        above = (a for a in self.ancestors(verb) if self.tokens[a].pos in ("VERB", "AUX"))
        if self.is_loose(verb):
            above = (a for a in above if self.tokens[a].tag in _FINITE)
        upper = next(above, None)
        if upper is None:
            return None
        if self.tokens[verb].dep == "xcomp" and (objects := self.children(upper, "dobj")):
            return objects[0]
        if self.tokens[verb].dep == "xcomp" and self.tokens[upper].lemma in _CALLS:
            return self.prep_object(upper, "on", "to")  # "called on X to withdraw"
        found = self.children(upper, *_SUBJECTS, *_PASSIVE)
        return self._antecedent(found[0]) if found else self.subject(upper)

    def is_loose(self, verb: int) -> bool:
        """Say whether a finite verb is joined to one that is not: "accused X of killing Y and called for"."""
        token = self.tokens[verb]
        joined = token.dep == "conj" and token.tag in _FINITE
        return joined and self.tokens[token.head].tag in ("VBG", "VB")

    def _antecedent(self, i: int) -> int:
        """Return the noun a relative pronoun stands for, else the token itself."""
        token = self.tokens[i]
        if token.tag in ("WDT", "WP") or token.text.lower() == "that":
            for a in self.ancestors(i):
                if self.tokens[a].dep == "relcl":
                    return self.tokens[a].head
        return i

    def _agent(self, verb: int) -> int | None:
        for by in self.children(verb, "agent"):
            objects = self.children(by, "pobj")
            if objects and self.tokens[objects[0]].lemma not in word_set("means"):
                return objects[0]
        return self._captor(verb)

    def _captor(self, verb: int) -> int | None:
        """Return X of a headline's "Y held hostage by X tells ...", which is read as if Y held one."""
        if self.tokens[verb].tag != "VBD":
            return None
        after = self.tokens[verb + 1 : verb + 3]
        if len(after) < 2 or after[0].lemma not in word_set("captives") or after[1].text.lower() != "by":
            return None
        return next(iter(self.children(verb + 2, "pobj")), None)

    def object(self, verb: int) -> int | None:
        """Return what is acted on: the object, or the subject of a passive."""
        if self.is_passive(verb):
            found = self.children(verb, *_PASSIVE) or (
                self.children(verb, *_SUBJECTS) if self._captor(verb) is not None else []
            )
            if found:
                return self._antecedent(found[0])
            token = self.tokens[verb]
            if token.dep in ("acl", "amod", "relcl"):
                return token.head
            return self._passive_object_above(verb)
        found = self.children(verb, "dobj", "obj", "dative") or self.children(verb, "oprd")
        if found:
            return self._antecedent(found[0])
        token = self.tokens[verb]
        where = any(self.tokens[c].tag == "WRB" for c in self.children(verb, "advmod"))
        own = self.children(verb, *_SUBJECTS) and self.subject(verb) != token.head
        if token.dep == "relcl" and own and not where:
            return token.head  # "the town they took", not "the town where they fought"
        return None

    def _passive_object_above(self, verb: int) -> int | None:
        """The subject of the passive that this participle is coordinated with ("killed and wounded")."""
        joined = self.tokens[verb].dep == "conj" or self._is_reported(verb)
        if joined and self.tokens[verb].head != verb:
            return self.object(self.tokens[verb].head)
        return None

    def prep_object(self, i: int, *preps: str) -> int | None:
        """Return the noun governed by one of the prepositions under a token (or by any, if none is named)."""
        for p in self.children(i, "prep", "agent", "dative", "prt"):
            if not preps or self.tokens[p].text.lower() in preps:
                found = self.children(p, "pobj", "pcomp")
                if found and self.tokens[found[0]].lemma not in word_set("calendar"):
                    return found[0]
                for inner in self.children(p, "prep"):  # "up to", "out of"
                    if deeper := self.children(inner, "pobj"):
                        return deeper[0]
        return None

    def heads(self, i: int) -> list[int]:
        """Return the words that say what a noun phrase is: its head, what is counted, its coordinates."""
        found = [i]
        if self.tokens[i].lemma in word_set("quantity") or self.tokens[i].pos in ("NUM", "SYM"):
            for of in self.children(i, "prep"):  # "dozens of drones", "$3m in aid, including drones"
                found += self.children(of, "pobj") if self.tokens[of].text.lower() != "including" else []
        found += [c for h in tuple(found) for c in self.children(h, "conj", "appos")]
        return found
