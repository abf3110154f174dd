"""Which columns the table shows: a list to tick, in a small window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from annotation.codebook import Codebook
from annotation.i18n import _
from annotation.records import fold_name
from gui.models.corpus_table import COLUMNS, MORE_COLUMNS, column_title
from gui.widgets.button import button
from gui.widgets.hairline import Hairline
from gui.widgets.label import label
from gui.widgets.popover import Popover

_WIDTH, _HEIGHT = 300, 420


def column_titles(codebook: Codebook, metadata: Sequence[str]) -> dict[str, str]:
    """Every column that there is with its head, the title left out."""
    plain = [name for name, _key in COLUMNS[1:]] + list(MORE_COLUMNS)
    found = {name: column_title(name) for name in plain}
    for layer in codebook.layers:
        found[f"labels.{layer.id}"] = layer.texts
    for layer in codebook.layers:
        found[f"suggestions.{layer.id}"] = _("{layer}, suggested", layer=layer.texts)
    return {**found, **{f"meta.{key}": key for key in metadata}}


class ColumnChooser(Popover):
    """Offers columns to tick. Emits `chosen(columns)` at every tick; deletes itself when it closes."""

    chosen = Signal(object)

    def __init__(self, owner: QWidget, titles: dict[str, str], shown: Sequence[str]) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self._shown = [name for name in shown if name != "title"]
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find a column"))
        self.line.setAccessibleName(_("Find a column"))
        self.line.textChanged.connect(self._narrow)
        self.boxes: dict[str, QCheckBox] = {}
        self._heads: dict[str, QWidget] = {}
        inside = QWidget()
        inside.setObjectName("floating")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(4, 4, 4, 4)
        self._rows.setSpacing(2)
        for name, title in titles.items():
            self._add(name, title)
        self._rows.addStretch()
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        area.setWidget(inside)
        usual = button(_("As at first"), "link")
        usual.clicked.connect(self._reset)
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 8, 8, 4)
        for part in (self.line, area, Hairline(), usual):
            column.addWidget(part)
        content.setFixedSize(_WIDTH, min(_HEIGHT, max(240, owner.window().height() - 160)))
        self.closed.connect(self.deleteLater)

    def _add(self, name: str, title: str) -> None:
        heads = {"labels.": _("Labels of a layer"), "suggestions.": _("Suggestions of a layer"),
                 "meta.": _("What the files said besides")}  # fmt: skip
        for start, words in heads.items():
            if name.startswith(start) and start not in self._heads:
                head = self._heads[start] = label(words, "section")
                head.setContentsMargins(2, 8, 0, 2)
                self._rows.addWidget(head)
        box = self.boxes[name] = QCheckBox(title)
        box.setChecked(name in self._shown)
        box.toggled.connect(lambda on, name=name: self._turn(name, on=on))
        self._rows.addWidget(box)

    def _turn(self, name: str, *, on: bool) -> None:
        self._shown = [other for other in self._shown if other != name] + ([name] if on else [])
        self.chosen.emit(tuple(self._shown))

    def _reset(self) -> None:
        usual = [name for name, _key in COLUMNS[1:]]
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(name in usual)
            box.blockSignals(False)
        self._shown = usual
        self.chosen.emit(tuple(usual))

    def _narrow(self, typed: str) -> None:
        wanted = fold_name(typed)
        for box in self.boxes.values():
            box.setVisible(wanted in fold_name(box.text()))
        for start, head in self._heads.items():
            below = (box for name, box in self.boxes.items() if name.startswith(start))
            head.setVisible(any(wanted in fold_name(box.text()) for box in below))
