"""What belongs to a pasted article and what is the page's or the app's."""

import pytest

from core.articles import from_text

BODY = (
    "Negotiators from both sides sat down in the lakeside hotel on Monday for the first time in a year.\n\n"
    "They left after three hours, and neither side would say whether there will be another round of talks.\n"
)


def kinds(text: str) -> dict[str, str]:
    article = from_text(text)
    return {text[block.start : block.end]: block.kind.value for block in article.blocks}


def test_blocks_lie_in_order_and_cover_all_words() -> None:
    text = "Sign in\n\nEnvoys meet again by the lake\nJane Roe\n\n" + BODY + "\nMost read\nCup final\n"
    blocks = from_text(text).blocks
    assert [b.start for b in blocks] == sorted(b.start for b in blocks)
    assert " ".join(text[b.start : b.end] for b in blocks).split() == text.split()


@pytest.mark.parametrize(
    "above",
    ["Listen to this story - 3 min", "Listen to the article 4:05", "Save Share Text size", "Print | Email"],
)
def test_the_buttons_of_a_reader_app_are_not_the_title(above: str) -> None:
    text = f"The Morning app\n{above}\n\nStrike on a depot deep in the north\n\n{BODY}"
    found = kinds(text)
    assert found["Strike on a depot deep in the north"] == "title"
    assert found[above] == "furniture"


def test_app_text_around_the_article_is_furniture() -> None:
    found = kinds(
        "Start reading\nThe Guardian\nWorld\nJane Roe\n\nEnvoys meet again by the lake\n\n"
        + BODY
        + "\nSign up to read on\nOur picks\nThirty days free\nA headline about something else entirely\n"
    )
    assert found["Start reading"] == found["The Guardian"] == found["World"] == "furniture"
    assert found["Jane Roe"] == "byline"
    assert found["Envoys meet again by the lake"] == "title"
    assert found["Thirty days free"] == found["A headline about something else entirely"] == "furniture"
    assert list(found.values()).count("body") == 2


def test_a_list_of_other_stories_ends_where_running_text_returns() -> None:
    found = kinds(
        "Envoys meet again by the lake\n\n"
        + BODY
        + "\nRead more\nStrike hits the port of Odesa\n\n"
        + BODY.replace("Negotiators", "Mediators")
    )
    assert found["Strike hits the port of Odesa"] == "furniture"
    assert sum(kind == "body" for kind in found.values()) >= 3


def test_captions_are_told_by_their_credit() -> None:
    found = kinds(
        BODY
        + "\nRescuers at the house that was hit on Sunday (AP)\n"
        + "A street in the old town. Photograph: Jane Roe/Example Pictures\n"
        + "Firefighters put out a blaze at the depot (State Emergency Service)\n\n"
        + BODY.replace("hotel", "villa")
    )
    captions = [line for line, kind in found.items() if kind == "caption"]
    assert len(captions) == 3


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        (
            "Image copyright EPA Image caption The bridge was hit on Sunday",
            "Image copyright EPA Image caption",
        ),
        ("Image source, Jane Roe Image caption, The bridge", "Image source, Jane Roe Image caption,"),
        ("Media caption Envoys arrive by the lake", "Media caption"),
        ("FILE PHOTO: Envoys meet by the lake, March 2019.", "FILE PHOTO:"),
        ("File photo: Envoys met by the lake in 2019", "File photo:"),
        ("Getty Images Envoys arrive by the lake", "Getty Images"),
        ("Envoys arrive by the lake. Photograph: Jane Roe/Getty Images", "Photograph: Jane Roe/Getty Images"),
        ("Envoys arrive by the lake (Photo: Jane Roe)", "(Photo: Jane Roe)"),
        ("Envoys arrive by the lake [File photo]", "[File photo]"),
    ],
)
def test_the_credit_of_a_picture_is_no_part_of_its_caption(line: str, credit: str) -> None:
    found = kinds(f"{BODY}{line}\n\n{BODY.replace('hotel', 'villa')}")
    assert found[credit] == "furniture"
    (caption,) = [words for words, kind in found.items() if kind == "caption"]
    assert caption in line.replace(credit, "").strip(" ,")


@pytest.mark.parametrize(
    "credit",
    [
        "Image copyright Reuters Image caption",
        "Image copyright @janeroe",
        "(Photo: Jane Roe, AP)",
        "(AFP/Getty Images)",
        "Photograph: Jane Roe/AFP/Getty Images",
        "Getty Images 22",
    ],
)
def test_the_words_around_a_credit_inside_a_line_stay(credit: str) -> None:
    before, after = (
        "Shells hit the bridge on Sunday, the mayor said.",
        "The army denied that it had fired at it.",
    )
    found = kinds(f"{BODY}{before} {credit} {after}\n")
    assert (found[before], found[credit], found[after]) == ("body", "furniture", "body")


