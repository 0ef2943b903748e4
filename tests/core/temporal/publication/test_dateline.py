"""The publication date that a plain text states, above or below the article or in a wire's dateline."""

import pytest

from core.model import PublicationBasis
from core.temporal import stated_publication

BODY = "\nNegotiators of both sides met by the lake and left after three hours without a word to the press.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Talks end\nPublished: 3 May 2024\n", "2024-05-03"),
        (
            "Talks end\nJane Roe\nThu 29 May 2025 18.02 BST\nLast modified on Fri 30 May 2025 09.12 BST\n",
            "2025-05-29",
        ),
        ("Updated 10:15 AM EDT, Thu May 29, 2025\n", "2025-05-29"),
        ("By Jane Roe | 29 May 2025 | 3 min read\n", "2025-05-29"),
        ("Posted on 12 Sept. 1997\n", "1997-09-12"),
        ("PUBLISHED THU, MAY 29 2025 4:15 PM EDT\n", "2025-05-29"),
        ("2025-05-29\n", "2025-05-29"),
        ("Port Sudan, 21 March 2025\n", "2025-03-21"),
        ("GENEVA, May 16, 2025 (Valley Wire) - Envoys", "2025-05-16"),
        ("Weekly digest No. 12, 16 May 2025\n", "2025-05-16"),
        ("Noon briefing for the press, Friday, 16 May 2025\n", "2025-05-16"),
        ("KARSK, 16 May 2025. Envoys left.", "2025-05-16"),
        ("KARSK, 16 May 2025: Envoys left.", "2025-05-16"),
        ("Friday 10 June 2005 00.05 BST Envoys of the rebels", "2005-06-10"),
    ],
)
def test_reads_the_date_above_the_article(head: str, day: str) -> None:
    found = stated_publication(head + BODY)
    assert (found.edtf, found.basis) == (day, PublicationBasis.DATELINE)
    assert found.reasons


def test_reads_a_labelled_date_below_the_article() -> None:
    assert (
        stated_publication(BODY * 20 + "First published on Tue 3 Jun 2025 14.12 BST\n").edtf == "2025-06-03"
    )


def test_the_day_of_publication_goes_before_that_of_a_change() -> None:
    head = "Updated 4 June 2025\nPublished 2 June 2025\n"
    assert stated_publication(head + BODY).edtf == "2025-06-02"


@pytest.mark.parametrize(
    "head",
    [
        "What happened on 24 February 2022\n",
        "24 February 2022: a day of war\n",
        "On 24 February 2022 the war began.\n",
        "24 February 2022 was the day it began.\n",
        "At 10:00 on 2 June 2025 the delegations sat down.\n",
        "KARSK, May 29 (Valley Wire) - Shells hit",
        "The gate was shut, 2 June 2025 saw it open",
        "How the siege ended on 2 June 2025\n",
    ],
)
def test_a_date_that_is_part_of_the_story_is_not_the_publication_date(head: str) -> None:
    assert stated_publication(head + BODY).edtf == ""


def test_a_bare_date_below_the_article_may_be_anything() -> None:
    assert stated_publication(BODY * 20 + "3 June 2025\n").edtf == ""
