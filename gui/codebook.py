"""“Codebook…”: the editor's window, its files and versions, and putting what was edited in force."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QDialog, QMenu

from annotation.codebook import Conversion, Draft, Editing, Moves, built_in_codebook, load_codebook
from annotation.errors import AnnotationError
from annotation.i18n import Message, _, ngettext
from annotation.operations import ApplyCodebook, ChangeSetting, Effects, Together
from annotation.operations.codebooks import foresee_batch
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.project import ProjectReader, open_project
from annotation.records import Article, Changes, CodebookVersion
from gui.codebook_draft import read_draft, write_draft
from gui.dialogs import files
from gui.door import SessionDoor
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Cancelled, Progress, Task
from gui.views.codebook.advice import advise, keys_of_window
from gui.views.codebook.applying import ApplyDialog
from gui.views.codebook.versions import VersionsDialog
from gui.views.codebook.window import CodebookWindow
from gui.views.codebook.workspace import Workspace

_NOTICE = "codebook"
_MANY = 2000
"""Records from which undoing shows how far it is."""


class CodebookControl(QObject):
    """Handles “Codebook…” in one window. A draft that is not applied is kept with the project."""

    _counted = Signal(object, object, bool, object)
    """A dialog, its Effects so far, whether these are all, titles of articles; from the lane that counts."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self._task: Task | None = None
        self.work: Workspace | None = None
        self.window: CodebookWindow | None = None
        self.dialog: QDialog | None = None
        """What is asked over the window, while it is."""
        shell.actions_table.connect_to("project.codebook", self.open)
        session.closing.connect(self._leave)
        shell.closing.connect(self._leave)
        session.changed.connect(self._follow)
        shell.retranslated.connect(self._drop_window)
        self._counted.connect(self._show_counted)

    # ------------------------------------------------------------ the window

    def open(self) -> None:
        """Show the window, with the draft as it was left."""
        if not self._session.is_open:
            return
        if self.work is None:
            self._begin()
        if self.window is None and self.work is not None:
            self._make_window(self.work)
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _begin(self) -> None:
        opened = self._opened()
        work = self.work = Workspace(
            opened,
            editable=self._session.writable,
            advise=partial(advise, keys_of_window(self._shell.actions_table), opened),
            parent=self,
        )
        kept = self._session.read(lambda reader: reader.setting(CODEBOOK_DRAFT))
        draft = read_draft(kept, opened) if self._session.writable else None
        if draft is not None:
            work.do(draft, Message("Go on with the draft"))

    def _opened(self) -> Draft:
        return Draft.of(self._session.read(lambda reader: reader.codebook_toml))

    def _make_window(self, work: Workspace) -> None:
        window = self.window = CodebookWindow(work, self._session.path.stem, self._shell)
        window.applying.connect(self.ask_to_apply)
        window.importing.connect(self._offer_imports)
        window.exporting.connect(self._export)
        window.comparing.connect(self._show_versions)
        window.discarding.connect(self._discard)
        window.hidden.connect(self._keep)

    def _drop_window(self) -> None:
        """The language changed: the window is made anew when it is wanted, the draft is the same."""
        if self.window is not None:
            window, self.window = self.window, None
            shown = window.isVisible()
            window.hide()
            window.deleteLater()
            if shown:
                self.open()

    def _leave(self) -> None:
        """The project closes: the draft stays in it."""
        if self._task is not None:
            self._task.drop()
            self._task = None
        if self.dialog is not None:
            self.dialog.reject()
        self._keep()
        if self.window is not None:
            self.window.hide()
            self.window.deleteLater()
            self.window = None
        if self.work is not None:
            self.work.deleteLater()
            self.work = None

    def _keep(self) -> None:
        """Keep a draft with the project, or forget the one that was kept."""
        if self.work is None or not self._session.writable:
            return
        value = write_draft(self.work.editing)
        if value != self._session.read(lambda reader: reader.setting(CODEBOOK_DRAFT)):
            change = ChangeSetting(key=CODEBOOK_DRAFT, value=value, actor=self._session.me)
            title = Message("Keep the draft of the codebook")
            keep = Together(operations=(change,), title=title, actor=self._session.me)
            self._session.apply(keep, undoable=False)

    def _follow(self, changes: Changes) -> None:
        """Another codebook is in force, as after undoing: begin with that, unless there is a draft."""
        if self.work is not None and any(changes.of(CodebookVersion)) and not self.work.editing.is_changed:
            self.work.replace(Editing(self._opened()))

    def _discard(self) -> None:
        if self.work is not None:
            self.work.do(self.work.editing.first, Message("Discard changes"))

    # ------------------------------------------------------------ files

    def _offer_imports(self) -> None:
        if self.window is None:
            return
        menu = QMenu(self.window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("The default codebook")).triggered.connect(
            lambda: self.take(built_in_codebook(), Message("Import the default codebook"))
        )
        menu.addAction(_("A TOML file…")).triggered.connect(self._import_file)
        menu.addAction(_("Another project…")).triggered.connect(self._import_project)
        button = self.window.import_
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def take(self, toml: str, title: Message) -> None:
        """Make a codebook the draft, as one step that can be undone; say why where it cannot be used."""
        if self.work is None:
            return
        try:
            draft = Draft.of(toml)
        except AnnotationError as error:
            self._complain(str(error))
            return
        self.work.do(draft, title, select=())

    def _import_file(self) -> None:
        path = files.ask_for_codebook(self.window or self._shell)
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Make the codebook of a TOML file the draft."""
        try:
            toml = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self._complain(_("“{name}” cannot be read ({reason}).", name=path.name, reason=error))
            return
        self.take(toml, Message("Import {name}", {"name": path.name}))

    def _import_project(self) -> None:
        path = files.ask_for_project(self.window or self._shell)
        if path is not None:
            self.import_project(path)

    def import_project(self, path: Path) -> None:
        """Make the codebook of another project the draft."""

        def work(_progress: Progress) -> str:
            with open_project(path, read_only=True) as project:
                return project.ask(lambda reader: reader.codebook_toml)

        title = Message("Import {name}", {"name": path.name})
        self._session.tasks.run(
            work,
            lambda toml: self.take(toml, title),
            lambda error: self._complain(str(error)),
            receiver=self,
        )

    def _export(self) -> None:
        if self.work is None:
            return
        path = files.ask_for_codebook_target(self.window or self._shell, self._session.path)
        if path is not None:
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the draft as TOML."""
        if self.work is None:
            return
        try:
            path.write_text(self.work.draft.toml, encoding="utf-8")
        except OSError as error:
            self._complain(_("“{name}” cannot be written ({reason}).", name=path.name, reason=error))

    def _complain(self, what: str) -> None:
        if self.window is not None:
            self.window.said.setText(what)
        else:
            self._shell.messages.show_notice(_NOTICE, what, "danger")

    # ------------------------------------------------------------ versions

    def _show_versions(self) -> None:
        if self.work is None or self.dialog is not None:
            return
        versions = self._session.read(lambda reader: reader.codebook_versions())
        people = self._session.read(lambda reader: reader.annotators())
        dialog = VersionsDialog(
            versions,
            {id_: person.name for id_, person in people.items()},
            self.work.draft.toml,
            editable=self._session.writable,
            parent=self.window,
        )
        dialog.taken.connect(lambda toml: self.take(toml, Message("Take an older version")))
        self._ask(dialog)

    def _ask(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        dialog, self.dialog = self.dialog, None
        if self._task is not None:
            self._task.drop()
            self._task = None
        if dialog is not None:
            dialog.deleteLater()

    # ------------------------------------------------------------ applying

    def ask_to_apply(self) -> None:
        """Show what changes and how many records, and ask where their values go."""
        work = self.work
        if work is None or self.dialog is not None or not work.is_sound or not work.editing.is_changed:
            return
        work.seal()
        dialog = ApplyDialog(self._opened(), work.draft, self.window)
        dialog.counting.connect(partial(self._count, dialog))
        dialog.accepted.connect(partial(self._apply, dialog))
        self._ask(dialog)
        self._count(dialog)

    def _count(self, dialog: ApplyDialog) -> None:
        if self._task is not None:
            self._task.drop()
        if self.work is None:
            return
        door = self._session.door()
        conversion = Conversion(self._session.codebook, load_codebook(self.work.draft.toml), dialog.moves)
        work = partial(self._foresee, door, conversion, dialog)
        self._task = self._session.tasks.run(work, receiver=self)

    def _foresee(
        self, door: SessionDoor, conversion: Conversion, dialog: ApplyDialog, progress: Progress
    ) -> None:
        """Count batch by batch, so that the window can ask meanwhile; for the lane."""
        effects, row = Effects(), 0
        while row >= 0:
            progress.check()
            row = door.ask(partial(_next, conversion=conversion, effects=effects, row=row))
            if row >= 0:
                self._counted.emit(dialog, effects.copy(), False, {})
        titles = {
            id_: door.ask(lambda reader, id_=id_: reader.get(Article, id_).title)  # type: ignore[misc]  # a bound default
            for id_ in {one.article for one in effects.listed[:200]}
        }
        progress.check()
        self._counted.emit(dialog, effects, True, titles)

    def _show_counted(
        self, dialog: ApplyDialog, effects: Effects, whole: bool, titles: dict[str, str]
    ) -> None:
        if dialog is self.dialog:
            dialog.show_effects(effects, whole=whole, titles=titles)

    def _apply(self, dialog: ApplyDialog) -> None:
        if self.work is not None:
            self.apply(self.work.draft.toml, dialog.moves, dialog.note.text().strip())

    def apply(self, toml: str, moves: Moves, note: str = "") -> None:
        """Put a codebook in force with all its records as one act; stopped, nothing has happened."""
        session, door = self._session, self._session.door()

        def work(progress: Progress) -> Changes:
            def tell(done: int, total: int) -> None:
                progress.report(done, total, _("Saving…") if done == total else "")

            operation = ApplyCodebook(toml=toml, note=note, moves=moves, actor=session.me, tell=tell)
            return door.apply(operation)

        try:
            changes = session.wait(_("Applying the codebook"), lambda progress: [work(progress)])[0]
        except Cancelled:
            self._complain(_("Stopped: nothing was changed."))
            return
        except AnnotationError as error:
            self._complain(str(error))
            return
        session.remember(tuple(door.entries), changes.title, large=len(changes.items) > _MANY)
        if self.work is not None:
            self.work.replace(Editing(Draft.of(toml)))
        self._keep()
        number = len({change.record.id for change in changes.items}) - 1
        text = ngettext("The codebook is in force; one record followed.",
                        "The codebook is in force; {n} records followed.", number) if number > 0 else _(
                            "The codebook is in force.")  # fmt: skip
        self._shell.messages.show_notice(_NOTICE, text, "success")


def _next(reader: ProjectReader, *, conversion: Conversion, effects: Effects, row: int) -> int:
    return foresee_batch(reader, conversion, effects, row)
