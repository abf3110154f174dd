"""The bar below the Annotate room: layers with their counts, suggestions left, what was just said."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotation.i18n import _, ngettext
from gui.views.desk import Desk
from gui.widgets.button import button
from gui.widgets.chip_bar import Chip, ChipBar, Visibility
from gui.widgets.label import ElidedLabel, label

_SAID = 320
"""Room for what was just said, px."""
_LEAST = 240
"""The width below which the bar makes the window wider, px."""


class LayerBar(QWidget):
    """Counts the records of the article. Emits `switched(layer, "shown" | "dimmed" | "hidden")`.

    Where suggestions followed a decision, a button says how many; `followed` is emitted when it is pressed.
    """

    switched = Signal(str, str)
    followed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.chips = ChipBar()
        self.left = label("", "small")
        self.follow = button("", "link")
        self.follow.setProperty("size", "small")
        self.follow.clicked.connect(self.followed)
        self.follow.hide()
        self.said = ElidedLabel("", "small")
        self.said.setMinimumWidth(_SAID)
        self.setMinimumWidth(_LEAST)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.chips)
        row.addWidget(self.left)
        row.addWidget(self.follow)
        row.addWidget(self.said, 1)
        self.chips.switched.connect(self._switch)
        desk.opened.connect(self._open)
        desk.filled.connect(self.show_counts)
        desk.changed.connect(lambda _difference: self.show_counts())
        self._visibility: dict[str, Visibility] = {}

    def put_after_counts(self, part: QWidget) -> None:
        """Show something more beside how many suggestions are left."""
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.insertWidget(layout.indexOf(self.left) + 1, part)

    def show_counts(self) -> None:
        """Count afresh."""
        is_open = self._desk.article is not None
        self.chips.set_chips(
            [
                Chip(
                    key=layer.id,
                    text=layer.texts,
                    hue=layer.hue,
                    count=self._desk.records.count(layer.id),
                    visibility=self.visibility(layer.id),
                )
                for layer in (self._desk.codebook.layers if is_open else ())
            ]
        )
        self.left.setText(self._left() if is_open else "")

    def _left(self) -> str:
        n = self._desk.suggestions
        return ngettext("one suggestion left", "{n} suggestions left", n) if n else _("no suggestion left")

    def _open(self) -> None:
        self.say("")
        self.show_counts()

    def visibility(self, layer: str) -> Visibility:
        """How the records of a layer are shown."""
        return self._visibility.get(layer, Visibility.SHOWN)

    def say(self, text: str) -> None:
        """Say what just happened, to a screen reader too."""
        self.said.setText(text)
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, text))

    def show_followed(self, number: int) -> None:
        """Say how many suggestions followed the last decision; nothing for none."""
        words = ngettext("one more follows your decision", "{n} more follow your decision", number)
        self.follow.setText(words)
        self.follow.setToolTip(_("Suggestions that changed with your last decision: look through them"))
        self.said.setMinimumWidth(0 if number else _SAID)
        self.follow.setVisible(number > 0)
        if number:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.follow, words))

    def _switch(self, layer: str, visibility: Visibility) -> None:
        self._visibility[layer] = visibility
        self.switched.emit(layer, visibility.value)
