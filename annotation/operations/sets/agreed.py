"""How far the annotators of a set agree, for its card."""

from collections.abc import Collection

from annotation.agreement import Survey, questions_of, read_labelled, survey
from annotation.project import ProjectReader
from annotation.records import Agreed

FEW = 300
"""Articles of several annotators that are compared without being asked to: that takes seconds."""


def comparable(reader: ProjectReader, articles: Collection[str] | None) -> list[str]:
    """The ids of those articles of a set (None for all) that several annotators worked on."""
    return [row.id for row in reader.reviewable() if articles is None or row.id in articles]


def measure_agreement(
    reader: ProjectReader, articles: Collection[str] | None, layers: Collection[str], wanted: bool | None
) -> tuple[Agreed, ...]:
    """The usual coefficient of every layer and field, of layers that are chosen; () for all layers.

    With `wanted` None nothing is measured where that takes more than some seconds. What has no value is left
    out.
    """
    compared = comparable(reader, articles) if wanted is not False else []
    if not compared or (wanted is None and len(compared) > FEW):
        return ()
    codebook = reader.codebook
    asked = Survey(questions=questions_of(codebook, sorted(layers)), measures=("usual",), draws=0)
    names = {entity.id: entity.name for entity in reader.entities()}
    findings = survey(read_labelled(reader, compared), codebook, asked, names)
    return tuple(
        Agreed(layer=one.layer, field=one.field or "", measure=one.measure.replace("-", "_"), value=one.value)
        for one in findings
        if one.value is not None
    )
