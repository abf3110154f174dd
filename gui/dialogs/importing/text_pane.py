"""One article of the files: its text, the file that it comes from, and how that is read."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from annotation.i18n import _
from annotation.importers import IMPORTERS
from annotation.operations.import_preview import Candidate, Reading
from annotation.operations.recognising import AUTO
from gui.dialogs.export_options import CalmBox
from gui.widgets.label import ElidedLabel, label

_SHOWN = 200_000
"""Code points of a text that are shown: enough to see what it is, few enough to show at once."""
_GUESS = "guess"
_MARGIN = 12
"""Room around the text, px."""


class TextPane(QWidget):
    """Shows an article. Emits `encoding_chosen(path, name)` and `format_chosen(path, name)`."""

    encoding_chosen = Signal(object, str)
    format_chosen = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.title = label("", "heading", wrap=True)
        self.file = ElidedLabel("", "muted")
        self.format = CalmBox()
        self.encoding = CalmBox()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setProperty("surface", "paper")
        self.text.setTabChangesFocus(True)
        self.text.document().setDocumentMargin(_MARGIN)
        self.text.setAccessibleName(_("Text"))
        self._fill_formats()
        self._lay_out()
        self.format.activated.connect(
            lambda _place: self.format_chosen.emit(self._path, self.format.currentData())
        )
        self.encoding.activated.connect(
            lambda _place: self.encoding_chosen.emit(self._path, self.encoding.currentData())
        )

    def show_article(
        self, candidate: Candidate, title: str, reading: Reading, formats: Mapping[Path, str]
    ) -> None:
        """Show how an article begins, and how its file was read; `formats` are those that were chosen."""
        self._path = candidate.path
        self.title.setText(title or _("Untitled"))
        self.file.setText(str(candidate.path))
        self.text.setPlainText(candidate.excerpt)
        self._show_format(reading, formats.get(candidate.path, AUTO))
        self._show_encoding(reading)

    def show_text(self, text: str) -> None:
        """Show the whole text, or as much of it as anybody looks at."""
        cut = "\n\n[…]" if len(text) > _SHOWN else ""
        self.text.setPlainText(text[:_SHOWN] + cut)

    def _fill_formats(self) -> None:
        self.format.addItem("", AUTO)
        for name, plug in sorted(IMPORTERS.all().items(), key=lambda item: _(item[1].label).casefold()):
            self.format.addItem(_(plug.label), name)

    def _show_format(self, reading: Reading, chosen: str) -> None:
        found = IMPORTERS.all().get(reading.format)
        self.format.setItemText(0, _("Found: {format}", format=_(found.label) if found else "—"))
        self.format.setCurrentIndex(max(0, self.format.findData(chosen)))

    def _show_encoding(self, reading: Reading) -> None:
        """Show the encoding, where the format leaves it open; one that was only guessed says so."""
        self._form.setRowVisible(self.encoding, bool(reading.encoding))
        name = reading.encoding
        words = encodings().get(name, name)
        self.encoding.clear()
        self.encoding.addItem(
            _("Guessed: {encoding}", encoding=words)
            if reading.guessed
            else _("Found: {encoding}", encoding=words),
            _GUESS,
        )
        for codec, said in encodings().items():
            self.encoding.addItem(said, codec)

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(label(_("File")), self.file)
        for words, box in ((_("Format"), self.format), (_("Encoding"), self.encoding)):
            box.setAccessibleName(words)
            self._form.addRow(label(words), box)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._form)
        column.addWidget(self.text, 1)


def encodings() -> dict[str, str]:
    """The encodings to choose from: {codec: its name for people}."""
    return {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "cp1252": _("Western (Windows-1252)"),
        "iso8859-15": _("Western (ISO-8859-15)"),
        "mac_roman": _("Western (Mac)"),
        "cp850": _("Western (DOS)"),
        "cp1250": _("Central European (Windows-1250)"),
        "cp1251": _("Cyrillic (Windows-1251)"),
        "koi8_r": _("Cyrillic (KOI8-R)"),
        "cp1253": _("Greek (Windows-1253)"),
        "cp1254": _("Turkish (Windows-1254)"),
        "cp1255": _("Hebrew (Windows-1255)"),
        "cp1256": _("Arabic (Windows-1256)"),
        "cp1257": _("Baltic (Windows-1257)"),
        "gb18030": _("Chinese (GB 18030)"),
        "big5": _("Chinese (Big5)"),
        "shift_jis": _("Japanese (Shift JIS)"),
        "euc_kr": _("Korean (EUC-KR)"),
    }
