"""The filters that hold, in words, each with a cross that takes it away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget

from annotation.i18n import _
from gui.theme import set_icon
from gui.widgets.button import button, icon_button
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

_LONGEST = 46
_GAP = 6


class FlowLayout(QLayout):
    """Widgets in lines from left to right, as many to a line as fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Put one more at the end. For Qt."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are. For Qt."""
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """The one at a place. For Qt."""
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Let go of the one at a place. For Qt."""
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """As high as its lines. For Qt."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines. For Qt."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place. For Qt."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """One line. For Qt."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest. For Qt."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            hint = item.sizeHint()
            if x + hint.width() > rect.right() + 1 and line:
                x, y, line = rect.x(), y + line + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x, line = x + hint.width() + _GAP, max(line, hint.height())
        return y + line - rect.y()


class FilterChip(QWidget):
    """One filter. Emits `removed`; Del and Backspace do as well."""

    removed = Signal()

    def __init__(self, text: str, hue: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "chip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        shown = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        self.words = label(shown)
        self.cross = icon_button("x", _("Take away the filter “{filter}”", filter=text), size=12)
        set_icon(self.cross, "x", "on_selected", size=12)
        self.cross.clicked.connect(self.removed)
        self.setToolTip(text if shown != text else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 3, 1)
        row.setSpacing(2)
        self.square = HueMark(hue)
        self.square.setVisible(bool(hue))
        row.addWidget(self.square)
        row.addSpacing(4 if hue else 0)
        row.addWidget(self.words)
        row.addWidget(self.cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the filter away by a key. For Qt."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ChipStrip(QWidget):
    """Shows filters, each a condition of the search. Emits `changed` when a person took one away, or all."""

    changed = Signal()
    saving = Signal()

    def __init__(
        self,
        say: Callable[[str], str],
        hue: Callable[[str], str] = lambda _condition: "",
        parent: QWidget | None = None,
    ) -> None:
        """`say` puts a condition into words, `hue` gives the colour of what it is about."""
        super().__init__(parent)
        self._say = say
        self._hue = hue
        self._filters: list[str] = []
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: list[FilterChip] = []

    @property
    def filters(self) -> Sequence[str]:
        """The conditions, all of which hold."""
        return tuple(self._filters)

    def set_filters(self, filters: Sequence[str]) -> None:
        """Show these filters; nothing is emitted."""
        self._filters = list(dict.fromkeys(one for one in filters if one.strip()))
        self._show()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.chips = []
        for one in self._filters:
            chip = FilterChip(self._say(one), self._hue(one), self)
            chip.removed.connect(lambda one=one: self._remove(one))
            self.chips.append(chip)
            self._flow.addWidget(chip)
        if len(self._filters) > 1:
            clear = button(_("Clear all"), "link")
            clear.clicked.connect(self.clear)
            self._flow.addWidget(clear)
        if self._filters:
            save = button(_("Save…"), "link")
            save.clicked.connect(self.saving)
            self._flow.addWidget(save)
        for place in range(self._flow.count()):
            if (item := self._flow.itemAt(place)) and (widget := item.widget()):
                widget.show()
        self.setVisible(bool(self._filters))
        self.updateGeometry()

    def clear(self) -> None:
        """Take all filters away."""
        if self._filters:
            self.set_filters(())
            self.changed.emit()

    def _remove(self, one: str) -> None:
        self.set_filters([other for other in self._filters if other != one])
        self.changed.emit()
