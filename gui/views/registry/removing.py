"""Names to be taken out of the registry: what that does to their mentions, said before it is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.operations.entities import RemoveEntities
from annotation.project import ProjectReader
from annotation.project.registry import RegistryIndex
from gui.views.registry.desk import RegistryDesk
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

_Counts = dict[int, int]
"""{number of a spot: mentions}"""


class RemoveCard(QWidget):
    """Asks whether entities are to go. Emits `done` when they went, `left` when they stay."""

    done = Signal()
    left = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keys: tuple[str, ...] = ()
        self._mentions = 0
        self._title = label("", "heading", wrap=True)
        self._what = label("", wrap=True)
        self._parts = label("", "muted", wrap=True)
        self._back = label(_("Detection does not bring it back; Undo does."), "small", wrap=True)
        self.remove = button(_("Remove"), "danger")
        self.keep = button(_("Keep"))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        acts.addWidget(self.remove)
        acts.addWidget(self.keep)
        acts.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        for part in (self._title, self._what, self._parts, self._back):
            column.addWidget(part)
        column.addLayout(acts)
        column.addStretch()
        self.remove.clicked.connect(self._remove)
        self.keep.clicked.connect(self.left)

    def show_keys(self, keys: Sequence[str], name: str) -> None:
        """Ask about these entities; `name` is what one alone is called."""
        self._keys = tuple(keys)
        n = len(keys)
        several = ngettext("Remove one name?", "Remove {number} names?", n, number=number_words(n))
        self._title.setText(several if n > 1 else _("Remove “{name}”?", name=name))
        nothing: _Counts = {}
        counts = self._desk.ask(lambda reader, index: _counts(reader, index, self._keys), nothing)
        self._mentions = sum(counts.values())
        self._what.setText(
            ngettext(
                "One mention will name nobody in the registry.",
                "{number} mentions will name nobody in the registry.",
                self._mentions,
                number=number_words(self._mentions),
            )
            if self._mentions
            else _("Nothing mentions it.")
        )
        parts = [
            f"{self._desk.spot_words(spot)} {number_words(found)}" for spot, found in sorted(counts.items())
        ]
        self._parts.setText("\n".join(parts))
        self._parts.setVisible(bool(parts))

    def start(self) -> None:
        """Take the keyboard, so that Enter keeps."""
        self.keep.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps. For Qt."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        operation = RemoveEntities(entities=self._keys, actor=self._desk.session.me)
        if self._desk.do(operation, self._mentions + len(self._keys)):
            self.done.emit()


def _counts(_reader: ProjectReader, index: RegistryIndex, keys: Sequence[str]) -> _Counts:
    numbers = [number for key in keys if (number := index.number_of(key))]
    return index.count_spots(numbers)
