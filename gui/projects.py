"""Opening, making and closing projects: what the Project menu and the welcome page do."""

from functools import partial
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QObject

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations.sample import create_sample_project
from annotation.project import Project, ProjectLocked, open_project
from gui.actions import Item
from gui.dialogs import files
from gui.session import Session
from gui.shell import Shell

_NOTICE = "project"


class Projects(QObject):
    """Handles the actions of the Project menu that open and close."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        table = shell.actions_table
        table.connect_to("project.new", self.make_new)
        table.connect_to("project.open", self.choose)
        table.connect_to("project.open-read-only", partial(self.choose, read_only=True))
        table.connect_to("project.sample", self.open_sample)
        table.connect_to("project.close", session.close)
        session.opened.connect(self._opened)
        session.closed.connect(self._closed)
        shell.language_changed.connect(self._fill_recent)
        self._fill_recent()

    def choose(self, *, read_only: bool = False) -> None:
        """Ask which project, and open it."""
        path = files.ask_for_project(self._shell)
        if path:
            self.open(path, read_only=read_only)

    def make_new(self) -> bool:
        """Ask where, and make a new project there; whether somewhere was chosen."""
        path = files.ask_for_new_project(self._shell)
        if path:
            self._shell.messages.dismiss(_NOTICE)
            self._session.create(path, on_error=self._refused)
        return path is not None

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project; where another program has it, offer to open it read-only."""
        self._shell.messages.dismiss(_NOTICE)
        self._session.open(path, read_only=read_only, on_error=partial(self._failed, path))

    def open_sample(self) -> None:
        """Open the person's copy of the sample, made from the bundled files the first time."""
        path = user_documents_path() / "Selon" / _("Sample.selon")
        self._shell.messages.dismiss(_NOTICE)
        self._session.take(partial(_open_or_make, path), on_error=partial(self._failed, path))

    def _opened(self) -> None:
        path = self._session.path
        self._shell.settings.remember_project(path)
        self._shell.set_title(path.stem)
        self._fill_recent()
        if not self._session.writable:
            self._shell.messages.show_notice(
                _NOTICE, _("Open read-only: you can look at everything and change nothing."), "info"
            )

    def _closed(self) -> None:
        self._shell.set_title("")
        self._shell.messages.dismiss(_NOTICE)

    def _failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, ProjectLocked):
            self._shell.messages.show_notice(
                _NOTICE, str(error), "warning", _("Open read-only"), partial(self.open, path, read_only=True)
            )
            return
        if not path.exists():
            self._shell.settings.forget_project(path)
            self._fill_recent()
        self._refused(error)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self._shell.messages.show_notice(_NOTICE, str(error), "danger")

    def _fill_recent(self) -> None:
        recent = [Path(name) for name in self._shell.settings.recent_projects]
        items = [Item(key=str(path), text=path.stem, tip=str(path)) for path in recent]
        self._shell.actions_table.fill("project.recent", items, lambda key: self.open(Path(key)))


def _open_or_make(path: Path) -> Project:
    if path.exists():
        return open_project(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return create_sample_project(path)
