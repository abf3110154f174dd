"""Tags of the chosen articles: ticked, half ticked where only some have one, and new ones."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from annotation.project.tagged import TagCount
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.hue_mark import HueMark
from gui.widgets.label import label

_WIDTH, _HEIGHT = 400, 300
_Check = Qt.CheckState


class TaggingDialog(QDialog):
    """Shows all tags of the project. `add` and `remove` say what is to be done with the articles."""

    def __init__(
        self,
        tags: Sequence[TagCount],
        among: Mapping[str, int],
        articles: int,
        hues: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Tags"))
        self._hues = hues
        self._before: dict[str, Qt.CheckState] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("New tag, or several with commas"))
        self.line.setAccessibleName(_("New tag"))
        self.line.returnPressed.connect(self.take_typed)
        taking = button(_("Add"))
        taking.clicked.connect(self.take_typed)
        taking.setAutoDefault(False)
        inside = QWidget()
        inside.setObjectName("content")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setSpacing(4)
        self._rows.addStretch()
        for one in tags:
            count = among.get(one.tag, 0)
            some = _Check.PartiallyChecked if count else _Check.Unchecked
            self._add(one.tag, _Check.Checked if count == articles else some, count)
        self._lay_out(inside, taking, articles)

    def _lay_out(self, inside: QWidget, taking: QWidget, articles: int) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setMinimumHeight(_HEIGHT)
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(taking)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(_("Apply"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(ngettext("For one article", "For {number} articles", articles,
                                        number=number_words(articles)), "heading"))  # fmt: skip
        column.addLayout(top)
        column.addWidget(area, 1)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        self.line.setFocus()

    @property
    def add(self) -> tuple[str, ...]:
        """Tags that all articles are to have."""
        return self._turned(_Check.Checked)

    @property
    def remove(self) -> tuple[str, ...]:
        """Tags that no article is to have any more."""
        return self._turned(_Check.Unchecked)

    def _turned(self, state: Qt.CheckState) -> tuple[str, ...]:
        """The tags that are in a state in which they were not."""
        boxes = self.boxes.items()
        return tuple(tag for tag, box in boxes if box.checkState() is state is not self._before[tag])

    def take_typed(self) -> None:
        """Tick the tags that were typed, new or not."""
        for typed in self.line.text().split(","):
            tag = " ".join(typed.split())
            if not tag:
                continue
            known = next((name for name in self.boxes if name.casefold() == tag.casefold()), None)
            if known is None:
                self._add(tag, _Check.Unchecked, 0)
                known = tag
            self.boxes[known].setCheckState(_Check.Checked)
        self.line.clear()

    def _add(self, tag: str, state: Qt.CheckState, count: int) -> None:
        box = self.boxes[tag] = QCheckBox(tag)
        box.setTristate(state is _Check.PartiallyChecked)
        box.setCheckState(state)
        self._before[tag] = state
        row = QHBoxLayout()
        row.setSpacing(8)
        if tag in self._hues:
            row.addWidget(HueMark(self._hues[tag]))
        row.addWidget(box, 1)
        row.addWidget(label(number_words(count) if count else "", "small"))
        self._rows.insertLayout(self._rows.count() - 1, row)

    def _accept(self) -> None:
        self.take_typed()
        self.accept()
