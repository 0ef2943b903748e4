"""What is known of an event and why, as rich text: each source with its own date, and the reasons."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from core import edtf
from core.model import Article, Basis, Event, Mention
from core.wording import count
from gui import wording
from gui.look import Look

Related = tuple[str, Event]

_REVIEW = {None: "not verified", True: "confirmed by you", False: "rejected by you"}


def evidence(
    event: Event, articles: Mapping[str, Article], related: Sequence[Related], shown: int, look: Look
) -> str:
    """Return the evidence for an event; links ``mention:N`` lead to its mentions, ``event:ID`` to events.

    Args:
        event: the event.
        articles: the project's articles by id.
        related: the events it is linked to, each with how.
        shown: the number of the mention shown below, whose reasons are told.
        look: the colours.
    """
    parts = [*_judgement(event), *_facts(event), *_sources(event, articles, shown, look)]
    if event.mentions:
        parts += _why(event, event.mentions[shown], look)
    if event.origin:
        parts.append(_section(f"Imported · {_REVIEW[event.marks.confirmed]}", _origin(event), look))
    parts += _related(related, look)
    if event.marks.note:
        parts.append(_section("Note", f"<p>{escape(event.marks.note)}</p>", look))
    return "".join(parts)


def _judgement(event: Event) -> Iterator[str]:
    if event.marks.confirmed is False:
        yield "<p style='margin-top:0'><b>Rejected by you:</b> left out of the chart.</p>"
    elif event.marks.confirmed:
        yield "<p style='margin-top:0'><b>Confirmed by you.</b></p>"


def _facts(event: Event) -> Iterator[str]:
    facts = [wording.parties(event), wording.place(event), wording.toll(event)]
    if words := [escape(fact) for fact in facts if fact]:
        yield f"<p style='margin-top:0'>{' &nbsp;·&nbsp; '.join(words)}</p>"


def _sources(event: Event, articles: Mapping[str, Article], shown: int, look: Look) -> Iterator[str]:
    rows = []
    for number, mention in enumerate(event.mentions):
        article = articles.get(mention.article)
        quote = f"“{escape(_short(mention.quote))}”"
        name = escape(_outlet(article))
        mark = f"background-color:{look.touched}" if number == shown else ""
        rows.append(
            f"<tr><td style='padding:3px 8px 3px 4px;{mark}'>"
            f"<a href='mention:{number}' style='color:{look.ink};text-decoration:none'>{quote}</a><br>"
            f"<span style='color:{look.faint}'>{name}{escape(_said(mention, article))}</span></td></tr>"
        )
    if rows:
        heading = _heading_of(event)
        yield _section(heading, f"<table cellspacing='0' width='100%'>{''.join(rows)}</table>", look)


def _heading_of(event: Event) -> str:
    told = count(len(event.mentions), "mention")
    sources = count(event.sources, "independent source")
    dates = {mention.edtf for mention in event.mentions if mention.edtf}
    differ = f" · {len(dates)} dates given" if len(dates) > 1 else ""
    return f"{told} · {sources}{differ}"


def _said(mention: Mention, article: Article | None) -> str:
    """Return what this source says of date and speaker: " · dates it 2 June 2025 · says Kremlin"."""
    parts = []
    if article and article.published.edtf:
        parts.append(f"published {edtf.words(article.published.edtf)}")
    if mention.edtf:
        parts.append(f"dates it {edtf.words(mention.edtf)}")
    if mention.attribution:
        parts.append(f"according to {mention.attribution}")
    return "".join(f" · {part}" for part in parts)


def _why(event: Event, mention: Mention, look: Look) -> Iterator[str]:
    basis = wording.BASES[Basis.USER if event.basis is Basis.USER else mention.basis]
    lines = [f"Date: {basis}", *mention.reasons]
    items = "".join(
        f"<p style='margin:0 0 3px 0'>•&nbsp; {escape(line)}</p>" for line in dict.fromkeys(lines)
    )
    sure = f"confidence {wording.sureness(event.confidence)}, {event.confidence:.0%}"
    yield _section(f"Why · {sure}", items, look)


def _origin(event: Event) -> str:
    said = f", according to {', '.join(event.attribution)}" if event.attribution else ""
    return f"<p style='margin:0 0 3px 0'>{escape(wording.origin(event.origin) + said)}</p>"


def _related(related: Sequence[Related], look: Look) -> Iterator[str]:
    lines = [
        f"<p style='margin:0 0 3px 0'>{escape(how)} "
        f"<a href='event:{escape(other.id)}' style='color:{look.accent};text-decoration:none'>"
        f"{escape(other.title)}</a>, {edtf.words(other.edtf)}</p>"
        for how, other in related
    ]
    if lines:
        yield _section("Linked events", "".join(lines), look)


def _section(heading: str, body: str, look: Look) -> str:
    return f"<p style='margin:12px 0 4px 0;color:{look.faint}'><b>{escape(heading)}</b></p>{body}"


def _outlet(article: Article | None) -> str:
    if article is None:
        return "source removed"
    return article.outlet or urlsplit(article.url).hostname or wording.name_of(article)


def _short(quote: str, most: int = 160) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0] + " …"
