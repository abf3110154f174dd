"""The rows of a cluster: every role and field of its layer, with the answers that differ told apart."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from annotation.adjudication.cluster import Option, Row, Value
from annotation.agreement import Referents
from annotation.agreement.extent import merged
from annotation.codebook import Layer, Role
from annotation.fields import Field
from annotation.records import Annotation, Json, Spans

Same = Callable[[Value, Value], bool]


def rows_of(records: Mapping[str, Annotation], layer: Layer, referents: Referents) -> Iterator[Row]:
    """Roles first, then fields, then what the codebook does not know."""
    everyone = tuple(sorted(records))
    for part in parts_of(layer, *records.values()):
        answers = {annotator: answer(record, part) for annotator, record in records.items()}
        options = _options(answers, everyone, partial(means, part, referents=referents))
        yield Row(part=part, options=options)


def parts_of(layer: Layer, *records: Annotation) -> Iterator[Role | Field]:
    """Every role and field of a layer, and the fields that only these records know."""
    yield from layer.roles
    yield from layer.fields
    strange = {key for record in records for key in record.features if not layer.field(key)}
    yield from (Field(id=key, kind="text") for key in sorted(strange))


def answer(record: Annotation, part: Role | Field) -> Value:
    """What a record says in a row: spans, or the value of a field that applies to it."""
    if isinstance(part, Role):
        return merged(record.spans.get(part.id, ()))
    value = record.features.get(part.id)
    return value if value is not None and part.is_visible(record.features) else None


def content(answers: Mapping[str, Value], layer: Layer) -> tuple[Spans, dict[str, Json]]:
    """Spans and features of a record made of answers by row key; fields that do not apply are left out."""
    spans = {key[5:]: value for key, value in answers.items() if key.startswith("role:") and value}
    said = {
        key[6:]: value for key, value in answers.items() if key.startswith("field:") and value is not None
    }
    features: dict[str, Json] = {key: value for key, value in said.items() if not isinstance(value, tuple)}
    return {role: value for role, value in spans.items() if isinstance(value, tuple)}, _visible(
        features, layer
    )


def _visible(features: dict[str, Json], layer: Layer) -> dict[str, Json]:
    """The features without those that do not apply; taking one out may make others not apply."""
    kept = {
        key: value
        for key, value in features.items()
        if (found := layer.field(key)) is None or found.is_visible(features)
    }
    return kept if len(kept) == len(features) else _visible(kept, layer)


def means(part: Role | Field, one: Value, other: Value, referents: Referents) -> bool:
    """Whether two answers of a row are the same, references by what they refer to."""
    if isinstance(part, Role) or isinstance(one, tuple) or isinstance(other, tuple):
        return one == other
    return referents.same(part, one, other)


def _options(answers: Mapping[str, Value], everyone: tuple[str, ...], same: Same) -> tuple[Option, ...]:
    """Each different answer with who gave it, the most frequent first, else in the order of annotators."""
    values = list(answers.values())
    if not values:
        return ()
    if values.count(values[0]) == len(values):
        return (Option(value=values[0], annotators=everyone),)
    groups: list[list[tuple[str, Value]]] = []
    for said in answers.items():
        alike = [group for group in groups if any(same(said[1], value) for _who, value in group)]
        joined = [one for group in alike for one in group] + [said]
        groups = [*(group for group in groups if group not in alike), joined]
    options = [
        Option(value=group[0][1], annotators=tuple(sorted(who for who, _v in group))) for group in groups
    ]
    return tuple(sorted(options, key=lambda option: (-len(option.annotators), option.annotators)))
