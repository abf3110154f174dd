"""Opening, making and closing projects: what the Project menu and the welcome page do."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count, takewhile
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QObject, Signal

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations import Assign
from annotation.operations.sample import create_sample_project
from annotation.project import Project, ProjectError, ProjectLocked, open_project
from gui.actions import Item
from gui.dialogs import files
from gui.session import Session
from gui.shell import Shell
from gui.widgets.activity import Activity

_NOTICE = "project"
Then = Callable[[], object]


class Projects(QObject):
    """Handles the actions of the Project menu that open and close.

    Emits `recent_changed` when other projects were opened lately than before, and `sample_made` when the
    sample was made anew and is open.
    """

    recent_changed = Signal()
    sample_made = Signal()

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._activity: Activity | None = None
        table = shell.actions_table
        table.connect_to("project.new", self.make_new)
        table.connect_to("project.open", self.choose)
        table.connect_to("project.open-read-only", partial(self.choose, read_only=True))
        table.connect_to("project.sample", self.open_sample)
        table.connect_to("project.close", session.close)
        session.opening.connect(self._show_opening)
        session.opened.connect(self.take_up)
        session.closed.connect(self._closed)
        shell.retranslated.connect(self._name_window)
        self._fill_recent()

    # ------------------------------------------------------------ what people ask for

    def choose(self, *, read_only: bool = False) -> None:
        """Ask which project, and open it."""
        path = files.ask_for_project(self._shell)
        if path:
            self.open(path, read_only=read_only)

    def make_new(self, then: Then | None = None) -> None:
        """Ask where, make a new project there, and call `then` when it is open."""
        path = files.ask_for_new_project(self._shell)
        if path:
            self._shell.messages.dismiss(_NOTICE)
            self._session.create(path, on_error=self._refuse, then=then)

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a project; where another program has it, offer to open it read-only."""
        self._shell.messages.dismiss(_NOTICE)
        self._session.open(path, read_only=read_only, on_error=partial(self._failed, path))

    def open_sample(self) -> None:
        """Open the person's copy of the sample, made from the bundled files the first time."""
        made = list(takewhile(files.is_there, _sample_paths()))
        if made:
            self._shell.messages.dismiss(_NOTICE)
            self._session.open(made[-1], on_error=partial(self._sample_failed, made[-1]))
        else:
            self._make_sample(next(_sample_paths()))

    # ------------------------------------------------------------ the sample

    def _make_sample(self, path: Path) -> None:
        self._shell.messages.dismiss(_NOTICE)
        self._session.take(path, partial(_make_sample, path), self._refuse, self._begin_sample)

    def _begin_sample(self) -> None:
        """Put all its articles into the visitor's queue: the sample's own people have taken them."""
        articles = self._session.read(lambda reader: reader.article_ids())
        me = self._session.me
        self._session.apply(Assign(articles=articles, annotator=me, actor=me), undoable=False)
        self.sample_made.emit()

    def _sample_failed(self, path: Path, error: Exception) -> None:
        """Somebody's copy cannot be opened: offer what can be done."""
        if isinstance(error, ProjectLocked) or not isinstance(error, AnnotationError):
            self._failed(path, error)
            return
        free = next(other for other in _sample_paths() if not files.is_there(other))
        again = partial(self._make_sample, free)
        self._shell.messages.show_notice(_NOTICE, str(error), "danger", _("Make the sample anew"), again)

    # ------------------------------------------------------------ what comes of it

    def _show_opening(self, on_its_way: bool) -> None:
        if on_its_way and self._activity is None:
            self._activity = self._shell.begin_activity(_("Opening the project"))
            self._activity.cancelled.connect(self._session.give_up)
        elif not on_its_way and self._activity is not None:
            self._activity.finish()
            self._activity = None

    def take_up(self) -> None:
        """The project is open: be the window on it."""
        self._shell.settings.remember_project(self._session.path)
        self._fill_recent()
        self._name_window()
        if not self._session.writable:
            self._shell.messages.show_notice(
                _NOTICE, _("Open read-only: you can look at everything and change nothing."), "info"
            )

    def _closed(self) -> None:
        self._shell.messages.dismiss(_NOTICE)
        self._name_window()

    def _name_window(self) -> None:
        if not self._session.is_open:
            self._shell.set_title("")
            return
        name = self._session.path.stem
        self._shell.set_title(name if self._session.writable else _("{project} (read-only)", project=name))

    def _failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, ProjectLocked):
            self._shell.messages.show_notice(
                _NOTICE, str(error), "warning", _("Open read-only"), partial(self.open, path, read_only=True)
            )
        elif isinstance(error, AnnotationError) and self._is_gone(path):
            forget = partial(self._forget, path)
            self._shell.messages.show_notice(_NOTICE, str(error), "danger", _("Take it off the list"), forget)
        else:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self._shell.messages.show_notice(_NOTICE, str(error), "danger")

    # ------------------------------------------------------------ recent projects

    def _is_gone(self, path: Path) -> bool:
        return str(path.absolute()) in self._shell.settings.recent_projects and not files.is_there(path)

    def _forget(self, path: Path) -> None:
        self._shell.settings.forget_project(path)
        self._fill_recent()

    def _fill_recent(self) -> None:
        recent = [Path(name) for name in self._shell.settings.recent_projects]
        names = [path.stem for path in recent]
        items = [
            Item(key=str(path), text=_menu_text(path, names.count(path.stem) > 1), tip=str(path))
            for path in recent
        ]
        self._shell.actions_table.fill("project.recent", items, lambda key: self.open(Path(key)))
        self.recent_changed.emit()


def _menu_text(path: Path, told_apart: bool) -> str:
    """A project's name as a menu shows it, with its folder where another one has the same name."""
    name = f"{path.stem} — {path.parent.name}" if told_apart else path.stem
    return name.replace("&", "&&")


def _sample_paths() -> Iterator[Path]:
    """Where copies of the sample go: the first one, and those made anew after one was damaged."""
    first = user_documents_path() / "Selon" / _("Sample.selon")
    yield first
    yield from (first.with_name(f"{first.stem} {number}{first.suffix}") for number in count(2))


def _make_sample(path: Path) -> Project:
    """The sample made at `path`; opened, if it was made there in the meantime. Raises ProjectError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(
            "The folder “{folder}” for the sample cannot be made ({reason}): make a new project elsewhere.",
            folder=path.parent, reason=error.strerror or error,
        ) from error  # fmt: skip
    return open_project(path) if path.exists() else create_sample_project(path)
