"""What can be asked of annotators' agreement: layers, their fields, and the measures that fit each."""

from collections.abc import Iterator, Sequence

from annotation.agreement.units import Question
from annotation.codebook import Codebook
from annotation.errors import AnnotationError
from annotation.fields import Field
from annotation.measures import MEASURES, Measure

_ORDERED = {"alpha-ordinal", "alpha-interval"}
SPANS = "spans"
"""Stands for the spans themselves where fields are named."""
USUAL = ("usual",)
"""Stands for the one measure that says most about each question."""


class UnknownMeasured(AnnotationError):
    """There is no such layer, field or measure."""


def questions_of(
    codebook: Codebook, layers: Sequence[str] = (), fields: Sequence[str] = ()
) -> list[Question]:
    """The spans and each field of some layers, or of all; only some fields where they are named.

    SPANS among the fields stands for the spans themselves, where no field is called so.

    Raises UnknownMeasured for a layer that the codebook lacks, or a field that none of the layers has.
    """
    known = {layer.id: layer for layer in codebook.layers}
    for name in layers:
        if name not in known:
            raise UnknownMeasured(
                "There is no layer “{name}”: choose one of {known}.", name=name, known=", ".join(known)
            )
    chosen = [layer for layer in codebook.layers if not layers or layer.id in layers]
    own = {field.id for layer in chosen for field in layer.fields}
    for name in fields:
        if name not in {*own, SPANS}:
            raise UnknownMeasured(
                "There is no field “{name}”: choose one of {known}.", name=name, known=", ".join(sorted(own))
            )
    spans = not fields or (SPANS in fields and SPANS not in own)
    found: list[Question] = [(layer.id, None) for layer in chosen] if spans else []
    found += [
        (layer.id, field.id) for layer in chosen for field in layer.fields if not fields or field.id in fields
    ]
    return sorted(found, key=lambda question: [layer.id for layer in chosen].index(question[0]))


def measures_called(names: Sequence[str]) -> list[str]:
    """Names of measures, as plugs have them, for names with dashes or underscores; all for none.

    USUAL is left as it is. Raises UnknownMeasured for a measure that there is not.
    """
    wanted = [name.replace("_", "-") for name in names]
    for name in wanted:
        if name not in MEASURES and name not in USUAL:
            known = ", ".join(one.replace("-", "_") for one in MEASURES.names)
            raise UnknownMeasured(
                "There is no measure “{name}”: choose one of {known}.", name=name, known=known
            )
    return wanted or list(MEASURES.names)


def fitting(codebook: Codebook, question: Question, names: Sequence[str]) -> Iterator[tuple[str, Measure]]:
    """Those of some measures that say something about a question; those of order only where there is one.

    USUAL among the names stands for the one that says most about it.
    """
    layer, field_id = codebook.layer(question[0]), question[1]
    field = layer.field(field_id) if layer and field_id else None
    usual = sensible(codebook, question)
    for name in dict.fromkeys(usual if name in USUAL else name for name in names):
        measure = MEASURES[name]
        fits = measure.takes in ("both", "spans" if field_id is None else "values")
        if fits and (name not in _ORDERED or (field is not None and has_order(field))):
            yield name, measure


def sensible(codebook: Codebook, question: Question) -> str:
    """The measure that says most about a question, by its name, where nobody asked for others.

    Of spans, how many records two people share; of a field, alpha on the field's scale, or where it refers
    to other records alone, the relations that two people share.
    """
    layer, field_id = codebook.layer(question[0]), question[1]
    field = layer.field(field_id) if layer and field_id else None
    if field is None:
        return "f1-overlap"
    if field.kind == "reference" and field.to == ("annotation",):
        return "f1-exact"
    if has_order(field):
        return "alpha-interval" if field.kind == "number" else "alpha-ordinal"
    return "alpha-nominal"


def has_order(field: Field) -> bool:
    """Whether a field's values are numbers, or tags that are called by numbers, as an intensity is."""
    return field.kind == "number" or (bool(field.tags) and all(tag.id.isdecimal() for tag in field.tags))
