"""A board that is shown, and what tests ask of it."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.views.boards.board import Board


class Shown:
    """Wraps a board; `wanted` are the records that it led to."""

    def __init__(self, board: Board, qtbot: QtBot) -> None:
        self.board = board
        self.qtbot = qtbot
        self.wanted: list[tuple[str, str]] = []
        board.record_wanted.connect(lambda article, record: self.wanted.append((article, record)))

    def rest(self) -> None:
        """Wait until nothing is read, built or awaited."""
        self.qtbot.waitUntil(self._rests, timeout=15_000)

    def _rests(self) -> bool:
        session = getattr(self.board, "session")  # noqa: B009 every framed board has one
        bench = getattr(self.board, "bench")  # noqa: B009
        pauses = [getattr(self.board, "_pause", None), bench.stances._pause, bench.figures._pause]
        filters = getattr(self.board, "filters", None)
        pauses.append(filters._pause if filters else None)
        return not session.tasks.running and not any(pause and pause.isActive() for pause in pauses)

    @property
    def texts(self) -> list[str]:
        """What labels say that can be seen."""
        return [one.text() for one in self.board.findChildren(QLabel) if one.isVisible() and one.text()]
