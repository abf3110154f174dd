"""A record that is being made in a sentence bar: nothing of it is stored before it is committed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from annotation.codebook import Layer, Slot, sentence_of
from annotation.entities import carriers, enclosing, likely_reference
from annotation.fields import Field, kind_of
from annotation.i18n import Message
from annotation.operations import Accept, AddAnnotations, EditFeatures, EditSpans, own_id
from annotation.project import Operation
from annotation.records import Annotation, Json, Span, is_suggestion, new_id
from gui.editors import Offer
from gui.views.desk import Desk
from gui.views.marks import DRAFT
from gui.views.offers import ArticleOffers

_EMPTY: tuple[Json, ...] = (None, "", [], {})


@dataclass(slots=True)
class Draft:
    """Spans and features in the making, and what must be done before they can be stored."""

    layer: Layer
    words: Span
    """The words that were selected."""
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    features: dict[str, Json] = field(default_factory=dict)
    first: dict[str, tuple[Operation, ...]] = field(default_factory=dict)
    """{field: operations that make its value possible}"""
    basis: Annotation | None = None
    """The suggestion that the record corrects; None where it is new."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The places of the sentence."""
        return sentence_of(self.layer)

    def lacks(self, slot: Slot) -> bool:
        """Whether a place that must be filled is empty."""
        if slot.field and slot.field.required and self.features.get(slot.field.id) in _EMPTY:
            return True
        return bool(slot.role and slot.role.required and not self.spans.get(slot.role.id))

    @property
    def is_complete(self) -> bool:
        """Whether every place that must be filled is."""
        return not any(self.lacks(slot) for slot in self.slots)

    def set_value(self, of: Field, offer: Offer | None) -> None:
        """Fill a field, or empty it."""
        if offer is None or offer.value in _EMPTY:
            self.features.pop(of.id, None)
            self.first.pop(of.id, None)
        else:
            self.features[of.id] = offer.value
            self.first[of.id] = offer.first

    def record(self, article: str, me: str) -> Annotation:
        """The record as it looks so far, to be drawn."""
        spans = {role: found for role, found in self.spans.items() if found}
        return Annotation(
            id=DRAFT, article=article, annotator=me, layer=self.layer.id, spans=spans, features=self.features
        )

    def operations(self, article: str, me: str, origin: str) -> tuple[list[Operation], str]:
        """What stores the record, and the id that it has then."""
        before = list(dict.fromkeys(one for found in self.first.values() for one in found))
        spans = {role: found for role, found in self.spans.items() if found}
        if self.basis is None:
            made = replace(self.record(article, me), id=new_id(), spans=spans, origin=origin)
            return [*before, AddAnnotations(annotations=(made,), actor=me)], made.id
        return [*before, *self._corrections(self.basis, me)], own_id(self.basis, me)

    def _corrections(self, basis: Annotation, me: str) -> list[Operation]:
        roles = {*basis.spans, *self.spans}
        moved = {
            role: self.spans.get(role, ())
            for role in roles
            if self.spans.get(role, ()) != basis.spans.get(role, ())
        }
        keys = {*basis.features, *self.features}
        changed = {
            key: self.features.get(key) for key in keys if self.features.get(key) != basis.features.get(key)
        }
        done: list[Operation] = [Accept(annotations=(basis.id,), actor=me)]
        if moved:
            done.append(EditSpans(annotation=basis.id, spans=moved, actor=me))
        if changed:
            done.append(EditFeatures(annotation=basis.id, features=changed, actor=me))
        return done

    @property
    def title(self) -> Message:
        """What storing the record is called."""
        return Message("Add {layer}", {"layer": self.layer.text})


def begin_draft(desk: Desk, offers: ArticleOffers, layer: Layer, words: Span) -> Draft:
    """A draft on selected words, with all that is likely already in it."""
    basis = _suggestion_at(desk, layer, words) if len(layer.roles) > 1 else None
    draft = Draft(layer, words, basis=basis)
    draft.spans = {**(basis.spans if basis else {}), layer.selection_role: (words,)}
    asked = [slot.field.id for slot in draft.slots if slot.field]
    draft.features = {
        **{one.id: one.default for one in layer.fields if one.default is not None},
        **carriers(layer, words, desk.records, asked),
        **(basis.features if basis else {}),
    }
    if basis is None:
        _guess_first_name(desk, offers, draft)
    return draft


def _suggestion_at(desk: Desk, layer: Layer, words: Span) -> Annotation | None:
    """The suggestion of the layer that selected words most likely mean."""
    return enclosing([record for record in desk.records if is_suggestion(record)], [layer.id], words)


def _guess_first_name(desk: Desk, offers: ArticleOffers, draft: Draft) -> None:
    """Fill the first place that points at somebody with the likeliest one."""
    slot = next((slot for slot in draft.slots if slot.field and not slot.role and _points(slot.field)), None)
    if slot is None or slot.field is None:
        return
    records: Sequence[Annotation] = list(desk.records)
    names = desk.names(slot.field.layers)
    value = likely_reference(slot.field, draft.words, desk.text, desk.codebook, records, names)
    draft.set_value(slot.field, offers.offer_for(slot.field, value))


def _points(of: Field) -> bool:
    return kind_of(of).widget == "reference"
