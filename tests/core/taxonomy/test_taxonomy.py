"""The taxonomy: every type can be named and drawn, and users can add their own."""

from pathlib import Path

import pytest

from core import taxonomy

TYPES = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("track", ["diplomatic", "battlefield"])
def test_every_type_has_a_glyph_a_quad_class_and_acled_types(name: str, track: str) -> None:
    info = taxonomy.describe(track, name)
    assert info.label
    assert info.quad in {
        "verbal-cooperation",
        "material-cooperation",
        "verbal-conflict",
        "material-conflict",
    }
    assert all(info.acled)
    assert taxonomy.kind(track, name) in taxonomy.kinds()


def test_a_mode_has_its_own_mark() -> None:
    assert taxonomy.kind("battlefield", "ASSAULT", "drone").label == "drone strike"
    air, plain = (taxonomy.kind("battlefield", "ASSAULT", mode) for mode in ("aerial", ""))
    assert air.glyph != plain.glyph


def test_one_type_may_look_different_on_the_other_track() -> None:
    assert taxonomy.kind("battlefield", "COERCE").name == "blockade"
    assert taxonomy.kind("diplomatic", "COERCE").name == "sanction"


def test_glyphs_tell_the_kinds_apart() -> None:
    glyphs = [kind.glyph for kind in taxonomy.kinds()]
    assert len(set(glyphs)) == len(glyphs) <= 18


def test_unknown_types_are_still_shown() -> None:
    assert taxonomy.kind("battlefield", "LANDSLIDE").label == "landslide"
    assert taxonomy.kind("nowhere", "").glyph == "dot"


def test_a_user_file_adds_a_track_a_type_and_triggers(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        '[tracks.humanitarian]\nlabel = "Humanitarian"\norder = 3\n'
        '[kinds.flight]\nlabel = "flight"\nglyph = "arrow"\n'
        '[types.FLEE]\nlabel = "people flee"\ntrack = "humanitarian"\nkind = "flight"\n'
        '[[triggers]]\ntrack = "humanitarian"\ntype = "FLEE"\nverbs = ["flee"]\n',
        encoding="utf-8",
    )
    loaded = taxonomy.load([own])
    assert [track.name for track in loaded.tracks] == ["diplomatic", "battlefield", "humanitarian"]
    assert loaded.kind("humanitarian", "FLEE").label == "flight"
    assert loaded.triggers[0]["verbs"] == ["flee"]
    assert loaded.kind("battlefield", "ASSAULT").name == "attack"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[tracks", "is not a TOML file"),
        ("[tracks.economy]\norder = 3\n", "lacks label"),
        ('[types.TRADE]\nlabel = "trade"\ntrack = "economy"\n', "unknown track 'economy'"),
        ('types = { TRADE = "trade" }\n', "lacks label, track"),
        ('[[triggers]]\ntrack = "diplomatic"\ntype = "AGREE"\n', "no. 1 lacks verbs or nouns"),
        ('[[triggers]]\ntrack = "diplomatic"\ntype = "AGRE"\nverbs = "agree"\n', "unknown type 'AGRE'"),
        (
            '[[triggers]]\ntrack = "diplomatic"\ntype = "AGREE"\nverb = "x"\nverbs = "agree"\n',
            "unknown field 'verb'",
        ),
        ('[[triggers]]\ntrack = "diplomatic"\ntype = "AGREE"\nverbs = [1]\n', "verbs is no list of words"),
        ('triggers = "agree"\n', "triggers are tables"),
    ],
)
def test_a_bad_user_file_is_named_with_its_fault(tmp_path: Path, content: str, says: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(content, encoding="utf-8")
    with pytest.raises(taxonomy.TaxonomyError, match=says) as caught:
        taxonomy.load([own])
    assert "own.toml" in str(caught.value)


def test_a_missing_user_file_is_an_error_in_words(tmp_path: Path) -> None:
    with pytest.raises(taxonomy.TaxonomyError, match="cannot be read"):
        taxonomy.load([tmp_path / "absent.toml"])
