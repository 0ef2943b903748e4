"""Joins times of day with their day: "9 a.m." and "on Friday", "08:00 to 20:00 on Sunday"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from core.temporal.builders.draft import Draft
from core.temporal.coordination import JOINING, between
from core.temporal.filters import is_heading, is_stamp
from core.temporal.forms import Anchor, Calendar, Clock, DayForm, Holiday, Repetition, Shift, Unit
from core.temporal.lexicon import ENGLISH
from core.temporal.words import Words

_NOON = 12
_AGAIN = frozenset({"every", "each", "daily", "nightly"})
_REACH = 4  # words before an hour among which "every" stands
_DAYBREAK = 5  # an hour before which a page has none later is a length: "02:18"
_CURFEW = frozenset({"curfew", "curfews"})
_DAILY = Repetition("P1D")
_HABIT_REACH, _DRAFTS = 10, 2  # words, and expressions, before hours among which their habit is told
_ENDS = ("END", "DOT", "BREAK")
_NIGHTFALL = 6  # the hour from which an hour of the night is one before midnight
_AFTER_DAY: tuple[tuple[list[str], ...], ...] = (
    ([],),
    ([], ["at"], ["in"], ["about"], ["on"], [",", "at"], [",", "in"]),
)  # "завтра, о 9-й ранку"
_BETWEEN = JOINING | {"(", "on"}


def join_clocks(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Join "9 a.m." and "Friday" into one expression where they touch, in either order."""
    out: list[Draft] = []
    for draft in _without_films(words, drafts):
        whole = draft
        while out and (joined := _joined(words, out[-1], whole)):
            out.pop()  # "six o'clock" waits for "the morning" to have its day: "... on the morning of 7 May"
            whole = joined
        out[-1:] = [*(_dated(words, last, whole) for last in out[-1:]), whole]
    repeated = [_repeated(words, draft) for draft in _of_habits(words, _share_days(words, out))]
    return _stamped(words, repeated)


