"""Choosing a preset of an export, and keeping one's own."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QMessageBox, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations.sets import SetWish
from annotation.operations.sets.presets import (
    Preset,
    all_presets,
    remove_preset,
    rename_preset,
    save_preset,
)
from gui.dialogs.export_options import CalmBox
from gui.dialogs.wording import WordingDialog
from gui.widgets.button import button
from gui.widgets.label import label


class PresetBar(QWidget):
    """A list of presets and a menu. Emits `chosen(SetWish)`; `wish` is what would be saved."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wish = SetWish()
        self.trouble = label("", "danger", wrap=True)
        self.trouble.hide()
        self.box = CalmBox()
        self.box.setAccessibleName(_("Preset"))
        self.more = button(_("Presets"))
        menu = QMenu(self.more)
        self.saving = menu.addAction(_("Save as a preset…"))
        self.renaming = menu.addAction(_("Rename the preset…"))
        self.removing = menu.addAction(_("Remove the preset…"))
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        name = label(_("Preset"))
        name.setBuddy(self.box)
        row.addWidget(name)
        row.addWidget(self.box, 1)
        row.addWidget(self.more)
        self._settled: SetWish | None = None
        self._refresh()
        self.box.currentIndexChanged.connect(self._tell)
        self.saving.triggered.connect(self._save)
        self.renaming.triggered.connect(self._rename)
        self.removing.triggered.connect(self._remove)

    @property
    def preset(self) -> Preset | None:
        """The chosen one."""
        return self.box.currentData()  # type: ignore[no-any-return]  # what was put in

    def settle(self, wish: SetWish) -> None:
        """Hear what the form has made of the preset."""
        self.wish = self._settled = wish

    def follow(self, wish: SetWish) -> None:
        """Hear what is wished for now; a preset that says something else is no longer the chosen one."""
        self.wish = wish
        if self.preset is not None and wish != self._settled:
            with QSignalBlocker(self.box):
                self.box.setCurrentIndex(0)
        self._enable()

    def _refresh(self, title: str = "") -> None:
        """Read the presets anew, and choose the own one with a title."""
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(_("As chosen below"), None)
            for one in all_presets():
                self.box.addItem(one.name, one)
                if one.explanation:
                    self.box.setItemData(self.box.count() - 1, one.explanation, 3)
                if not one.id and one.title == title:
                    self.box.setCurrentIndex(self.box.count() - 1)
        self._enable()

    def _enable(self) -> None:
        own = self.preset is not None and not self.preset.id
        self.renaming.setEnabled(own)
        self.removing.setEnabled(own)

    def _tell(self) -> None:
        self._enable()
        if self.preset is not None:
            self.chosen.emit(self.preset.wish)

    # ------------------------------------------------------------ own ones

    def _ask(self, title: str, text: str = "") -> str:
        asked = WordingDialog(title, _("The name of the preset:"), self.window(), text=text)
        return asked.text if asked.exec() else ""

    def _save(self) -> None:
        own = self.preset.title if self.preset and not self.preset.id else ""
        if name := self._ask(_("Save as a preset"), own):
            self._do(lambda: self._refresh(save_preset(name, self.wish).title))
            self.settle(self.wish)

    def _rename(self) -> None:
        preset = self.preset
        if preset is not None and (name := self._ask(_("Rename the preset"), preset.title)):
            self._do(lambda: rename_preset(preset.title, name))
            self._refresh(" ".join(name.split()))
            self.settle(self.wish)

    def _remove(self) -> None:
        preset = self.preset
        question = _("Remove the preset “{name}”?", name=preset.title if preset else "")
        yes = QMessageBox.StandardButton.Yes
        if preset is not None and QMessageBox.question(self, _("Presets"), question) == yes:
            self._do(lambda: remove_preset(preset.title))
            self._refresh()

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except AnnotationError as error:
            self.trouble.setText(str(error))
            self.trouble.show()
        else:
            self.trouble.hide()
