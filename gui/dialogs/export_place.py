"""Where an export is written to: a folder, or one file where the format can be one."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from annotation.i18n import _
from gui.dialogs.files import ask_for_file, ask_for_folder, is_there
from gui.widgets.button import button
from gui.widgets.label import label


class ExportPlace(QWidget):
    """Folder or one file, the line with its path, and a way to look for it.

    Until a person names a place it is beside the project and follows the format. Emits `changed`.
    """

    changed = Signal()

    def __init__(self, project: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._format, self._ending = "", ""
        self._own = False
        self.folder = QRadioButton(_("Folder"))
        self.file = QRadioButton(_("One file"))
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Where to"))
        self.browse = button(_("Browse…"))
        self.warning = label("", "small")
        forms = QButtonGroup(self)
        forms.addButton(self.folder)
        forms.addButton(self.file)
        self.folder.setChecked(True)
        self._lay_out()
        self.folder.toggled.connect(self._change_form)
        self.line.textEdited.connect(self._take_typed)
        self.line.textChanged.connect(self._follow)
        self.browse.clicked.connect(self._browse)

    @property
    def out(self) -> Path | None:
        """The place that is named, or None; a relative one is meant from the project's folder on.

        One file has the ending of the format, typed or not.
        """
        typed = self.line.text().strip()
        if not typed:
            return None
        path = Path(typed)
        with suppress(RuntimeError):  # "~somebody" who has no home is the name of a file
            path = path.expanduser()
        path = self._project.parent / path
        return self._with_ending(path) if self.file.isChecked() else path

    @property
    def is_one_file(self) -> bool:
        """Whether one file is written, not a folder of them."""
        return self.file.isChecked()

    def set_format(self, name: str, ending: str, *, one_file: bool) -> None:
        """Follow the format: `ending` is that of its one file, "" where it writes folders only."""
        before, self._format, self._ending = self._ending, name, ending
        self.file.setEnabled(bool(ending))
        self.file.setText(_("One file ({ending})", ending=ending) if ending else _("One file"))
        with QSignalBlocker(self.folder), QSignalBlocker(self.file):
            (self.file if one_file and ending else self.folder).setChecked(True)
        self._rename(before)

    def _lay_out(self) -> None:
        policy = self.warning.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing jumps when it is said
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.warning.setSizePolicy(policy)
        forms = QHBoxLayout()
        forms.setSpacing(16)
        forms.addWidget(self.folder)
        forms.addWidget(self.file)
        forms.addWidget(self.warning, 1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addLayout(forms, 0, 0, 1, 2)
        grid.addWidget(self.line, 1, 0)
        grid.addWidget(self.browse, 1, 1)

    def _take_typed(self, typed: str) -> None:
        """A place of one's own; a name with the format's ending is one file."""
        self._own = True
        if self._ending and typed.strip().lower().endswith(self._ending):
            with QSignalBlocker(self.folder):
                self.file.setChecked(True)
            self._follow()

    def _change_form(self) -> None:
        self._rename(self._ending)

    def _rename(self, before: str) -> None:
        """Have the place fit the format and the form; `before` is the ending that it may have now."""
        if not self._own:
            name = self._usual_name()
        else:
            typed = self.line.text().strip()
            name = typed[: -len(before)] if before and typed.lower().endswith(before) else typed
            name += self._ending if name and self.file.isChecked() else ""
        self.line.setText(name)
        self._follow()

    def _usual_name(self) -> str:
        """Beside the project, called like it and the format."""
        stem = self._project.stem
        if not self.file.isChecked():
            return str(self._project.parent / f"{stem}-{self._format}")
        name = stem if self._ending == f".{self._format}" else f"{stem}-{self._format}"
        return str(self._project.parent / f"{name}{self._ending}")

    def _with_ending(self, path: Path) -> Path:
        return path if path.suffix.lower() == self._ending else path.with_name(path.name + self._ending)

    def _browse(self) -> None:
        start = self.out or self._project.parent
        if self.file.isChecked():
            found = ask_for_file(self, start, self._ending)
        else:
            found = ask_for_folder(self, start.parent)
        if found:
            self._own = True
            self.line.setText(str(self._with_ending(found) if self.file.isChecked() else found))

    def _follow(self) -> None:
        out = self.out
        self.warning.setText(_("The file that is there is replaced.") if self.file.isChecked() else
                             _("What an earlier export wrote there is replaced."))  # fmt: skip
        self.warning.setVisible(out is not None and is_there(out))
        self.changed.emit()
