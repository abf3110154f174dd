"""Boards over gathered records: built anew when these change and somebody looks, in the background."""

from typing import Any

from gui.views.boards.board import Bench
from gui.views.boards.frame import FramedBoard
from gui.views.boards.gathering import Gathering
from gui.views.boards.latest import Latest


class GatheredBoard(FramedBoard):
    """Shows what `build` makes of the records of a gathering. Boards say how in `build`."""

    def __init__(self, bench: Bench, gathering: Gathering[Any], layer: str, icon: str, sentence: str) -> None:
        super().__init__(bench, layer, icon, sentence)
        self.gathering = gathering
        self.building = Latest(self.session.tasks, self)
        self._outdated = True
        gathering.gathered.connect(self.rebuild)
        gathering.busy.connect(self.show_busy)
        gathering.stepped.connect(self.show_step)

    def build(self) -> None:
        """Begin to build what is shown, by `building`, of the records that are there."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Build anew, now or when somebody looks; what was begun before is given up."""
        self.building.stop()
        self._outdated = not (self.session.is_open and self.gathering.ready and self.isVisible())
        if not self._outdated:
            self.build()

    def fail(self, error: Exception) -> None:
        """Say that it could not be built."""
        self.show_busy(False)
        self.complain(error)

    def entered(self) -> None:
        """Take in what changed."""
        self.gathering.want()

    def showEvent(self, event: object) -> None:
        """Have records read while the board is looked at. For Qt."""
        self.gathering.look(self, looking=True)
        if self._outdated:
            self.rebuild()

    def hideEvent(self, event: object) -> None:
        """Have nothing read for nobody. For Qt."""
        self.gathering.look(self, looking=False)

    @property
    def is_narrowed(self) -> bool:
        """Whether records are there that the board's own options leave out."""
        return bool(self.gathering.records)
