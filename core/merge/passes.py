"""The grounds on which a mention is held to retell an event of its article, surest first.

A sieve (Lee et al. 2013): each pass sees the chains that the passes before it have built.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.merge.chain import Chain
from core.merge.conflicts import MUTUAL, disjoint
from core.merge.traits import Traits
from core.merge.wording import settings
from core.model import Status


@dataclass(frozen=True, slots=True)
class Story:
    """What a pass knows of the article: in how many mentions each word stands, how many are of each kind."""

    words: Counter[str]
    kinds: Counter[str]

    @classmethod
    def of(cls, mentions: Sequence[Traits]) -> "Story":
        """Return what the mentions of an article have in common."""
        words = Counter(word for t in mentions for word in t.words | t.context | t.trigger)
        return cls(words, Counter(t.kind for t in mentions if t.kind))

    def shared(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Return how much of the words ``a`` stands in ``b``, 0 to 1; the article's rare words weigh more."""
        weight = sum(self.words[word] ** -0.5 for word in a if self.words[word])
        return sum(self.words[word] ** -0.5 for word in a & b if self.words[word]) / weight if weight else 0.0


Pass = Callable[[Traits, Chain, Story], bool]


def effect(mention: Traits, chain: Chain, _: Story) -> bool:
    """The dead and wounded of an attack told in the same sentence."""
    of = [t for t in chain.members if t.at.sentence == mention.at.sentence]
    dead = [t for t in (mention, *of) if t.casualties]
    if not of or not dead or any(t.mention.trigger.text in settings()["words"]["purpose"] for t in dead):
        return False
    near: int = settings()["sieve"]["effect_near"]
    m = mention.mention
    close = all(m.start < t.mention.end + near and t.mention.start < m.end + near for t in of)
    return close and all(t.date == mention.date or not (t.told or mention.told) for t in of)


def met_for_talks(mention: Traits, chain: Chain, _: Story) -> bool:
    """A meeting and what it was for, told in one sentence of the same sides and day."""
    return mention.mention.type == MUTUAL and any(
        t.at.sentence == mention.at.sentence
        and t.mention.type == MUTUAL
        and t.parties == mention.parties
        and t.date == mention.date
        and not t.trigger & mention.trigger
        for t in chain.members
    )


def headline(mention: Traits, chain: Chain, story: Story) -> bool:
    """The headline's event, told again at the head of the text."""
    lead = mention.at.paragraph <= _least("lead") and mention.at.sentence <= _least("lead_sentences")
    if not lead or not any(t.at.headline for t in chain.members):
        return False
    if not _like_trigger(mention, chain):
        return False
    first = len(chain.members) == 1 and mention.mention.type in chain.types
    return first or _overlap(mention, chain, story) > _least("headline")


def wording(mention: Traits, chain: Chain, story: Story) -> bool:
    """A like trigger in much the same words."""
    if mention.indefinite or mention.casualties or not _like_trigger(mention, chain):
        return False
    if _too_few(mention, chain):
        return False
    both = min(story.shared(t.words, mention.words) for t in chain.members)
    return max(story.shared(mention.words, chain.words), both) >= _least("wording")


def same_day(mention: Traits, chain: Chain, story: Story) -> bool:
    """A diplomatic act of one type that is told of the same day, or of the same span of days."""
    spans = "/" in mention.date and ".." not in mention.date
    if not _same_act(mention, chain) or not (mention.told or spans):
        return False
    near = _distance(mention, chain) <= settings()["sieve"]["talks_near"]
    told_alike = _overlap(mention, chain, story, chain.named) >= _least("place")
    sides = near or _both_ahead(mention, chain) or (mention.parties & chain.parties and told_alike)
    mutual = mention.mention.type == MUTUAL
    return bool(sides) and any(
        t.date == mention.date and (t.told or spans) and (mutual or not disjoint(t.source, mention.source))
        for t in chain.members
    )


def same_talks(mention: Traits, chain: Chain, story: Story) -> bool:
    """Talks of the same sides."""
    if mention.mention.type != MUTUAL or not mention.sense & chain.sense:
        return False
    near = _distance(mention, chain) <= settings()["sieve"]["talks_near"]
    a, b = mention.parties, chain.parties
    within = bool(a and a <= b) or bool(b and b <= a)
    told = mention.definite or any(t.date == mention.date and t.told for t in chain.members)
    again = a == b and (mention.trigger & chain.trigger or mention.kind in chain.kinds)
    alike = told or again or _overlap(mention, chain, story, chain.named) >= _least("place")
    if near:
        return (len(a & b) > 1 or within) and bool(alike)
    return len(a & b) > 1 and told and _distance(mention, chain) <= _least("known_near")


def same_sides(mention: Traits, chain: Chain, story: Story) -> bool:
    """The same act by the same side to the same side, with words in common."""
    if not _same_act(mention, chain) or not mention.parties:
        return False
    same = any(t.source == mention.source and t.target == mention.target for t in chain.members)
    if _too_few(mention, chain):
        return False
    like = mention.mention.type in settings()["sieve"]["verbal"] or _like_trigger(mention, chain)
    return same and _overlap(mention, chain, story, chain.named) >= _least("sides" if like else "wording")


