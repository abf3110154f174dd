"""The fields of a record as the codebook defines them, each with its editor."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from annotation.codebook import Layer
from annotation.codebook.guiding import tip_of
from annotation.fields import Field
from annotation.i18n import _
from annotation.records import Annotation, Json
from gui.editors import Editor, Offers, editor_for
from gui.widgets.label import label
from gui.widgets.tip import tip_words

LABELS = 84
"""Width of the column of labels, px."""
_EMPTY: tuple[Json, ...] = (None, "", [], {})


class RecordForm(QWidget):
    """One row a field, in the codebook's order; rows come and go with the fields they depend on.

    Emits `committed(field, value, operations)` for a decision, and `left` when the keyboard is to go back.
    """

    committed = Signal(object, object, object)
    left = Signal()

    def __init__(self, layer: Layer, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self.editors: dict[str, Editor] = {}
        self.labels: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(layer.fields):
            self._add(grid, row, field, offers)

    def show_record(self, record: Annotation, *, editable: bool) -> None:
        """Show the values of a record of the layer."""
        for field in self.layer.fields:
            editor, value = self.editors[field.id], record.features.get(field.id)
            editor.show_value(value)
            editor.setEnabled(editable)
            shown = field.is_visible(record.features) or value not in _EMPTY
            for part in (editor, self.labels[field.id]):
                part.setVisible(shown)
            missing = field.is_required(record.features) and shown and value in _EMPTY
            self._mark(field, missing=missing)

    def show_several(self, records: Sequence[Annotation], *, editable: bool) -> None:
        """Show what several records of the layer share; fields in which they differ say so."""
        first = records[0]
        values = {field.id: [one.features.get(field.id) for one in records] for field in self.layer.fields}
        same = {key: found[0] for key, found in values.items() if all(one == found[0] for one in found)}
        shared = {key: value for key, value in same.items() if value not in _EMPTY}
        self.show_record(replace(first, features=shared), editable=editable)
        for field in self.layer.fields:
            if field.id not in same:
                self._mark(field, missing=False)
                self.labels[field.id].setText(_("{field}: differs", field=field.text))
                for part in (self.editors[field.id], self.labels[field.id]):
                    part.setVisible(True)

    def commit(self) -> None:
        """Decide on what was typed so far."""
        for editor in self.editors.values():
            editor.commit()

    @property
    def shown(self) -> Iterator[Editor]:
        """The editors of the fields that apply."""
        return (editor for editor in self.editors.values() if editor.isVisibleTo(self))

    def _add(self, grid: QGridLayout, row: int, field: Field, offers: Offers) -> None:
        name = label(field.text, "muted", wrap=True)
        name.setToolTip(tip_words(tip_of(field)))
        editor = editor_for(field, offers)
        editor.setToolTip(tip_words(tip_of(field)))
        editor.committed.connect(lambda value, first: self.committed.emit(field, value, first))
        editor.left.connect(self.left)
        name.setBuddy(editor)
        name.setMinimumHeight(28)
        grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(editor, row, 1, Qt.AlignmentFlag.AlignTop)
        self.labels[field.id], self.editors[field.id] = name, editor

    def _mark(self, field: Field, *, missing: bool) -> None:
        """Say by word and colour that a required field has no value."""
        name = self.labels[field.id]
        name.setText(_("{field}: missing", field=field.text) if missing else field.text)
        role = "danger" if missing else "muted"
        if name.property("role") != role:
            name.setProperty("role", role)
            name.style().polish(name)
