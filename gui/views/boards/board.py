"""What a board of the Boards room is, and how the room learns of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotation.i18n import Message
from annotation.project.boards.figures import LAYER as FIGURE
from annotation.project.boards.figures import Figure
from annotation.project.boards.reader import BoardReader
from annotation.project.boards.stances import LAYER as STANCE
from annotation.project.boards.stances import Stance
from gui.actions import ActionTable
from gui.session import Session
from gui.theme import Theme
from gui.views.boards.gathering import Gathering
from gui.views.boards.polarity import dressed, topic_hue
from gui.views.boards.scope import Scope


class Board(QWidget):
    """One board: a widget of its own that follows the session. Boards override what they have need of.

    Emits `record_wanted(article id, annotation id)` where a person wants to see a record in its text, and
    `article_wanted(article id)`. `narrowed` says whether the strip that chooses what is counted stands above
    it: whose records, of which article and dates.
    """

    record_wanted = Signal(str, str)
    article_wanted = Signal(str)
    conditions_changed = Signal(object)
    narrowed = False
    conditions: frozenset[str] = frozenset()
    """The conditions of actions that hold on it."""

    def hold(self, conditions: Mapping[str, bool]) -> None:
        """Tell the room which of these conditions of actions hold, where that is news."""
        held = frozenset(name for name, true in conditions.items() if true)
        if held != self.conditions:
            self.conditions = held
            self.conditions_changed.emit(held)

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


@dataclass(kw_only=True, eq=False)
class Bench:
    """What a board is made with; what several boards show is gathered once."""

    session: Session
    actions: ActionTable
    scope: Scope

    def dress(self, theme: Theme) -> Theme:
        """The theme with the colours that the codebook gives polarities."""
        return dressed(self.session.codebook, theme) if self.session.is_open else theme

    def topic_hue(self, topic: str) -> str:
        """The colour of its own that a topic of stances has, "" for none."""
        return topic_hue(self.session.codebook, topic) if self.session.is_open else ""

    @cached_property
    def stances(self) -> Gathering[Stance]:
        """The chosen stances."""
        return Gathering(self.session, self.scope, STANCE, BoardReader.stances)

    @cached_property
    def figures(self) -> Gathering[Figure]:
        """The chosen figures."""
        return Gathering(self.session, self.scope, FIGURE, BoardReader.figures)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSpec:
    """One place in the room's head: its id, its title, and how the board is made when first looked at."""

    id: str
    title: Message
    factory: Callable[[Bench], Board]
