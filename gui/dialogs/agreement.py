"""Writing what the Agreement room computed: as what, where to, what it holds, and the same as a command."""

import os
import shlex
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _
from gui.dialogs.export_command import CommandLine
from gui.dialogs.files import ask_for_file, is_there
from gui.widgets.button import button
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

_SIZE, _SPARE, _ROW = (900, 640), 60, 28
REPORT, UNITS, ARTICLES = "--report", "--units", "--articles"
"""The options of the command line that write a report, the table of units, and that of articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFormat:
    """One way to write it."""

    key: str
    title: str
    sentence: str
    ending: str
    option: str = REPORT


def formats() -> tuple[AgreementFormat, ...]:
    """Every way to write it, what people want most first."""
    whole = _(
        "Who worked on how much, coefficients with intervals, confusions, the course over time, and the "
        "papers that define the measures."
    )
    return (
        AgreementFormat(key="html", title=_("Reliability report, web page"), sentence=whole, ending=".html"),
        AgreementFormat(key="pdf", title=_("Reliability report, PDF"), sentence=whole, ending=".pdf"),
        AgreementFormat(key="tex", title=_("Reliability report, LaTeX"), sentence=whole, ending=".tex"),
        AgreementFormat(
            key="csv",
            title=_("Coefficients, CSV"),
            sentence=_("One row a coefficient, with its interval and what it stands on."),
            ending=".csv",
        ),
        AgreementFormat(
            key="articles",
            title=_("By article, CSV"),
            sentence=_(
                "One row for each question and article, the worst first: its value by the usual measure, "
                "what that stands on, and on how many records annotators differ."
            ),
            ending=".csv",
            option=ARTICLES,
        ),
        AgreementFormat(
            key="units",
            title=_("Raw units, CSV"),
            sentence=_(
                "One row for each annotator of each thing: what they said, that they found nothing, or that "
                "they left the article untouched; for other programs."
            ),
            ending=".csv",
            option=UNITS,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementWish:
    """What was chosen."""

    format: AgreementFormat
    out: Path


class AgreementExportDialog(QDialog):
    """Asks how to write it and where; `wish` says what was chosen once it is accepted.

    `previews` show, as simple HTML by the key of a format, what it holds; `command` gives the words of the
    command line that writes the same.
    """

    def __init__(
        self,
        project: Path,
        previews: Mapping[str, Callable[[], str]],
        command: Callable[[AgreementWish], Sequence[str]],
        parent: QWidget | None = None,
        note: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export agreement"))
        self._project = project
        self._previews = previews
        self._command = command
        self._own = False
        self._known = {one.key: one for one in formats()}
        self.list = QListWidget()
        self.sentence = label("", "muted", wrap=True)
        self.preview = QTextBrowser()
        self.line = QLineEdit()
        self.browse = button(_("Browse…"))
        self.warning = label("", "small")
        self.note = label(note, "small", wrap=True)
        self.command = CommandLine()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        self._fill()
        self._lay_out()
        self._listen()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def format(self) -> AgreementFormat:
        """The format that is chosen."""
        return list(self._known.values())[max(0, self.list.currentRow())]

    @property
    def wish(self) -> AgreementWish | None:
        """What was chosen; None while no place is named."""
        typed = self.line.text().strip()
        if not typed:
            return None
        path = Path(typed)
        with suppress(RuntimeError):  # "~somebody" who has no home is the name of a file
            path = path.expanduser()
        path = self._project.parent / path
        ending = self.format.ending
        return AgreementWish(
            format=self.format,
            out=path if path.suffix.lower() == ending else path.with_name(path.name + ending),
        )

    # ------------------------------------------------------------ layout

    def _fill(self) -> None:
        self.list.setAccessibleName(_("Format"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFixedWidth(230)
        for one in self._known.values():
            item = QListWidgetItem(one.title, self.list)
            item.setSizeHint(QSize(0, _ROW))
        self.preview.setAccessibleName(_("Preview"))
        self.preview.setOpenLinks(False)
        self.preview.setFrameShape(QFrame.Shape.NoFrame)
        self.line.setAccessibleName(_("Where to"))
        self.save.setText(_("Export now"))
        self.save.setProperty("kind", "primary")
        self.note.setVisible(bool(self.note.text()))

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(16, 16, 24, 0)
        right.setSpacing(8)
        right.addWidget(self.note)
        right.addWidget(self.sentence)
        right.addWidget(self.preview, 1)
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 16, 0, 0)
        upper.setSpacing(0)
        upper.addWidget(self.list)
        upper.addWidget(Hairline(Qt.Orientation.Vertical))
        upper.addLayout(right, 1)
        place = QGridLayout()
        place.setContentsMargins(24, 12, 24, 8)
        place.setHorizontalSpacing(8)
        place.setColumnStretch(1, 1)
        place.addWidget(label(_("Where to"), "section"), 0, 0)
        place.addWidget(self.warning, 0, 1, Qt.AlignmentFlag.AlignRight)
        place.addWidget(self.line, 1, 0, 1, 2)
        place.addWidget(self.browse, 1, 2)
        place.addWidget(label(_("The same from the command line"), "section"), 2, 0, 1, 3)
        place.addWidget(self.command, 3, 0, 1, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(Hairline())
        whole.addLayout(place)
        self._buttons.setContentsMargins(24, 4, 24, 16)
        whole.addWidget(self._buttons)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - _SPARE))

    # ------------------------------------------------------------ following

    def _listen(self) -> None:
        self.list.currentRowChanged.connect(self._show_format)
        self.line.textEdited.connect(self._take_typed)
        self.line.textChanged.connect(self._follow)
        self.browse.clicked.connect(self._browse)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show_format(self, _row: int) -> None:
        chosen = self.format
        self.sentence.setText(chosen.sentence)
        self.preview.setHtml(self._previews[chosen.key]())
        before = Path(self.line.text().strip())
        if self._own and before.name:
            self.line.setText(str(before.with_suffix(chosen.ending)))
        else:
            self.line.setText(str(self._usual(chosen)))
        self._follow()

    def _usual(self, chosen: AgreementFormat) -> Path:
        """Beside the project, called like it."""
        kinds = {UNITS: _("units"), ARTICLES: _("articles")}
        kind = kinds.get(chosen.option, _("agreement"))
        return self._project.with_name(f"{self._project.stem}-{kind}{chosen.ending}")

    def _take_typed(self, _typed: str) -> None:
        self._own = True

    def _browse(self) -> None:
        start = self.wish.out if self.wish else self._usual(self.format)
        found = ask_for_file(self, start, self.format.ending)
        if found:
            self._own = True
            self.line.setText(str(found))

    def _follow(self) -> None:
        wish = self.wish
        self.save.setEnabled(wish is not None)
        self.warning.setText(_("The file that is there is replaced.") if wish and is_there(wish.out) else "")
        self.command.show_command(quoted(self._command(wish)) if wish else "")


def quoted(words: Sequence[str]) -> str:
    """A command as the shell of this system takes it."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
