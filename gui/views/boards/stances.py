"""The Stances board: who holds what position towards whom, as a matrix that leads to its evidence."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Qt

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.operations.boards.matrix import Line, Matrix, build_matrix
from annotation.operations.boards.sheets import Cell
from annotation.project import ProjectReader
from annotation.project.boards.stances import Evidence
from gui.dialogs.files import ask_for_new_file
from gui.door import SessionDoor
from gui.models.matrix_table import MatrixTable
from gui.tasks import Progress
from gui.views.boards.board import Bench
from gui.views.boards.evidence_board import EvidenceBoard
from gui.views.boards.matrix_options import MatrixOptions
from gui.views.boards.matrix_picture import matrix_picture
from gui.views.boards.matrix_view import MatrixView
from gui.views.boards.pictures import write_picture
from gui.views.boards.polarity import count_words, polarity_words, topic_names
from gui.views.boards.stance_sheet import evidence_header, evidence_row, matrix_header, matrix_rows
from gui.widgets.dates import number_words

_BATCH = 500
TOPIC = "k:"
"""What the keys of columns that are topics begin with."""


class StancesBoard(EvidenceBoard):
    """Shows the matrix, and the evidence for the cell that is chosen."""

    def __init__(self, bench: Bench) -> None:
        self.options = MatrixOptions()
        super().__init__(
            bench,
            "table-2",
            _("Who is for or against whom is counted here, once stances have been marked in articles."),
            _("Choose a cell to read the words behind its number."),
            self.options,
        )
        self._cell: tuple[str, str] | None = None
        """The keys of the chosen row and column, "" for the totals."""
        self.model = MatrixTable(count_words, line_name, self)
        self.view = MatrixView(self.model, bench.dress, self._hue)
        self.tools.addWidget(self.options, 1)
        self.tools.addWidget(self.count)
        entries = (
            (_("Matrix as CSV…"), self.export_matrix),
            (_("List of stances as CSV…"), self.export_list),
            (_("Picture as PNG…"), partial(self.export_picture, ".png")),
            (_("Picture as SVG…"), partial(self.export_picture, ".svg")),
        )
        self.tools.addWidget(self.export_button(entries))
        self.set_views(self.view)
        self.options.shown_changed.connect(self._show_net)
        self.view.cell_chosen.connect(self._choose)

    def restore_layout(self, state: str) -> None:
        """Choose what was chosen."""
        super().restore_layout(state)
        self._show_net()

    # ------------------------------------------------------------ the matrix

    def build(self) -> None:
        """Count anew, in the background."""
        stances = self.gathering.records
        plan = self.options.plan(topic_names(self.session.codebook))

        def work(progress: Progress) -> Matrix:
            progress.check()
            return build_matrix(stances, plan)

        self.building.run(work, self._show, self.fail)

    def _show(self, matrix: Matrix) -> None:
        self.view.blockSignals(True)
        self.model.show_matrix(matrix)
        self.view.blockSignals(False)
        total = matrix.total.total
        self.count.setText(ngettext("one stance", "{number} stances", total, number=number_words(total)))
        self.say(note_words(matrix))
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

    def _hue(self, key: str) -> str:
        """The colour of a target: that of its tag, where targets are topics."""
        return self.bench.topic_hue(key.removeprefix(TOPIC)) if self.options.by_topic else ""

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
        size, paint = matrix_picture(self.view, net=self.options.net)
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
