"""What a chart says of where it comes from."""

from dataclasses import replace

from core.publish.made_up import event
from core.publish.spec import Content, Source


def test_outlets_are_counted_only_where_each_article_names_its_own() -> None:
    told = [event(1, "Talks in Geneva", "diplomatic", "CONSULT", "2024-03-05", sources=2)]
    first, second = told[0].articles

    def outlets(*names: str) -> int:
        sources = (Source(first, outlet=names[0]), Source(second, outlet=names[1]))
        return Content(tuple(told), sources=sources).facts(told).outlets

    assert outlets("The Courier", "The Herald") == 2
    assert outlets("The Courier", "The Courier") == 1
    assert outlets("The Courier", "") == 0


def test_tables_are_named_whose_events_no_article_tells() -> None:
    origins = ("ACLED SDN1", "UCDP GED 77", "ACLED SDN2", "Twotrack e1", "")
    drawn = [
        replace(event(n, "A clash", "battlefield", "ASSAULT", "2024-03-05"), articles=(), origin=origin)
        for n, origin in enumerate(origins)
    ]
    told = replace(drawn[0], articles=("a",))
    facts = Content(()).facts([*drawn, told])
    assert facts.tables == (("ACLED", 2), ("UCDP GED", 1))
    assert facts.articles == 1
