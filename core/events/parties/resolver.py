"""Tells who did each event of an article and to whom: first what is told, then what is meant."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from core.events.parties import names
from core.events.parties.arguments import better, verbs
from core.events.parties.cases import TOGETHER, Case, Filled, Told
from core.events.parties.conflict import Conflict, count, work_out
from core.events.parties.discourse import Discourse
from core.events.parties.filling import fill
from core.events.parties.introductions import Introduced, introduce
from core.events.parties.learning import learn, with_groups
from core.events.parties.names import Kind
from core.events.parties.phrases import NOTHING, Grade, Phrases, Reading
from core.events.parties.references import saying
from core.events.parties.roles import read
from core.events.parties.scanning import Span, Word, scan, split, with_persons, within
from core.events.revenge import is_paid_back
from core.model import BlockKind, Document


class Parties:
    """The sides that one article names, and the readings of its sentences."""

    def __init__(self, document: Document, today: dt.date | None) -> None:
        self._document = document
        self._today = today
        found = split(document.cased)
        first = scan(document.cased, found, today)
        learned = learn(document.cased, found, first)
        first = with_groups(document.cased, found, first, learned)
        self._groups = names.groups() | set(learned.values())
        introduced = introduce(document.cased, found, first)
        self.spans = self._with_introduced(found, introduced, first)
        self._counts = count(self.spans, _title(document))
        self._introduced = introduced

    def _with_introduced(
        self, found: Sequence[Word], introduced: Sequence[Introduced], first: Sequence[Span]
    ) -> list[Span]:
        """Return the names with the persons whom the article introduces."""
        named = Counter(side for span in first if span.kind is not Kind.PERSON for side in span.sides)
        persons: dict[str, str] = {}
        for person in introduced:
            known = names.names().get(person.last)
            listed = known.sides[0] if known is not None and known.kind is Kind.PERSON else ""
            if person.last and not (listed and listed != person.side and named[listed]):
                persons.setdefault(person.last, person.side)
        return with_persons(found, first, persons)

    def within(self, start: int, end: int) -> Sequence[Span]:
        """Return the names between two offsets of the text."""
        return within(self.spans, start, end)

    def assign(self, cases: Sequence[Case]) -> list[Filled]:
        """Return the parties of events, which are given in the order of the text."""
        known = work_out((), (), self.spans, self._counts, self._today, groups=self._groups)
        told = self._read(cases, known)
        conflict = work_out(cases, told, self.spans, self._counts, self._today, groups=self._groups)
        told = self._read(cases, conflict)
        told = [_as_answer(i, cases, told) for i in range(len(cases))]
        title = _title(self._document)
        waiting = [i for i, one in enumerate(told) if _is_for_below(cases[i], one, title)]
        filled: dict[int, Filled] = {}
        for i, case in enumerate(cases):
            if i not in waiting:
                filled[i] = fill(case, told[i], conflict, list(filled.values()))
        below = [*reversed(filled.values())]  # what is told first below comes last before it
        for i in waiting:
            filled[i] = fill(cases[i], told[i], conflict, below)
        return [filled[i] for i in range(len(cases))]

    def _read(self, cases: Sequence[Case], conflict: Conflict) -> list[Told]:
        """Read all cases in order; what is known of the conflict tells who "the enemy" is."""
        foes = {side: others[0] for side, others in conflict.foes.items()}
        discourse = Discourse(
            self._document,
            self.spans,
            self._introduced,
            self._counts,
            foes=foes,
            fought=conflict.fought,
            at_home=conflict.at_home,
            groups=self._groups,
        )
        if conflict.main is not None:
            discourse.pairs.append(conflict.main)
        told: list[Told] = []
        phrases: Phrases | None = None
        for case in cases:
            if phrases is None or phrases.tree is not case.tree:
                sentence = case.tree.sentence
                spans = within(self.spans, sentence.start, sentence.end)
                phrases = Phrases(case.tree, spans, discourse)
                _listen(phrases, discourse)
            discourse.quoted = case.tree.in_quotes(case.head)
            one = read(phrases, case)
            told.append(one)
            if one.source:
                discourse.subjects.append((case.tree.sentence.start, one.source.sides))
            visit = case.lemma in verbs("visits")
            if len(one.source.sides) == len(one.target.sides) == 1 and not visit:
                discourse.pairs.append((one.source.sides[0], one.target.sides[0]))
        return told


def _title(document: Document) -> tuple[int, int]:
    return next(((s.start, s.end) for s in document.sentences if s.kind is BlockKind.TITLE), (0, 0))


def _is_for_below(case: Case, told: Told, title: tuple[int, int]) -> bool:
    """Say whether the headline leaves open who meets or agrees with whom, which the text then tells."""
    first, last = title
    open_ = not (told.source and told.target)
    return case.type in TOGETHER and open_ and first <= case.tree.sentence.start < last


def _as_answer(i: int, cases: Sequence[Case], told: Sequence[Told]) -> Told:
    """Lay an attack that nobody is told to have made at the door of those whom it avenges.

    "The bombing came in response to an Indian strike on X": it was made by those struck, and on India.
    """
    case, one = cases[i], told[i]
    if case.type != "ASSAULT" or one.source or is_paid_back(case.tree, case.head):
        return one
    clause = case.tree.clause_head(case.head)
    for other, avenged in zip(cases[i + 1 :], told[i + 1 :], strict=True):
        if other.index != case.index:
            break
        here = other.tree.clause_head(other.head) == clause
        if here and avenged.source and is_paid_back(other.tree, other.head):
            struck = Reading(avenged.target.sides, Grade.BACK) if avenged.target else NOTHING
            return replace(one, source=struck, target=better(one.target, avenged.source))
    return one


def _listen(phrases: Phrases, discourse: Discourse) -> None:
    """Note who speaks in a sentence: "we" in it, and in the quotes that follow, is that side."""
    tree = phrases.tree
    for i, token in enumerate(tree.tokens):
        if token.lemma in saying() and token.pos == "VERB":
            for subject in tree.children(i, "nsubj"):
                speaker = phrases.read(subject)
                if speaker:
                    discourse.speaker = speaker.sides[:1]
                    return
