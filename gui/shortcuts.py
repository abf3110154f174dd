"""Keys that a person changed: kept in settings, in force in the window, read from and written to files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from gui.actions.keymap import Keys, KeysError, from_settings, from_toml, to_settings, to_toml
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.shell import Shell


class ShortcutChoice(QObject):
    """Lets a person give actions of the window other keys. Emits `changed` when they did."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self.dialog: ShortcutsDialog | None = None
        self.restore()
        shell.actions_table.connect_to("help.shortcuts", self.open)

    def restore(self) -> None:
        """Let the keys of the settings hold."""
        self._shell.actions_table.set_keys(from_settings(self._shell.settings.shortcuts))

    def open(self) -> None:
        """Open the dialog."""
        dialog = self.dialog = ShortcutsDialog(self._shell.actions_table, self._shell)
        dialog.chosen.connect(self.use)
        dialog.importing.connect(self._ask_to_read)
        dialog.exporting.connect(self._ask_to_write)
        dialog.finished.connect(self._closed)
        dialog.open()

    def use(self, keys: Keys) -> None:
        """Let these be the keys that differ from the table, now and at the next start."""
        self._shell.settings.shortcuts = to_settings(keys)
        self.restore()
        self.changed.emit()

    def read(self, path: Path) -> str:
        """Use the keys in a file, and say what came of it. Raises KeysError."""
        try:
            found = from_toml(path.read_text("utf-8"), self._shell.actions_table)
        except (OSError, UnicodeDecodeError) as error:
            raise KeysError("“{path}” cannot be read ({reason}).", path=path, reason=error) from error
        self.use(found.keys)
        left = len(found.unknown) + len(found.refused)
        said = ngettext("One action has other keys now.", "{n} actions have other keys now.", len(found.keys))
        if left:
            said += " " + ngettext("One entry was left out.", "{n} entries were left out.", left)
        return said

    def write(self, path: Path) -> None:
        """Write the keys of all actions to a file. Raises KeysError."""
        try:
            path.write_text(to_toml(self._shell.actions_table), "utf-8")
        except OSError as error:
            raise KeysError("“{path}” cannot be written ({reason}).", path=path, reason=error) from error

    def _ask_to_read(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self.dialog, _("Read keys"), "", _filters())
        if name:
            self._try(lambda: self.read(Path(name)))

    def _ask_to_write(self) -> None:
        name, _filter = QFileDialog.getSaveFileName(
            self.dialog, _("Write keys"), "selon-keys.toml", _filters()
        )
        if name:
            self._try(lambda: self._write_and_say(Path(name)))

    def _write_and_say(self, path: Path) -> str:
        self.write(path)
        return _("The keys are in {path}.", path=path)

    def _try(self, act: Callable[[], str]) -> None:
        """Do it, and say in the dialog what came of it."""
        try:
            said = act()
        except AnnotationError as error:
            said = str(error)
        if self.dialog is not None:
            self.dialog.tell(said)

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _filters() -> str:
    return f"{_('Keys')} (*.toml);;{_('All files')} (*)"
