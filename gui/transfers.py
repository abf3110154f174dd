"""Exporting from the window: asked for, done in the background, reported."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotation.exporters import Report
from annotation.i18n import _, ngettext
from annotation.operations import export_project
from annotation.project import open_project
from annotation.project.selection import ALL
from annotation.records import GOLD
from gui.background import Ends, run_shown
from gui.dialogs.export import ExportDialog, ExportMemory, ExportWish
from gui.dialogs.export_report import ExportReportDialog
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Progress

_NOTICE = "transfer"


class Transfers(QObject):
    """Handles Export."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._memory = ExportMemory()
        shell.actions_table.connect_to("project.export", self.ask_for_export)

    def _complain(self, what: str) -> None:
        self._shell.messages.show_notice(_NOTICE, what, "danger")

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
