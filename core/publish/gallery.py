"""Draws charts of all kinds from made-up events: to look at, and to test the layout with."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path

from core.model import Event, Link, Status
from core.publish.errors import ChartError
from core.publish.exporting import export
from core.publish.made_up import event, events
from core.publish.presets import presets
from core.publish.spec import ChartSpec, Content, Source

_START = dt.date(2025, 3, 3)
_REMEMBERED = 5000  # events up to which the picture remembers them


@dataclass(frozen=True, slots=True)
class Case:
    """One chart of the gallery: how its content is made, how it is drawn, what it shows."""

    name: str
    shows: str
    make: Callable[[], Content]
    spec: ChartSpec = field(default_factory=ChartSpec)


def cases() -> list[Case]:
    """Return all charts of the gallery."""
    forty = _made(40, 60)
    found = [
        Case("events-1", "one event", _made(1, 1)),
        Case("events-5", "five events", _made(5, 30)),
        Case("events-40", "forty events", forty),
        Case("events-300", "300 events", _made(300, 120)),
        Case("events-5000", "5,000 events", _made(5000, 900)),
        Case("events-100000", "100,000 events", _made(100_000, 1200)),
        Case("one-day", "all on one day", lambda: _content(events(24, _START, 1))),
        Case("twenty-years", "twenty years", _made(400, 7305)),
        Case("folded", "two bursts with years between them, folded", _bursts),
        Case("one-lane", "one lane empty", lambda: _content(events(30, _START, 40, share=1.0))),
        Case("long-titles", "long titles", _long_titles),
        Case("cyrillic", "Cyrillic titles", lambda: _titled(_CYRILLIC)),
        Case("arabic", "Arabic titles", lambda: _titled(_ARABIC)),
        Case("chinese", "Chinese titles", lambda: _titled(_CHINESE)),
        Case("deadlines", "deadlines that overlap", _deadlines),
        Case("statuses", "all that may not have happened, and uncertain dates", _statuses),
        Case("third-track", "a track of the user's own", _third_track),
        Case(
            "hours",
            "two days in hours",
            forty,
            ChartSpec(first=dt.date(2025, 3, 9), last=dt.date(2025, 3, 10)),
        ),
        Case("dark", "the dark theme", forty, ChartSpec(theme="dark")),
        Case("dark-crowd", "a crowd in the dark theme", _made(2000, 400), ChartSpec(theme="dark")),
        Case("print", "the print theme", forty, ChartSpec(theme="print")),
        Case("print-crowd", "a crowd in the print theme", _made(2000, 400), ChartSpec(theme="print")),
        Case("numbered", "numbers for a key", _made(60, 60), ChartSpec(numbered=True)),
        Case("rows", "a year in three rows", _made(90, 365), ChartSpec(rows=3)),
        Case(
            "markers",
            "publication days and today",
            forty,
            ChartSpec(published=True, today=dt.date(2025, 4, 20)),
        ),
        Case("custom-px", "a size of one's own", forty, ChartSpec(size="900x700px")),
        Case("small", "a small size", forty, ChartSpec(size="480x360px")),
    ]
    formats = (
        Case(f"preset-{preset.name}", preset.label, forty, ChartSpec(preset=preset.name))
        for preset in presets().values()
    )
    return [*found, *formats]


def write(folder: Path, only: Sequence[str] = ()) -> Iterator[Path]:
    """Write the gallery's pictures, each named as it is written, and a page that shows them all.

    Raises:
        ChartError: the folder cannot be written to, or there is no such chart.
    """
    known = cases()
    unknown = set(only) - {case.name for case in known}
    if unknown:
        raise ChartError(
            f"There is no {min(unknown)!r}. Choose from: {', '.join(case.name for case in known)}."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ChartError(f"{folder} cannot be made: {error.strerror}.") from error
    shown = []
    for case in known:
        if only and case.name not in only:
            continue
        path = folder / f"{case.name}.png"
        content = case.make()
        done = export(content, case.spec, path, remember=len(content.events) <= _REMEMBERED)
        shown.append((case, path.name, done.description))
        yield path
    page = folder / "index.html"
    page.write_text(_page(shown), encoding="utf-8")
    yield page


def _page(shown: Sequence[tuple[Case, str, str]]) -> str:
    figures = "\n".join(
        f'<figure><img src="{name}" alt="{escape(told)}"><figcaption><b>{case.name}</b>: {escape(case.shows)}'
        f"</figcaption></figure>"
        for case, name, told in shown
    )
    style = "body{font:15px sans-serif;margin:2em;background:#eee}figure{margin:0 0 3em}img{max-width:100%}"
    head = f"<!doctype html><meta charset=utf-8><title>Twotrack gallery</title><style>{style}</style>"
    return f"{head}\n{figures}\n"


def _made(number: int, days: int) -> Callable[[], Content]:
    return lambda: _content(events(number, _START, days))


def _content(made: Sequence[Event], links: Sequence[Link] = ()) -> Content:
    names = sorted({name for each in made for name in each.articles})
    sources = (
        Source(
            name, f"Report {n}", f"Outlet {n % 7 + 1}", published=(_START + dt.timedelta(3 * n)).isoformat()
        )
        for n, name in enumerate(names)
    )
    return Content(tuple(made), tuple(links), tuple(sources))


def _bursts() -> Content:
    early = events(25, dt.date(2008, 8, 1), 40, seed=3)
    late = events(25, dt.date(2020, 9, 20), 60, seed=4)
    return _content([*early, *(_renamed(each, f"late-{each.id}") for each in late)])


def _renamed(one: Event, identifier: str) -> Event:
    return replace(one, id=identifier)


def _long_titles() -> Content:
    long = (
        "Foreign ministers of the contact group meet behind closed doors to prepare a summit on provinces",
        "Long-range missiles and waves of drones hit power stations in three regions in the longest raid yet",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf",
    )
    made = [
        event(
            n,
            long[n % 3],
            "battlefield" if n % 3 == 1 else "diplomatic",
            "ASSAULT" if n % 3 == 1 else "CONSULT",
            (_START + dt.timedelta(n * 2)).isoformat(),
        )
        for n in range(14)
    ]
    return _content(made)


_CYRILLIC = (
    "Переговоры в Стамбуле", "Удар дронов по порту", "Украина требует меморандум", "Взрыв на складе",
    "Сторони домовились про обмін", "Обстріл прикордонних сіл", "Предложение о встрече", "Атака на колонну",
)  # fmt: skip
_ARABIC = (
    "محادثات في إسطنبول", "غارة جوية على الميناء", "الوسيط يحدد مهلة (أسبوعين)", "انفجار في مستودع",
    "اتفاق على تبادل 1000 أسير", "قصف مدفعي قرب القرية", "عرض لجولة جديدة", "هجوم على قافلة",
)  # fmt: skip
_CHINESE = (
    "伊斯坦布尔会谈", "无人机袭击港口", "要求提交备忘录", "仓库爆炸",
    "双方同意交换战俘", "炮击边境村庄", "提出新一轮谈判", "车队遭袭",
)  # fmt: skip


def _titled(titles: Sequence[str]) -> Content:
    kinds = (("CONSULT", ""), ("ASSAULT", "drone"), ("REQUEST", ""), ("ASSAULT", "explosives"), ("AGREE", ""),
             ("ASSAULT", "heavy-weapons"), ("REQUEST", "meet"), ("ASSAULT", ""))  # fmt: skip
    made = [
        event(
            n,
            titles[n % 8],
            "battlefield" if n % 2 else "diplomatic",
            kinds[n % 8][0],
            (_START + dt.timedelta(n * 3 // 2)).isoformat(),
            mode=kinds[n % 8][1],
            place="Arden" if n % 3 else "",
        )
        for n in range(20)
    ]
    return _content(made)


def _deadlines() -> Content:
    made = []
    for n in range(18):
        first = _START + dt.timedelta(n * 3)
        last = first + dt.timedelta(10 + n % 4 * 6)
        title = f"Mediator sets {'Norland' if n % 2 else 'Sudmark'} a deadline to answer"
        made.append(
            event(n, title, "diplomatic", "THREATEN", f"{first}/{last}", status=list(Status)[n % 5 // 3])
        )
    made += [_renamed(each, f"b{each.id}") for each in events(20, _START, 60, share=0.2)]
    links = [Link("reissues", f"e{n + 1}", f"e{n}") for n in range(0, 16, 2)]
    return _content(made, links)


def _statuses() -> Content:
    dates = (
        "2025-03-05",
        "2025-03-08~",
        "2025-03-12/2025-03-15",
        "../2025-03-20",
        "2025-03-24/..",
        "2025-04",
    )
    made = []
    for n, status in enumerate(Status):
        made.append(event(n, f"Talks {status.value}", "diplomatic", "CONSULT", dates[n], status=status))
        made.append(
            event(n + 10, f"Strike {status.value}", "battlefield", "ASSAULT", dates[n], status=status)
        )
    made.append(event(30, "Round of talks held", "diplomatic", "CONSULT", "2025-03-26"))
    made.append(event(31, "Round of talks", "diplomatic", "CONSULT", "2025-03-17", status=Status.PLANNED))
    return _content(made, [Link("moves", "e30", "e31")])


def _third_track() -> Content:
    made = events(30, _START, 45)
    relief = [
        event(100 + n, f"Convoy {n + 1} reaches the enclave", "humanitarian", "AID",
              (_START + dt.timedelta(n * 4)).isoformat())
        for n in range(9)
    ]  # fmt: skip
    return _content([*made, *relief])
