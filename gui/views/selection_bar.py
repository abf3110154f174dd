"""The light bar by words that were selected with the mouse: what can be made of them, and with which keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from annotation.codebook import Layer
from annotation.i18n import _, pick
from gui.widgets.floating import Floating
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

Make = Callable[[Layer], object]


class LayerButton(QPushButton):
    """One layer: its hue, its name and its key. It leaves the keyboard where it is."""

    def __init__(self, layer: Layer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(layer.text)
        self.setToolTip(pick(layer.help))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 3, 8, 3)
        self._row.setSpacing(6)
        square = HueMark(layer.hue)
        key = [label(layer.key.upper(), "keycap")] if layer.key else []
        parts: list[QWidget] = [square, label(layer.text), *key]
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(part)

    def sizeHint(self) -> QSize:
        """Room for all that is in it."""
        return self._row.sizeHint()


class SelectionBar(Floating):
    """Offers `layers` and calls `make(layer)` for the one that is clicked. It hides itself then."""

    def __init__(self, owner: QWidget, layers: Sequence[Layer], make: Make) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self.setAccessibleName(_("New record on the selected words"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._make = make
        row = QHBoxLayout(content)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(0)
        self.buttons = {layer.id: LayerButton(layer) for layer in layers}
        for layer in layers:
            self.buttons[layer.id].clicked.connect(lambda _checked=False, layer=layer: self._take(layer))
            row.addWidget(self.buttons[layer.id])

    def open_at(self, rect: QRect) -> None:
        """Show it beneath a rectangle of the screen."""
        anchor = self.owner
        self.place_under(QRect(anchor.mapFromGlobal(rect.topLeft()), rect.size()), anchor)
        self.show()

    def _take(self, layer: Layer) -> None:
        self.hide()
        self._make(layer)
