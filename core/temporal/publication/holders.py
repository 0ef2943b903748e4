"""Clues from persons in office: "the foreign minister, X" was written while X was foreign minister."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core.edtf import words
from core.facts import Facts, Term
from core.temporal.publication import grid
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights

_NAME = re.compile(r"[A-ZÀ-Ž][\w'-]+|al-[A-Z]\w+")
_FORMER = re.compile(r"\b(?:former|ex|then|late|onetime|ousted|deposed|predecessor)\b|\bex-", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z“\"])|\n")
_BEFORE, _AFTER = 60, 60

# log-likelihood of a day outside the term, by how the text names the holder
_TITLED, _NAMED, _FORMER_TOO_EARLY = -3.0, -0.6, -2.5
_KEPT = 180  # days after a term in which its title is still used
# ... and beyond: the further from the term, the less a person is in the news
_PER_DECADE = -0.5


@dataclass(frozen=True, slots=True)
class _Sighting:
    term: Term
    manner: str  # "titled", "former", "named"


def holder_clues(text: str, facts: Facts) -> Iterator[Clue]:
    """Yield a clue for each person in office that the text names."""
    seen: dict[tuple[str, str], dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for sighting in _one_spelling(_sightings(text, facts)):
        term = sighting.term
        seen[term.holder, term.office][sighting.manner].append(term)
    titled = {holder for (holder, _), manners in seen.items() if "titled" in manners or "former" in manners}
    told: set[str] = set()
    for (holder, office), manners in seen.items():
        if "titled" in manners:
            yield _in_office(holder, manners["titled"], _TITLED)
        elif "former" in manners:
            yield _out_of_office(holder, office, manners["former"])
        elif holder not in titled and holder not in told:
            told.add(holder)
            every = [term for (other, _), found in seen.items() if other == holder for term in found["named"]]
            yield _in_office(holder, every, _NAMED)


def _one_spelling(sightings: Iterable[_Sighting]) -> list[_Sighting]:
    """Take the first of the spellings in which the facts name the same holder of the same term."""
    spelt: dict[tuple[str, str, dt.date], Term] = {}
    kept = ((spelt.setdefault((s.term.office, s.term.country, s.term.start), s.term), s) for s in sightings)
    return list(dict.fromkeys(_Sighting(term, seen.manner) for term, seen in kept))


def _sightings(text: str, facts: Facts) -> Iterator[_Sighting]:
    by_key = _by_last_name(facts.terms)
    titles = _title_patterns(facts.titles)
    for match in _NAME.finditer(text):
        surname = re.sub(r"'s$|'$", "", match[0])
        for term in by_key.get(surname, ()):
            end = match.start() + len(surname)
            full = text.endswith(term.holder, 0, end)
            start = end - len(term.holder if full else surname)
            manner = _manner(text, start, end, full=full, title=_title_of(term, titles))
            if manner:
                yield _Sighting(term, manner)


def _manner(text: str, start: int, end: int, *, full: bool, title: re.Pattern[str]) -> str:
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    found = [match for match in title.finditer(before) if _leads_to_name(before[match.end() :])]
    if found:
        lead = before[max(0, found[-1].start() - 25) :]
        return "former" if _FORMER.search(lead) else "titled"
    if not full:
        return ""
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    apposed = re.match(r", (?:the |a |an |who )?([^,]{0,50})", after)
    if apposed and title.search(apposed[1]):
        return "former" if _FORMER.search(apposed[1]) else "titled"
    return "named"


def _leads_to_name(between: str) -> bool:
    """Say whether only first names, commas or the like stand between a title and a name."""
    return re.fullmatch(r"(?:'s)?,?(?: [A-Z][\w.'-]*){0,3},? ?", between) is not None


@lru_cache(maxsize=4)
def _by_last_name(terms: Sequence[Term]) -> Mapping[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        found[re.sub(r",? (?:Jr\.|II|III|XVI)$", "", term.holder).rsplit(" ", 1)[-1]].append(term)
    return {name: tuple(terms) for name, terms in found.items()}


@lru_cache(maxsize=4)
def _title_patterns(titles: Sequence[tuple[str, tuple[str, ...]]]) -> Mapping[str, re.Pattern[str]]:
    return {office: _pattern(names) for office, names in titles}


def _title_of(term: Term, titles: Mapping[str, re.Pattern[str]]) -> re.Pattern[str]:
    return titles.get(term.office) or _pattern((term.office,))


@lru_cache(maxsize=256)
def _pattern(names: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\w*", re.IGNORECASE)


def _in_office(holder: str, terms: Sequence[Term], outside: float) -> Clue:
    inside = grid.flat(outside)
    reach = grid.flat(_PER_DECADE * 5)
    for term in terms:
        inside = np.maximum(inside, _fading(term, outside))
        reach = np.maximum(reach, _distance_weight(term))

    def say(day: dt.date) -> str:
        term = next((t for t in terms if t.start <= day and (t.end is None or day <= t.end)), terms[-1])
        until = f" to {words(term.end.isoformat())}" if term.end else ""
        return f"{holder} was {term.country}'s {term.office} from {words(term.start.isoformat())}{until}"

    return Clue("office", holder, inside + reach, say)


def _fading(term: Term, outside: float) -> Weights:
    """Weigh days outside the term, those soon after it less hard: titles are kept for a while."""
    weights = grid.between(term.start, term.end, outside)
    if term.end:
        end = max(grid.index(term.end) + 1, 0)
        after = weights[end : end + _KEPT]
        after[:] = np.linspace(outside / 4, outside, _KEPT)[: len(after)]
    return weights


def _distance_weight(term: Term) -> Weights:
    places = np.arange(grid.DAYS)
    before = np.maximum(grid.index(term.start) - places, 0)
    after = np.maximum(places - (grid.index(term.end) if term.end else grid.DAYS), 0)
    return np.asarray(_PER_DECADE * np.minimum((before + after) / 3650.0, 5.0))


def _out_of_office(holder: str, office: str, terms: Sequence[Term]) -> Clue:
    weights = grid.between(min(term.start for term in terms), None, _FORMER_TOO_EARLY)
    for term in terms:
        weights = weights + np.where(grid.between(term.start, term.end, -1.0) == 0, _FORMER_TOO_EARLY, 0.0)
    country = terms[-1].country
    return Clue("office", holder, weights, lambda _: f"{holder} is called a former {office} of {country}")