@pytest.mark.parametrize(
    "line",
    [
        "The ministry sent a photo: soldiers at the bridge, which Reuters could not verify, were smiling.",
        "Pictures by Getty Images and Reuters showed smoke over the port; the army had not shelled it.",
        "His image copyright claim was thrown out by the court, they said, weeks before the truce.",
        "A file photo shows the general shaking hands with the envoy in the hotel where the talks were held.",
        "He spoke of a truce (see the picture on the front page) and of talks that would begin on Monday.",
    ],
)
def test_prose_about_pictures_loses_nothing(line: str) -> None:
    assert kinds(f"{BODY}{line}\n{BODY}")[line] == "body"


def test_a_sentence_that_ends_in_brackets_is_no_caption() -> None:
    line = "The group has been fighting the army since April 2023 (its own figures are not public)."
    assert kinds(BODY + line)[line] == "body"


@pytest.mark.parametrize(
    "stamps",
    [
        ("May 16, 2025 at 6:02 pm | Reply", "May 17, 2025 at 10:40 am | Report abuse |"),
        ("February 2nd, 2011 at 1:27 pm |", "February 2 , 2011 01:30 pm at 1:30 pm | Dutch sailor:"),
        ("3 hours ago Reply", "a day ago · Report"),
        ("Reply · Like · 12", "Reply | Share"),
    ],
)
def test_what_readers_write_under_an_article_is_not_the_article(stamps: tuple[str, str]) -> None:
    says = ("I agree with the generals, they should bomb the port.", "The army will attack us all by Friday.")
    text = BODY + "".join(
        f"\nold_sailor\n{stamp}\n{words}\n" for stamp, words in zip(stamps, says, strict=True)
    )
    assert {kinds(text)[words] for words in says} == {"furniture"}
    assert {kinds(text)[line] for line in BODY.split("\n\n")[:1]} == {"body"}


def test_a_single_time_of_an_entry_begins_no_comments() -> None:
    line = "Posted at 6:02 pm | Reply to our reporters with what you saw when the ferry left the port."
    assert kinds(BODY + line)[line] == "body"


def test_an_article_without_page_text_loses_nothing() -> None:
    assert set(kinds(BODY).values()) == {"body"}


def test_sentences_that_only_sound_like_page_text_stay() -> None:
    line = (
        "Sign up here, the recruiters told the men in the square, and nobody will ever send you to the "
        "front line, which turned out to be untrue for all of them but one, he said."
    )
    assert kinds(BODY + line)[line] == "body"


@pytest.mark.parametrize(
    "dateline",
    [
        "GENEVA, May 16, 2025 (Valley Wire) -",
        "GENEVA —",
        "PORT SUDAN, Sudan (AP) —",
        "NEW DELHI/ISLAMABAD, May 10, 2025 -",
        "Geneva, Switzerland (Reuters) –",
        "KYIV, 2 June (Interfax) —",
        "Photo GOMA, Congo --",
    ],
)
def test_the_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    found = kinds(f"Envoys meet again by the lake\n\n{dateline} {BODY}")
    assert found[dateline] == "dateline"
    assert found[BODY.split("\n", maxsplit=1)[0]] == "body"


def test_a_line_with_place_and_day_is_a_dateline() -> None:
    found = kinds("Envoys meet again by the lake\n\nPort Sudan, 21 March 2025\n\n" + BODY)
    assert found["Port Sudan, 21 March 2025"] == "dateline"


@pytest.mark.parametrize(
    "opening",
    [
        "NATO – which has 32 members – said that it would send envoys to the talks by the lake on Monday.",
        "Geneva, the seat of many such talks, was chosen by both delegations after a week of quarrels.",
        "US officials - among them two generals - met the delegation in the hotel by the lake for once.",
    ],
)
def test_an_opening_sentence_is_no_dateline(opening: str) -> None:
    assert kinds("Envoys meet again by the lake\n\n" + opening + "\n" + BODY)[opening] == "body"


def test_what_a_page_says_of_its_terms_is_cut_out_of_the_line_it_stands_in() -> None:
    terms = "We welcome a lively debate within the rules that our Terms of Service lay down."
    found = kinds(
        f"{BODY} {terms}\nThe talks ended in the evening, and the envoys left the hotel by car after dark."
    )
    assert found[terms] == "furniture"
