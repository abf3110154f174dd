"""Automatic merge in the window: a strategy, what it would decide, proposal by proposal; then one step."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QProgressBar, QVBoxLayout, QWidget

from annotation.adjudication import MergePreview, accepting_steps, preview_merge
from annotation.adjudication.preview import AT_ONCE
from annotation.errors import AnnotationError
from annotation.i18n import Message, _, ngettext
from annotation.project import ReviewRow
from gui.dialogs.waiting import wait_for
from gui.door import SessionDoor, take_all_back
from gui.session import Session
from gui.tasks import Cancelled, Progress, Step, Task
from gui.views.review.merge_form import MergeForm
from gui.views.review.merge_table import MergeTable
from gui.views.review.words import kind_text
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

_SIZE = (1040, 640)
_SETTLE = 250
"""How long choices rest before they are tried, ms."""
_WIDTHS = (200, 72, 104, 140)


class MergeDialog(QDialog):
    """Previews as choices are made. Emits `open_wanted(article, cluster)` for a proposal to be looked at."""

    open_wanted = Signal(str, str)

    def __init__(
        self,
        session: Session,
        rows: Sequence[ReviewRow],
        names: Mapping[str, str],
        article: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._rows = session, rows
        self._task: Task | None = None
        self.preview: MergePreview | None = None
        layers = [(layer.id, layer.text) for layer in session.codebook.layers]
        workers = {who for row in rows for who in row.annotators}
        people = [(id_, name) for id_, name in names.items() if id_ in workers]
        self.form = MergeForm(people, layers, article)
        self.table = MergeTable(dict(layers), names)
        self.view = RowTable(self.table, _("Proposals"))
        self.sums, self.bar = label("", wrap=True), QProgressBar()
        self.details = label("", "small", wrap=True)
        self.apply_button = button("", "primary")
        self.setWindowTitle(_("Decide automatically"))
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SETTLE)
        self._rest.timeout.connect(self.try_out)
        self.form.changed.connect(self._wait)
        self.table.ticked.connect(self._count)
        self.view.activated_row.connect(self._open)
        self.view.doubleClicked.connect(lambda index: self._open(index.row()))
        self.apply_button.clicked.connect(self.carry_out)
        session.closed.connect(self.reject)
        self.resize(*_SIZE)
        self.try_out()

    # ------------------------------------------------------------ trying and doing

    def try_out(self) -> None:
        """Find out in the background what would be decided."""
        self._stop()
        self.preview = None
        self.table.show_rows(())
        self.bar.show()
        rows = [row for row in self._rows if self.form.article in (None, row.id)]
        door, merge = self._session.door(), self.form.merge
        self._task = self._session.tasks.run(
            lambda progress: preview_merge(door.ask, rows, merge, progress.report),
            on_done=self._show,
            on_error=self._fail,
            on_progress=self._advance,
            receiver=self,
        )

    def carry_out(self) -> None:
        """Decide what is ticked, as one step that undo takes back; stopped half way, nothing is decided."""
        if self.preview is None or not self._session.be_known():
            return
        door, me = self._session.door(), self._session.me
        work = partial(_accept, door, self.preview, frozenset(self.table.without), me)
        try:
            decided = wait_for(self, self._session.tasks, _("Deciding automatically"), work)
        except Cancelled:
            self.try_out()
            return
        except AnnotationError as error:
            self._fail(error)
            self.try_out()
            return
        title = Message("Decide one record automatically", {}, "Decide {n} records automatically", decided)
        self._session.remember(tuple(door.entries), title, large=len(door.entries) > 1)
        self.accept()

    def done(self, result: int) -> None:
        """Try no further. For Qt."""
        self._rest.stop()
        self._stop()
        super().done(result)

    # ------------------------------------------------------------ how it is done

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(self.form)
        side.addWidget(self.sums)
        side.addWidget(self.details)
        side.addStretch()
        panel = QWidget()
        panel.setLayout(side)
        panel.setFixedWidth(330)
        side.setContentsMargins(0, 0, 0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        header = self.view.horizontalHeader()
        header.setStretchLastSection(True)
        header.setSortIndicatorShown(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for section, width in enumerate(_WIDTHS):
            self.view.setColumnWidth(section, width)
        right = QVBoxLayout()
        right.addWidget(self.bar)
        right.addWidget(self.view, 1)
        right.addWidget(label(_("Untick what is to stay open. Enter opens a proposal in the room."), "small"))
        top = QHBoxLayout()
        top.setSpacing(24)
        top.addWidget(panel)
        top.addLayout(right, 1)
        leave = button(_("Cancel"), "quiet")
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(top, 1)
        column.addLayout(foot)
        self.apply_button.setAutoDefault(False)

    def _wait(self) -> None:
        self.apply_button.setEnabled(False)
        self._rest.start()

    def _advance(self, step: Step) -> None:
        self.bar.setRange(0, step.total or 0)
        self.bar.setValue(step.done)

    def _show(self, preview: MergePreview) -> None:
        self._task, self.preview = None, preview
        self.bar.hide()
        self.table.show_rows(preview.proposed)

    def _count(self) -> None:
        """Say what would be decided now, and what not."""
        found = self.preview
        chosen = len(self.table.rows) - len(self.table.without)
        text = ngettext("Decide one record", "Decide {n} records", chosen)
        self.apply_button.setText(text if found else _("Decide"))
        self.apply_button.setEnabled(found is not None and chosen > 0 and self._session.writable)
        self.sums.setText(_sums(found, chosen) if found else _("Looking what would be decided…"))
        self.details.setText(self._details(found) if found else "")

    def _details(self, found: MergePreview) -> str:
        layers = {layer.id: layer.text for layer in self._session.codebook.layers}
        by_layer = [f"{layers.get(id_, id_)} {n}" for id_, n in found.by_layer.most_common()]
        by_kind = [f"{kind_text(kind)} {n}" for kind, n in found.by_kind.most_common()]
        return "\n".join(" · ".join(part) for part in (by_layer, by_kind) if part)

    def _open(self, row: int) -> None:
        one = self.table.rows[row]
        self.reject()
        self.open_wanted.emit(one.article, one.cluster)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.drop()
            self._task = None

    def _fail(self, error: Exception) -> None:
        self._task = None
        self.bar.hide()
        self._session.failed.emit(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field decides nothing. For Qt."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)


def _sums(found: MergePreview, chosen: int) -> str:
    """What would be decided, stay open, stay as it is."""
    return "\n".join(
        [
            _("{n} of {total} records would be decided now.", n=chosen, total=found.clusters),
            _("{n} stay open.", n=found.open + len(found.proposed) - chosen),
            _("{n} were decided by people and stay as they are.", n=found.by_people),
            *([_("{n} of these changed since: look at them.", n=found.flagged)] if found.flagged else []),
            *([_("{n} are decided automatically just so.", n=found.kept)] if found.kept else []),
        ]
    )


def _accept(
    door: SessionDoor, preview: MergePreview, without: frozenset[str], reviewer: str, progress: Progress
) -> int:
    """How many records were decided; where it is stopped or fails, all of it is taken back."""
    decided = 0
    articles = len({one.article for one in preview.proposed if one.cluster not in without})
    try:
        for done, step in enumerate(accepting_steps(door.ask, preview, without, reviewer)):
            progress.report(min(done * AT_ONCE, articles), articles)
            if step is not None:
                decided += len(step.deciding)
                door.apply(step)
    except BaseException:
        for changes in take_all_back(door, tuple(door.entries), reviewer, Progress(lambda _step: None)):
            door.tell(changes)
        raise
    return decided
