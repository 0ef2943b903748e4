"""Kills a process at work in a project (SIGKILL), and looks whether all that it called saved is there."""

import itertools
import multiprocessing
import random
import time
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from core.intake import absorb
from core.model import Article
from core.project import Project, SetNote, SetTitle, open_project
from tests.core.project.making import AT, article, read

_IMPORTED = 8  # articles taken in at once
_CONTEXT: Any
if "forkserver" in multiprocessing.get_all_start_methods():
    _CONTEXT = multiprocessing.get_context("forkserver")
    _CONTEXT.set_forkserver_preload([__name__])  # else each process spends seconds on imports
else:
    _CONTEXT = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Acknowledged:
    """What the process said was saved before it was killed."""

    articles: int = 0
    note: int = 0


def source(number: int) -> Article:
    day = 1 + number % 28
    filling = " ".join(f"word{(number * 7 + n) % 997}" for n in range(400))
    told = f"Delegations met in Vienna on {day} May.\n\nGunners shelled Karsk on {day} May."
    return article(f"Day {number}\n\n{told}\n\n{filling}\n")


def work(path: Path, told: Connection) -> None:
    """Import and edit without end; say so each time something is saved."""
    project = open_project(path)
    for note in itertools.count(noted(project) + 1):
        there = len(project.articles())
        absorb(project, [read(source(number)) for number in range(there, there + _IMPORTED)])
        told.send(("articles", there + _IMPORTED))
        first = min(project.events(), key=lambda event: event.id)
        project.apply(SetTitle((first.id,), f"title {note}"), AT)
        project.undo()
        for held in project.events():
            if held.id == first.id or held.marks.note:
                project.apply(SetNote((held.id,), str(note)), AT)
        told.send(("note", note))


def noted(project: Project) -> int:
    return max((int(event.marks.note or 0) for event in project.events()), default=0)


def kill_once(path: Path, known: Acknowledged, chance: random.Random) -> Acknowledged:
    """Let a process work, kill it in the middle, and check the file; return what must still be there."""
    listen, tell = _CONTEXT.Pipe(duplex=False)
    process = _CONTEXT.Process(target=work, args=(path, tell), daemon=True)
    process.start()
    tell.close()
    assert listen.poll(60), "the process has not begun"
    time.sleep(chance.uniform(0, 0.3))
    process.kill()
    process.join()
    articles, note = known.articles, known.note
    try:
        while True:
            what, number = listen.recv()
            articles, note = (number, note) if what == "articles" else (articles, number)
    except EOFError:
        listen.close()
    return check(path, Acknowledged(articles, note))


def check(path: Path, told: Acknowledged) -> Acknowledged:
    with closing(open_project(path)) as project:
        assert not project.warnings
        texts = [found.text for found in project.articles()]
        assert len(texts) in (told.articles, told.articles + _IMPORTED), (
            "all of an import is there, or nothing"
        )
        assert texts == [source(number).text for number in range(len(texts))]
        assert len(project.mentions()) == 2 * len(texts)
        assert {mention for event in project.events() for mention in event.mentions} == set(
            project.mentions()
        )
        assert noted(project) in (told.note, told.note + 1)
        assert not any(event.title.startswith("title ") for event in project.events()) or project.undo_label
        assert len(project.search("delegations", limit=10_000)) == len(texts)
        return Acknowledged(len(texts), noted(project))
