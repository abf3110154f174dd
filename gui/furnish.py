"""What the window is filled with: the session, the rooms and everything that acts, wired once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from annotation.errors import AnnotationError
from annotation.i18n import Message, _
from annotation.records import Article, Changes, Span
from gui.annotators import AnnotatorChoice
from gui.blinding import BlindingControl
from gui.codebook import CodebookControl
from gui.corpus_control import CorpusControl
from gui.detection import part_words
from gui.detection_choice import Around, DetectionChoice
from gui.dialogs.files import ask_for_project, is_there
from gui.drops import FileDrops
from gui.history_panel import HistoryPanel
from gui.imports import Imports
from gui.packages import PackageControl
from gui.projects import Projects
from gui.record_opening import RecordOpening
from gui.rooms import Room, RoomSpec
from gui.shell import Shell
from gui.shortcuts import ShortcutChoice
from gui.tasks import Tasks
from gui.tour import Tour
from gui.training import TrainingControl
from gui.transfers import Transfers
from gui.views.agreement.exporting import AgreementExport
from gui.views.agreement.room import AgreementRoom
from gui.views.annotate import AnnotateRoom
from gui.views.article_keys import article_keys
from gui.views.boards.room import BoardsRoom
from gui.views.boards.scope import Here
from gui.views.corpus import CorpusRoom
from gui.views.review.room import ReviewRoom
from gui.views.welcome import WelcomePage
from gui.windows import Windows, bring, start_apart

_FAILED, _DONE = "failed", "done"
_ZOOMS = {"in": 0.1, "out": -0.1, "reset": 0.0}
_SMALLEST, _LARGEST = 0.6, 3.0
_OPEN = frozenset({"project-open"})
_CLOSED = dict.fromkeys(("review", "agreement"), _OPEN | {"sighted"})
"""The rooms that show everybody's work: not for annotators while work is double-blind."""


def furnish(shell: Shell, tasks: Tasks, project: Path | None = None) -> "Furniture":
    """Fill the window, and open `project` if one is named."""
    furniture = Furniture(shell, tasks)
    if project is not None:
        furniture.projects.open(project)
    return furniture


