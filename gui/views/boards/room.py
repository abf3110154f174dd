"""The Boards room: one board at a time, chosen in the head, all of them about the same records."""

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.records import Annotator, Changes
from gui.actions import ActionTable
from gui.rooms import Room
from gui.session import Session
from gui.views.boards.board import Bench, Board, BoardSpec
from gui.views.boards.listing import BOARDS
from gui.views.boards.scope import Here, Scope
from gui.views.boards.scope_bar import ScopeBar
from gui.widgets.hairline import Hairline
from gui.widgets.segmented import Segmented


class BoardsRoom(Room):
    """Shows boards. Emits `record_wanted(article id, annotation id)` and `article_wanted(article id)`.

    `here` tells which article is open in the Annotate room.
    """

    record_wanted = Signal(str, str)
    article_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        actions: ActionTable,
        here: Callable[[], Here | None],
        specs: Sequence[BoardSpec] = BOARDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._here = here
        self._specs = {spec.id: spec for spec in specs}
        self._states: dict[str, str] = {}
        self._boards: dict[str, Board] = {}
        self.scope = Scope(self)
        self._bench = Bench(session=session, actions=actions, scope=self.scope)
        self.head = Segmented([(spec.id, str(spec.title)) for spec in specs])
        self.bar = ScopeBar(self.scope)
        self._stack = QStackedWidget()
        self._lay_out()
        self.head.chosen.connect(self.show_board)
        session.changed.connect(self._follow)
        session.sight_changed.connect(self._show_people)
        self._show_people()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(16)
        head.addWidget(self.head)
        head.addWidget(self.bar, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Hairline())
        column.addWidget(self._stack, 1)

    # ------------------------------------------------------------ which board

    @property
    def board(self) -> Board | None:
        """The board that is shown; None before the room was entered."""
        return self._boards.get(self.head.selected)

    def show_board(self, name: str) -> None:
        """Show a board, made now if it is new. Raises KeyError for one that there is not."""
        self.head.select(name)
        if name not in self._boards:
            self._boards[name] = self._make(self._specs[name])
        board = self._boards[name]
        self._stack.setCurrentWidget(board)
        self.bar.setVisible(board.narrowed)
        self.scope.set_here(self._here())
        board.entered()
        self._vouch()

    def _vouch(self) -> None:
        """Tell the window what holds on the board that is shown."""
        self.hold(dict.fromkeys(self.board.conditions if self.board else (), True))

    def _make(self, spec: BoardSpec) -> Board:
        board = spec.factory(self._bench)
        board.record_wanted.connect(self.record_wanted)
        board.article_wanted.connect(self.article_wanted)
        board.conditions_changed.connect(lambda _held: self._vouch())
        board.restore_layout(self._states.get(spec.id, ""))
        self._stack.addWidget(board)
        return board

    # ------------------------------------------------------------ for the window

    def panes(self) -> Sequence[QWidget]:
        """The head, and the panes of the board."""
        return (self.head, *(self.board.panes() if self.board else ()))

    def entered(self) -> None:
        """Show the board that was shown last, and the article that is open now."""
        self.show_board(self.head.selected or next(iter(self._specs)))

    def commit(self) -> None:
        """Let the board keep what is being typed."""
        if self.board is not None:
            self.board.commit()

    def layout_state(self) -> str:
        """Which board is shown, and how each is laid out."""
        states = {**self._states, **{name: board.layout_state() for name, board in self._boards.items()}}
        return json.dumps({"board": self.head.selected, "states": states})

    def restore_layout(self, state: str) -> None:
        """Go to the board that was shown, each laid out as it was, when the room is next entered."""
        try:
            read = json.loads(state)
        except ValueError:
            return
        if not isinstance(read, Mapping):
            return
        states = read.get("states")
        if isinstance(states, Mapping):
            self._states = {str(name): str(value) for name, value in states.items()}
        if read.get("board") in self._specs:
            self.head.select(str(read["board"]))

    # ------------------------------------------------------------ following

    def _follow(self, changes: Changes) -> None:
        if any(changes.of(Annotator)):
            self._show_people()

    def _show_people(self) -> None:
        try:
            self.scope.veil(self._session.me if self._session.veiled else "")
            self.bar.show_people(self._session.people() if self._session.is_open else ())
        except AnnotationError as error:
            self._session.failed.emit(error)
