"""Importing from the window: asked for, done in the background, reported."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from annotation.i18n import Message, _, ngettext
from annotation.operations import ImportPlan, ImportReport, import_files
from annotation.operations.import_plan import remember, with_memory
from annotation.operations.label_meanings import meanings_of
from gui.background import Ends, run_shown
from gui.dialogs import files
from gui.dialogs.import_report import ImportReportDialog, skipped_words
from gui.dialogs.importing.dialog import ImportDialog
from gui.dialogs.importing.looking import Looking
from gui.door import SessionDoor
from gui.projects import Projects
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress, Task

_NOTICE = "transfer"
USUAL = ImportPlan(recursive=True, encoding="guess")
"""How files are read where nobody decided anything."""


class Imports(QObject):
    """Handles Import. Emits `imported(article ids)`."""

    imported = Signal(object)

    def __init__(self, shell: Shell, session: Session, projects: Projects) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._projects = projects
        self._imports: list[Task] = []
        shell.actions_table.connect_to("project.import", self.ask_for_import)
        session.closing.connect(self._stop_imports)

    def ask_for_import(self) -> None:
        """Ask for files and show what is in them; without a project, ask where a new one is to be first."""
        paths = files.ask_for_articles(self._shell)
        if paths:
            self.look_into(paths)

    def look_into(self, paths: Sequence[Path]) -> None:
        """Show what is in files and folders, and import what is wanted of it."""
        if not self._may_import(partial(self.look_into, paths)):
            return
        looking = Looking(self._session.tasks, self._session.door())
        plan = self._session.read(partial(with_memory, USUAL))
        dialog = ImportDialog(looking, paths, plan, meanings_of(self._session.codebook), self._shell)
        dialog.accepted.connect(lambda: self._take(dialog))
        dialog.finished.connect(dialog.deleteLater)
        self._session.closing.connect(dialog.reject)
        dialog.open()

    def _take(self, dialog: ImportDialog) -> None:
        if dialog.memory:
            remember(dialog.memory, self._session.door(), self._session.me)
        self.import_(dialog.paths, dialog.plan)

    def _may_import(self, again: Callable[[], None]) -> bool:
        """Whether there is a project to import into; else a new one is asked for, and then comes `again`."""
        if not self._session.is_open:
            self._projects.make_new(then=again)
            return False
        if not self._session.writable:
            self._complain(_("The project is open read-only: nothing can be imported into it."))
            return False
        return True

    def import_(self, paths: Sequence[Path], plan: ImportPlan = USUAL) -> None:
        """Import files and folders in the background, as the plan says, into a new project where none is."""
        if not self._may_import(partial(self.import_, paths, plan)):
            return
        self._shell.messages.dismiss(_NOTICE)
        door = self._session.door()

        def work(progress: Progress) -> ImportReport:
            return import_files(door, paths, plan, progress.report)

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
            self._shell.messages.show_notice(
                _NOTICE, f"{count} {left_out}", "warning", _("Show what"), partial(self._show_report, report)
            )
        elif report.skipped:
            left_out = ngettext("One thing was left out.", "{n} things were left out.", len(report.skipped))
            self._shell.messages.show_notice(
                _NOTICE, f"{count} {left_out}", "warning", _("Show what"), partial(self._show_report, report)
            )
        else:
            self._shell.messages.show_notice(
                _NOTICE,
                count,
                "success" if report.articles else "info",
                _("Show the report"),
                partial(self._show_report, report),
            )
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
        dialog = ImportReportDialog(report, self._shell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _complain(self, what: str) -> None:
        self._shell.messages.show_notice(_NOTICE, what, "danger")


def _count(articles: int) -> str:
    if not articles:
        return _("Nothing was imported.")
    return ngettext("Imported one article.", "Imported {n} articles.", articles)
