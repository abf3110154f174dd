"""The Sources board: who is credited with what, in a whole corpus or in one article."""

from PySide6.QtWidgets import QVBoxLayout

from annotation.i18n import _
from gui.views.boards.board import Bench, Board
from gui.widgets.empty_state import EmptyState


class SourcesBoard(Board):
    """Lists attributions."""

    narrowed = True

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._empty = EmptyState("quote", _("Attributions are listed here once somebody has marked some."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
