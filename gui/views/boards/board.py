"""What a board of the Boards room is, and how the room learns of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotation.i18n import Message
from gui.actions import ActionTable
from gui.session import Session
from gui.views.boards.scope import Scope


class Board(QWidget):
    """One board: a widget of its own that follows the session. Boards override what they have need of.

    Emits `record_wanted(article id, annotation id)` where a person wants to see a record in its text, and
    `article_wanted(article id)`. `narrowed` says whether the strip that chooses what is counted stands above
    it: whose records, of which article and dates.
    """

    record_wanted = Signal(str, str)
    article_wanted = Signal(str)
    narrowed = False

    def panes(self) -> Sequence[QWidget]:
        """The widgets that F6 walks through, in the order in which people read them."""
        return ()

    def entered(self) -> None:
        """Called whenever the board has come into view: take in what changed, take the keyboard."""

    def layout_state(self) -> str:
        """How the board is laid out, in whatever words `restore_layout` understands."""
        return ""

    def restore_layout(self, state: str) -> None:
        """Lay the board out as when `state` was written; words of another version change nothing."""

    def commit(self) -> None:
        """Keep what is being typed; called before the project closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a board is made with."""

    session: Session
    actions: ActionTable
    scope: Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSpec:
    """One place in the room's head: its id, its title, and how the board is made when first looked at."""

    id: str
    title: Message
    factory: Callable[[Bench], Board]
