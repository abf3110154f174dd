"""What an import did, and what it left out and why: a list to read, copy and keep."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.importers import Skipped
from annotation.operations import ImportReport, write_report
from gui.dialogs import files
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.sentence_list import SentenceList


class ImportReportDialog(QDialog):
    """Lists what was left out with its reasons, then every file with what came of it."""

    def __init__(self, report: ImportReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What was left out") if report.skipped else _("What was imported"))
        self.resize(720, 420)
        self._report = report
        lines = [*map(skipped_words, report.skipped), *_file_words(report)]
        self.list = SentenceList(self.windowTitle())
        self.list.show_sentences(lines)
        self.said = label("", "muted", wrap=True)
        self.said.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(lines)))
        keep = buttons.addButton(_("Keep as a table…"), QDialogButtonBox.ButtonRole.ActionRole)
        keep.clicked.connect(self.keep)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(_heading(report)))
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addWidget(buttons)

    def keep(self) -> None:
        """Ask where the whole report is to be written as a table, and write it there."""
        place = files.ask_for_new_file(self, Path.home() / f"{_('import')}.csv", ".csv")
        if place is None:
            return
        try:
            write_report(self._report, place)
        except AnnotationError as error:
            self.said.setText(str(error))
        else:
            self.said.setText(_("The report is in {place}.", place=place))
        self.said.show()


def _heading(report: ImportReport) -> str:
    imported = len(report.articles)
    if not report.skipped:
        return ngettext("One article was imported.", "{n} articles were imported.", imported)
    return _("Nothing was imported; this was left out:") if not imported else ngettext(
        "One article was imported; this was left out:",
        "{n} articles were imported; this was left out:", imported)  # fmt: skip


def _file_words(report: ImportReport) -> Iterator[str]:
    """A line for each file that something came of."""
    for one in report.files.values():
        if one.articles or one.annotations or one.excluded:
            parts = [
                ngettext("one article", "{number} articles", one.articles, number=number_words(one.articles))
            ]
            if one.annotations:
                parts.append(
                    ngettext(
                        "one annotation",
                        "{number} annotations",
                        one.annotations,
                        number=number_words(one.annotations),
                    )
                )
            if one.excluded:
                parts.append(ngettext("one not wanted", "{n} not wanted", one.excluded))
            yield _("{file}: {reason}", file=Path(one.file).name, reason=", ".join(parts))


def skipped_words(skipped: Skipped) -> str:
    """What was left out and why, the file named once and without the folders around it."""
    name = _short_name(Path(skipped.file))
    reason = skipped.reason.replace(skipped.file, name)
    return reason if name in reason else _("{file}: {reason}", file=name, reason=reason)


def _short_name(path: Path) -> str:
    """The name of a file; of one in a ZIP, the way from the ZIP on."""
    packed = [place for place, part in enumerate(path.parts[:-1]) if part.lower().endswith(".zip")]
    return "/".join(path.parts[packed[-1] :]) if packed else path.name
