"""Clues from landmark events and the words of an era: a text that speaks of them was written after them."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from core.edtf import words
from core.facts import Era, Facts, Landmark
from core.temporal.forms import Calendar, Expression, date_of
from core.temporal.publication import grid, lags
from core.temporal.publication.clue import Clue
from core.temporal.publication.grid import Weights
from core.temporal.publication.phrases import Phrases, WordSets

_ALWAYS = ("lasting", "scheduled")  # fames that have a table of their own, however the landmark is told
_OUT_OF_ERA = -2.0
_PER_YEAR, _MOST = -0.4, -3.0  # ln-likelihood lost by the year after the last event known
_ONE_STORY = 60  # days within which two landmarks are of one story, and both be told in a sentence
_LEAD = 500  # characters in which a story tells what is new


@dataclass(frozen=True, slots=True)
class Hit:
    """A landmark the text speaks of, with the sentences that do.

    ``happened``: as of what has happened; ``close``: its words stand in one sentence, not in two;
    ``back``: the sentences look back on it; ``words``: those of its words that they hold.
    """

    landmark: Landmark
    spans: tuple[tuple[int, int], ...]
    happened: bool = True
    close: bool = True
    back: bool = False
    words: frozenset[str] = frozenset()


def landmarks_in(phrases: Phrases, facts: Facts) -> list[Hit]:
    """Return each landmark the text speaks of.

    Of those on one day only one, since they may be the same; but alternatives are kept, all or none.
    """
    times = Counter(landmark.words for landmark in facts.landmarks)
    hits: dict[tuple[dt.date, WordSets], Hit] = {}
    for landmark in facts.landmarks:
        several = times[landmark.words] > 1
        hit = _hit(landmark, phrases, apart=not several)
        key = landmark.date, landmark.words if several else ()
        if hit and (key not in hits or _rank(hit) >= _rank(hits[key])):
            hits[key] = hit
    return list(hits.values())


def _hit(landmark: Landmark, phrases: Phrases, *, apart: bool) -> Hit | None:
    sets = landmark.words
    if phrases.first_of(sets) is None:
        return None
    close = phrases.spans(sets)
    spans = close or (phrases.adjoining(sets) if apart else ())
    if not spans:
        return None
    happened, back = phrases.tell_as_happened(sets, spans), phrases.look_back(sets, spans)
    return Hit(landmark, spans, happened, bool(close), back, phrases.held(sets, spans))


def _rank(hit: Hit) -> tuple[bool, bool]:
    return hit.close, not hit.landmark.fame


def alternatives(hits: Sequence[Hit]) -> list[list[Hit]]:
    """Part landmarks so that the text speaks of one of each part.

    Those of the same words are alternatives, such as yearly summits; so are two far apart that find the same
    word in the same sentence: actor and place may be those of one, and the act that of the other.
    """
    groups: list[list[Hit]] = []
    for hit in hits:
        group = next((group for group in groups if any(_rival(hit, other) for other in group)), None)
        if group is None:
            groups.append([hit])
        else:
            group.append(hit)
    return groups


def _rival(one: Hit, other: Hit) -> bool:
    if one.landmark.words == other.landmark.words:
        return True
    if not {one.landmark.fame, other.landmark.fame}.isdisjoint(_ALWAYS):
        return False  # told to explain the other, or one of a series
    apart = abs((one.landmark.date - other.landmark.date).days) > _ONE_STORY
    return apart and bool(one.words & other.words) and not set(one.spans).isdisjoint(other.spans)


def nearest(hits: Sequence[Hit], day: dt.date) -> Landmark:
    """Return the landmark whose day is nearest to another."""
    return min((hit.landmark for hit in hits), key=lambda landmark: abs((landmark.date - day).days))


def landmark_clues(hits: Sequence[Hit], expressions: Sequence[Expression], body: int) -> Iterator[Clue]:
    """Yield a clue for each landmark the text speaks of; the body begins at ``body``, a title before it."""
    for group in alternatives(hits):
        each = [_by_lag(hit.landmark.date, _table(hit, expressions, body)) for hit in group]
        kind = "landmark" if group[0].close else "landmark apart"
        yield Clue(kind, group[0].landmark.event, np.logaddexp.reduce(each), _speaks_of(group))


def known_weekdays(hits: Sequence[Hit], expressions: Sequence[Expression]) -> set[int]:
    """Return the weekdays told beside landmarks that were on that weekday."""
    sure = [group[0] for group in alternatives(hits) if len(group) == 1 and group[0].close]
    return {hit.landmark.date.weekday() for hit in sure if _told_with(hit, expressions) == "weekday"}


def era_clues(phrases: Phrases, facts: Facts) -> Iterator[Clue]:
    """Yield a clue for each era whose words the text holds."""
    for era in facts.eras:
        group = phrases.first_of(era.words)
        if group:
            yield Clue(
                "era", group[0], grid.between(era.first, era.last, _OUT_OF_ERA), _in_use(group[0], era)
            )


def horizon_clue(facts: Facts) -> Clue:
    """Return the clue that few texts come from long after the last event known."""
    last = max((landmark.date for landmark in facts.landmarks), default=grid.LAST)
    years = np.maximum(np.arange(grid.DAYS) - grid.index(last) - 365, 0) / 365.25
    text = f"events are known up to {words(last.isoformat())}"
    return Clue("horizon", last.isoformat(), np.maximum(_PER_YEAR * years, _MOST), lambda _: text)


def _table(hit: Hit, expressions: Sequence[Expression], body: int) -> str:
    """Return the name of the table of lags that the manner of telling calls for."""
    told = _told_with(hit, expressions)
    if not hit.happened and hit.landmark.fame in ("", "scheduled"):
        return "unreal"
    if _year_is_told(hit, expressions):
        return "lasting"  # news leaves out the year that it comes from
    if hit.landmark.fame in _ALWAYS or (hit.landmark.fame and told != "dated"):
        return hit.landmark.fame
    return _manner(hit, told, body)


def _manner(hit: Hit, told: str, body: int) -> str:
    if not hit.close and told != "dated":
        return "apart"
    if told:
        return told
    place = _place(hit, body)
    if place == "body" and _is_bare(hit):
        return "bare"
    return "back" if hit.back and place != "title" else place


def _is_bare(hit: Hit) -> bool:
    """Say whether only a name is found, as of a place, and nothing that happened there."""
    whole = [group for group in hit.landmark.words if hit.words.issuperset(group)]
    return bool(whole) and all(len(group) == 1 and re.fullmatch(r"[A-Z]\S*", group[0]) for group in whole)


def event_days(hits: Sequence[Hit]) -> frozenset[dt.date]:
    """Return the days of the landmarks."""
    return frozenset(hit.landmark.date for hit in hits)


def _told_with(hit: Hit, expressions: Sequence[Expression]) -> str:
    """Say whether the text names the date of the landmark, or beside it its month or its weekday."""
    day = hit.landmark.date
    if any(_names(item, day) for item in expressions):
        return "dated"
    if any(_names_month(item, day) for item in inside(hit, expressions)):
        return "dated"
    beside = [form for item in inside(hit, expressions) if (form := _calendar(item))]
    alone = (form.weekday for form in beside if form.day is None and form.step is None)
    return "weekday" if day.weekday() in alone else ""


def _year_is_told(hit: Hit, expressions: Sequence[Expression]) -> bool:
    forms = [_calendar(item) for item in inside(hit, expressions)]
    return any(form and form.year == hit.landmark.date.year and not form.day for form in forms)


def _names(item: Expression, day: dt.date) -> bool:
    """Say whether the expression names the day, or one beside it: sources differ by a day."""
    form = _calendar(item)
    near = [day + dt.timedelta(off) for off in (-1, 0, 1)]
    return form is not None and (form.month, form.day) in [(at.month, at.day) for at in near]


def _names_month(item: Expression, day: dt.date) -> bool:
    form = _calendar(item)
    return form is not None and form.month == day.month and form.day is None and form.year in (None, day.year)


def _calendar(item: Expression) -> Calendar | None:
    form = date_of(item.form)
    return form if isinstance(form, Calendar) else None


def inside(hit: Hit, expressions: Sequence[Expression]) -> list[Expression]:
    """Return the expressions in sentences that speak of the landmark."""
    return [e for e in expressions if any(start <= e.start and e.end <= end for start, end in hit.spans)]


def _place(hit: Hit, body: int) -> str:
    start = hit.spans[0][0]
    return "title" if start < body else "lead" if start < body + _LEAD else "body"


def _by_lag(day: dt.date, place: str) -> Weights:
    table = lags.rates("landmark", place)
    return grid.by_lag(day, table.values, table.earliest)


def _speaks_of(hits: Sequence[Hit]) -> Callable[[dt.date], str]:
    def say(day: dt.date) -> str:
        landmark = nearest(hits, day)
        return f"it speaks of: {landmark.event} ({words(landmark.date.isoformat())})"

    return say


def _in_use(word: str, era: Era) -> Callable[[dt.date], str]:
    text = f"the word “{word}” is in use from {words(era.first.isoformat())}" if era.first else f"“{word}”"
    return lambda _: text
