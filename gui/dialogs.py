"""The dialogs that ask for a date: an event's, and an article's publication date with its candidates."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from core import edtf
from core.model import Article, DateCandidate, Event
from gui import wording
from gui.date_edit import EdtfEdit
from gui.date_form import Shape

_WIDTH, _LIST = 560, 320  # px: of the dialog, and of the least of its list that is always in view
_PUBLISHED_SHAPES = (Shape.DAY, Shape.MONTH, Shape.YEAR)


class EventDateDialog(QDialog):
    """Asks for an event's date; ``edtf`` is the answer."""

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Change date")
        self._date = EdtfEdit(event.edtf, event.first or event.last or _today(), parent=self)
        layout = _column(self)
        layout.addWidget(_heading(event.title))
        found = sorted({mention.edtf for mention in event.mentions if mention.edtf})
        if len(found) > 1:
            layout.addWidget(_quiet("The sources say: " + "; ".join(map(wording.date, found))))
        layout.addWidget(self._date)
        layout.addStretch(1)
        layout.addWidget(_buttons(self, "Change date"))

    @property
    def edtf(self) -> str:
        """The date the user gave."""
        return self._date.edtf


class PublicationDialog(QDialog):
    """Shows the candidates for an article's publication date with their reasons; ``edtf`` is the choice."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Publication date")
        known = article.published
        self._choice = QButtonGroup(self)
        self._candidates = _candidates(article)
        self._other = EdtfEdit(known.edtf, _beginning(article), shapes=_PUBLISHED_SHAPES, parent=self)
        self._buttons = _buttons(self, "Set date")
        layout = _column(self)
        layout.addWidget(_heading(wording.name_of(article)))
        layout.addWidget(
            _quiet("All relative dates in the article (“yesterday”, “on Monday”) are counted from this day.")
        )
        layout.addWidget(self._list(known.edtf), 1)
        layout.addWidget(self._other)
        layout.addWidget(self._buttons)
        self._choice.idToggled.connect(self._follow)
        self._follow()
        self.resize(_WIDTH, layout.totalHeightForWidth(_WIDTH))

    @property
    def edtf(self) -> str:
        """The date chosen, or given by hand."""
        chosen = self._choice.checkedId()
        return self._candidates[chosen].date if chosen < len(self._candidates) else self._other.edtf

    def _list(self, date: str) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(4)
        for number, candidate in enumerate(self._candidates):
            self._add(layout, number, wording.date(candidate.date), candidate.date == date)
            layout.addWidget(_reasons(candidate))
        self._add(layout, len(self._candidates), "Another date", not self._candidates)
        layout.addStretch(1)
        area = QScrollArea(self)
        area.setAccessibleName("Possible dates, with reasons")
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setMinimumHeight(min(_LIST, page.sizeHint().height() + 4))
        return area

    def _add(self, layout: QVBoxLayout, number: int, words: str, checked: bool) -> None:
        button = QRadioButton(words)
        button.setChecked(checked)
        self._choice.addButton(button, number)
        layout.addWidget(button)

    def _follow(self, *_toggled: object) -> None:
        chosen = self._choice.checkedId()
        self._other.setVisible(chosen == len(self._candidates))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(chosen >= 0)


def _beginning(article: Article) -> dt.date:
    """Return the day from which the user looks for another one."""
    dates = [article.published.edtf, *(candidate.date for candidate in article.published.candidates)]
    return next((first for first, _ in map(edtf.bounds, filter(None, dates)) if first), _today())


def _candidates(article: Article) -> Sequence[DateCandidate]:
    """Return the candidates, with the date that holds first where it is not one of them."""
    known = article.published
    if known.edtf and all(candidate.date != known.edtf for candidate in known.candidates):
        return (DateCandidate(known.edtf, known.confidence, known.reasons), *known.candidates)
    return known.candidates


def _reasons(candidate: DateCandidate) -> QLabel:
    lines = [f"• {reason}" for reason in candidate.reasons]
    label = _quiet("\n".join(lines) or "no reason recorded")
    label.setContentsMargins(26, 0, 0, 8)
    return label


def _column(dialog: QDialog) -> QVBoxLayout:
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(22, 20, 22, 16)
    layout.setSpacing(12)
    return layout


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("heading")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("quiet")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _buttons(dialog: QDialog, accept: str) -> QDialogButtonBox:
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, dialog
    )
    box.button(QDialogButtonBox.StandardButton.Ok).setText(accept)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def _today() -> dt.date:
    """Return where a calendar opens when nothing is known: this is never taken for a date by itself."""
    today = QDate.currentDate()
    return dt.date(today.year(), today.month(), today.day())
