"""The line for a terminal that writes the same export again."""

import os
import shlex
import subprocess
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from annotation.i18n import _
from annotation.operations.sets import command_words
from gui.dialogs.export_wish import ExportWish
from gui.theme import fixed_font
from gui.widgets.button import button

_LINES = 2


def command_of(project: Path, wish: ExportWish) -> str:
    """The command, quoted for the shell of this system."""
    words = command_words(project, wish.out, wish.set)
    if wish.key:
        words += ["--key", str(wish.key)]
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
