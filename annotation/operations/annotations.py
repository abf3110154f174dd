"""Making, changing and discarding annotations."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotation.codebook import check_features
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._derivation import keep, own_version, point
from annotation.project import Writer
from annotation.records import Annotation, Article, Json, Spans, Status, now


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAnnotations:
    """Store new annotations of a person; their ids are made by the caller."""

    annotations: tuple[Annotation, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """What was added."""
        layers = {found.layer for found in self.annotations}
        values = {"layer": next(iter(layers)) if len(layers) == 1 else "", "n": len(self.annotations)}
        return Message("Add {layer}", values, "Add {n} annotations", len(self.annotations))

    def apply(self, writer: Writer) -> None:
        """Check each against the text and the codebook and store it."""
        moment = now()
        for found in self.annotations:
            stamped = replace(found, created=found.created or moment, updated=moment)
            writer.put(checked(writer, stamped))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFeatures:
    """Set or clear features of an annotation; of a suggestion, this makes the annotator's own corrected version."""

    annotation: str
    features: Mapping[str, Json]
    """Only what changes; None, "" or an empty list clears a feature."""
    actor: str

    @property
    def title(self) -> Message:
        """Which fields were changed."""
        return Message("Change {fields}", {"fields": ", ".join(self.features)})

    def apply(self, writer: Writer) -> None:
        """Store the annotator's version with the new features."""
        mine = own_version(writer, writer.get(Annotation, self.annotation), self.actor)
        edited = replace(mine, features={**mine.features, **self.features})
        keep(writer, checked(writer, edited), _edited(edited))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSpans:
    """Move the spans of some roles of an annotation, or of a suggestion's own version."""

    annotation: str
    spans: Spans
    """Only the roles that change; () removes a role's spans."""
    actor: str

    @property
    def title(self) -> Message:
        """That the spans were moved."""
        return Message("Move the span")

    def apply(self, writer: Writer) -> None:
        """Store the annotator's version with the new spans."""
        mine = own_version(writer, writer.get(Annotation, self.annotation), self.actor)
        spans = {role: found for role, found in {**mine.spans, **self.spans}.items() if found}
        edited = replace(mine, spans=spans)
        keep(writer, checked(writer, edited), _edited(edited))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditNote:
    """Write the note of an annotation; on a suggestion, this accepts it."""

    annotation: str
    note: str
    actor: str

    @property
    def title(self) -> Message:
        """That the note was changed."""
        return Message("Change the note")

    def apply(self, writer: Writer) -> None:
        """Store the annotator's version with the note."""
        mine = own_version(writer, writer.get(Annotation, self.annotation), self.actor)
        keep(writer, replace(mine, note=self.note.strip()), mine.status)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accept:
    """Make suggestions labels of the annotator, as they stand."""

    annotations: tuple[str, ...]
    actor: str

    @property
    def title(self) -> Message:
        """How many were accepted."""
        return Message("Accept", {}, "Accept {n} suggestions", len(self.annotations))

    def apply(self, writer: Writer) -> None:
        """Store the annotator's version of each."""
        for id_ in self.annotations:
            mine = own_version(writer, writer.get(Annotation, id_), self.actor)
            keep(writer, mine, mine.status if mine.counts else Status.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discard:
    """Reject suggestions, and remove annotations that the annotator made from nothing."""

    annotations: tuple[str, ...]
    actor: str

    @property
    def title(self) -> Message:
        """How many were discarded."""
        return Message("Discard", {}, "Discard {n} annotations", len(self.annotations))

    def apply(self, writer: Writer) -> None:
        """Keep a rejected version of each suggestion, so that it never comes back; remove the rest."""
        for id_ in self.annotations:
            record = writer.get(Annotation, id_)
            if record.annotator == self.actor and not record.basis:
                writer.remove(Annotation, id_)
                point(writer, record.article, self.actor, {id_: None})
            else:
                keep(writer, own_version(writer, record, self.actor), Status.REJECTED)


def checked(writer: Writer, annotation: Annotation) -> Annotation:
    """The annotation with its spans sorted and its features in stored form.

    Raises OperationError or InvalidValue for what the text or the codebook does not allow.
    """
    layer = writer.codebook.layer(annotation.layer)
    if layer is None:
        raise OperationError("The codebook has no layer “{layer}”: choose another.", layer=annotation.layer)
    length = writer.get(Article, annotation.article).length
    for role, spans in annotation.spans.items():
        if layer.role(role) is None:
            raise OperationError("The layer {layer} has no role “{role}”.", layer=layer.text, role=role)
        if any(not 0 <= span.start < span.end <= length for span in spans):
            raise OperationError("The words marked as {role} lie outside the text.", role=role)
    if not annotation.anchor(layer.anchors):
        raise OperationError("An annotation needs some words of the text: mark them first.")
    ordered = {role: tuple(sorted(found)) for role, found in annotation.spans.items() if found}
    return replace(annotation, spans=ordered, features=check_features(layer, annotation.features))


def _edited(record: Annotation) -> Status:
    return Status.EDITED if record.basis else Status.ACCEPTED
