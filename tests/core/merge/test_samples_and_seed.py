"""The sample articles, read and merged as one collection; with the seed article where it is at hand."""

from pathlib import Path

import pytest

from core import articles, pipeline
from core.inputs import look_through
from core.model import Event, Status

SAMPLES = Path("assets/samples")
SEED = Path("../shared/gold/seed/article.txt")
TOLD_IN_MAY = ("2025-05-16-istanbul-wire", "2025-05-17-istanbul-followup")
TOLD_IN_JUNE = ("2025-06-02-istanbul", "2025-06-03-istanbul-analysis")


@pytest.fixture(scope="module")
def samples() -> list[pipeline.Processed]:
    found = list(pipeline.run(look_through([SAMPLES]).articles, workers=0))
    return [one for one in found if isinstance(one, pipeline.Processed)]


@pytest.fixture(scope="module")
def seed(samples: list[pipeline.Processed]) -> list[pipeline.Processed]:
    if not SEED.exists():
        pytest.skip("the seed article is not beside the project: ../shared is absent")
    article = articles.from_text(SEED.read_text(encoding="utf8"), id="seed", published="2025-05-29")
    return [*samples, pipeline.process(article)]


def rounds(processed: list[pipeline.Processed], day: str) -> tuple[list[Event], set[str]]:
    """Return the talks of Russia and Ukraine on a day, and the names of the articles that tell of them."""
    events, _ = pipeline.merged(processed)
    held = [
        event
        for event in events
        if event.type == "CONSULT"
        and event.status is Status.OCCURRED
        and {*event.source, *event.target} == {"Russia", "Ukraine"}
        and event.edtf.startswith(day)
        and any(
            word in mention.trigger.text for mention in event.mentions for word in ("talks", "met", "meeting")
        )
    ]
    names = {one.article.id: Path(one.article.source).stem or one.article.id for one in processed}
    return held, {names[article] for event in held for article in event.articles}


def test_each_round_in_istanbul_is_one_event_with_all_the_samples_that_tell_of_it(
    samples: list[pipeline.Processed],
) -> None:
    for day, told in (("2025-05-16", TOLD_IN_MAY), ("2025-06-02", TOLD_IN_JUNE)):
        held, sources = rounds(samples, day)
        assert len(held) == 1, [event.title for event in held]
        assert set(told) <= sources


def test_the_seed_article_meets_both_rounds(seed: list[pipeline.Processed]) -> None:
    for day, told in (("2025-05-16", TOLD_IN_MAY), ("2025-06-02", TOLD_IN_JUNE)):
        held, sources = rounds(seed, day)
        assert len(held) == 1, [event.title for event in held]
        assert {*told, "seed"} <= sources


def test_the_days_strikes_are_not_melted_into_one(seed: list[pipeline.Processed]) -> None:
    events, _ = pipeline.merged(seed)
    strikes = [event for event in events if event.track == "battlefield" and event.first]
    for event in strikes:
        places = {mention.place.split()[0] for mention in event.mentions if mention.place}
        assert len(places) <= 1, f"{event.title}: {sorted(places)}"
        assert len({mention.killed for mention in event.mentions if mention.killed}) <= 1, event.title
    told_in_seed = {event.id for event in strikes for mention in event.mentions if mention.article == "seed"}
    assert len(told_in_seed) >= 4


def test_the_seed_article_alone_tells_of_one_round_ahead_and_of_each_deadline_once(
    seed: list[pipeline.Processed],
) -> None:
    events, _ = pipeline.merged(seed[-1:])
    ahead = [e for e in events if e.type == "CONSULT" and e.edtf == "2025-06-02" and e.place == "Istanbul"]
    assert [event.status for event in ahead] == [Status.PROPOSED]
    assert len(ahead[0].mentions) >= 4
    spans = [event.edtf for event in events if event.type == "THREATEN"]
    assert spans == ["2025-04-27/2025-05-11", "2025-05-19/2025-06-02", "2025-05-28/2025-06-11"]
