"""Choosing the format of an export: all there are, by what they are for, found by typing."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from annotation.exporters import Exporter
from annotation.i18n import _
from gui.theme import current_theme, interface_font
from gui.widgets.label import label
from resources import RESOURCES

_NAME = Qt.ItemDataRole.UserRole
_SEARCHED = Qt.ItemDataRole.UserRole + 1
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_WIDTH, _ROW, _HEAD = 264, 27, 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Formats that are for the same: {name: what it writes}, in English; translated when shown."""

    title: str
    formats: Mapping[str, str]


def groups_of(plugs: Mapping[str, Exporter]) -> tuple[Group, ...]:
    """The formats by what they are for; those that no table knows come last, under others."""
    table = tomllib.loads((RESOURCES / "exports" / "formats.toml").read_text("utf-8"))
    known = [
        Group(
            title=group["title"],
            formats={one["name"]: one["text"] for one in group["format"] if one["name"] in plugs},
        )
        for group in table["group"]
    ]
    named = {name for group in known for name in group.formats}
    others = Group(title=_("Others"), formats={name: "" for name in plugs if name not in named})
    return tuple(group for group in (*known, others) if group.formats)


class FormatList(QWidget):
    """A line to search with, over the formats in their groups.

    Emits `chosen(name)` when another format is chosen.
    """

    chosen = Signal(str)

    def __init__(self, plugs: Mapping[str, Exporter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: dict[str, str] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find a format"))
        self.line.setAccessibleName(_("Find a format"))
        self.line.setClearButtonEnabled(True)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(_("Format"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = label(_("No format is called that."), "muted", wrap=True)
        self.nothing.hide()
        for group in groups_of(plugs):
            self._add_group(group, plugs)
        self.list.currentItemChanged.connect(self._tell)
        self.line.textChanged.connect(self._search)
        self._lay_out()

    @property
    def format(self) -> str:
        """The name of the chosen format, "" for none."""
        index = self.list.currentIndex()
        return str(index.data(_NAME)) if index.isValid() else ""

    @property
    def sentence(self) -> str:
        """What the chosen format writes, in the user's language; "" where nobody says."""
        return _(self._texts.get(self.format, ""))

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the formats that the search leaves, from top to bottom."""
        return tuple(str(item.data(_NAME)) for item in self._formats() if not item.isHidden())

    def choose(self, name: str) -> None:
        """Choose a format; the first one where there is none of this name."""
        formats = list(self._formats())
        item = next((one for one in formats if one.data(_NAME) == name), next(iter(formats), None))
        if item is not None:
            self.list.setCurrentItem(item)
            self.list.scrollToItem(item)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys of the search line walk the list; Enter ends the search, and saves nothing yet."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event.key())
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.list.setFocus()
        elif key == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
        elif key in _STEPS:
            self._step(_STEPS[Qt.Key(key)])
        else:
            return False
        return True

    def _step(self, rows: int) -> None:
        names = self.shown
        if names:
            place = names.index(self.format) + rows if self.format in names else 0
            self.choose(names[max(0, min(len(names) - 1, place))])

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)

    def _add_group(self, group: Group, plugs: Mapping[str, Exporter]) -> None:
        head = QListWidgetItem(_(group.title), self.list)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        font = interface_font()
        font.setPixelSize(11)
        font.setBold(True)
        head.setFont(font)
        head.setForeground(current_theme()["muted"])
        head.setTextAlignment(Qt.AlignmentFlag.AlignBottom)
        head.setSizeHint(QSize(0, _HEAD))
        self._texts.update(group.formats)
        for name, text in group.formats.items():
            item = QListWidgetItem(_(plugs[name].label), self.list)
            item.setData(_NAME, name)
            item.setToolTip(_(text))
            item.setSizeHint(QSize(0, _ROW))
            words = (name, plugs[name].extension, item.text(), _(text), head.text())
            item.setData(_SEARCHED, " ".join(words).casefold())

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.list.item(row) for row in range(self.list.count()))

    def _formats(self) -> Iterator[QListWidgetItem]:
        return (item for item in self._items() if item.data(_NAME) is not None)

    def _search(self, typed: str) -> None:
        """Show what has all the words; a group without a format that has them goes too."""
        words = typed.casefold().split()
        head = self.list.item(0)
        for item in self._items():
            if item.data(_NAME) is None:
                head = item
                head.setHidden(True)
                continue
            item.setHidden(not all(word in item.data(_SEARCHED) for word in words))
            if not item.isHidden():
                head.setHidden(False)
        self.nothing.setVisible(not self.shown)
        if self.shown and self.format not in self.shown:
            self.choose(self._likeliest(typed.strip().casefold()))
        elif self.shown:
            self.list.scrollToItem(self.list.currentItem())

    def _likeliest(self, typed: str) -> str:
        """The first format whose own name begins as was typed, else the first one shown."""
        shown = [item for item in self._formats() if not item.isHidden()]
        begins = (item for item in shown if item.text().casefold().startswith(typed))
        return str(next(begins, shown[0]).data(_NAME))

    def _tell(self) -> None:
        if self.format:
            self.chosen.emit(self.format)
