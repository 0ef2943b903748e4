"""Clues from persons in office: "the foreign minister, X" was written while X was foreign minister."""

import datetime as dt
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

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
    """Terms that one mention may mean: of one office; of namesakes, where no first name tells."""

    terms: tuple[Term, ...]
    manner: str  # "titled", "former", "named"

    @property
    def office(self) -> tuple[str, frozenset[tuple[str, dt.date]]]:
        """What is the same however the holder is spelt."""
        return self.terms[0].office, frozenset((term.country, term.start) for term in self.terms)


def holder_clues(text: str, facts: Facts) -> Iterator[Clue]:
    """Yield a clue for each person in office that the text names."""
    seen: dict[tuple[str, frozenset[tuple[str, dt.date]]], dict[str, _Sighting]] = defaultdict(dict)
    for sighting in _sightings(text, facts):
        seen[sighting.office].setdefault(sighting.manner, sighting)
    sure = [one for manners in seen.values() for manner, one in manners.items() if manner != "named"]
    titled = {term.holder for sighting in sure for term in sighting.terms}
    told: dict[str, list[Term]] = defaultdict(list)
    for manners in seen.values():
        if "titled" in manners:
            yield _in_office(manners["titled"].terms, _TITLED)
        elif "former" in manners:
            yield _out_of_office(manners["former"].terms)
        elif manners["named"].terms[0].holder not in titled:
            told[manners["named"].terms[0].holder] += manners["named"].terms
    for terms in told.values():
        yield _in_office(terms, _NAMED)


def _sightings(text: str, facts: Facts) -> Iterator[_Sighting]:
    by_key = _by_last_name(facts.terms)
    titles = _title_patterns(facts.titles)
    names = [(match.start(), re.sub(r"'s$|'$", "", match[0])) for match in _NAME.finditer(text)]
    names = [(start, surname) for start, surname in names if surname in by_key]
    full = {
        (start + len(surname) - len(term.holder), start + len(surname)): term.holder
        for start, surname in names
        for term in by_key[surname]
        if text.endswith(term.holder, 0, start + len(surname))
    }
    for start, surname in names:
        end = start + len(surname)
        if any(low <= start and end < high for low, high in full):
            continue  # the first name of another holder
        meant = {holder for (_, high), holder in full.items() if high == end}
        likely = meant or {holder for holder in full.values() if holder.rsplit(" ", 1)[-1] == surname}
        found: dict[tuple[str, str], list[Term]] = defaultdict(list)
        for term in by_key[surname]:
            if likely and term.holder not in likely:
                continue
            length = len(term.holder if meant else surname)
            manner = _manner(text, end - length, end, term, _title_of(term, titles))
            if manner:
                found[term.office, manner].append(term)
        for (_, manner), terms in found.items():
            yield _Sighting(tuple(terms), manner)


def _manner(text: str, start: int, end: int, term: Term, title: re.Pattern[str]) -> str:
    full = end - start == len(term.holder)
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    found = [match for match in title.finditer(before) if _leads_to(before[match.end() :], term, full=full)]
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


def _leads_to(between: str, term: Term, *, full: bool) -> bool:
    """Say whether only ranks, the holder's first names or commas stand between a title and a name."""
    if not re.fullmatch(r"(?:'s)?,?(?: [A-Z][\w.'-]*){0,3},? ?", between):
        return False
    first = [
        name for name in re.findall(r"[A-Z][\w.'-]*", between) if name[-1] != "." and name not in _ranks()
    ]
    return full or not first or any(name[0] == term.holder[0] for name in first)


@cache
def _ranks() -> frozenset[str]:
    """Return the words between a title and a name that are no first names."""
    data = tomllib.loads(files(__package__).joinpath("holders.toml").read_text(encoding="utf-8"))
    return frozenset(data["ranks"])


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


def _in_office(terms: Sequence[Term], outside: float) -> Clue:
    inside = grid.flat(outside)
    reach = grid.flat(_PER_DECADE * 5)
    for term in terms:
        inside = np.maximum(inside, _fading(term, outside))
        reach = np.maximum(reach, _distance_weight(term))

    def say(day: dt.date) -> str:
        term = next((t for t in terms if t.start <= day and (t.end is None or day <= t.end)), terms[-1])
        until = f" to {words(term.end.isoformat())}" if term.end else ""
        return f"{term.holder} was {term.country}'s {term.office} from {words(term.start.isoformat())}{until}"

    return Clue("office", terms[0].holder, inside + reach, say)


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


def _out_of_office(terms: Sequence[Term]) -> Clue:
    holder, office, country = terms[-1].holder, terms[-1].office, terms[-1].country
    weights = grid.between(min(term.start for term in terms), None, _FORMER_TOO_EARLY)
    for term in terms:
        weights = weights + np.where(grid.between(term.start, term.end, -1.0) == 0, _FORMER_TOO_EARLY, 0.0)
    return Clue("office", holder, weights, lambda _: f"{holder} is called a former {office} of {country}")
