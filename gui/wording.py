"""How the model's terms read on screen."""

from core import edtf, taxonomy
from core.model import Article, Basis, Event, Mention, PublicationBasis, Status

TRACKS = {track.name: track.label for track in taxonomy.tracks()}


STATUSES = {
    Status.OCCURRED: "Occurred",
    Status.PLANNED: "Planned",
    Status.PROPOSED: "Proposed",
    Status.HYPOTHETICAL: "Hypothetical",
    Status.DENIED: "Denied",
    Status.CANCELLED: "Cancelled",
}

BASES = {
    Basis.EXPLICIT: "the date stands in the text",
    Basis.PARTIAL: "part of the date stands in the text",
    Basis.RELATIVE: "told relative to the publication date",
    Basis.NARRATIVE: "taken from a neighbouring sentence",
    Basis.DCT: "no time is told: news of the publication day",
    Basis.USER: "set by you",
}

PUBLICATION_BASES = {
    PublicationBasis.USER: "set by you",
    PublicationBasis.METADATA: "stated by the page",
    PublicationBasis.DATELINE: "from the dateline",
    PublicationBasis.URL: "from the web address",
    PublicationBasis.FEED: "from the feed",
    PublicationBasis.FILE: "from the file",
    PublicationBasis.INFERRED: "inferred from the text",
    PublicationBasis.UNKNOWN: "not known",
}

# How a link reads from the later event, and from the earlier one.
LINKS = {
    "fulfils": ("Fulfils", "Fulfilled by"),
    "moves": ("Moves", "Moved by"),
    "cancels": ("Cancels", "Cancelled by"),
    "reissues": ("Sets anew", "Set anew by"),
    "responds": ("Responds to", "Answered by"),
}


def date(edtf_date: str) -> str:
    """Return a date as a sentence would start with it: "About 15 May 2025"."""
    return _start(edtf.words(edtf_date))


def parties(event: Event | Mention) -> str:
    """Return who does it, and to whom: "Russia → Ukraine"."""
    sides = [", ".join(side) for side in (event.source, event.target) if side]
    return " → ".join(sides)


def place(event: Event | Mention) -> str:
    """Return the place with its country: "Sumy, Ukraine"."""
    names = [event.place, event.country]
    return ", ".join(dict.fromkeys(name for name in names if name))


def kind(event: Event | Mention) -> str:
    """Return the event type with its mode in words: "Drone strike"."""
    return _start(taxonomy.describe(event.track, event.type, event.mode).label)


def toll(event: Event) -> str:
    """Return the dead and injured in words, as the sources give them; empty where none does."""
    parts = []
    for numbers, word in ((event.killed, "killed"), (event.injured, "injured")):
        if numbers is not None:
            low, high = numbers
            parts.append(f"{low:,} {word}" if low == high else f"{low:,} to {high:,} {word}")
    return ", ".join(parts)


def origin(told: str) -> str:
    """Return where an event came from that no article here tells of: the table and the row there."""
    table, _, _row = told.partition(" ")
    return "A chart or project of Twotrack; its articles are not here" if table == "Twotrack" else told


def sureness(confidence: float) -> str:
    """Return a confidence of 0..1 in words."""
    if confidence >= 0.8:
        return "high"
    return "medium" if confidence >= 0.5 else "low"


def name_of(article: Article) -> str:
    """Return what to call an article."""
    return article.title or article.source.rsplit("/", 1)[-1] or "Untitled article"


def publication(article: Article) -> str:
    """Return the publication date and where it comes from: "29 May 2025, inferred from the text"."""
    found = article.published
    if not found.edtf:
        return "Publication date not known"
    return f"{date(found.edtf)}, {PUBLICATION_BASES[found.basis]}"


def _types() -> dict[tuple[str, str], str]:
    """Return the label of each event type and mode."""
    pairs = [
        (name, mode)
        for name, entry in taxonomy.current().types.items()
        for mode in ("", *entry.get("modes", ()))
    ]
    return {(name, mode): _start(taxonomy.describe("", name, mode).label) for name, mode in pairs}


def _start(words: str) -> str:
    """Return words as a line starts with them."""
    return words[:1].upper() + words[1:]


TYPES = _types()  # the label of each event type and mode
