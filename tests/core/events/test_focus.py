"""How long the story stays at a day told before, and what brings it back to the news."""

import datetime as dt

import pytest

from core import language, temporal
from core.events import candidates, extract
from core.model import Block, BlockKind, Mention, PublicationBasis, PublicationDate

DAY = "2024-02-14"  # a Wednesday


def read(text: str) -> list[Mention]:
    document = language.segment(text, [Block(0, len(text), BlockKind.BODY)])
    document = language.parse(document, candidates(document))
    timexes = temporal.tag(text, dt.date.fromisoformat(DAY))
    return extract("a", document, timexes, PublicationDate(DAY, PublicationBasis.USER), least=0.0)


def date_of(trigger: str, text: str) -> str:
    return next(m.edtf for m in read(text) if trigger in m.trigger.text)


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("denied", "On 2 February Chad accused Sudan of shelling Tine. Khartoum denied it."),
        ("urged", "The bargain was struck on 2 February by telephone. The pope urged both to keep to it."),
        ("recalled", "Chad shelled Tine on 2 February. Nobody was hurt. Sudan recalled its envoy."),
        ("downed", "Chad bombed Tine on 2 February. Sudan says it downed two jets."),
        ("expelled", "Sudan said on 2 February that it would be back. Chad expelled its envoy."),
        ("denied", "All hopes faded on 2 February. Sudan denied a breach."),
        ("denied", "Chad met Sudan on 2 February; the talks brought nothing. Sudan denied a breach."),
        ("refused", "Chad had proposed a swap on 2 February. Sudan refused."),
        ("protested", "Chad had taken Tine on 2 February. Sudan protested."),
        ("fired", "Jets took off shortly after 2 a.m. on 2 February. Gunners fired at Tine."),
    ],
)
def test_what_is_told_on_in_the_simple_past_is_of_the_day_told_before(trigger: str, text: str) -> None:
    assert date_of(trigger, text) == "2024-02-02"


@pytest.mark.parametrize(
    ("trigger", "text"),
    [
        ("denied", "Chad was accused on 2 February. The pope has called for talks. Sudan denied it."),
        ("denied", "Chad shelled Tine on 2 February. Sudan has accused it of murder; Chad denied it."),
        ("accused", "Chad signed the treaty on 2 February. It has accused Sudan of a breach."),
        ("recalled", "Chad signed the treaty on 2 February.\n\nSudan recalled its envoy."),
        ("recalled", "Chad, which signed the treaty on 2 February, held out. Sudan recalled its envoy."),
        ("recalled", "Tine had been at peace since 2 February. Sudan recalled its envoy."),
        ("recalled", "Rebels attacked Tine in January. Sudan recalled its envoy."),
        ("refused", "Chad met Sudan on 2 February. Mali has welcomed it but refused to talk to Sudan."),
        ("recalled", "Chad had proposed a swap on 2 February. Sudan recalled its envoy."),
        ("recalled", "The truce is in force since 2 February. Sudan recalled its envoy."),
    ],
)
def test_the_story_is_back_at_the_news_after_the_perfect_an_aside_or_a_paragraph(
    trigger: str, text: str
) -> None:
    assert date_of(trigger, text) == "2024-02-14~"


def test_a_text_of_long_ago_goes_on_where_it_was() -> None:
    text = (
        "In March 2023 rebels took Tine. On 5 April 2023 Chad took it back. On 9 May 2023 both agreed to a "
        "truce.\n\nThe rains came in June 2023.\n\nSudan recalled its envoy."
    )
    assert date_of("recalled", text) == "2023-06"
    back = text.replace("Sudan recalled", "Rebels, who gave up on Monday, wept. Sudan recalled")
    assert date_of("recalled", back) == "2024-02-14~"


def test_what_had_been_done_before_a_day_long_ago_lies_before_it() -> None:
    text = "On 3 May 2023 Chad took Tine. Rebels had withdrawn to the hills."
    found = next(m for m in read(text) if "withdrawn" in m.trigger.text)
    assert (found.edtf, found.first, found.last) == ("../2023-05-03", None, dt.date(2023, 5, 3))
    recent = text.replace("3 May 2023", "2 February")
    assert date_of("withdrawn", recent) == "2024-02-14~"
