"""Waiting for what cannot be done beside anything else: the window lives, and shows how far it is."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from gui.tasks import Cancelled, Progress, Tasks
from gui.widgets.progress_panel import ProgressPanel

T = TypeVar("T")
_WIDTH = 640


class WaitingDialog(QDialog):
    """Shows one thing that goes on, to its end. Emits `cancelled` once when a person asks to stop it."""

    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.panel = ProgressPanel(title)
        self.panel.cancelled.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.setMinimumWidth(_WIDTH)

    def reject(self) -> None:
        """Ask to stop instead of closing. For Qt."""
        self.panel.ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask to stop instead of closing. For Qt."""
        self.panel.ask()
        event.ignore()


def wait_for(parent: QWidget, tasks: Tasks, title: str, work: Callable[[Progress], T]) -> T:
    """What `work` gives on the free lane; nothing else can be done in any window meanwhile.

    Raises what `work` raises, and Cancelled where a person stopped it.
    """
    dialog = WaitingDialog(title, parent)
    done: list[T] = []
    failed: list[Exception] = []

    def end_with(value: T) -> None:
        done.append(value)
        dialog.accept()

    def end_without(error: Exception) -> None:
        failed.append(error)
        dialog.accept()

    task = tasks.run(
        work,
        end_with,
        end_without,
        lambda step: dialog.panel.advance(step.done, step.total, step.text),
        on_cancelled=lambda: end_without(Cancelled()),
        receiver=dialog,
    )
    dialog.cancelled.connect(task.cancel)
    dialog.exec()
    dialog.deleteLater()
    if not done:
        raise next(iter(failed), Cancelled())
    return done[0]
