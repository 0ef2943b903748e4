"""Makes small collections of articles with the mentions a reader would find in them."""

from typing import Any

from core.edtf import bounds
from core.merge import merge
from core.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Event,
    Mention,
    PublicationBasis,
    PublicationDate,
    Status,
    Trigger,
)


class Press:
    """Articles and their mentions, as they are written."""

    def __init__(self) -> None:
        self.articles: list[Article] = []
        self.mentions: list[Mention] = []

    def article(self, name: str, day: str, text: str) -> str:
        """Add an article whose first line is its headline; return its id."""
        end = text.index("\n") if "\n" in text else 0
        blocks = (Block(0, end, BlockKind.TITLE), Block(end, len(text), BlockKind.BODY))
        published = PublicationDate(day, PublicationBasis.METADATA, 1.0)
        self.articles.append(Article(name, text, blocks, title=text[:end], published=published))
        return name

    def tell(self, article: str, quote: str, trigger: str, type_: str, **fields: Any) -> Mention:
        """Add a mention, a quote with its trigger; dated by the publication day if no date is given."""
        found = next(one for one in self.articles if one.id == article)
        start = found.text.index(quote)
        at = found.text.index(trigger, start)
        basis = Basis.EXPLICIT if "edtf" in fields else Basis.DCT
        edtf = fields.pop("edtf", f"{found.published.edtf}~" if found.published.edtf else "")
        first, last = bounds(edtf) if edtf else (None, None)
        made = Mention(
            article=article,
            start=start,
            end=start + len(quote),
            quote=quote,
            trigger=Trigger(at, at + len(trigger), trigger),
            type=type_,
            edtf=edtf,
            first=first,
            last=last,
            **{
                "title": quote,
                "track": "battlefield" if type_ == "ASSAULT" else "diplomatic",
                "mode": "",
                "status": Status.OCCURRED,
                "basis": basis,
            }
            | fields,
        )
        self.mentions.append(made)
        return made

    def events(self, previous: list[Event] | None = None) -> list[Event]:
        """Return the events of all that is told."""
        return merge(self.articles, self.mentions, previous or [])

    def event_of(self, mention: Mention) -> Event:
        """Return the event that holds the mention."""
        return next(event for event in self.events() if mention in event.mentions)

    def are_one(self, *mentions: Mention) -> bool:
        """Say whether one event holds all the mentions."""
        return all(mention in self.event_of(mentions[0]).mentions for mention in mentions)
