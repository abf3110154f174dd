"""What is known of the chosen articles: the same values for all, or words replaced by others."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations.metadata import BULK_FIELDS
from gui.models.corpus_table import column_title
from gui.widgets.dates import number_words
from gui.widgets.label import label

_WIDTH = 480
_HINTS = {"published": "2024-05-31", "lang": "fr"}
_SETTABLE = ("outlet", "published", "lang", "section", "authors")


class MetadataDialog(QDialog):
    """Values to set, and on another page words to replace, unless `only_values` are wanted.

    Once it is accepted, `values` is not empty or `replacement` is not None.
    """

    def __init__(
        self,
        articles: int,
        common: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        only_values: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Change what is known"))
        self.lines: dict[str, QLineEdit] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.field, self.sought, self.by = QComboBox(), QLineEdit(), QLineEdit()
        self.case = QCheckBox(_("Capitals matter"))
        self.whole = QCheckBox(_("Only where it is the whole value"))
        self.pages = QTabWidget()
        self.pages.addTab(self._make_values(common), _("Set"))
        if not only_values:
            self.pages.addTab(self._make_replacing(), _("Find and replace"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Change"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(ngettext("For one article", "For {number} articles", articles,
                                        number=number_words(articles)), "heading"))  # fmt: skip
        column.addWidget(self.pages)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        self.pages.currentChanged.connect(lambda _page: self._vouch())
        self._vouch()

    def _make_values(self, common: Mapping[str, str]) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setColumnStretch(1, 1)
        for place, name in enumerate(_SETTABLE):
            box = self.boxes[name] = QCheckBox(column_title(name))
            line = self.lines[name] = QLineEdit(common.get(name, ""))
            line.setPlaceholderText(_HINTS.get(name, ""))
            line.setAccessibleName(column_title(name))
            line.textEdited.connect(lambda _text, box=box: box.setChecked(True))
            box.toggled.connect(lambda _on: self._vouch())
            grid.addWidget(box, place, 0)
            grid.addWidget(line, place, 1)
        hint = _("Only what is ticked changes; an empty line clears. Put a semicolon between authors.")
        grid.addWidget(label(hint, "small", wrap=True), len(_SETTABLE), 0, 1, 2)
        return page

    def _make_replacing(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 12, 12, 12)
        grid.setColumnStretch(1, 1)
        for name in BULK_FIELDS:
            self.field.addItem(column_title(name), name)
        self.field.setCurrentIndex(BULK_FIELDS.index("outlet"))
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("In"), self.field),
            (_("Find"), self.sought),
            (_("Replace by"), self.by),
        )
        for place, (name, widget) in enumerate(rows):
            grid.addWidget(label(name), place, 0)
            grid.addWidget(widget, place, 1)
            widget.setAccessibleName(name)
        grid.addWidget(self.case, 3, 1)
        grid.addWidget(self.whole, 4, 1)
        grid.setRowStretch(5, 1)
        self.sought.textChanged.connect(lambda _text: self._vouch())
        return page

    @property
    def values(self) -> Mapping[str, Any]:
        """The values to set, by field; empty where words are to be replaced."""
        if self.pages.currentIndex():
            return {}
        found: dict[str, Any] = {}
        for name, box in self.boxes.items():
            if box.isChecked():
                text = self.lines[name].text().strip()
                found[name] = [one.strip() for one in text.split(";")] if name == "authors" else text
        return found

    @property
    def replacement(self) -> Mapping[str, Any] | None:
        """The field, what to find, and what to put there, as ReplaceInArticles has them; None for values."""
        if not self.pages.currentIndex():
            return None
        return {
            "field": self.field.currentData(),
            "find": self.sought.text(),
            "replacement": self.by.text(),
            "match_case": self.case.isChecked(),
            "whole": self.whole.isChecked(),
        }

    def _vouch(self) -> None:
        replacing = self.pages.currentIndex() == 1
        ready = bool(self.sought.text()) if replacing else any(box.isChecked() for box in self.boxes.values())
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(ready)
