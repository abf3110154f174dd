"""The Stances board: who holds what position towards whom, as a matrix that leads to its evidence."""

import json
from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.boards.matrix import Line, Matrix, build_matrix
from annotation.operations.boards.sheets import Cell
from annotation.project import ProjectReader
from annotation.project.boards.stances import LAYER, Evidence
from gui.dialogs.files import ask_for_new_file
from gui.door import SessionDoor
from gui.models.matrix_table import MatrixTable
from gui.tasks import Progress
from gui.views.boards.board import Bench
from gui.views.boards.evidence import EvidenceList
from gui.views.boards.frame import FramedBoard
from gui.views.boards.latest import Latest
from gui.views.boards.matrix_options import MatrixOptions
from gui.views.boards.matrix_picture import matrix_picture
from gui.views.boards.matrix_view import MatrixView
from gui.views.boards.pictures import write_picture
from gui.views.boards.polarity import count_words, polarity_words, topic_names
from gui.views.boards.stance_sheet import evidence_header, evidence_row, matrix_header, matrix_rows
from gui.widgets.dates import number_words
from gui.widgets.label import label

_BATCH = 500


class StancesBoard(FramedBoard):
    """Shows the matrix, and the evidence for the cell that is chosen."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(
            bench,
            LAYER,
            "table-2",
            _("Who is for or against whom is counted here, once stances have been marked in articles."),
        )
        self._building = Latest(self.session.tasks, self)
        self._cell: tuple[str, str] | None = None
        """The keys of the chosen row and column, "" for the totals."""
        self.options = MatrixOptions()
        self.model = MatrixTable(count_words, line_name, self)
        self.view = MatrixView(self.model)
        self.evidence = EvidenceList(self.session, _("Choose a cell to read the words behind its number."))
        self.note = label("", "small")
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.tools.addWidget(self.options, 1)
        self.tools.addWidget(self.count)
        self.tools.addWidget(
            self.export_button((
                (_("Matrix as CSV…"), self.export_matrix),
                (_("List of stances as CSV…"), self.export_list),
                (_("Picture as PNG…"), partial(self.export_picture, ".png")),
                (_("Picture as SVG…"), partial(self.export_picture, ".svg")),
            ))
        )  # fmt: skip
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(self.note)
        self.note.setContentsMargins(16, 6, 16, 6)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self.evidence)
        self._split.setStretchFactor(0, 4)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([860, 340])
        self.set_content(self._split)

    def _connect(self) -> None:
        gathering = self.bench.stances
        gathering.gathered.connect(self.rebuild)
        gathering.busy.connect(self.show_busy)
        gathering.stepped.connect(self.show_step)
        self.options.changed.connect(self.rebuild)
        self.options.shown_changed.connect(self._show_net)
        self.view.cell_chosen.connect(self._choose)
        self.evidence.record_wanted.connect(self.record_wanted)

    # ------------------------------------------------------------ for the room

    def panes(self) -> Sequence[QWidget]:
        """Matrix and evidence."""
        return (self.view, self.evidence.list)

    def entered(self) -> None:
        """Take in what changed, and give the matrix the keyboard."""
        self.bench.stances.want()
        self.view.setFocus()

    def showEvent(self, event: object) -> None:
        """Have stances read while the board is looked at. For Qt."""
        self.bench.stances.look(self, looking=True)

    def hideEvent(self, event: object) -> None:
        """Have nothing read for nobody. For Qt."""
        self.bench.stances.look(self, looking=False)

    def layout_state(self) -> str:
        """What is chosen, and the widths of the panes."""
        return json.dumps({"options": self.options.state, "panes": self._split.sizes()})

    def restore_layout(self, state: str) -> None:
        """Choose what was chosen."""
        try:
            known = json.loads(state)
            self.options.restore(known["options"])
            self._split.setSizes([int(width) for width in known["panes"]])
        except (ValueError, TypeError, KeyError):
            return
        self._show_net()

    @property
    def is_narrowed(self) -> bool:
        """Whether stances are there that the options leave out."""
        return bool(self.bench.stances.records)

    def show_everything(self) -> None:
        """Leave nothing out any more."""
        self.options.restore(MatrixOptions().state)
        super().show_everything()
        self.rebuild()

    # ------------------------------------------------------------ the matrix

    def rebuild(self) -> None:
        """Count anew, in the background."""
        self._building.stop()
        if not self.session.is_open or not self.bench.stances.ready:
            return
        stances = self.bench.stances.records
        plan = self.options.plan(topic_names(self.session.codebook))

        def work(progress: Progress) -> Matrix:
            progress.check()
            return build_matrix(stances, plan)

        self._building.run(work, self._show, self.complain)

    def _show(self, matrix: Matrix) -> None:
        self.view.blockSignals(True)
        self.model.show_matrix(matrix)
        self.view.blockSignals(False)
        total = matrix.total.total
        self.count.setText(ngettext("one stance", "{number} stances", total, number=number_words(total)))
        self.note.setText(note_words(matrix))
        self.note.setVisible(bool(self.note.text()))
        self.show_content(bool(matrix.rows))
        self._choose_again()

    def _choose_again(self) -> None:
        """Stay on the cell that was chosen, where it still is."""
        place = self._place_of(self._cell) if self._cell else None
        if place is None:
            self._cell = None
            self.evidence.show_evidence("", ())
            return
        self.view.setCurrentIndex(self.model.index(*place))
        self._choose(*place)

    def _place_of(self, cell: tuple[str, str]) -> tuple[int, int] | None:
        rows = [*(line.key for line in self.model.matrix.rows), ""]
        columns = [*(line.key for line in self.model.matrix.columns), ""]
        if cell[0] in rows and cell[1] in columns and self.model.matrix.rows:
            return rows.index(cell[0]), columns.index(cell[1])
        return None

    def _choose(self, row: int, column: int) -> None:
        lines = (
            self.model.line(row, Qt.Orientation.Vertical),
            self.model.line(column, Qt.Orientation.Horizontal),
        )
        self._cell = (lines[0].key if lines[0] else "", lines[1].key if lines[1] else "")
        self.evidence.show_evidence(self.model.title(row, column), self.model.ids(row, column))

    def _show_net(self) -> None:
        self.view.show_net(self.options.net)

    # ------------------------------------------------------------ files

    def export_matrix(self) -> None:
        """Write the matrix as a table, a column for each polarity of each target."""
        matrix, net = self.model.matrix, self.options.net
        header = matrix_header(matrix, line_name, net=net)
        self.write_rows(
            _("Stances") + ".csv", header, lambda _progress: matrix_rows(matrix, line_name, net=net)
        )

    def export_list(self) -> None:
        """Write each stance that the matrix counts, with its words and its place."""
        ids = self.model.ids(len(self.model.matrix.rows), len(self.model.matrix.columns))
        door = self.session.door()
        self.write_rows(
            _("List of stances") + ".csv", evidence_header(), lambda progress: _evidence(door, ids, progress)
        )

    def export_picture(self, ending: str) -> None:
        """Write the whole matrix as a picture."""
        path = ask_for_new_file(self, self.session.path.with_name(_("Stances") + ending), ending)
        if path is None:
            return
        size, paint = matrix_picture(self.model, net=self.options.net)
        try:
            write_picture(path, size, paint, _("Who towards whom"))
        except AnnotationError as error:
            self.complain(error)
        else:
            self.say_written(path)


def line_name(line: Line | None) -> str:
    """What a row or column is called; None for the totals."""
    if line is None:
        return _("Total")
    if line.folded:
        return ngettext("one other", "{n} others", line.folded)
    return line.name


def note_words(matrix: Matrix) -> str:
    """What the matrix leaves out, in words; "" for nothing."""
    parts = []
    if matrix.incomplete:
        parts.append(
            ngettext(
                "One stance has no holder or no target.",
                "{n} stances have no holder or no target.",
                matrix.incomplete,
            )
        )
    if matrix.weak:
        parts.append(
            ngettext(
                "One stance is in a small cell.",
                "{n} stances are in small cells.",
                matrix.weak,
            )
        )
    return " ".join(parts)


def _read(ids: Sequence[str], reader: ProjectReader) -> list[Evidence]:
    return reader.boards.evidence(ids, reader.boards.names())


def _evidence(door: SessionDoor, ids: Sequence[str], progress: Progress) -> Iterator[Sequence[Cell]]:
    for start in range(0, len(ids), _BATCH):
        progress.report(start, len(ids))
        batch = ids[start : start + _BATCH]
        for row in door.ask(partial(_read, batch)):
            yield evidence_row(row, polarity_words(row.polarity))
