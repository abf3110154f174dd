"""A few of many, in an order of their own: chosen one after the other, moved and removed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from annotation.codebook import Place
from annotation.i18n import Message, _
from gui.views.codebook.inputs import Input
from gui.views.codebook.workspace import Workspace
from gui.widgets.button import icon_button
from gui.widgets.label import label


class OrderInput(Input):
    """The chosen ones as lines; at the end a list of those that are left to add."""

    def __init__(
        self,
        work: Workspace,
        place: Place,
        title: Message,
        offer: Callable[[], Sequence[tuple[str, str]]],
    ) -> None:
        super().__init__(work, place, title)
        self._offer = offer
        self._shown: object = None
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.add = QComboBox()
        self.add.activated.connect(self._add)
        self.add.setMinimumWidth(220)
        outer = QVBoxLayout()
        outer.setSpacing(4)
        outer.addLayout(self._column)
        outer.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.row.addLayout(outer)
        self.setFocusProxy(self.add)

    @property
    def chosen(self) -> list[str]:
        """The keys of the chosen ones, in their order."""
        return list(self.work.draft.at(self.place) or [])

    def refresh(self) -> None:
        """Show what is chosen, and what is left."""
        offered = list(self._offer())
        state = (self.chosen, offered)
        if state == self._shown:
            return
        self._shown = state
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        names = dict(offered)
        self._lines = [self._line(place, key, names.get(key, key)) for place, key in enumerate(self.chosen)]
        for line in self._lines:
            self._column.addWidget(line)
        self.add.clear()
        self.add.addItem(_("Add…"), "")
        for key, words in offered:
            if key not in self.chosen:
                self.add.addItem(words, key)
        self.add.setVisible(self.add.count() > 1)

    def _line(self, place: int, key: str, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(label(f"{place + 1}. {words}"), 1)
        for icon, tip, step in (("arrow-up", _("Move up"), -1), ("arrow-down", _("Move down"), 1)):
            mover = icon_button(icon, tip, size=14)
            mover.setEnabled(0 <= place + step < len(self.chosen))
            mover.clicked.connect(lambda _checked=False, step=step: self._move(key, step))
            row.addWidget(mover)
        gone = icon_button("x", _("Leave out"), size=14)
        gone.clicked.connect(lambda: self._put([one for one in self.chosen if one != key]))
        row.addWidget(gone)
        return line

    def _move(self, key: str, step: int) -> None:
        chosen = self.chosen
        here = chosen.index(key)
        chosen.insert(here + step, chosen.pop(here))
        self._put(chosen)

    def _add(self, _row: int) -> None:
        key = self.add.currentData()
        if key:
            self._put([*self.chosen, key])
