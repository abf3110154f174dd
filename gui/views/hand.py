"""What an annotator does to the open article: every deed is one operation, saved before the next."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from annotation.codebook import Layer
from annotation.entities import carriers, guess_features
from annotation.fields import Field
from annotation.i18n import Message, _
from annotation.operations import (
    Accept,
    AddAnnotations,
    Discard,
    EditFeatures,
    EditNote,
    EditSpans,
    Together,
)
from annotation.project import Operation
from annotation.records import Annotation, Json, Place, Span, Spans, is_suggestion, new_id, place_of
from gui.views.choice_acts import accepting, discarding, labelling, rejecting
from gui.views.desk import Desk
from gui.views.figures import read_figure
from gui.views.marks import chip_of

ACCEPT = Message("Accept “{words}”").one
REJECT = Message("Reject “{words}”").one
DELETE = Message("Delete “{words}”").one
CHANGE = Message("Change {field} of “{words}”").one
MOVE = Message("Change the words of “{words}”").one
NOTE = Message("Change the note of “{words}”").one
ADD = Message("Add {layer} “{words}”").one
"""What acts are called, with the words of the record that they were done to."""
_SHORT = 40
"""Code points of a record's words that a title has at most."""


class Hand(QObject):
    """Acts on the record that the desk has selected. Emits `said(text)` for what a reader should hear."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.passes: Callable[[Annotation], bool] = lambda record: True
        """Whether a record is walked to: not where its layer stands back."""

    # ------------------------------------------------------------ walking

    def step(self, forward: bool = True, wanted: Callable[[Annotation], bool] = is_suggestion) -> bool:
        """Select the next wanted record in reading order, or the one before; whether there was one."""
        look = self.desk.records.next if forward else self.desk.records.previous
        found = look(self.desk.place(), lambda record: wanted(record) and self.passes(record))
        if found is None:
            self._say_nothing_left()
            return False
        self.desk.select(found.id)
        self.say(found)
        return True

    def say(self, record: Annotation) -> None:
        """Say what a record is."""
        layer = self.desk.layer_of(record)
        parts = [layer.text if layer else record.layer, " ".join(chip_of(record, layer)).strip()]
        what = ", ".join(dict.fromkeys(part for part in parts if part))
        self.said.emit(_("“{words}”: {what}", words=self.desk.words(record), what=what))

    def go_on(self, place: Place) -> None:
        """Select the first suggestion after a place; nothing where none is left."""
        found = self.desk.records.next(place, lambda record: is_suggestion(record) and self.passes(record))
        self.desk.select(found.id if found else None)
        if found:
            self.say(found)
        else:
            self._say_nothing_left()

    def _say_nothing_left(self) -> None:
        if self.desk.suggestions:
            self.said.emit(_("No suggestion is left in the layers that are shown."))
        else:
            self.said.emit(_("No suggestion is left in this article."))

    # ------------------------------------------------------------ deciding

    def accept(self) -> None:
        """Make the selected suggestion a label, and go to the next one; or all that are chosen."""
        record = self.desk.record
        if self.several:
            self._do_to_all(accepting(self.several, self.me))
        elif record and is_suggestion(record):
            with self.desk.selecting_once():
                if self.do(Accept(annotations=(record.id,), actor=self.me), self.named(ACCEPT, record)):
                    self.go_on(place_of(record))

    def reject(self) -> None:
        """Say that the selected suggestion is wrong, and go to the next one; or all that are chosen."""
        record = self.desk.record
        if self.several:
            self._do_to_all(rejecting(self.several, self.me))
        elif record and is_suggestion(record):
            self._discard(record)

    def discard(self) -> None:
        """Take the selected record away, or all that are chosen: one's own are gone, suggestions rejected."""
        record = self.desk.record
        if self.several:
            self._do_to_all(discarding(self.several, self.me))
        elif record:
            self._discard(record)

    @property
    def several(self) -> list[Annotation]:
        """The records that are chosen together; none where it is but one."""
        ids = self.desk.chosen
        return [record for id_ in ids if (record := self.desk.records.get(id_))] if len(ids) > 1 else []

    def _do_to_all(self, act: tuple[Operation, str] | None) -> None:
        """Do something to all chosen records in one step, and say so."""
        if act is not None and self.do(act[0]):
            self.said.emit(act[1])

    def _discard(self, record: Annotation) -> None:
        with self.desk.selecting_once():
            title = self.named(REJECT if is_suggestion(record) else DELETE, record)
            if not self.do(Discard(annotations=(record.id,), actor=self.me), title):
                return
            if is_suggestion(record):
                self.go_on(place_of(record))
            else:
                self.desk.select(None)
                self.said.emit(_("Deleted: “{words}”", words=self.desk.words(record)))

    def accept_all(self, ids: Sequence[str]) -> None:
        """Make several suggestions labels in one step."""
        chosen = [
            record.id for id_ in ids if (record := self.desk.records.get(id_)) and is_suggestion(record)
        ]
        if chosen:
            self.do(Accept(annotations=tuple(chosen), actor=self.me))

    def discard_all(self, ids: Sequence[str]) -> None:
        """Take several records away in one step."""
        if ids:
            self.do(Discard(annotations=tuple(ids), actor=self.me))

    # ------------------------------------------------------------ changing

    def label(self, tag: str) -> None:
        """Give the selected record another tag of its layer's chip field; on a suggestion, a correction."""
        record, layer = self.desk.record, self.desk.layer
        field = layer.field(layer.chip[0]) if layer and layer.chip else None
        if record is None or layer is None or field is None:
            return
        value = tagged(layer, tag)[field.id]
        if self.several:
            self._do_to_all(labelling(self.several, layer, field, value, self.me))
            return
        if is_suggestion(record) and record.features.get(field.id) == value:
            self.do(Accept(annotations=(record.id,), actor=self.me), self.named(ACCEPT, record))
        else:
            self.set_feature(field, value)
        if self.desk.record:
            self.say(self.desk.record)

    def set_feature(self, field: Field, value: Json, first: Sequence[Operation] = ()) -> None:
        """Set or clear a field of the selected record, after what must be done before."""
        record = self.desk.record
        if record is not None:
            edit = EditFeatures(annotation=record.id, features={field.id: value}, actor=self.me)
            self.do_together(self.named(CHANGE, record, field=field.text), [*first, edit])

    def set_spans(self, spans: Spans) -> None:
        """Move the spans of some roles of the selected record."""
        record = self.desk.record
        if record is not None and any(record.spans.get(role, ()) != found for role, found in spans.items()):
            edit = EditSpans(annotation=record.id, spans=spans, actor=self.me)
            self.do(edit, self.named(MOVE, record))

    def write_note(self, note: str) -> None:
        """Write the note of the selected record."""
        record = self.desk.record
        if record is not None and record.note != note.strip():
            edit = EditNote(annotation=record.id, note=note, actor=self.me)
            self.do(edit, self.named(NOTE, record))

    # ------------------------------------------------------------ making

    def make(self, layer: Layer, span: Span, tag: str = "") -> None:
        """Make a record of a layer on some words with the likeliest values, or a tag, and select it."""
        features = {**self.guess(layer, span), **tagged(layer, tag)}
        made = self.draft(layer, {layer.selection_role: (span,)}, features)
        if self.do(
            AddAnnotations(annotations=(made,), actor=self.me), self.named(ADD, made, layer=layer.text)
        ):
            self.desk.select(made.id)
            self.say(made)

    def guess(self, layer: Layer, span: Span) -> Mapping[str, Json]:
        """The likeliest values of the fields of a new record."""
        words = self.desk.text[span.start : span.end]
        figure = read_figure(words, self.desk.article.lang if self.desk.article else "", layer)
        alike = self.desk.records_named(words, layer)
        guessed = figure or guess_features(words, layer, self.desk.text, alike, self.desk.index)
        defaults = {field.id: field.default for field in layer.fields if field.default is not None}
        return {**defaults, **carriers(layer, span, self.desk.records), **guessed}

    def draft(self, layer: Layer, spans: Spans, features: Mapping[str, Json]) -> Annotation:
        """A new record of the annotator's that is not stored yet."""
        article, annotator = self.desk.article, self.desk.session.annotator
        assert article is not None, "only an open article is annotated"
        return Annotation(
            id=new_id(),
            article=article.id,
            annotator=self.me,
            layer=layer.id,
            spans=spans,
            features=features,
            origin=annotator.name if annotator else "",
        )

    # ------------------------------------------------------------ doing

    @property
    def me(self) -> str:
        """The id of who annotates."""
        return self.desk.session.me

    def named(self, act: str, record: Annotation, **values: str) -> Message:
        """What an act on a record is called in the undo menu: with the record's words, cut short."""
        words = self.desk.words(record)
        shown = words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
        return Message(act, {"words": shown, **values})

    def do(self, operation: Operation, title: Message | None = None) -> bool:
        """Do an operation, called by its own title or another, if the article can be annotated; whether."""
        return self.desk.editable and self.desk.session.apply(operation, title=title) is not None

    def do_together(self, title: Message, operations: Sequence[Operation]) -> bool:
        """Do several operations as one step under one title; whether they were done."""
        if len(operations) == 1:
            return self.do(operations[0], title)
        return self.do(Together(operations=tuple(operations), title=title, actor=self.me))


def tagged(layer: Layer, tag: str) -> dict[str, Json]:
    """The feature that gives a record of a layer a tag of its first chip field; {} for no tag."""
    field = layer.field(layer.chip[0]) if layer.chip else None
    return {field.id: [tag] if field.multiple else tag} if field and tag else {}
