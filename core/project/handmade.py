"""Events the user makes: typed in, or told by words selected in an article."""

from collections.abc import Sequence

from core import edtf
from core.model import Article, Basis, Event, Mention, Status, Trigger
from core.project.errors import ProjectError


def event_by_hand(
    title: str,
    track: str,
    type: str,  # noqa: A002 - the name of the field
    *,
    date: str = "",
    mode: str = "",
    status: Status = Status.OCCURRED,
    source: Sequence[str] = (),
    target: Sequence[str] = (),
    place: str = "",
    country: str = "",
    mention: Mention | None = None,
) -> Event:
    """Return an event to be added with :class:`core.project.Add`; ``date`` is EDTF, empty where unknown.

    Raises:
        ProjectError: the title is empty, or the date is none.
    """
    if not title.strip():
        raise ProjectError("A title cannot be empty.")
    try:
        first, last = edtf.bounds(date) if date else (None, None)
    except ValueError as error:
        raise ProjectError(f"{date!r} is not a date Twotrack can use.") from error
    return Event(
        id="",
        title=title.strip(),
        track=track,
        type=type,
        mode=mode,
        status=status,
        edtf=date,
        first=first,
        last=last,
        basis=Basis.USER,
        source=tuple(source),
        target=tuple(target),
        place=place,
        country=country,
        killed=None,
        injured=None,
        attribution=(),
        confidence=1.0,
        mentions=(mention,) if mention else (),
        articles=(mention.article,) if mention else (),
        sources=1 if mention else 0,
    )


def event_from_selection(
    article: Article,
    start: int,
    end: int,
    *,
    title: str,
    track: str,
    type: str,  # noqa: A002 - the name of the field
    date: str | None = None,
    status: Status = Status.OCCURRED,
) -> Event:
    """Return an event told by ``article.text[start:end]``, to be added with :class:`core.project.Add`.

    With no ``date`` it is news of about the day the article was published, as where the text tells no time.

    Raises:
        ProjectError: nothing is selected, the title is empty, or the date is none.
    """
    selected = article.text[start:end]
    start += len(selected) - len(selected.lstrip())
    quote = selected.strip()
    if not quote:
        raise ProjectError("Select the words in the article that tell of the event.")
    day = article.published.day
    told = date if date is not None else f"{day.isoformat()}~" if day else ""
    event = event_by_hand(title, track, type, date=told, status=status)
    mention = Mention(
        article=article.id,
        start=start,
        end=start + len(quote),
        quote=quote,
        trigger=Trigger(start, start + len(quote), quote),
        title=event.title,
        track=track,
        type=type,
        mode="",
        status=status,
        edtf=told,
        first=event.first,
        last=event.last,
        basis=Basis.DCT if date is None else Basis.USER,
        confidence=1.0,
        reasons=("selected by hand",),
    )
    return event_by_hand(title, track, type, date=told, status=status, mention=mention)
