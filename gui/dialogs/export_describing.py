"""What is written beside the data: a manifest, a card, metadata for catalogues, and who made it all."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from annotation.i18n import _
from annotation.operations.sets import About, SetWish
from gui.dialogs.export_options import CalmBox
from gui.dialogs.export_page import ExportPage

_LICENCES = ("CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0", "ODbL-1.0", "etalab-2.0", "MIT")


class DescribingPage(ExportPage):
    """Ticks for the files, and lines for what nobody but the makers knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = {
            "manifest": QCheckBox(_("Manifest: choices, command, codebook, checksums")),
            "card": QCheckBox(_("Dataset card: sizes, labels, annotators, agreement, limits")),
            "croissant": QCheckBox(_("Croissant metadata, for catalogues of datasets")),
        }
        self.agreement = CalmBox()
        self.agreement.setAccessibleName(_("Agreement"))
        for words, value in ((_("Where it takes seconds"), None), (_("Always"), True), (_("Never"), False)):
            self.agreement.addItem(words, value)
        self.lines = {name: QLineEdit() for name in ("title", "description", "creators", "url", "version")}
        self.licence = CalmBox()
        self.licence.setEditable(True)
        self.licence.addItems(list(_LICENCES))
        self.licence.setCurrentIndex(-1)
        self._lay_out()
        self._listen()

    def show_wish(self, wish: SetWish) -> None:
        """Show what is wished for."""
        for name, box in self.files.items():
            box.setChecked(bool(getattr(wish, name)))
        self.agreement.setCurrentIndex(self.agreement.findData(wish.agreement))
        about = wish.about
        for name, line in self.lines.items():
            line.setText("; ".join(about.creators) if name == "creators" else str(getattr(about, name)))
        self.licence.setEditText(about.licence)

    def change(self, wish: SetWish) -> SetWish:
        """The wish with what is chosen here."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        creators = tuple(name.strip() for name in texts.pop("creators").split(";") if name.strip())
        about = About(licence=self.licence.currentText().strip(), creators=creators, **texts)
        ticked = {name: box.isChecked() for name, box in self.files.items()}
        agreement = self.agreement.currentData()
        return replace(
            wish,
            about=about,
            agreement=None if agreement is None else bool(agreement),
            manifest=ticked["manifest"],
            card=ticked["card"],
            croissant=ticked["croissant"],
        )

    def _lay_out(self) -> None:
        words = {"title": _("Title"), "description": _("Description"), "creators": _("Made by, parted by ;"),
                 "url": _("Address on the web"), "version": _("Version")}  # fmt: skip
        self.add_row(_("Beside the data"), *self.files.values())
        self.add_row(_("Agreement on the card"), self.agreement)
        for name in ("title", "description"):
            self.add_row(words[name], self.lines[name])
        self.add_row(_("Licence"), self.licence)
        for name in ("creators", "url", "version"):
            self.add_row(words[name], self.lines[name])
        for name, line in self.lines.items():
            line.setAccessibleName(words[name])
        self.licence.setAccessibleName(_("Licence"))
        self.column.addStretch()

    def _listen(self) -> None:
        for box in self.files.values():
            box.toggled.connect(self.tell)
        self.agreement.currentIndexChanged.connect(self.tell)
        for line in self.lines.values():
            line.textChanged.connect(self.tell)
        self.licence.editTextChanged.connect(self.tell)
