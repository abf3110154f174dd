"""The Figures board: what different sources say about how many there are of the same thing."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSplitter, QWidget

from annotation.i18n import _, ngettext
from annotation.operations.boards.comparing import Comparison, compare_figures
from annotation.project.boards.figures import LAYER
from annotation.project.boards.words import fold_words
from gui.models.board_rows import BoardRows, Column
from gui.tasks import Progress
from gui.views.boards.board import Bench
from gui.views.boards.comparison_view import ComparisonView
from gui.views.boards.figure_sheet import figure_header, figure_rows
from gui.views.boards.figure_words import counted_words, kind_hue, kind_words, spread_words
from gui.views.boards.gathered_board import GatheredBoard
from gui.views.boards.rows import RowsTable
from gui.widgets.dates import number_words
from gui.widgets.hue_mark import tag_icon


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    comparison: Comparison


class FiguresBoard(GatheredBoard):
    """Lists what is counted; beside it, what each source says about the chosen thing."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(
            bench,
            bench.figures,
            LAYER,
            "scale",
            _("What different sources count stands side by side here, once figures have been marked."),
        )
        self._found: dict[str, _Row] = {}
        self._chosen = ""
        self.search = QLineEdit()
        self.several = QCheckBox(_("Only where several sources speak"))
        self.nameless = QCheckBox(_("Without a noun too"))
        self.model = BoardRows(self._columns(), self._fetch, self)
        self.table = RowsTable(self.model, _("What is counted"), stretched="counted", least=130)
        self.detail = ComparisonView(self.session)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.search.setPlaceholderText(_("Search what is counted, and who says so"))
        self.search.setAccessibleName(_("Search what is counted"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(200)
        self.several.setChecked(True)
        self.nameless.setToolTip(_("Compare amounts that name nothing, article by article"))
        self.tools.addWidget(self.search, 1)
        self.tools.addWidget(self.several)
        self.tools.addWidget(self.nameless)
        self.tools.addWidget(self.count)
        self.tools.addWidget(self.export_button(((_("Figures"), self.export),)))
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(self.detail)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._split.setSizes([480, 700])
        self.table.setMinimumWidth(260)
        self.set_content(self._split)

    def _connect(self) -> None:
        self.several.toggled.connect(self.rebuild)
        self.nameless.toggled.connect(self.rebuild)
        self.search.textChanged.connect(self._narrow)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.activated_row.connect(lambda _row: self.detail.table.setFocus())
        self.detail.record_wanted.connect(self.record_wanted)

    # ------------------------------------------------------------ for the room

    def panes(self) -> Sequence[QWidget]:
        """Search, what is counted, who says what."""
        return (self.search, self.table, self.detail.table)

    def entered(self) -> None:
        """Take in what changed, and give the table the keyboard."""
        super().entered()
        self.table.setFocus()

    def layout_state(self) -> str:
        """Widths of panes and columns, and whether lone sources are shown."""
        ticks = [self.several.isChecked(), self.nameless.isChecked()]
        return json.dumps({"panes": self._split.sizes(), "columns": self.table.widths, "ticks": ticks})

    def restore_layout(self, state: str) -> None:
        """Give panes and columns the widths that they had."""
        try:
            known = json.loads(state)
            self._split.setSizes([int(width) for width in known["panes"]])
            self.table.set_widths([int(width) for width in known["columns"]])
            several, nameless = known["ticks"]
            self.several.setChecked(bool(several))
            self.nameless.setChecked(bool(nameless))
        except (ValueError, TypeError, KeyError):
            return

    def show_everything(self) -> None:
        """Leave nothing out any more."""
        self.search.clear()
        self.several.setChecked(False)
        self.nameless.setChecked(True)
        super().show_everything()

    # ------------------------------------------------------------ comparisons

    def build(self) -> None:
        """Compare anew, in the background."""
        figures, several = self.gathering.records, self.several.isChecked()
        nameless = self.nameless.isChecked()

        def work(progress: Progress) -> list[Comparison]:
            progress.check()
            return compare_figures(figures, several=several, nameless=nameless)

        self.building.run(work, self._show, self.fail)

    def _show(self, found: list[Comparison]) -> None:
        self._found = {row.id: row for row in (_Row("\x1f".join(one.key), one) for one in found)}
        self._narrow()

    def _narrow(self) -> None:
        """List those that have the words that are looked for."""
        terms = fold_words(self.search.text()).split()
        ids = [id_ for id_, row in self._found.items() if not terms or _has(row.comparison, terms)]
        place = self.table.verticalScrollBar().value()
        self.model.show_ids(ids)
        self.table.verticalScrollBar().setValue(place)
        number = number_words(len(ids))
        self.count.setText(ngettext("one thing counted", "{number} things counted", len(ids), number=number))
        self.show_content(bool(ids))
        row = self.model.row_of(self._chosen) if self._chosen else None
        if ids:
            self.table.selectRow(row or 0)
            self._choose()
        else:
            self.detail.show_comparison(None)

    def _choose(self, *_places: object) -> None:
        place = self.table.current
        row = self.model.row(place) if place is not None else None
        if row is not None:
            self._chosen = row.id
            self.detail.show_comparison(row.comparison)

    def _fetch(self, ids: Sequence[str]) -> list[_Row]:
        return [self._found[id_] for id_ in ids if id_ in self._found]

    def _columns(self) -> tuple[Column[_Row], ...]:
        codebook = self.session.codebook

        def counted(row: _Row) -> str:
            return counted_words(row.comparison, codebook)

        return (
            Column(key="counted", title=_("What is counted"), words=counted, tip=counted, width=150),
            Column(
                key="kind",
                title=_("Kind"),
                words=lambda row: kind_words(row.comparison, codebook),
                mark=lambda row: tag_icon(kind_hue(row.comparison, codebook)),
                width=96,
            ),
            Column(
                key="sources",
                title=_("Sources"),
                words=lambda row: number_words(len(row.comparison.columns)),
                number=True,
                width=76,
            ),
            Column(
                key="spread", title=_("From – to"), words=lambda row: spread_words(row.comparison),
                tip=lambda row: spread_words(row.comparison), width=190, grows=True,
            ),
        )  # fmt: skip

    # ------------------------------------------------------------ files

    def export(self) -> None:
        """Write every figure of the things that are listed, side by side in the order of what they count."""
        listed = [self._found[id_].comparison for id_ in self.model.ids]
        door, codebook = self.session.door(), self.session.codebook
        kinds = [kind_words(one, codebook) for one in listed]
        self.write_rows(_("Figures") + ".csv", figure_header(), partial(figure_rows, door, listed, kinds))


def _has(comparison: Comparison, terms: list[str]) -> bool:
    names = [column.source.name for column in comparison.columns if column.source]
    haystack = " " + fold_words(" ".join((comparison.counted, comparison.unit, *names)))
    return all(f" {term}" in haystack for term in terms)
