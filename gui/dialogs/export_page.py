"""What the pages of the export form share: rows with labels, in what scrolls where the form is low."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from gui.dialogs.export_options import LABELS
from gui.widgets.check_menu import CheckMenu
from gui.widgets.label import label

_NAMED = 3
"""Things that a menu names; of more it says how many."""


class NamedMenu(CheckMenu):
    """A menu of things to tick that says what is ticked, or its title where nothing is."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _draw(self) -> None:
        names = [tick.text() for tick in self._ticks.values() if tick.isChecked()]
        self.setText(
            ", ".join(names) if 0 < len(names) <= _NAMED else f"{len(names)}" if names else self._title
        )


class ExportPage(QScrollArea):
    """A page with rows. Emits `changed` when a person chooses something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget()
        content.setObjectName("content")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(8, 12, 16, 12)
        self.column.setSpacing(12)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(16)
        self.form.setVerticalSpacing(12)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.column.addLayout(self.form)
        self.setWidget(content)

    def add_row(self, words: str, *parts: QWidget) -> None:
        """Add a row of parts, one below the other, with words at their left; "" for none."""
        name = label(words, wrap=True)
        name.setFixedWidth(LABELS)
        if len(parts) == 1:
            name.setBuddy(parts[0])
            self.form.addRow(name, parts[0])
            return
        column = QVBoxLayout()
        column.setSpacing(2)
        for part in parts:
            column.addWidget(part)
        self.form.addRow(name, column)

    def tell(self, *_anything: object) -> None:
        """Say that something else was chosen."""
        self.changed.emit()
