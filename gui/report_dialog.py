"""Lists the files and rows that gave no events, each with what happened and what to do."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)


class ReportDialog(QDialog):
    """A window beside the main one that can be left open; it does not stop the user."""

    def __init__(self, failures: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What gave no events")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 380)
        heading = QLabel("What gave no events", self)
        heading.setObjectName("heading")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addWidget(_table(failures))
        layout.addWidget(buttons)


def _table(failures: Sequence[tuple[str, str]]) -> QTableWidget:
    table = QTableWidget(len(failures), 2)
    table.setHorizontalHeaderLabels(["File", "What happened, and what to do"])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setAccessibleName("Files and rows that gave no events")
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.setWordWrap(True)
    for row, (source, message) in enumerate(failures):
        name = QTableWidgetItem(Path(source).name or source)
        name.setToolTip(source)
        table.setItem(row, 0, name)
        table.setItem(row, 1, QTableWidgetItem(message))
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.setColumnWidth(0, 220)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
