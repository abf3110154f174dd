"""Asking what to export: the format and its options, whose annotations, in which state, and where to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotation.exporters import EXPORTERS
from annotation.i18n import _
from annotation.project.selection import ALL, Selection
from annotation.records import GOLD, Annotator, Status
from gui.dialogs.export_command import CommandLine, command_words
from gui.dialogs.export_formats import FormatList
from gui.dialogs.export_options import LABELS, CalmBox, OptionRows
from gui.dialogs.export_place import ExportPlace
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

_USUAL = "jsonl"
"""The format that is chosen to begin with: it loses nothing."""
_SIZE = (940, 680)
_SPARE = 56
"""Room for what the system draws around the form, px."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What is to be written where; `options` are those of the format that are not as usual."""

    format: str
    selection: Selection
    out: Path
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class ExportMemory:
    """What was chosen last, until the program ends: the format, and of each one its options and form."""

    format: str = _USUAL
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    one_file: dict[str, bool] = field(default_factory=dict)


def status_words(status: Status) -> str:
    """A status in the user's language."""
    return {
        Status.SUGGESTED: _("Suggestions that nobody decided about"),
        Status.ACCEPTED: _("Accepted"),
        Status.EDITED: _("Corrected"),
        Status.REJECTED: _("Rejected"),
    }[status]


class ExportDialog(QDialog):
    """One form; `wish` says what was chosen once it is accepted. `project` is the project's file."""

    def __init__(
        self,
        people: Sequence[Annotator],
        project: Path,
        parent: QWidget | None = None,
        *,
        whose: str = ALL,
        memory: ExportMemory | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._plugs = EXPORTERS.all()
        self._project = project
        self._memory = memory or ExportMemory()
        self._shown = ""
        self.formats = FormatList(self._plugs)
        self.heading = label("", "heading")
        self.sentence = label("", "muted", wrap=True)
        self.whose = CalmBox()
        self.statuses = {status: QCheckBox(status_words(status)) for status in Status}
        self.options = OptionRows()
        self.where = ExportPlace(project)
        self.place = self.where.line
        self.command = CommandLine()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        self._fill(people, whose)
        self._lay_out()
        self._listen()
        self.formats.choose(self._memory.format)
        self.save.setDefault(True)  # of this form, so it must be in it by now
        self.formats.list.setFocus()

    @property
    def wish(self) -> ExportWish:
        """What was chosen."""
        chosen = frozenset(status for status, box in self.statuses.items() if box.isChecked())
        return ExportWish(
            format=self.formats.format,
            selection=Selection(annotator=str(self.whose.currentData()), statuses=chosen),
            out=self.where.out or self._project.parent,
            options=self.options.chosen,
        )

    def accept(self) -> None:
        """Keep the format for the next time, and be done."""
        self._memory.format = self.formats.format
        super().accept()

    # ------------------------------------------------------------ layout

    def _fill(self, people: Sequence[Annotator], whose: str) -> None:
        self.whose.setAccessibleName(_("Annotations"))
        self.whose.addItem(_("Everybody’s annotations"), ALL)
        self.whose.addItem(_("The gold set"), GOLD.name)
        for person in people:
            self.whose.addItem(_("Only {name}’s", name=person.name), person.name)
        self.whose.setCurrentIndex(max(0, self.whose.findData(whose)))
        for status, box in self.statuses.items():
            box.setChecked(status in (Status.ACCEPTED, Status.EDITED))
        self.save.setText(_("Export now"))
        self.save.setProperty("kind", "primary")

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 16, 0, 0)
        upper.setSpacing(16)
        upper.addWidget(self.formats)
        upper.addWidget(Hairline(Qt.Orientation.Vertical))
        upper.addWidget(self._scrolling(self._lay_out_choices()), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(Hairline())
        whole.addLayout(self._lay_out_ends())
        self._buttons.setContentsMargins(24, 4, 24, 16)
        whole.addWidget(self._buttons)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - _SPARE))

    def _lay_out_choices(self) -> QLayout:
        states = QVBoxLayout()
        states.setSpacing(2)
        for box in self.statuses.values():
            states.addWidget(box)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        for words, part in ((_("Annotations"), self.whose), (_("In which state"), states)):
            name = label(words)
            name.setFixedWidth(LABELS)
            form.addRow(name, part)
        self._options_head = label(_("Options of this format"), "section")
        column = QVBoxLayout()
        column.setContentsMargins(8, 4, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addLayout(form)
        column.addWidget(self._options_head)
        column.addWidget(self.options)
        column.addStretch()
        return column

    def _scrolling(self, inside: QLayout) -> QWidget:
        """What scrolls where the form is low: formats may have many options, and the form stays as it is."""
        content = QWidget()
        content.setObjectName("content")
        content.setLayout(inside)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        return self.area

    def _lay_out_ends(self) -> QLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 12, 24, 8)
        column.setSpacing(6)
        column.addWidget(label(_("Where to"), "section"))
        column.addWidget(self.where)
        column.addSpacing(6)
        column.addWidget(label(_("The same from the command line"), "section"))
        column.addWidget(self.command)
        return column

    # ------------------------------------------------------------ following

    def _listen(self) -> None:
        self.formats.chosen.connect(self._show_format)
        self.whose.currentIndexChanged.connect(self._follow)
        for box in self.statuses.values():
            box.toggled.connect(self._follow)
        self.options.changed.connect(self._follow)
        self.where.changed.connect(self._follow)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _show_format(self, name: str) -> None:
        """Show the options and the place of another format; what was chosen of this one is remembered."""
        plug = self._plugs[name]
        self._shown = ""  # nothing is remembered of a format that is half shown
        self.heading.setText(_(plug.label))
        self.sentence.setText(self.formats.sentence)
        self.options.set_options(plug.options, self._memory.options.get(name, {}))
        self._options_head.setVisible(bool(plug.options))
        self.where.set_format(name, plug.extension, one_file=self._memory.one_file.get(name, False))
        self._shown = name
        self.area.verticalScrollBar().setValue(0)
        self._follow()

    def _follow(self) -> None:
        """Remember, show the command, and let it be written only where something and a place is named."""
        if not self._shown:
            return
        self._memory.options[self._shown] = self.options.values
        self._memory.one_file[self._shown] = self.where.is_one_file
        wish = self.wish
        complete = self.where.out is not None and bool(wish.selection.statuses)
        self.command.show_command(
            command_words(self._project, wish.format, wish.out, wish.selection, wish.options)
            if complete
            else ""
        )
        self.save.setEnabled(complete)
