"""The last exports of a project: what was written where, what was lost, and how to write it again."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations.sets.remembering import PastExport
from gui.dialogs.export_command import CommandLine
from gui.dialogs.export_losses import LossTable
from gui.dialogs.export_options import CalmBox
from gui.widgets.button import button
from gui.widgets.dates import moment_words, number_words
from gui.widgets.label import label


class ExportReportsDialog(QDialog):
    """Shows one past export at a time; `show_folder(place)` opens where it is."""

    def __init__(
        self,
        past: Sequence[PastExport],
        show_folder: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Last export reports"))
        self.resize(800, 520)
        self._past = tuple(past)
        self._show_folder = show_folder
        self.box = CalmBox()
        self.box.setAccessibleName(_("Export"))
        for one in self._past:
            self.box.addItem(f"{moment_words(one.at)} · {one.format} · {Path(one.out).name}")
        self.said = label("", wrap=True)
        self.lost = label("", "section", wrap=True)
        self.table = LossTable()
        self.command = CommandLine()
        self._lay_out()
        self.box.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def shown(self) -> PastExport | None:
        """The export that is shown, None where there was none."""
        place = self.box.currentIndex()
        return self._past[place] if 0 <= place < len(self._past) else None

    def _show(self) -> None:
        one = self.shown
        if one is None:
            self.said.setText(_("Nothing was exported from this project on this computer yet."))
            return
        text = ngettext("Wrote {count} annotations of one article to {place}.",
                        "Wrote {count} annotations of {n} articles to {place}.", one.articles,
                        count=number_words(one.annotations), place=one.out)  # fmt: skip
        parts = ", ".join(f"{name} {number_words(number)}" for name, number in (one.parts or {}).items())
        self.said.setText(f"{text} {_('Articles of the parts: {parts}', parts=parts)}" if parts else text)
        self.lost.setText(_("What the format does not hold") if one.losses else _("Nothing was lost."))
        self.table.show_losses(one.losses)
        self.command.show_command(one.command)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy, self.folder = button(_("Copy the list")), button(_("Show the folder"))
        for made in (self.copy, self.folder):
            buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
            made.setEnabled(bool(self._past))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.table.text))
        self.folder.clicked.connect(self._open_folder)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (self.box, self.said, self.lost):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(self.command)
        column.addWidget(buttons)
        parts: tuple[QWidget, ...] = (self.box, self.lost, self.table, self.command)
        for shown in parts:
            shown.setVisible(bool(self._past))
        if not self._past:
            column.insertStretch(1)

    def _open_folder(self) -> None:
        if self.shown is not None:
            self._show_folder(Path(self.shown.out))
