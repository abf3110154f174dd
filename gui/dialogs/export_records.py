"""Which records are exported: whose, in which state, of which layers and articles."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from annotation.i18n import _
from annotation.operations.sets import SetWish
from annotation.project.selection import ALL
from annotation.records import GOLD, Annotator, Status
from gui.dialogs.export_options import CalmBox, OptionRows
from gui.dialogs.export_page import ExportPage, NamedMenu
from gui.dialogs.export_wish import ExportOutlook
from gui.widgets.label import label


def status_words(status: Status) -> str:
    """A status in the user's language."""
    return {
        Status.SUGGESTED: _("Suggestions that nobody decided about"),
        Status.ACCEPTED: _("Accepted"),
        Status.EDITED: _("Corrected"),
        Status.REJECTED: _("Rejected"),
    }[status]


class RecordsPage(ExportPage):
    """The first page, with the options of the format below."""

    def __init__(self, outlook: ExportOutlook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whose = CalmBox()
        self.whose.setAccessibleName(_("Annotations"))
        self.statuses = {status: QCheckBox(status_words(status)) for status in Status}
        self.layers = NamedMenu(_("All layers"))
        self.layers.set_entries(outlook.layers)
        self.filter = CalmBox()
        self._furnish_filter(outlook.filters)
        self.options = OptionRows()
        self.head = label(_("Options of this format"), "section")
        self._only = outlook.only
        self._offer(outlook.people)
        self.add_row(_("Annotations"), self.whose)
        self.add_row(_("In which state"), *self.statuses.values())
        self.add_row(_("Layers"), self.layers)
        self.add_row(_("Articles"), self.filter)
        self.column.addWidget(self.head)
        self.column.addWidget(self.options)
        self.column.addStretch()
        self._listen()

    def show_wish(self, wish: SetWish) -> None:
        """Show what is wished for."""
        if self.whose.findData(wish.annotator) < 0 and wish.annotator and not self._only:
            self.whose.addItem(_("Only {name}’s", name=wish.annotator), wish.annotator)
        self.whose.setCurrentIndex(max(0, self.whose.findData(wish.annotator)))
        for status, box in self.statuses.items():
            box.setChecked(status in wish.statuses)
        if wish.suggestions is not None:
            self.statuses[Status.SUGGESTED].setChecked(wish.suggestions)
        self.layers.set_ticked(frozenset(wish.layers))
        self.filter.setEditText(wish.filter)

    def change(self, wish: SetWish) -> SetWish:
        """The wish with what is chosen here. Suggestions that somebody decided about never come along."""
        chosen = frozenset(status for status, box in self.statuses.items() if box.isChecked())
        return replace(
            wish,
            annotator=str(self.whose.currentData()),
            statuses=chosen - {Status.SUGGESTED},
            suggestions=True if Status.SUGGESTED in chosen else None,
            layers=tuple(sorted(self.layers.ticked)),
            filter=self.filter.currentText().strip(),
        )

    @property
    def is_empty(self) -> bool:
        """Whether no state is ticked, so that nothing would be written."""
        return not any(box.isChecked() for box in self.statuses.values())

    def _furnish_filter(self, filters: Sequence[str]) -> None:
        self.filter.setEditable(True)
        self.filter.setAccessibleName(_("Articles"))
        self.filter.setToolTip(_("A saved filter, or words and conditions as in the Corpus room"))
        self.filter.addItems(list(filters))
        self.filter.setCurrentIndex(-1)
        if line := self.filter.lineEdit():
            line.setPlaceholderText(_("All articles; or a filter, or a search such as outlet:…"))
            line.setClearButtonEnabled(True)

    def _offer(self, people: Sequence[Annotator]) -> None:
        if self._only:
            self.whose.addItem(_("Only {name}’s", name=self._only), self._only)
            self.whose.setEnabled(False)
            self.whose.setToolTip(_("Work is double-blind: you export your own annotations."))
            return
        self.whose.addItem(_("Everybody’s annotations"), ALL)
        self.whose.addItem(_("The gold set"), GOLD.name)
        for person in people:
            self.whose.addItem(_("Only {name}’s", name=person.name), person.name)

    def _listen(self) -> None:
        self.whose.currentIndexChanged.connect(self.tell)
        for box in self.statuses.values():
            box.toggled.connect(self.tell)
        self.layers.chosen.connect(self.tell)
        self.filter.editTextChanged.connect(self.tell)
        self.options.changed.connect(self.tell)
