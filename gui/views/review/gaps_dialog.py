"""The reasons that reviewers gave as a table: where the codebook leaves people in doubt, with examples."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from annotation.adjudication import Example, Gap, find_gaps, gaps_as_csv
from annotation.i18n import _
from gui.dialogs.files import ask_for_new_file
from gui.models.record_table import Column, RecordTable
from gui.session import Session
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

_SIZE = (900, 560)


class GapsDialog(QDialog):
    """Reasons above, their examples below. Emits `open_wanted(article, record)` for an example."""

    open_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.gaps: list[Gap] = []
        self.model = RecordTable[Gap](_gap_columns(), key=lambda gap: (gap.reason, gap.layer, gap.part))
        self.examples = RecordTable[Example](_example_columns(), key=lambda one: one.decision)
        self.table = RowTable(self.model, _("Reasons"))
        self.below = RowTable(self.examples, _("Examples"))
        self.words = label("", "muted", wrap=True)
        self.export = button(_("Export as CSV…"))
        self.setWindowTitle(_("Reasons and gaps of the codebook"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._show(index.row()))
        self.below.activated_row.connect(self._open)
        self.below.doubleClicked.connect(lambda index: self._open(index.row()))
        self.export.clicked.connect(self.ask_where)
        session.closed.connect(self.reject)
        self.resize(*_SIZE)
        self._collect()

    def ask_where(self) -> None:
        """Ask for a file, and write the table there."""
        path = ask_for_new_file(self, self._session.path.with_name("reasons.csv"), ".csv")
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the table to a file; where that cannot be done, say why."""
        try:
            path.write_text(gaps_as_csv(self.gaps), encoding="utf-8-sig", newline="")
        except OSError as error:
            self.words.setText(_("The file cannot be written: {why}", why=error.strerror or str(error)))
            return
        self.words.setText(_("Written: {path}", path=path.name))

    # ------------------------------------------------------------ how it is done

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        for table in (self.table, self.below):
            header = table.horizontalHeader()
            header.setStretchLastSection(True)
            header.setSortIndicatorShown(False)
            header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            split.addWidget(table)
        for section, width in enumerate((300, 150, 200)):
            self.table.setColumnWidth(section, width)
        for section, width in enumerate((320, 280)):
            self.below.setColumnWidth(section, width)
        foot = QHBoxLayout()
        foot.addWidget(self.words, 1)
        foot.addWidget(self.export)
        leave = button(_("Close"))
        leave.clicked.connect(self.accept)
        foot.addWidget(leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(split, 1)
        column.addLayout(foot)

    def _collect(self) -> None:
        """Read the reasons in the background."""
        door = self._session.door()
        self._session.tasks.run(
            lambda _progress: door.ask(find_gaps),
            on_done=self._fill,
            on_error=self._session.failed.emit,
            receiver=self,
        )

    def _fill(self, gaps: list[Gap]) -> None:
        self.gaps = gaps
        self.model.reset(gaps)
        self.export.setEnabled(bool(gaps))
        none = _("No decision has a reason yet: R on the decision card gives one.")
        self.words.setText("" if gaps else none)
        if gaps:
            self.table.select_rows([0], current=0)

    def _show(self, row: int) -> None:
        self.examples.reset(self.gaps[row].examples if 0 <= row < len(self.gaps) else ())

    def _open(self, row: int) -> None:
        one = self.examples.rows[row]
        self.accept()
        self.open_wanted.emit(one.article, one.record)


def _gap_columns() -> list[Column[Gap]]:
    return [
        Column(title=_("Reason"), text=lambda gap: gap.reason),
        Column(title=_("Layer"), text=lambda gap: gap.layer),
        Column(title=_("About"), text=lambda gap: gap.part),
        Column(title=_("Decisions"), text=lambda gap: number_words(gap.count)),
    ]


def _example_columns() -> list[Column[Example]]:
    return [
        Column(title=_("Words"), text=lambda one: one.words),
        Column(title=_("Comment"), text=lambda one: one.comment),
        Column(title=_("Article"), text=lambda one: one.title),
    ]
