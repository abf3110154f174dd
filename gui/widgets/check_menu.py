"""A button that opens a list of things to tick: a filter, closed to one word and a number."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from annotation.i18n import _


class CheckMenu(QPushButton):
    """Offers `(key, word)` pairs. Emits `chosen(frozenset)`, which is empty where nothing is ticked."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._title = title
        self._menu = QMenu(self)
        self._ticks: dict[str, QAction] = {}
        self.setMenu(self._menu)
        self.setAutoDefault(True)

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of what is ticked."""
        return frozenset(key for key, tick in self._ticks.items() if tick.isChecked())

    def set_entries(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer these; those that were ticked before stay so."""
        kept = self.ticked
        self._menu.clear()
        self._ticks = {}
        for key, word in entries:
            tick = self._menu.addAction(word)
            tick.setCheckable(True)
            tick.setChecked(key in kept)
            tick.toggled.connect(self._tell)
            self._ticks[key] = tick
        self._menu.addSeparator()
        clear = self._menu.addAction(_("All of them"))
        clear.triggered.connect(lambda _checked=False: self._clear())
        self._draw()

    def set_ticked(self, keys: frozenset[str]) -> None:
        """Tick these and no others, telling nobody."""
        for key, tick in self._ticks.items():
            tick.blockSignals(True)
            tick.setChecked(key in keys)
            tick.blockSignals(False)
        self._draw()

    def _clear(self) -> None:
        if self.ticked:
            self.set_ticked(frozenset())
            self._tell()

    def _tell(self) -> None:
        self._draw()
        self.chosen.emit(self.ticked)

    def _draw(self) -> None:
        """Name what is chosen where it is one thing, else how many."""
        ticked = self.ticked
        if len(ticked) == 1:
            self.setText(f"{self._title}: {self._ticks[next(iter(ticked))].text()}")
        else:
            self.setText(f"{self._title}: {len(ticked)}" if ticked else self._title)
