"""Bringing work back: files are looked into first, then those that are ticked are merged in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QSplitter, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations import MergeConflict, Merged
from annotation.operations.merge_report import Advice
from gui.dialogs.files import files_in, is_project
from gui.dialogs.packages.check_table import CheckTable
from gui.models.record_table import Column, RecordTable
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.progress_line import ProgressLine
from gui.widgets.row_table import RowTable

_SIZE = (960, 640)


@dataclass(frozen=True, slots=True)
class Found:
    """A conflict, and the file that it is in."""

    file: str
    conflict: MergeConflict


class CollectDialog(QDialog):
    """Shows what would come of each file; stays open beside the window, so that articles can be looked at.

    Emits `look_wanted` when the files have to be looked into, `merge_wanted`, `report_wanted`,
    `files_wanted`, `article_wanted(article)` and `rename_wanted(annotator)`.
    """

    look_wanted = Signal()
    merge_wanted = Signal()
    report_wanted = Signal()
    files_wanted = Signal()
    article_wanted = Signal(str)
    rename_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Collect packages"))
        self.setAcceptDrops(True)
        self.reports: dict[str, Merged] = {}
        self.is_merged = False
        titles = (_("File"), _("Annotators"), _("Articles"), _("New"), _("Changed"), _("Removed"),
                  _("As they were"), _("Left alone"), _("State"))  # fmt: skip
        self.files = CheckTable(titles, _("Files"), right=range(2, 8))
        self.conflicts = RecordTable[Found](_columns(), key=lambda found: (found.file, str(found.conflict)))
        self.table = RowTable(self.conflicts, _("Conflicts"), lines=2)
        self.sentence = label("", wrap=True)
        self.heading = label("", "section")
        self.line = ProgressLine()
        self.add = button(_("Add files…"), icon="plus")
        self.opener = button(_("Open the article"), icon="highlighter")
        self.rename = button(_("Rename…"), icon="pencil")
        self.report = button(_("Save the report…"), icon="file-up")
        self.merge = button(_("Collect"), "primary")
        self.shut = button(_("Close"))
        self._lay_out()
        self._listen()
        self._follow()
        self._follow_conflict()

    # ------------------------------------------------------------ files

    @property
    def paths(self) -> list[Path]:
        """All files that were added, in their order."""
        return [Path(key) for key in self.files.keys]

    @property
    def chosen(self) -> list[Path]:
        """The files that are ticked."""
        return [Path(key) for key in self.files.checked]

    def take(self, paths: Sequence[Path]) -> None:
        """Add files, each once, and have them looked into."""
        known = {path.absolute() for path in self.paths}
        new = [path for path in paths if is_project(path) and path.absolute() not in known]
        if self.is_merged:
            self.files.remove_rows()
            self.reports.clear()
            self.is_merged = False
        for path in new:
            self.files.add_row(str(path), (path.name, *[""] * 7, _("Waiting…")), checked=True)
        if new:
            self.look_wanted.emit()
        self._follow()

    def advance(self, done: int, total: int | None) -> None:
        """Show how far the looking is."""
        self.line.advance(done, total)
        self._looking = True
        self._follow()

    def show_report(self, report: Merged) -> None:
        """Show what would come of one file, while others are still looked into."""
        self.reports[report.file] = report
        self._show(report, merged=False)
        self._show_conflicts()

    def show_reports(self, reports: Sequence[Merged], *, merged: bool = False) -> None:
        """Show what would come of each file, or once `merged`, what came."""
        self._looking = False
        self.is_merged = merged
        self.line.finish()
        self.reports.update({report.file: report for report in reports})
        for report in reports:
            self._show(report, merged)
        self._show_conflicts()
        self._follow()

    def stop(self, trouble: str) -> None:
        """Say why the files could not be looked into, or merged."""
        self._looking = False
        self.line.finish()
        self._follow()
        self.sentence.setText(trouble)

    def _show(self, report: Merged, merged: bool) -> None:
        if report.file not in self.files.keys:
            return
        figures = (report.articles, report.added, report.changed, report.removed, report.unchanged,
                   len(report.conflicts))  # fmt: skip
        read = report.trouble is None
        cells = {place: number_words(number) if read else "" for place, number in enumerate(figures, start=2)}
        words = _state(report, merged)
        tip = str(report.trouble) if report.trouble else ""
        self.files.set_cells(report.file, {1: ", ".join(report.annotators), **cells, 8: words}, tip)
        self.files.allow(report.file, report.trouble is None)

    def _show_conflicts(self) -> None:
        """The conflicts of the file that is selected, else of all."""
        key = self.files.current_key
        shown = [self.reports[key]] if key in self.reports else list(self.reports.values())
        found = [Found(Path(one.file).name, conflict) for one in shown for conflict in _told(one)]
        self.conflicts.reset(found)
        name = Path(key).name if key in self.reports else _("all files")
        self.heading.setText(_("Left alone in {file}: {number}", file=name, number=number_words(len(found))))
        self._follow_conflict()

    # ------------------------------------------------------------ what can be done now

    _looking = False

    def _follow(self) -> None:
        chosen = [self.reports[str(path)] for path in self.chosen if str(path) in self.reports]
        news = any(one.is_news for one in chosen)
        self.merge.setEnabled(news and not self._looking and not self.is_merged)
        self.report.setEnabled(bool(self.reports) and not self._looking)
        self.sentence.setText(self._words(chosen))

    def _words(self, chosen: Sequence[Merged]) -> str:
        if not self.files.keys:
            return _(
                "Add the packages that came back, or drop them here. Nothing changes before you have seen it."
            )
        if self._looking:
            return _("Looking into the files…")
        added, changed = sum(one.added for one in chosen), sum(one.changed for one in chosen)
        removed, unchanged = sum(one.removed for one in chosen), sum(one.unchanged for one in chosen)
        counts = _("{added} new, {changed} changed, {removed} removed, {unchanged} as they were.",
                   added=number_words(added), changed=number_words(changed), removed=number_words(removed),
                   unchanged=number_words(unchanged))  # fmt: skip
        files = ngettext("One file.", "{n} files.", len(chosen))
        if self.is_merged:
            return f"{_('Collected.')} {files} {counts} {_('Undo takes it back in one step.')}"
        return f"{files} {counts}"

    def _follow_conflict(self) -> None:
        conflict = self._conflict
        self.opener.setEnabled(bool(conflict and conflict.article) and not self._is_lacking(conflict))
        self.rename.setVisible(bool(conflict and conflict.advice is Advice.TWO_PEOPLE))

    @property
    def _conflict(self) -> MergeConflict | None:
        rows = self.table.selected_rows
        return self.conflicts.rows[rows[0]].conflict if rows else None

    def _is_lacking(self, conflict: MergeConflict | None) -> bool:
        return conflict is not None and conflict.advice is Advice.NO_ARTICLE

    def _open_article(self) -> None:
        if (conflict := self._conflict) and conflict.article and self.opener.isEnabled():
            self.article_wanted.emit(conflict.article)

    def _rename(self) -> None:
        if (conflict := self._conflict) and conflict.person:
            self.rename_wanted.emit(conflict.person)

    # ------------------------------------------------------------ drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take project files. For Qt."""
        if any(is_project(path) for path in files_in(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take project files. For Qt."""
        self.take(files_in(event.mimeData()))
        event.acceptProposedAction()

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        top.addWidget(self.add)
        under = QHBoxLayout()
        under.addWidget(self.heading, 1)
        under.addWidget(self.rename)
        under.addWidget(self.opener)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 8, 0, 0)
        lower.setSpacing(6)
        lower.addLayout(under)
        lower.addWidget(self.table, 1)
        heads = self.table.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setSortIndicatorShown(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.files)
        split.addWidget(below)
        split.setSizes([300, 240])
        bottom = QHBoxLayout()
        bottom.addWidget(self.report)
        bottom.addStretch(1)
        bottom.addWidget(self.shut)
        bottom.addWidget(self.merge)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(self.line)
        column.addWidget(split, 1)
        column.addLayout(bottom)
        for one in (self.add, self.opener, self.rename, self.report, self.shut):
            one.setAutoDefault(False)
        self.merge.setDefault(True)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - 56))

    def _listen(self) -> None:
        self.add.clicked.connect(self.files_wanted)
        self.merge.clicked.connect(self.merge_wanted)
        self.report.clicked.connect(self.report_wanted)
        self.shut.clicked.connect(self.close)
        self.opener.clicked.connect(self._open_article)
        self.rename.clicked.connect(self._rename)
        self.files.ticked.connect(self._follow)
        self.files.itemSelectionChanged.connect(self._show_conflicts)
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._follow_conflict())
        self.table.activated_row.connect(lambda _row: self._open_article())
        self.table.doubleClicked.connect(lambda _index: self._open_article())


def _told(report: Merged) -> list[MergeConflict]:
    """The conflicts of a file, or why it cannot be read."""
    if report.trouble is not None:
        return [MergeConflict(None, report.trouble, Advice.UNREADABLE)]
    return report.conflicts


def _state(report: Merged, merged: bool) -> str:
    if report.trouble:
        return _("Cannot be read")
    if merged:
        return _("Collected")
    return _("Ready") if report.is_news else _("Nothing new")


def _columns() -> list[Column[Found]]:
    return [
        Column(title=_("File"), text=lambda found: found.file),
        Column(title=_("Conflict"), text=lambda found: str(found.conflict.reason),
               tip=lambda found: str(found.conflict.reason)),
        Column(title=_("What to do"), text=lambda found: str(found.conflict.advice.value),
               tip=lambda found: str(found.conflict.advice.value)),
    ]  # fmt: skip
