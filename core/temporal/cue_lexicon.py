"""Reads the words that tell which way a sentence points, from the cues of each language."""

from dataclasses import dataclass
from functools import cache

from core.temporal.forms import Direction
from core.temporal.lexicon import ENGLISH, data, forms


@dataclass(frozen=True, slots=True)
class Cue:
    """A direction with the words that tell it and how sure they are (0..1).

    ``planned``: a plan told as past, whose day counts from that of what was done.
    """

    direction: Direction
    words: str
    confidence: float
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words before an expression that point one way; one of ``after`` must stand before them."""

    words: tuple[str, ...]
    gap: int
    cue: Cue
    day: bool
    after: frozenset[str]
    after_endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """The telling words of a language: single ones with their cues, classes of words that qualify them."""

    single: dict[str, Cue]
    control: frozenset[str]
    fixing: frozenset[str]
    infinitives: frozenset[str]
    progressives: frozenset[str]
    plural_only: frozenset[str]
    scheduled_nouns: frozenset[str]
    called_nouns: frozenset[str]
    unplanned_nouns: frozenset[str]
    reporting: frozenset[str]
    saying: frozenset[str]
    calling_off: frozenset[str]
    deferring: frozenset[str]
    intending: frozenset[str]
    promising: frozenset[str]
    ahead: frozenset[str]
    auxiliaries: frozenset[str]
    not_verbs: frozenset[str]
    past_endings: tuple[str, ...]
    not_past: frozenset[str]
    present_endings: tuple[str, ...]
    not_present: frozenset[str]
    abbreviations: frozenset[str]
    clause_cost: float
    links: dict[str, str]
    infinitive_endings: tuple[str, ...]
    future_endings: tuple[str, ...]
    perfective_prefixes: tuple[str, ...]
    perfective_endings: tuple[str, ...]
    not_perfective: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    alone: dict[str, float]
    lasting: frozenset[str]
    auxiliary_past: frozenset[str]


_AUXILIARIES = ("auxiliary_future", "auxiliary_modal", "auxiliary_past", "auxiliary_remote")
_BASE_FORMS = ("scheduled_present", "scheduled_plural", "unchanging")
LEAST_VERB = 5  # letters of a word whose ending tells
_CLAUSE_COST = 0.15  # what a cue loses beyond a comma
NO_CUE = Cue(Direction.OPEN, "", 0.0)
_STRENGTHS = (
    ("auxiliary_future", Direction.FUTURE, 0.9),
    ("planning", Direction.FUTURE, 0.9),
    ("future_words", Direction.FUTURE, 0.7),
    ("past_forms", Direction.PAST, 0.8),
    ("auxiliary_past", Direction.PAST, 0.7),
    ("past_plans", Direction.PAST, 0.6),
    ("auxiliary_modal", Direction.FUTURE, 0.6),
    ("auxiliary_remote", Direction.FUTURE, 0.55),
    ("scheduled_present", Direction.FUTURE, 0.8),
    ("scheduled_plural", Direction.FUTURE, 0.6),
    ("plural_only", Direction.FUTURE, 0.6),
)


def is_past_verb(language: str, word: str) -> bool:
    """Say whether a word of a language looks like a verb of the past."""
    lexicon = cue_lexicon(language)
    formed = len(word) >= LEAST_VERB and word.endswith(lexicon.past_endings) and word not in lexicon.not_past
    return formed or (word in lexicon.single and lexicon.single[word].direction is Direction.PAST)


@cache
def cue_lexicon(language: str) -> CueLexicon:
    """Read the cues of a language."""
    whole = {"cues": data("cues.toml")} if language == ENGLISH else data(f"languages/{language}.toml")
    told, endings = whole["cues"], whole.get("endings", {})
    plans = frozenset(forms(told.get("past_plans", ()), endings))
    single = {
        word: Cue(direction, word, strength)
        for name, direction, strength in reversed(_STRENGTHS)
        for word in forms(told.get(name, ()), endings)
    }
    phrases = tuple(
        Phrase(
            tuple(row["words"]),
            row["gap"],
            Cue(Direction(row["direction"]), " ".join(row["words"]), row["strength"]),
            row.get("day", False),
            frozenset(forms(row.get("after", ()), endings)),
            tuple(row.get("after_endings", ())),
        )
        for row in told["phrase"]
    )
    return CueLexicon(
        single,
        plans.union(told.get("control", ())),
        frozenset(told.get("fixing", ())),
        frozenset(word for name in _BASE_FORMS for word in told.get(name, ())),
        frozenset(told.get("scheduled_progressive", ())),
        frozenset(told.get("plural_only", ())),
        frozenset(told.get("scheduled_nouns", ())),
        frozenset(told.get("called_nouns", ())),
        frozenset(told.get("unplanned_nouns", ())),
        frozenset(told.get("reporting", ())),
        frozenset(told.get("saying", ())),
        frozenset(told.get("calling_off", ())),
        frozenset(told.get("deferring", ())),
        frozenset(told.get("intending", ())),
        frozenset(told.get("promising", ())),
        frozenset([*told.get("auxiliary_future", ()), *told.get("auxiliary_remote", ())]),
        frozenset(word for name in _AUXILIARIES for word in told.get(name, ())),
        frozenset(told.get("stop_verbs", ())),
        tuple(told["past_endings"]),
        frozenset(told["not_past"]),
        tuple(told.get("present_endings", ())),
        frozenset(told.get("not_present", ())),
        frozenset(told.get("abbreviations", ())),
        told.get("clause_cost", _CLAUSE_COST),
        {form: word for word, forms in told.get("links", {}).items() for form in forms},
        tuple(told.get("infinitive_endings", ())),
        tuple(told.get("future_endings", ())),
        tuple(told.get("perfective_prefixes", ())),
        tuple(told.get("perfective_endings", ())),
        tuple(told.get("not_perfective", ())),
        phrases,
        told.get("alone", {}),
        frozenset(told.get("lasting", ())),
        frozenset(told.get("auxiliary_past", ())),
    )
