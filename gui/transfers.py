"""Exporting from the window: asked for, tried, done in the background, reported."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotation.i18n import _, ngettext
from annotation.operations.filters import saved_filters
from annotation.operations.sets import SetReport, export_set
from annotation.operations.sets.key import write_key
from annotation.operations.sets.previewing import Preview, preview_set
from annotation.operations.sets.remembering import past_exports, remember_export
from annotation.project import ProjectReader, open_project
from annotation.project.selection import ALL
from annotation.records import GOLD
from gui.background import Ends, run_shown
from gui.dialogs.export import ExportDialog
from gui.dialogs.export_command import command_of
from gui.dialogs.export_report import ExportReportDialog
from gui.dialogs.export_reports import ExportReportsDialog
from gui.dialogs.export_wish import ExportMemory, ExportOutlook, ExportWish, usual_wish
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress, Task

_NOTICE = "transfer"


class Transfers(QObject):
    """Handles Export."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._memory = ExportMemory()
        self._asked_in: Path | None = None
        """The project of which the memory has people, layers and filters."""
        shell.actions_table.connect_to("project.export", self.ask_for_export)
        shell.actions_table.connect_to("project.export-reports", self.show_reports)

    def _complain(self, what: str) -> None:
        self._shell.messages.show_notice(_NOTICE, what, "danger")

    # ------------------------------------------------------------ asking

    def ask_for_gold(self) -> None:
        """Ask what to write, with the gold set chosen, and write it."""
        self.ask_for_export(GOLD.name)

    def ask_for_export(self, whose: str = ALL) -> None:
        """Ask what to write, with the annotations of `whose` chosen, and write it."""
        if self._asked_in != self._session.path:
            self._asked_in, self._memory.wish = self._session.path, usual_wish()
        outlook = self._session.read(_outlook_of)
        if self._session.veiled and self._session.annotator is not None:
            outlook = replace(outlook, people=(), only=self._session.annotator.name)
        dialog = ExportDialog(outlook, self._session.path, self._shell, whose=whose, memory=self._memory)
        dialog.accepted.connect(lambda: self.export(dialog.wish))
        _Trial(dialog, self._session)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # ------------------------------------------------------------ writing

    def export(self, wish: ExportWish) -> None:
        """Write an export in the background, from a read-only view of the project of its own."""
        path = self._session.path

        def work(progress: Progress) -> SetReport:
            with open_project(path, read_only=True) as project:
                report = export_set(project, wish.set, wish.out, progress.report)
                if wish.key:
                    write_key(project.read, wish.key)
            remember_export(path, wish.set.format, wish.out, report, command_of(path, wish))
            return report

        ends: Ends[SetReport] = Ends(
            done=partial(self._exported, wish),
            failed=lambda error: self._complain(str(error)),
            stopped=self._export_stopped,
        )
        run_shown(self._shell, self._session.tasks, _("Export"), work, ends, self)

    def _export_stopped(self) -> None:
        stopped = _("The export was stopped: nothing was written.")
        self._shell.messages.show_notice(_NOTICE, stopped, "info")

    # ------------------------------------------------------------ reporting

    def _exported(self, wish: ExportWish, report: SetReport) -> None:
        number = QLocale().toString
        text = ngettext("Wrote {count} annotations of one article to {place}.",
                        "Wrote {count} annotations of {n} articles to {place}.", report.articles,
                        count=number(report.annotations), place=wish.out)  # fmt: skip
        show_folder = partial(_show_folder, wish.out)
        show = self._shell.messages.show_notice
        if report.losses:
            said = f"{text} {_('Not everything fits into this format.')}"
            show_losses = partial(self._show_losses, text, report, show_folder)
            show(_NOTICE, said, "warning", _("Show what"), show_losses)
        else:
            show(_NOTICE, text, "success", _("Show the folder"), show_folder)

    def _show_losses(self, written: str, report: SetReport, show_folder: Callable[[], object]) -> None:
        dialog = ExportReportDialog(written, report.losses, show_folder, self._shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_reports(self) -> None:
        """Show what the last exports of this project wrote and lost."""
        dialog = ExportReportsDialog(past_exports(self._session.path), _show_folder, self._shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _Trial(QObject):
    """Writes for a look what a form asks for, in the background, as long as the form is there."""

    def __init__(self, dialog: ExportDialog, session: Session) -> None:
        super().__init__(dialog)
        self._page = dialog.preview
        self._tasks = session.tasks
        self._path = session.path
        self._previewing: Task | None = None
        self._checking: Task | None = None
        dialog.preview_wanted.connect(self._preview)
        dialog.check_wanted.connect(self._check)
        dialog.check_unwanted.connect(self._stop)
        dialog.finished.connect(self._stop)

    def _preview(self, wish: ExportWish) -> None:
        if self._previewing in self._tasks.running:
            self._previewing.drop()

        def work(progress: Progress) -> Preview:
            with open_project(self._path, read_only=True) as project:
                found = preview_set(project, wish.set, one_file=wish.one_file)
            progress.check()  # whoever asked may want to see something else by now
            return found

        self._previewing = self._tasks.run(
            work,
            self._page.show_preview,
            lambda error: self._page.show_trouble(str(error)),
            receiver=self._page,
        )

    def _check(self, wish: ExportWish) -> None:
        def work(progress: Progress) -> SetReport:
            with open_project(self._path, read_only=True) as project:
                return export_set(project, wish.set, wish.out, progress.report, keep=False)

        self._checking = self._tasks.run(
            work,
            self._page.show_report,
            lambda error: self._page.end_check(str(error)),
            self._page.show_step,
            on_cancelled=lambda: self._page.end_check(_("It was stopped.")),
            receiver=self._page,
        )

    def _stop(self) -> None:
        if self._checking in self._tasks.running:
            self._checking.cancel()
        self._checking = None


def _outlook_of(reader: ProjectReader) -> ExportOutlook:
    people = [one for id_, one in reader.annotators().items() if id_ not in ("machine", GOLD.id)]
    return ExportOutlook(
        people=people,
        layers=[(layer.id, layer.text) for layer in reader.codebook.layers],
        filters=[one.name for one in saved_filters(reader)],
    )


def _show_folder(out: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(out if out.is_dir() else out.parent)))
