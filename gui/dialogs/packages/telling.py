"""Writing feedback for annotators: for whom, in which form, and where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from annotation.adjudication.feedback import ENDINGS
from annotation.exporters._names import FileNames
from annotation.i18n import _
from annotation.records import Annotator
from gui.dialogs.packages.check_table import CheckTable
from gui.dialogs.packages.folder_line import FolderLine
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label


class FeedbackDialog(QDialog):
    """One form; `files` says what was chosen. `weighed` is how many decisions are about each one's work."""

    def __init__(
        self,
        people: Sequence[Annotator],
        weighed: dict[str, int],
        project: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Feedback for annotators"))
        self._names = {person.id: person.name for person in people}
        self._project = project
        self.people = CheckTable((_("Annotator"), _("Decisions")), _("For whom"), right={1})
        for person in people:
            number = weighed.get(person.id, 0)
            self.people.add_row(person.id, (person.name, number_words(number)), checked=number > 0)
        self.form = QComboBox()
        self.form.setAccessibleName(_("Form"))
        for ending, words in zip(ENDINGS, (_("A page for the browser (HTML)"), "PDF"), strict=True):
            self.form.addItem(words, ending)
        self.place = FolderLine(project.parent)
        self.outcome = label("", "small", wrap=True)
        self._lay_out()
        self.people.ticked.connect(self._follow)
        self.place.changed.connect(self._follow)
        self.form.currentIndexChanged.connect(lambda _row: self._follow())
        self._follow()

    @property
    def files(self) -> dict[str, Path]:
        """{annotator: the file for them}; one that is there is replaced."""
        names = FileNames()
        ending = str(self.form.currentData())
        stem = f"{self._project.stem} {_('feedback')}"
        return {
            who: self.place.folder / f"{names.take(f'{stem} {self._names[who]}', 'feedback')}{ending}"
            for who in self.people.checked
        }

    def _follow(self) -> None:
        files = self.files if self.place.is_good else {}
        there = sum(path.exists() for path in files.values())
        words = _("Each says what was decided otherwise than the annotator said, and why; no other is named.")
        replaced = _("Files of the same names are replaced.") if there else ""
        missing = "" if self.place.is_good else _("There is no such folder: choose another.")
        self.outcome.setText(missing or f"{words} {replaced}".strip())
        self.write.setEnabled(bool(files))

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self.write = button(_("Write feedback"), "primary")
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(label(_("Form")), self.form)
        form.addRow(label(_("Folder")), self.place)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(14)
        column.addWidget(self.people, 1)
        column.addLayout(form)
        column.addWidget(self.outcome)
        column.addWidget(buttons)
        self.resize(600, 440)
