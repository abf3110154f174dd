"""Labelling every mention of the same words in an article as one of them is labelled."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotation.codebook import Layer
from annotation.entities import find_occurrences
from annotation.i18n import Message
from annotation.operations.alike_places import look_at
from annotation.operations.annotations import AddAnnotations, EditFeatures
from annotation.project import ProjectReader, Writer
from annotation.project.mentions import Standing
from annotation.records import MACHINE, Annotation, Article, Json, Span, Status, is_suggestion, new_id, quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Where an article has the same words as a record, and what stands there for an annotator."""

    annotation: str
    words: str
    bare: tuple[Span, ...] = ()
    """Places at which no record of the layer is."""
    suggested: tuple[str, ...] = ()
    """Ids of suggestions of exactly these words that wait for a decision; the record's own, if it is one."""
    kept: int = 0
    """How many places stay as they are: decided already, or part of other words that are marked."""

    def __len__(self) -> int:
        """How many mentions can be labelled."""
        return len(self.bare) + len(self.suggested)


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelAlike:
    """Give every mention of `alike` the features of its record, without those that point at other records."""

    alike: Alike
    actor: str
    origin: str = ""
    """What new records are said to be made by."""

    @property
    def title(self) -> Message:
        """How many mentions of which words."""
        words = self.alike.words
        return Message("Label one mention of {words}", {"words": words}, "Label {n} mentions of {words}",
                       len(self.alike))  # fmt: skip

    def apply(self, writer: Writer) -> None:
        """Decide about the suggestions and add what is missing. Raises Missing where the record is gone."""
        record = writer.get(Annotation, self.alike.annotation)
        layer = writer.codebook.layer(record.layer)
        features = copied_features(record, layer)
        for id_ in self.alike.suggested:
            EditFeatures(annotation=id_, features=features, actor=self.actor).apply(writer)
        made = tuple(self._new(record, features, span) for span in self.alike.bare)
        AddAnnotations(annotations=made, actor=self.actor).apply(writer)

    def _new(self, record: Annotation, features: Mapping[str, Json], span: Span) -> Annotation:
        made = made_like(record, record.article, span, self.actor, self.origin)
        return replace(made, features=features)


def made_like(record: Annotation, article: str, span: Span, actor: str, origin: str) -> Annotation:
    """A new record of `actor` that says of other words what a record of one role says of its own."""
    (role,) = record.spans
    return replace(
        record,
        id=new_id(),
        article=article,
        annotator=actor,
        spans={role: (span,)},
        status=Status.ACCEPTED,
        origin=origin,
        confidence=None,
        note="",
        basis=None,
        why="",
        created="",
    )


def find_alike(reader: ProjectReader, record: Annotation, me: str) -> Alike | None:
    """Where else the words of a record stand in its article; None for a record of more than one stretch.

    What `me` decided, and what they rejected, stays; so do places where only other words are marked.
    """
    spans = Standing.of(record).spans
    article = reader.find(Article, record.article)
    if len(spans) != 1 or article is None:
        return None
    text = reader.text(article)
    (words,) = quote(text, spans)
    places = [place for place in find_occurrences(words, text) if place != spans[0]]
    here = [one for one in reader.annotations(article, {me, MACHINE.id}) if one.layer == record.layer]
    found = list(look_at(places, map(Standing.of, here), me))
    suggested = [place.suggestion.id for place in found if place.suggestion]
    return Alike(
        annotation=record.id,
        words=" ".join(words.split()),
        bare=tuple(place.span for place in found if place.is_bare),
        suggested=(*([record.id] if is_suggestion(record) else []), *suggested),
        kept=sum(not place.is_free for place in found),
    )


def copied_features(record: Annotation, layer: Layer | None) -> dict[str, Json]:
    """The features of a record that hold for the same words elsewhere: all but what points at a record."""
    pointing = {field.id for field in layer.fields if field.kind == "reference"} if layer else set[str]()
    return {key: value for key, value in record.features.items() if key not in pointing}
