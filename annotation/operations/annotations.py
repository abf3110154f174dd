"""Making, changing and discarding annotations."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._checking import check_references, checked, checked_spans, with_features
from annotation.operations._derivation import keep, leaning_on, own_version, point
from annotation.project import Writer
from annotation.records import Annotation, Json, Spans, Status, now


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAnnotations:
    """Store new annotations of a person; their ids are made by the caller."""

    annotations: tuple[Annotation, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """What was added."""
        if len(self.annotations) == 1:
            return Message("Add {layer}", {"layer": self.annotations[0].layer})
        return Message("Add one annotation", {}, "Add {n} annotations", len(self.annotations))

    def apply(self, writer: Writer) -> None:
        """Check each against the text and the codebook and store it."""
        moment = now()
        for found in self.annotations:
            known = writer.find(Annotation, found.id)
            if known and (known.article, known.annotator) != (found.article, found.annotator):
                raise OperationError(
                    "The id “{id}” belongs to another annotation: make a new one.", id=found.id
                )
            stamped = replace(found, created=found.created or moment, updated=moment)
            writer.put(checked(writer, stamped))
        for found in self.annotations:
            check_references(writer, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFeatures:
    """Set or clear features of an annotation; of a suggestion, this makes the annotator's own version."""

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
        edited = with_features(writer, mine, self.features)
        check_references(writer, edited, only=self.features)
        _edit(writer, mine, edited)


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
        _edit(writer, mine, checked_spans(writer, replace(mine, spans=spans)))


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
        keep(writer, [replace(mine, note=self.note.strip())])


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
        versions = (own_version(writer, writer.get(Annotation, id_), self.actor) for id_ in self.annotations)
        keep(writer, [mine if mine.counts else replace(mine, status=Status.ACCEPTED) for mine in versions])


@dataclass(frozen=True, slots=True, kw_only=True)
class Discard:
    """Reject suggestions, and remove annotations that the annotator made from nothing.

    One of the latter that somebody else's record or a decision leans on is kept as rejected.
    """

    annotations: tuple[str, ...]
    actor: str

    @property
    def title(self) -> Message:
        """How many were discarded."""
        return Message("Discard", {}, "Discard {n} annotations", len(self.annotations))

    def apply(self, writer: Writer) -> None:
        """Keep a rejected version of each suggestion, so that it never comes back; remove the rest."""
        records = [writer.get(Annotation, id_) for id_ in dict.fromkeys(self.annotations)]
        gone = [record for record in records if self._goes(writer, record)]
        for record in gone:
            writer.remove(Annotation, record.id)
        for article in dict.fromkeys(record.article for record in gone):
            point(writer, article, self.actor, {one.id: None for one in gone if one.article == article})
        rejected = (own_version(writer, record, self.actor) for record in records if record not in gone)
        keep(writer, [replace(mine, status=Status.REJECTED) for mine in rejected])

    def _goes(self, writer: Writer, record: Annotation) -> bool:
        """Whether nothing is to be left of a record."""
        return record.annotator == self.actor and not record.basis and not leaning_on(writer, record)


def _edit(writer: Writer, before: Annotation, after: Annotation) -> None:
    """Store what an annotator made of their version, which counts from now on."""
    keep(writer, [counting(before, after)])


def counting(before: Annotation, after: Annotation) -> Annotation:
    """What an annotator made of their version, as it is stored: it counts, and says whether it was edited."""
    if after != before or not before.counts:
        return replace(after, status=Status.EDITED if after.basis else Status.ACCEPTED)
    return after
