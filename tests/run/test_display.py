"""Whether there is a screen, and what ``run.py`` does without one."""

import sys
from types import ModuleType

import pytest

from core import cli
from tests.run.asking import without_screen

OPTIONS = {"--help", "-h", "--version"}


@pytest.mark.parametrize("inputs", [[], ["article.txt"], ["a.html", "folder"]])
def test_without_a_display_a_chart_is_drawn_instead_of_the_window(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], inputs: list[str]
) -> None:
    without_screen(monkeypatch)
    samples = str(run.ROOT / "assets" / "samples")
    assert run.without_display(inputs) == ["chart", *(inputs or [samples]), "-o", "timeline.png"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "no display" in err
    assert "timeline.png" in err


@pytest.mark.parametrize(
    "argv", [["chart", "a.txt", "-o", "a.png"], ["tag", "-"], ["--screenshot", "a.png"], ["-h"]]
)
def test_without_a_display_commands_and_options_stay(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    without_screen(monkeypatch)
    assert run.without_display(argv) == argv


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_with_a_display_the_window_opens(run: ModuleType, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    without_screen(monkeypatch)
    monkeypatch.setenv(name, "something")
    assert run.without_display([]) == []


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_always_have_a_display(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    without_screen(monkeypatch)
    monkeypatch.setattr(sys, "platform", platform)
    assert run.without_display([]) == []


def test_the_commands_that_need_no_window_are_those_of_the_command_line(run: ModuleType) -> None:
    assert set(cli.COMMANDS) | OPTIONS == run.WINDOWLESS
