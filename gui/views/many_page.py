"""What the inspector shows while several records are chosen: what they share, to be set for all at once."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from annotation.codebook import Layer
from annotation.fields import Field
from annotation.i18n import Message, _, ngettext
from annotation.operations import EditFeatures
from annotation.project import Operation
from annotation.records import Annotation, Json, is_suggestion
from gui.actions import ActionTable
from gui.editors import Offers
from gui.views.desk import Desk
from gui.views.hand import Hand
from gui.views.record_form import RecordForm
from gui.widgets.button import ActionButton, icon_button
from gui.widgets.dates import number_words
from gui.widgets.label import label


class ManyPage(QScrollArea):
    """Counts the chosen records; where all are of one layer, shows its form with the values they share.

    Emits `left` when the keyboard is to go back to the article.
    """

    left = Signal()

    def __init__(
        self, desk: Desk, hand: Hand, offers: Offers, actions: ActionTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hand = hand
        self._offers = offers
        self.forms: dict[str, RecordForm] = {}
        self.title = label("", "heading")
        self.layers = label("", "small", wrap=True)
        self.accept = ActionButton(actions["suggestion.accept"], "primary", "check")
        self.reject = ActionButton(actions["suggestion.reject"], icon="x")
        self.delete = icon_button("trash-2", _("Delete them"))
        self.delete.clicked.connect(actions["record.delete"].trigger)
        content = QWidget()
        content.setObjectName("content")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 12, 12, 16)
        self._column.setSpacing(10)
        self._lay_out()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    @property
    def records(self) -> list[Annotation]:
        """The chosen records."""
        return [found for id_ in self._desk.chosen if (found := self._desk.records.get(id_))]

    @property
    def form(self) -> RecordForm | None:
        """The form that is shown; None where the records are of several layers."""
        layers = {record.layer for record in self.records}
        return self.forms.get(next(iter(layers))) if len(layers) == 1 else None

    def show_chosen(self) -> None:
        """Show what the chosen records share now."""
        records = self.records
        if not records:
            return
        n = len(records)
        self.title.setText(ngettext("one record", "{n} records", n))
        self.layers.setText(self._count(records))
        waiting = any(map(is_suggestion, records))
        self.accept.setVisible(waiting)
        self.reject.setVisible(waiting)
        self.delete.setEnabled(self._desk.editable)
        layer = self._desk.layer_of(records[0])
        shown = self._form(layer) if layer and len({one.layer for one in records}) == 1 else None
        for form in self.forms.values():
            form.setVisible(form is shown)
        if shown is not None:
            shown.show_several(records, editable=self._desk.editable)

    def focus_first(self) -> None:
        """Give the keyboard to the first field, or to the first button."""
        form = self.form
        target: QWidget = next(iter(form.shown), self.delete) if form else self.delete
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def commit(self) -> None:
        """Decide on what was typed so far."""
        if self.isVisible() and (form := self.form):
            form.commit()

    def forget(self) -> None:
        """Make the forms anew when they are needed, as for another codebook."""
        for form in self.forms.values():
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()
        self.forms.clear()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for one in (self.accept, self.reject):
            buttons.addWidget(one, 1)
        buttons.addStretch()
        buttons.addWidget(self.delete)
        self._column.addWidget(self.title)
        self._column.addWidget(self.layers)
        self._column.addLayout(buttons)
        self._column.addStretch()

    def _count(self, records: Sequence[Annotation]) -> str:
        """How many of each layer, and how many suggestions."""
        numbers = Counter(record.layer for record in records)
        codebook = self._desk.codebook
        parts = [
            f"{layer.texts} {number_words(numbers[layer.id])}"
            for layer in codebook.layers
            if numbers[layer.id]
        ]
        waiting = sum(map(is_suggestion, records))
        if waiting:
            parts.append(
                ngettext("one suggestion", "{number} suggestions", waiting, number=number_words(waiting))
            )
        return " · ".join(parts)

    def _form(self, layer: Layer) -> RecordForm:
        if layer.id not in self.forms:
            form = self.forms[layer.id] = RecordForm(layer, self._offers)
            form.committed.connect(self._commit)
            form.left.connect(self.left)
            self._column.insertWidget(self._column.count() - 1, form)
        return self.forms[layer.id]

    def _commit(self, field: Field, value: Json, first: tuple[Operation, ...]) -> None:
        """Give all chosen records a value, in one step."""
        records, me = self.records, self._hand.me
        edits = [
            EditFeatures(annotation=record.id, features={field.id: value}, actor=me)
            for record in records
            if record.features.get(field.id) != value or is_suggestion(record)
        ]
        title = Message("Change {fields} of one record", {"fields": field.id},
                        "Change {fields} of {n} records", len(edits))  # fmt: skip
        if edits and self._hand.do_together(title, [*first, *edits]):
            self._hand.said.emit(_("Done: {act}", act=title))
        self.show_chosen()
