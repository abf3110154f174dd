"""How likely two annotators' records of one layer are about the same thing."""

from collections.abc import Iterator

from annotation.agreement.extent import Extent, extent_likeness, same_extent
from annotation.agreement.referents import Marks, Referents, name_of
from annotation.codebook import Layer
from annotation.fields import Field
from annotation.records import Annotation, Json

WORDS = 0.75
"""What the words weigh; the fields weigh the rest."""
LEAST = 0.25
"""Below this, two records are two things: both may be right, so they are decided apart."""
SAME_WORDS = 1.0
"""Added for the same words, so that no pair with the same words is given up for two that only overlap."""


class Likeness:
    """Scores pairs of records of one layer; 0 for two that cannot be one."""

    def __init__(self, layer: Layer | None, referents: Referents) -> None:
        self._referents = referents
        self._fields = tuple(_comparable(layer)) if layer else ()
        self._identity = tuple(
            field for field in self._fields if field.required and field.kind == "reference"
        )

    def score(self, one: Extent, other: Extent) -> float:
        """From 0 to 2; records below LEAST, or about other holders and targets, score 0."""
        words = extent_likeness(one, other)
        spanless = not one.roles and not other.roles
        if not words and not spanless:
            return 0.0
        if self._identity and not self._any_same(one.record, other.record):
            return 0.0
        fields = self._fields_alike(one.record, other.record)
        score = fields if spanless else WORDS * words + (1 - WORDS) * fields
        return (score + SAME_WORDS * same_extent(one, other)) if score >= LEAST else 0.0

    def about(self, extent: Extent) -> dict[str, Marks]:
        """What the record names in the fields that say what it is about, of those that it fills."""
        features = extent.record.features
        filled = ((field, features.get(field.id)) for field in self._identity)
        return {
            field.id: self._referents.marks(field, value) | {("value", name_of(value))}
            for field, value in filled
            if value is not None
        }

    def _any_same(self, one: Annotation, other: Annotation) -> bool:
        """Whether the fields that say what a record is about, where both fill them, are not all different."""
        pairs = [
            (field, one.features.get(field.id), other.features.get(field.id)) for field in self._identity
        ]
        both = [pair for pair in pairs if pair[1] is not None and pair[2] is not None]
        return not both or any(self._referents.same(*pair) for pair in both)

    def _fields_alike(self, one: Annotation, other: Annotation) -> float:
        """The share of the fields filled by either that both fill alike; 1 where neither fills any."""
        verdicts = list(self._verdicts(one, other))
        return sum(verdicts) / len(verdicts) if verdicts else 1.0

    def _verdicts(self, one: Annotation, other: Annotation) -> Iterator[bool]:
        for field in self._fields:
            left: Json = one.features.get(field.id)
            right: Json = other.features.get(field.id)
            if left is not None or right is not None:
                yield left is not None and right is not None and self._referents.same(field, left, right)


def _comparable(layer: Layer) -> Iterator[Field]:
    """Fields that can be compared before records are aligned: all but pure pointers at other records."""
    return (field for field in layer.fields if field.kind != "reference" or field.to != ("annotation",))
