"""Whether what is to be stored fits the text and the codebook."""

from collections.abc import Container, Mapping
from dataclasses import replace

from annotation.codebook import Layer, check_features
from annotation.operations._base import OperationError
from annotation.project import ProjectReader, Writer
from annotation.records import Annotation, Article, Json


def checked(writer: Writer, annotation: Annotation) -> Annotation:
    """The annotation with its spans sorted and its features in stored form.

    Raises OperationError or InvalidValue for what the text or the codebook does not allow.
    """
    length = writer.get(Article, annotation.article).length
    return fitted(annotation, layer_of(writer, annotation), length)


def layer_of(writer: ProjectReader, annotation: Annotation) -> Layer:
    """The layer of an annotation. Raises OperationError where the codebook has none."""
    layer = writer.codebook.layer(annotation.layer)
    if layer is None:
        raise OperationError("The codebook has no layer “{layer}”: choose another.", layer=annotation.layer)
    return layer


def checked_spans(writer: Writer, annotation: Annotation) -> Annotation:
    """The annotation with its spans in text order, each once.

    Raises OperationError for a role that the layer lacks, for spans outside the text, and for none at all.
    """
    return placed(annotation, layer_of(writer, annotation), writer.get(Article, annotation.article).length)


def fitted(annotation: Annotation, layer: Layer, length: int) -> Annotation:
    """As `checked`, for whoever knows the layer and how many code points the text has."""
    return replace(placed(annotation, layer, length), features=check_features(layer, annotation.features))


def placed(annotation: Annotation, layer: Layer, length: int) -> Annotation:
    """The annotation with its spans in text order, each once, in a text of so many code points.

    Raises OperationError for a role that the layer lacks, for spans outside the text, and for none at all.
    """
    for role, spans in annotation.spans.items():
        if layer.role(role) is None:
            raise OperationError("The layer {layer} has no role “{role}”.", layer=layer.text, role=role)
        if any(not 0 <= span.start < span.end <= length for span in spans):
            raise OperationError("The words marked as {role} lie outside the text.", role=role)
    if not annotation.anchor(layer.anchors):
        raise OperationError("An annotation needs some words of the text: mark them first.")
    ordered = {role: tuple(sorted(set(found))) for role, found in annotation.spans.items() if found}
    return annotation if ordered == annotation.spans else replace(annotation, spans=ordered)


def check_references(writer: Writer, annotation: Annotation, only: Container[str] | None = None) -> None:
    """Raise OperationError where a reference points at nothing of the article; `only` in these fields."""
    for field, id_ in writer.codebook.references(annotation):
        if only is not None and field.id not in only:
            continue
        target = writer.find(Annotation, id_)
        if target is None or target.article != annotation.article:
            raise OperationError(
                "{field} points at an annotation that the article does not have: pick another.",
                field=field.text,
            )


def with_features(writer: Writer, annotation: Annotation, changes: Mapping[str, Json]) -> Annotation:
    """The annotation with some features changed; an empty value takes one away.

    Raises InvalidValue for a changed value that does not fit. The others stay as they are, also those that an
    earlier codebook allowed.
    """
    layer = layer_of(writer, annotation)
    kept = {key: value for key, value in annotation.features.items() if key not in changes}
    return replace(annotation, features={**kept, **check_features(layer, changes)})
