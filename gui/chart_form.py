"""The form of an exported chart: format, size, theme, words, what to show."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QSizePolicy, QWidget

from core.publish import SUFFIXES, ChartSpec, presets

_OWN_SIZE = ""
_KINDS = {".png": "PNG picture", ".svg": "SVG drawing", ".pdf": "PDF document"}
_THEMES = {"light": "Light", "dark": "Dark", "print": "Print (greys)"}
_KEYS = {"": "none", "md": "Markdown", "csv": "CSV", "json": "JSON"}
_RESOLUTIONS = {0: "as the size needs"} | {dpi: f"{dpi} dpi" for dpi in (100, 150, 200, 300, 600)}


class ChartForm(QWidget):
    """Edits a chart's specification.

    Signals:
        changed: the specification is another now.
    """

    changed = Signal()

    def __init__(self, spec: ChartSpec, in_view: ChartSpec, parent: QWidget | None = None) -> None:
        """Show ``spec``; ``in_view`` has the days that the window shows."""
        super().__init__(parent)
        self._spec, self._in_view = spec, in_view
        self._kind = _choice({suffix: _KINDS[suffix] for suffix in SUFFIXES}, "File")
        self._size = _choice(
            {name: p.label for name, p in presets().items()} | {_OWN_SIZE: "Own size"}, "Size"
        )
        self._own = QLineEdit(spec.size, placeholderText="1600x900px, 30x20cm, 8x5in")
        self._own.setAccessibleName("Own size")
        self._dpi = _choice(_RESOLUTIONS, "Resolution")
        self._theme = _choice(_THEMES, "Colours")
        self._title, self._note = QLineEdit(spec.title or ""), QLineEdit(spec.note)
        self._title.setPlaceholderText("made from the events")
        self._note.setPlaceholderText("a line below the chart")
        self._only_view = QCheckBox("Only the time in view")
        self._legend = _check("Legend", checked=spec.legend)
        self._density = _check("Events per day behind the marks", checked=spec.density)
        self._published = _check("Days the articles came out", checked=spec.published)
        self._numbered = _check("Number the marks", checked=spec.numbered)
        self._key = _choice(_KEYS, "List of sources")
        self._remember = _check("Keep the events in the picture", checked=True)
        self._remember.setToolTip("Open the PNG in Twotrack, and the chart is back with all its events.")
        _choose(self._size, _OWN_SIZE if spec.size else spec.preset)
        _choose(self._theme, spec.theme)
        _choose(self._dpi, spec.dpi)
        self._arrange()
        self._join()
        self._follow()

    @property
    def spec(self) -> ChartSpec:
        """The specification as edited."""
        own = self._size.currentData() == _OWN_SIZE
        days = self._in_view if self._only_view.isChecked() else self._spec
        return replace(
            self._spec,
            preset=self._spec.preset if own else self._size.currentData(),
            size=self._own.text().strip() if own else "",
            dpi=self._dpi.currentData(),
            theme=self._theme.currentData(),
            title=self._title.text().strip() or None,
            note=self._note.text().strip(),
            first=days.first,
            last=days.last,
            legend=self._legend.isChecked(),
            density=self._density.isChecked(),
            published=self._published.isChecked(),
            numbered=self._numbered.isChecked() or bool(self.keys),
        )

    @property
    def suffix(self) -> str:
        """The ending of the file wanted."""
        return str(self._kind.currentData())

    @property
    def keys(self) -> tuple[str, ...]:
        """The formats of the list of sources beside the chart."""
        chosen = str(self._key.currentData())
        return (chosen,) if chosen else ()

    @property
    def remember(self) -> bool:
        """Whether the file shall hold the events."""
        return bool(self._remember.isChecked() and self._remember.isEnabled())

    def remember_choices(self, store: QSettings) -> None:
        """Write the choices that users make once for all their charts."""
        for name, box in (("kind", self._kind), ("size", self._size), ("theme", self._theme)):
            store.setValue(f"export/{name}", box.currentData())
        store.setValue("export/own", self._own.text())

    def recall_choices(self, store: QSettings) -> None:
        """Take over the choices made last time."""
        self._own.setText(str(store.value("export/own", self._own.text())))
        for name, box in (("kind", self._kind), ("size", self._size), ("theme", self._theme)):
            if (value := store.value(f"export/{name}")) is not None:
                _choose(box, str(value))

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(9)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for words, field in (
            ("File", self._kind), ("Size", self._size), ("", self._own), ("Resolution", self._dpi),
            ("Colours", self._theme), ("Title", self._title), ("Note", self._note), ("Show", self._only_view),
            ("", self._legend), ("", self._density), ("", self._published), ("Proof", self._numbered),
        ):  # fmt: skip
            form.addRow(words, field)
        form.addRow("Sources", self._key)
        form.addRow("", self._remember)

    def _join(self) -> None:
        for box in (self._kind, self._size, self._dpi, self._theme, self._key):
            box.currentIndexChanged.connect(self._follow)
        for line in (self._own, self._title, self._note):
            line.textEdited.connect(self._follow)
        for check in (self._only_view, self._legend, self._density, self._published, self._numbered):
            check.toggled.connect(self._follow)

    def _follow(self, *_changed: object) -> None:
        self._own.setVisible(self._size.currentData() == _OWN_SIZE)
        self._remember.setEnabled(self.suffix == ".png")
        self._numbered.setEnabled(not self.keys)
        self.changed.emit()


def _check(words: str, *, checked: bool) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(checked)
    return box


def _choice(values: Mapping[Any, str], name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for value, words in values.items():
        box.addItem(words, value)
    return box


def _choose(box: QComboBox, value: str | int) -> None:
    index = box.findData(value)
    if index >= 0:
        box.setCurrentIndex(index)
