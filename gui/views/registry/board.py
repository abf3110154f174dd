"""The Registry board: the names, which of them may be one, and words that name nobody yet."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations.entity_table import export_entities
from gui.actions import ActionTable, context_menu
from gui.dialogs.files import ask_for_file, ask_for_table
from gui.views.boards.board import Bench, Board
from gui.views.registry.desk import RegistryDesk
from gui.views.registry.importing import ImportFace
from gui.views.registry.nameless import NamelessFace
from gui.views.registry.names import NamesFace
from gui.views.registry.twins import TwinsFace
from gui.widgets.button import ActionButton
from gui.widgets.dates import number_words
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import ElidedLabel
from gui.widgets.progress_line import ProgressLine
from gui.widgets.segmented import Segmented

NAMES, TWINS, NAMELESS = "names", "twins", "nameless"


class RegistryBoard(Board):
    """Shows the faces of the registry, one at a time."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._actions: ActionTable = bench.actions
        self._session = bench.session
        self.desk = RegistryDesk(bench.session, self)
        empty = EmptyState(
            "users",
            _("Canonical names are listed here: those that detection takes in, and your own."),
            bench.actions["registry.new"],
        )
        self.names = NamesFace(self.desk, empty)
        self.twins = TwinsFace(self.desk)
        self.nameless = NamelessFace(self.desk)
        self.importing = ImportFace(self.desk)
        self.head = Segmented(
            ((NAMES, _("Names")), (TWINS, _("Merge suggestions")), (NAMELESS, _("Words without a name")))
        )
        self.said = ElidedLabel("", "muted")
        self.line = ProgressLine()
        self._counting = False
        self._stack = QStackedWidget()
        self._faces: Mapping[str, QWidget] = {
            NAMES: self.names, TWINS: self.twins, NAMELESS: self.nameless
        }  # fmt: skip
        self._lay_out()
        self._connect()
        self.head.select(NAMES)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(self.head)
        head.addWidget(self.said, 1)
        for action in ("registry.new", "registry.import", "registry.export"):
            head.addWidget(ActionButton(self._actions[action]))
        for face in (*self._faces.values(), self.importing):
            self._stack.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.head.chosen.connect(self.show_face)
        self.desk.advanced.connect(self._show_progress)
        self.desk.said.connect(self.say)
        self.names.chosen_changed.connect(self._vouch)
        self.names.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.names.table.customContextMenuRequested.connect(self._show_menu)
        for face in (self.names, self.twins, self.nameless):
            face.wanted.connect(self.record_wanted)
        self.importing.left.connect(lambda: self.show_face(NAMES))
        acts = {
            "new": self._make_new,
            "merge": self.names.start_merge,
            "split": self.names.start_split,
            "remove": self.names.start_removal,
            "import": self._import,
            "export": self._export,
        }
        for name, slot in acts.items():
            self._actions.connect_to(f"registry.{name}", slot)
        self._actions.attach("boards", self.names.table)

    # ------------------------------------------------------------ for the room

    def panes(self) -> Sequence[QWidget]:
        """The head, then what is shown."""
        face = self._stack.currentWidget()
        inner: Sequence[QWidget] = ()
        if face is self.names:
            inner = (self.names.search, self.names.table, self.names.side)
        elif isinstance(face, TwinsFace | NamelessFace):
            inner = face.panes()
        return (self.head, *inner)

    def entered(self) -> None:
        """Take in what changed, and give the face the keyboard."""
        self.desk.wake()
        self.show_face(self.head.selected or NAMES)
        self._vouch()

    def hideEvent(self, event: object) -> None:
        """Follow nothing while another board is shown. For Qt."""
        self.desk.sleep()
        super().hideEvent(event)  # type: ignore[arg-type] # Qt's event

    def commit(self) -> None:
        """Keep what is being typed."""
        self.names.card.commit()

    def layout_state(self) -> str:
        """Which face is shown, and how each is laid out."""
        return json.dumps({"face": self.head.selected, "names": self.names.layout_state()})

    def restore_layout(self, state: str) -> None:
        """Lay out as it was; words of another version change nothing."""
        try:
            read = json.loads(state)
        except ValueError:
            return
        if isinstance(read, dict):
            if read.get("face") in self._faces:
                self.head.select(str(read["face"]))
            self.names.restore_layout(str(read.get("names", "")))

    # ------------------------------------------------------------ faces

    def show_face(self, name: str) -> None:
        """Show the names, the merge suggestions or the words without a name."""
        self.head.select(name)
        face = self._faces[name]
        self._stack.setCurrentWidget(face)
        if face is self.names:
            self.names.reload()
            self.names.table.setFocus()
        elif isinstance(face, TwinsFace | NamelessFace):
            face.entered()
        self._vouch()

    def say(self, words: str) -> None:
        """Say what was done, beside the head."""
        self.said.setText(words)

    def _show_progress(self, done: int, total: int) -> None:
        going = bool(total) and done < total
        if going:
            self.line.advance(done, total)
            self.say(_("Looking for mentions: {done} of {total} articles",
                       done=number_words(done), total=number_words(total)))  # fmt: skip
        else:
            self.line.finish()
            if self._counting:
                self.say("")
        self._counting = going

    def _vouch(self) -> None:
        """Tell the actions what holds."""
        shown = self._stack.currentWidget() is self.names
        n = len(self.names.chosen) if shown else 0
        writable = self.desk.writable
        self.hold(
            {
                "registry": True,
                "registry-writable": writable,
                "name-chosen": writable and n == 1,
                "names-chosen": writable and n > 0,
                "several-names": writable and n > 1,
            }
        )

    def _show_menu(self, place: QPoint) -> None:
        menu = context_menu(self._actions, "names", self)
        if menu.actions():
            menu.popup(self.names.table.viewport().mapToGlobal(place))
        else:
            menu.deleteLater()

    # ------------------------------------------------------------ acting

    def _make_new(self) -> None:
        self.show_face(NAMES)
        self.names.make_new()

    def _import(self) -> None:
        path = ask_for_table(self)
        if path is not None:
            self._stack.setCurrentWidget(self.importing)
            self.importing.open(path)
            self._vouch()

    def _export(self) -> None:
        path = ask_for_file(self, self._session.path.with_name(_("registry") + ".csv"), ".csv")
        if path is not None:
            self.export_to(path if path.suffix else path.with_suffix(".csv"))

    def export_to(self, path: Path) -> None:
        """Write the registry to a file, in the background, and say so."""
        project = self._session.project

        def tell(number: int) -> None:
            said = ngettext("Wrote one name to {file}.", "Wrote {number} names to {file}.", number,
                            number=number_words(number), file=path.name)  # fmt: skip
            self.say(said)

        self._session.tasks.run(
            lambda _progress: project.ask(lambda reader: export_entities(reader, path)),
            tell,
            self._session.failed.emit,
            lane="project",
            receiver=self,
        )