def _without_films(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Drop bare figures before paragraphs that are small throughout: the lengths of films, not hours."""
    bare = [draft for draft in drafts if draft.last - draft.first == 1 and is_stamp(words, draft)]
    hours = [draft.form.hour or 0 for draft in bare if isinstance(draft.form, Clock)]
    films = set(bare) if max(hours, default=0) < _DAYBREAK else set()
    return [draft for draft in drafts if draft not in films]


def _stamped(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Give an hour that heads an entry of a live page the day of the heading before it, else today."""
    out: list[Draft] = []
    today: DayForm | None = Shift(Unit.DAY, 0.0)
    for draft in drafts:
        form = draft.form
        if is_day(form) and is_heading(words, draft):
            today = _day_form(draft)
        if isinstance(form, Clock) and form.day is None and is_stamp(words, draft):
            out.append(replace(draft, form=replace(form, day=today)))
        else:
            out.append(draft)
    return out


def is_day(form: object) -> bool:
    """Say whether a form names a day."""
    if isinstance(form, Calendar):
        return form.day is not None or form.weekday is not None
    told = isinstance(form, Shift) and form.unit is Unit.DAY and form.anchor is not Anchor.DAY
    return isinstance(form, Holiday) or told


def _repeated(words: Words, draft: Draft) -> Draft:
    """Leave an hour that comes again and again without a day: "every weekday morning at 7 a.m."."""
    form = draft.form
    if not isinstance(form, Clock) or form.day or form.hour is None:
        return draft
    near = (*range(_near(words, draft.first, _REACH), draft.first), draft.last)
    again = any(words.norm(place) in _AGAIN for place in near if place < len(words.codes))
    return _of_any_day(draft, form) if again else draft


def _near(words: Words, place: int, reach: int) -> int:
    """Return where the words of its sentence before a word begin, ``reach`` of them at most."""
    start = place
    while start > max(0, place - reach) and not any(words.is_a(start - 1, end) for end in _ENDS):
        start -= 1
    return start


def _of_any_day(draft: Draft, form: Clock) -> Draft:
    return replace(draft, form=Repetition(f"XXXX-XX-XXT{form.hour or 0:02d}:{form.minute or 0:02d}"))


def _of_habits(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave the hours of a habit without a day: "a curfew from 10 p.m. to 5 a.m.", "daily from 8 to 9"."""
    out = list(drafts)
    for place, (left, right) in enumerate(pairwise(drafts)):
        begins, ends = left.form, right.form
        if not (isinstance(begins, Clock) and isinstance(ends, Clock)) or begins.day or ends.day:
            continue
        joined = JOINING.issuperset(between(words, left, right)) and None not in (begins.hour, ends.hour)
        if joined and _is_habit(words, drafts[:place], left, right, drafts[place + 2 :]):
            out[place : place + 2] = [_of_any_day(left, begins), _of_any_day(right, ends)]
    return out


def _is_habit(
    words: Words, before: Sequence[Draft], left: Draft, right: Draft, after: Sequence[Draft]
) -> bool:
    """Say whether hours are those of a curfew, or told beside "daily" in their sentence."""
    start = _near(words, left.first, _HABIT_REACH)
    daily = any(one.form == _DAILY and one.first >= start for one in before[-_DRAFTS:])
    told = before[-1].last if before else 0
    curfew = any(words.norm(at) in _CURFEW for at in range(max(start, told), left.first))
    return curfew or daily or (bool(after) and after[0].form == _DAILY and after[0].first == right.last)


def _dated(words: Words, left: Draft, right: Draft) -> Draft:
    """Give a time in brackets the day after them: "14:00 local time (11:00 GMT) on Monday"."""
    if not isinstance(left.form, Clock) or left.form.day or not is_day(right.form):
        return left
    if between(words, left, right) not in ([")"], [")", "on"]):
        return left
    return replace(left, form=replace(left.form, day=_day_form(right)))


def _share_days(words: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """Give "08:00" the day of "08:00 to 20:00 on Sunday", "11pm" that of "11pm on Thursday evening"."""
    out = list(drafts)
    for place in range(len(out) - 2, -1, -1):
        left, right = out[place], out[place + 1]
        if not (isinstance(left.form, Clock) and isinstance(right.form, Clock)) or left.form.day:
            continue
        gap = between(words, left, right)
        if gap and _BETWEEN.issuperset(gap):
            out[place] = replace(left, form=replace(left.form, day=right.form.day))
    return out


def _joined(words: Words, left: Draft, right: Draft) -> Draft | None:
    gap = between(words, left, right)
    if is_stamp(words, left) and "\n" in words.text[words.ends[left.last - 1] : words.starts[right.first]]:
        return None  # the day in the entry's first words is not that of the entry
    if isinstance(left.form, Clock) and isinstance(right.form, Clock):
        return _joined_clocks(left, left.form, right, right.form, gap)
    if _is_overnight(left) and is_day(right.form) and gap in ([], ["into"], ["on"]):
        joins = -1 if gap == ["into"] else 0
        return Draft(left.first, right.last, Clock(part="NI", day=_day_form(right), joins=joins))
    clock, day = (left, right) if isinstance(left.form, Clock) else (right, left)
    if not isinstance(clock.form, Clock) or clock.form.day or not is_day(day.form):
        return None
    after_day = _AFTER_DAY[words.language != ENGLISH]
    allowed = [[], [","], ["on"], ["of"], ["in"]] if clock is left else after_day
    opens = bool(gap) and words.word(left.last).istitle()  # "at 9 p.m. On Monday they left"
    if gap not in allowed or opens:
        return None
    return Draft(left.first, right.last, replace(clock.form, day=_day_form(day)), clock.mod)


def _joined_clocks(left: Draft, hour: Clock, right: Draft, part: Clock, gap: list[str]) -> Draft | None:
    """Join "the early hours of Friday morning" and "9am on Thursday morning"."""
    within = hour.hour is not None and part.part and gap in ([], ["on"])
    if hour.day or not part.day or not (within or gap == ["of"]):
        return None
    return Draft(left.first, right.last, replace(hour, hour=_hour_of(hour.hour, part.part), day=part.day))


def _hour_of(hour: int | None, part: str) -> int | None:
    """Return an hour in a part of the day by 24: 10 is 22 in "10 o'clock on Friday night"."""
    if hour is None or hour >= _NOON:
        return hour
    late = part in ("AF", "EV") or (part == "NI" and hour >= _NIGHTFALL)
    return hour + _NOON if late else hour


def _is_overnight(draft: Draft) -> bool:
    return draft.form == Clock(part="NI", day=Shift(Unit.DAY, 0.0), joins=-1)


def _day_form(draft: Draft) -> DayForm | None:
    return draft.form if isinstance(draft.form, Calendar | Shift | Holiday) else None
