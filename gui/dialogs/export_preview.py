"""How the first articles will look in the files, and what will be lost, before anything is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations.sets import SetReport
from annotation.operations.sets.previewing import Preview
from gui.dialogs.export_losses import LossTable
from gui.dialogs.export_options import CalmBox
from gui.tasks import Step
from gui.theme import fixed_font
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

_LOST = 104
"""How high the table of losses is at least, px: its head and two rows."""


class PreviewPage(QWidget):
    """Files to look into, and losses below. Emits `check_wanted` and `stop_wanted` of the whole set."""

    check_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files = CalmBox()
        self.files.setAccessibleName(_("File"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(_("The beginning of the file"))
        self.said = label("", "muted", wrap=True)
        self.lost = label("", "section", wrap=True)
        self.losses = LossTable()
        self.losses.hide()
        self.check = button(_("Check everything"))
        self.check.setToolTip(_("Go through all that would be written, and list what would be lost"))
        self.stop = button(_("Stop"))
        self.stop.hide()
        self._preview: Preview | None = None
        self._lay_out()
        self.files.currentIndexChanged.connect(self._show_file)
        self.check.clicked.connect(self.check_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.show_waiting()

    def show_waiting(self) -> None:
        """Say that the first articles are being written for a look."""
        self.said.setText(_("Reading the first articles…"))
        self.end_check()

    def show_preview(self, preview: Preview) -> None:
        """Show the files of the first articles, and what is lost of them."""
        self._preview = preview
        before = self.files.currentText()
        self.files.blockSignals(True)
        self.files.clear()
        self.files.addItems([one.name for one in preview.files])
        self.files.setCurrentIndex(max(0, self.files.findText(before)))
        self.files.blockSignals(False)
        self._show_file()
        self.said.setText(
            ngettext("The first article, as it is written:", "The first {n} articles, as they are written:",
                     preview.articles) if preview.articles else _("No article is chosen.")
        )  # fmt: skip
        self._show_losses(preview, _("Lost of these articles"), _("Nothing is lost of these articles."))

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self._preview = None
        self.files.clear()
        self.text.clear()
        self.said.setText(sentence)
        self.lost.clear()
        self.losses.hide()
        self.end_check()

    # ------------------------------------------------------------ everything

    def begin_check(self) -> None:
        """Offer to stop what goes through everything now."""
        self.check.hide()
        self.stop.show()
        self.stop.setEnabled(True)
        self.lost.setText(_("Going through everything…"))

    def show_step(self, step: Step) -> None:
        """Say how far it is."""
        if step.total:
            self.lost.setText(_("Going through everything: {done} of {total} articles",
                                done=number_words(step.done), total=number_words(step.total)))  # fmt: skip

    def show_report(self, report: SetReport) -> None:
        """Show what would be lost of everything."""
        counts = {"records": number_words(report.annotations)}
        whole = ngettext("Lost of one article with {records} records",
                         "Lost of {number} articles with {records} records",
                         report.articles, number=number_words(report.articles), **counts)  # fmt: skip
        nothing = ngettext("Nothing is lost of one article with {records} records.",
                           "Nothing is lost of {number} articles with {records} records.",
                           report.articles, number=number_words(report.articles), **counts)  # fmt: skip
        self._show_losses(report, whole, nothing)
        self.end_check()

    def end_check(self, words: str = "") -> None:
        """Offer to go through everything again; `words` say why it ended."""
        self.stop.hide()
        self.check.show()
        if words:
            self.lost.setText(words)

    # ------------------------------------------------------------ parts

    def _show_losses(self, report: Preview | SetReport, some: str, none: str) -> None:
        self.lost.setText(some if report.losses else none)
        self.losses.show_losses(report.losses)
        self.losses.setVisible(bool(report.losses))

    def _show_file(self) -> None:
        place = self.files.currentIndex()
        shown = self._preview is not None and 0 <= place < len(self._preview.files)
        text = self._preview.files[place].text if self._preview and shown else ""
        self.text.setPlainText(text or (_("The file is empty.") if shown else ""))

    def _lay_out(self) -> None:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.said, 1)
        head.addWidget(self.files, 1)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.lost, 1)
        row.addWidget(self.check)
        row.addWidget(self.stop)
        below.addLayout(row)
        self.losses.setMinimumHeight(_LOST)
        below.addWidget(self.losses, 1)
        below.addStretch()
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(lower)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 12, 16, 8)
        whole.addWidget(parts)