def known(mention: Traits, chain: Chain, story: Story) -> bool:
    """Told with "the" or "their": the last event before it with a like trigger."""
    if not mention.definite or mention.casualties or not _like_trigger(mention, chain):
        return False
    far = _distance(mention, chain) > settings()["sieve"]["known_near"]
    if far and not any(t.at.headline for t in chain.members):
        return False
    return mention.at.bare or story.shared(mention.words, chain.words) >= _least("known")


def same_place(mention: Traits, chain: Chain, story: Story) -> bool:
    """The same type of event at a place that both name, and that is no country in the war."""
    if mention.mention.type not in chain.types or mention.indefinite:
        return False
    here = mention.places - chain.named
    there = [t.places - chain.named for t in chain.members]
    if not here or not any(place and (here <= place or place <= here) for place in there):
        return False
    if mention.at.sentence - chain.last.at.sentence == 1:
        return True
    return _like_trigger(mention, chain) and _overlap(mention, chain, story) >= _least("place")


def same_toll(mention: Traits, chain: Chain, _: Story) -> bool:
    """The same number of dead."""
    killed, least = mention.mention.killed, settings()["sieve"]["toll"]
    return killed is not None and killed >= least and any(t.mention.killed == killed for t in chain.members)


def rare_words(mention: Traits, chain: Chain, story: Story) -> bool:
    """The same type of event in a sentence that shares words which the article uses nowhere else."""
    if mention.mention.type not in chain.types or mention.casualties or not _like_trigger(mention, chain):
        return False
    others = [t.context for t in chain.members if t.at.sentence != mention.at.sentence]
    shared = mention.context & frozenset().union(*others)
    few: int = settings()["sieve"]["rare_in"]
    return sum(story.words[word] <= few for word in shared) >= _least("rare_words")


def goes_on(mention: Traits, chain: Chain, story: Story) -> bool:
    """The next sentence has the same side at the same kind of act."""
    if not _same_act(mention, chain) or mention.mention.type not in settings()["sieve"]["verbal"]:
        return False
    before = chain.last
    follows = mention.at.sentence - before.at.sentence == 1
    same = bool(mention.source) and mention.source == before.source
    if not follows or not same or disjoint(mention.target, before.target):
        return False
    return _overlap(mention, chain, story, chain.named) >= _least("goes_on")


def scene(mention: Traits, chain: Chain, story: Story) -> bool:
    """The article's one bomb attack: few kinds of attack come so seldom that one text tells of two."""
    kind = mention.kind
    seldom = kind in settings()["sieve"]["seldom"] and kind in chain.kinds and not mention.indefinite
    lead = any(t.at.headline or t.at.sentence <= _least("lead_sentences") for t in chain.members)
    sides = mention.definite or mention.parties & chain.parties or mention.places & chain.places
    one = not _plural(mention) or any(_plural(t) for t in chain.members)
    return bool(seldom and lead and sides and one) and story.kinds[kind] >= _least("scene")


# Grounds so sure that news told without a day may be of a day told elsewhere in the article.
WHATEVER_DAY: tuple[Pass, ...] = (wording, same_place, same_toll, known)
IN_ONE_SENTENCE: tuple[Pass, ...] = (effect, met_for_talks)
PASSES: tuple[Pass, ...] = (
    *IN_ONE_SENTENCE,
    headline,
    wording,
    same_day,
    same_talks,
    same_sides,
    same_place,
    same_toll,
    known,
    rare_words,
    goes_on,
    scene,
)


def _both_ahead(mention: Traits, chain: Chain) -> bool:
    """Say whether both tell of talks to come: an article seldom has two for one day."""
    ahead = (Status.PLANNED, Status.PROPOSED)
    talks = mention.mention.type == MUTUAL and mention.mention.status in ahead
    return talks and any(t.mention.status in ahead for t in chain.members)


def _least(name: str) -> float:
    value: float = settings()["sieve"][name]
    return value


def _like_trigger(mention: Traits, chain: Chain) -> bool:
    return bool(mention.trigger & chain.trigger or mention.sense & chain.sense)


def _same_act(mention: Traits, chain: Chain) -> bool:
    return mention.mention.track == "diplomatic" and mention.mention.type in chain.types


def _overlap(mention: Traits, chain: Chain, story: Story, apart_from: frozenset[str] = frozenset()) -> float:
    """Return the share of words in common, of the mention's or of the chain's first one's."""
    one, first, all_ = (words - apart_from for words in (mention.words, chain.members[0].words, chain.words))
    return max(story.shared(one, all_), story.shared(first, one))


def _plural(mention: Traits) -> bool:
    return mention.mention.trigger.text.endswith("s")


def _too_few(mention: Traits, chain: Chain) -> bool:
    """Say whether sentences apart have but a word in common, however large a share of so few it is."""
    far = _distance(mention, chain) > settings()["sieve"]["talks_near"]
    return far and len((mention.words & chain.words) - chain.named) < _least("shared")


def _distance(mention: Traits, chain: Chain) -> int:
    return min(abs(mention.at.sentence - t.at.sentence) for t in chain.members)
