from hypothesis import given
from hypothesis import strategies as st

from core.selectors import TextPositionSelector, describe, locate

TEXT = "Talks were held. Talks were held in Graz, and talks were held in Linz. All ended."


def test_a_selector_names_the_words_and_what_stands_around_them() -> None:
    start = TEXT.index("in Graz")
    quote, position = describe(TEXT, start, start + 7)
    assert quote.exact == "in Graz"
    assert TEXT[position.start : position.end] == "in Graz"
    assert TEXT[: position.start].endswith(quote.prefix)
    assert TEXT[position.end :].startswith(quote.suffix)


@given(st.text(max_size=60), st.data())
def test_words_are_found_where_they_were_in_an_unchanged_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote, position = describe(text, start, end)
    expected = position if quote.exact.strip() else None
    assert locate(text, quote, position) == expected


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30), st.data())
def test_whatever_is_found_lies_in_the_text(before: str, after: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(before)))
    found = locate(after, *describe(before, start, len(before)))
    assert found is None or 0 <= found.start < found.end <= len(after)


def test_of_several_places_the_one_in_the_same_surroundings_is_taken() -> None:
    at = TEXT.index("talks were held in Linz")
    described = describe(TEXT, at, at + len("talks were held"))
    changed = "talks were held near Wels. " + TEXT
    at = changed.index("talks were held in Linz")
    assert locate(changed, *described) == TextPositionSelector(at, at + len("talks were held"))


def test_words_are_found_after_a_text_was_put_before_them() -> None:
    start = TEXT.index("All ended")
    found = locate("A new first line.\n" + TEXT, *describe(TEXT, start, len(TEXT)))
    assert found == TextPositionSelector(start + 18, len(TEXT) + 18)


def test_a_clause_with_a_word_put_in_is_found() -> None:
    before = "It rained. A drone struck a depot in Orlovka on 11 May, police said. It rained."
    after = "It rained. A drone struck a large oil depot in Orlovka on 11 May, police said. It rained."
    clause = "A drone struck a depot in Orlovka on 11 May"
    start = before.index(clause)
    found = locate(after, *describe(before, start, start + len(clause)))
    assert found is not None
    assert after[found.start : found.end].startswith("A drone struck a large oil depot in Orlovka")


def test_a_clause_of_which_little_is_left_is_not_found() -> None:
    before = "A drone struck a depot in Orlovka on 11 May."
    after = "A spokesman gave no figures for the night in Orlovka."
    assert locate(after, *describe(before, 0, len(before))) is None


def test_nothing_is_found_in_an_empty_text() -> None:
    assert locate("", *describe("A drone struck", 0, 14)) is None
