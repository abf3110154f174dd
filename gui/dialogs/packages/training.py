"""Training rounds: who passed, layer by layer, on which articles; and the next round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotation.adjudication.training import EXACT, OVERLAP, LayerScore, Round, Score
from annotation.i18n import _, ngettext
from annotation.records import Annotator
from gui.dialogs.packages.check_table import CheckTable
from gui.models.record_table import Column, RecordTable
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

_SIZE = (820, 640)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one person did in one round."""

    number: int
    round: Round
    name: str
    score: Score


class TrainingDialog(QDialog):
    """Shows results and asks for a round. Emits `wished` when articles have to be counted anew.

    Emits `begin_wanted` and `remove_wanted(Round)`.
    """

    wished = Signal()
    begin_wanted = Signal()
    remove_wanted = Signal(object)

    def __init__(
        self, people: Sequence[Annotator], layers: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        """For these annotators; `layers` are their names by id."""
        super().__init__(parent)
        self.setWindowTitle(_("Training rounds"))
        self._layers = layers
        self._titles: Mapping[str, str] = {}
        self._free: list[str] = []
        self.results = RecordTable[Result](self._columns(), key=lambda one: (one.number, one.score.annotator))
        self.table = RowTable(self.results, _("Results"), lines=2)
        self.detail = label(_("There is no training round yet."), "small", wrap=True)
        self.remove = button(_("Remove the round"))
        self.people = CheckTable((_("Annotator"),), _("Whom to train"))
        for person in people:
            self.people.add_row(person.id, (person.name,), checked=False)
        self.number, self.least, self.accuracy = _spin(10, 1, 500), _percent(80), _percent(80)
        self.exact = QCheckBox(_("Words have to be the same, not only to overlap"))
        self.outcome = label("", wrap=True)
        self.begin = button(_("Begin the round"), "primary")
        self._lay_out()
        self._listen()
        self._follow()

    @property
    def round(self) -> Round:
        """The round that is wished."""
        return Round(
            articles=tuple(self._free[: self.number.value()]),
            annotators=tuple(self.people.checked),
            least=self.least.value() / 100,
            accuracy=self.accuracy.value() / 100,
            measure=EXACT if self.exact.isChecked() else OVERLAP,
        )

    def show_results(self, results: Sequence[Result], titles: Mapping[str, str]) -> None:
        """Show how everybody did; `titles` are those of the articles."""
        self._titles = titles
        self.results.reset(results)
        if results:
            self.table.selectRow(len(results) - 1)
        self._tell()

    def show_free(self, articles: Sequence[str], trouble: str = "") -> None:
        """Offer the decided articles that the people chosen do not know."""
        self._free = list(articles)
        self._follow(trouble)

    def _follow(self, trouble: str = "") -> None:
        chosen, number = self.people.checked, len(self._free)
        self.begin.setEnabled(bool(chosen) and number > 0 and not trouble)
        if trouble:
            words = trouble
        elif not chosen:
            words = _("Choose whom to train: they get decided articles that they do not know.")
        elif not number:
            words = _("There is no decided article that they do not know: decide others in Review.")
        else:
            words = ngettext("One decided article that they do not know.",
                             "{n} decided articles that they do not know.", number)  # fmt: skip
        self.outcome.setText(words)

    def _tell(self) -> None:
        """Say on which articles the person who is selected did how well."""
        rows = self.table.selected_rows
        self.remove.setEnabled(bool(rows))
        if not rows:
            return
        score = self.results.rows[rows[0]].score
        told = sorted(score.articles.items(), key=lambda one: one[1])
        lines = [f"{self._titles.get(id_, id_)}: F1 {_share(value)}" for id_, value in told]
        lines += [_("{title}: not done yet", title=self._titles.get(id_, id_)) for id_ in score.waiting]
        self.detail.setText("\n".join(lines[:8]) + ("\n…" if len(lines) > 8 else ""))

    def _columns(self) -> list[Column[Result]]:
        return [
            Column(title=_("Round"), text=lambda one: str(one.number), right=True),
            Column(title=_("Annotator"), text=lambda one: one.name),
            Column(title=_("Result"), text=_state),
            Column(title=_("Done"), text=_done),
            Column(title=_("By layer: F1, values alike"), text=self._by_layer, tip=self._by_layer),
        ]

    def _by_layer(self, result: Result) -> str:
        return ", ".join(self._layer_words(one, result.round) for one in result.score.layers)

    def _layer_words(self, one: LayerScore, wanted: Round) -> str:
        mark = "" if one.passes(wanted) else " ✗"
        return f"{self._layers.get(one.layer, one.layer)} {_share(one.f1)}, {_share(one.accuracy)}{mark}"

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        heads = self.table.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setSortIndicatorShown(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.detail.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        under = QHBoxLayout()
        under.addWidget(self.detail, 1)
        under.addWidget(self.remove)
        under.setAlignment(self.remove, Qt.AlignmentFlag.AlignTop)
        shut = button(_("Close"))
        shut.setAutoDefault(False)
        shut.clicked.connect(self.reject)
        bottom = QHBoxLayout()
        bottom.addWidget(self.outcome, 1)
        bottom.addWidget(shut)
        bottom.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(_("Results"), "section"))
        column.addWidget(self.table, 1)
        column.addLayout(under)
        column.addWidget(label(_("A new round"), "section"))
        column.addLayout(self._wish(), 1)
        column.addLayout(bottom)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - 56))

    def _wish(self) -> QLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Articles"), self.number),
            (_("F1 that each layer needs"), self.least),
            (_("Values that have to be alike"), self.accuracy),
        )
        for place, (words, part) in enumerate(rows):
            part.setAccessibleName(words)
            grid.addWidget(label(words), place, 0)
            grid.addWidget(part, place, 1)
        grid.addWidget(self.exact, len(rows), 0, 1, 2)
        grid.setRowStretch(len(rows) + 1, 1)
        both = QHBoxLayout()
        both.setSpacing(20)
        both.addWidget(self.people, 1)
        both.addLayout(grid, 1)
        return both

    def _listen(self) -> None:
        self.people.ticked.connect(self.wished)
        self.people.ticked.connect(self._follow)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._tell())
        self.begin.clicked.connect(self.begin_wanted)
        self.remove.clicked.connect(self._remove)

    def _remove(self) -> None:
        if rows := self.table.selected_rows:
            self.remove_wanted.emit(self.results.rows[rows[0]].round)


def _state(result: Result) -> str:
    states = {None: _("not finished"), True: _("passed"), False: _("not passed")}
    return states[result.score.passed]


def _done(result: Result) -> str:
    done, waiting = len(result.score.done), len(result.score.waiting)
    return _("{done} of {total}", done=done, total=done + waiting)


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _spin(value: int, least: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setValue(value)
    return made


def _percent(value: int) -> QSpinBox:
    made = _spin(value, 0, 100)
    made.setSuffix(" %")
    return made
