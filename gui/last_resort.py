"""What happens when something happens that nobody expected: a report is written, and the person is told.

The window stays alive, for every change up to then has been saved.
"""

import logging
import platform
import sys
import threading
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from platformdirs import user_log_path
from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from annotation.i18n import _
from gui.about import program_version

log = logging.getLogger(__name__)
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LastResort(QObject):
    """Catches what nobody caught, in any thread: writes a report in `folder`, and shows one box at a time."""

    _caught = Signal(str)

    def __init__(self, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or user_log_path("selon", appauthor=False)
        self._box: QMessageBox | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._before = (sys.excepthook, threading.excepthook)

    @property
    def box(self) -> QMessageBox | None:
        """The box that is open now, or None."""
        return self._box

    def install(self) -> None:
        """Take over from Python's and Qt's own hooks."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.catch
        threading.excepthook = self._catch_in_thread
        qInstallMessageHandler(_pass_on)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the report on an error and have the person told; the signature is that of sys.excepthook."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        words = "".join(traceback.format_exception(kind, error, trace))
        log.error("nobody expected this:\n%s", words)
        self._caught.emit(str(self._write(words) or ""))

    def _catch_in_thread(self, what: threading.ExceptHookArgs) -> None:
        if what.exc_value is not None:
            self.catch(what.exc_type, what.exc_value, what.exc_traceback)

    def _write(self, words: str) -> Path | None:
        """The report's path; None when even that could not be written."""
        now = datetime.now().astimezone()
        path = self._folder / f"report-{now:%Y-%m-%d-%H%M%S-%f}.txt"
        head = (
            f"Selon {program_version()}, {now.isoformat(timespec='seconds')}\n"
            f"Python {platform.python_version()}, PySide6 {pyside_version}, {platform.platform()}\n\n"
        )
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(head + words, "utf-8")
        except OSError:
            log.exception("the report could not be written")
            return None
        return path

    def _show(self, report: str) -> None:
        if self._box is not None:
            return
        box = self._box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle("Selon")
        box.setText(_("Something went wrong that should not have."))
        safe = _("Your project is safe: every change up to now is saved. You can go on working.")
        where = _(
            "What happened is written down in {path}: please send that file to the authors.", path=report
        )
        box.setInformativeText(f"{safe}\n\n{where}" if report else safe)
        box.setEscapeButton(box.addButton(_("Go on"), QMessageBox.ButtonRole.AcceptRole))
        if report:
            shower = box.addButton(_("Show the report"), QMessageBox.ButtonRole.ActionRole)
            shower.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(report)))
        box.finished.connect(self._forget_box)
        box.open()

    def _forget_box(self) -> None:
        box, self._box = self._box, None
        if box is not None:
            box.deleteLater()


def _pass_on(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Put what Qt says into the log."""
    qt_log.log(_LEVELS.get(kind, logging.INFO), "%s", message)
