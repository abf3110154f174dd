"""What a format of an export leaves to the user, as rows of a form."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from annotation.exporters import Option
from annotation.i18n import _
from gui.widgets.label import label

LABELS = 200
"""How wide the labels of the form are, px."""


class CalmBox(QComboBox):
    """A combo box that the wheel turns only when it has the focus: a form that scrolls stays as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn, or leave the wheel to what scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmNumber(QSpinBox):
    """A box for a number that the wheel turns only when it has the focus."""

    def __init__(self, value: int, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        self.setValue(value)
        self.setMaximumWidth(110)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn, or leave the wheel to what scrolls."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class OptionRows(QWidget):
    """A row for each option: a list where there are choices, a line where any text is good.

    Emits `changed` when a person chooses another value.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, CalmBox | QLineEdit] = {}
        self._defaults: dict[str, str] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(8)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    @property
    def values(self) -> dict[str, str]:
        """The value of every option."""
        return {name: _value(field) for name, field in self.fields.items()}

    @property
    def chosen(self) -> dict[str, str]:
        """The values that are not what the format does by itself."""
        return {name: value for name, value in self.values.items() if value != self._defaults[name]}

    def set_options(self, options: Sequence[Option], values: Mapping[str, str]) -> None:
        """Show other options with these values; what has none, or one that is no choice, is as usual."""
        while self._form.rowCount():
            self._form.removeRow(0)
        self._defaults = {option.name: option.default for option in options}
        self.fields = {option.name: self._make_field(option, values) for option in options}
        for option in options:
            if option.heading:
                self._form.addRow(_heading(_(option.heading)))
            name = label(_(option.label), wrap=True)
            name.setFixedWidth(LABELS)
            name.setBuddy(self.fields[option.name])
            self._form.addRow(name, self.fields[option.name])
        self.setVisible(bool(options))

    def _make_field(self, option: Option, values: Mapping[str, str]) -> CalmBox | QLineEdit:
        value = values.get(option.name, option.default)
        field = self._make_box(option, value) if option.choices else self._make_line(option, value)
        field.setAccessibleName(_(option.label))
        return field

    def _make_box(self, option: Option, value: str) -> CalmBox:
        box = CalmBox()
        for choice in option.choices:
            box.addItem(_(choice.label), choice.value)
        wanted = box.findData(value)
        box.setCurrentIndex(wanted if wanted >= 0 else max(0, box.findData(option.default)))
        box.currentIndexChanged.connect(self.changed)
        return box

    def _make_line(self, option: Option, value: str) -> QLineEdit:
        line = QLineEdit(value)
        line.setPlaceholderText(option.default)
        line.textChanged.connect(self.changed)
        return line


def _heading(words: str) -> QWidget:
    made = label(words, "section")
    made.setContentsMargins(0, 12, 0, 0)
    return made


def _value(field: CalmBox | QLineEdit) -> str:
    return field.text().strip() if isinstance(field, QLineEdit) else str(field.currentData())
