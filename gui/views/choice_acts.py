"""What is done to several chosen records at once: accept, discard, label; each is one operation, one step."""

from collections.abc import Sequence

from annotation.codebook import Layer
from annotation.fields import Field
from annotation.i18n import Message, ngettext
from annotation.operations import Accept, Discard, EditFeatures, Together
from annotation.project import Operation
from annotation.records import Annotation, Json, is_suggestion


def accepting(records: Sequence[Annotation], actor: str) -> tuple[Operation, str] | None:
    """The acceptance of the suggestions among some records, and what to say of it; None without one."""
    ids = tuple(record.id for record in records if is_suggestion(record))
    said = ngettext("Accepted one suggestion", "Accepted {n} suggestions", len(ids))
    return (Accept(annotations=ids, actor=actor), said) if ids else None


def rejecting(records: Sequence[Annotation], actor: str) -> tuple[Operation, str] | None:
    """The rejection of the suggestions among some records, and what to say of it; None without one."""
    ids = tuple(record.id for record in records if is_suggestion(record))
    said = ngettext("Rejected one suggestion", "Rejected {n} suggestions", len(ids))
    return (Discard(annotations=ids, actor=actor), said) if ids else None


def discarding(records: Sequence[Annotation], actor: str) -> tuple[Operation, str] | None:
    """The removal of some records, suggestions rejected, and what to say of it; None without a record."""
    ids = tuple(record.id for record in records)
    said = ngettext("Deleted one record", "Deleted {n} records", len(ids))
    return (Discard(annotations=ids, actor=actor), said) if ids else None


def labelling(
    records: Sequence[Annotation], layer: Layer, field: Field, value: Json, actor: str
) -> tuple[Operation, str] | None:
    """The same value for a field of the records of a layer, and what to say of it; None where all have it.

    A suggestion that has the value already is accepted.
    """
    fitting = [record for record in records if record.layer == layer.id]
    same = tuple(one.id for one in fitting if is_suggestion(one) and one.features.get(field.id) == value)
    edits: list[Operation] = [
        EditFeatures(annotation=record.id, features={field.id: value}, actor=actor)
        for record in fitting
        if record.features.get(field.id) != value
    ]
    if same:
        edits.append(Accept(annotations=same, actor=actor))
    if not edits:
        return None
    number = len(edits) - bool(same) + len(same)
    title = Message("Label one record", {}, "Label {n} records", number)
    said = ngettext("Labelled one record", "Labelled {n} records", number)
    return Together(operations=tuple(edits), title=title, actor=actor), said
