"""Asking what to export: a preset or a format, which records, in which parts, what beside, and where to."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from annotation.exporters import EXPORTERS
from annotation.i18n import _
from annotation.operations.sets import About, SetWish
from annotation.project.selection import ALL
from gui.dialogs.export_command import CommandLine, command_of
from gui.dialogs.export_describing import DescribingPage
from gui.dialogs.export_formats import FormatList
from gui.dialogs.export_parts import PartsPage
from gui.dialogs.export_place import ExportPlace
from gui.dialogs.export_presets import PresetBar
from gui.dialogs.export_preview import PreviewPage
from gui.dialogs.export_privacy import PrivacyPage
from gui.dialogs.export_records import RecordsPage
from gui.dialogs.export_wish import ExportMemory, ExportOutlook, ExportWish
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

_SIZE = (1040, 744)
_SPARE = 56
"""Room for what the system draws around the form, px."""
_PAUSE = 250
"""How long nothing must be changed before the preview is made anew, ms."""


class ExportDialog(QDialog):
    """One form; `wish` says what was chosen once it is accepted. `project` is the project's file.

    Emits `preview_wanted(ExportWish)` and `check_wanted(ExportWish)`, to be answered on its `preview`, and
    `check_unwanted`.
    """

    preview_wanted = Signal(object)
    check_wanted = Signal(object)
    check_unwanted = Signal()

    def __init__(
        self,
        outlook: ExportOutlook,
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
        self._is_showing = False
        self._previewed: SetWish | None = None
        self._base = SetWish()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.presets = PresetBar()
        self.formats = FormatList(self._plugs)
        self.heading = label("", "heading")
        self.sentence = label("", "muted", wrap=True)
        self.records = RecordsPage(outlook)
        self.parts = PartsPage(tuple(outlook.layers))
        self.privacy = PrivacyPage(project)
        self.about = DescribingPage()
        self.preview = PreviewPage()
        self.pages = QTabWidget()
        self.where = ExportPlace(project)
        self.command = CommandLine()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.save = self._buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(_("Export now"))
        self.save.setProperty("kind", "primary")
        self._lay_out()
        self._listen()
        self.show_wish(replace(self._memory.wish, annotator=whose))
        self.save.setDefault(True)  # of this form, so it must be in it by now
        self.formats.list.setFocus()

    @property
    def set(self) -> SetWish:
        """What is chosen but for the place."""
        wish = replace(self._base, format=self.formats.format, options=self.records.options.chosen)
        for page in (self.records, self.parts, self.privacy, self.about):
            wish = page.change(wish)
        return wish

    @property
    def wish(self) -> ExportWish:
        """What was chosen."""
        return ExportWish(
            set=self.set,
            out=self.where.out or self._project.parent,
            one_file=self.where.is_one_file,
            key=self.privacy.key,
        )

    def show_wish(self, wish: SetWish) -> None:
        """Show what is wished for, with the format's options as they were last where it does not say."""
        self._shown = ""  # nothing is remembered while half of it is shown
        self._is_showing = True
        for page in (self.records, self.parts, self.privacy, self.about):
            page.show_wish(wish)
        if wish.options:
            self._memory.options[wish.format] = dict(wish.options)
        self.formats.choose(wish.format)
        self._show_format(self.formats.format)
        self._is_showing = False
        self.presets.settle(self.set)

    def accept(self) -> None:
        """Keep what was chosen for the next time, and be done."""
        self._memory.wish = self.set
        super().accept()

    # ------------------------------------------------------------ layout

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setContentsMargins(16, 16, 0, 0)
        upper.setSpacing(16)
        upper.addWidget(self.formats)
        upper.addWidget(Hairline(Qt.Orientation.Vertical))
        upper.addLayout(self._lay_out_choices(), 1)
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
        for page, words in (
            (self.records, _("Records")),
            (self.parts, _("Parts")),
            (self.privacy, _("Names and texts")),
            (self.about, _("Description")),
            (self.preview, _("Preview")),
        ):
            self.pages.addTab(page, words)
        self.pages.setDocumentMode(True)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for part in (self.presets, self.presets.trouble, self.heading, self.sentence):
            part.setContentsMargins(8, 0, 16, 0)
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        return column

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
        self.presets.chosen.connect(self._take_preset)
        for page in (self.records, self.parts, self.privacy, self.about):
            page.changed.connect(self._follow)
        self.where.changed.connect(self._follow)
        self.pages.currentChanged.connect(self._follow_preview)
        self._pause.timeout.connect(self._ask_for_preview)
        self.preview.check_wanted.connect(self._ask_for_check)
        self.preview.stop_wanted.connect(self.check_unwanted)
        for keys, turn in (("Ctrl+Tab", self._turn_on), ("Ctrl+PgDown", self._turn_on),
                           ("Ctrl+Shift+Tab", self._turn_back), ("Ctrl+PgUp", self._turn_back)):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(turn)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def _turn_on(self) -> None:
        self.pages.setCurrentIndex((self.pages.currentIndex() + 1) % self.pages.count())

    def _turn_back(self) -> None:
        self.pages.setCurrentIndex((self.pages.currentIndex() - 1) % self.pages.count())

    def _take_preset(self, wish: SetWish) -> None:
        """Show a preset; who made the set stays as it is where the preset does not say it."""
        about = self.set.about if wish.about == About() else wish.about
        self.show_wish(replace(wish, about=about))

    def _show_format(self, name: str) -> None:
        """Show the options and the place of another format; what was chosen of this one is remembered."""
        plug = self._plugs[name]
        self._shown = ""  # nothing is remembered of a format that is half shown
        self.heading.setText(_(plug.label))
        self.sentence.setText(self.formats.sentence)
        self.records.options.set_options(plug.options, self._memory.options.get(name, {}))
        self.records.head.setVisible(bool(plug.options))
        self.where.set_format(name, plug.extension, one_file=self._memory.one_file.get(name, False))
        self._shown = name
        self.records.verticalScrollBar().setValue(0)
        self._follow()

    def _follow(self) -> None:
        """Remember, show the command, and let it be written only where something and a place is named."""
        if not self._shown:
            return
        self._memory.options[self._shown] = self.records.options.values
        self._memory.one_file[self._shown] = self.where.is_one_file
        self.command.show_command(command_of(self._project, self.wish) if self._is_complete else "")
        self.save.setEnabled(self._is_complete)
        if not self._is_showing:
            self.presets.follow(self.set)
        self._follow_preview()

    @property
    def _is_complete(self) -> bool:
        return self.where.out is not None and not self.records.is_empty and not self.parts.is_empty

    # ------------------------------------------------------------ preview

    def _follow_preview(self) -> None:
        """Have the preview made anew in a moment, where it is looked at and would look otherwise."""
        if self.pages.currentWidget() is self.preview and self._previewed != self._seen:
            self.check_unwanted.emit()
            self.preview.show_waiting()
            self._pause.start()

    @property
    def _seen(self) -> SetWish:
        """What of the wish can be seen in a preview, the form of the place included."""
        chosen = self.set
        form = {"form": "file"} if self.where.is_one_file else {}
        return replace(chosen, options={**chosen.options, **form})

    def _ask_for_preview(self) -> None:
        self._previewed = self._seen
        self.preview_wanted.emit(self.wish)

    def _ask_for_check(self) -> None:
        self.preview.begin_check()
        self.check_wanted.emit(self.wish)
