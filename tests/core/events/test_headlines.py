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
            "Israel fires rockets at Tyre harbour a day after agreeing prisoner swap",
            "fires",
            ("Israel",),
            ("Lebanon",),
            "occurred",
            "Israel fires rockets at Tyre harbour",
        ),
        (
            "Israeli woman held hostage by Hamas speaks of weeks in a tunnel",
            "held",
            ("Hamas",),
            ("Israel",),
            "occurred",
            "Hamas holds hostage Israeli woman",
        ),
        (
            "Civilians flee as Israel steps up bombardment of Khan Younis",
            "bombardment",
            ("Israel",),
            ("Palestinians",),
            "occurred",
            "Israeli bombardment of Khan Younis",
        ),
        (
            "Rwanda may try to seize more land in Burundi, says foreign minister",
            "seize",
            ("Rwanda",),
            ("Burundi",),
            "hypothetical",
            "Rwanda may seize more land in Burundi",
        ),
        (
            "Ethiopia seeks to occupy a port in Eritrea",
            "occupy",
            ("Ethiopia",),
            ("Eritrea",),
            "planned",
            "Ethiopia to occupy port in Eritrea",
        ),
        (
            "The Senate approves $3 billion in aid to Lebanon",
            "approves",
            (),
            ("Lebanon",),
            "occurred",
            "Senate approves $3 billion aid for Lebanon",
        ),
        (
            "Parliament to pass a $2 billion aid package for Armenia",
            "aid package",
            (),
            ("Armenia",),
            "planned",
            "Aid package to Armenia planned",
        ),
        (
            "Syria braces for prospect of Turkey turning off water",
            "turning off",
            ("Turkey",),
            (),
            "hypothetical",
            "Turkey may turn off water",
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
