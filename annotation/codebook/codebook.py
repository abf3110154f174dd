"""A whole codebook."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotation.codebook.layer import Layer
from annotation.fields import Field, Labels, kind_of
from annotation.i18n import pick
from annotation.records import Annotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Layers by the order of their definition, and the reasons that reviewers give."""

    id: str
    version: str = "1"
    label: Labels = field(default_factory=dict)
    layers: tuple[Layer, ...] = ()
    reasons: tuple[tuple[str, Labels], ...] = ()
    """(id, labels) of the reasons for a decision."""

    @property
    def text(self) -> str:
        """The codebook's name in the user's language."""
        return pick(self.label) or self.id

    def layer(self, key: str) -> Layer | None:
        """The layer with this id, if there is one."""
        return next((layer for layer in self.layers if layer.id == key), None)

    def features(self, annotation: Annotation) -> Iterator[Field]:
        """The fields of an annotation that the codebook knows and that hold a value."""
        layer = self.layer(annotation.layer)
        return (found for found in (layer.fields if layer else ()) if found.id in annotation.features)

    def references(self, annotation: Annotation) -> Iterator[tuple[Field, str]]:
        """Each field of an annotation that points at another one, with that one's id."""
        for found in self.features(annotation):
            for id_ in kind_of(found).annotations(annotation.features[found.id]):
                yield found, id_

    def entities(self, annotation: Annotation) -> Iterator[tuple[Field, str]]:
        """Each field of an annotation that names an entity, with that entity's key."""
        for found in self.features(annotation):
            for key in kind_of(found).entities(annotation.features[found.id]):
                yield found, key
