"""Draws single events: the mark with its look, its name in words, the days it may have happened on."""

from core.model import Event
from core.scene import Bar, Line, Mark
from core.taxonomy import describe, kind, tracks
from core.timeline import words
from core.timeline.setting import Lane, Setting
from core.timeline.sheet import RADIUS, STYLES, Sheet

_DAYS = 5.0  # height over the foot at which possible days are drawn
_MAIN, _OTHER = ("diplomatic", "battlefield"), "other"  # colour roles of tracks
_OPEN = 22.0  # px of the arrow of an open end
_HOURS = 250.0  # px of a day from which the hour would be seen, and is not known
_ABOUT = (5.0, 16.0)  # px of a day from which "about" is drawn, and that it reaches to each side at most


def look(event: Event) -> str:
    """Return how an event's status is drawn."""
    return STYLES[event.status]


def colour(event: Event) -> str:
    """Return the colour role of an event, or the colour the user has given it."""
    if event.marks.colour:
        return event.marks.colour
    own = next((track.colour for track in tracks() if track.name == event.track), _OTHER)
    return kind(event.track, event.type, event.mode).colour if own in _MAIN else own


def name(sheet: Sheet, event: Event, setting: Setting) -> str:
    """Return the title; the type and place instead where no font has the title's letters."""
    told = event.title if sheet.measure.shown(event.title) else _instead(sheet, event)
    number = setting.numbers.get(event.id)
    return f"{number}  {told}" if number else told


def _instead(sheet: Sheet, event: Event) -> str:
    label = describe(event.track, event.type, event.mode).label
    text = f"{label}, {event.place}" if event.place and sheet.measure.shown(event.place) else label
    return text[:1].upper() + text[1:]


def mark(sheet: Sheet, event: Event, x: float, y: float) -> None:
    """Draw an event's mark."""
    shape = kind(event.track, event.type, event.mode)
    sheet.marks.append(Mark(x, y, RADIUS, shape.glyph, colour(event), look(event), event.id))
    note(sheet, event)


def note(sheet: Sheet, event: Event) -> None:
    """Have the legend explain an event's mark."""
    shape = kind(event.track, event.type, event.mode)
    sheet.note(f"kind:{shape.name}:{shape.label}:{shape.glyph}:{colour(event)}")
    if look(event) != "filled":
        sheet.note(f"status:{look(event)}:{words.status(event.status)}")


def possible_days(sheet: Sheet, lane: Lane, setting: Setting, i: int, x: float) -> None:
    """Draw by the axis which days are possible: several, an open end, or "about" that day."""
    table, event, y = setting.table, setting.table.events[i], lane.y(_DAYS)
    ink, day = colour(event), lane.panel.density
    start, end = (
        min(max(lane.left, lane.x(float(side[i]))), lane.right) for side in (table.start, table.end)
    )
    if table.span[i]:
        if end - start > RADIUS:
            _stretch(sheet, lane, event, (start, end), y)
    elif event.edtf.startswith("../"):
        sheet.lines.append(Line(((x, y), (max(lane.left, x - _OPEN), y)), ink, 1.4, arrow=True, layer=3))
        sheet.note("earlier")
    elif event.edtf.endswith("/.."):
        sheet.lines.append(Line(((x, y), (min(lane.right, x + _OPEN), y)), ink, 1.4, arrow=True, layer=3))
        sheet.note("later")
    elif table.end[i] - table.start[i] > 1 or day > _HOURS:
        if end - start > RADIUS:
            whisker(sheet, start, end, y, ink, dashed=False)
            sheet.note("range")
    elif words.is_about(event) and day >= _ABOUT[0]:
        reach = min(day, _ABOUT[1])
        left, right = max(lane.left, x - reach), min(lane.right, x + reach)
        sheet.lines.append(Line(((left, y), (right, y)), ink, 1.8, dashed=True, layer=3))
        sheet.note("about")


def _stretch(sheet: Sheet, lane: Lane, event: Event, place: tuple[float, float], y: float) -> None:
    """Draw the time an event lasts as a thin bar, where there is no room for a row."""
    start, end = place
    sheet.bars.append(Bar((start, y - 2, end, y + 2), f"{lane.track.colour}-tint", layer=2))
    sheet.lines.append(Line(((end, y - 4), (end, y + 4)), colour(event), 1.8, layer=4))
    sheet.note("span")


def whisker(sheet: Sheet, start: float, end: float, y: float, ink: str, *, dashed: bool) -> None:
    """Draw a line with an end at both sides."""
    sheet.lines.append(Line(((start, y), (end, y)), ink, 1.6, dashed, layer=3))
    sheet.lines += [Line(((x, y - 3.5), (x, y + 3.5)), ink, 1.6, layer=3) for x in (start, end)]
