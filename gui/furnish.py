"""What the window is filled with: the session, the rooms and everything that acts, wired once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from annotation.errors import AnnotationError
from annotation.i18n import Message, _
from annotation.records import Article, Changes
from gui.detection import DetectionControl
from gui.drops import FileDrops
from gui.projects import Projects
from gui.rooms import Room, RoomSpec
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.transfers import Transfers
from gui.views.annotate import AnnotateRoom
from gui.views.corpus import CorpusRoom
from gui.views.review import ReviewRoom
from gui.views.welcome import WelcomePage


def furnish(shell: Shell, tasks: Tasks, project: Path | None = None) -> "Furniture":
    """Fill the window, and open `project` if one is named."""
    furniture = Furniture(shell, tasks)
    if project is not None:
        furniture.projects.open(project)
    return furniture


class Furniture(QObject):
    """Everything that acts in one window; it goes with the window."""

    def __init__(self, shell: Shell, tasks: Tasks) -> None:
        super().__init__(shell)
        self.shell = shell
        self.session = Session(tasks, shell.settings.annotator, self)
        self.projects = Projects(shell, self.session)
        self.transfers = Transfers(shell, self.session, self.projects)
        self.detection = DetectionControl(shell, self.session)
        self.drops = FileDrops(shell, self.transfers.import_, self.projects.open)
        self._has_articles = False
        self._wire()
        shell.set_rooms(self._rooms())
        shell.set_welcome(self._make_welcome)
        self._vouch()

    # ------------------------------------------------------------ rooms

    def _rooms(self) -> tuple[RoomSpec, ...]:
        rooms: tuple[tuple[str, Message, str, Callable[[], Room]], ...] = (
            ("corpus", Message("Corpus"), "library", self._make_corpus),
            ("annotate", Message("Annotate"), "highlighter", self._make_annotate),
            ("review", Message("Review"), "scale", self._make_review),
        )
        return tuple(
            RoomSpec(id=id_, title=title, icon=icon, factory=make) for id_, title, icon, make in rooms
        )

    def _make_welcome(self) -> WelcomePage:
        page = WelcomePage(self.shell.actions_table, self.shell.settings.recent_projects)
        page.recent_wanted.connect(self.projects.open)
        return page

    def _make_corpus(self) -> Room:
        room = CorpusRoom(self.session, self.shell.actions_table)
        room.article_wanted.connect(self.open_article)
        return room

    def _make_annotate(self) -> Room:
        room = AnnotateRoom(self.session, self.shell.actions_table, self.shell.settings)
        room.detection_wanted.connect(self._detect_one)
        return room

    def _make_review(self) -> Room:
        room = ReviewRoom(self.session, self.shell.actions_table)
        room.gold_wanted.connect(self.transfers.ask_for_export)
        return room

    def open_article(self, article: str) -> None:
        """Show an article in the Annotate room."""
        self.shell.enter("annotate")
        room = self.shell.rooms.room
        if isinstance(room, AnnotateRoom):
            room.open_article(article)

    def _detect_one(self, article: str) -> None:
        self.detection.detect([article])

    # ------------------------------------------------------------ what is true, and who hears of it

    def _wire(self) -> None:
        session, table = self.session, self.shell.actions_table
        session.opened.connect(self._count)
        session.closed.connect(self._vouch)
        session.changed.connect(self._follow)
        session.annotator_changed.connect(self._remember_annotator)
        session.failed.connect(self._complain)
        self.transfers.imported.connect(self.detection.detect)
        self.shell.closing.connect(session.close)
        stack = session.undo_stack
        table.connect_to("edit.undo", stack.undo)
        table.connect_to("edit.redo", stack.redo)
        stack.indexChanged.connect(self._vouch)

    def _vouch(self, *_ignored: object) -> None:
        """Tell the actions what holds now, and the bottom bar what to say."""
        stack = self.session.undo_stack
        self.shell.set_conditions("session", self._conditions())
        undo, redo = stack.undoText(), stack.redoText()
        table = self.shell.actions_table
        table.set_text("edit.undo", _("Undo: {act}", act=undo) if undo else "")
        table.set_text("edit.redo", _("Redo: {act}", act=redo) if redo else "")
        self._say_who()

    def _count(self) -> None:
        self._has_articles = self.session.read(lambda reader: reader.count_articles()) > 0
        self._vouch()

    def _say_who(self) -> None:
        words = (self.session.annotator.name,) if self.session.annotator else ()
        self.shell.set_words(*words, saved=self.session.saved_at)

    def _conditions(self) -> set[str]:
        session, stack = self.session, self.session.undo_stack
        if not session.is_open:
            return {"can-import"}
        holds = {
            "project-open": True,
            "writable": session.writable,
            "can-import": session.writable,
            "articles": self._has_articles,
            "can-undo": stack.canUndo(),
            "can-redo": stack.canRedo(),
        }
        return {name for name, true in holds.items() if true}

    def _follow(self, changes: Changes) -> None:
        if any(changes.of(Article)):
            self._count()
        else:
            self._say_who()

    def _remember_annotator(self) -> None:
        self.shell.settings.annotator = self.session.annotator_name
        self._vouch()

    def _complain(self, error: Exception) -> None:
        if isinstance(error, AnnotationError):
            self.shell.messages.show_notice("failed", str(error), "danger")
