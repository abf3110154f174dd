"""The dialog that shows what is in files before anything of it is imported."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.operations import ImportPlan
from annotation.operations.import_preview import Candidate, Reading
from annotation.operations.recognising import AUTO, printable
from gui.dialogs import files
from gui.dialogs.import_report import skipped_words
from gui.dialogs.importing.articles_page import ArticlesPage
from gui.dialogs.importing.columns_page import ColumnsPage
from gui.dialogs.importing.labels_page import LabelsPage
from gui.dialogs.importing.looking import Looking
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label
from gui.widgets.progress_line import ProgressLine
from gui.widgets.sentence_list import SentenceList

_SIZE, _LARGEST = (1160, 720), (1640, 1040)
"""The size of the dialog, and that on a large screen, px."""
_SHARE = 0.7
"""Of a large screen."""
_SPARE = 56
"""Room for what the system draws around the dialog, px."""
_PAUSE = 400
"""How long after the last choice the files are read anew, ms."""


class ImportDialog(QDialog):
    """Shows what `looking` finds in files; `paths` and `plan` say what is to be imported once it is accepted.

    `plan` is what is known before, `meanings` what labels can become.
    """

    def __init__(
        self,
        looking: Looking,
        paths: Sequence[Path],
        plan: ImportPlan,
        meanings: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self.paths = list(paths)
        self._plan = plan
        self._looking = looking
        looking.setParent(self)
        self._formats: dict[Path, str] = {}
        self._encodings: dict[Path, str] = {}
        self._own_tables: dict[str, dict[str, str]] = {}
        self._own_labels: dict[str, str] = {}
        self.heading = label("", "heading")
        self.sentence = label("", "muted", wrap=True)
        self.line = ProgressLine()
        self.articles = ArticlesPage()
        self.columns = ColumnsPage()
        self.labels = LabelsPage(meanings)
        self.left_out = SentenceList(_("Left out"))
        self.pages = QTabWidget()
        self.remembering = QCheckBox(_("Remember columns and labels in this project"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.taking = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._again = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._listen()
        self.articles.view.setFocus()
        self._look()

    @property
    def plan(self) -> ImportPlan:
        """What was decided."""
        table = self.articles.table
        return replace(
            self._plan,
            formats={printable(path): name for path, name in self._formats.items()},
            encodings={printable(path): name for path, name in self._encodings.items()},
            tables={**self._plan.tables, **self._own_tables},
            labels={**self._plan.labels, **self._own_labels},
            edits={id_: dict(values) for id_, values in table.edits.items()},
            excluded=frozenset(table.excluded),
        )

    @property
    def memory(self) -> ImportPlan | None:
        """The columns and labels that are to be remembered; None for none."""
        if not self.remembering.isChecked() or not (self._own_tables or self._own_labels):
            return None
        return ImportPlan(tables=self._own_tables, labels=self._own_labels)

    def add(self, paths: Sequence[Path]) -> None:
        """Look into more files as well."""
        new = [path for path in paths if path not in self.paths]
        if new:
            self.paths += new
            self._look()

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        self.pages.setDocumentMode(True)
        for page in (self.articles, self.left_out, self.columns, self.labels):
            self.pages.addTab(page, "")
        self.remembering.setChecked(True)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        self.taking.setProperty("kind", "primary")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(24, 16, 24, 8)
        above.setSpacing(4)
        above.addWidget(self.heading)
        above.addWidget(self.sentence)
        whole.addLayout(above)
        whole.addWidget(self.line)
        middle = QVBoxLayout()
        middle.setContentsMargins(16, 4, 16, 0)
        middle.addWidget(self.pages)
        whole.addLayout(middle, 1)
        whole.addLayout(self._lay_out_end())
        room = self.screen().availableGeometry()
        wide = min(max(_SIZE[0], round(_SHARE * room.width())), _LARGEST[0])
        high = min(max(_SIZE[1], round(_SHARE * room.height())), _LARGEST[1])
        self.resize(min(wide, room.width()), min(high, room.height() - _SPARE))

    def _lay_out_end(self) -> QLayout:
        self.more = button(_("Add files…"))
        self.more_folders = button(_("Add a folder…"))
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 24, 16)
        row.setSpacing(8)
        for one in (self.more, self.more_folders):
            one.setAutoDefault(False)
            row.addWidget(one)
        row.addSpacing(8)
        row.addWidget(self.remembering)
        row.addStretch()
        row.addWidget(self.buttons)
        self.taking.setDefault(True)
        return row

    def _listen(self) -> None:
        table, pane = self.articles.table, self.articles.pane
        self._again.timeout.connect(self._look)
        self._looking.began.connect(self._begin)
        self._looking.grew.connect(self._grow)
        self._looking.ended.connect(self._end)
        self._looking.text_read.connect(self._show_text)
        self.articles.looked_at.connect(self._look_at)
        table.decided.connect(self._tell)
        table.refused.connect(self._refuse)
        pane.format_chosen.connect(self._choose_format)
        pane.encoding_chosen.connect(self._choose_encoding)
        self.columns.chosen.connect(self._choose_column)
        self.labels.chosen.connect(self._choose_label)
        self.more.clicked.connect(lambda: self.add(files.ask_for_articles(self)))
        self.more_folders.clicked.connect(self._add_folder)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # ------------------------------------------------------------ what is found

    def _look(self) -> None:
        self._looking.look(self.paths, self.plan)

    def _begin(self) -> None:
        self.line.advance(0, None)
        self.articles.table.show(self._looking.preview.candidates)
        self._tell()

    def _grow(self, done: int, total: int) -> None:
        self.line.advance(done, total)
        self.articles.go_on()
        self._tell()

    def _end(self, why: str) -> None:
        self.line.finish()
        self.articles.go_on()
        preview = self._looking.preview
        self.left_out.show_sentences([skipped_words(one) for one in preview.skipped])
        self.columns.show_tables(preview.tables)
        self.labels.table.show(preview.labels)
        self._tell()
        if why:
            self.sentence.setText(why)
        if preview.tables and not preview.candidates:
            self.pages.setCurrentWidget(self.columns)

    def _tell(self) -> None:
        """Say how much there is, and let it be imported where there is something."""
        preview, busy = self._looking.preview, self._looking.is_busy
        found = len(preview.candidates)
        chosen = 0 if busy else self.articles.table.chosen
        self.heading.setText(_("Looking into the files…") if busy else ngettext(
            "One article in the files", "{number} articles in the files", found,
            number=number_words(found)) if found else _("There are no articles in the files"))  # fmt: skip
        self.sentence.setText(self._said(busy))
        self.taking.setText(ngettext("Import this article", "Import {number} articles", chosen,
                                     number=number_words(chosen)) if chosen else _("Import"))  # fmt: skip
        self.taking.setEnabled(chosen > 0 and not busy)
        kinds = ((self.articles, _("Articles"), found), (self.left_out, _("Left out"), len(preview.skipped)),
                 (self.columns, _("Columns"), len(preview.tables)),
                 (self.labels, _("Labels"), len(preview.labels)))  # fmt: skip
        for page, words, count in kinds:
            place = self.pages.indexOf(page)
            shown = f"{words} ({number_words(count)})" if page in (self.articles, self.left_out) else words
            self.pages.setTabText(place, shown)
            self.pages.setTabVisible(place, page is self.articles or count > 0)
        self.remembering.setVisible(bool(self._own_tables or self._own_labels))

    def _said(self, busy: bool) -> str:
        """What one should know before one goes on."""
        if busy:
            return _("Nothing is imported yet.")
        preview = self._looking.preview
        if not preview.candidates:
            return (
                _("What is left out, and why, is listed below.")
                if preview.skipped
                else _("The folders are empty, or all in them is hidden: add other files.")
            )
        parts = [_("Nothing is imported yet."), self._said_of_guesses()]
        if staying := self.articles.table.not_offered:
            parts.append(ngettext(
                "One that the project has, or that comes twice, stays out.",
                "{number} that the project has, or that come twice, stay out.",
                staying, number=number_words(staying),
            ))  # fmt: skip
        return " ".join(parts)

    def _said_of_guesses(self) -> str:
        guesses = sum(bool(one.guessed) for one in self._looking.preview.candidates)
        if not guesses:
            return _("Untick what you do not want; write in a cell to correct it.")
        return ngettext(
            "One article has guessed values, in italics: check them.",
            "{number} articles have guessed values, in italics: check them.",
            guesses,
            number=number_words(guesses),
        )

    def _look_at(self, candidate: Candidate) -> None:
        readings = self._looking.preview.readings
        self.articles.show_reading(lambda path: readings.get(path, Reading("")), self._formats)
        self._looking.read_text(candidate.path, candidate.id, self.plan)

    def _show_text(self, article: str, text: str) -> None:
        current = self.articles.current
        if current and current.id == article and text:
            self.articles.pane.show_text(text)

    # ------------------------------------------------------------ what is decided

    def _choose_format(self, path: Path, name: str) -> None:
        self._formats.pop(path, None)
        if name != AUTO:
            self._formats[path] = name
        self._again.start()

    def _choose_encoding(self, path: Path, name: str) -> None:
        self._encodings[path] = name
        self._again.start()

    def _choose_column(self, table: str, field: str, column: str) -> None:
        found = self._looking.preview.tables.get(table)
        known = dict(found.columns) if found else {}
        self._own_tables.setdefault(table, known)[field] = column
        self._again.start()

    def _choose_label(self, name: str, meaning: str) -> None:
        self._own_labels[name] = meaning
        self._again.start()

    def _add_folder(self) -> None:
        start = self.paths[0].parent if self.paths else Path.home()
        folder = files.ask_for_folder(self, start)
        if folder:
            self.add([folder])

    def _refuse(self, why: str) -> None:
        self.sentence.setText(why)

    # ------------------------------------------------------------ ending

    def done(self, result: int) -> None:
        """Read no further. For Qt."""
        self._again.stop()
        self._looking.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is cancelling. For Qt."""
        self.reject()
        event.accept()