class Furniture(QObject):
    """Everything that acts in one window; it goes with the window."""

    def __init__(self, shell: Shell, tasks: Tasks, windows: Windows | None = None) -> None:
        """Fill `shell`: the first window, or one more of `windows`."""
        super().__init__(shell)
        self.shell = shell
        self.windows = windows or Windows(tasks, shell.settings)
        self.session, self.detection = self.windows.session, self.windows.detection
        self.projects = Projects(shell, self.session)
        self.imports = Imports(shell, self.session, self.projects)
        self.transfers = Transfers(shell, self.session)
        self.detecting = DetectionChoice(shell, self.session, self.detection, self._around)
        self.codebook = CodebookControl(shell, self.session)
        self.annotators = AnnotatorChoice(shell, self.session)
        self.blinding = BlindingControl(shell, self.session)
        self.history = HistoryPanel(shell, self.session)
        self.tour = Tour(shell, self._open_any)
        self.corpus = CorpusControl(shell, self.session)
        self.shortcuts = ShortcutChoice(shell)
        self.records = RecordOpening(self.session, self.open_article, self)
        self.packages = PackageControl(shell, self.session, self.open_article, self.records.open)
        self.training = TrainingControl(shell, self.session)
        self.drops = FileDrops(shell, self.imports.look_into, self.projects.open, self.packages.collect)
        self._welcome: WelcomePage | None = None
        self._has_articles = False
        self._wire()
        self.shell.extra_keys = [article_keys()]
        shell.set_rooms(self._rooms())
        shell.set_welcome(self._make_welcome)
        self.windows.join(shell)
        self._vouch()
        if self.session.is_open:
            self.projects.take_up()
            self.annotators.show_name()
            self.blinding.show_state()
            self._count()

    # ------------------------------------------------------------ windows

    def open_window(self) -> "Furniture":
        """Open one more window on the project, which begins as this one looks, and give what acts in it."""
        shell = self.windows.another(self.shell)
        made = Furniture(shell, self.session.tasks, self.windows)
        shell.show()
        bring(shell)
        return made

    def open_apart(self) -> None:
        """Ask which project, and open it in a program of its own."""
        path = ask_for_project(self.shell)
        if path is not None and not start_apart(path):
            said = _("Selon cannot be started once more: start it yourself and open the project there.")
            self.shell.messages.show_notice(_FAILED, said, "danger")

    def _take_keys(self) -> None:
        """A person changed keys: they hold in every window."""
        for shell in self.windows.shells:
            for furniture in shell.findChildren(Furniture):
                furniture.shortcuts.restore()

    def _open_codebook(self) -> None:
        """Edit the codebook, in the window that is at it already if there is one."""
        controls = [one.codebook for shell in self.windows.shells for one in shell.findChildren(Furniture)]
        busy = next((control for control in controls if control.work is not None), self.codebook)
        busy.open()

    # ------------------------------------------------------------ rooms

    def _rooms(self) -> tuple[RoomSpec, ...]:
        rooms: tuple[tuple[str, Message, str, Callable[[], Room]], ...] = (
            ("corpus", Message("Corpus"), "library", self._make_corpus),
            ("annotate", Message("Annotate"), "highlighter", self._make_annotate),
            ("review", Message("Review"), "scale", self._make_review),
            ("boards", Message("Boards"), "layout-grid", self._make_boards),
            ("agreement", Message("Agreement"), "gauge", self._make_agreement),
        )
        return tuple(
            RoomSpec(id=id_, title=title, icon=icon, factory=make, when=_CLOSED.get(id_, _OPEN))
            for id_, title, icon, make in rooms
        )

    def _make_welcome(self) -> WelcomePage:
        page = self._welcome = WelcomePage(self.shell.actions_table)
        page.recent_wanted.connect(self.projects.open)
        self._show_recent()
        return page

    def _show_recent(self) -> None:
        """List the recent projects at once; those that are gone are marked when that is known."""
        page, recent = self._welcome, list(self.shell.settings.recent_projects)
        if page is None:
            return
        page.show_recent(recent)
        self.session.tasks.run(lambda _progress: missing(recent), page.mark_missing, receiver=page)

    def _make_corpus(self) -> Room:
        room = CorpusRoom(self.session, self.shell.actions_table)
        room.article_wanted.connect(self.open_article)
        room.detection_wanted.connect(self.detection.detect_chosen)
        room.words_wanted.connect(self.records.open_words)
        room.said.connect(self._tell)
        self.corpus.attach(room)
        return room

    def _tell(self, words: str) -> None:
        self.shell.messages.show_notice(_DONE, words, "success")

    def _make_annotate(self) -> Room:
        room = AnnotateRoom(self.session, self.shell.actions_table, self.shell.settings, self.shell.look)
        room.detection_wanted.connect(self._detect_one)
        room.part_wanted.connect(partial(self._detect_part, room))
        return room

    def _make_review(self) -> Room:
        room = ReviewRoom(self.session, self.shell.actions_table, self.shell.settings)
        room.set_zoom(self.shell.settings.zoom)
        room.article.text.zoom_changed.connect(self._keep_zoom)
        room.gold_wanted.connect(self.transfers.ask_for_gold)
        return room

    def _make_boards(self) -> Room:
        room = BoardsRoom(self.session, self.shell.actions_table, self._here)
        room.article_wanted.connect(self.open_article)
        room.record_wanted.connect(self.records.open)
        return room

    def _make_agreement(self) -> Room:
        room = AgreementRoom(self.session, self.shell.actions_table)
        export = AgreementExport(self.shell, self.session, room.desk, room)
        room.export_wanted.connect(export.ask)
        room.corpus_wanted.connect(partial(self.shell.enter, "corpus"))
        room.article_wanted.connect(self.open_article)
        room.record_wanted.connect(self.records.open)
        room.review_wanted.connect(self.review)
        return room

    def review(self, article: str, record: str) -> None:
        """Show an article in the Review room, at what was decided, or is to be, of a record."""
        self.shell.enter("review")
        room = self.shell.rooms.room
        if isinstance(room, ReviewRoom):
            room.open_article(article)
            if cluster := room.desk.cluster_of(record):
                room.desk.select(cluster.id)

    def open_article(self, article: str) -> AnnotateRoom | None:
        """Show an article in the Annotate room, and give the room.

        Where another window shows that room now and this one another, the article comes there.
        """
        shell = self.shell
        if shell.rooms.current != "annotate":
            shell = self.windows.showing("annotate", shell) or shell
        shell.enter("annotate")
        if shell is not self.shell:
            bring(shell)
        room = shell.rooms.room
        if not isinstance(room, AnnotateRoom):
            return None
        room.open_article(article)
        room.focus_article()
        return room

    def _open_any(self) -> None:
        """Open the queue's next article in the Annotate room, where none is open; any where that is empty."""
        room = self.shell.rooms.room
        if not isinstance(room, AnnotateRoom) or room.desk.article is not None:
            return
        room.course.step(1)
        first = self.session.read(lambda reader: next(iter(reader.articles()), None))
        if self._here() is None and first is not None:
            room.open_article(first.id)

    def _here(self) -> Here | None:
        """The article that is open in the Annotate room, of another window where this one has none."""
        for shell in (self.shell, *self.windows.shells):
            room = shell.rooms.made("annotate")
            article = room.desk.article if isinstance(room, AnnotateRoom) else None
            if article is not None:
                return Here(id=article.id, title=article.title)
        return None

    def _detect_one(self, article: str) -> None:
        self.detection.detect([article])

    def _detect_part(self, room: AnnotateRoom, article: str, part: Span) -> None:
        def tell(number: int) -> None:
            if isValid(room):
                room.bar.say(part_words(number))

        self.detection.detect_part(article, part, tell)

    def _around(self) -> Around:
        """What the room that is shown has to offer to detection."""
        room = self.shell.rooms.room
        if isinstance(room, AnnotateRoom) and room.desk.article is not None:
            return Around(article=room.desk.article.id, title=room.desk.article.title)
        return Around(chosen=room.selected) if isinstance(room, CorpusRoom) else Around()

    # ------------------------------------------------------------ what is true, and who hears of it

    def _wire(self) -> None:
        session, table = self.session, self.shell.actions_table
        session.opened.connect(self._count)
        session.closing.connect(self._commit)
        session.closed.connect(self._vouch)
        session.changed.connect(self._follow)
        session.sight_changed.connect(self._vouch)
        session.failed.connect(self._complain)
        self.projects.recent_changed.connect(self._show_recent)
        self.projects.sample_made.connect(self.detection.detect_new)
        self.projects.sample_made.connect(self.tour.begin_once)
        self.imports.imported.connect(self.detection.detect_imported)
        self.shell.closing.connect(self._commit)
        self.shell.retranslated.connect(self._retranslate)
        self.shortcuts.changed.connect(self._take_keys)
        for name, slot in (
            ("window.new", self.open_window),
            ("window.next", partial(self.windows.next, self.shell)),
            ("window.close", self.shell.close),
            ("project.open-apart", self.open_apart),
            ("project.codebook", self._open_codebook),
            ("detect.corpus", self.detection.detect_new),
            ("detect.cancel", self.detection.cancel),
        ):
            table.connect_to(name, slot)
        for name, step in _ZOOMS.items():
            table.connect_to(f"view.zoom-{name}", partial(self._zoom, step))
        stack = session.undo_stack
        table.connect_to("edit.undo", stack.undo)
        table.connect_to("edit.redo", stack.redo)
        stack.indexChanged.connect(self._vouch)

    def _vouch(self, *_ignored: object) -> None:
        """Tell the actions what holds now, and the bottom bar when it was saved; called for every act."""
        stack, table = self.session.undo_stack, self.shell.actions_table
        self.shell.set_conditions("session", self._conditions())
        undo, redo = stack.undoText(), stack.redoText()
        table.set_text("edit.undo", _("Undo: {act}", act=undo) if undo else "")
        table.set_text("edit.redo", _("Redo: {act}", act=redo) if redo else "")
        self.shell.set_words(saved=self.session.saved_at)

    def _count(self) -> None:
        try:
            self._has_articles = self.session.read(lambda reader: reader.count_articles()) > 0
        except AnnotationError as error:
            self._complain(error)
        self._vouch()

    def _conditions(self) -> set[str]:
        session, stack = self.session, self.session.undo_stack
        if not session.is_open:
            return {"can-import"}
        holds = {
            "project-open": True,
            "writable": session.writable,
            "sighted": not session.veiled,
            "can-import": session.writable,
            "articles": self._has_articles,
            "can-undo": stack.canUndo(),
            "can-redo": stack.canRedo(),
        }
        return {name for name, true in holds.items() if true}

    def _follow(self, changes: Changes) -> None:
        self.shell.messages.dismiss(_FAILED)
        if any(item.before is None or item.after is None for item in changes.of(Article)):
            self._count()
        else:
            self.shell.set_words(saved=self.session.saved_at)

    def _commit(self) -> None:
        """Let the room that is shown keep what is being typed."""
        room = self.shell.rooms.room
        if room is not None:
            room.commit()

    def _zoom(self, step: float) -> None:
        """Show text larger or smaller by a step, or at its usual size for 0; the room that is shown does."""
        settings = self.shell.settings
        wanted = round(settings.zoom + step, 2) if step else 1.0
        settings.zoom = min(max(wanted, _SMALLEST), _LARGEST)
        if room := self.shell.rooms.room:
            room.set_zoom(settings.zoom)

    def _keep_zoom(self, zoom: float) -> None:
        self.shell.settings.zoom = zoom

    def _retranslate(self) -> None:
        self.session.retranslate()
        self.shell.extra_keys = [article_keys()]
        self._vouch()

    def _complain(self, error: Exception) -> None:
        """Say what could not be done, in the window that people act in."""
        if isinstance(error, AnnotationError) and self.windows.active is self.shell:
            self.shell.messages.show_notice(_FAILED, str(error), "danger")


def missing(paths: list[str]) -> set[str]:
    """Those of some paths at which there is nothing, or nothing that may be looked at."""
    return {path for path in paths if not is_there(Path(path))}
