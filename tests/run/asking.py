"""What the tests of ``run.py`` share."""

import pytest


def without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def exits(act: object, *arguments: object) -> str:
    with pytest.raises(SystemExit) as caught:
        act(*arguments)  # type: ignore[operator]
    assert isinstance(caught.value.code, str)
    return caught.value.code
