"""Importing and exporting from the window: asked for, done in the background, reported."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from annotation.exporters import Report
from annotation.i18n import _, ngettext
from annotation.operations import ImportReport, export_project, import_files
from annotation.project import open_project
from gui.background import run_shown
from gui.dialogs import files
from gui.dialogs.export import ExportDialog, ExportWish
from gui.dialogs.import_report import ImportReportDialog
from gui.projects import Projects
from gui.session import Session, SessionDoor
from gui.shell import Shell
from gui.tasks import Progress

_NOTICE = "transfer"


class Transfers(QObject):
    """Handles Import and Export. Emits `imported(article ids)`."""

    imported = Signal(object)

    def __init__(self, shell: Shell, session: Session, projects: Projects) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._projects = projects
        self._waiting: list[Path] = []
        shell.actions_table.connect_to("project.import", self.ask_for_import)
        shell.actions_table.connect_to("project.export", self.ask_for_export)
        session.opened.connect(self._import_waiting)

    # ------------------------------------------------------------ import

    def ask_for_import(self) -> None:
        """Ask for files and import them; without a project, ask where a new one is to be first."""
        paths = files.ask_for_articles(self._shell)
        if paths:
            self.import_(paths)

    def import_(self, paths: Sequence[Path]) -> None:
        """Import files and folders in the background."""
        if not self._session.is_open:
            self._waiting = list(paths)
            if not self._projects.make_new():
                self._waiting = []
            return
        door = self._session.door()

        def work(progress: Progress) -> ImportReport:
            return import_files(door, paths, recursive=True, progress=progress.report)

        run_shown(
            self._shell,
            self._session.tasks,
            _("Import"),
            work,
            partial(self._imported, door),
            self._failed,
            receiver=self,
            stopped=partial(self._remember, door),
        )

    def _import_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            self.import_(waiting)

    def _imported(self, door: SessionDoor, report: ImportReport) -> None:
        self._remember(door)
        count = ngettext("Imported one article.", "Imported {n} articles.", len(report.articles))
        if report.skipped:
            left_out = ngettext("One thing was left out.", "{n} things were left out.", len(report.skipped))
            self._shell.messages.show_notice(
                _NOTICE, f"{count} {left_out}", "warning", _("Show what"), partial(self._show_report, report)
            )
        else:
            self._shell.messages.show_notice(_NOTICE, count, "success")
        if report.articles:
            self.imported.emit([article.id for article in report.articles])

    def _remember(self, door: SessionDoor) -> None:
        if self._session.is_open:
            self._session.remember(tuple(door.entries), _("Import"))

    def _show_report(self, report: ImportReport) -> None:
        dialog = ImportReportDialog(len(report.articles), report.skipped, self._shell)
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self._shell.messages.show_notice(_NOTICE, str(error), "danger")

    # ------------------------------------------------------------ export

    def ask_for_export(self) -> None:
        """Ask what to write, and write it."""
        folder = self._session.path.parent / f"{self._session.path.stem}-export"
        dialog = ExportDialog(self._session.people(), folder, self._shell)
        dialog.accepted.connect(lambda: self.export(dialog.wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, wish: ExportWish) -> None:
        """Write an export in the background, from a read-only view of the project of its own."""
        path = self._session.path

        def work(progress: Progress) -> Report:
            with open_project(path, read_only=True) as project:
                return export_project(project.read, wish.format, wish.out, wish.selection, progress.report)

        done = partial(self._exported, wish)
        run_shown(self._shell, self._session.tasks, _("Export"), work, done, self._failed, receiver=self)

    def _exported(self, wish: ExportWish, report: Report) -> None:
        text = ngettext("Wrote {count} annotations of one article to {place}.",
                        "Wrote {count} annotations of {n} articles to {place}.", report.articles,
                        count=report.annotations, place=wish.out)  # fmt: skip
        folder = QUrl.fromLocalFile(str(wish.out if wish.out.is_dir() else wish.out.parent))
        show = partial(QDesktopServices.openUrl, folder)
        self._shell.messages.show_notice(_NOTICE, text, "success", _("Show the folder"), show)
