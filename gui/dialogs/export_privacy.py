"""Whom and what the files may show: names of annotators, texts of newspapers, the trail of labels."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from annotation.i18n import _
from annotation.operations.sets import SetWish
from annotation.records import Shown
from gui.dialogs.export_page import ExportPage
from gui.dialogs.files import ask_for_file
from gui.widgets.button import button
from gui.widgets.label import label


class PrivacyPage(ExportPage):
    """Pseudonyms with their key, texts, and where labels come from. `project` is the project's file."""

    def __init__(self, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.anonymise = QCheckBox(_("Give annotators pseudonyms"))
        self.with_key = QCheckBox(_("Write who is who to a file of its own"))
        self.key_line = QLineEdit(str(project.with_name(f"{project.stem}-key.csv")))
        self.key_line.setAccessibleName(_("Write who is who to a file of its own"))
        self.browse = button(_("Browse…"))
        self.texts = {
            Shown.WHOLE: QRadioButton(_("Whole")),
            Shown.QUOTES: QRadioButton(_("Only the marked words")),
            Shown.NOTHING: QRadioButton(_("Left out; positions and checksums stay")),
        }
        self.provenance = QCheckBox(_("Tell of each label where it comes from"))
        self.provenance.setToolTip(_("Detector or hand, the suggestion, confidence, times, decisions"))
        self._group = QButtonGroup(self)
        for one in self.texts.values():
            self._group.addButton(one)
        self._lay_out()
        self._listen()
        self.show_wish(SetWish())

    @property
    def key(self) -> Path | None:
        """Where the key goes, None for nowhere; a relative place is meant from the project's folder on."""
        typed = self.key_line.text().strip()
        wanted = self.anonymise.isChecked() and self.with_key.isChecked() and typed
        return self._project.parent / Path(typed) if wanted else None

    def show_wish(self, wish: SetWish) -> None:
        """Show what is wished for; the key is never asked for by itself."""
        self.anonymise.setChecked(wish.anonymise)
        self.texts[wish.shown].setChecked(True)
        self.provenance.setChecked(wish.provenance)
        self._follow()

    def change(self, wish: SetWish) -> SetWish:
        """The wish with what is chosen here."""
        shown = next(shown for shown, one in self.texts.items() if one.isChecked())
        return replace(
            wish, anonymise=self.anonymise.isChecked(), shown=shown, provenance=self.provenance.isChecked()
        )

    def _lay_out(self) -> None:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.key_line, 1)
        row.addWidget(self.browse)
        self.add_row(_("Annotators"), self.anonymise, self.with_key, place)
        self.add_row(_("Texts of the articles"), *self.texts.values())
        self.add_row(_("Labels"), self.provenance)
        note = _("Pseudonyms are the same in every export of this project. They stand in notes, origins and "
                 "decisions too; times are cut to the day.")  # fmt: skip
        self.column.addWidget(label(note, "muted", wrap=True))
        self.column.addStretch()

    def _listen(self) -> None:
        for box in (self.anonymise, self.with_key, self.provenance, *self.texts.values()):
            box.toggled.connect(self._follow)
            box.toggled.connect(self.tell)
        self.key_line.textChanged.connect(self.tell)
        self.browse.clicked.connect(self._browse)

    def _browse(self) -> None:
        found = ask_for_file(self, self.key or self._project.with_suffix(".csv"), ".csv")
        if found:
            self.key_line.setText(str(found))

    def _follow(self, *_anything: object) -> None:
        self.with_key.setEnabled(self.anonymise.isChecked())
        with_key = self.anonymise.isChecked() and self.with_key.isChecked()
        self.key_line.setEnabled(with_key)
        self.browse.setEnabled(with_key)
