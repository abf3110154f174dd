"""Importing and exporting from the window: asked for, done in the background, reported."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QLocale, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from annotation.exporters import Report
from annotation.i18n import Message, _, ngettext
from annotation.operations import ImportReport, export_project, import_files
from annotation.project import open_project
from annotation.project.selection import ALL
from annotation.records import GOLD
from gui.background import Ends, run_shown
from gui.dialogs import files
from gui.dialogs.export import ExportDialog, ExportMemory, ExportWish
from gui.dialogs.export_report import ExportReportDialog
from gui.dialogs.import_report import ImportReportDialog, skipped_words
from gui.door import SessionDoor
from gui.projects import Projects
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress, Task

_NOTICE = "transfer"


class Transfers(QObject):
    """Handles Import and Export. Emits `imported(article ids)`."""

    imported = Signal(object)

    def __init__(self, shell: Shell, session: Session, projects: Projects) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._projects = projects
        self._imports: list[Task] = []
        self._memory = ExportMemory()
        shell.actions_table.connect_to("project.import", self.ask_for_import)
        shell.actions_table.connect_to("project.export", self.ask_for_export)
        session.closing.connect(self._stop_imports)

    # ------------------------------------------------------------ import

    def ask_for_import(self) -> None:
        """Ask for files and import them; without a project, ask where a new one is to be first."""
        paths = files.ask_for_articles(self._shell)
        if paths:
            self.import_(paths)

    def import_(self, paths: Sequence[Path]) -> None:
        """Import files and folders in the background, into a new project where none is open."""
        if not self._session.is_open:
            self._projects.make_new(then=partial(self.import_, paths))
            return
        if not self._session.writable:
            self._complain(_("The project is open read-only: nothing can be imported into it."))
            return
        self._shell.messages.dismiss(_NOTICE)
        door = self._session.door()

        def work(progress: Progress) -> ImportReport:
            return import_files(door, paths, recursive=True, progress=progress.report, encoding="guess")

        task = run_shown(
            self._shell,
            self._session.tasks,
            _("Import"),
            work,
            Ends(
                done=partial(self._imported, door),
                failed=partial(self._import_failed, door),
                stopped=partial(self._stopped, door),
            ),
            self,
        )
        self._imports = [*(one for one in self._imports if one in self._session.tasks.running), task]

    def _stop_imports(self) -> None:
        """Begin no further batch: the project closes. What is in it stays, whole article by whole article."""
        for task in self._imports:
            if task in self._session.tasks.running:
                task.cancel()
        self._imports = []

    def _imported(self, door: SessionDoor, report: ImportReport) -> None:
        if not self._remember(door):
            return
        count = _count(len(report.articles))
        if len(report.skipped) == 1:
            left_out = _("Left out: {what}", what=skipped_words(report.skipped[0]))
            self._shell.messages.show_notice(_NOTICE, f"{count} {left_out}", "warning")
        elif report.skipped:
            left_out = ngettext("One thing was left out.", "{n} things were left out.", len(report.skipped))
            self._shell.messages.show_notice(
                _NOTICE, f"{count} {left_out}", "warning", _("Show what"), partial(self._show_report, report)
            )
        else:
            self._shell.messages.show_notice(_NOTICE, count, "success" if report.articles else "info")
        if report.articles:
            self.imported.emit([article.id for article in report.articles])

    def _stopped(self, door: SessionDoor) -> None:
        """A person stopped it: what came in is one act, which can be taken back."""
        if self._remember(door):
            self._tell_rest(door, _("The import was stopped."), "info")

    def _import_failed(self, door: SessionDoor, error: Exception) -> None:
        if self._remember(door):
            self._tell_rest(door, str(error), "danger")

    def _tell_rest(self, door: SessionDoor, what: str, tone: Literal["info", "danger"]) -> None:
        """Say what happened and what had come in by then."""
        if door.articles:
            what = f"{what} {_count(door.articles)} {_('Undo takes them out again.')}"
        self._shell.messages.show_notice(_NOTICE, what, tone)

    def _remember(self, door: SessionDoor) -> bool:
        """Make one act of it, if the project is still open; whether it is."""
        if door.is_open:
            self._session.remember(tuple(door.entries), Message("Import"))
        return door.is_open

    def _show_report(self, report: ImportReport) -> None:
        dialog = ImportReportDialog(len(report.articles), report.skipped, self._shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _complain(self, what: str) -> None:
        self._shell.messages.show_notice(_NOTICE, what, "danger")

    # ------------------------------------------------------------ export

    def ask_for_gold(self) -> None:
        """Ask what to write, with the gold set chosen, and write it."""
        self.ask_for_export(GOLD.name)

    def ask_for_export(self, whose: str = ALL) -> None:
        """Ask what to write, with the annotations of `whose` chosen, and write it."""
        dialog = ExportDialog(
            self._session.people(), self._session.path, self._shell, whose=whose, memory=self._memory
        )
        dialog.accepted.connect(lambda: self.export(dialog.wish))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export(self, wish: ExportWish) -> None:
        """Write an export in the background, from a read-only view of the project of its own."""
        path = self._session.path

        def work(progress: Progress) -> Report:
            with open_project(path, read_only=True) as project:
                return export_project(
                    project.read, wish.format, wish.out, wish.selection, progress.report, wish.options
                )

        ends: Ends[Report] = Ends(
            done=partial(self._exported, wish),
            failed=lambda error: self._complain(str(error)),
            stopped=self._export_stopped,
        )
        run_shown(self._shell, self._session.tasks, _("Export"), work, ends, self)

    def _export_stopped(self) -> None:
        stopped = _("The export was stopped: nothing was written.")
        self._shell.messages.show_notice(_NOTICE, stopped, "info")

    def _exported(self, wish: ExportWish, report: Report) -> None:
        number = QLocale().toString
        text = ngettext("Wrote {count} annotations of one article to {place}.",
                        "Wrote {count} annotations of {n} articles to {place}.", report.articles,
                        count=number(report.annotations), place=wish.out)  # fmt: skip
        place = QUrl.fromLocalFile(str(wish.out if wish.out.is_dir() else wish.out.parent))
        show_folder = partial(QDesktopServices.openUrl, place)
        show = self._shell.messages.show_notice
        if report.losses:
            said = f"{text} {_('Not everything fits into this format.')}"
            show_losses = partial(self._show_losses, text, report, show_folder)
            show(_NOTICE, said, "warning", _("Show what"), show_losses)
        else:
            show(_NOTICE, text, "success", _("Show the folder"), show_folder)

    def _show_losses(self, written: str, report: Report, show_folder: Callable[[], object]) -> None:
        dialog = ExportReportDialog(written, report.losses, show_folder, self._shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _count(articles: int) -> str:
    if not articles:
        return _("Nothing was imported.")
    return ngettext("Imported one article.", "Imported {n} articles.", articles)
