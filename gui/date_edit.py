"""A form for a date as exact as it is known: a day, a month, a span, "on or before" ..."""

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QLabel, QWidget

from gui import wording
from gui.date_form import DateForm, Shape, form_of

_FORMATS = {Shape.MONTH: "MMMM yyyy", Shape.YEAR: "yyyy"}


class EdtfEdit(QWidget):
    """Edits an EDTF date; ``changed`` tells each change."""

    changed = Signal(str)

    def __init__(
        self,
        date: str,
        otherwise: dt.date,
        *,
        shapes: tuple[Shape, ...] = tuple(Shape),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shape = QComboBox(self)
        self._shape.setAccessibleName("Kind of date")
        for shape in shapes:
            self._shape.addItem(shape.value, shape)
        self._first, self._last = _day_field("Date", self), _day_field("Last day", self)
        self._about = QCheckBox("about", self)
        self._words = QLabel(self)
        self._words.setObjectName("quiet")
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._shape, 0, 0)
        layout.addWidget(self._first, 0, 1)
        layout.addWidget(self._last, 0, 2)
        layout.addWidget(self._about, 0, 3)
        layout.setColumnStretch(4, 1)
        layout.addWidget(self._words, 1, 0, 1, 5)
        self._fill(form_of(date, otherwise))
        self._shape.currentIndexChanged.connect(self._follow)
        self._first.dateChanged.connect(self._follow)
        self._last.dateChanged.connect(self._follow)
        self._about.toggled.connect(self._follow)
        self._follow()

    @property
    def edtf(self) -> str:
        """The date as it stands in the form."""
        return self._form().edtf

    def show_date(self, date: str) -> None:
        """Fill the form with another date."""
        self._fill(form_of(date, self._form().first))

    def _form(self) -> DateForm:
        first, last = _day(self._first.date()), _day(self._last.date())
        return DateForm(Shape(self._shape.currentData()), first, last, self._about.isChecked())

    def _fill(self, form: DateForm) -> None:
        self._shape.setCurrentIndex(max(0, self._shape.findData(form.shape)))
        self._first.setDate(_qdate(form.first))
        self._last.setDate(_qdate(form.last))
        self._about.setChecked(form.about)

    def _follow(self) -> None:
        form = self._form()
        self._first.setDisplayFormat(_FORMATS.get(form.shape, "d MMMM yyyy"))
        self._first.setVisible(form.shape is not Shape.UNKNOWN)
        self._last.setVisible(form.shape is Shape.SPAN)
        self._about.setVisible(form.shape in (Shape.DAY, Shape.MONTH, Shape.YEAR))
        self._words.setText(wording.date(form.edtf))
        self.changed.emit(form.edtf)


def _day_field(name: str, parent: QWidget) -> QDateEdit:
    field = QDateEdit(parent)
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMMM yyyy")
    field.setDateRange(QDate(1800, 1, 1), QDate(2200, 12, 31))
    for named in (field, field.lineEdit()):
        named.setAccessibleName(name)
    return field


def _day(date: QDate) -> dt.date:
    return dt.date(date.year(), date.month(), date.day())


def _qdate(day: dt.date) -> QDate:
    return QDate(day.year, day.month, day.day)
