"""Asking what to export: the format, whose annotations, in which state, and where to."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotation.exporters import EXPORTERS
from annotation.i18n import _
from annotation.project.selection import ALL, Selection
from annotation.records import GOLD, Annotator, Status
from gui.dialogs.files import ask_for_folder, is_there
from gui.widgets.button import button
from gui.widgets.label import label

_USUAL = "jsonl"
"""The format that is chosen to begin with: it loses nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What is to be written where."""

    format: str
    selection: Selection
    out: Path


def status_words(status: Status) -> str:
    """A status in the user's language."""
    return {
        Status.SUGGESTED: _("Suggestions that nobody decided about"),
        Status.ACCEPTED: _("Accepted"),
        Status.EDITED: _("Corrected"),
        Status.REJECTED: _("Rejected"),
    }[status]


class ExportDialog(QDialog):
    """One form; `wish` says what was chosen once it is accepted."""

    def __init__(
        self, people: Sequence[Annotator], folder: Path, parent: QWidget | None = None, *, whose: str = ALL
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self.format = QComboBox()
        for name, plug in EXPORTERS.all().items():
            self.format.addItem(_(plug.label), name)
        self.format.setCurrentIndex(max(0, self.format.findData(_USUAL)))
        self.whose = QComboBox()
        self.whose.addItem(_("Everybody’s annotations"), ALL)
        self.whose.addItem(_("The gold set"), GOLD.name)
        for person in people:
            self.whose.addItem(_("Only {name}’s", name=person.name), person.name)
        self.whose.setCurrentIndex(self.whose.findData(whose))
        self.statuses = {status: QCheckBox(status_words(status)) for status in Status}
        for status, box in self.statuses.items():
            box.setChecked(status in (Status.ACCEPTED, Status.EDITED))
            box.toggled.connect(self._check)
        self._beside = folder.parent
        self.place = QLineEdit(str(folder))
        self.place.textChanged.connect(self._check)
        self.warning = label(_("What an earlier export wrote there is replaced."), "small")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        named = {self.format: _("Format"), self.whose: _("Annotations"), self.place: _("Folder")}
        for field, name in named.items():
            field.setAccessibleName(name)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("kind", "primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._check()

    @property
    def wish(self) -> ExportWish:
        """What was chosen."""
        chosen = frozenset(status for status, box in self.statuses.items() if box.isChecked())
        return ExportWish(
            format=str(self.format.currentData()),
            selection=Selection(annotator=str(self.whose.currentData()), statuses=chosen),
            out=self._out,
        )

    @property
    def _out(self) -> Path:
        """The place that is named; a relative one is meant from the project's folder on."""
        typed = Path(self.place.text().strip())
        with suppress(RuntimeError):  # "~somebody" who has no home is the name of a file
            typed = typed.expanduser()
        return self._beside / typed

    def _lay_out(self) -> None:
        browse = button(_("Browse…"))
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.place, 1)
        place.addWidget(browse)
        states = QVBoxLayout()
        states.setSpacing(4)
        for box in self.statuses.values():
            states.addWidget(box)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        form.addRow(label(_("Format")), self.format)
        form.addRow(label(_("Annotations")), self.whose)
        form.addRow(label(_("In which state")), states)
        form.addRow(label(_("Folder")), place)
        form.addRow("", self.warning)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addLayout(form)
        column.addWidget(self._buttons)
        self.setMinimumWidth(560)

    def _browse(self) -> None:
        folder = ask_for_folder(self, self.wish.out.parent)
        if folder:
            self.place.setText(str(folder))

    def _check(self) -> None:
        """Let it be saved only where something is chosen and a place is named."""
        named = bool(self.place.text().strip())
        complete = named and any(box.isChecked() for box in self.statuses.values())
        self.warning.setVisible(named and is_there(self._out))
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(complete)
