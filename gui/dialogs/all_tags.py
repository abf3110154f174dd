"""All tags of the project: renamed, merged, coloured, removed."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _
from annotation.operations import PaintTag, RemoveTag, RenameTag
from annotation.project.tagged import TagCount
from gui.dialogs.wording import WordingDialog
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

_TAG = Qt.ItemDataRole.UserRole
_SIZE = 12


class AllTagsDialog(QDialog):
    """Lists tags with their counts. Emits `wanted(operation)` for what is to be done; `show_tags` follows."""

    wanted = Signal(object)

    def __init__(self, me: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All tags"))
        self._me = me
        self._hues: Mapping[str, str] = {}
        self.list = QListWidget()
        self.list.setAccessibleName(_("All tags"))
        self.list.setIconSize(QSize(_SIZE, _SIZE))
        self.list.setMinimumSize(360, 260)
        self._hint = label("", "small", wrap=True)
        self.buttons = {
            "rename": self._button(_("Rename or merge…"), self._rename),
            "paint": self._button(_("Colour…"), self._paint),
            "bare": self._button(_("No colour"), self._bare),
            "remove": self._button(_("Remove"), self._remove),
        }
        side = QVBoxLayout()
        for one in self.buttons.values():
            side.addWidget(one)
        side.addStretch()
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(side)
        closing = button(_("Close"))
        closing.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._hint)
        column.addWidget(closing, 0, Qt.AlignmentFlag.AlignRight)
        self.list.currentItemChanged.connect(lambda _new, _old: self._vouch())
        self.list.itemDoubleClicked.connect(lambda _item: self._rename())

    def show_tags(self, tags: Sequence[TagCount], hues: Mapping[str, str]) -> None:
        """Show these tags; the one that was chosen stays so."""
        self._hues = hues
        before = self.tag
        self.list.clear()
        for one in tags:
            item = QListWidgetItem(f"{one.tag}  ({number_words(one.articles)})")
            item.setData(_TAG, one.tag)
            if hue := hues.get(one.tag):
                picture = QPixmap(_SIZE, _SIZE)
                picture.fill(QColor(hue))
                item.setIcon(QIcon(picture))
            self.list.addItem(item)
            if one.tag == before:
                self.list.setCurrentItem(item)
        words = _("A name that another tag has makes one tag of both.")
        self._hint.setText(words if tags else _("No article has a tag yet: select articles and press T."))
        self._vouch()

    @property
    def tag(self) -> str:
        """The tag that is chosen, or ""."""
        items = self.list.selectedItems()
        return str(items[0].data(_TAG)) if items else ""

    def _button(self, text: str, slot: Callable[[], object]) -> QWidget:
        made = button(text)
        made.clicked.connect(slot)
        return made

    def _vouch(self) -> None:
        for name, one in self.buttons.items():
            one.setEnabled(bool(self.tag) and (name != "bare" or self.tag in self._hues))

    def _rename(self) -> None:
        prompt = _("New name of “{tag}”", tag=self.tag)
        asked = WordingDialog(_("Rename the tag"), prompt, self, text=self.tag)
        if self.tag and asked.exec() and asked.text != self.tag:
            self.wanted.emit(RenameTag(tag=self.tag, name=asked.text, actor=self._me))

    def _paint(self) -> None:
        before = QColor(self._hues.get(self.tag, "#0072B2"))
        chosen = QColorDialog.getColor(before, self, _("Colour of the tag"))
        if self.tag and chosen.isValid():
            self.wanted.emit(PaintTag(tag=self.tag, hue=chosen.name(), actor=self._me))

    def _bare(self) -> None:
        self.wanted.emit(PaintTag(tag=self.tag, hue="", actor=self._me))

    def _remove(self) -> None:
        self.wanted.emit(RemoveTag(tag=self.tag, actor=self._me))
