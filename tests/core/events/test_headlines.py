"""Headlines written in capitals tell their events as sentences do."""

from collections.abc import Callable

import pytest

from core.model import Mention

One = Callable[..., Mention]


@pytest.mark.parametrize(
    ("text", "word", "source", "target", "title"),
    [
        (
            "Israeli Airstrikes Kill 20 in Rafah as Talks Stall",
            "Airstrikes",
            ("Israel",),
            ("Palestinians",),
            "Israeli airstrikes on Rafah; 20 killed",
        ),
        (
            "Syrian Army Captures Palmyra From ISIS, State TV Says",
            "Captures",
            ("Syria",),
            ("Islamic State",),
            "Syria captures Palmyra",
        ),
        (
            "Trump Says He Will Meet Putin in Budapest",
            "Meet",
            ("United States",),
            ("Russia",),
            "US and Russia to meet in Budapest",
        ),
    ],
)
def test_sides_place_and_title(
    mention: One, text: str, word: str, source: tuple[str, ...], target: tuple[str, ...], title: str
) -> None:
    one = mention(text, word)
    assert (one.source, one.target, one.title) == (source, target, title)


def test_the_quote_is_the_headline_as_it_stands(mention: One) -> None:
    text = "ISRAELI AIRSTRIKES KILL 20 IN RAFAH AS TALKS STALL"
    one = mention(text, "AIRSTRIKES")
    assert one.quote in text
    assert one.killed == 20


def test_the_place_is_named_by_its_name_alone(mention: One) -> None:
    one = mention(
        "The market of the city was hit.", "Strikes", title="Army Strikes Market in Sudanese City of Nyala"
    )
    assert one.place == "Nyala"


@pytest.mark.parametrize(
    ("text", "word", "source", "target", "status", "title"),
    [
        (
            "Russia fires missiles at Odesa port hours after signing grain export deal",
            "fires",
            ("Russia",),
            ("Ukraine",),
            "occurred",
            "Russia fires missiles at Odesa port",
        ),
        (
            "Ukrainian boy held hostage by Russia tells of cleaning up torture rooms",
            "held",
            ("Russia",),
            ("Ukraine",),
            "occurred",
            "Russia holds hostage Ukrainian boy",
        ),
        (
            "Residents flee city as Russia steps up shelling of Sloviansk",
            "shelling",
            ("Russia",),
            ("Ukraine",),
            "occurred",
            "Russian shelling of Sloviansk",
        ),
        (
            "Russia may seek to occupy more territory in Ukraine, says foreign minister",
            "occupy",
            ("Russia",),
            ("Ukraine",),
            "hypothetical",
            "Russia may occupy more territory in Ukraine",
        ),
        (
            "Russia seeks to occupy more territory in Ukraine",
            "occupy",
            ("Russia",),
            ("Ukraine",),
            "planned",
            "Russia to occupy more territory in Ukraine",
        ),
        (
            "The Senate approves $40 billion in aid to Ukraine",
            "approves",
            (),
            ("Ukraine",),
            "occurred",
            "Senate approves $40 billion aid for Ukraine",
        ),
        (
            "Senate to pass a $40 billion aid package for Ukraine",
            "aid package",
            (),
            ("Ukraine",),
            "planned",
            "Aid package to Ukraine planned",
        ),
        (
            "Germany braces for nightmare of Russia turning off gas for good",
            "turning off",
            ("Russia",),
            (),
            "hypothetical",
            "Russia may turn off gas",
        ),
    ],
)
def test_what_a_headline_tells(
    mention: One,
    text: str,
    word: str,
    source: tuple[str, ...],
    target: tuple[str, ...],
    status: str,
    title: str,
) -> None:
    one = mention(text, word)
    assert (one.source, one.target, one.status, one.title) == (source, target, status, title)
