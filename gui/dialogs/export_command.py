"""The line for a terminal that writes the same export again."""

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from annotation.i18n import _
from annotation.project.selection import ALL, Selection
from annotation.records import GOLD, Status
from gui.theme import fixed_font
from gui.widgets.button import button

_LINES = 2


def command_words(
    project: Path, format_: str, out: Path, selection: Selection, options: Mapping[str, str]
) -> str:
    """The command, quoted for the shell of this system."""
    whose = selection.annotator
    words = ["selon", "export", str(project), "--format", format_, "--out", str(out)]
    words += ["--set", whose if whose in (ALL, GOLD.name) else f"annotator {whose}"]
    if selection.statuses != frozenset(Status):
        for status in Status:
            words += ["--status", status.value] if status in selection.statuses else []
    for name, value in options.items():
        words += ["--option", f"{name}={value}"]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


class CommandLine(QWidget):
    """A command to read and to copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(_("The same from the command line"))
        margin = 2 * (self.text.document().documentMargin() + self.text.frameWidth() + 4)
        self.text.setFixedHeight(round(self.text.fontMetrics().lineSpacing() * _LINES + margin))
        self.copy = button(_("Copy"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)

    def show_command(self, command: str) -> None:
        """Show another command; "" for none."""
        if command != self.text.toPlainText():
            self.text.setPlainText(command)
        self.copy.setEnabled(bool(command))
