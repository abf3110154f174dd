"""Asking for files: which project, which articles, where to write."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from annotation.i18n import _
from annotation.importers import IMPORTERS

SUFFIX = ".selon"


def is_there(path: Path) -> bool:
    """Whether something is at `path`; what may not be looked at counts as not there."""
    try:
        return path.exists()
    except OSError:
        return False


def is_project(path: Path) -> bool:
    """Whether a file is a project by its name."""
    return path.suffix.lower() == SUFFIX


def files_in(dragged: QMimeData) -> list[Path]:
    """The files and folders of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]


def ask_for_project(parent: QWidget) -> Path | None:
    """The project to open, or None."""
    name, _filter = QFileDialog.getOpenFileName(parent, _("Open a project"), "", _project_filter())
    return Path(name) if name else None


def ask_for_new_project(parent: QWidget) -> Path | None:
    """Where the new project is to be, its ending added, or None."""
    name, _filter = QFileDialog.getSaveFileName(
        parent,
        _("New project"),
        _("Project") + SUFFIX,
        _project_filter(),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    if not name:
        return None
    path = Path(name)
    return path if is_project(path) else path.with_name(path.name + SUFFIX)


def ask_for_articles(parent: QWidget) -> list[Path]:
    """The files to import; [] for none."""
    endings = " ".join(f"*{ending}" for plug in IMPORTERS.all().values() for ending in plug.extensions)
    filters = f"{_('Articles')} ({endings});;{_('All files')} (*)"
    names, _filter = QFileDialog.getOpenFileNames(parent, _("Import articles"), "", filters)
    return [Path(name) for name in names]


def ask_for_packages(parent: QWidget) -> list[Path]:
    """The packages to collect; [] for none."""
    names, _filter = QFileDialog.getOpenFileNames(parent, _("Collect packages"), "", _project_filter())
    return [Path(name) for name in names]


def ask_for_table(parent: QWidget) -> Path | None:
    """A table in CSV to read, or None."""
    filters = f"{_('Tables')} (*.csv);;{_('All files')} (*)"
    name, _filter = QFileDialog.getOpenFileName(parent, _("Import names"), "", filters)
    return Path(name) if name else None


def ask_for_codebook(parent: QWidget) -> Path | None:
    """The codebook to import, or None."""
    name, _filter = QFileDialog.getOpenFileName(parent, _("Import a codebook"), "", _codebook_filter())
    return Path(name) if name else None


def ask_for_codebook_target(parent: QWidget, project: Path) -> Path | None:
    """Where the codebook of a project is to be written, its ending added, or None."""
    start = str(project.with_name(f"{project.stem}-codebook.toml"))
    name, _filter = QFileDialog.getSaveFileName(parent, _("Export the codebook"), start, _codebook_filter())
    if not name:
        return None
    path = Path(name)
    return path if path.suffix else path.with_suffix(".toml")


def ask_for_folder(parent: QWidget, start: Path) -> Path | None:
    """A folder to write to, or None."""
    name = QFileDialog.getExistingDirectory(parent, _("Choose a folder"), str(start))
    return Path(name) if name else None


def ask_for_file(parent: QWidget, start: Path, ending: str) -> Path | None:
    """A file with this ending to write to, or None; whether it is replaced is asked by the caller."""
    name, _filter = QFileDialog.getSaveFileName(
        parent,
        _("Choose a file"),
        str(start),
        f"*{ending} (*{ending});;{_('All files')} (*)",
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return Path(name) if name else None


def ask_for_new_file(parent: QWidget, start: Path, ending: str) -> Path | None:
    """Where a new file with this ending is to be, its ending added, or None; asks before one is replaced."""
    kinds = f"*{ending} (*{ending})"
    name, _filter = QFileDialog.getSaveFileName(parent, _("Choose a file"), str(start), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == ending:
        return path
    path = path.with_name(path.name + ending)
    return path if not is_there(path) or _may_replace(parent, path) else None


def _may_replace(parent: QWidget, path: Path) -> bool:
    """Whether a person lets a file be replaced whose ending they did not type, so that nobody asked yet."""
    question = _("“{name}” is there already. Replace it?", name=path.name)
    return QMessageBox.question(parent, _("Choose a file"), question) == QMessageBox.StandardButton.Yes


def _project_filter() -> str:
    return f"{_('Selon projects')} (*{SUFFIX});;{_('All files')} (*)"


def _codebook_filter() -> str:
    return f"{_('Codebooks')} (*.toml);;{_('All files')} (*)"
