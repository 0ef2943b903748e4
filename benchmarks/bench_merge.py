"""Times the merging of mentions into events over collections of growing size, and the adding of one article.

Run: python -m benchmarks.bench_merge [MENTIONS ...]. The peer in the same run compares every pair of mentions
by their words, as merging without blocks would have to.
"""

import datetime as dt
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from core.merge import find_links, merge
from core.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Mention,
    PublicationBasis,
    PublicationDate,
    Status,
    Trigger,
)

SIZES = (1_000, 10_000)
PEER_SIZE = 1_000
MENTIONS_IN_ARTICLE = 10
ARTICLES_A_DAY = 12
FIRST = dt.date(2022, 2, 24)
TOWNS = [
    f"{a}{b}{c}a" for a in ("Bor", "Kal", "Mir", "Ost", "Ter") for b in ("en", "ov", "ul") for c in "dkmnt"
]
SIDES = ["Arland", "Boria", "Cestia", "Dravia"]
TARGETS = ["depot", "school", "bridge", "mill", "harbour", "market", "clinic", "station", "plant", "camp"]
ACTS = [
    ("drones struck", "struck", "ASSAULT", "drone"),
    ("shells hit", "hit", "ASSAULT", "heavy-weapons"),
    ("a bomb went off at", "bomb", "ASSAULT", "explosives"),
    ("envoys held talks at", "talks", "CONSULT", ""),
    ("ministers agreed on", "agreed", "AGREE", ""),
    ("officials accused guards of", "accused", "ACCUSE", ""),
]


def article(number: int, chance: random.Random) -> tuple[Article, list[Mention]]:
    """Return an article with its mentions; those of one day tell of the same few towns."""
    day = FIRST + dt.timedelta(days=number // ARTICLES_A_DAY)
    name, text, mentions = f"a{number:05}", f"Report {number}\n\n", []
    towns = random.Random(day.toordinal()).sample(TOWNS, 6)
    for _ in range(MENTIONS_IN_ARTICLE):
        town, side, other = chance.choice(towns), *chance.sample(SIDES, 2)
        act, trigger, type_, mode = chance.choice(ACTS)
        quote = f"{side}: {act} the {chance.choice(TARGETS)} of {town} and {other}"
        start = len(text)
        text += f"{quote}, a witness in {town} said. "
        at = text.index(trigger, start)
        told = chance.random() < 0.5
        mentions.append(
            Mention(
                article=name,
                start=start,
                end=start + len(quote),
                quote=quote,
                trigger=Trigger(at, at + len(trigger), trigger),
                title=quote,
                track="battlefield" if type_ == "ASSAULT" else "diplomatic",
                type=type_,
                mode=mode,
                status=Status.OCCURRED,
                edtf=day.isoformat() if told else f"{day}~",
                first=day,
                last=day,
                basis=Basis.PARTIAL if told else Basis.DCT,
                source=(side,),
                target=(other,),
                place=town if chance.random() < 0.6 else "",
            )
        )
    blocks = (Block(0, len(text), BlockKind.BODY),)
    published = PublicationDate(day.isoformat(), PublicationBasis.METADATA, 1.0)
    return Article(name, text, blocks, published=published), mentions


def collection(mentions: int) -> tuple[list[Article], list[Mention]]:
    chance = random.Random(7)
    made = [article(number, chance) for number in range(mentions // MENTIONS_IN_ARTICLE)]
    return [one for one, _ in made], [mention for _, told in made for mention in told]


def all_pairs(mentions: Sequence[Mention]) -> int:
    """Count the pairs of mentions that share half of their words."""
    words = [set(mention.quote.lower().split()) for mention in mentions]
    return sum(2 * len(a & b) >= min(len(a), len(b)) for a, b in combinations(words, 2))


def main() -> None:
    _, few = collection(PEER_SIZE)
    start = time.process_time()
    all_pairs(few)
    peer = (time.process_time() - start) / PEER_SIZE**2
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    first = 0.0
    for size in sizes:
        articles, mentions = collection(size)
        start = time.process_time()
        events = merge(articles, mentions)
        took = time.process_time() - start
        first = first or took / size
        extra, told = article(len(articles) // 2, random.Random(8))
        extra, told = _renamed(extra, told)
        start = time.process_time()
        merge([*articles, extra], [*mentions, *told], events)
        added = time.process_time() - start
        start = time.process_time()
        links = find_links(events)
        linked = time.process_time() - start
        print(
            f"{size:>7} mentions: {len(events)} events in {took:.2f} s, one more article {added:.2f} s, "
            f"{len(links)} links {linked:.2f} s; a mention costs {took / size / first:.2f} of one "
            f"in {sizes[0]}; {took / (peer * size**2):.3f} of comparing all pairs"
        )


def _renamed(one: Article, told: Sequence[Mention]) -> tuple[Article, list[Mention]]:
    return replace(one, id="added"), [replace(mention, article="added") for mention in told]


if __name__ == "__main__":
    main()
