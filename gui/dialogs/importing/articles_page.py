"""The articles in the files: a table to tick and correct, and the one that is looked at beside it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.operations.import_preview import Candidate, Reading
from gui.dialogs.export_options import CalmBox
from gui.dialogs.importing.text_pane import TextPane
from gui.dialogs.metadata import MetadataDialog
from gui.models.candidate_table import COLUMNS, EDITABLE, CandidateTable, is_offered
from gui.widgets.button import button
from gui.widgets.row_table import RowTable

_PAUSE = 200
"""How long one has to stay on a row before its whole text is read, ms."""
_WIDTHS = {
    "title": 240,
    "outlet": 104,
    "published": 108,
    "authors": 104,
    "remark": 168,
    "length": 96,
    "file": 200,
}
_HALVES = [790, 330]
"""Of the width, at first: the list has many columns."""


class CandidateView(RowTable):
    """The table: Space ticks all chosen rows, F2 and a double click write in a cell, Enter imports."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, or what any table does. For Qt."""
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, CandidateTable) and self.selected_rows:
            rows = self.selected_rows
            model.include(rows, not all(model.is_included(row) for row in rows))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # so that the dialog takes it for its own button
        else:
            super().keyPressEvent(event)


class ArticlesPage(QWidget):
    """Shows what was found. Emits `looked_at(Candidate)` once a person stays with an article."""

    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = CandidateTable(self)
        self.view = CandidateView(self.table, _("Articles in the files"))
        self.view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.line = QLineEdit()
        self.kind = CalmBox()
        self.correcting = button(_("Correct…"))
        self.pane = TextPane()
        self._sorted = ("", False)
        self.view.point_out(-1, descending=False)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        self._lay_out()
        self._listen()

    @property
    def current(self) -> Candidate | None:
        """The article that is looked at."""
        index = self.view.currentIndex()
        return self.table.candidate(index.row()) if index.isValid() else None

    def show_reading(self, reading_of: Callable[[Path], Reading], formats: dict[Path, str]) -> None:
        """Show the article that is looked at, and how its file was read."""
        candidate = self.current
        self.pane.setEnabled(candidate is not None)
        if candidate:
            title = str(self.table.value(candidate, "title"))
            self.pane.show_article(candidate, title, reading_of(candidate.path), formats)

    def go_on(self) -> None:
        """Begin with the first article as soon as there is one."""
        self.table.grow()
        if not self.view.currentIndex().isValid() and self.table.rowCount():
            self.view.selectRow(0)

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(_("Find in titles, outlets and files"))
        self.line.setAccessibleName(_("Find in titles, outlets and files"))
        self.line.setClearButtonEnabled(True)
        for words, key in ((_("All"), ""), (_("With a guess"), "guess"), (_("Left out"), "out")):
            self.kind.addItem(words, key)
        self.kind.setAccessibleName(_("Which articles"))
        self.correcting.setToolTip(
            _("Write the same outlet, day, language or authors for the chosen articles")
        )
        above = QHBoxLayout()
        above.setSpacing(8)
        above.addWidget(self.line, 1)
        above.addWidget(self.kind)
        above.addWidget(self.correcting)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 0, 8)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self.view, 1)
        for place, name in enumerate(COLUMNS):
            self.view.setColumnWidth(place, _WIDTHS[name])
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(left)
        halves.addWidget(self.pane)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        halves.setSizes(_HALVES)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _listen(self) -> None:
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._timer.start())
        self.view.horizontalHeader().sectionClicked.connect(self._sort)
        self.line.textChanged.connect(self._keep)
        self.kind.currentIndexChanged.connect(self._keep)
        self.correcting.clicked.connect(self._correct)

    # ------------------------------------------------------------ following

    def _look(self) -> None:
        if self.current:
            self.looked_at.emit(self.current)

    def _keep(self) -> None:
        """Show only what is searched for."""
        words, kind = self.line.text().casefold().split(), str(self.kind.currentData())
        wanted = None
        if words or kind:
            wanted = lambda one: self._is_wanted(one, words, kind)  # noqa: E731 - a predicate for the table
        self.table.keep_only(wanted)

    def _is_wanted(self, one: Candidate, words: list[str], kind: str) -> bool:
        if kind == "guess" and not any(self.table.is_guess(one, field) for field in EDITABLE):
            return False
        if kind == "out" and is_offered(one) and one.id not in self.table.excluded:
            return False
        parts = (self.table.value(one, "title"), self.table.value(one, "outlet"), one.path.name)
        said = " ".join(map(str, parts)).casefold()
        return all(word in said for word in words)

    def _sort(self, section: int) -> None:
        """Sort by a column; the other way round where it is sorted by it already."""
        column = COLUMNS[section]
        descending = self._sorted == (column, False)
        self._sorted = (column, descending)
        self.table.sort_by(column, descending)
        self.view.point_out(section, descending)

    def _correct(self) -> None:
        """Ask for values for all chosen articles."""
        rows = self.view.selected_rows
        if not rows:
            return
        dialog = MetadataDialog(len(rows), {}, self, only_values=True)
        dialog.accepted.connect(lambda: self.table.correct(rows, dialog.values))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
