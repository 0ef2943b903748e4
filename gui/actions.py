"""Makes the window's actions, menus and toolbar from ``actions.toml`` and ``menus.toml``."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from gui.icons import icon

_HERE = Path(__file__).resolve().parent


def make_actions(window: QWidget) -> dict[str, QAction]:
    """Return all actions by name; they do nothing until they are joined."""
    return {name: _action(window, name, data) for name, data in _read("actions.toml").items()}


def join_actions(actions: Mapping[str, QAction], handlers: Mapping[str, Callable[..., object]]) -> None:
    """Let each action call its handler; one that is switched on and off hands over its state.

    Raises:
        KeyError: an action has no handler, or a handler no action.
    """
    if unmatched := actions.keys() ^ handlers.keys():
        raise KeyError(f"actions and handlers do not match: {sorted(unmatched)}")
    for name, action in actions.items():
        if action.isCheckable():
            action.toggled.connect(handlers[name])
        else:
            action.triggered.connect(partial(_call, handlers[name]))


def _call(handler: Callable[[], object], _checked: bool = False) -> None:
    handler()


def fill_menus(window: QMainWindow, actions: Mapping[str, QAction], recent: QMenu) -> None:
    """Fill the menu bar."""
    for entry in _read("menus.toml")["menu"]:
        menu = window.menuBar().addMenu(entry["title"])
        for name in entry["items"]:
            if name == "-":
                menu.addSeparator()
            elif name == "recent":
                menu.addMenu(recent)
            else:
                menu.addAction(actions[name])


def fill_toolbar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    """Fill the toolbar; ``<>`` is a space that grows."""
    layout = _read("menus.toml")
    for name in layout["toolbar"]:
        if name == "-":
            bar.addSeparator()
        elif name == "<>":
            space = QWidget(bar)
            space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            bar.addWidget(space)
        else:
            bar.addAction(actions[name])
    for name in layout["worded"]:
        button = bar.widgetForAction(actions[name])
        assert isinstance(button, QToolButton)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def renew_icons(actions: Mapping[str, QAction]) -> None:
    """Draw the icons anew after the system changed between light and dark."""
    for name, data in _read("actions.toml").items():
        if "icon" in data:
            actions[name].setIcon(icon(data["icon"]))


def _action(parent: QWidget, name: str, data: Mapping[str, Any]) -> QAction:
    action = QAction(data["text"], parent)
    action.setObjectName(name)
    action.setIconText(data.get("short", data["text"].replace("&", "")))
    action.setShortcuts(key_sequences(data.get("keys", ())))
    action.setStatusTip(data["say"])
    if "icon" in data:
        action.setIcon(icon(data["icon"]))
    if "checked" in data:
        action.setCheckable(True)
        action.setChecked(data["checked"])
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{data['say']} ({keys})" if keys else data["say"])
    return action


def key_sequences(keys: Sequence[str]) -> list[QKeySequence]:
    """Return keys as Qt has them, each once: one that an action names twice would be taken for ambiguous."""
    found: list[QKeySequence] = []
    for key in keys:
        standard = getattr(QKeySequence.StandardKey, key, None)
        found += [QKeySequence(key)] if standard is None else QKeySequence.keyBindings(standard)
    return list({sequence.toString(): sequence for sequence in found}.values())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text("utf8"))
